package rewrite

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
)

func one() *Value {
	return Entry(Field{"date", Date("2026-06-20")}, Field{"text", Text(nil, "Det går bra, ännu.")})
}

func TestAppendToAFileThatSaysNothing(t *testing.T) {
	entry := "reports:\n  - date: 2026-06-20\n    text: Det går bra, ännu.\n"
	for before, after := range map[string]string{"": entry, "\n": "\n" + entry, "# ours": "# ours\n" + entry} {
		if got, err := Append("initiative", false, []byte(before), "reports", one()); err != nil || string(got) != after {
			t.Errorf("%q: %v\n%q", before, err, got)
		}
	}
}

func TestAppend(t *testing.T) {
	for _, test := range []struct{ name, before, after string }{
		{"to a list", "---\ntitle: A\nreports:\n  - date: 2026-01-01\n    text: B\nnote: C\n---\nBody\n",
			"---\ntitle: A\nreports:\n  - date: 2026-01-01\n    text: B\n  - date: 2026-06-20\n    text: Det går bra, ännu.\nnote: C\n---\nBody\n"},
		{"to one that is not indented, with comments and CRLF", "---\r\ntitle: A # a\r\nreports: # r\r\n- date: 2026-01-01 # d\r\n  text: >-\r\n    B\r\n\r\n    C\r\n\r\n# n\r\nnote: C\r\n---\r\n",
			"---\r\ntitle: A # a\r\nreports: # r\r\n- date: 2026-01-01 # d\r\n  text: >-\r\n    B\r\n\r\n    C\r\n- date: 2026-06-20\r\n  text: Det går bra, ännu.\r\n\r\n# n\r\nnote: C\r\n---\r\n"},
		{"behind the comments of an entry", "---\nreports:\n  - date: 2026-01-01\n    # by whom\n    #by: x\n  # the next in June\nnote: C\n---\n",
			"---\nreports:\n  - date: 2026-01-01\n    # by whom\n    #by: x\n  - date: 2026-06-20\n    text: Det går bra, ännu.\n  # the next in June\nnote: C\n---\n"},
		{"where there is none", "---\ntitle: A\nfollow_up:\n  method: M\n  # more to say\nnote: C\n---\n",
			"---\ntitle: A\nfollow_up:\n  method: M\n  # more to say\nreports:\n  - date: 2026-06-20\n    text: Det går bra, ännu.\nnote: C\n---\n"},
		{"behind its example", "---\nfollow_up:\n  method: M\n\n# What happened\n#reports:\n#  - date: 2025\n\nnote: C\n---\n",
			"---\nfollow_up:\n  method: M\n\n# What happened\n#reports:\n#  - date: 2025\nreports:\n  - date: 2026-06-20\n    text: Det går bra, ännu.\n\nnote: C\n---\n"},
		{"to an empty one", "---\ntitle: A\nreports: [] # none\n---\n", "---\ntitle: A\nreports: # none\n  - date: 2026-06-20\n    text: Det går bra, ännu.\n---\n"},
		{"to one that says nothing", "---\nreports:\ntitle: A\n---\n", "---\nreports:\n  - date: 2026-06-20\n    text: Det går bra, ännu.\ntitle: A\n---\n"},
		{"in brackets", "---\ntitle: A\nreports: [{date: 2026-01-01, text: B}]\n---\n",
			"---\ntitle: A\nreports:\n  - date: 2026-01-01\n    text: B\n  - date: 2026-06-20\n    text: Det går bra, ännu.\n---\n"},
		{"to what repeats another", "---\na: &x [{date: 2026}]\nreports: *x\n---\n", "---\na: &x [{date: 2026}]\nreports:\n  - date: 2026\n  - date: 2026-06-20\n    text: Det går bra, ännu.\n---\n"},
		{"to fields in braces", "---\n{title: A}\n---\n", "---\ntitle: A\nreports:\n  - date: 2026-06-20\n    text: Det går bra, ännu.\n---\n"},
		{"under a byte order mark", "\ufeff---\ntitle: A\n---\n", "\ufeff---\ntitle: A\nreports:\n  - date: 2026-06-20\n    text: Det går bra, ännu.\n---\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Append("initiative", true, []byte(test.before), "reports", one())
			if err != nil || string(got) != test.after {
				t.Errorf("%v\n%q, want\n%q", err, got, test.after)
			}
		})
	}
}

// What cannot be added to without touching the rest is refused.
func TestAppendRefuses(t *testing.T) {
	for _, before := range []string{
		"---\nreports: text\n---\n", "---\n- a\n---\n", "no front matter", "---\na: [\n---\n",
	} {
		if got, err := Append("initiative", true, []byte(before), "reports", one()); err == nil {
			t.Errorf("%q became %q", before, got)
		}
	}
}

func TestEntry(t *testing.T) {
	text := "Ett stycke: med # och \"citat\".\n\n- ett till"
	e := Entry(Field{"date", Date("2026-06-20")}, Field{"text", Text(nil, text)},
		Field{"values", Entry(Field{"1-a", Plain(nil, "3")}, Field{"no", Entry(Field{"women", Plain(nil, "2.5")})})})
	for _, before := range []string{"title: A\nreports: []\n", "title: A\nreports: [{date: 2026, text: B}]\n"} {
		out, err := Append("initiative", false, []byte(before), "reports", e)
		if err != nil {
			t.Fatal(err)
		}
		root, err := doc.Parse(string(out))
		if err != nil {
			t.Fatal(err)
		}
		var c struct {
			Reports []struct {
				Text   string
				Values map[string]any
			}
		}
		if err := root.Decode(&c); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if last := c.Reports[len(c.Reports)-1]; last.Text != text || len(last.Values) != 2 {
			t.Errorf("%s is read as %+v", out, last)
		}
	}
}

// Whatever a file holds, what was added is read back as it was given, or nothing is
// written. That the rest says what it said is looked at by Append itself.
func FuzzAppend(f *testing.F) {
	for _, s := range []string{"reports:\n  - text: |+\n      a\n\nnote: b\n", "reports: [a, # b\n]\n", "? a\n: b\nreports:\n- - a\n", "reports: 'a\n  b'\n", "a: b\nreports: {}\n"} {
		f.Add(s, "Text: a # b\nc")
	}
	f.Fuzz(func(t *testing.T, before, text string) {
		out, err := Append("initiative", false, []byte(before), "reports", Entry(Field{"text", Text(nil, text)}))
		if err != nil {
			return
		}
		root, err := doc.Parse(strings.TrimPrefix(string(out), "\ufeff"))
		if err != nil {
			t.Fatalf("%q: %v", out, err)
		}
		var list *yaml.Node
		for p := range doc.Pairs(root) {
			if p.Key.Value == "reports" {
				list = doc.Target(p.Value)
			}
		}
		if list == nil || len(list.Content) == 0 {
			t.Fatalf("%q has no report", out)
		}
		var last struct{ Text string }
		if err := list.Content[len(list.Content)-1].Decode(&last); err != nil || last.Text != string([]rune(text)) {
			t.Fatalf("%q says %q: %v", out, last.Text, err)
		}
	})
}
