package typeset

import (
	"errors"
	"fmt"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/hyphen"
)

// layout is the state of one run.
type layout struct {
	doc *Document
	out *tagged.Doc
	err error

	shaped     map[shapeKey][]fonts.Run
	hyphenated map[string][]hyphen.Break
	notes      map[*Note]*noteBody

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

// fail keeps the first error; the layout goes on to nowhere then.
func (l *layout) fail(err error) {
	if l.err == nil {
		l.err = err
	}
}

// Render lays out a document and gives the PDF.
func Render(d Document) ([]byte, error) {
	out, err := Layout(d)
	if err != nil {
		return nil, err
	}
	return out.Bytes()
}

// Layout lays out a document without writing it yet.
func Layout(d Document) (*tagged.Doc, error) {
	if d.Words == (Words{}) {
		d.Words = Swedish
	}
	l := &layout{
		doc: &d, out: tagged.New(d.Meta),
		shaped: map[shapeKey][]fonts.Run{}, hyphenated: map[string][]hyphen.Break{},
		notes: map[*Note]*noteBody{}, chapters: map[*tagged.Page]string{},
	}
	for _, a := range d.Attachments {
		l.out.Attach(a)
	}
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
	var g *pager
	for i, s := range d.Sections {
		follows := g != nil && s.Follows && g.landscape() == s.Landscape
		if g != nil && !follows {
			body = append(body, g.end()...)
		}
		if !follows {
			g = l.pager(s.Landscape)
		}
		last := i+1 < len(d.Sections) && d.Sections[i+1].Kept && d.Sections[i+1].Follows
		l.section(s, root.Add("Sect"), g, follows, last)
	}
	if g != nil {
		body = append(body, g.end()...)
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
	if l.err != nil {
		return nil, fmt.Errorf("laying out %q: %w", d.Meta.Title, l.err)
	}
	return l.out, nil
}

// section lays out a section, on the page where the one before it ended where it
// follows it. Its end stays with what comes next where that may not stand alone.
func (l *layout) section(s Section, e *tagged.Elem, g *pager, follows, stays bool) {
	l.width, l.height = g.textWidth(), g.whole()
	var end []*piece // held back: it may have to stay with what comes
	emit := func(p *piece) {
		end = append(end, p)
		for len(end) > 1 && (!stays || stack(end[1:]) >= company) {
			g.add(end[0])
			end = end[1:]
		}
	}
	f := frame{width: l.width, elem: e, style: bodyStyle, emit: emit}
	if follows {
		pieces := l.collected(s.Blocks, f)
		if len(pieces) > 0 {
			apart(pieces[0])
			pieces[0].need = min(stack(pieces), l.height*startRoom)
		}
		for _, p := range pieces {
			emit(p)
		}
	} else {
		l.flow(s.Blocks, f)
	}
	for _, p := range end {
		p.keep = p.keep || stays
		g.add(p)
	}
}

// company is how much of a section stays with what may not stand alone after it.
const company = 5 * grid
