package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"samsyn/internal/check/rules"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/project"
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
	// "path={letter}|old|new|…" one like another with every old replaced; "!path"
	// drops one.
	change []string
	want   string
}

func TestContract(t *testing.T) {
	base, err := (rules.Case{}).Texts()
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string][]contractCase{
		"values": valueCases, "dates": dateCases, "identifiers": identifierCases, "layout": layoutCases,
		"prose": proseCases, "time": timeCases, "things": thingCases, "fields": fieldCases, "translations": translationCases,
	}
	for name, table := range tables {
		for _, tt := range table {
			t.Run(name+"/"+tt.name, func(t *testing.T) {
				tree, err := changed(base, tt.change)
				if err != nil {
					t.Fatal(err)
				}
				compare(t, findings(t, tree), tt.want)
			})
		}
	}
}

// changed gives the base repository with the changes made.
func changed(base []rules.File, changes []string) (fstest.MapFS, error) {
	tree := fstest.MapFS{}
	text := func(path string) string {
		if f := tree[full(path)]; f != nil {
			return string(f.Data)
		}
		return ""
	}
	write := func(path, text string) { tree[full(path)] = &fstest.MapFile{Data: []byte(text), Mode: 0o644} }
	for _, f := range base {
		write(f.Path, string(f.Data))
	}
	for _, change := range changes {
		if path, drops := strings.CutPrefix(change, "!"); drops {
			delete(tree, full(path))
			continue
		}
		if parts := strings.SplitN(change, "|", 3); len(parts) == 3 && files[parts[0]] != "" {
			if !strings.Contains(text(parts[0]), parts[1]) {
				return nil, fmt.Errorf("%s has no %q", parts[0], parts[1])
			}
			write(parts[0], strings.Replace(text(parts[0]), parts[1], parts[2], 1))
			continue
		}
		path, to, ok := strings.Cut(change, "=")
		if !ok {
			return nil, fmt.Errorf("change %q", change)
		}
		if like, replaced, is := strings.Cut(to, "|"); is && strings.HasPrefix(like, "{") {
			to = strings.NewReplacer(strings.Split(replaced, "|")...).Replace(text(strings.Trim(like, "{}")))
		} else if strings.HasPrefix(to, "{") {
			to = text(strings.Trim(to, "{}"))
		}
		write(path, to)
	}
	return tree, nil
}

func full(path string) string {
	if p := files[path]; p != "" {
		return p
	}
	return path
}

func findings(t *testing.T, tree fstest.MapFS) []diag.Finding {
	t.Helper()
	r, err := project.Of(source.FromFS(tree)).Inspect(model.Date{Year: 2025, Month: 6, Day: 1})
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
