package html

import (
	"html/template"
	"strings"

	"samsyn/internal/text"
)

// markup is HTML in the making. All but what is given to raw is escaped for the
// place where it stands, so that it says what html/template would make of it: a fuzz test
// holds the two to each other.
type markup struct{ b strings.Builder }

// drawn gives what draw makes of a thing, as a template takes it.
func drawn[T any](draw func(*markup, T), thing T) template.HTML {
	var m markup
	draw(&m, thing)
	return template.HTML(m.b.String()) // every part of it escaped
}

// raw writes markup of our own, never words of the content.
func (m *markup) raw(parts ...string) {
	for _, s := range parts {
		m.b.WriteString(s)
	}
}

// text writes words, between tags or in an attribute.
func (m *markup) text(s string) { template.HTMLEscape(&m.b, []byte(s)) }

// said writes words that have places to break. A <wbr> shows nothing and is not copied.
func (m *markup) said(s string) {
	for part := range strings.SplitAfterSeq(s, breakHere) {
		said, broken := strings.CutSuffix(part, breakHere)
		m.text(said)
		if broken {
			m.raw("<wbr>")
		}
	}
}

// open begins an element. Attributes are names and values in turn; those without a
// value are left out.
func (m *markup) open(tag string, attributes ...string) {
	m.raw("<", tag)
	for n := 0; n+1 < len(attributes); n += 2 {
		if attributes[n+1] != "" {
			m.attr(attributes[n], attributes[n+1])
		}
	}
	m.raw(">")
}

func (m *markup) close(tag string) {
	m.raw("</", tag, ">")
}

// attr writes an attribute.
func (m *markup) attr(name, value string) {
	m.raw(" ", name, `="`)
	m.text(value)
	m.raw(`"`)
}

// lang writes what language an element is in, where that is another than around it.
func (m *markup) lang(language string) {
	if language != "" {
		m.attr("lang", language)
		m.attr("dir", text.Dir(language))
	}
}

// href writes where a link leads. An address that could run something is replaced.
func (m *markup) href(address string) {
	if !harmless(address) {
		address = "#ZgotmplZ" // as html/template has it
	}
	m.raw(` href="`)
	m.address(address)
	m.raw(`"`)
}

// harmless tells whether an address has no scheme, or one that runs nothing.
func harmless(address string) bool {
	scheme, _, ok := strings.Cut(address, ":")
	return !ok || strings.Contains(scheme, "/") || callable(address) ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// callable tells whether an address is a telephone number, which html/template does
// not know to be harmless.
func callable(address string) bool {
	number, ok := strings.CutPrefix(address, "tel:")
	return ok && strings.Trim(number, "+0123456789") == ""
}

// address writes what may not stand in an address in percent form (RFC 3986,
// section 2). What is in that form already stays.
func (m *markup) address(s string) {
	const hex = "0123456789abcdef"
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~!#$*+,/:;=?@[]", c) >= 0:
			m.b.WriteByte(c)
		case c == '&':
			m.raw("&amp;")
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			m.b.WriteByte(c)
		default:
			m.b.Write([]byte{'%', hex[c>>4], hex[c&0xf]})
		}
	}
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
