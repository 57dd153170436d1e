package pdfobj

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// maxDepth bounds how deep arrays and dictionaries may stand in each other.
const maxDepth = 100

// maxObject is the highest object number that a file may use (ISO 32000-1,
// annex C.2).
const maxObject = 8388607

// A SyntaxError says that the bytes are not the PDF that they should be.
type SyntaxError struct {
	Offset int // in bytes from the start of the file
	Msg    string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("pdf, byte %d: %s", e.Offset, e.Msg)
}

// lexer reads objects from s between p and the end of s.
type lexer struct {
	s []byte
	p int
}

func (l *lexer) fail(format string, args ...any) error {
	return &SyntaxError{l.p, fmt.Sprintf(format, args...)}
}

// isSpace knows the white space that all readers agree on; the standard has NUL and
// form feed too, which no writer needs.
func isSpace(c byte) bool { return c == '\t' || c == '\n' || c == '\r' || c == ' ' }

func isDelim(c byte) bool {
	return strings.IndexByte("()<>[]{}/%", c) >= 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// skip passes white space. A comment is refused: readers differ in where it ends,
// and something else could stand in it for those that look for objects.
func (l *lexer) skip() error {
	for l.p < len(l.s) && isSpace(l.s[l.p]) {
		l.p++
	}
	if l.p < len(l.s) && l.s[l.p] == '%' {
		return l.fail("a comment")
	}
	return nil
}

// regular reads regular characters where it stands, without skipping.
func (l *lexer) regular() string {
	start := l.p
	for l.p < len(l.s) && !isSpace(l.s[l.p]) && !isDelim(l.s[l.p]) {
		l.p++
	}
	return string(l.s[start:l.p])
}

// token reads what follows white space; nothing where that is no regular character.
func (l *lexer) token() string {
	if l.skip() != nil {
		return ""
	}
	return l.regular()
}

func (l *lexer) keyword(want string) error {
	if err := l.skip(); err != nil {
		return err
	}
	at := l.p
	if got := l.regular(); got != want {
		l.p = at
		return l.fail("expected %q", want)
	}
	return nil
}

// natural reads a number that is not negative and not above max.
func (l *lexer) natural(max int) (int, error) {
	if err := l.skip(); err != nil {
		return 0, err
	}
	at := l.p
	t := l.regular()
	n, ok := parseNatural(t)
	if !ok || n > max {
		l.p = at
		return 0, l.fail("expected a number from 0 to %d", max)
	}
	return n, nil
}

func parseNatural(t string) (int, bool) {
	if t == "" || len(t) > 18 {
		return 0, false
	}
	for i := 0; i < len(t); i++ {
		if !isDigit(t[i]) {
			return 0, false
		}
	}
	n, err := strconv.Atoi(t)
	return n, err == nil
}

func (l *lexer) has(prefix string) bool {
	return bytes.HasPrefix(l.s[l.p:], []byte(prefix))
}

// object reads one object of any kind but a stream.
func (l *lexer) object(depth int) (any, error) {
	if err := l.skip(); err != nil {
		return nil, err
	}
	if l.p >= len(l.s) {
		return nil, l.fail("the file ends inside an object")
	}
	if depth > maxDepth {
		return nil, l.fail("objects nested deeper than %d", maxDepth)
	}
	switch c := l.s[l.p]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '[':
		return l.array(depth)
	case l.has("<<"):
		return l.dict(depth)
	case c == '<':
		return l.hex()
	}
	at := l.p
	switch t := l.regular(); t {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	default:
		if !isNumber(t) {
			l.p = at
			return nil, l.fail("no object can begin here")
		}
		return l.refOrNumber(t)
	}
}

// refOrNumber tells "12 0 R" from "12".
func (l *lexer) refOrNumber(t string) (any, error) {
	n, ok := parseNatural(t)
	if !ok {
		return Num(t), nil
	}
	at := l.p
	if g, ok := parseNatural(l.token()); ok && l.token() == "R" {
		if g != 0 {
			return nil, fmt.Errorf("%w: a reference with generation %d", ErrUnsupported, g)
		}
		if n == 0 || n > maxObject {
			return nil, l.fail("a reference to object %d", n)
		}
		return Ref(n), nil
	}
	l.p = at
	return Num(t), nil
}

