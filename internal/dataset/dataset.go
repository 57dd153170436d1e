// Package dataset says which parts of the content there are as open data: for each
// dataset its name, its files and, where it is a table, its columns. A view goes in.
// The page about open data, the catalogue and the files are all made of what comes
// out, so that they cannot disagree.
package dataset

import (
	"samsyn/internal/address"
	"samsyn/internal/table"
	"samsyn/internal/text"
	"samsyn/internal/view"
)

// Dataset is a part of the content as open data, in one or more files.
type Dataset struct {
	ID           string
	Title, About text.Label
	Files        []File
	// Table makes the table that the files are made of; nil where they are made of
	// something else.
	Table func() *table.Table
}

// File is one file of a dataset.
type File struct {
	Path string // on the site
	Type string // media type
	Form string // what people call it: "CSV"
}

// All lists what there is as open data.
func All(v *view.View) []Dataset {
	below := text.OneCooperation // what initiatives belong to
	if !v.Facts.Levels().Cooperation {
		below = text.OneArea
	}
	list := []Dataset{
		{ID: "agreement", Title: text.DataAgreement, About: text.DataAgreementLong, Files: []File{{address.AgreementJSON, "application/json", "JSON"}}},
		tabular("areas", v.AreasTitle(), text.DataAreasLong.Fill(v.AreasTitle()), func() *table.Table { return areas(v) }),
		tabular("parties", text.Parties, text.DataPartiesLong, func() *table.Table { return Parties(v) }),
		tabular("initiatives", text.Initiatives, text.DataInitiativesLong.Fill(below), func() *table.Table { return Initiatives(v, v.Facts.PlansIn(v.Options.Drafts)...) }),
	}
	if all := v.Content.Indicators; len(all) > 0 {
		list = append(list, tabular("indicators", text.Indicators, text.DataIndicatorsLong, func() *table.Table { return Series(all...) }))
	}
	if v.Content.Calendar != nil {
		list = append(list, Dataset{ID: "calendar", Title: text.Calendar, About: text.DataCalendarLong, Files: []File{{address.Calendar, "text/calendar", "iCalendar"}}},
			tabular("events", text.DataEvents, text.DataEventsLong, func() *table.Table { return events(v) }))
	}
	if len(v.Facts.Places()) > 0 {
		list = append(list, tabular("places", text.Places, text.DataPlacesLong, func() *table.Table { return places(v) }))
	}
	if len(v.Content.Resources) > 0 {
		list = append(list, tabular("resources", text.Resource, text.DataResourcesLong, func() *table.Table { return resources(v) }))
	}
	return list
}

// tabular is a dataset that is one table.
func tabular(id string, title, about text.Label, make func() *table.Table) Dataset {
	return Dataset{ID: id, Title: title, About: about, Table: make, Files: []File{
		{"data/" + id + ".csv", "text/csv", "CSV"}, {"data/" + id + ".json", "application/json", "JSON"},
	}}
}
