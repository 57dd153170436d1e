package typeset

import (
	"strconv"
	"strings"

	"samsyn/internal/tagged"
)

// frame is where blocks flow: their width, the element they belong to, the
// style of plain text, and who takes the pieces.
type frame struct {
	width  float64
	elem   *tagged.Elem
	style  textStyle
	depth  int // of lists
	inCell bool
	emit   func(*piece)
}

// collected gives the pieces of blocks instead of placing them.
func (l *layout) collected(blocks []Block, f frame) []*piece {
	var out []*piece
	f.emit = func(p *piece) { out = append(out, p) }
	l.flow(blocks, f)
	return out
}

func (l *layout) flow(blocks []Block, f frame) {
	for _, b := range blocks {
		if l.err != nil {
			return
		}
		switch b := b.(type) {
		case Heading:
			l.heading(b, f)
		case Group:
			l.group(b, f)
		case Paragraph:
			l.paragraph(b, f, f.toneStyle(b.Tone))
		case Stack:
			l.paragraphs(b, f)
		case List:
			l.list(b, f)
		case Quote:
			l.quote(b, f)
		case Code:
			l.code(b, f)
		case Facts:
			l.facts(b, f)
		case Drawing:
			l.drawing(b, f)
		case Picture:
			l.picture(b, f)
		case PageBreak:
			f.emit(&piece{newPage: true})
		case SignatureField:
			l.signatureField(b, f)
		case Table:
			if f.inCell {
				l.fail(errTableInCell)
				return
			}
			l.table(b, f)
		}
	}
}

func (l *layout) paragraph(b Paragraph, f frame, style textStyle) {
	l.text(b.Text, style, f.elem.Add("P"), f, b.ID, false)
}

// toneStyle is how a paragraph of a tone looks here.
func (f frame) toneStyle(t Tone) textStyle {
	style := f.style
	switch {
	case t == Lead && !f.inCell:
		style = leadStyle
	case t == Small:
		style = smallStyle
		if f.inCell {
			style.before, style.after = f.style.before/2, f.style.after/2
		}
	}
	return style
}

func (l *layout) paragraphs(b Stack, f frame) {
	for i, p := range b.Paragraphs {
		style := f.toneStyle(p.Tone)
		if i > 0 {
			style.before = 0
		}
		if i < len(b.Paragraphs)-1 {
			style.after = 0
		}
		l.paragraph(p, f, style)
	}
}

// group emits blocks that begin a new page rather than be divided by its foot.
func (l *layout) group(b Group, f frame) {
	pieces := l.collected(b.Blocks, f)
	if len(pieces) == 0 {
		return
	}
	pieces[0].need = stack(pieces)
	if pieces[0].need > l.height {
		pieces[0].need = l.height * startRoom
	}
	if h, is := b.Blocks[0].(Heading); is && h.Level == 1 {
		apart(pieces[0])
	}
	for _, p := range pieces {
		f.emit(p)
	}
}

// startRoom is the part of a page that must be left for what is longer than a
// page to begin on it.
const startRoom = 0.38

// chapterGap is the room above a chapter that does not begin a page.
const chapterGap = 38

// apart sets p off from what stands above it on its page.
func apart(p *piece) {
	p.before = chapterGap
	p.under(func(at spot) {
		if at.gap > 0 {
			at.page.Decorate(tagged.Layout)
			at.page.Rule(at.x, at.y-at.gap*0.55, at.x+60, at.y-at.gap*0.55, 1.2, soft)
		}
	})
}

// text emits the lines of a paragraph whose element is e: never a first or last
// line alone on a page.
func (l *layout) text(spans []Span, style textStyle, e *tagged.Elem, f frame, id string, keep bool) {
	para := l.compose(spans, style)
	width := f.width
	if !f.inCell {
		width = min(width, measure)
	}
	for _, n := range para.notes {
		l.layNote(n, f.elem)
	}
	lines := l.lines(para, width)
	for i, ln := range lines {
		p := &piece{height: style.leading, notes: ln.notes,
			keep: keep || keepsLine(i, len(lines)),
			draw: func(at spot) { drawLine(at, ln, style, width, e) }}
		if i == 0 {
			p.before = style.before
			if id != "" {
				p.ids = []string{id}
			}
		}
		if i == len(lines)-1 {
			p.after = style.after
		}
		f.emit(p)
	}
}

// keepsLine reports whether line i of n stays with the next: neither the first
// nor the last line stands alone on a page.
func keepsLine(i, n int) bool { return n > 1 && (i == 0 || i == n-2) }

func (l *layout) heading(b Heading, f frame) {
	style := heading(b.Level)
	if b.Look > 0 {
		style = heading(b.Look)
	}
	if f.inCell {
		style = f.style
		style.font.Bold = true
	}
	style.noHyphens = l.whole(b.Text, style, min(f.width, measure))
	// A level that is skipped would leave a hole in the tree.
	level := max(1, min(b.Level, 4, l.level+1))
	l.level = level
	e := f.elem.Add("H" + strconv.Itoa(level))
	title := plain(b.Text)
	if b.ID == "" {
		l.unnamed++
		b.ID = "h:" + strconv.Itoa(l.unnamed)
	}
	var pieces []*piece
	own := f
	own.emit = func(p *piece) { pieces = append(pieces, p) }
	l.text(b.Text, style, e, own, b.ID, true)
	pieces[0].newPage = b.NewPage
	pieces[0].under(func(at spot) {
		at.page.Bookmark(level, title, at.y-4)
		l.entries = append(l.entries, entry{level, title, b.ID, at.page})
		if level == 1 {
			l.chapter = title
		}
	})
	for _, p := range pieces {
		f.emit(p)
	}
}

