package prose_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// FuzzMarkdown parses any text: it never panics, and every place lies in it.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range []string{
		"", "# A\n\nb [c](d) ![e](f) <g@h.se> https://i.se www.j.se\n", "| a | b |\n| - | - |\n| <i> | [j](k) |\n",
		"[^1]\n\n[^1]: a <b>\n", "> - 1. a\n>   ```\n>   <b>\n", "[a][b] [b]\n\n[b]: javascript:c 'd'\n", "<!-- a\n\nb -->\nå <c>\n",
		"A\n=\n\nB\n-\n", "&#106;&colon;\\*\\[", "*a **b* c**\n", " www.å.se a@b.se\n", "\u2028[a](b)\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || strings.ContainsAny(src, "\r\x00") {
			return // told of before a text gets here
		}
		doc, err := prose.Parse("a.md", 3, []byte(src))
		if err != nil {
			return
		}
		lines := strings.Split(src, "\n")
		hold := func(p diag.Pos) {
			if p.Line < 3 || int(p.Line) >= 3+len(lines) || p.Column < 1 || int(p.Column) > utf8.RuneCountInString(lines[p.Line-3])+1 {
				t.Fatalf("%v lies outside of %q", p, src)
			}
		}
		doc.Walk(func(b prose.Block) {
			switch b := b.(type) {
			case *prose.Heading:
				hold(b.At)
			case *prose.RawBlock:
				hold(b.At)
			}
		}, func(in prose.Inline) {
			switch in := in.(type) {
			case *prose.Link:
				hold(in.At)
				safe(t, in.Target)
			case *prose.Image:
				hold(in.At)
				safe(t, in.Target)
			case *prose.RawInline:
				hold(in.At)
			}
		})
	})
}

// safe holds that nothing which a browser would run is taken for harmless.
func safe(t *testing.T, target string) {
	to := prose.Resolve("a/b.md", target)
	read := strings.ToLower(strings.Map(func(c rune) rune {
		if c <= ' ' {
			return -1
		}
		return c
	}, target))
	for _, s := range []string{"javascript:", "data:", "vbscript:", "file:"} {
		if strings.HasPrefix(read, s) && to.Kind != prose.Unsafe {
			t.Fatalf("%q is taken for %v", target, to)
		}
	}
	if to.Kind == prose.Inside && (strings.HasPrefix(to.Path, "..") || strings.HasPrefix(to.Path, "/")) {
		t.Fatalf("%q leads out to %q", target, to.Path)
	}
}

func TestHostileTextsAreRefused(t *testing.T) {
	tests := []struct {
		name, text string
		want       error
	}{
		{"quotations in quotations", strings.Repeat(">", 100000), prose.ErrTooDeep},
		{"lists in lists", strings.Repeat("- ", 1000), prose.ErrTooDeep},
		{"numbered lists in lists", strings.Repeat("1. ", 1000), prose.ErrTooDeep},
		{"lists by indentation", strings.Repeat(" ", 1000) + "- a", prose.ErrTooDeep},
		{"brackets", strings.Repeat("[", 40000), prose.ErrTooCostly},
		{"links that never close", strings.Repeat("[a](", 5000), prose.ErrTooCostly},
		{"stars", strings.Repeat("*a ", 30000), prose.ErrTooCostly},
		{"stars and underscores", strings.Repeat("*a_ ", 5000), prose.ErrTooCostly},
		{"footnotes", strings.Repeat("[^a]\n\n", 10000), prose.ErrTooCostly},
		{"paragraphs", strings.Repeat("a\n\n", 60_000), prose.ErrTooCostly},
		{"items", strings.Repeat("- a\n", 60_000), prose.ErrTooCostly},
		{"headings", strings.Repeat("## h\n", 3_000), prose.ErrTooCostly},
		{"lines of code", "```\n" + strings.Repeat("x\n", 60_000) + "```\n", prose.ErrTooCostly},
		{"links in a row", strings.Repeat("[a](b)\n\n", 30_000), prose.ErrTooCostly},
		{"cells", "|a|b|\n|-|-|\n" + strings.Repeat("|c|d|\n", 30_000), prose.ErrTooCostly},
		{"cells that are not there", strings.Repeat("|a", 1000) + "|\n" + strings.Repeat("|-", 1000) + "|\n" + strings.Repeat("|\n", 1000), prose.ErrTooCostly},
	}
	for _, tt := range tests {
		if _, err := prose.Parse("a.md", 1, []byte(tt.text)); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func TestLargeTextsAreTaken(t *testing.T) {
	texts := map[string]string{
		"a long table":           "| a | b | c | d |\n| - | - | - | - |\n" + strings.Repeat("| [a](b) | *c* | d | e |\n", 3000),
		"a long list of links":   strings.Repeat("- [a](https://b.se)\n", 5000),
		"paragraphs of emphasis": strings.Repeat("Det är *viktigt* och **sant** [1].\n\n", 20000),
		"code, far to the right": "```\n" + strings.Repeat(" ", 600) + "a\n```\n",
	}
	for name, text := range texts {
		if _, err := prose.Parse("a.md", 1, []byte(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
