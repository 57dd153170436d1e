package sign

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"samsyn/internal/pdfobj"
)

// metadata allows the XMP packet (14.3.2) to say when the file was last changed and
// with what.
func (u *update) metadata(x, y any) error {
	old := u.before.Stream(x)
	new := u.now.Stream(y)
	if equal(x, y) && (old == nil || new == nil || equal(old, new)) {
		return nil
	}
	if old == nil || new == nil {
		return errors.New("the metadata come or go")
	}
	ref, ok := y.(pdfobj.Ref)
	if !ok || !equal(x, y) && !u.fresh[ref] {
		return errors.New("the metadata are another object")
	}
	if err := u.account(ref, 1); err != nil {
		return err
	}
	before, err := packet(old)
	if err != nil {
		u.doubt("the metadata before cannot be read: %v", err)
		return nil
	}
	now, err := packet(new)
	if err != nil {
		return fmt.Errorf("the metadata cannot be read: %w", err)
	}
	for _, p := range differing(before, now) {
		if p.mayChange() {
			continue
		}
		if strings.HasPrefix(p.path, nsDC) || strings.HasPrefix(p.path, nsPDF) {
			return fmt.Errorf("the metadata's %s is changed", p.name())
		}
		u.doubt("the metadata's %s is changed", p.name())
	}
	u.did(Properties)
	return nil
}

// differing lists the values that one packet has and the other lacks.
func differing(a, b []property) (out []property) {
	in := map[property]int{} // 1: in a, 2: in b, 3: in both
	for _, p := range a {
		in[p] |= 1
	}
	for _, p := range b {
		in[p] |= 2
	}
	for _, p := range slices.Concat(a, b) {
		if in[p] != 3 {
			out = append(out, p)
		}
	}
	return out
}

// The namespaces of XMP that are told apart here.
const (
	nsRDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC  = "http://purl.org/dc/elements/1.1/"
	nsPDF = "http://ns.adobe.com/pdf/1.3/"
	nsXMP = "http://ns.adobe.com/xap/1.0/"
	nsMM  = "http://ns.adobe.com/xap/1.0/mm/"
)

// property is one value of a packet, with the way to it.
type property struct{ path, value string }

func (p property) name() string { return p.path[strings.LastIndexAny(p.path, "/#")+1:] }

// mayChange tells whether whoever writes a file anew may write this too.
func (p property) mayChange() bool {
	switch p.path {
	case nsPDF + "Producer":
		return true
	case nsXMP + "ModifyDate", nsXMP + "MetadataDate":
		return isDate(p.value)
	}
	return strings.HasPrefix(p.path, nsMM)
}

func isDate(s string) bool {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", time.DateOnly} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// Bounds of a packet: its bytes, its values, and the bytes and steps of the way to
// one.
const (
	mostPacket     = 1 << 20
	mostProperties = 1000
	longestPath    = 4096
	deepestPacket  = 32
)

// packet reads an XMP packet as a list of values, however it writes them (ISO
// 16684-1, 7): as attributes or as elements, and with whichever prefixes.
func packet(s *pdfobj.Stream) ([]property, error) {
	data, err := s.Decoded(mostPacket)
	if err != nil {
		return nil, err
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	var out []property
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
				return nil, pdfobj.ErrTooMuch
			}
			out = append(out, attributes(path, t.Attr)...)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); text != "" {
				out = append(out, property{strings.Join(path, ""), text})
			}
		case xml.Directive:
			return nil, errors.New("it declares entities")
		}
	}
}

// step is a part of the way to a value; what RDF and XMP put around values is none.
func step(n xml.Name) string {
	if n.Space == nsRDF || n.Space == "adobe:ns:meta/" {
		return ""
	}
	return n.Space + n.Local
}

// attributes are values too, but for those that say how something is written.
func attributes(path []string, all []xml.Attr) (out []property) {
	for _, a := range all {
		switch {
		case a.Name.Space == "xmlns", a.Name.Local == "xmlns", a.Name.Space == "adobe:ns:meta/", a.Name.Local == "xmptk":
		case a.Name.Space == nsRDF && a.Name.Local == "resource":
			out = append(out, property{strings.Join(path, ""), a.Value})
		case a.Name.Space == nsRDF, a.Name.Space == "http://www.w3.org/XML/1998/namespace":
		default:
			out = append(out, property{strings.Join(path, "") + step(a.Name), a.Value})
		}
	}
	return out
}