func isNumber(t string) bool {
	if t != "" && (t[0] == '+' || t[0] == '-') {
		t = t[1:]
	}
	digits, points := 0, 0
	for i := 0; i < len(t); i++ {
		switch {
		case isDigit(t[i]):
			digits++
		case t[i] == '.':
			points++
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}

func (l *lexer) name() (any, error) {
	l.p++
	t := l.regular()
	out := make([]byte, 0, len(t))
	for i := 0; i < len(t); i++ {
		if t[i] < ' ' || t[i] == 0x7F {
			return nil, l.fail("a name with a control character")
		}
		if t[i] != '#' {
			out = append(out, t[i])
			continue
		}
		if i+2 >= len(t) {
			return nil, l.fail("a name with a broken # code")
		}
		v, err := strconv.ParseUint(t[i+1:i+3], 16, 8)
		if err != nil || v == 0 {
			return nil, l.fail("a name with a broken # code")
		}
		out = append(out, byte(v))
		i += 2
	}
	return Name(out), nil
}

func (l *lexer) array(depth int) (any, error) {
	l.p++
	a := Array{}
	for {
		if err := l.skip(); err != nil {
			return nil, err
		}
		if l.p < len(l.s) && l.s[l.p] == ']' {
			l.p++
			return a, nil
		}
		v, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		a = append(a, v)
	}
}

// dict reads a dictionary. A key that stands twice is refused: readers differ
// in which one they take, so a file could show different things to each.
func (l *lexer) dict(depth int) (any, error) {
	l.p += 2
	d := Dict{}
	seen := map[Name]bool{}
	for {
		if err := l.skip(); err != nil {
			return nil, err
		}
		if l.has(">>") {
			l.p += 2
			return d, nil
		}
		if l.p >= len(l.s) || l.s[l.p] != '/' {
			return nil, l.fail("expected a key or the end of a dictionary")
		}
		k, err := l.name()
		if err != nil {
			return nil, err
		}
		key := k.(Name)
		if seen[key] {
			return nil, l.fail("the key /%s stands twice", key)
		}
		seen[key] = true
		v, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if v != nil {
			d[key] = v
		}
	}
}

func (l *lexer) hex() (any, error) {
	l.p++
	n := bytes.IndexByte(l.s[l.p:], '>')
	if n < 0 {
		return nil, l.fail("the file ends inside a string")
	}
	digits := slices.DeleteFunc(bytes.Clone(l.s[l.p:l.p+n]), isSpace)
	if len(digits)%2 == 1 { // a missing last digit counts as 0
		digits = append(digits, '0')
	}
	out := make(Str, hex.DecodedLen(len(digits)))
	if _, err := hex.Decode(out, digits); err != nil {
		return nil, l.fail("a hexadecimal string: %v", err)
	}
	l.p += n + 1
	return out, nil
}

// literal reads a string in parentheses (ISO 32000-1, 7.3.4.2).
func (l *lexer) literal() (any, error) {
	l.p++
	out, open := Str{}, 1
	for l.p < len(l.s) {
		c := l.s[l.p]
		l.p++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return out, nil
			}
		case '\r': // an end of line, however written, is one line feed
			if l.p < len(l.s) && l.s[l.p] == '\n' {
				l.p++
			}
			c = '\n'
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return nil, l.fail("the file ends inside a string")
}

// escape reads what stands after a reverse solidus and appends its meaning.
func (l *lexer) escape(out Str) Str {
	if l.p >= len(l.s) {
		return out
	}
	c := l.s[l.p]
	l.p++
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch c {
	case '\n':
		return out
	case '\r':
		if l.p < len(l.s) && l.s[l.p] == '\n' {
			l.p++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	v := int(c - '0')
	for k := 0; k < 2 && l.p < len(l.s) && l.s[l.p] >= '0' && l.s[l.p] <= '7'; k++ {
		v = v*8 + int(l.s[l.p]-'0')
		l.p++
	}
	return append(out, byte(v))
}
