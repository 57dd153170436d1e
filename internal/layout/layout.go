// Package layout says what the paths of a content repository are for. The list of its
// files, its languages and its chapters go in; the role of each file comes out, and
// findings about what is missing, what is misnamed and what lies in the wrong place. It
// reads no file.
package layout

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/source"
)

// Agreement is the file of the agreement, which says where its chapters are.
const Agreement = "agreement/agreement.yaml"

// Role is what a file is for.
type Role struct {
	Schema   string // the kind of its fields; "" for a chapter
	Markdown bool   // it has text below a front matter (or is all text)
	ID       string // the identifier that the file's name gives
	Kind     string // of that identifier
	Plan     string // the folder of plans that it stands in
	Of       string // the file that it translates
	Language string // of the translation
}

// Leads tells whether a file of that role can lead to others.
func (r Role) Leads() bool {
	return r.Markdown || r.Of == "" && slices.Contains([]string{"samsyn", "agreement", "places"}, r.Schema)
}

// single are the files that there is one of.
var single = map[string]string{
	"samsyn.yaml":                 "samsyn",
	Agreement:                     "agreement",
	"agreement/parties.yaml":      "parties",
	"agreement/organisation.yaml": "organisation",
	"agreement/places.yaml":       "places",
	"agreement/strategies.yaml":   "strategies",
	"agreement/calendar.yaml":     "calendar",
	"agreement/signatures.yaml":   "signatures",
}

// folders hold one file for each thing.
var folders = map[string]struct {
	schema, ext, kind string
}{
	"agreement/areas":      {"area", ".md", "area"},
	"agreement/indicators": {"indicator", ".yaml", "indicator"},
	"agreement/reviews":    {"review", ".md", "review"},
	"agreement/resources":  {"resource", ".md", "resource"},
	"agreement/results":    {"results", ".md", "results"},
}

var declared = map[string][]string{
	"agreement":    {"target-group", "reporting"},
	"area":         {"sub-goal", "cooperation-area"},
	"parties":      {"party", "municipality"},
	"organisation": {"body"},
	"strategies":   {"strategy"},
	"places":       {"place"},
	"calendar":     {"event"},
	"initiative":   {"measure"},
}

// Declares lists the kinds of identifiers that stand in a file of a schema, beside the
// one that its name gives.
func Declares(schema string) []string { return declared[schema] }

// chapter is the role of a text that the agreement names.
var chapter = Role{Markdown: true}

// Layout knows what the files of one repository are for.
type Layout struct {
	Entries   []source.Entry  // the content's, in byte order
	Languages map[string]bool // that samsyn.yaml names
	Chapters  map[string]bool // paths that agreement.yaml names
}

// Entry finds a file of the content.
func (l Layout) Entry(file string) (e source.Entry, there bool) {
	i, there := slices.BinarySearchFunc(l.Entries, file, func(e source.Entry, file string) int { return strings.Compare(e.Path, file) })
	if !there {
		return source.Entry{}, false
	}
	return l.Entries[i], true
}

// Nearest is the file of the content whose path is nearest in spelling to another, "" where
// none is.
func (l Layout) Nearest(file string) string {
	paths := make([]string, len(l.Entries))
	for i, e := range l.Entries {
		paths[i] = e.Path
	}
	return diag.Nearest(file, paths)
}

// exists tells whether a file of the content can be read.
func (l Layout) exists(file string) bool {
	e, there := l.Entry(file)
	return there && e.State == source.Plain
}

// Role tells what a file is for; ok is false where nothing reads it.
func (l Layout) Role(file string) (r Role, ok bool) {
	if original, language, is := l.translation(file); is {
		r, ok = l.original(original)
		r.Of, r.Language = original, language
		return r, ok && l.Languages[language] && l.exists(original)
	}
	return l.original(file)
}

// File is a file that is to be read.
type File struct {
	Path string
	Role
}

// Files are those to be read, in byte order: the content's, and the chapters from
// elsewhere in the repository, which isFile knows.
func (l Layout) Files(isFile func(path string) bool) []File {
	files := make([]File, 0, len(l.Entries))
	for _, e := range l.Entries {
		if role, ok := l.Role(e.Path); ok && e.State == source.Plain {
			files = append(files, File{e.Path, role})
		}
	}
	for p := range l.Chapters {
		if _, content := l.Entry(p); !content && isFile(p) {
			files = append(files, File{p, chapter})
		}
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// misses tells whether something would be read but for its garbled name.
func (l Layout) misses(e source.Entry) bool {
	if e.State == source.Garbled {
		_, would := l.Role(e.Path)
		return would
	}
	return e.State == source.GarbledFolder
}

var translated = regexp.MustCompile(`^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.(md|yaml)$`)

// translation takes a file's name apart. A name of that form is a translation
// where its language is declared, or where there is a file to translate.
func (l Layout) translation(file string) (original, language string, is bool) {
	m := translated.FindStringSubmatch(file)
	if m == nil {
		return "", "", false
	}
	original = m[1] + "." + m[3]
	return original, m[2], l.Languages[m[2]] || l.exists(original)
}

func (l Layout) original(file string) (Role, bool) {
	if kind := single[file]; kind != "" {
		return Role{Schema: kind}, true
	}
	dir, base := path.Split(file)
	dir = strings.TrimSuffix(dir, "/")
	if f, found := folders[dir]; found && path.Ext(base) == f.ext {
		return Role{Schema: f.schema, Markdown: f.ext == ".md", ID: strings.TrimSuffix(base, f.ext), Kind: f.kind}, true
	}
	if path.Dir(dir) == "plans" {
		plan := path.Base(dir)
		switch {
		case base == "plan.yaml":
			return Role{Schema: "plan", ID: plan, Kind: "plan", Plan: plan}, true
		case path.Ext(base) == ".md":
			return Role{Schema: "initiative", Markdown: true, ID: plan + "/" + strings.TrimSuffix(base, ".md"), Kind: "initiative", Plan: plan}, true
		}
	}
	// What is something of its own stays so, though a chapter names it.
	return chapter, l.Chapters[file]
}
