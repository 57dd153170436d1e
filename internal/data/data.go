// Package data writes the content as open data: tables, a catalogue for the
// national data portal, calendars and a feed. Everything is what the files of
// the content say, under the names of their fields.
package data

import (
	"cmp"
	_ "embed"

	"samsyn/internal/address"
	"samsyn/internal/dataset"
	"samsyn/internal/table"
	"samsyn/internal/view/site"
)

// Out takes one file of the site.
type Out func(path string, data []byte) error

//go:embed agreement.schema.json
var agreementSchema string // with marks for the words for kinds of things

// Write writes every data file. Without an address of its own the site has no catalogue
// and no feed, which both need absolute addresses.
func Write(s *site.Site, out Out) error {
	w := &writer{site: s, out: out}
	w.tables()
	w.json(address.AgreementJSON, agreement(s))
	w.file(address.AgreementShape, []byte(s.Words.Expand(agreementSchema, "sv")))
	w.calendars()
	if s.HasAddress() {
		w.file(address.Catalogue, catalogueXML(s))
		w.json(address.CatalogueJSON, catalogueJSON(s))
		w.file(address.Feed, feed(s))
	}
	return w.err
}

// Agreement is the whole of the content as the site's data/agreement.json has it.
func Agreement(s *site.Site) ([]byte, error) { return table.Marshal(agreement(s)) }

// tables writes the datasets that are tables, and a table of each indicator's values.
func (w *writer) tables() {
	for _, d := range dataset.All(w.site.View) {
		if d.Table == nil {
			continue
		}
		made := d.Table()
		for _, f := range d.Files {
			if f.Type == "text/csv" {
				w.file(f.Path, made.CSV())
				continue
			}
			data, err := made.JSON()
			w.err = cmp.Or(w.err, err)
			w.file(f.Path, data)
		}
	}
	for _, i := range w.site.Content.Indicators {
		w.file(address.IndicatorCSV(i.ID.V), dataset.Series(i).CSV())
	}
}

// writer remembers the first error, so that what is written reads as a list.
type writer struct {
	site *site.Site
	out  Out
	err  error
}

func (w *writer) file(path string, data []byte) {
	if w.err == nil {
		w.err = w.out(path, data)
	}
}

func (w *writer) json(path string, v any) {
	data, err := table.Marshal(v)
	w.err = cmp.Or(w.err, err)
	w.file(path, data)
}
