package lsp

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestDiagnosticsOnUnsavedText(t *testing.T) {
	e := start(t, county(t), "sv")
	text := e.read(initiative)
	e.write(initiative, strings.Replace(text, "owner: alvesta", "title2: 😀x\nowner: alvsta", 1))
	var got []string
	for _, d := range e.told[initiative] {
		got = append(got, fmt.Sprintf("%d:%d-%d %d %s", d.Range.Start.Line, d.Range.Start.Character, d.Range.End.Character, d.Severity, d.Code))
	}
	if want := []string{"3:0-6 1 unknown-field", "4:7-13 1 unknown-reference"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if m := e.told[initiative][1].Message; !strings.Contains(m, "alvsta") || !strings.Contains(m, "inte") {
		t.Errorf("not in Swedish: %s", m)
	}
	e.write(initiative, text)
	if d, told := e.told[initiative]; !told || len(d) != 0 {
		t.Errorf("mended, and still told: %+v", d)
	}
	if e.read(initiative) != text {
		t.Error("a file was written")
	}
}

func TestEnglish(t *testing.T) {
	e := start(t, county(t), "en")
	e.write(initiative, strings.Replace(e.read(initiative), "owner: alvesta", "owner: alvsta", 1))
	if d := e.told[initiative]; len(d) != 1 || !strings.Contains(d[0].Message, "alvsta") || strings.Contains(d[0].Message, "finns") {
		t.Errorf("%+v", d)
	}
}

// Columns are counted in UTF-16: a letter beyond the first plane takes two.
func TestColumns(t *testing.T) {
	e := start(t, county(t), "sv")
	text := strings.Replace(e.read(initiative), "partners:", "", 1)
	text = strings.Replace(text, "owner: alvesta", "co_owners: [{name: \"😀å\"}, alvsta]\nowner: alvesta", 1)
	e.write(initiative, text)
	d := e.told[initiative]
	if len(d) == 0 || d[0].Range != (span{position{3, 27}, position{3, 33}}) {
		t.Errorf("%+v", d)
	}
}

func TestCompletion(t *testing.T) {
	e := start(t, county(t), "sv")
	text := e.read(initiative)
	for _, test := range []struct {
		old, new string
		want     []string // among what is offered, with its detail
		not      []string
		edit     string
	}{
		{"owner: alvesta", "owner: |", []string{"alvesta Alvesta kommun", "forum Forum"}, []string{"arbete-1"}, "alvesta"},
		{"cooperation_area: arbete-1", "cooperation_area: arb|", []string{"arbete-1 Utbilda tillsammans."}, []string{"alvesta", "arbete"}, "arbete-1"},
		{"status: ongoing", "status: |ongoing", []string{"planned Planerad", "ongoing Pågår"}, nil, "planned"},
		{"status: ongoing", "sta|", []string{"status Status", "places Platser"}, []string{"owner", "title"}, "status: "},
		{"status: ongoing", "status: ongoing\nsub_goals:\n  - |", []string{"arbete-d1 Fler arbetar."}, []string{"arbete-1"}, "arbete-d1"},
		{"  method: Enkät till deltagarna.", "  |", []string{"method Så följs insatsen upp", "measures Mått"}, []string{"responsible", "title"}, "method: "},
		{"    - 2026-12-31", "    - |", []string{"2026-06-01 i dag"}, nil, "2026-06-01"},
		{"status: ongoing", "status: ongoing\ncounty_wide: |", []string{"true ja", "false nej"}, nil, "true"},
		{"status: ongoing", "status: ongoing\nreports:\n  - date: 2026-05-01\n    ass|", []string{"assessment Bedömning"}, []string{"date", "owner"}, ""},
		{"    - 2026-12-31", "    - 2026-12-31\n  measures:\n    - {id: deltagare, title: Deltagare, unit: count}\nreports:\n  - date: 2026-05-01\n    text: T\n    values: {|}", []string{"deltagare Deltagare"}, nil, "deltagare: "},
		{"Deltagarna lär", "Del|tagarna lär", nil, []string{"alvesta"}, ""},
	} {
		raw, _ := e.askAt("textDocument/completion", initiative, strings.Replace(text, test.old, test.new, 1), nil)
		var list completionList
		if err := json.Unmarshal(raw, &list); err != nil {
			t.Fatal(err)
		}
		var offered, labels []string
		for _, i := range list.Items {
			offered, labels = append(offered, i.Label+" "+i.Detail), append(labels, i.Label)
		}
		for _, w := range test.want {
			if !slices.Contains(offered, w) {
				t.Errorf("%q: %q is not offered among %q", test.new, w, offered)
			}
		}
		for _, n := range test.not {
			if slices.Contains(labels, n) {
				t.Errorf("%q: %s is offered", test.new, n)
			}
		}
		if n := slices.IndexFunc(list.Items, func(i completionItem) bool { return i.TextEdit.NewText == test.edit }); test.edit != "" && n < 0 {
			t.Errorf("%q: nothing writes %q: %q", test.new, test.edit, labels)
		}
	}
}

func TestHover(t *testing.T) {
	e := start(t, county(t), "sv")
	text := e.read(initiative)
	for _, test := range []struct{ old, new, want string }{
		{"owner: alvesta", "owner: al|vesta", "**Alvesta kommun**\n\nPart `alvesta`"},
		{"owner: alvesta", "ow|ner: alvesta", "**Ansvarig** `owner`"},
		{"status: ongoing", "status: ong|oing", "**Pågår**"},
		{"cooperation_area: arbete-1", "cooperation_area: arb|ete-1", "**Utbilda tillsammans.**"},
		{"  method: Enkät", "  met|hod: Enkät", "`method`"},
		{"Deltagarna lär", "Delta|garna lär", ""},
	} {
		raw, _ := e.askAt("textDocument/hover", initiative, strings.Replace(text, test.old, test.new, 1), nil)
		var h hover
		if err := json.Unmarshal(raw, &h); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(h.Contents.Value, test.want) || test.want == "" && string(raw) != "null" {
			t.Errorf("%s: %s", test.new, h.Contents.Value)
		}
	}
}

func TestDefinitionAndReferences(t *testing.T) {
	e := start(t, county(t), "sv")
	raw, _ := e.askAt("textDocument/definition", initiative, strings.Replace(e.read(initiative), "owner: alvesta", "owner: |alvesta", 1), nil)
	var l location
	if err := json.Unmarshal(raw, &l); err != nil || l != (location{e.uri("agreement/parties.yaml"), span{position{4, 8}, position{4, 15}}}) {
		t.Errorf("%+v", l)
	}
	for file, marked := range map[string]string{
		initiative:               strings.Replace(e.read(initiative), "owner: alvesta", "owner: alvesta|", 1),
		"agreement/parties.yaml": strings.Replace(e.read("agreement/parties.yaml"), "id: alvesta", "id: a|lvesta", 1),
	} {
		raw, _ = e.askAt("textDocument/references", file, marked, map[string]any{"context": map[string]any{"includeDeclaration": true}})
		var list []location
		if err := json.Unmarshal(raw, &list); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range list {
			got = append(got, fmt.Sprintf("%s:%d:%d", strings.TrimPrefix(l.URI, e.uri("")), l.Range.Start.Line, l.Range.Start.Character))
		}
		if want := []string{"agreement/parties.yaml:4:8", "agreement/organisation.yaml:6:8", "plans/2026/sprak.md:3:7"}; !slices.Equal(got, want) {
			t.Errorf("%s: %q", file, got)
		}
	}
	// A file's own title stands for what the file is.
	raw, _ = e.askAt("textDocument/references", "agreement/areas/arbete.md", strings.Replace(e.read("agreement/areas/arbete.md"), "id: arbete-1", "id: |arbete-1", 1), nil)
	if n := strings.Count(string(raw), `"uri"`); n != 2 {
		t.Errorf("%d uses of the cooperation area: %s", n, raw)
	}
}

// A file that is not YAML while it is being written still knows what its words mean.
func TestBrokenText(t *testing.T) {
	e := start(t, county(t), "sv")
	broken := strings.Replace(e.read(initiative), "status: ongoing", "status: [", 1)
	raw, _ := e.askAt("textDocument/definition", initiative, strings.Replace(broken, "owner: alvesta", "owner: al|vesta", 1), nil)
	if !strings.Contains(string(raw), "parties.yaml") {
		t.Errorf("%s", raw)
	}
	if d := e.told[initiative]; len(d) != 1 || d[0].Code != "yaml-syntax" {
		t.Errorf("%+v", d)
	}
}

// changes are the texts of the files that an edit of the workspace leaves, by their files.
func (e *editor) changes(w workspaceEdit) map[string]string {
	e.t.Helper()
	texts := map[string]string{}
	apply := func(uri string, edits []textEdit) {
		file := strings.TrimPrefix(uri, e.uri(""))
		p := newPage(file, []byte(e.read(file)), false)
		slices.SortFunc(edits, func(a, b textEdit) int {
			return int(p.pos(b.Range.Start).Line)*1000 + b.Range.Start.Character - int(p.pos(a.Range.Start).Line)*1000 - a.Range.Start.Character
		})
		lines := p.Lines
		for _, edit := range edits {
			from, to := p.pos(edit.Range.Start), p.pos(edit.Range.End)
			if from.Line != to.Line {
				e.t.Fatalf("an edit over lines: %+v", edit)
			}
			line := []rune(lines[from.Line-1])
			lines[from.Line-1] = string(line[:from.Column-1]) + edit.NewText + string(line[to.Column-1:])
		}
		texts[file] = strings.Join(lines, "\n")
	}
	for uri, edits := range w.Changes {
		apply(uri, edits)
	}
	for _, c := range w.DocumentChanges {
		change := c.(map[string]any)
		if change["kind"] == "rename" {
			from, to := strings.TrimPrefix(change["oldUri"].(string), e.uri("")), strings.TrimPrefix(change["newUri"].(string), e.uri(""))
			if _, changed := texts[from]; !changed {
				texts[from] = e.read(from)
			}
			texts[to] = texts[from]
			delete(texts, from)
			texts["-"+from] = ""
			continue
		}
		var d documentEdit
		body, _ := json.Marshal(change)
		if err := json.Unmarshal(body, &d); err != nil {
			e.t.Fatal(err)
		}
		apply(d.TextDocument.URI, d.Edits)
	}
	return texts
}

func TestRename(t *testing.T) {
	dir := county(t)
	put(t, filepath.Join(dir, "plans/2027/plan.yaml"), "title: P\nscope: regional\nyear: 2027\nstatus: draft\n")
	put(t, filepath.Join(dir, "plans/2027/vidare.md"), strings.NewReplacer("2026-", "2027-", "title: Språk på jobbet", "title: Vidare\ncontinues: '2026/sprak'").Replace(stored(t, filepath.Join(dir, initiative))))
	e := start(t, dir, "sv")
	for _, test := range []struct {
		file, old, new, name string
		changed              []string
		gone, refused        string
	}{
		{initiative, "owner: alvesta", "owner: alv|esta", "alvesta-kommun", []string{"agreement/organisation.yaml", "agreement/parties.yaml", "plans/2026/sprak.md", "plans/2027/vidare.md"}, "alvesta", ""},
		{"agreement/areas/arbete.md", "id: arbete-1", "id: arbete-|1", "arbete-9", []string{"agreement/areas/arbete.md", "plans/2026/plan.yaml", "plans/2026/sprak.md", "plans/2027/vidare.md"}, "arbete-1", ""},
		{initiative, "title: Språk", "title: |Språk", "svenska", []string{"-plans/2026/sprak.md", "plans/2026/svenska.md", "plans/2027/vidare.md"}, "2026/sprak", ""},
		{initiative, "owner: alvesta", "owner: alv|esta", "forum", nil, "", "används redan"},
		{initiative, "owner: alvesta", "owner: alv|esta", "Ålvesta", nil, "", "kan inte vara en beteckning"},
		{initiative, "owner: alvesta", "owner: alv|esta", "../../x", nil, "", "kan inte vara en beteckning"},
		{"plans/2026/plan.yaml", "title: Handlings", "title: |Handlings", "2028", nil, "", "kan inte bytas härifrån"},
		{initiative, "Deltagarna", "Delt|agarna", "x", nil, "", "ingen beteckning"},
	} {
		raw, fail := e.askAt("textDocument/rename", test.file, strings.Replace(e.read(test.file), test.old, test.new, 1), map[string]any{"newName": test.name})
		if test.refused != "" {
			if fail == nil || !strings.Contains(fail.Message, test.refused) {
				t.Errorf("%s: %v %s", test.name, fail, raw)
			}
			continue
		}
		if fail != nil {
			t.Errorf("%s: %v", test.name, fail)
			continue
		}
		var w workspaceEdit
		if err := json.Unmarshal(raw, &w); err != nil {
			t.Fatal(err)
		}
		texts := e.changes(w)
		if got := slices.Sorted(maps.Keys(texts)); !slices.Equal(got, test.changed) {
			t.Errorf("%s: %q", test.name, got)
		}
		for file, text := range texts {
			if strings.Contains(strings.ReplaceAll(text, test.name, ""), test.gone) && !strings.HasPrefix(file, "-") {
				t.Errorf("%s: the old name is left in %s:\n%s", test.name, file, text)
			}
		}
	}
}

func stored(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
