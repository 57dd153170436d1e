package edit

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"samsyn/internal/doc"
	"samsyn/schema"
)

// Each archive holds a file as it was, "in.yaml" or "in.md", and as it must be
// laid out, "want". Its comment begins with the kind of the file.
func TestFormat(t *testing.T) {
	archives, err := filepath.Glob("testdata/format/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			kind, _, _ := strings.Cut(string(a.Comment), "\n")
			in, want := a.Files[0], a.Files[1]
			markdown := strings.HasSuffix(in.Name, ".md")
			got, err := Format(kind, markdown, in.Data)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want.Data) {
				t.Errorf("got\n%s\nwant\n%s", got, want.Data)
			}
			again, err := Format(kind, markdown, got)
			if err != nil || !bytes.Equal(again, got) {
				t.Errorf("twice gives %v\n%s", err, again)
			}
		})
	}
}

func TestFormatBytes(t *testing.T) {
	for _, test := range []struct {
		name, kind, in, want string
		markdown             bool
	}{
		{"byte order mark and CRLF", "samsyn", "\ufefftitle: X\r\nlanguage: sv\r\n", "title: X\nlanguage: sv\n", false},
		{"anchors and aliases", "plan", "title: P\nparties:  &all\n- a\n- b\npriorities:\n- cooperation_area: &first c-1\n  note: &n   Först.\nnote: *n\nscope:   regional\n", "title: P\nparties: &all\n  - a\n  - b\npriorities:\n  - cooperation_area: &first c-1\n    note: &n Först.\nnote: *n\nscope: regional\n", false},
		{"an anchor on fields", "plan", "year: 2025\ntitle: P\nperiod: &p # tiden\n   to: 2026\n   from: 2025\n", "year: 2025\ntitle: P\nperiod: &p # tiden\n  to: 2026\n  from: 2025\n", false},
		{"an unknown field stays behind its field", "plan", "year: 2025\nmystery: 1\ntitle: P\n", "title: P\nyear: 2025\nmystery: 1\n", false},
		{"an unknown field stays first", "plan", "mystery: 1\nyear: 2025\ntitle: P\n", "mystery: 1\ntitle: P\nyear: 2025\n", false},
		{"empty fields go", "plan", "title: P\nnote: \"\"\npriorities: []\nscope:\n", "title: P\nscope:\n", false},
		{"an empty field with a comment stays", "plan", "title: P\nnote: # kommer\n", "title: P\nnote: # kommer\n", false},
		{"lone CR", "samsyn", "title: X\rlanguage: sv", "title: X\nlanguage: sv\n", false},
		{"text below as it is", "review", "---\r\ndate:   2025-01-01\r\n---\r\n\r\n\r\n# A  \r\n\r\n  b", "---\ndate: 2025-01-01\n---\n\n\n# A  \n\n  b\n", true},
		{"chapter", "", "\ufeff# A\r\n\r\n* b", "# A\n\n* b\n", true},
		{"empty file", "samsyn", "", "", false},
		{"comments alone", "samsyn", "\n\n  # a\n\n\n# b\n\n", "# a\n\n# b\n", false},
		{"empty front matter", "review", "---\n---\nText\n", "---\n---\nText\n", true},
		{"space behind the fence", "review", "--- \ndate: 2025-01-01\n---\t\nText\n", "---\ndate: 2025-01-01\n---\nText\n", true},
		{"marker of a document", "samsyn", "# a\n---\ntitle: X\n", "# a\ntitle: X\n", false},
		{"empty lines that are text", "samsyn", "title: X\nlicence: |+\n  a\n\n\n  b\n\n\n", "title: X\nlicence: |+\n  a\n\n\n  b\n\n\n", false},
		{"literal at the end of a front matter", "review", "---\ncase_number: |\n    a\n    b\n---\n", "---\ncase_number: |\n  a\n  b\n---\n", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Format(test.kind, test.markdown, []byte(test.in))
			if err != nil || string(got) != test.want {
				t.Errorf("got %q %v, want %q", got, err, test.want)
			}
		})
	}
}

// What cannot be read, or laid out without risk, is left alone.
func TestFormatLeavesAlone(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     error
		markdown bool
	}{
		{"not UTF-8", "title: \xe5\n", ErrUnreadable, false},
		{"not YAML", "title: [a\n", ErrUnreadable, false},
		{"tab", "a:\n\tb: 1\n", ErrUnreadable, false},
		{"list", "- a\n", ErrUnreadable, false},
		{"two documents", "a: 1\n---\nb: 2\n", ErrUnreadable, false},
		{"merge not finished", "<<<<<<< a\na: 1\n=======\na: 2\n>>>>>>> b\n", ErrUnreadable, false},
		{"no front matter", "a: 1\n", ErrUnreadable, true},
		{"endless front matter", "---\na: 1\n", ErrUnreadable, true},
		{"deep", strings.Repeat("[", 100) + strings.Repeat("]", 100), ErrUnreadable, false},
		{"directive", "%YAML 1.2\n---\na: 1\n", ErrLeft, false},
		{"explicit key", "? a\n: b\n", ErrLeft, false},
		{"comment within brackets", "areas: [a, # why\n  b]\n", ErrLeft, false},
		{"anchor on an item", "areas:\n  - &x\n    a: 1\n", ErrLeft, false},
		{"literal without an end", "licence: |\n  a", ErrLeft, false},
		{"line separator", "title: a\u2028b\n", ErrLeft, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Format("samsyn", test.markdown, []byte(test.in))
			if !errors.Is(err, test.want) || got != nil {
				t.Errorf("got %q, %v; want %v", got, err, test.want)
			}
		})
	}
}

func FuzzFormat(f *testing.F) {
	kinds := append(schema.Names(), "")
	archives, _ := filepath.Glob("testdata/format/*.txtar")
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		kind, _, _ := strings.Cut(string(a.Comment), "\n")
		f.Add(uint(slices.Index(kinds, kind)), strings.HasSuffix(a.Files[0].Name, ".md"), a.Files[0].Data)
	}
	f.Add(uint(0), false, []byte("a: [b, {c: 'd'}] # e\n? f\n: g\n"))
	f.Add(uint(3), false, []byte("parties:\n- - a\n  # b\n- |2+\n   c\n\n# d\n"))
	f.Fuzz(func(t *testing.T, kind uint, markdown bool, in []byte) {
		holdFormat(t, kinds[kind%uint(len(kinds))], markdown, in)
	})
}

// holdFormat lays out a file twice: it may be refused, but what is laid out says
// the same and stays as it is.
func holdFormat(t *testing.T, kind string, markdown bool, in []byte) {
	got, err := Format(kind, markdown, in)
	if err != nil {
		if got != nil {
			t.Fatalf("an error and %q", got)
		}
		return
	}
	again, err := Format(kind, markdown, got)
	if err != nil || !bytes.Equal(got, again) {
		t.Fatalf("%q\ngives %q\nand then %q %v", in, got, again, err)
	}
	if kind == "" {
		return
	}
	a, errA := parse(withoutMarker(fieldsOf(t, markdown, in)))
	b, errB := parse(fieldsOf(t, markdown, got))
	if errA != nil || errB != nil || (a == nil) != (b == nil) || a != nil && !sameValue(a, b) {
		t.Fatalf("%q\nsays another thing than %q", in, got)
	}
}

func fieldsOf(t *testing.T, markdown bool, data []byte) string {
	file := doc.NewText("", data)
	if !markdown {
		return file.Src
	}
	front, err := file.Front()
	if err != nil {
		t.Fatal(err)
	}
	return front.Fields
}
