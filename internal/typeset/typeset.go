// Package typeset lays out documents of headings, paragraphs, lists, tables, figures
// and footnotes on pages. A manuscript goes in, an accessible, archival PDF (see
// package tagged) comes out. It knows nothing of what the documents are about.
//
// The same manuscript gives the same bytes. Text may hold anything: what cannot be
// shown is an error that names the character, never an empty box.
package typeset

import (
	"errors"
	"fmt"

	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// layout is the state of one run.
type layout struct {
	doc *manuscript.Document
	out *tagged.Doc
	*line.Setter

	width    float64 // of the text in this section
	height   float64 // of the room for it on each page
	level    int     // of the last heading
	unnamed  int     // headings without an identifier
	signed   bool    // there is a field to sign
	entries  []entry
	chapter  string
	chapters map[*tagged.Page]string // the title for each page's head
}

// entry is a line of the table of contents.
type entry struct {
	level int
	title string
	id    string
	page  *tagged.Page
}

var errTableInCell = errors.New("a table stands in another table's cell")

// Render lays out a document and gives the PDF.
func Render(d manuscript.Document) ([]byte, error) {
	out, err := Layout(d)
	if err != nil {
		return nil, err
	}
	return out.Bytes()
}

// Layout lays out a document without writing it yet.
func Layout(d manuscript.Document) (*tagged.Doc, error) {
	if d.Words == (manuscript.Words{}) {
		d.Words = manuscript.Swedish
	}
	l := &layout{
		doc: &d, out: tagged.New(d.Meta), Setter: line.NewSetter(d.Words), chapters: map[*tagged.Page]string{},
	}
	l.out.Inks = d.Inks
	root := l.out.Root()
	var cover, contents *tagged.Elem
	if d.Cover != nil {
		cover = root.Add("Sect")
	}
	if d.Contents != nil {
		contents = root.Add("Sect")
		l.level = 1 // its title is a heading too
	}
	var body []*tagged.Page
	var g *page.Filler
	for i, s := range d.Sections {
		follows := g != nil && s.Follows && g.Landscape() == s.Landscape
		if g != nil && !follows {
			body = append(body, g.End()...)
		}
		if !follows {
			g = l.Filler(s.Landscape)
		}
		last := i+1 < len(d.Sections) && d.Sections[i+1].Kept && d.Sections[i+1].Follows
		l.section(s, root.Add("Sect"), g, follows, last)
	}
	if g != nil {
		body = append(body, g.End()...)
	}
	// The pages before the text are laid out last, when all numbers are known;
	// how many there are depends on the headings alone.
	var front []*tagged.Page
	if d.Cover != nil {
		front = append(front, l.cover(*d.Cover, cover)...)
	}
	if d.Contents != nil {
		front = append(front, l.contents(*d.Contents, contents, len(front), body)...)
	}
	l.out.Pages = append(front, body...)
	l.furnish()
	if l.Err != nil {
		return nil, fmt.Errorf("laying out %q: %w", d.Meta.Title, l.Err)
	}
	return l.out, nil
}

// Filler fills the document's pages, each under the chapter that it begins in.
func (l *layout) Filler(landscape bool) *page.Filler {
	return page.Fill(landscape, l.out.NewPage, func(p *tagged.Page) { l.chapters[p] = l.chapter })
}

// section lays out a section, on the page where the one before it ended where it
// follows it. Its end stays with what comes next where that may not stand alone.
func (l *layout) section(s manuscript.Section, e *tagged.Elem, g *page.Filler, follows, stays bool) {
	l.width, l.height = g.TextWidth(), g.Whole()
	var end []*page.Piece // held back: it may have to stay with what comes
	emit := func(p *page.Piece) {
		end = append(end, p)
		for len(end) > 1 && (!stays || page.Stack(end[1:]) >= company) {
			g.Add(end[0])
			end = end[1:]
		}
	}
	f := frame{width: l.width, elem: e, style: design.BodyStyle, emit: emit}
	if follows {
		pieces := l.collected(s.Blocks, f)
		if len(pieces) > 0 {
			apart(pieces[0])
			pieces[0].Need = min(page.Stack(pieces), l.height*startRoom)
		}
		for _, p := range pieces {
			emit(p)
		}
	} else {
		l.flow(s.Blocks, f)
	}
	for _, p := range end {
		p.Keep = p.Keep || stays
		g.Add(p)
	}
}

// company is how much of a section stays with what may not stand alone after it.
const company = 5 * design.Grid
