// Package rules keeps what is said about each rule together with its proof: one
// text archive a rule, with its documentation at the head, repositories that
// break the rule and repositories that keep it. The tests run them, samsyn
// explain and docs/rules show them.
//
// The head of an archive is
//
//	today: 2025-06-01
//
//	# sv
//	title: one line
//	why: paragraphs
//	fix: paragraphs
//
//	# en
//	(the same in English)
//
// where today is optional. The files below it form cases: "bad/…" and "good/…",
// then "bad2/…", "good2/…" and so on, each laid over the repository of base.txtar.
// Beside a case may stand
//
//   - want (want2, …): the findings of the bad case, one a line, all of them:
//     path:line:column-endline:endcolumn rule suggestion
//   - drop-bad (drop-good2, …): paths of the base that the case does without
//   - link-bad (…): symbolic links, a line "path -> target" each
//   - was-bad/… (…): files of the repository before the change, laid over the
//     base, for the rules that need it
//
// A file's name may end in " (quoted)": its text then has the escapes of a Go
// string, for bytes that an editor would not show.
package rules

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"samsyn/internal/diag"
)

//go:embed *.txtar
var archives embed.FS

// Today is the day on which the cases are checked, unless an archive says another.
const Today = "2025-06-01"

// Doc is a rule's archive.
type Doc struct {
	diag.Rule
	Title, Why, Fix diag.Text
	Today           string // YYYY-MM-DD
	Cases           []Case // in the order of the archive
}

// Case is a repository that breaks the rule, or keeps it.
type Case struct {
	Name  string // "bad", "good", "bad2", …
	Files []File // laid over the base
	Drop  []string
	Links [][2]string // path, target
	Was   []File      // laid over the base: what the change is held against
	Want  []string    // of a bad case
}

// Bad tells whether the case breaks the rule.
func (c Case) Bad() bool { return strings.HasPrefix(c.Name, "bad") }

// File is a file of a case.
type File struct {
	Path string
	Data []byte
}

// Read gives a rule's archive. It fails for a rule that has none, and for an
// archive that is not in the form.
func Read(rule diag.Rule) (*Doc, error) {
	name := rule.Name
	data, err := archives.ReadFile(name + ".txtar")
	if err != nil {
		return nil, fmt.Errorf("no rule %q", name)
	}
	a := txtar.Parse(data)
	d := &Doc{Rule: rule, Today: Today}
	if err := d.head(string(a.Comment)); err != nil {
		return nil, fmt.Errorf("rule %s: %w", name, err)
	}
	for _, f := range a.Files {
		if err := d.file(f); err != nil {
			return nil, fmt.Errorf("rule %s: %s: %w", name, f.Name, err)
		}
	}
	return d, nil
}

var headKey = regexp.MustCompile(`(?m)^(title|why|fix): ?`)

func (d *Doc) head(comment string) error {
	top, rest, _ := strings.Cut(comment, "# sv\n")
	sv, en, both := strings.Cut(rest, "# en\n")
	if !both {
		return fmt.Errorf("needs # sv and # en")
	}
	if day, given := strings.CutPrefix(strings.TrimSpace(top), "today: "); given {
		d.Today = day
	}
	svParts, enParts := parts(sv), parts(en)
	for key, into := range map[string]*diag.Text{"title": &d.Title, "why": &d.Why, "fix": &d.Fix} {
		*into = diag.Text{SV: svParts[key], EN: enParts[key]}
		if into.SV == "" || into.EN == "" {
			return fmt.Errorf("needs %s in both languages", key)
		}
	}
	return nil
}

// parts cuts one language's section at its keys.
func parts(section string) map[string]string {
	found := map[string]string{}
	at := headKey.FindAllStringSubmatchIndex(section, -1)
	for i, m := range at {
		end := len(section)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		found[section[m[2]:m[3]]] = strings.TrimSpace(section[m[1]:end])
	}
	return found
}

var caseName = regexp.MustCompile(`^(?:(drop|link|was)-)?(bad|good)([0-9]*)(?:/(.+))?$`)

func (d *Doc) file(f txtar.File) error {
	if number, is := strings.CutPrefix(f.Name, "want"); is {
		d.named("bad" + number).Want = lines(f.Data)
		return nil
	}
	m := caseName.FindStringSubmatch(f.Name)
	if m == nil {
		return fmt.Errorf("belongs to no case")
	}
	c := d.named(m[2] + m[3])
	switch {
	case m[1] == "drop":
		c.Drop = lines(f.Data)
	case m[1] == "link":
		for _, line := range lines(f.Data) {
			path, target, ok := strings.Cut(line, " -> ")
			if !ok {
				return fmt.Errorf("link %q", line)
			}
			c.Links = append(c.Links, [2]string{path, target})
		}
	default:
		path, quoted := strings.CutSuffix(m[4], " (quoted)")
		file := File{Path: path, Data: f.Data}
		if quoted {
			data, err := unquote(string(f.Data))
			if err != nil {
				return err
			}
			file.Data = data
		}
		if m[1] == "was" {
			c.Was = append(c.Was, file)
		} else {
			c.Files = append(c.Files, file)
		}
	}
	return nil
}

// named gives the case of a name, a new one at its first mention.
func (d *Doc) named(name string) *Case {
	for i := range d.Cases {
		if d.Cases[i].Name == name {
			return &d.Cases[i]
		}
	}
	d.Cases = append(d.Cases, Case{Name: name})
	return &d.Cases[len(d.Cases)-1]
}

func lines(data []byte) []string {
	var list []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}

func unquote(s string) ([]byte, error) {
	data, err := strconv.Unquote(`"` + strings.NewReplacer("\n", `\n`, `"`, `\"`).Replace(s) + `"`)
	return []byte(data), err
}

// Texts are the files of the case's repository but for its links, laid over those of the
// repository that every case is laid over.
func (c Case) Texts() ([]File, error) {
	data, err := archives.ReadFile("base.txtar")
	if err != nil {
		return nil, err
	}
	var files []File
	for _, f := range txtar.Parse(data).Files {
		if !slices.Contains(c.Drop, f.Name) {
			files = append(files, File{Path: f.Name, Data: f.Data})
		}
	}
	return append(files, c.Files...), nil
}

// Before is the repository that the case is a change of.
func (c Case) Before() Case { return Case{Name: c.Name, Files: c.Was} }

// Write puts the case's repository into dir, which is made where it is not there.
func (c Case) Write(dir string) error {
	texts, err := c.Texts()
	if err != nil {
		return err
	}
	place := func(name string) (path string, err error) {
		path = filepath.Join(dir, filepath.FromSlash(name))
		return path, os.MkdirAll(filepath.Dir(path), 0o755)
	}
	for _, f := range texts {
		path, err := place(f.Path)
		if err == nil {
			err = os.WriteFile(path, f.Data, 0o644)
		}
		if err != nil {
			return err
		}
	}
	for _, l := range c.Links {
		path, err := place(l[0])
		if err == nil {
			err = os.Symlink(l[1], path)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
