package doc

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
)

func TestFront(t *testing.T) {
	for _, test := range []struct {
		name, file   string
		fields, body string
		bodyLine     int
		err          error
	}{
		{"both", "---\na: b\n---\ntext\n", "a: b", "text\n", 4, nil},
		{"no fields", "---\n---\ntext", "", "text", 3, nil},
		{"no body", "---\na: b\n---", "a: b", "", 4, nil},
		{"spaces behind", "--- \na: b\n---\t\n", "a: b", "", 4, nil},
		{"CRLF and a mark", "\ufeff---\r\na: b\r\n---\r\ntext\r\n", "a: b", "text\n", 4, nil},
		{"an empty line before the end", "---\na: b\n\n---\n", "a: b\n", "", 5, nil},
		{"a line below", "---\na: b\n---\ntext\n---\n", "a: b", "text\n---\n", 4, nil},
		{"spaces before", " ---\na: b\n---\n", "", "", 0, ErrNotOpened},
		{"four", "----\na: b\n---\n", "", "", 0, ErrNotOpened},
		{"nothing", "", "", "", 0, ErrNotOpened},
		{"open", "---\na: b\n", "", "", 0, ErrNotClosed},
		{"indented end", "---\na: b\n ---\n", "", "", 0, ErrNotClosed},
	} {
		t.Run(test.name, func(t *testing.T) {
			front, err := NewText("a.md", []byte(test.file)).Front()
			if !errors.Is(err, test.err) || front != (Front{test.fields, test.body, test.bodyLine}) {
				t.Errorf("got %q %v", front, err)
			}
		})
	}
	if got := (Front{Fields: "a: b", Body: "text"}).String(); got != "---\na: b\n---\ntext" {
		t.Errorf("got %q", got)
	}
}

