package main

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifregular"

	"samsyn/internal/tagged"
	"samsyn/internal/typeset"
	"samsyn/internal/typeset/manuscript"
)

// chapter is a text with a table at its end.
type chapter struct {
	Title  string
	Blocks []block
	Table  [][]string
}

// block is a heading, a paragraph or a list.
type block struct {
	Heading, Text string
	Items         []string
}

var marks = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)|[*_\x60]`)

// read takes the words from Markdown files; their marks are left out.
func read(folder string) ([]chapter, error) {
	var files []string
	for _, pattern := range []string{"text/*.md", "areas/*.md"} {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no text in %s", folder)
	}
	slices.Sort(files)
	var all []chapter
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		text := string(data)
		if rest, has := strings.CutPrefix(text, "---\n"); has {
			_, text, _ = strings.Cut(rest, "\n---\n")
		}
		c := chapter{Title: strings.TrimSuffix(filepath.Base(f), ".md")}
		for _, p := range strings.Split(text, "\n\n") {
			c.add(marks.ReplaceAllString(strings.TrimSpace(p), "$1"))
		}
		all = append(all, c)
	}
	return all, nil
}

func (c *chapter) add(p string) {
	switch {
	case p == "":
	case strings.HasPrefix(p, "#"):
		title := strings.TrimSpace(strings.TrimLeft(p, "#"))
		if len(c.Blocks) == 0 {
			c.Title = title
			return
		}
		c.Blocks = append(c.Blocks, block{Heading: title})
	case strings.HasPrefix(p, "- "):
		var items []string
		for _, i := range strings.Split("\n"+p, "\n- ")[1:] {
			items = append(items, strings.Join(strings.Fields(i), " "))
		}
		c.Blocks = append(c.Blocks, block{Items: items})
	default:
		c.Blocks = append(c.Blocks, block{Text: strings.Join(strings.Fields(p), " ")})
	}
}

// repeated is the text n times over, with words that are those of this run alone.
func repeated(text []chapter, n, run int) []chapter {
	var all []chapter
	for k := range n {
		for _, c := range text {
			own := fmt.Sprintf(" (%d.%d)", run, k)
			d := chapter{Title: c.Title + own}
			for _, b := range c.Blocks {
				if b.Text != "" {
					b.Text += own
					row := []string{fmt.Sprint(len(d.Table) + 1), abridged(b.Text, 90), abridged(b.Text, 40), fmt.Sprintf("%d kr", 1000*k+run)}
					d.Table = append(d.Table, row)
				}
				d.Blocks = append(d.Blocks, b)
			}
			all = append(all, d)
		}
	}
	return all
}

func abridged(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

var head = []string{"Nr", "Insats", "Ansvar", "Belopp"}

func writeFonts(dir string) error {
	for name, data := range map[string][]byte{
		"serif.ttf": liberationserifregular.TTF, "sans.ttf": liberationsansregular.TTF, "sans-bold.ttf": liberationsansbold.TTF,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func asJSON(chapters []chapter) string {
	b, err := json.Marshal(chapters)
	check(err)
	return string(b)
}

// ours sets the chapters with this product's typesetter.
func ours(source []byte) ([]byte, error) {
	var chapters []chapter
	if err := json.Unmarshal(source, &chapters); err != nil {
		return nil, err
	}
	d := manuscript.Document{
		Meta:        tagged.Meta{Title: "Överenskommelse", Language: "sv-SE"},
		Contents:    &manuscript.Contents{Title: "Innehåll", Depth: 2},
		RunningHead: "Överenskommelse",
	}
	for _, c := range chapters {
		blocks := []manuscript.Block{manuscript.Heading{Level: 1, Text: manuscript.Text(c.Title)}}
		for _, b := range c.Blocks {
			switch {
			case b.Heading != "":
				blocks = append(blocks, manuscript.Heading{Level: 2, Text: manuscript.Text(b.Heading)})
			case b.Items != nil:
				var l manuscript.List
				for _, i := range b.Items {
					l.Items = append(l.Items, manuscript.Item{Blocks: []manuscript.Block{manuscript.Para(i)}})
				}
				blocks = append(blocks, l)
			default:
				blocks = append(blocks, manuscript.Para(b.Text))
			}
		}
		t := manuscript.Table{Columns: []manuscript.Column{{Share: 0.1}, {Share: 0.5}, {Share: 0.25}, {Share: 0.15, Align: manuscript.Right}}}
		for _, h := range head {
			t.Header = append(t.Header, manuscript.TextCell(h))
		}
		for _, r := range c.Table {
			var row manuscript.Row
			for _, cell := range r {
				row.Cells = append(row.Cells, manuscript.TextCell(cell))
			}
			t.Rows = append(t.Rows, row)
		}
		d.Sections = append(d.Sections, manuscript.Section{Follows: true, Blocks: append(blocks, t)})
	}
	return typeset.Render(d)
}

var typstMarks = regexp.MustCompile(`[\\#*_$@<>\[\]~` + "`" + `"'/+=-]`)

func typ(s string) string { return typstMarks.ReplaceAllString(s, `\$0`) }

func asTypst(chapters []chapter) string {
	var b strings.Builder
	b.WriteString(`#set document(title: "Överenskommelse")
#set text(font: "Liberation Serif", size: 11pt, lang: "sv", hyphenate: true)
#set page(paper: "a4", margin: (left: 85pt, right: 108pt, top: 82pt, bottom: 79pt), numbering: "1 / 1", header: [Överenskommelse])
#set par(leading: 7.7pt, spacing: 15pt, linebreaks: "optimized")
#show heading: set text(font: "Liberation Sans", fill: rgb("#124B6B"))
#show table: set text(font: "Liberation Sans", size: 9pt)
#set table(inset: (x: 4pt, y: 5pt))
#set list(spacing: 11pt)
#outline(title: "Innehåll", depth: 2)
`)
	for _, c := range chapters {
		fmt.Fprintf(&b, "\n= %s\n", typ(c.Title))
		for _, k := range c.Blocks {
			switch {
			case k.Heading != "":
				fmt.Fprintf(&b, "\n== %s\n", typ(k.Heading))
			case k.Items != nil:
				b.WriteByte('\n')
				for _, i := range k.Items {
					fmt.Fprintf(&b, "- %s\n", typ(i))
				}
			default:
				fmt.Fprintf(&b, "\n%s\n", typ(k.Text))
			}
		}
		b.WriteString("\n#table(columns: (10%, 50%, 25%, 15%), stroke: (x: none, y: 0.4pt), table.header(")
		for _, h := range head {
			fmt.Fprintf(&b, "[%s],", typ(h))
		}
		b.WriteString("),\n")
		for _, r := range c.Table {
			for _, cell := range r {
				fmt.Fprintf(&b, "[%s],", typ(cell))
			}
			b.WriteByte('\n')
		}
		b.WriteString(")\n")
	}
	return b.String()
}

func asHTML(chapters []chapter) string {
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Överenskommelse</title><style>
@font-face { font-family: Serif; src: url(serif.ttf) } @font-face { font-family: Sans; src: url(sans.ttf) } @font-face { font-family: Sans; font-weight: 700; src: url(sans-bold.ttf) }
@page { size: A4; margin: 82pt 108pt 79pt 85pt; @top-left { content: "Överenskommelse" } @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 11pt/15pt Serif; hyphens: auto; orphans: 2; widows: 2; margin: 0 } h1, h2 { font-family: Sans; color: #124B6B; break-after: avoid }
table { font: 9pt/12pt Sans; border-collapse: collapse; width: 100% } td, th { border-bottom: 0.4pt solid; text-align: left; padding: 4pt; vertical-align: top } tr { break-inside: avoid }
</style></head><body><nav><h1>Innehåll</h1><ol>`)
	for i, c := range chapters {
		fmt.Fprintf(&b, `<li><a href="#k%d">%s</a></li>`, i, html.EscapeString(c.Title))
	}
	b.WriteString("</ol></nav>")
	for n, c := range chapters {
		fmt.Fprintf(&b, "<h1 id=\"k%d\">%s</h1>\n", n, html.EscapeString(c.Title))
		for _, k := range c.Blocks {
			switch {
			case k.Heading != "":
				fmt.Fprintf(&b, "<h2>%s</h2>\n", html.EscapeString(k.Heading))
			case k.Items != nil:
				b.WriteString("<ul>")
				for _, i := range k.Items {
					fmt.Fprintf(&b, "<li>%s</li>", html.EscapeString(i))
				}
				b.WriteString("</ul>\n")
			default:
				fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(k.Text))
			}
		}
		b.WriteString("<table><thead><tr>")
		for _, h := range head {
			fmt.Fprintf(&b, `<th scope="col">%s</th>`, h)
		}
		b.WriteString("</tr></thead><tbody>")
		for _, r := range c.Table {
			b.WriteString("<tr>")
			for _, cell := range r {
				fmt.Fprintf(&b, "<td>%s</td>", html.EscapeString(cell))
			}
			b.WriteString("</tr>\n")
		}
		b.WriteString("</tbody></table>\n")
	}
	b.WriteString("</body></html>")
	return b.String()
}
