package drawn

import (
	"cmp"

	"samsyn/internal/pdfobj"
)

// matrix is a transformation (8.3.3).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times gives what does m first and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// box is where a rectangle comes to lie.
func (m matrix) box(b Box) Box {
	var out Box
	for i := range 4 {
		x, y := b[i&1*2], b[i>>1*2+1]
		px, py := m[0]*x+m[2]*y+m[4], m[1]*x+m[3]*y+m[5]
		if i == 0 {
			out = Box{px, py, px, py}
		}
		out = Box{min(out[0], px), min(out[1], py), max(out[2], px), max(out[3], py)}
	}
	return out
}

// state is what q keeps and Q brings back (8.4), as far as it matters here.
type state struct {
	ctm     matrix
	font    *font
	size    float64
	leading float64
	rise    float64
	scale   float64 // of widths, 0 for 100 %
	char    float64 // added to each letter's width
	word    float64 // added to each space's width
}

// run follows the operators of a content.
func (d *drawing) run(content []byte, resources pdfobj.Dict, s state, depth int) error {
	r := &runner{drawing: d, state: s, resources: resources, depth: depth, text: identity, line: identity}
	return pdfobj.Operators(content, r.do)
}

type runner struct {
	*drawing
	state
	resources  pdfobj.Dict
	depth      int
	stack      []state
	text, line matrix
}

func (r *runner) do(operator string, v []any) error {
	switch operator {
	case "q":
		if len(r.stack) == deepestState {
			return pdfobj.ErrTooMuch
		}
		r.stack = append(r.stack, r.state)
	case "Q":
		if n := len(r.stack); n > 0 {
			r.state, r.stack = r.stack[n-1], r.stack[:n-1]
		}
	case "cm":
		r.ctm = asMatrix(v).times(r.ctm)
	case "Do":
		return r.object(v)
	case "Tj", "TJ", "'", "\"":
		return r.show(operator, v)
	default:
		r.place(operator, v)
	}
	return nil
}

// place follows what says where and how large the next words stand (9.3, 9.4.2).
func (r *runner) place(operator string, v []any) {
	at := func(i int) float64 {
		if i >= len(v) {
			return 0
		}
		return number(v[i])
	}
	switch operator {
	case "BT":
		r.text, r.line = identity, identity
	case "Tm":
		r.line = asMatrix(v)
		r.text = r.line
	case "TD":
		r.leading = -at(1)
		r.move(at(0), at(1))
	case "Td":
		r.move(at(0), at(1))
	case "T*":
		r.move(0, -r.leading)
	case "Tf":
		if len(v) == 2 {
			name, _ := v[0].(pdfobj.Name)
			r.font, r.size = r.fontOf(r.resources, name), at(1)
		}
	case "TL":
		r.leading = at(0)
	case "Ts":
		r.rise = at(0)
	case "Tz":
		r.scale = at(0) / 100
	case "Tc":
		r.char = at(0)
	case "Tw":
		r.word = at(0)
	}
}

func (r *runner) move(x, y float64) {
	r.line = matrix{1, 0, 0, 1, x, y}.times(r.line)
	r.text = r.line
}

// show adds the box of a text and goes on behind it.
func (r *runner) show(operator string, v []any) error {
	switch operator {
	case "'":
		r.move(0, -r.leading)
	case "\"":
		if len(v) == 3 {
			r.word, r.char = number(v[0]), number(v[1])
		}
		r.move(0, -r.leading)
	}
	if len(v) == 0 {
		return nil
	}
	scale := cmp.Or(r.scale, 1)
	width, letters := 0.0, 0
	for _, p := range r.f.List(v[len(v)-1]) {
		switch p := p.(type) {
		case pdfobj.Str:
			units, n, spaces := r.font.width(p)
			width += (units*r.size/1000 + float64(n)*r.char + float64(spaces)*r.word) * scale
			letters += n
		case pdfobj.Num:
			width -= number(p) * r.size / 1000 * scale
		}
	}
	// From what hangs below the line to the top of a capital letter.
	box := Box{min(0, width), r.rise - 0.2*r.size, max(0, width), r.rise + 0.7*r.size}
	at := r.text.times(r.ctm)
	r.text = matrix{1, 0, 0, 1, width, 0}.times(r.text)
	if letters == 0 {
		return nil
	}
	return r.add(at.box(box))
}

// object follows a form, or adds the box of a picture (8.8).
func (r *runner) object(v []any) error {
	if len(v) != 1 {
		return nil
	}
	name, _ := v[0].(pdfobj.Name)
	all := r.f.Dict(r.resources["XObject"])
	s := r.f.Stream(all[name])
	if s == nil {
		return nil
	}
	if r.f.Resolve(s.D["Subtype"]) != pdfobj.Name("Form") {
		return r.add(r.ctm.box(Box{0, 0, 1, 1}))
	}
	if r.depth == deepestForm {
		return pdfobj.ErrTooMuch
	}
	content, err := r.data(s)
	if err != nil {
		return err
	}
	inner := r.state
	if m, ok := r.f.Resolve(s.D["Matrix"]).(pdfobj.Array); ok {
		inner.ctm = asMatrix(m).times(r.ctm)
	}
	resources := r.f.Dict(s.D["Resources"])
	if resources == nil {
		resources = r.resources
	}
	return r.run(content, resources, inner, r.depth+1)
}

func asMatrix(v []any) (out matrix) {
	if len(v) != len(out) {
		return identity
	}
	for i, e := range v {
		out[i] = number(e)
	}
	return out
}
