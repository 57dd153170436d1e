// Package data writes the content as open data: tables, a catalogue for the
// national data portal, calendars and a feed. Everything is what the files of
// the content say, under the names of their fields.
package data

import (
	"bytes"
	_ "embed"
	"encoding/json"

	"samsyn/internal/view"
)

// Out takes one file of the site.
type Out func(path string, data []byte) error

//go:embed agreement.schema.json
var agreementSchema []byte

// Memory knows which of the files that tell of fields alone an earlier run has made
// of the same fields: the tables and calendars, which are large.
type Memory interface {
	// Kept puts the file in its place, if it has it.
	Kept(path string) bool
	// Keep takes note of a file that was given to Out.
	Keep(path string)
}

// Write writes every data file, but for those that m has kept; m may be nil. Without
// an address of its own the site has no catalogue and no feed, which both need
// absolute addresses.
func Write(s *view.Site, out Out, m Memory) error {
	w := &writer{site: s, out: out, memory: m}
	w.tables()
	w.json(view.AgreementJSON, agreement(s))
	w.file(view.AgreementShape, agreementSchema)
	w.calendars()
	if s.HasAddress() {
		w.file(view.CataloguePath, catalogueXML(s))
		w.file(view.CatalogueJSON, catalogueJSON(s))
		w.file(view.FeedPath, feed(s))
	}
	return w.err
}

// writer remembers the first error, so that what is written reads as a list.
type writer struct {
	site   *view.Site
	out    Out
	memory Memory // may be nil
	err    error
}

func (w *writer) file(path string, data []byte) {
	if w.err == nil {
		w.err = w.out(path, data)
	}
}

// kept writes a file that tells of fields alone, which is made where it has to be.
func (w *writer) kept(path string, make func() ([]byte, error)) {
	if w.err != nil || w.memory != nil && w.memory.Kept(path) {
		return
	}
	var data []byte
	if data, w.err = make(); w.err != nil {
		return
	}
	w.file(path, data)
	if w.err == nil && w.memory != nil {
		w.memory.Keep(path)
	}
}

func (w *writer) json(path string, v any) {
	if w.err == nil {
		var data []byte
		if data, w.err = marshal(v); w.err == nil {
			w.file(path, data)
		}
	}
}

// marshal writes JSON for people to read. Its <, > and & are escaped, so that it
// does no harm where somebody puts it into a page.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}
