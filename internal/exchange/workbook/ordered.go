package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"slices"
)

// ordered is a ZIP archive that has its parts by name, whatever the order that they are
// made in: the library makes the sheets in a map's, which is another each time. Until the
// end each part waits in an archive of its own, compressed: a country's are large.
type ordered struct {
	zip   *zip.Writer
	parts map[string]*part
}

// part is an archive of one part.
type part struct {
	bytes.Buffer
	zip *zip.Writer
}

func inOrder(w io.Writer) *ordered {
	return &ordered{zip: zip.NewWriter(w), parts: map[string]*part{}}
}

// Create makes room for a part.
func (o *ordered) Create(name string) (io.Writer, error) {
	p := &part{}
	p.zip = zip.NewWriter(p)
	o.parts[name] = p
	return p.zip.Create(name)
}

// AddFS is what the library asks of an archive and never calls.
func (o *ordered) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the parts.
func (o *ordered) Close() error {
	for _, name := range slices.Sorted(maps.Keys(o.parts)) {
		if err := o.parts[name].copyTo(o.zip); err != nil {
			return err
		}
	}
	return o.zip.Close()
}

// copyTo puts the part into another archive as it is.
func (p *part) copyTo(to *zip.Writer) error {
	if err := p.zip.Close(); err != nil {
		return err
	}
	from, err := zip.NewReader(bytes.NewReader(p.Bytes()), int64(p.Len()))
	if err != nil {
		return err
	}
	return to.Copy(from.File[0])
}
