package workbook

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"samsyn/internal/exchange/grid"
)

// scanner goes through the XML of a part (https://www.w3.org/TR/xml/): elements, texts and
// the entities that XML has of itself, in UTF-8. What else a document may hold, such as
// entities of its own, no spreadsheet writes. The standard library makes a list of
// attributes and several texts anew for each cell: 460 MiB for a country's workbook, whose
// import needs some 50 MiB more with it.
type scanner struct {
	in    *bufio.Reader
	names grid.Texts // of elements and attributes
	buf   []byte     // the text, or the values of the attributes
	attr  []attribute
	empty string // the element that has ended as it began: <a/>
}

// attribute is one of an element's, its value as it stands in the scanner's bytes.
type attribute struct {
	name  string
	value []byte
}

// element is the beginning of an element, or (ends) its end, or text in it. It holds until
// the next one.
type element struct {
	name string
	attr []attribute
	ends bool
	text []byte
}

func (e element) get(name string) string {
	for _, a := range e.attr {
		if a.name == name {
			return string(a.value)
		}
	}
	return ""
}

// errXML says that something is no XML.
var errXML = errors.New("this is no XML")

const (
	mostPiece      = 64 << 10 // of a text: a longer one comes in several
	mostAttributes = 256
)

func newScanner(r io.Reader) *scanner {
	return &scanner{in: bufio.NewReaderSize(r, 64<<10), names: grid.Texts{}}
}

// next is the next of the elements' beginnings, ends and texts; io.EOF where there is none.
func (s *scanner) next() (element, error) {
	if s.empty != "" {
		e := element{name: s.empty, ends: true}
		s.empty = ""
		return e, nil
	}
	for {
		c, err := s.in.ReadByte()
		if err != nil {
			return element{}, err
		}
		if c != '<' {
			_ = s.in.UnreadByte()
			return s.text()
		}
		switch c, err = s.in.ReadByte(); {
		case err != nil:
			return element{}, errXML
		case c == '?':
			err = s.past("?>")
		case c == '!':
			var text bool
			if text, err = s.marked(); text {
				return element{text: s.buf}, err
			}
		case c == '/':
			return s.end()
		default:
			_ = s.in.UnreadByte()
			return s.begin()
		}
		if err != nil {
			return element{}, errXML
		}
	}
}

// text takes a text up to the next element, or a piece of it.
func (s *scanner) text() (element, error) {
	s.buf = s.buf[:0]
	for {
		plain, _ := s.in.Peek(s.in.Buffered())
		if end := bytes.IndexAny(plain, "<&\r"); end >= 0 {
			plain = plain[:end]
		}
		s.buf = append(s.buf, plain...)
		_, _ = s.in.Discard(len(plain))
		c, err := s.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF), err == nil && c == '<':
			if err == nil {
				_ = s.in.UnreadByte()
			}
			return element{text: s.buf}, fit(s.buf)
		case err == nil && c < utf8.RuneSelf && len(s.buf) > mostPiece: // not within a letter
			_ = s.in.UnreadByte()
			return element{text: s.buf}, fit(s.buf)
		}
		if err = s.take(c, err); err != nil {
			return element{}, err
		}
	}
}

// take takes a byte of a text or of a value, or the character that an entity is.
func (s *scanner) take(c byte, err error) error {
	if err != nil {
		return errXML
	}
	if c != '&' {
		s.buf = append(s.buf, s.feed(c))
		return nil
	}
	name, err := s.in.ReadSlice(';')
	if err != nil || len(name) > 16 {
		return errXML
	}
	switch name = name[:len(name)-1]; string(name) {
	case "lt":
		s.buf = append(s.buf, '<')
	case "gt":
		s.buf = append(s.buf, '>')
	case "amp":
		s.buf = append(s.buf, '&')
	case "quot":
		s.buf = append(s.buf, '"')
	case "apos":
		s.buf = append(s.buf, '\'')
	default:
		digits, base := bytes.TrimPrefix(name, []byte("#")), 10
		if len(digits) == len(name) {
			return errXML
		}
		if hex := bytes.TrimPrefix(digits, []byte("x")); len(hex) < len(digits) {
			digits, base = hex, 16
		}
		n, err := strconv.ParseUint(string(digits), base, 21)
		if err != nil || n > utf8.MaxRune {
			return errXML
		}
		s.buf = utf8.AppendRune(s.buf, rune(n)) // � where there is no such character
	}
	return nil
}

