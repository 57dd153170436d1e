package prose_test

import (
	"fmt"
	"slices"
	"testing"

	"samsyn/internal/prose"
)

// What is shown as it is written, with its place.
func TestLiterals(t *testing.T) {
	for text, want := range map[string][]string{
		"Se [avtalet] (https://www.example.se/a) här.":        {"0 1:4 [avtalet] (https://www.example.se/a)"},
		"Se [a]\n(../x.md).":                                  {"0 1:4 [a] (../x.md)"},
		"Rad ett\noch *[r](https://e.se/min rapport.pdf)* nu": {"1 2:6 [r](https://e.se/min rapport.pdf)"},
		"(avtalet)[https://e.se/]":                            {"2 1:1 (avtalet)[https://e.se/]"},
		"- punkt\n- två.[^1] [^x]\n":                          {"3 2:7 [^1]", "3 2:12 [^x]"},
		"| a | b |\n| - | - |\n| 1 | 2 | 3 |\n| 1 | 2 |":      {"4 3:1 | 1 | 2 | 3 |"},
		"| a | b | c |\n| --- | --- |\n| 1 | 2 |":             {"5 1:1 | a | b | c | | --- | --- |"},
		"##Rubrik\n\ntext":                                    {"6 1:1 ##Rubrik"},

		"[a](b) och [b](<c d>) [x][y] [y]\n\n[y]: z":             nil,
		"Not.[^1]\n\n[^1]: Texten.":                              nil,
		"`[a] (https://e.se)`, \\[^1\\] och \\[a](b c)":          nil,
		"[a] (b), [sic] och åtta [i länet] (stycken)":            nil,
		"#hashtag och ett #2":                                    nil,
		"| a | b |\n| - | - |\n| 1 \\| 2 | 3 |\n| 1 |":           nil,
		"    [a] (https://e.se)\n\n```\n[a] (https://e.se)\n```": nil,
	} {
		doc, err := prose.Parse("a.md", 1, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range doc.Literals {
			got = append(got, fmt.Sprintf("%d %d:%d %s", l.Kind, l.At.Line, l.At.Column, l.Shown))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
