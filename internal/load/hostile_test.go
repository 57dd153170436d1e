package load

import (
	"flag"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"samsyn/internal/diag"
	"samsyn/internal/layout"
	"samsyn/internal/source"
)

// full tries files of the largest size that is read. Without it they are small
// enough for every run of the tests, and large enough to tell what grows with the
// square of them.
var full = flag.Bool("full", false, "hostile files of full size")

// hostile are files that are made to stop a program, each of about a mebibyte or
// less. What is wrong with them does not matter here: that they end does.
func hostile() map[string]string {
	size, steep := 1<<16, 350
	if *full {
		size, steep = 1<<20-64, 1400
	}
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	nested := func(open, close string, n int) string { return strings.Repeat(open, n) + strings.Repeat(close, n) }
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 60; i++ {
		bomb += fmt.Sprintf("a%d: &a%d [%s*a%d]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 8), i-1)
	}
	var rising, blocks, steps strings.Builder
	for i := range steep {
		rising.WriteString(strings.Repeat("`", i) + "a")
	}
	for i := range 1000 {
		blocks.WriteString(strings.Repeat("  ", i) + "- a\n")
		steps.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return map[string]string{
		"y-alias-bomb":          bomb,
		"y-flow-10000":          "a: " + nested("[", "]", 10000),
		"y-flow-mapping-10000":  nested("{a: ", "}", 10000),
		"y-flow-open":           fill("["),
		"y-flow-open-mapping":   fill("{"),
		"y-flow-key":            fill("[a]: "),
		"y-question":            fill("? "),
		"y-hyphens":             fill("- "),
		"y-steps":               steps.String(),
		"y-long-line":           "title: " + fill("a"),
		"y-long-key":            fill("a") + ": b",
		"y-many-keys":           keys(60000),
		"y-same-key":            fill("a: b\n"),
		"y-quotes":              "title: '" + fill("''"),
		"y-escapes":             `title: "` + fill(`\u0041`) + `"`,
		"y-anchors":             fill("&a "),
		"y-tags":                fill("!a "),
		"y-comments":            fill("#\n"),
		"y-documents":           fill("---\n"),
		"y-colons":              fill("a: "),
		"y-percent":             fill("%YAML 1.1\n"),
		"y-commas":              "a: [" + fill(",a") + "]",
		"y-tabs":                fill("\t"),
		"y-bad-id":              "parties:\n" + fill("  - id: Å\n"),
		"y-unknown":             "parties:\n" + fill("  - x: 1\n"),
		"m-quotes-100000":       strings.Repeat(">", 100000),
		"m-quotes":              fill("> "),
		"m-quotes-lines":        fill(">\n"),
		"m-brackets":            fill("["),
		"m-brackets-closed":     fill("[") + "a" + "]",
		"m-brackets-pairs":      fill("[]"),
		"m-links":               fill("[a]("),
		"m-links-nested":        nested("[a", "](b)", 20000),
		"m-images":              fill("!["),
		"m-images-nested":       nested("![a", "](b)", 20000),
		"m-stars":               fill("*"),
		"m-stars-apart":         fill("* a "),
		"m-stars-words":         fill("*a "),
		"m-stars-close":         fill("a* "),
		"m-stars-both":          fill("*a **a "),
		"m-stars-under":         fill("*a_ "),
		"m-under":               fill("_a"),
		"m-under-nested":        nested("*a **a ", "b** b*", 20000),
		"m-backticks":           fill("`"),
		"m-backticks-rising":    rising.String(),
		"m-backticks-odd":       fill("`a``"),
		"m-angles":              fill("<"),
		"m-angles-words":        fill("<a "),
		"m-angles-closing":      fill("</"),
		"m-angles-attributes":   fill("<a b='c"),
		"m-angles-comments":     fill("<!-- a "),
		"m-angles-instructions": fill("<? a "),
		"m-angles-declarations": fill("<!A "),
		"m-angles-data":         fill("<![CDATA[ "),
		"m-autolinks":           fill("<a:"),
		"m-entities":            fill("&amp;"),
		"m-entities-open":       fill("&"),
		"m-escapes":             fill(`\\`),
		"m-lists":               blocks.String(),
		"m-list-flat":           fill("- a\n"),
		"m-list-marks":          fill("- "),
		"m-list-numbers":        fill("1. "),
		"m-list-stars":          fill("* "),
		"m-mixed-containers":    fill("> - "),
		"m-headings":            fill("# a\n"),
		"m-same-headings":       fill("# \n"),
		"m-setext":              fill("a\n=\n"),
		"m-references":          fill("[a]: b\n"),
		"m-references-many":     references(30000),
		"m-references-used":     "[a]: b\n\n" + fill("[a] "),
		"m-reference-open":      fill("[a]: <"),
		"m-footnotes":           fill("[^a]"),
		"m-footnotes-many":      footnotes(20000),
		"m-footnotes-defined":   fill("[^a]: b\n\n"),
		"m-tables":              fill("|a"),
		"m-table-wide":          strings.Repeat("|a", 100000) + "|\n" + strings.Repeat("|-", 100000) + "|\n",
		"m-table-wide-long":     strings.Repeat("|a", 1000) + "|\n" + strings.Repeat("|-", 1000) + "|\n" + strings.Repeat("|\n", 500000),
		"m-table-long":          "|a|\n|-|\n" + fill("|a|\n"),
		"m-bare-links":          fill("https://a.se "),
		"m-bare-mail":           fill("a@b.se "),
		"m-bare-ats":            fill("a@"),
		"m-bare-dots":           fill("www."),
		"m-bare-letters":        "https://" + fill("a."),
		"m-bare-parentheses":    "https://a.se/" + fill("("),
		"m-bare-close":          "https://a.se/" + fill(")"),
		"m-words":               fill("a "),
		"m-long-line":           fill("a"),
		"m-lines":               fill("\n"),
		"m-spaces":              fill(" "),
		"m-tabs":                fill("\t"),
		"m-breaks":              fill("a  \n"),
		"m-fences":              fill("```\n"),
		"m-fences-open":         fill("~~~a\n"),
		"m-digits":              fill("811218-9876 "),
		"m-digits-run":          fill("1"),
		"m-digits-hyphens":      fill("8-"),
		"m-isolates":            fill("\u2066"),
		"m-overrides":           fill("\u202e"),
		"m-glyphs":              fill("漢"),
		"m-marks":               "a" + fill("\u0301"),
		"m-conflicts":           fill("<<<<<<"),
	}
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d: v\n", i)
	}
	return b.String()
}

func references(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[k%d]: v\n\n[k%d]\n\n", i, i)
	}
	return b.String()
}

