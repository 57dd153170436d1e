// Package line sets text in lines: runs of text in a style go in, lines that fit a
// width come out, divided where Swedish words may be. It also draws a line.
package line

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"samsyn/internal/fonts"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/linebreak"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/typeset/page"
)

// Look is how a part of a line is drawn, and to which element it belongs.
type Look struct {
	Font   fonts.Style
	Size   float64
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
func (k *Look) within(e *tagged.Elem) *tagged.Elem {
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

// Fragment is what one item of a paragraph draws.
type Fragment struct {
	Look  *Look
	Runs  []fonts.Run
	Width float64
	note  *page.Note
}

// paragraph is text ready to be broken into lines.
type paragraph struct {
	items []linebreak.Item
	Parts []Fragment         // one for each item
	Notes []*manuscript.Note // first referred to here
	style design.Text
}

// Costs of breaks that are not between words.
const (
	jointCost   = 50 // at the joint of a compound, or where the text says so
	hyphenCost  = 110
	nameCost    = 700 // more for a word with a capital, which may be a name
	dashCost    = 30
	addressCost = 90
	anywhere    = 1500 // within a word that fits on no line
)

// composer turns spans into a paragraph.
type composer struct {
	l     *Setter
	out   *paragraph
	space *Look // of the white space that is waiting, nil where there is none
	begun bool  // something stands on the line
}

// Compose prepares spans in a style. New footnotes get their numbers.
func (l *Setter) Compose(spans []manuscript.Span, style design.Text) *paragraph {
	c := &composer{l: l, out: &paragraph{style: style}}
	for _, s := range spans {
		c.span(s)
	}
	return c.out
}

func (c *composer) span(s manuscript.Span) {
	k := c.l.lookOf(s, c.out.style)
	text, err := Clean(s.Text)
	if err != nil {
		c.l.Fail(err)
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
		c.add(linebreak.Item{Kind: linebreak.Penalty, Cost: linebreak.Must}, Fragment{Look: k})
		c.space, c.begun = nil, false
	}
}

// lookOf is how a span looks in a paragraph of a style.
func (l *Setter) lookOf(s manuscript.Span, style design.Text) *Look {
	k := &Look{Font: style.Font, Size: style.Size, color: style.Color}
	k.Font.Bold = k.Font.Bold || s.Bold
	k.Font.Italic = k.Font.Italic != s.Italic // emphasis within italics is upright
	switch {
	case s.URI != "":
		k.linked(s.Quiet)
		k.inner = &inner{kind: "Link", lang: s.Lang, uri: s.URI, contents: fmt.Sprintf(l.Words.ToAddress, Abridged(Plain(manuscript.Text(s.Text)), 300))}
	case s.To != "":
		k.linked(s.Quiet)
		k.inner = &inner{kind: "Link", lang: s.Lang, to: s.To, contents: fmt.Sprintf(l.Words.ToPage, Abridged(Plain(manuscript.Text(s.Text)), 300))}
	case s.Code:
		k.inner = &inner{kind: "Code", lang: s.Lang}
	case s.Lang != "":
		k.inner = &inner{kind: "Span", lang: s.Lang}
	}
	if s.Code {
		k.Font.Family, k.Size, k.shaded = fonts.Mono, style.Size*0.88, true
	}
	return k
}

// linked makes text look like a link: not by its colour alone, which does not
// tell everybody.
func (k *Look) linked(quiet bool) {
	k.lined, k.line = true, design.QuietLine
	if !quiet {
		k.color, k.line = design.Accent, design.Accent
	}
}

func (c *composer) add(it linebreak.Item, f Fragment) {
	c.out.items = append(c.out.items, it)
	c.out.Parts = append(c.out.Parts, f)
}

// glue adds the white space that is waiting.
func (c *composer) glue() {
	k := c.space
	if k == nil {
		return
	}
	c.space = nil
	runs, w := c.l.Shape(k, " ")
	c.add(linebreak.Item{Kind: linebreak.Glue, Width: w},
		Fragment{Look: k, Runs: runs, Width: w})
}

// word adds text without white space.
func (c *composer) word(text string, k *Look) {
	c.glue()
	c.begun = true
	text, cuts := c.l.cuts(text, c.out.style.NoHyphens || k.shaded)
	// Letters are kerned over the places of hyphens, but not in what is too
	// long to be a word: there each part is shaped alone.
	together := len(text) <= longestWord
	var runs []fonts.Run
	if together {
		runs, _ = c.l.Shape(k, text)
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
			head, _ = c.l.Shape(k, text[from:cut.at])
		}
		from = cut.at
		c.box(k, head)
		it, f := linebreak.Item{Kind: linebreak.Penalty, Cost: cut.cost}, Fragment{Look: k}
		if cut.hyphen {
			h := k.Font.Hyphen()
			f.Runs, f.Width = []fonts.Run{h}, h.Width()*k.Size/1000
			it.Hyphen, it.Width = true, f.Width
		}
		c.add(it, f)
	}
	if !together {
		runs, _ = c.l.Shape(k, text[from:])
	}
	c.box(k, runs)
}

func (c *composer) box(k *Look, runs []fonts.Run) {
	w := 0.0
	for _, r := range runs {
		w += r.Width() * k.Size / 1000
	}
	c.add(linebreak.Item{Kind: linebreak.Box, Width: w}, Fragment{Look: k, Runs: runs, Width: w})
}

// noteMark adds the raised number of a footnote, tied to the word before it.
func (c *composer) noteMark(n *manuscript.Note) {
	body, first := c.l.noteOf(n)
	if first {
		c.out.Notes = append(c.out.Notes, n)
	}
	s := c.out.style
	number := strconv.Itoa(body.Number)
	k := &Look{Font: fonts.Style{Family: fonts.Sans}, Size: s.Size * 0.62, color: design.Accent, rise: s.Size * 0.36,
		inner: &inner{kind: "Link", outer: "Reference", to: body.ID(), contents: fmt.Sprintf(c.l.Words.ToNote, number)}}
	if c.space != nil { // the mark follows its word without white space
		c.space = nil
	}
	runs, w := c.l.Shape(k, number)
	c.add(linebreak.Item{Kind: linebreak.Box, Width: w}, Fragment{Look: k, Runs: runs, Width: w, note: body})
	c.begun = true
}
