package pdfobj

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Property is one value of an XMP packet, with the way to it: the names of its elements.
type Property struct{ Path, Value string }

// rdf is the namespace of what RDF puts around values.
const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// Bounds of a packet: its bytes, its values, and the bytes and steps of the way to
// one.
const (
	mostPacket     = 1 << 20
	mostProperties = 1000
	longestPath    = 4096
	deepestPacket  = 32
)

// Packet reads an XMP packet as a list of values, however it writes them (ISO
// 16684-1, 7): as attributes or as elements, and with whichever prefixes.
func (s *Stream) Packet() ([]Property, error) {
	data, err := s.Decoded(mostPacket)
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	var out []Property
	var path []string
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			path = append(path, step(t.Name))
			length := 0
			for _, p := range path {
				length += len(p)
			}
			if len(path) > deepestPacket || length > longestPath || len(out) > mostProperties {
				return nil, ErrTooMuch
			}
			out = append(out, attributes(path, t.Attr)...)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); text != "" {
				out = append(out, Property{strings.Join(path, ""), text})
			}
		case xml.Directive:
			return nil, errors.New("it declares entities")
		}
	}
}

// step is a part of the way to a value; what RDF and XMP put around values is none.
func step(n xml.Name) string {
	if n.Space == rdf || n.Space == "adobe:ns:meta/" {
		return ""
	}
	return n.Space + n.Local
}

// attributes are values too, but for those that say how something is written.
func attributes(path []string, all []xml.Attr) (out []Property) {
	for _, a := range all {
		switch {
		case a.Name.Space == "xmlns", a.Name.Local == "xmlns", a.Name.Space == "adobe:ns:meta/", a.Name.Local == "xmptk":
		case a.Name.Space == rdf && a.Name.Local == "resource":
			out = append(out, Property{strings.Join(path, ""), a.Value})
		case a.Name.Space == rdf, a.Name.Space == "http://www.w3.org/XML/1998/namespace":
		default:
			out = append(out, Property{strings.Join(path, "") + step(a.Name), a.Value})
		}
	}
	return out
}
