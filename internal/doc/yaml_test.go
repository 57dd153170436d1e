package doc

import (
	"errors"
	"strings"
	"testing"
)

// A file may be of nothing but values, whose nodes take a hundred times its size; what
// people write must never be taken for one.
func TestTooManyValues(t *testing.T) {
	few, many := MaxValues/4, MaxValues
	for name, test := range map[string]struct {
		src  string
		many bool
	}{
		"keys":             {strings.Repeat("key: value\n", many), true},
		"items":            {"a:\n" + strings.Repeat("- b\n", many), true},
		"items on a line":  {strings.Repeat("- - - - a\n", many/4), true},
		"list in brackets": {"a: [" + strings.Repeat("b,", many) + "]", true},
		"fields in braces": {"a: {" + strings.Repeat("b: c, ", many) + "}", true},
		"a long text":      {"a: " + strings.Repeat("ord, ord - ord: ", many), false},
		"comments":         {"a: b\n" + strings.Repeat("# c\n", many), false},
		"empty lines":      {"a: b\n" + strings.Repeat("\n", many), false},
		"a series":         {"series:\n" + strings.Repeat("  - {year: 2019, total: 5}\n", few/6), false},
	} {
		if got := values(test.src) > MaxValues; got != test.many {
			t.Errorf("%s: %d values", name, values(test.src))
		}
	}
}

func TestParse(t *testing.T) {
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
	for _, of := range []string{"0", "1", "2", "3"} {
		next := string(of[0] + 1)
		bomb += "a" + next + ": &a" + next + " [" + strings.Repeat("*a"+of+", ", 9) + "]\n"
	}
	for name, test := range map[string]struct {
		src  string
		want error
		line int // of a syntax error
	}{
		"nothing":            {"", nil, 0},
		"a comment":          {"# a\n", nil, 0},
		"fields":             {"a: 1\nb: 2\n", nil, 0},
		"a line separator":   {"a: b\u2028c\n", nil, 0},
		"deep":               {"a: " + strings.Repeat("[", MaxDepth) + strings.Repeat("]", MaxDepth), ErrTooDeep, 0},
		"very deep":          {"a: " + strings.Repeat("[", 20_000), ErrMuchTooDeep, 0},
		"a bomb":             {bomb, ErrTooLong, 0},
		"an alias of itself": {"a: &a [*a]\n", ErrTooLong, 0},
		"many":               {strings.Repeat("a: b\n", MaxValues), ErrTooManyValues, 0},
		"no colon":           {"a: b\nc\nd: e\n", nil, 2},
		"another document":   {"a: b\n---\nc: d\n", nil, 2},
		"a reserved mark":    {"a: b\nc: @d\n", nil, 2},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(test.src)
			var syntax *SyntaxError
			if test.line > 0 {
				if !errors.As(err, &syntax) || syntax.Line != test.line || syntax.Second != (name == "another document") {
					t.Errorf("%#v, want line %d", err, test.line)
				}
			} else if !errors.Is(err, test.want) {
				t.Errorf("%v, want %v", err, test.want)
			}
		})
	}
}
