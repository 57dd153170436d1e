package html

import (
	"cmp"

	blocks "samsyn/internal/view/block"
)

// Lines are drawn here and not by a template: a page has hundreds, and executing a
// template for each took most of the time.

// line draws runs of text after each other, with a space between two marks.
func (d *drawer) line(m *markup, l blocks.Line) {
	for n, s := range l {
		if n > 0 && s.Marked && l[n-1].Marked {
			m.raw(" ")
		}
		d.link(m, s)
	}
}

// marks draws short marks, such as statuses, with a space between them.
func (d *drawer) marks(m *markup, l blocks.Line) {
	for n, s := range l {
		if n > 0 {
			m.raw(" ")
		}
		d.run(m, s)
	}
}

func (d *drawer) text(m *markup, t blocks.Text) { d.linked(m, t, blocks.Ref{}) }

func (d *drawer) linked(m *markup, t blocks.Text, r blocks.Ref) {
	if t.S != "" {
		d.link(m, blocks.Span{Text: t, Ref: r})
	}
}

// link draws a run with the link that it is, if it is one.
func (d *drawer) link(m *markup, s blocks.Span) {
	href := ""
	if s.Ref.Given() {
		href = d.href(s.Ref)
	}
	if href == "" {
		d.run(m, s)
		return
	}
	m.raw("<a")
	m.href(href)
	if callable(href) {
		m.attr("dir", "ltr") // its parts would change places in Arabic
	} else {
		if s.Ref.Lang != "" {
			m.attr("hreflang", s.Ref.Lang)
		}
		if s.Ref.URL != "" {
			m.raw(` rel="noopener noreferrer"`)
		}
	}
	m.raw(">")
	d.run(m, s)
	m.raw("</a>")
}

// run draws a run of text in its element.
func (d *drawer) run(m *markup, s blocks.Span) {
	tag := element(s)
	if tag == "" {
		m.said(d.said(s))
		return
	}
	m.raw("<", tag)
	if s.Marked {
		class := "mark"
		if s.Badge != blocks.Normal {
			class += " " + string(s.Badge)
		}
		m.attr("class", class)
	}
	if tag != "code" {
		m.lang(s.Text.Lang)
	}
	m.raw(">")
	m.said(d.said(s))
	m.close(tag)
}

// element is what a run of text is in HTML; "" for words as they are.
func element(s blocks.Span) string {
	switch {
	case s.Marked:
		return "span"
	case s.Gone:
		return "del"
	case s.Come:
		return "ins"
	case s.Strong:
		return "strong"
	case s.Em:
		return "em"
	case s.Code:
		return "code"
	case s.Text.Lang != "":
		return "span"
	}
	return ""
}

// said is a run's text with places where a long word may be divided.
func (d *drawer) said(s blocks.Span) string {
	if s.Code {
		return s.S // whose style breaks it anywhere
	}
	return divisible(s.S, cmp.Or(s.Text.Lang, d.page.Lang))
}
