package load

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/fonts"
	"samsyn/internal/identity"
)

// escaped is what Markdown shows as another text than it is written as: character
// references and backslash escapes (CommonMark 0.31 §2.4, §2.5).
var escaped = regexp.MustCompile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\\\\[!-/:-@\\[-`{-~]|[*_~]+")

// shown is a line of Markdown as it will be read, and where each byte of it
// stands in the file's line. What marks its emphasis is not there.
type shown struct {
	line     string
	from, to []int  // of each byte: the offsets of what it was written as
	escape   []bool // of each byte: whether it was escaped
}

func show(line string) shown {
	var s shown
	var b strings.Builder
	add := func(text string, from, to int, escape bool) {
		b.WriteString(text)
		for i := range len(text) {
			s.escape = append(s.escape, escape)
			if escape {
				s.from, s.to = append(s.from, from), append(s.to, to)
			} else {
				s.from, s.to = append(s.from, from+i), append(s.to, from+i+1)
			}
		}
	}
	at := 0
	for _, m := range escaped.FindAllStringIndex(line, -1) {
		add(line[at:m[0]], at, m[0], false)
		switch text := line[m[0]:m[1]]; text[0] {
		case '\\':
			add(text[1:], m[0], m[1], true)
		case '&':
			add(html.UnescapeString(text), m[0], m[1], true)
		}
		at = m[1]
	}
	add(line[at:], at, len(line), false)
	s.line = b.String()
	return s
}

// disguised finds in a Markdown text what its lines do not hold as they are
// written, but will as they are read. It does not ask whether a line is code,
// where nothing is escaped: a handful of false findings there cost less than a
// number that spreads.
func (f *file) disguised(src string, firstLine int) {
	if !mayDisguise(src) {
		return
	}
	before := len(f.findings)
	for n, line := range strings.Split(src, "\n") {
		if !mayDisguise(line) {
			continue
		}
		if len(f.findings)-before > mostOfAKind {
			return
		}
		s, row := show(line), firstLine+n-1
		for _, m := range identity.Find(s.line) {
			if s.any(m[0], m[1]) || s.to[m[1]-1]-s.from[m[0]] > m[1]-m[0] {
				f.findings = append(f.findings, advice.PersonalNumber(f.place(row, s, m[0], m[1]), s.line[m[0]:m[1]]))
			}
		}
		for _, i := range reordering(s.line) {
			if s.escape[i] {
				c, size := utf8.DecodeRuneInString(s.line[i:])
				f.findings = append(f.findings, diag.New(diag.BidirectionalControl, f.place(row, s, i, i+size), advice.Reordering(c)))
			}
		}
		var address address
		for i, c := range s.line {
			at := func() diag.Place { return f.place(row, s, i, i+utf8.RuneLen(c)) }
			switch {
			case !s.escape[i], address.open:
			case unicode.IsControl(c) && c != '\t' && c != '\n' && c != '\r':
				f.findings = append(f.findings, diag.New(diag.InvalidUTF8, at(), advice.Control(c)))
			case f.role.Of == "" && c >= utf8.RuneSelf && !fonts.Covers(c) && !diag.Reorders(c):
				f.lack(c, 1, at())
			}
			address.read(c)
		}
	}
}

// mayDisguise tells whether a text may hold escapes, or emphasis that parts the digits of
// a number, of which the shortest has ten.
func mayDisguise(text string) bool {
	digits, marks := 0, false
	for i := range len(text) {
		switch c := text[i]; {
		case c == '&' || c == '\\':
			return true
		case c >= '0' && c <= '9':
			digits++
		case c == '*' || c == '_' || c == '~':
			marks = true
		}
	}
	return marks && digits >= 10
}

// address tells, while a line is read from its beginning, whether it goes on within a
// link's address, which is held to what an address may be.
type address struct {
	last rune
	open bool
}

func (a *address) read(c rune) {
	switch {
	case a.last == ']' && c == '(':
		a.open = true
	case c == ')' || c == ' ':
		a.open = false
	}
	a.last = c
}

func (s shown) any(from, to int) bool {
	for i := from; i < to; i++ {
		if s.escape[i] {
			return true
		}
	}
	return false
}

// place is where bytes of a shown line were written.
func (f *file) place(row int, s shown, from, to int) diag.Place {
	return f.text.Span(row, s.from[from], s.to[to-1])
}

// personalValues finds numbers that a quoted text spells with escapes, so that
// they stand on no line. What stands in phone is a number to call.
func (f *file) personalValues(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.Style&yaml.DoubleQuotedStyle != 0 {
		at := f.locator.Place(n)
		for _, m := range identity.Find(n.Value) {
			if !f.personalOn(at.Range) {
				f.findings = append(f.findings, advice.PersonalNumber(at, n.Value[m[0]:m[1]]))
				break
			}
		}
	}
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 1 && n.Content[i-1].Value == "phone" {
			continue
		}
		f.personalValues(c)
	}
}

// personalOn tells whether a number stands on the lines.
func (f *file) personalOn(r diag.Range) bool {
	for _, line := range f.text.Lines[r.Start.Line-1 : r.End.Line] {
		if len(identity.Find(line)) > 0 {
			return true
		}
	}
	return false
}
