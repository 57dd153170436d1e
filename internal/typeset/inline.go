package typeset

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/linebreak"
)

// look is how a part of a line is drawn, and to which element it belongs.
type look struct {
	font   fonts.Style
	size   float64
	color  tagged.Color
	rise   float64 // above the baseline
	shaded bool
	lined  bool // underlined
	line   tagged.Color
	inner  *inner // nil: the paragraph's own element
}

// inner is an element within a paragraph: a link, code, another language. It is
// made when its first part is drawn, so that it stands between its neighbours.
type inner struct {
	kind, outer   string // outer is an element around kind, or nothing
	lang, uri, to string
	contents      string
	elem          *tagged.Elem
}

// within is the element of what is drawn in a paragraph of element e.
func (k *look) within(e *tagged.Elem) *tagged.Elem {
	if k.inner == nil {
		return e
	}
	if k.inner.elem == nil {
		if k.inner.outer != "" {
			e = e.Add(k.inner.outer)
		}
		k.inner.elem = e.Add(k.inner.kind)
		k.inner.elem.Lang = k.inner.lang
	}
	return k.inner.elem
}

// fragment is what one item of a paragraph draws.
type fragment struct {
	look  *look
	runs  []fonts.Run
	width float64
	space bool
	note  *noteBody
}

// paragraph is text ready to be broken into lines.
type paragraph struct {
	items []linebreak.Item
	parts []fragment // one for each item
	notes []*Note    // first referred to here
	style textStyle
}

// Costs of breaks that are not between words.
const (
	jointCost   = 50 // at the joint of a compound, or where the text says so
	hyphenCost  = 110
	dashCost    = 30
	addressCost = 90
	anywhere    = 1500 // within a word that fits on no line
)

// composer turns spans into a paragraph.
type composer struct {
	l     *layout
	out   *paragraph
	space *look // of the white space that is waiting, nil where there is none
	begun bool  // something stands on the line
}

// compose prepares spans in a style. New footnotes get their numbers.
func (l *layout) compose(spans []Span, style textStyle) *paragraph {
	c := &composer{l: l, out: &paragraph{style: style}}
	for _, s := range spans {
		c.span(s)
	}
	return c.out
}

func (c *composer) span(s Span) {
	k := c.l.lookOf(s, c.out.style)
	text, err := clean(s.Text)
	if err != nil {
		c.l.fail(err)
		return
	}
	for text != "" {
		r, n := utf8.DecodeRuneInString(text)
		if breaking(r) {
			if c.begun {
				c.space = k
			}
			text = text[n:]
			continue
		}
		end := strings.IndexFunc(text, breaking)
		if end < 0 {
			end = len(text)
		}
		c.word(text[:end], k)
		text = text[end:]
	}
	if s.Note != nil {
		c.noteMark(s.Note)
	}
	if s.Break {
		c.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Must}, fragment{look: k})
		c.space, c.begun = nil, false
	}
}

// clean normalises text and leaves out marks that show nothing and mean nothing
// to the layout.
func clean(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", &fonts.InvalidText{Text: s}
	}
	s = norm.NFC.String(s)
	return strings.Map(func(r rune) rune {
		if r != '\u00AD' && r != '\u200B' && fonts.Invisible(r) {
			return -1
		}
		return r
	}, s), nil
}

// breaking reports white space at which a line may end.
func breaking(r rune) bool {
	switch r {
	case '\u00A0', '\u202F', '\u2007':
		return false
	}
	return unicode.IsSpace(r) && r != '\u0085'
}

// lookOf is how a span looks in a paragraph of a style.
func (l *layout) lookOf(s Span, style textStyle) *look {
	k := &look{font: style.font, size: style.size, color: style.color}
	k.font.Bold = k.font.Bold || s.Bold
	k.font.Italic = k.font.Italic != s.Italic // emphasis within italics is upright
	switch {
	case s.URI != "":
		k.linked(s.Quiet)
		k.inner = &inner{kind: "Link", lang: s.Lang, uri: s.URI, contents: fmt.Sprintf(l.doc.Words.ToAddress, abridged(plain(Text(s.Text)), 300))}
	case s.To != "":
		k.linked(s.Quiet)
		k.inner = &inner{kind: "Link", lang: s.Lang, to: s.To, contents: fmt.Sprintf(l.doc.Words.ToPage, abridged(plain(Text(s.Text)), 300))}
	case s.Code:
		k.inner = &inner{kind: "Code", lang: s.Lang}
	case s.Lang != "":
		k.inner = &inner{kind: "Span", lang: s.Lang}
	}
	if s.Code {
		k.font.Family, k.size, k.shaded = fonts.Mono, style.size*0.88, true
	}
	return k
}

