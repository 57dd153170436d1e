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
// made in: the library makes the sheets in a map's, which is another each time.
type ordered struct {
	zip   *zip.Writer
	parts map[string]*bytes.Buffer
}

func inOrder(w io.Writer) *ordered {
	return &ordered{zip: zip.NewWriter(w), parts: map[string]*bytes.Buffer{}}
}

// Create makes room for a part.
func (o *ordered) Create(name string) (io.Writer, error) {
	part := new(bytes.Buffer)
	o.parts[name] = part
	return part, nil
}

// AddFS is what the library asks of an archive and never calls.
func (o *ordered) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the parts.
func (o *ordered) Close() error {
	for _, name := range slices.Sorted(maps.Keys(o.parts)) {
		part, err := o.zip.Create(name)
		if err != nil {
			return err
		}
		if _, err := o.parts[name].WriteTo(part); err != nil {
			return err
		}
	}
	return o.zip.Close()
}