// feed gives a byte as it is meant: however lines end, they end in a line feed (2.11).
func (s *scanner) feed(c byte) byte {
	if c != '\r' {
		return c
	}
	if next, _ := s.in.Peek(1); string(next) == "\n" {
		_, _ = s.in.Discard(1)
	}
	return '\n'
}

// fit tells (by nil) whether a text has only characters that XML may hold.
func fit(text []byte) error {
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return errXML
		}
	}
	if !utf8.Valid(text) || bytes.Contains(text, []byte("\ufffe")) || bytes.Contains(text, []byte("\uffff")) {
		return errXML
	}
	return nil
}

// past goes on until behind a mark.
func (s *scanner) past(mark string) error {
	s.buf = s.buf[:0]
	for {
		read, err := s.in.ReadSlice(mark[len(mark)-1])
		s.buf = append(s.buf[max(0, len(s.buf)-len(mark)):], read...)
		switch {
		case err != nil && !errors.Is(err, bufio.ErrBufferFull):
			return errXML
		case bytes.HasSuffix(s.buf, []byte(mark)):
			return nil
		}
	}
}

// marked takes what begins with <!: a comment, or a text that is written as it is.
func (s *scanner) marked() (text bool, err error) {
	if next, _ := s.in.Peek(2); string(next) == "--" {
		_, _ = s.in.Discard(2)
		return false, s.past("-->")
	}
	const verbatim, end = "[CDATA[", "]]>"
	if next, _ := s.in.Peek(len(verbatim)); string(next) != verbatim {
		return false, errXML
	}
	_, _ = s.in.Discard(len(verbatim))
	s.buf = s.buf[:0]
	for !bytes.HasSuffix(s.buf, []byte(end)) {
		c, err := s.in.ReadByte()
		if err != nil {
			return false, errXML
		}
		s.buf = append(s.buf, s.feed(c))
	}
	s.buf = s.buf[:len(s.buf)-len(end)]
	return true, fit(s.buf)
}

// name takes the name of an element or attribute, without its prefix.
func (s *scanner) name() (string, error) {
	from, prefix := len(s.buf), false
	defer func() { s.buf = s.buf[:from] }()
	for {
		c, err := s.in.ReadByte()
		switch {
		case err != nil:
			return "", errXML
		case c == ':':
			if prefix || len(s.buf) == from {
				return "", errXML
			}
			s.buf, prefix = s.buf[:from], true
			continue
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '_', c == '-', c == '.', c >= utf8.RuneSelf:
			s.buf = append(s.buf, c)
			continue
		}
		_ = s.in.UnreadByte()
		name := s.buf[from:]
		if len(name) == 0 || !utf8.Valid(name) {
			return "", errXML
		}
		return s.names.Of(name), nil
	}
}

// space goes past white space, to the byte behind it.
func (s *scanner) space() (byte, error) {
	for {
		c, err := s.in.ReadByte()
		if err != nil {
			return 0, errXML
		}
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return c, nil
		}
	}
}

func (s *scanner) end() (element, error) {
	s.buf = s.buf[:0]
	name, err := s.name()
	if err != nil {
		return element{}, err
	}
	if c, err := s.space(); err != nil || c != '>' {
		return element{}, errXML
	}
	return element{name: name, ends: true}, nil
}

// begin takes the beginning of an element with its attributes.
func (s *scanner) begin() (element, error) {
	s.buf, s.attr = s.buf[:0], s.attr[:0]
	name, err := s.name()
	if err != nil {
		return element{}, err
	}
	for {
		c, err := s.space()
		switch {
		case err != nil:
			return element{}, err
		case c == '/':
			if c, err := s.in.ReadByte(); err != nil || c != '>' {
				return element{}, errXML
			}
			s.empty = name
			return element{name: name, attr: s.attr}, nil
		case c == '>':
			return element{name: name, attr: s.attr}, nil
		}
		_ = s.in.UnreadByte()
		if err := s.attribute(); err != nil {
			return element{}, err
		}
	}
}

func (s *scanner) attribute() error {
	name, err := s.name()
	if err != nil {
		return err
	}
	if c, err := s.space(); err != nil || c != '=' {
		return errXML
	}
	quote, err := s.space()
	if err != nil || quote != '"' && quote != '\'' {
		return errXML
	}
	from := len(s.buf)
	for {
		c, err := s.in.ReadByte()
		switch {
		case err == nil && c == quote:
			value := s.buf[from:]
			if len(s.attr) == mostAttributes {
				return errXML
			}
			s.attr = append(s.attr, attribute{name, value})
			return fit(value)
		case err == nil && c == '<':
			return errXML
		}
		if err = s.take(c, err); err != nil {
			return err
		}
	}
}