// linked makes text look like a link: not by its colour alone, which does not
// tell everybody.
func (k *look) linked(quiet bool) {
	k.lined, k.line = true, quietLine
	if !quiet {
		k.color, k.line = accent, accent
	}
}

func (c *composer) add(it linebreak.Item, f fragment) {
	c.out.items = append(c.out.items, it)
	c.out.parts = append(c.out.parts, f)
}

// glue adds the white space that is waiting.
func (c *composer) glue() {
	k := c.space
	if k == nil {
		return
	}
	c.space = nil
	runs, w := c.l.shape(k, " ")
	c.add(linebreak.Item{Kind: linebreak.Glue, Width: w, Stretch: w * 0.6, Shrink: w * 0.3},
		fragment{look: k, runs: runs, width: w, space: true})
}

// word adds text without white space.
func (c *composer) word(text string, k *look) {
	c.glue()
	c.begun = true
	text, cuts := c.l.cuts(text, c.out.style.noHyphens || k.shaded)
	// Letters are kerned over the places of hyphens, but not in what is too
	// long to be a word: there each part is shaped alone.
	together := len(text) <= longestWord
	var runs []fonts.Run
	if together {
		runs, _ = c.l.shape(k, text)
	}
	from := 0
	for _, cut := range cuts {
		var head []fonts.Run
		if together {
			var ok bool
			var tail []fonts.Run
			if head, tail, ok = splitRuns(runs, cut.at-from); !ok { // within a ligature
				continue
			}
			runs = tail
		} else {
			head, _ = c.l.shape(k, text[from:cut.at])
		}
		from = cut.at
		c.box(k, head)
		it, f := linebreak.Item{Kind: linebreak.Penalty, Cost: cut.cost}, fragment{look: k}
		if cut.hyphen {
			h := k.font.Hyphen()
			f.runs, f.width = []fonts.Run{h}, h.Width()*k.size/1000
			it.Hyphen, it.Width = true, f.width
		}
		c.add(it, f)
	}
	if !together {
		runs, _ = c.l.shape(k, text[from:])
	}
	c.box(k, runs)
}

func (c *composer) box(k *look, runs []fonts.Run) {
	w := 0.0
	for _, r := range runs {
		w += r.Width() * k.size / 1000
	}
	c.add(linebreak.Item{Kind: linebreak.Box, Width: w}, fragment{look: k, runs: runs, width: w})
}

// noteMark adds the raised number of a footnote, tied to the word before it.
func (c *composer) noteMark(n *Note) {
	body, first := c.l.note(n)
	if first {
		c.out.notes = append(c.out.notes, n)
	}
	s := c.out.style
	number := strconv.Itoa(body.number)
	k := &look{font: fonts.Style{Family: fonts.Sans}, size: s.size * 0.62, color: accent, rise: s.size * 0.36,
		inner: &inner{kind: "Link", outer: "Reference", to: body.id(), contents: fmt.Sprintf(c.l.doc.Words.ToNote, number)}}
	if c.space != nil { // the mark follows its word without white space
		c.space = nil
	}
	runs, w := c.l.shape(k, number)
	c.add(linebreak.Item{Kind: linebreak.Box, Width: w}, fragment{look: k, runs: runs, width: w, note: body})
	c.begun = true
}

// shape gives text its glyphs. What cannot be shown is the layout's error.
func (l *layout) shape(k *look, text string) ([]fonts.Run, float64) {
	key := shapeKey{k.font, text}
	runs, known := l.shaped[key]
	if !known {
		var err error
		if runs, err = k.font.Shape(text); err != nil {
			l.fail(fmt.Errorf("in %q: %w", abridged(text, 60), err))
		}
		if len(l.shaped) < mostShaped && len(text) <= longestWord {
			l.shaped[key] = runs
		}
	}
	w := 0.0
	for _, r := range runs {
		w += r.Width() * k.size / 1000
	}
	return runs, w
}

type shapeKey struct {
	font fonts.Style
	text string
}

// mostShaped bounds what shape remembers.
const mostShaped = 100_000

// abridged is at most n characters of s.
func abridged(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}

// splitRuns divides runs after n bytes of text. It fails within a glyph.
func splitRuns(runs []fonts.Run, n int) (head, tail []fonts.Run, ok bool) {
	for i, r := range runs {
		for j, g := range r.Glyphs {
			if n == 0 {
				if j > 0 {
					head = append(head, fonts.Run{Face: r.Face, Glyphs: r.Glyphs[:j:j]})
				}
				tail = append(tail, fonts.Run{Face: r.Face, Glyphs: r.Glyphs[j:]})
				return head, append(tail, runs[i+1:]...), true
			}
			if n -= len(g.Text); n < 0 {
				return nil, nil, false
			}
		}
		head = append(head, r)
	}
	return head, nil, n == 0
}
