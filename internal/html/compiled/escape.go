package compiled

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// escaper adds a text to dst, made safe for its place.
type escaper func(dst []byte, s string) []byte

// The chains of escapers that html/template puts after a value, by what they are
// called in its tree, and what they come to for plain text.
var chains = map[string]escaper{
	"_html_template_htmlescaper":   appendText,
	"_html_template_rcdataescaper": appendText,
	"_html_template_attrescaper":   appendText,
	"_html_template_urlfilter _html_template_urlnormalizer _html_template_attrescaper": appendAddress,
}

// The same where the value's type says that it is safe as it is for such a place.
var trusted = map[reflect.Type]map[string]escaper{
	reflect.TypeFor[template.HTML](): {"_html_template_htmlescaper": appendAsItIs},
	reflect.TypeFor[template.URL](): {
		"_html_template_urlfilter _html_template_urlnormalizer _html_template_attrescaper": appendNormal,
	},
}

var (
	stringer = reflect.TypeFor[fmt.Stringer]()
	failure  = reflect.TypeFor[error]()
)

// action is {{value}}, with the escapers that html/template has put behind it.
func (c *compiler) action(p *parse.PipeNode, in scope) (step, error) {
	if len(p.Decl) > 0 || len(p.Cmds) < 2 || len(p.Cmds[0].Args) != 1 {
		return nil, fmt.Errorf("{{%s}}: only an escaped value", p)
	}
	v, err := c.value(p.Cmds[0].Args[0], in)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, cmd := range p.Cmds[1:] {
		names = append(names, cmd.String())
	}
	chain := strings.Join(names, " ")
	escape := chains[chain]
	if ways, known := trusted[v.typ]; known {
		escape = ways[chain]
	} else if v.typ.PkgPath() == "html/template" {
		escape = nil
	}
	if escape == nil {
		return nil, fmt.Errorf("{{%s}}: %v is not written to such a place", p, v.typ)
	}
	if v.typ.Implements(stringer) || v.typ.Implements(failure) {
		return nil, fmt.Errorf("{{%s}}: html/template would ask a %v for its words", p, v.typ)
	}
	switch v.typ.Kind() {
	case reflect.String:
		return func(r *run, dot reflect.Value) { r.out = escape(r.out, v.get(r, dot).String()) }, nil
	case reflect.Int:
		return func(r *run, dot reflect.Value) { r.out = strconv.AppendInt(r.out, v.get(r, dot).Int(), 10) }, nil
	}
	return nil, fmt.Errorf("{{%s}}: %v is neither text nor a whole number", p, v.typ)
}

func appendAsItIs(dst []byte, s string) []byte { return append(dst, s...) }

// appendText escapes what could end a text or a quoted attribute, or begin
// something else: htmlReplacementTable of html/template.
func appendText(dst []byte, s string) []byte {
	last := 0
	for i := range len(s) {
		with := ""
		switch s[i] {
		case 0:
			with = "\uFFFD"
		case '"':
			with = "&#34;"
		case '&':
			with = "&amp;"
		case '\'':
			with = "&#39;"
		case '+':
			with = "&#43;"
		case '<':
			with = "&lt;"
		case '>':
			with = "&gt;"
		default:
			continue
		}
		dst = append(append(dst, s[last:i]...), with...)
		last = i + 1
	}
	return append(dst, s[last:]...)
}

// failsafe is what html/template writes in place of an address that might run.
const failsafe = "#ZgotmplZ"

// appendAddress adds an address of the web or a letter, and nothing that could
// run, for an attribute.
func appendAddress(dst []byte, s string) []byte {
	if !safeURL(s) {
		return append(dst, failsafe...)
	}
	return appendNormal(dst, s)
}

// safeURL tells whether an address has no scheme, or one that runs nothing.
func safeURL(s string) bool {
	scheme, _, ok := strings.Cut(s, ":")
	return !ok || strings.Contains(scheme, "/") ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// appendNormal adds an address with what may not stand in one in percent form
// (RFC 3986, section 2), for an attribute. What is in that form already stays.
func appendNormal(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~!#$*,/:;=?@[]", c) >= 0:
			dst = append(dst, c)
		case c == '&':
			dst = append(dst, "&amp;"...)
		case c == '+':
			dst = append(dst, "&#43;"...)
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			dst = append(dst, c)
		default:
			dst = append(dst, '%', hex[c>>4], hex[c&0xf])
		}
	}
	return dst
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
