package typeset

import (
	"strconv"
	"strings"

	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/line"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// frame is where blocks flow: their width, the element they belong to, the
// style of plain text, and who takes the pieces.
type frame struct {
	width  float64
	elem   *tagged.Elem
	style  design.Text
	depth  int // of lists
	inCell bool
	emit   func(*page.Piece)
}

// collected gives the pieces of blocks instead of placing them.
func (l *layout) collected(blocks []manuscript.Block, f frame) []*page.Piece {
	var out []*page.Piece
	f.emit = func(p *page.Piece) { out = append(out, p) }
	l.flow(blocks, f)
	return out
}

func (l *layout) flow(blocks []manuscript.Block, f frame) {
	for _, b := range blocks {
		if l.Err != nil {
			return
		}
		switch b := b.(type) {
		case manuscript.Heading:
			l.heading(b, f)
		case manuscript.Group:
			l.group(b, f)
		case manuscript.Paragraph:
			l.paragraph(b, f, f.toneStyle(b.Tone))
		case manuscript.Stack:
			l.paragraphs(b, f)
		case manuscript.List:
			l.list(b, f)
		case manuscript.Quote:
			l.quote(b, f)
		case manuscript.Code:
			l.code(b, f)
		case manuscript.Facts:
			l.facts(b, f)
		case manuscript.Drawing:
			l.drawing(b, f)
		case manuscript.Picture:
			l.picture(b, f)
		case manuscript.PageBreak:
			f.emit(&page.Piece{NewPage: true})
		case manuscript.SignatureField:
			l.signatureField(b, f)
		case manuscript.Table:
			if f.inCell {
				l.Fail(errTableInCell)
				return
			}
			l.table(b, f)
		}
	}
}

func (l *layout) paragraph(b manuscript.Paragraph, f frame, style design.Text) {
	l.text(b.Text, style, f.elem.Add("P"), f, b.ID, b.Keep)
}

// toneStyle is how a paragraph of a tone looks here.
func (f frame) toneStyle(t manuscript.Tone) design.Text {
	style := f.style
	switch {
	case t == manuscript.Lead && !f.inCell:
		style = design.LeadStyle
	case t == manuscript.Small:
		style = design.SmallStyle
		if f.inCell {
			style.Before, style.After = f.style.Before/2, f.style.After/2
		}
	}
	return style
}

func (l *layout) paragraphs(b manuscript.Stack, f frame) {
	for i, p := range b.Paragraphs {
		style := f.toneStyle(p.Tone)
		if i > 0 {
			style.Before = 0
		}
		if i < len(b.Paragraphs)-1 {
			style.After = 0
		}
		l.paragraph(p, f, style)
	}
}

// group emits blocks that begin a new page rather than be divided by its foot.
func (l *layout) group(b manuscript.Group, f frame) {
	pieces := l.collected(b.Blocks, f)
	if len(pieces) == 0 {
		return
	}
	pieces[0].Need = min(page.Stack(pieces), l.height*startRoom)
	if h, is := b.Blocks[0].(manuscript.Heading); is && h.Level == 1 {
		apart(pieces[0])
	}
	for _, p := range pieces {
		f.emit(p)
	}
}

// startRoom is the part of a page that must be left for what is longer than that to
// begin on it. What is kept together may go over to the next page: else a page would be
// left half empty before it.
const startRoom = 0.38

// chapterGap is the room above a chapter that does not begin a page.
const chapterGap = 38

// apart sets p off from what stands above it on its page.
func apart(p *page.Piece) {
	p.Before = chapterGap
	p.Under(func(at page.Spot) {
		if at.Gap > 0 {
			at.Page.Decorate(tagged.Layout)
			at.Page.Rule(at.X, at.Y-at.Gap*0.55, at.X+60, at.Y-at.Gap*0.55, 1.2, design.Soft)
		}
	})
}

// text emits the lines of a paragraph whose element is e: never a first or last
// line alone on a page.
func (l *layout) text(spans []manuscript.Span, style design.Text, e *tagged.Elem, f frame, id string, keep bool) {
	para := l.Compose(spans, style)
	width := f.width
	if !f.inCell {
		width = min(width, design.Measure)
	}
	for _, n := range para.Notes {
		l.layNote(n, f.elem)
	}
	lines := l.Lines(para, width)
	for i, ln := range lines {
		p := &page.Piece{Height: style.Leading, Notes: ln.Notes,
			Keep: keep || page.KeepsLine(i, len(lines)),
			Draw: func(at page.Spot) { line.DrawLine(at, ln, style, width, e) }}
		if i == 0 {
			p.Before = style.Before
			if id != "" {
				p.IDs = []string{id}
			}
		}
		if i == len(lines)-1 {
			p.After = style.After
		}
		f.emit(p)
	}
}

func (l *layout) heading(b manuscript.Heading, f frame) {
	style := design.Heading(b.Level)
	if b.Look > 0 {
		style = design.Heading(b.Look)
	}
	if f.inCell {
		style = f.style
		style.Font.Bold = true
	}
	style.NoHyphens = l.Whole(b.Text, style, min(f.width, design.Measure))
	// A level that is skipped would leave a hole in the tree.
	level := max(1, min(b.Level, 4, l.level+1))
	l.level = level
	e := f.elem.Add("H" + strconv.Itoa(level))
	title := line.Plain(b.Text)
	if b.ID == "" {
		l.unnamed++
		b.ID = "h:" + strconv.Itoa(l.unnamed)
	}
	var pieces []*page.Piece
	own := f
	own.emit = func(p *page.Piece) { pieces = append(pieces, p) }
	l.text(b.Text, style, e, own, b.ID, true)
	pieces[0].FreshPage = b.NewPage
	pieces[0].Under(func(at page.Spot) {
		at.Page.Bookmark(level, title, at.Y-4)
		l.entries = append(l.entries, entry{level, title, b.ID, at.Page})
		if level == 1 {
			l.chapter = title
		}
	})
	for _, p := range pieces {
		f.emit(p)
	}
}

func (l *layout) code(b manuscript.Code, f frame) {
	const indent = 8
	e := f.elem.Add("P").Add("Code")
	style := design.CodeStyle
	width := f.width
	if !f.inCell {
		width = min(width, design.Measure)
	}
	source := strings.Split(strings.TrimRight(strings.ReplaceAll(b.Text, "\r\n", "\n"), "\n"), "\n")
	var lines []line.Line
	for _, s := range source {
		// White space counts: it does not break here.
		s = strings.NewReplacer("\t", "\u00A0\u00A0\u00A0\u00A0", " ", "\u00A0", "\r", "").Replace(s)
		lines = append(lines, l.Lines(l.Compose(manuscript.Text(s), style), width-2*indent)...)
	}
	for i, ln := range lines {
		p := &page.Piece{X: indent, Height: style.Leading, Keep: page.KeepsLine(i, len(lines))}
		top := 0.0
		if i == 0 {
			top, p.Before = codeMargin, f.style.Before
			p.Height += codeMargin
		}
		if i == len(lines)-1 {
			p.After = 2 * f.style.After
			p.Height += codeMargin
		}
		p.Draw = func(at page.Spot) {
			at.Page.Decorate(tagged.Layout)
			at.Page.Rect(at.X-indent, at.Y-0.2, width, p.Height+0.4, design.Surface)
			line.DrawLine(at.Moved(0, top), ln, style, width-2*indent, e)
		}
		f.emit(p)
	}
}

// codeMargin is the room above and below code within its ground.
const codeMargin = 6