// whole reports that no word of a text must be divided to fit in a width.
func (l *layout) whole(spans []Span, style textStyle, width float64) bool {
	style.noHyphens = true
	return l.needOfText(spans, style).least <= width
}

// plain is the text of spans alone.
func plain(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
		if s.Break {
			b.WriteByte(' ')
		}
	}
	clean, err := clean(b.String())
	if err != nil {
		return ""
	}
	return strings.Join(strings.Fields(strings.NewReplacer("\u00AD", "", "\u200B", "").Replace(clean)), " ")
}

func (l *layout) list(b List, f frame) {
	e := f.elem.Add("L")
	numbering, bullet := tagged.Name("Disc"), "•"
	switch {
	case b.Ordered:
		numbering = "Decimal"
	case f.depth%2 == 1:
		numbering, bullet = "Circle", "–"
	}
	e.Set("List", "ListNumbering", numbering)
	start := b.Start
	if start == 0 {
		start = 1
	}
	indent := f.style.size * 1.5
	if b.Ordered {
		indent = f.style.size * (0.9 + 0.55*float64(len(strconv.Itoa(start+len(b.Items)-1))))
	}
	for i, item := range b.Items {
		label := bullet
		if b.Ordered {
			label = strconv.Itoa(start+i) + "."
		}
		gap := f.style.before
		if i > 0 {
			gap = f.style.leading / 4
		}
		pieces := l.item(label, item.Blocks, e.Add("LI"), indent, f)
		pieces[0].before = gap
		if i < len(b.Items)-1 {
			pieces[len(pieces)-1].after = f.style.leading / 4
		}
		for _, p := range pieces {
			f.emit(p)
		}
	}
}

// narrowest is the width from which on nested lists are indented no more.
const narrowest = 70

// item gives the pieces of blocks with a label in the indent before them.
func (l *layout) item(label string, blocks []Block, e *tagged.Elem, indent float64, f frame) []*piece {
	mark := e.Add("Lbl")
	indent = min(indent, max(0, f.width-narrowest))
	f.elem, f.width, f.depth = e.Add("LBody"), f.width-indent, f.depth+1
	if !f.inCell {
		f.width = min(f.width, measure-indent)
	}
	pieces := l.collected(blocks, f)
	if len(pieces) == 0 {
		pieces = []*piece{{height: f.style.leading}}
	}
	style := f.style
	style.align = Left
	lines := l.lines(l.compose(Text(label), style), indent)
	for _, p := range pieces {
		p.x += indent
	}
	pieces[0].under(func(at spot) { drawLine(at.moved(-indent, 0), lines[0], style, indent, mark) })
	return pieces
}

func (l *layout) quote(b Quote, f frame) {
	indent := min(15, max(0, f.width-narrowest))
	e := f.elem.Add("BlockQuote")
	inside := f
	inside.elem, inside.width = e, min(f.width, measure)-indent
	pieces := l.collected(b.Blocks, inside)
	for i, p := range pieces {
		p.x += indent
		if !f.inCell && i == 0 {
			p.before = 2 * grid
		}
		if !f.inCell && i == len(pieces)-1 {
			p.after = 2 * grid
		}
		p.under(func(at spot) {
			top := at.y
			if i > 0 {
				top -= at.gap
			}
			at.page.Decorate(tagged.Layout)
			at.page.Rect(at.x-indent, top, 2, at.y+p.height-top, soft)
		})
		f.emit(p)
	}
}

func (l *layout) code(b Code, f frame) {
	const indent = 8
	e := f.elem.Add("P").Add("Code")
	style := codeStyle
	width := f.width
	if !f.inCell {
		width = min(width, measure)
	}
	source := strings.Split(strings.TrimRight(strings.ReplaceAll(b.Text, "\r\n", "\n"), "\n"), "\n")
	var lines []line
	for _, s := range source {
		// White space counts: it does not break here.
		s = strings.NewReplacer("\t", "\u00A0\u00A0\u00A0\u00A0", " ", "\u00A0", "\r", "").Replace(s)
		lines = append(lines, l.lines(l.compose(Text(s), style), width-2*indent)...)
	}
	for i, ln := range lines {
		p := &piece{x: indent, height: style.leading, keep: keepsLine(i, len(lines))}
		top := 0.0
		if i == 0 {
			top, p.before = codeMargin, f.style.before
			p.height += codeMargin
		}
		if i == len(lines)-1 {
			p.after = 2 * f.style.after
			p.height += codeMargin
		}
		p.draw = func(at spot) {
			at.page.Decorate(tagged.Layout)
			at.page.Rect(at.x-indent, at.y-0.2, width, p.height+0.4, surface)
			drawLine(at.moved(0, top), ln, style, width-2*indent, e)
		}
		f.emit(p)
	}
}

// codeMargin is the room above and below code within its ground.
const codeMargin = 6
