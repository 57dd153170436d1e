package tagged

import (
	"strconv"

	"github.com/go-pdf/fpdf"

	"samsyn/internal/fonts"
	"samsyn/internal/pdfobj"
)

// Page is drawn from its upper left corner, y downwards, in points. Call Own or
// Artifact first: what is drawn next belongs there.
type Page struct {
	Width, Height float64

	doc    *Doc
	ref    pdfobj.Ref // once it is written
	sheets int        // where in doc.sheets it is drawn
	number int        // of the page there, from 1
	owners []*Elem    // by MCID
	words  []byte     // that all marks show, one after the other, for Structure
	starts []int      // where in words those of a mark begin, by MCID
	annots []*annot

	owner    *Elem
	artifact Artifact
	open     bool // a marked-content sequence is open for owner or artifact

	font   *fontUse
	size   float64
	fill   Color
	stroke Color
	inked  bool // fill is what the page's content has set
	lined  bool // so is stroke
}

// Artifact says what kind of decoration something is (ISO 32000-1, 14.8.2.2).
type Artifact string

// The kinds of artifacts.
const (
	Layout     Artifact = "/Artifact <</Type /Layout>> BDC"
	Header     Artifact = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"
	Footer     Artifact = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC"
	Pagination Artifact = "/Artifact <</Type /Pagination>> BDC"
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
		p.sheet().RawWriteStr("EMC")
		p.open = false
	}
}

// begin turns fpdf to the page and opens a sequence where none is open. What
// has no owner is layout.
func (p *Page) begin() *fpdf.Fpdf {
	f := p.sheet()
	if p.open {
		return f
	}
	p.open = true
	if p.owner == nil {
		if p.artifact == "" {
			p.artifact = Layout
		}
		f.RawWriteStr(string(p.artifact))
		return f
	}
	id := len(p.owners)
	p.owners = append(p.owners, p.owner)
	p.starts = append(p.starts, len(p.words))
	p.owner.kids = append(p.owner.kids, mark{p, id})
	f.RawWriteStr("/" + p.owner.Type + " <</MCID " + strconv.Itoa(id) + ">> BDC")
	return f
}

// said is the text that a mark shows.
func (p *Page) said(id int) string {
	if id+1 < len(p.starts) {
		return string(p.words[p.starts[id]:p.starts[id+1]])
	}
	return string(p.words[p.starts[id]:])
}

// appendNum appends a number with at most three decimals.
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

// Text draws runs with their baseline's start at x, y. Each space is widened by
// space points. It returns where the text ends.
func (p *Page) Text(x, y, size float64, c Color, space float64, runs []fonts.Run) float64 {
	var ops []byte
	for _, run := range runs {
		if len(run.Glyphs) == 0 {
			continue
		}
		f := p.begin()
		p.setFill(c)
		use := p.doc.use(run.Face)
		ops = append(ops[:0], "BT "...)
		if p.font != use || p.size != size {
			ops = append(ops, use.name...)
			ops = appendNum(append(ops, ' '), size)
			ops = append(ops, " Tf "...)
			p.font, p.size = use, size
		}
		ops = appendNum(ops, x)
		ops = appendNum(append(ops, ' '), p.Height-y)
		ops = append(ops, " Td [<"...)
		width := 0.0
		for i, g := range run.Glyphs {
			ops = appendHex(ops, use.subset.Add(g))
			after := g.Kern
			if g.Text == " " || g.Text == "\u00A0" {
				after += space * 1000 / size
			}
			width += g.Width + after
			if after != 0 && i+1 < len(run.Glyphs) {
				ops = append(appendNum(append(ops, '>'), -after), '<')
			}
			if p.owner != nil {
				p.words = append(p.words, g.Text...)
			}
		}
		ops = append(ops, ">] TJ ET"...)
		f.RawWriteStr(string(ops))
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
type Path struct{ steps []func(p *Page, f *fpdf.Fpdf) }

func (t *Path) then(step func(p *Page, f *fpdf.Fpdf)) { t.steps = append(t.steps, step) }

// Move starts a new part at x, y.
func (t *Path) Move(x, y float64) { t.then(func(p *Page, f *fpdf.Fpdf) { f.MoveTo(p.at(x, y)) }) }

// Line goes straight on to x, y.
func (t *Path) Line(x, y float64) { t.then(func(p *Page, f *fpdf.Fpdf) { f.LineTo(p.at(x, y)) }) }

// Curve goes on to x, y as a Bézier curve.
func (t *Path) Curve(x1, y1, x2, y2, x, y float64) {
	t.then(func(p *Page, f *fpdf.Fpdf) {
		ax, ay := p.at(x1, y1)
		bx, by := p.at(x2, y2)
		cx, cy := p.at(x, y)
		f.CurveBezierCubicTo(ax, ay, bx, by, cx, cy)
	})
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
func (t *Path) Close() { t.then(func(_ *Page, f *fpdf.Fpdf) { f.ClosePath() }) }

// Draw paints a path.
func (p *Page) Draw(t *Path, paint Paint) {
	if len(t.steps) == 0 || paint.Fill == nil && paint.Stroke == nil {
		return
	}
	f := p.begin()
	style := ""
	if paint.Fill != nil {
		p.setFill(*paint.Fill)
		style = "F"
	}
	if paint.Stroke != nil {
		p.setStroke(*paint.Stroke)
		p.setLine(paint.Width, paint.Dash)
		style += "D"
	}
	for _, step := range t.steps {
		step(p, f)
	}
	f.DrawPath(style)
}

// Rect fills a rectangle.
func (p *Page) Rect(x, y, w, h float64, c Color) {
	f := p.begin()
	p.setFill(c)
	x, y = p.at(x, y)
	f.Rect(x, y, finite(w), finite(h), "F")
}

// Rule draws a straight line.
func (p *Page) Rule(x1, y1, x2, y2, width float64, c Color) {
	var t Path
	t.Move(x1, y1)
	t.Line(x2, y2)
	p.Draw(&t, Paint{Stroke: &c, Width: width})
}
