package tagged

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"time"

	"samsyn/internal/pdfobj"
)

// ErrNoMeta says that a PDF does not tell what it was made from.
var ErrNoMeta = errors.New("the PDF does not tell what it was made from")

// Read gives what a file of our making says about itself in its XMP packet.
func Read(pdf []byte) (Meta, error) {
	f, err := pdfobj.Parse(pdf)
	if err != nil {
		return Meta{}, err
	}
	packet, is := f.Resolve(f.Root()["Metadata"]).(*pdfobj.Stream)
	if !is {
		return Meta{}, ErrNoMeta
	}
	values, err := elements(packet.Data)
	if err != nil {
		return Meta{}, fmt.Errorf("%w: %w", ErrNoMeta, err)
	}
	m := Meta{
		Title: values["http://purl.org/dc/elements/1.1/ title"], Producer: values["http://ns.adobe.com/pdf/1.3/ Producer"],
		Commit: values[Namespace+" commit"], Today: values[Namespace+" today"], Digest: values[Namespace+" digest"],
		Since: values[Namespace+" since"],
	}
	if when := values["http://ns.adobe.com/xap/1.0/ CreateDate"]; when != "" {
		if m.Created, err = time.Parse(time.RFC3339, when); err != nil {
			return Meta{}, fmt.Errorf("%w: %w", ErrNoMeta, err)
		}
	}
	return m, nil
}

// elements gives the text within each element of an XML document, by its name
// space and name. Of several with one name the first counts.
func elements(data []byte) (map[string]string, error) {
	values := map[string]string{}
	var open []string
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return values, nil
		}
		if err != nil {
			return nil, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, token.Name.Space+" "+token.Name.Local)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			text := string(bytes.TrimSpace(token))
			for _, name := range open {
				if _, known := values[name]; !known && text != "" {
					values[name] = text
				}
			}
		}
	}
}
