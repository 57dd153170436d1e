package tagged

import (
	"strconv"
	"strings"

	"samsyn/internal/fonts"
)

// Page is drawn from its upper left corner, y downwards, in points. Call Own or
// Artifact first: what is drawn next belongs there.
type Page struct {
	Width, Height float64

	doc     *Doc
	content []byte
	owners  []*Elem            // by MCID
	texts   []*strings.Builder // by MCID, for Structure
	annots  []*annot

	owner    *Elem
	artifact Artifact
	open     bool // a marked-content sequence is open for owner or artifact

	font   *fontUse
	size   float64
	fill   Color
	stroke Color
	inked  bool // fill is what the content stream has set
	lined  bool // so is stroke
}

// Artifact says what kind of decoration something is (ISO 32000-1, 14.8.2.2).
type Artifact string

// The kinds of artifacts.
const (
	Layout     Artifact = "/Artifact <</Type /Layout>> BDC\n"
	Header     Artifact = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC\n"
	Footer     Artifact = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n"
	Pagination Artifact = "/Artifact <</Type /Pagination>> BDC\n"
)

// Color is in sRGB.
type Color struct{ R, G, B uint8 }

// Own gives what is drawn next to e.
func (p *Page) Own(e *Elem) {
	if p.owner != e || p.artifact != "" {
		p.close()
		p.owner, p.artifact = e, ""
	}
}

// Decorate makes what is drawn next an artifact.
func (p *Page) Decorate(kind Artifact) {
	if p.artifact != kind {
		p.close()
		p.owner, p.artifact = nil, kind
	}
}

// Dest names a place, so that links and addresses can point at it. The first
// place with a name keeps it.
func (p *Page) Dest(id string, y float64) {
	if _, taken := p.doc.dests[id]; !taken {
		p.doc.dests[id] = dest{p, y}
	}
}

// Bookmark adds an entry to the outline; level counts from 1.
func (p *Page) Bookmark(level int, title string, y float64) {
	p.doc.bookmarks = append(p.doc.bookmarks, bookmark{title, level, dest{p, y}})
}

func (p *Page) close() {
	if p.open {
		p.content = append(p.content, "EMC\n"...)
		p.open = false
	}
}

// begin opens a sequence where none is open. What has no owner is layout.
func (p *Page) begin() {
	if p.open {
		return
	}
	p.open = true
	if p.owner == nil {
		if p.artifact == "" {
			p.artifact = Layout
		}
		p.content = append(p.content, p.artifact...)
		return
	}
	id := len(p.owners)
	p.owners = append(p.owners, p.owner)
	p.texts = append(p.texts, &strings.Builder{})
	p.owner.kids = append(p.owner.kids, mark{p, id})
	p.content = append(p.content, '/')
	p.content = append(p.content, p.owner.Type...)
	p.content = append(p.content, " <</MCID "...)
	p.content = strconv.AppendInt(p.content, int64(id), 10)
	p.content = append(p.content, ">> BDC\n"...)
}

// num appends a number with at most three decimals.
func (p *Page) num(v float64) {
	p.content = appendNum(p.content, v)
	p.content = append(p.content, ' ')
}

