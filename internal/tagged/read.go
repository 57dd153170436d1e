package tagged

import (
	"errors"
	"fmt"
	"slices"
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
	properties, err := packet.Packet()
	if err != nil {
		return Meta{}, fmt.Errorf("%w: %w", ErrNoMeta, err)
	}
	value := func(name string) string {
		i := slices.IndexFunc(properties, func(p pdfobj.Property) bool { return p.Path == name })
		if i < 0 {
			return ""
		}
		return properties[i].Value
	}
	m := Meta{
		Title: value("http://purl.org/dc/elements/1.1/title"), Producer: value("http://ns.adobe.com/pdf/1.3/Producer"),
		Commit: value(Namespace + "commit"), Today: value(Namespace + "today"), Digest: value(Namespace + "digest"),
		Since: value(Namespace + "since"),
	}
	if when := value("http://ns.adobe.com/xap/1.0/CreateDate"); when != "" {
		if m.Created, err = time.Parse(time.RFC3339, when); err != nil {
			return Meta{}, fmt.Errorf("%w: %w", ErrNoMeta, err)
		}
	}
	return m, nil
}
