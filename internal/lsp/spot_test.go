package lsp

import (
	"slices"
	"strings"
	"testing"
)

// What stands at a bar, in text that is being written.
func TestFind(t *testing.T) {
	for _, test := range []struct {
		text, path string
		place      placing
		word       string
	}{
		{"ti|tle: A\n", "", aField, "title"},
		{"title: A\nown|\nstatus: x\n", "", either, "own"},
		{"title: A\n|\n", "", either, ""},
		{"owner: al|vesta\n", "owner", aValue, "alvesta"},
		{"owner: |\n", "owner", aValue, ""},
		{"owner:\n  na|me: X\n", "owner", aField, "name"},
		{"owner: \"al|vesta\"\n", "owner", aValue, "alvesta"},
		{"follow_up:\n  method: Vi frågar.\n  resp|\n", "follow_up", either, "resp"},
		{"follow_up:\n  method: Vi frågar\n    dem som|\n", "", nowhere, "som"},
		{"follow_up:\n  method: |\n    own|er: x\n  due:\n", "", nowhere, ""},
		{"follow_up:\n  method: >-\n    owner: x\n  du|e:\n", "follow_up", aField, "due"},
		{"follow_up:\n  due:\n    - 2025-01-01\n    - |\n", "follow_up due", either, ""},
		{"follow_up:\n  due:\n  - 2025-0|1-01\n", "follow_up due", either, "2025-01-01"},
		{"partners:\n- a\n- b|\n", "partners", either, "b"},
		{"partners:\n- a\nstat|us: x\n", "", aField, "status"},
		{"partners: [a, b|]\n", "partners", aValue, "b"},
		{"partners: [\n  a,\n  |\n]\n", "partners", aValue, ""},
		{"period: {from: 2025, t|o: 2026}\n", "period", aField, "to"},
		{"period: {from: 2|025}\n", "period from", aValue, "2025"},
		{"period: {from: 2025, |\n", "period", either, ""},
		{"reports:\n  - date: 2025-05-01\n    values: {deltagare: {wom|en: 3}}\n", "reports values deltagare", aField, "women"},
		{"reports:\n  - date: 2025-05-01\n    ass|\n", "reports", either, "ass"},
		{"reports:\n  - date: 2025-05-01\n    values:\n      deltagare: 4\n  - |\n", "reports", either, ""},
		{"reports:\n  - date: 2025-05-01\n  - dat|e: x\n", "reports", aField, "date"},
		{"# om own|er\ntitle: A\n", "", nowhere, "owner"},
		{"title: A # av al|vesta\n", "", nowhere, "alvesta"},
		{"title: \"A # av al|vesta\"\n", "title", aValue, "alvesta"},
		{"title: 'en\n  rad sta|tus: x'\nowner: b\n", "", nowhere, "status"},
		{"title: 'en\n  rad'\now|ner: b\n", "", aField, "owner"},
		{"title: &t !!str A\nown|er: b\n", "", aField, "owner"},
		{"bodies:\n  - id: forum\n    members:\n      - party: ve|xjo\n        role: x\n", "bodies members party", aValue, "vexjo"},
		{"}}]: {[\n|", "", either, ""},
		{"continues: 2025/ski|ll-up\n", "continues", aValue, "2025/skill-up"},
		{"name: Växj|ö\n", "name", aValue, "Växjö"},
	} {
		lines := strings.Split(test.text, "\n")
		line := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "|") })
		if strings.Count(test.text, "|") > 1 { // the last bar is the place
			for n, l := range lines {
				if strings.Contains(l, "|") {
					line = n
				}
			}
		}
		at := strings.LastIndex(lines[line], "|")
		column := len([]rune(lines[line][:at]))
		lines[line] = lines[line][:at] + lines[line][at+1:]
		got := find(lines, line, column)
		if got.place == nowhere {
			got.path = nil
		}
		if path := strings.Join(got.path, " "); path != test.path || got.place != test.place || got.word != test.word && test.word != "" {
			t.Errorf("%q: path %q, place %d, word %q; want %q, %d, %q", test.text, path, got.place, got.word, test.path, test.place, test.word)
		}
	}
}

// The fields that a mapping has already, wherever they stand around the line.
func TestTaken(t *testing.T) {
	text := "title: A\nbodies:\n  - id: forum\n    \n    name: F\n    members:\n      - party: a\n        role: b\n  - id: other\n    chair: c\nnote: d"
	for line, want := range map[int][]string{3: {"id", "members", "name"}, 0: {"bodies", "note"}, 7: {"party"}, 9: {"id"}, 10: {"bodies", "title"}} {
		lines := strings.Split(text, "\n")
		column := indentOf(lines[line])
		if got := find(lines, line, column).taken; !slices.Equal(got, want) {
			t.Errorf("line %d: %q, want %q", line, got, want)
		}
	}
}

// Whatever somebody writes, a place in it is looked at in bounded time and without harm.
func FuzzFind(f *testing.F) {
	f.Add("a: {b: [c, 'd\n", 0, 3)
	f.Add("- - - x: |\n  y", 1, 2)
	f.Fuzz(func(t *testing.T, text string, line, column int) {
		lines := strings.Split(text, "\n")
		if line < 0 || line >= len(lines) || column < 0 {
			return
		}
		got := find(lines, line, column)
		if own := []rune(lines[line]); got.from < 0 || got.from > got.to || got.to > len(own) || string(own[got.from:got.to]) != got.word {
			t.Errorf("%+v", got)
		}
	})
}