func appendNum(b []byte, v float64) []byte {
	start := len(b)
	b = strconv.AppendFloat(b, v, 'f', 3, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if s := string(b[start:]); s == "-0" || s == "NaN" || s == "+Inf" || s == "-Inf" {
		b = append(b[:start], '0')
	}
	return b
}

func (p *Page) op(s string, v ...float64) {
	for _, x := range v {
		p.num(x)
	}
	p.content = append(p.content, s...)
	p.content = append(p.content, '\n')
}

func (p *Page) setFill(c Color) {
	if !p.inked || p.fill != c {
		p.op("rg", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
		p.fill, p.inked = c, true
	}
}

func (p *Page) setStroke(c Color) {
	if !p.lined || p.stroke != c {
		p.op("RG", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
		p.stroke, p.lined = c, true
	}
}

// Text draws runs with their baseline's start at x, y. Each space is widened by
// space points. It returns where the text ends.
func (p *Page) Text(x, y, size float64, c Color, space float64, runs []fonts.Run) float64 {
	for _, run := range runs {
		if len(run.Glyphs) == 0 {
			continue
		}
		p.begin()
		p.setFill(c)
		use := p.doc.use(run.Face)
		p.content = append(p.content, "BT "...)
		if p.font != use || p.size != size {
			p.content = append(p.content, use.name...)
			p.content = append(p.content, ' ')
			p.num(size)
			p.content = append(p.content, "Tf "...)
			p.font, p.size = use, size
		}
		p.num(x)
		p.num(p.Height - y)
		p.content = append(p.content, "Td [<"...)
		width := 0.0
		for i, g := range run.Glyphs {
			p.content = appendHex(p.content, use.subset.Add(g))
			after := g.Kern
			if g.Text == " " || g.Text == "\u00A0" {
				after += space * 1000 / size
			}
			width += g.Width + after
			if after != 0 && i+1 < len(run.Glyphs) {
				p.content = append(p.content, '>')
				p.content = appendNum(p.content, -after)
				p.content = append(p.content, '<')
			}
			if p.owner != nil {
				p.texts[len(p.texts)-1].WriteString(g.Text)
			}
		}
		p.content = append(p.content, ">] TJ ET\n"...)
		x += width * size / 1000
	}
	return x
}

func appendHex(b []byte, n int) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[n>>12&15], digits[n>>8&15], digits[n>>4&15], digits[n&15])
}

// Paint says how a path is drawn. A nil colour means: not.
type Paint struct {
	Fill, Stroke *Color
	Width        float64   // of the stroke, in points
	Dash         []float64 // on, off, …; none for a whole line
}

// Path is a run of lines and curves.
type Path struct{ segments []segment }

type segment struct {
	op byte // m, l, c or h
	v  [6]float64
}

// Move starts a new part at x, y.
func (t *Path) Move(x, y float64) { t.segments = append(t.segments, segment{'m', [6]float64{x, y}}) }

// Line goes straight on to x, y.
func (t *Path) Line(x, y float64) { t.segments = append(t.segments, segment{'l', [6]float64{x, y}}) }

// Curve goes on to x, y as a Bézier curve.
func (t *Path) Curve(x1, y1, x2, y2, x, y float64) {
	t.segments = append(t.segments, segment{'c', [6]float64{x1, y1, x2, y2, x, y}})
}

// Rect adds a closed rectangle.
func (t *Path) Rect(x, y, w, h float64) {
	t.Move(x, y)
	t.Line(x+w, y)
	t.Line(x+w, y+h)
	t.Line(x, y+h)
	t.Close()
}

// Close goes back to where the part began.
func (t *Path) Close() { t.segments = append(t.segments, segment{op: 'h'}) }

// Draw paints a path.
func (p *Page) Draw(t *Path, paint Paint) {
	if len(t.segments) == 0 || paint.Fill == nil && paint.Stroke == nil {
		return
	}
	p.begin()
	if paint.Fill != nil {
		p.setFill(*paint.Fill)
	}
	if paint.Stroke != nil {
		p.setStroke(*paint.Stroke)
		p.op("w", paint.Width)
		p.content = append(p.content, '[')
		for _, d := range paint.Dash {
			p.num(d)
		}
		p.content = append(p.content, "] 0 d\n"...)
	}
	for _, s := range t.segments {
		n := map[byte]int{'m': 2, 'l': 2, 'c': 6, 'h': 0}[s.op]
		for i := range n {
			v := s.v[i]
			if i%2 == 1 {
				v = p.Height - v
			}
			p.num(v)
		}
		p.content = append(p.content, s.op, '\n')
	}
	switch {
	case paint.Stroke == nil:
		p.op("f")
	case paint.Fill == nil:
		p.op("S")
	default:
		p.op("B")
	}
}

// Rect fills a rectangle.
func (p *Page) Rect(x, y, w, h float64, c Color) {
	p.begin()
	p.setFill(c)
	p.op("re f", x, p.Height-y-h, w, h)
}

// Rule draws a straight line.
func (p *Page) Rule(x1, y1, x2, y2, width float64, c Color) {
	var t Path
	t.Move(x1, y1)
	t.Line(x2, y2)
	p.Draw(&t, Paint{Stroke: &c, Width: width})
}
