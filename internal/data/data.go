// Package data writes the content as open data: tables, a catalogue for the
// national data portal, calendars and a feed. Everything is what the files of
// the content say, under the names of their fields.
package data

import (
	_ "embed"
	"sync"

	"samsyn/internal/dataset"
	"samsyn/internal/model"
	"samsyn/internal/table"
	"samsyn/internal/view"
	"samsyn/internal/view/site"
)

// Out takes one file of the site.
type Out func(path string, data []byte) error

//go:embed agreement.schema.json
var agreementSchema []byte

// Memory knows which of the files that tell of fields alone an earlier run has made
// of the same key: the tables and calendars, which are large.
type Memory interface {
	// Kept puts the file in its place, if it has it.
	Kept(path string, key site.Key) bool
	// Keep takes note of a file that was given to Out.
	Keep(path string, key site.Key)
}

// Write writes every data file, but for those that m has kept; m may be nil, and k
// with it. Without an address of its own the site has no catalogue and no feed, which
// both need absolute addresses.
func Write(s *site.Site, out Out, m Memory, k *site.Keys) error {
	w := &writer{site: s, out: out, memory: m, keys: k, allFields: sync.OnceValue(k.AllFields)}
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

// tables writes the datasets that are tables, and a table of each indicator's values.
func (w *writer) tables() {
	for _, d := range dataset.All(w.site.View) {
		if d.Table == nil {
			continue
		}
		made := sync.OnceValue(d.Table)
		for _, f := range d.Files {
			w.ofAll(f.Path, func() ([]byte, error) {
				if f.Type == "text/csv" {
					return made().CSV(), nil
				}
				return made().JSON()
			})
		}
	}
	for _, i := range w.site.Content.Indicators {
		w.file(view.IndicatorCSV(i.ID.V), dataset.Series(i).CSV())
	}
}

// writer remembers the first error, so that what is written reads as a list.
type writer struct {
	site   *site.Site
	out    Out
	memory Memory     // may be nil
	keys   *site.Keys // nil with it
	err    error

	allFields func() site.Key // the same for all large tables; not to be asked without keys
}

func (w *writer) file(path string, data []byte) {
	if w.err == nil {
		w.err = w.out(path, data)
	}
}

// ofAll writes a file that tells of all initiatives' fields, which is made where it
// has to be.
func (w *writer) ofAll(path string, make func() ([]byte, error)) {
	w.kept(path, w.allFields, make)
}

// ofSome writes a file that tells of these initiatives' fields.
func (w *writer) ofSome(path string, list []*model.Initiative, make func() ([]byte, error)) {
	w.kept(path, func() site.Key { return w.keys.Fields(list) }, make)
}

func (w *writer) kept(path string, keyed func() site.Key, make func() ([]byte, error)) {
	if w.err != nil {
		return
	}
	var key site.Key
	if w.memory != nil {
		if key = keyed(); w.memory.Kept(path, key) {
			return
		}
	}
	var data []byte
	if data, w.err = make(); w.err != nil {
		return
	}
	w.file(path, data)
	if w.err == nil && w.memory != nil {
		w.memory.Keep(path, key)
	}
}

func (w *writer) json(path string, v any) {
	if w.err == nil {
		var data []byte
		if data, w.err = table.Marshal(v); w.err == nil {
			w.file(path, data)
		}
	}
}
