package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"

	"samsyn/internal/exchange/grid"
)

// ordered is a ZIP archive that has its parts by name, whatever the order that they are
// made in: the library makes the sheets in a map's, which is another each time. It makes
// them without their rows, which are put in here.
type ordered struct {
	*writer
	zip    *zip.Writer
	parts  map[string]*bytes.Buffer
	sheets map[string]*grid.Sheet // by the parts that their rows are put into
}

func (w *writer) inOrder(to io.Writer, b *grid.Book) *ordered {
	o := &ordered{writer: w, zip: zip.NewWriter(to), parts: map[string]*bytes.Buffer{}, sheets: map[string]*grid.Sheet{}}
	for n := range b.Sheets {
		o.sheets[fmt.Sprintf("xl/worksheets/sheet%d.xml", n+2)] = &b.Sheets[n] // behind the one that explains: see stage
	}
	return o
}

// Create makes room for a part.
func (o *ordered) Create(name string) (io.Writer, error) {
	o.parts[name] = &bytes.Buffer{}
	return o.parts[name], nil
}

// AddFS is what the library asks of an archive and never calls.
func (o *ordered) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the parts. A sheet whose part is not among them would go out without its rows.
func (o *ordered) Close() error {
	for _, name := range slices.Sorted(maps.Keys(o.parts)) {
		if err := o.write(name, o.parts[name].Bytes()); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	for name, s := range o.sheets {
		return fmt.Errorf("the library has made no %s for the sheet %s", name, s.Title)
	}
	return o.zip.Close()
}

// rowsEnd is what stands behind the rows of a sheet.
const rowsEnd = "</sheetData>"

func (o *ordered) write(name string, part []byte) error {
	to, err := o.zip.Create(name)
	if err != nil {
		return err
	}
	if s := o.sheets[name]; s != nil {
		delete(o.sheets, name)
		end := bytes.Index(part, []byte(rowsEnd))
		if end < 0 {
			return errors.New("the library has made a sheet without " + rowsEnd)
		}
		if _, err := to.Write(part[:end]); err != nil {
			return err
		}
		if err := o.writer.rows(to, s); err != nil {
			return err
		}
		part = part[end:]
	}
	_, err = to.Write(part)
	return err
}