func footnotes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a[^%d]\n\n[^%d]: b\n\n", i, i)
	}
	return b.String()
}

// What never ends is stopped by the time that go test itself allows; how long
// the rest takes is for a benchmark to say, not for a test on a busy machine.
func TestHostileFilesEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			file := "agreement/text/a.md"
			if strings.HasPrefix(name, "y-") {
				file = "agreement/parties.yaml"
			}
			began := time.Now()
			r := loadMap(t, map[string]string{file: text})
			took := time.Since(began)
			t.Logf("%v, %d bytes, %d findings", took.Round(time.Millisecond), len(text), len(r.Findings))
			holdRanges(t, r)
		})
	}
}

// loadMap loads a repository whose agreement has the chapter a.md, with files.
func loadMap(t testing.TB, files map[string]string) *Result {
	t.Helper()
	tree := fstest.MapFS{
		source.Marker:    {Data: []byte("title: T\nlanguages: [en]\n")},
		layout.Agreement: {Data: []byte("chapters: [{file: text/a.md}]\n")},
	}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	r, err := Load(source.FromFS(tree))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// holdRanges holds every finding to lie inside its file.
func holdRanges(t testing.TB, r *Result) {
	t.Helper()
	type place struct {
		file string
		line int
	}
	width := map[place]int{} // of long lines, which hostile files have many findings on
	columns := func(at place, line string) int {
		n, known := width[at]
		if !known {
			n = utf8.RuneCountInString(line)
			width[at] = n
		}
		return n
	}
	read := map[string][]string{} // they would be read anew for each finding
	for _, f := range r.Findings {
		start, end := f.Range.Start, f.Range.End
		if start.Line < 1 || start.Column < 1 || end.Line < start.Line || end.Line == start.Line && end.Column < start.Column {
			t.Fatalf("%s: %s: %v", f.File, f.Rule, f.Range)
		}
		lines, known := read[f.File]
		if !known {
			lines = r.Lines(f.File)
			read[f.File] = lines
		}
		if lines == nil {
			if start.Line != 1 || start.Column != 1 {
				t.Fatalf("%s: %s: %v in a file without lines", f.File, f.Rule, f.Range)
			}
			continue
		}
		for _, p := range []diag.Pos{start, end} {
			if line := int(p.Line); line > max(len(lines), 1) || int(p.Column) > columns(place{f.File, line}, lines[line-1])+1 {
				t.Fatalf("%s: %s: %v outside of %q", f.File, f.Rule, f.Range, lines[min(line, len(lines))-1])
			}
		}
	}
}

// Many small files take memory in proportion to what they hold.
func TestMemoryOfManyFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	const files = 5000
	tree, size := map[string]string{}, 0
	for i := range files {
		text := fmt.Sprintf("---\ntitle: Insats %d\ncooperation_area: a\nowner: b\nperiod: {from: 2025}\nstatus: ongoing\nfollow_up:\n  method: M\n  responsible: b\n---\n\nText.\n", i)
		tree[fmt.Sprintf("plans/2025/i%d.md", i)] = text
		size += len(text)
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	r := loadMap(t, tree)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if len(r.Content.Plans[0].Initiatives) != files {
		t.Fatal("not all were loaded")
	}
	used := int64(after.HeapAlloc) - int64(before.HeapAlloc)
	t.Logf("%d bytes of content take %d bytes", size, used)
	if most := int64(16<<20 + 10*size); used > most {
		t.Errorf("%d bytes of content take %d bytes, more than %d", size, used, most)
	}
	runtime.KeepAlive(r)
}
