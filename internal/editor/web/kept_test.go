package web

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"samsyn/templates"
)

// What a page was made of is nothing that somebody has typed: each hidden field of the
// editor's pages is known as one.
func TestHiddenFieldsAreNotTyped(t *testing.T) {
	hidden := regexp.MustCompile(`type="hidden" name="([^"]*)"`)
	files, err := fs.Glob(templates.Editor, "edit/*.html")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, file := range files {
		data, err := fs.ReadFile(templates.Editor, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range hidden.FindAllStringSubmatch(string(data), -1) {
			name := m[1]
			switch {
			case name == "{{.TokenIn}}", name == "{{.Path}}": // carried, and unwritten
			case file == "edit/form.html" && name == "{{.Name}}", file == "edit/frame.html" && name == "{{.Name}}": // what is kept
			case file == "edit/bring.html" && strings.HasPrefix(name, "{{.Name}}-"): // kolumn-…
			case slices.ContainsFunc(carried.begin, func(with string) bool { return strings.HasPrefix(name, with) }):
			case slices.Contains(carried.names, name):
			default:
				t.Errorf("%s: %s is not among what pages carry", file, name)
			}
			seen++
		}
	}
	if seen < 20 {
		t.Errorf("%d hidden fields", seen)
	}
}

func TestTyped(t *testing.T) {
	long := "En text som ingen vill skriva en gång till."
	commit := strings.Repeat("0123456789", 4)
	for _, c := range []struct {
		name, value string
		want        bool
	}{
		{"_text", long, true},
		{"words", long, true},
		{"translations[n0].text", strings.Repeat("没有空格的文本", 6), true},
		{"title", "Kort", false},
		{"tip", commit, false},
		{"innehall", strings.Repeat("UEsDBBQ", 1000), false},
		{"namn", "Handlingsplanen efter mötet i mars, den andra versionen.xlsx", false},
		{"kolumner", "kolumn-blad-0 title cooperation_area owner status", false},
		{"kolumn-blad-0-blad", long, false},
		{"_file:_text", "bild.png " + commit, false},
		{"choose:plans/2026/a.md title 0", long, false},
		{"cooperation_area", "den-som-har-ett-mycket-langt-namn-i-verksamheten", false},
		{"parties", "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 n0 n1", false},
	} {
		if got := len(typed([]Kept{{c.name, c.value}})) == 1; got != c.want {
			t.Errorf("%s %.40q: %v", c.name, c.value, got)
		}
	}
}
