package worddoc

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"samsyn/internal/diag"
)

// reader reads one document, part by part.
type reader struct {
	pack   *pack
	doc    *Document
	styles map[string]style
	notes  map[string]Aside  // by kind and number
	links  map[string]string // addresses outside the file, by relation; of the part that is read
	text   int               // bytes read so far
	rows   int
	paras  int
}

// scan goes through one part.
type scan struct {
	*reader
	dec   *xml.Decoder // strict: an entity that XML does not define itself is an error
	depth int
}

// part reads a part whose top element's content is for do. A part that is not there is
// not read.
func (r *reader) part(name string, do func(*scan) error) error {
	in, err := r.pack.open(name)
	if err != nil || in == nil {
		return err
	}
	defer func() { _ = in.Close() }()
	if r.links, err = r.linksOf(name); err != nil {
		return err
	}
	s := &scan{reader: r, dec: xml.NewDecoder(in)}
	for {
		tok, err := s.Token()
		if errors.Is(err, io.EOF) {
			return unreadable()
		}
		if err != nil {
			return told(err)
		}
		if _, is := tok.(xml.StartElement); is {
			return told(do(s))
		}
	}
}

func (r *reader) linksOf(name string) (map[string]string, error) {
	list, err := r.pack.relations(name)
	links := map[string]string{}
	for _, rel := range list {
		if strings.EqualFold(rel.Mode, "External") && len(rel.Target) <= 2000 {
			links[rel.ID] = rel.Target
		}
	}
	return links, err
}

// Token is the next token. Elements too deep within each other and documents that define
// things of their own (a DOCTYPE) are refused.
func (s *scan) Token() (xml.Token, error) {
	tok, err := s.dec.Token()
	if err != nil {
		return nil, err
	}
	switch tok.(type) {
	case xml.StartElement:
		if s.depth++; s.depth > mostDepth {
			return nil, diag.Refuse("filen är nästlad i fler än %[1]d nivåer", "the file is nested in more than %[1]d levels", mostDepth)
		}
	case xml.EndElement:
		s.depth--
	case xml.Directive:
		return nil, diag.Refuse("filen innehåller egna definitioner (DOCTYPE), vilket en Word-fil inte får göra", "the file holds definitions of its own (a DOCTYPE), which no Word file may")
	}
	return tok, nil
}

// each gives the elements within the one whose beginning has been read, and reads its
// end. do must read the element that it is given to its end.
func (s *scan) each(do func(xml.StartElement) error) error {
	for {
		tok, err := s.Token()
		if err != nil {
			return err
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if err := do(e); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip reads an element to its end.
func (s *scan) skip() error {
	return s.each(func(xml.StartElement) error { return s.skip() })
}

// said is the text within an element, but for what stands in elements that it holds.
func (s *scan) said() (string, error) {
	var b strings.Builder
	for {
		tok, err := s.Token()
		if err != nil {
			return "", err
		}
		switch e := tok.(type) {
		case xml.CharData:
			if s.text += len(e); s.text > mostText {
				return "", diag.Refuse("filen har mer än %[1]d MB text", "the file has more than %[1]d MB of text", mostText>>20)
			}
			b.Write(e)
		case xml.StartElement:
			if err := s.skip(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return b.String(), nil
		}
	}
}

// struck counts the words of an element that tracked changes have struck.
func (s *scan) struck() error {
	return s.each(func(e xml.StartElement) error {
		if e.Name.Local != "delText" && e.Name.Local != "t" {
			return s.struck()
		}
		text, err := s.said()
		s.doc.Struck += len(strings.Fields(text))
		return err
	})
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on tells whether a switch is on: it is where it has no value.
func on(e xml.StartElement) bool {
	switch attr(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}
