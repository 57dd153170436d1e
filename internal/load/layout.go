package load

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"samsyn/internal/model"
	"samsyn/internal/source"
)

// role is what a file is for.
type role struct {
	schema   string // the kind of its fields; "" for a chapter
	markdown bool   // it has text below a front matter (or is all text)
	id       string // the identifier that the file's name gives
	kind     string // of that identifier
	plan     string // the folder of plans that it stands in
	of       string // the file that it translates
	language string // of the translation
}

// single are the files that there is one of.
var single = map[string]string{
	"samsyn.yaml":                 "samsyn",
	"agreement/agreement.yaml":    "agreement",
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

var translated = regexp.MustCompile(`^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.(md|yaml)$`)

// layout knows what the files of one repository are for.
type layout struct {
	entries   []source.Entry // the content's, in byte order
	languages map[string]bool
	chapters  map[string]bool // paths that agreement.yaml names
}

// entry finds a file of the content.
func (l layout) entry(file string) (e source.Entry, there bool) {
	i, there := slices.BinarySearchFunc(l.entries, file, func(e source.Entry, file string) int { return strings.Compare(e.Path, file) })
	if !there {
		return source.Entry{}, false
	}
	return l.entries[i], true
}

// exists tells whether a file of the content can be read.
func (l layout) exists(file string) bool {
	e, there := l.entry(file)
	return there && e.State == source.Plain
}

// roleOfChapter is that of a text that the agreement names.
var roleOfChapter = role{markdown: true}

// role tells what a file is for; ok is false where nothing reads it.
func (l layout) role(file string) (r role, ok bool) {
	if original, language, is := l.translation(file); is {
		r, ok = l.original(original)
		r.of, r.language = original, language
		return r, ok && l.languages[language] && l.exists(original)
	}
	return l.original(file)
}

// misses tells whether something would be read but for its garbled name.
func (l layout) misses(e source.Entry) bool {
	if e.State == source.Garbled {
		_, would := l.role(e.Path)
		return would
	}
	return e.State == source.GarbledFolder
}

// translation takes a file's name apart. A name of that form is a translation
// where its language is declared, or where there is a file to translate.
func (l layout) translation(file string) (original, language string, is bool) {
	if strings.Count(file, ".") < 2 {
		return "", "", false // nearly every file
	}
	m := translated.FindStringSubmatch(file)
	if m == nil {
		return "", "", false
	}
	original = m[1] + "." + m[3]
	return original, m[2], l.languages[m[2]] || l.exists(original)
}

func (l layout) original(file string) (role, bool) {
	if kind := single[file]; kind != "" {
		return role{schema: kind}, true
	}
	dir, base := path.Split(file)
	dir = strings.TrimSuffix(dir, "/")
	if f, found := folders[dir]; found && path.Ext(base) == f.ext {
		return role{schema: f.schema, markdown: f.ext == ".md", id: strings.TrimSuffix(base, f.ext), kind: f.kind}, true
	}
	if path.Dir(dir) == "plans" {
		plan := path.Base(dir)
		switch {
		case base == "plan.yaml":
			return role{schema: "plan", id: plan, kind: "plan", plan: plan}, true
		case path.Ext(base) == ".md":
			name := strings.TrimSuffix(base, ".md")
			return role{schema: "initiative", markdown: true, id: name, kind: "initiative", plan: plan}, true
		}
	}
	// What is something of its own stays so, though a chapter names it.
	return roleOfChapter, l.chapters[file]
}

// declares lists the kinds of identifiers that stand in a file of the schema,
// beside the one that its name gives.
func declares(schemaName string) []string {
	switch schemaName {
	case "agreement":
		return []string{"target-group", "reporting"}
	case "area":
		return []string{"sub-goal", "cooperation-area"}
	case "parties":
		return []string{"party", "municipality"}
	case "organisation":
		return []string{"body"}
	case "strategies":
		return []string{"strategy"}
	case "places":
		return []string{"place"}
	case "calendar":
		return []string{"event"}
	case "initiative":
		return []string{"measure"}
	}
	return nil
}

// slug is the form of every identifier.
var slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// order gives areas in their own order, then by name.
func order(a, b *model.Area) int {
	if a.Order.V != b.Order.V {
		return a.Order.V - b.Order.V
	}
	return strings.Compare(a.ID.V, b.ID.V)
}