// The place of a value is what an editor would mark of it.
func TestPlace(t *testing.T) {
	for _, test := range []struct{ name, yaml, want string }{
		{"plain", "a: öl och mat # mer\n", "öl och mat"},
		{"plain over lines", "a: ett\n  två # mer\nb: c\n", "ett¶  två"},
		{"double quotes", `a: "b \" c" # d`, `"b \" c"`},
		{"single quotes", `a: 'b '' c'`, `'b '' c'`},
		{"quotes over lines", "a: 'b\n\n  c'\n", "'b¶¶  c'"},
		{"an escaped backslash", `a: ["b\\", c]`, `["b\\", c]`},
		{"a list in brackets", "a: [b, [c, 'd]'],\n  {e: f}] # g\n", "[b, [c, 'd]'],¶  {e: f}]"},
		{"a comment in brackets", "a: [b, # ]\n  c]\n", "[b, # ]¶  c]"},
		{"fields in braces", "a: {b: c}\n", "{b: c}"},
		{"a list", "a:\n  - b\n", "-"},
		{"fields", "a:\n  b: c\n", "b"},
		{"an anchor", "a: &x b\n", "&x b"},
		{"an anchor alone", "a: &x # b\n", "&x"},
		{"a tag alone", "a: !!str\n", "!!str"},
		{"below its line", "a: | # b\n  c\n", "|"},
		{"an address", "a: https://example.org/#top\n", "https://example.org/#top"},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := NewText("a.yaml", []byte(test.yaml))
			root, err := Parse(test.yaml)
			if err != nil {
				t.Fatal(err)
			}
			at := Locator{Text: text}.Place(root.Content[1]).Range
			if got := marked(text, at); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A place on a long line is the one that is counted out letter by letter.
func TestPlacesOnALongLine(t *testing.T) {
	for _, letter := range []string{"a", "å", "😀", "\xff"} {
		line := "x" + strings.Repeat(letter, 3*stretch) + "y"
		for _, long := range []string{"k\n" + line + "\nk", line} {
			text := NewText("a.yaml", []byte(long))
			n := strings.Count(long[:strings.Index(long, "x")], "\n")
			column := 1
			for i := range line {
				at := text.Place(n, i, 1)
				if at.Range.Start != diag.At(n+1, column) {
					t.Fatalf("%q: byte %d is at %v, want column %d", letter, i, at.Range.Start, column)
				}
				if rest := text.from(at.Range.Start); rest != line[i:] {
					t.Fatalf("%q: from column %d on there are %d bytes, want %d", letter, column, len(rest), len(line)-i)
				}
				column++
			}
			if rest := text.from(diag.At(n+1, column)); rest != "" {
				t.Errorf("%q: %q stands behind the line", letter, rest)
			}
			if rest := text.from(diag.At(n+1, column+stretch)); rest != "" {
				t.Errorf("%q: %q stands far behind the line", letter, rest)
			}
		}
	}
}

// marked is what stands in a range, with ¶ between lines.
func marked(t Text, r diag.Range) string {
	cut := func(line string, column int32) string { return string([]rune(line)[:column-1]) }
	lines := append([]string(nil), t.Lines[r.Start.Line-1:r.End.Line]...)
	last := len(lines) - 1
	lines[last] = cut(lines[last], r.End.Column)
	lines[0] = strings.TrimPrefix(lines[0], cut(t.Lines[r.Start.Line-1], r.Start.Column))
	return strings.Join(lines, "¶")
}

func TestEndOfFlowSaysWhatIsOdd(t *testing.T) {
	for src, want := range map[string]Ending{
		"[a, b]": Closed, "{a: 'b # c'}": Closed, "[a#b, c&d]": Closed,
		"[a, # b\nc]": Odd, "[&a b]": Odd, "[!t b]": Odd, "{? a : b}": Odd,
		"[a": Open, "['a]": Open,
	} {
		if _, got := NewText("", []byte(src)).EndOfFlow(diag.Pos{Line: 1, Column: 1}); got != want {
			t.Errorf("%q: %v, want %v", src, got, want)
		}
	}
}

func TestEndOfBlock(t *testing.T) {
	for _, test := range []struct {
		src              string
		outer, end, base int
	}{
		{"|\n  a\n  b\nc: d", -1, 3, 2},
		{"|\n  a\n\n   b\n\nc: d", 0, 4, 2},
		{"|+\n  a\n\nc: d", 0, 3, 2},
		{"|1-\n   a\nb: c", 0, 2, 1},
		{"|\nb: c", 0, 1, 0},
	} {
		end, base := NewText("", []byte(test.src)).EndOfBlock(diag.Pos{Line: 1, Column: 1}, test.outer)
		if end != test.end || base != test.base {
			t.Errorf("%q: line %d, %d spaces, want %d and %d", test.src, end, base, test.end, test.base)
		}
	}
}

// Whatever a file holds, it is read or refused, and every value lies inside it.
func FuzzDocument(f *testing.F) {
	for _, s := range []string{"a: [b, {c: 'd'}] # e\n? f\n: g\n", "a: &x 'b\n  c'\nd: *x\n", "a: |2+\n   b\n\nc: \"d\\\n e\"", "- - a\n  - b: c\n", "a: !t\n  b\n", " #00\n?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		text := NewText("a.yaml", []byte(src))
		if !utf8.ValidString(src) {
			return
		}
		root, err := Parse(text.Src)
		if err != nil || root == nil {
			return
		}
		hold(t, Locator{Text: text}, root)
	})
}

func hold(t *testing.T, l Locator, n *yaml.Node) {
	r := l.Place(n).Range
	if n.Line > 0 && (r.Start.Line < 1 || int(r.End.Line) > len(l.Text.Lines) || r.End.Line < r.Start.Line ||
		r.End.Line == r.Start.Line && r.End.Column < r.Start.Column || int(r.End.Column) > utf8.RuneCountInString(l.Text.Lines[r.End.Line-1])+1) {
		t.Fatalf("%q: %v", n.Value, r)
	}
	for _, c := range n.Content {
		hold(t, l, c)
	}
}
