// Package sheets says what of a content stands in a workbook. A content and its files go
// in; out come the sheets with their columns and rows, where in which file each row
// stands, what a cell's value is, and what somebody means by what is typed into one.
package sheets

import (
	"slices"
	"strings"

	"samsyn/internal/text"
	"samsyn/schema"
)

// Kind is a kind of sheet: which things its rows are, and which of their fields it has.
type Kind struct {
	Key    string // stands for ever
	title  text.Label
	Schema string // of the files
	// List is the field whose entries are the rows, "" where each file is one.
	List string
	// Counts is the field of such an entry that holds values by measure; each is a row.
	Counts string
	// name has the fields by which an entry is told from the others of its list.
	name []string
	// fields are the first columns, as paths within the row's thing. Those that begin with @
	// are no fields of it: they say whose it is.
	fields []string
}

// undiscussed are fields that have no column unless a kind names them: what has gone out of
// use, and what is decided with an indicator's source, is no matter for a meeting.
var undiscussed = []string{"withdrawn", "source.fetch", "counts_people"}

// columned are a kind's columns: those that it names, then whatever else its schema has a
// field for.
func (k *Kind) columned() ([]string, error) {
	t, err := schema.Find(strings.TrimSuffix(k.path(""), "."))
	if err != nil || k.Counts != "" { // of a value there is no more than a number
		return k.fields, err
	}
	list := slices.Clone(k.fields)
	for _, field := range leaves(t.One().For("object"), "") {
		if !slices.Contains(list, field) {
			list = append(list, field)
		}
	}
	return list, nil
}

// leaves are the paths of the fields that a cell can hold: of an object those within it.
func leaves(t *schema.Type, prefix string) []string {
	var list []string
	for _, f := range t.Fields {
		path, of := prefix+f.Name, f.Type.One()
		object := of.For("object")
		switch {
		case slices.Contains(undiscussed, path), of.Identifier != "": // which is the row's own name
		case object == nil, of.For("string") != nil:
			list = append(list, path)
		case of == f.Type && object.Extra == nil:
			list = append(list, leaves(object, path+".")...)
		}
	}
	return list
}

// What columns show that are no fields of the row's thing.
const (
	Whose   = "@of"      // the initiative or indicator that it belongs to
	InPlan  = "@plan"    // the plan of an initiative
	Measure = "@measure" // the measure that a value is of
	On      = "@date"    // the report that a value is in
	Body    = "@body"    // the text below a file's fields
)

// Kinds are the sheets in their order.
var Kinds = []*Kind{
	{Key: "initiatives", title: text.Label{SV: "{Initiatives}", EN: "{Initiatives}"}, Schema: "initiative", fields: []string{
		"title", InPlan, "cooperation_area", "owner", "status", "period.from", "period.to", "target_group", Body,
		"follow_up.method", "follow_up.responsible", "follow_up.reported_by", "follow_up.reports_to", "follow_up.due",
		"co_owners", "partners", "sub_goals", "related_cooperation_areas", "places", "county_wide", "how_to_join",
		"contact.name", "contact.email", "contact.phone", "contact.url", "continues", "note"}},
	{Key: "measures", title: text.Label{SV: "Mått", EN: "Measures"}, Schema: "initiative", List: "follow_up.measures", name: []string{"id"}, fields: []string{
		Whose, "title", "unit", "counts_people", "target", "target_max", "target_text", "indicator"}},
	{Key: "reports", title: text.Label{SV: "Lägesrapporter", EN: "Reports"}, Schema: "initiative", List: "reports", name: []string{"date"}, fields: []string{
		Whose, "date", "by", "assessment", "text"}},
	{Key: "values", title: text.Label{SV: "Rapporterade värden", EN: "Reported values"}, Schema: "initiative", List: "reports", Counts: "values", name: []string{"date"}, fields: []string{
		Whose, On, Measure, "total", "women", "men"}},
	{Key: "funding", title: text.Label{SV: "Finansiering", EN: "Funding"}, Schema: "initiative", List: "funding", name: []string{"source"}, fields: []string{
		Whose, "source", "role", "programme", "case_number", "amount_sek"}},
	{Key: "indicators", title: text.Label{SV: "Indikatorer", EN: "Indicators"}, Schema: "indicator", fields: []string{
		"title", "definition", "population", "unit", "direction", "baseline.year", "baseline.value", "target.year", "target.value", "target.text",
		"source.name", "source.id", "source.url", "source.retrieved"}},
	{Key: "series", title: text.Label{SV: "Indikatorernas värden", EN: "Indicators' values"}, Schema: "indicator", List: "series", name: []string{"year", "month", "place", "category"}, fields: []string{
		Whose, "year", "month", "place", "category", "total", "women", "men", "flag", "note"}},
	{Key: "parties", title: text.Label{SV: "Parter", EN: "Parties"}, Schema: "parties", List: "parties", name: []string{"id"}, fields: []string{
		"name", "short_name", "kind", "url", "code", "contact.name", "contact.email", "contact.phone", "contact.url", "signatory.name", "signatory.role"}},
}

// path is a field's path from its schema.
func (k *Kind) path(field string) string {
	switch {
	case k.Counts != "":
		return k.Schema + "." + k.List + "." + k.Counts + "." + field
	case k.List != "":
		return k.Schema + "." + k.List + "." + field
	}
	return k.Schema + "." + field
}

// long are the fields that hold sentences.
var long = map[string]bool{Body: true, "follow_up.method": true, "text": true, "note": true, "definition": true, "how_to_join": true, "target_text": true, "target.text": true}

// Tells tells whether a column says which thing of its kind a row is about.
func (k *Kind) Tells(c *Column) bool {
	return c.Key == "title" || c.Key == "name" || c.Own() || slices.Contains(k.name, c.Key) || k.Key == "reports" && c.Key == "text"
}
