package word_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"samsyn/internal/figure"
	"samsyn/internal/prose"
	"samsyn/internal/raster"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
	"samsyn/internal/word"
)

func plain(s string) block.Text { return block.Text{S: s} }

// parts are the files of a document, each held to be XML that can be read.
func parts(t *testing.T, blocks ...block.Block) map[string]string {
	t.Helper()
	d := document.Document{ID: "prov", Title: "Prov & prov", Lang: "sv", ContentsTitle: "Innehåll", RunningHead: "Prov",
		Cover: document.Cover{Title: plain("Prov"), Facts: []block.Fact{{Label: plain("Läget den"), Value: []block.Line{block.Words(plain("i dag"))}}}},
		Parts: []document.Part{{Blocks: []block.Block{block.Section{ID: "ett", Title: plain("Ett"), Blocks: blocks}}}, {Landscape: true, Blocks: []block.Block{block.Section{Title: plain("Två")}}}}}
	opt := word.Options{Draw: raster.PNG, Address: func(r block.Ref) string { return "https://exempel.se/" + r.Page + ".html" }}
	data, err := word.Render(d, opt)
	if err != nil {
		t.Fatal(err)
	}
	again, err := word.Render(d, opt)
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("the same document gives other bytes (%v)", err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(b)
		if !strings.HasPrefix(f.Name, "word/media/") {
			readable(t, f.Name, b)
		}
	}
	related(t, files)
	return files
}

func readable(t *testing.T, name string, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

var (
	uses    = regexp.MustCompile(`r:(?:id|embed)="([^"]+)"`)
	anchors = regexp.MustCompile(`w:anchor="([^"]+)"`)
	styled  = regexp.MustCompile(`w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"`)
)

// related holds that what a body refers to is there: relations, pictures, styles, places.
func related(t *testing.T, files map[string]string) {
	t.Helper()
	body, rels := files["word/document.xml"], files["word/_rels/document.xml.rels"]
	for _, m := range uses.FindAllStringSubmatch(body, -1) {
		if !strings.Contains(rels, `Id="`+m[1]+`"`) {
			t.Errorf("no relation %s", m[1])
		}
	}
	for _, m := range anchors.FindAllStringSubmatch(body, -1) {
		if !strings.Contains(body, `w:name="`+m[1]+`"`) {
			t.Errorf("no bookmark %s", m[1])
		}
	}
	for _, m := range styled.FindAllStringSubmatch(body, -1) {
		if !strings.Contains(files["word/styles.xml"], `w:styleId="`+m[1]+`"`) {
			t.Errorf("no style %s", m[1])
		}
	}
	for _, m := range regexp.MustCompile(`Target="(media/[^"]+)"`).FindAllStringSubmatch(rels, -1) {
		if files["word/"+m[1]] == "" {
			t.Errorf("no picture %s", m[1])
		}
	}
}

// Headings are styles, tables have a header row, charts a text alternative, links lead.
func TestStructure(t *testing.T) {
	table := block.Table{Caption: plain("Tabell"), Summary: plain("Om den"), Columns: []block.Column{{Label: plain("År"), Header: true}, {Label: plain("Antal"), Numeric: true}},
		Rows: []block.Row{{Group: true, Cells: []block.Cell{block.CellOf(block.Words(plain("Grupp")))}}, {Cells: []block.Cell{block.CellOf(block.Words(plain("2025"))), {}}}}}
	chart := block.Drawing{Figure: figure.Figure{Width: 100, Height: 50, Title: "Bild", Desc: "Ett till två.", Shapes: []figure.Shape{figure.Rect{W: 10, H: 10, Fill: figure.Good}}}, Caption: plain("Under bilden")}
	body := parts(t, block.Section{ID: "inne", Title: plain("Inne"), Blocks: []block.Block{table, chart}},
		block.Para{Line: block.Line{{Text: plain("a <b> & c"), Ref: block.Ref{Page: "plans/2025"}}, {Text: plain("hit"), Ref: block.Ref{Fragment: "inne"}}, {Text: plain("borta"), Ref: block.Ref{Fragment: "finns-inte"}}}},
	)["word/document.xml"]
	for _, want := range []string{
		`<w:pStyle w:val="Heading1"/>`, `<w:pStyle w:val="Heading2"/>`, `<w:tblHeader/>`, `<w:gridSpan w:val="2"/>`, `<w:tblDescription w:val="Om den"/>`,
		`descr="Bild. Ett till två."`, `a &lt;b&gt; &amp; c`, `w:orient="landscape"`, `TOC \o "1-2"`, `<w:pStyle w:val="Title"/>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in\n%s", want, body)
		}
	}
	if n := strings.Count(body, "<w:hyperlink"); n != 4 { // two in the text, two in the contents
		t.Errorf("%d links", n)
	}
	if regexp.MustCompile(`<w:tc>(<w:tcPr>.*?</w:tcPr>)?</w:tc>`).MatchString(body) {
		t.Error("a cell has no paragraph")
	}
}

// A text in Markdown keeps its form, and its headings stand below the one above it.
func TestProse(t *testing.T) {
	doc, err := prose.Parse("text.md", 1, []byte("## Rubrik\n\nEtt **starkt** [ord](https://a.se)[^1].\n\n1. Ett\n2. Två\n\n   - djupt\n\n1) Om\n\n> Citat\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n[^1]: Not.\n"))
	if err != nil {
		t.Fatal(err)
	}
	files := parts(t, block.Prose{Doc: doc, First: 2, Links: map[string]block.Ref{"https://a.se": {URL: "https://a.se"}}})
	body := files["word/document.xml"]
	for _, want := range []string{`<w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t xml:space="preserve">Rubrik`, `<w:b/></w:rPr><w:t xml:space="preserve">starkt`, `<w:pStyle w:val="Quote"/>`, `[1]`, `<w:ilvl w:val="1"/>`, `<w:numId w:val="3"/>`, `<w:numId w:val="4"/>`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in\n%s", want, body)
		}
	}
	if !strings.Contains(files["word/numbering.xml"], `w:numId="4"`) || !strings.Contains(files["word/_rels/document.xml.rels"], `Target="https://a.se" TargetMode="External"`) {
		t.Error("the numbers or the link are not there")
	}
}

// What XML cannot say is left out, and nothing of a text becomes markup.
func TestHostileText(t *testing.T) {
	body := parts(t, block.Para{Line: block.Words(plain("a\x00b\x08</w:t>\uFFFE]]>" + `"`))})["word/document.xml"]
	if !strings.Contains(body, `ab&lt;/w:t&gt;]]&gt;&quot;`) {
		t.Error(body)
	}
}

// A chart that cannot be drawn is an error, not a gap.
func TestUndrawable(t *testing.T) {
	d := document.Document{ID: "x", Lang: "sv", Parts: []document.Part{{Blocks: []block.Block{block.Drawing{Figure: figure.Figure{Width: 9, Height: 9, Title: "B"}}}}}}
	wrong := errors.New("wrong")
	_, err := word.Render(d, word.Options{Draw: func(figure.Figure, float64) ([]byte, error) { return nil, wrong }})
	if !errors.Is(err, wrong) {
		t.Errorf("%v", err)
	}
}
