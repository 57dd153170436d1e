package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/check/rules"
	"samsyn/internal/diag"
	"samsyn/internal/inspect"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// The files of the base repository, by the letter that the tables use.
var files = map[string]string{
	"i": "plans/2025/sprakvan.md",
	"p": "plans/2025/plan.yaml",
	"A": "agreement/agreement.yaml",
	"P": "agreement/parties.yaml",
	"O": "agreement/organisation.yaml",
	"a": "agreement/areas/arbete.md",
	"n": "agreement/indicators/i-arbete.yaml",
	"s": "samsyn.yaml",
	"c": "agreement/text/bakgrund.md",
}

// contractCase changes the base repository and says what must be found: "letter
// or path:line:column-column rule suggestion", one a line; "" is nothing.
type contractCase struct {
	name string
	// change: "letter|old|new" replaces the first old; "path=text" writes a file,
	// "path={letter}|old|new" one like another with every old replaced; "!path"
	// drops one.
	change []string
	want   string
}

func TestContract(t *testing.T) {
	base, err := rules.Base()
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string][]contractCase{
		"values": valueCases, "dates": dateCases, "identifiers": identifierCases, "layout": layoutCases,
		"prose": proseCases, "time": timeCases, "things": thingCases, "translations": translationCases,
	}
	for name, table := range tables {
		for _, tt := range table {
			t.Run(name+"/"+tt.name, func(t *testing.T) {
				c, err := caseOf(base, tt.change)
				if err != nil {
					t.Fatal(err)
				}
				compare(t, findings(t, c), tt.want)
			})
		}
	}
}

func caseOf(base []rules.File, changes []string) (rules.Case, error) {
	content := map[string]string{}
	for _, f := range base {
		content[f.Path] = string(f.Data)
	}
	var c rules.Case
	touched := map[string]bool{}
	for _, change := range changes {
		if path, drops := strings.CutPrefix(change, "!"); drops {
			c.Drop = append(c.Drop, full(path))
			continue
		}
		if parts := strings.SplitN(change, "|", 3); len(parts) == 3 && files[parts[0]] != "" {
			path := files[parts[0]]
			if !strings.Contains(content[path], parts[1]) {
				return c, fmt.Errorf("%s has no %q", path, parts[1])
			}
			content[path] = strings.Replace(content[path], parts[1], parts[2], 1)
			touched[path] = true
			continue
		}
		path, text, ok := strings.Cut(change, "=")
		if !ok {
			return c, fmt.Errorf("change %q", change)
		}
		if like, changed, is := strings.Cut(text, "|"); is && strings.HasPrefix(like, "{") {
			before, after, _ := strings.Cut(changed, "|")
			text = strings.ReplaceAll(content[full(strings.Trim(like, "{}"))], before, after)
		} else if strings.HasPrefix(text, "{") {
			text = content[full(strings.Trim(text, "{}"))]
		}
		content[full(path)] = text
		touched[full(path)] = true
	}
	for path := range touched {
		c.Files = append(c.Files, rules.File{Path: path, Data: []byte(content[path])})
	}
	return c, nil
}

func full(path string) string {
	if p := files[path]; p != "" {
		return p
	}
	return path
}

func findings(t *testing.T, c rules.Case) []diag.Finding {
	t.Helper()
	dir := t.TempDir()
	if err := c.Write(dir); err != nil {
		t.Fatal(err)
	}
	tree, err := source.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	r, err := inspect.Tree(tree, model.Date{Year: 2025, Month: 6, Day: 1})
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}

func compare(t *testing.T, found []diag.Finding, want string) {
	t.Helper()
	var got, wanted []string
	for _, f := range found {
		if f.Accepted == "" {
			got = append(got, told(f))
		}
	}
	for w := range strings.Lines(want) {
		if w = strings.TrimSpace(w); w != "" {
			wanted = append(wanted, w)
		}
	}
	slices.Sort(got)
	slices.Sort(wanted)
	if !slices.Equal(got, wanted) {
		t.Errorf("found\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(wanted, "\n\t"))
	}
}

func told(f diag.Finding) string {
	file := f.File
	for letter, path := range files {
		if path == file {
			file = letter
		}
	}
	end := fmt.Sprint(f.Range.End.Column)
	if f.Range.End.Line != f.Range.Start.Line {
		end = fmt.Sprintf("%d:%d", f.Range.End.Line, f.Range.End.Column)
	}
	return strings.TrimSpace(fmt.Sprintf("%s:%d:%d-%s %s %s", file, f.Range.Start.Line, f.Range.Start.Column, end, f.Rule, f.Suggestion))
}
