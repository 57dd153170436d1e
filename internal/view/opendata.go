package view

import (
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// Dataset is a part of the content as open data, in one or more files.
type Dataset struct {
	ID                 string
	Title, Description Text
	Files              []DataFile
}

// DataFile is one file of a dataset.
type DataFile struct {
	Path  string // on the site
	Type  string // media type
	Label Text
}

// Where open data and feeds lie. The catalogue's address is the one that the
// national data portal looks for.
const (
	CataloguePath  = "datasets/dcat"
	CatalogueJSON  = "datasets/dcat.jsonld"
	FeedPath       = "changes.atom"
	CalendarPath   = "calendar.ics"
	AgreementJSON  = "data/agreement.json"
	AgreementShape = "data/agreement.schema.json"
)

// PartyCalendar is where the calendar of what a party has to report lies.
func PartyCalendar(id string) string { return partyPath(id) + ".ics" }

// IndicatorCSV is where an indicator's figures lie.
func IndicatorCSV(id string) string { return "data/indicators/" + id + ".csv" }

// Datasets lists what there is as open data.
func (s *Site) Datasets() []Dataset {
	t := s.main()
	csv := func(name string) DataFile { return DataFile{"data/" + name + ".csv", "text/csv", Text{S: "CSV"}} }
	json := func(name string) DataFile {
		return DataFile{"data/" + name + ".json", "application/json", Text{S: "JSON"}}
	}
	list := []Dataset{
		{"agreement", t.say(text.DataAgreement), t.say(text.DataAgreementLong), []DataFile{json("agreement")}},
		{"areas", t.say(text.AreasInFull), t.say(text.DataAreasLong), []DataFile{csv("areas"), json("areas")}},
		{"parties", t.say(text.Parties), t.say(text.DataPartiesLong), []DataFile{csv("parties"), json("parties")}},
		{"initiatives", t.say(text.Initiatives), t.say(text.DataInitiativesLong), []DataFile{csv("initiatives"), json("initiatives")}},
	}
	if len(s.Content.Indicators) > 0 {
		list = append(list, Dataset{"indicators", t.say(text.Indicators), t.say(text.DataIndicatorsLong), []DataFile{csv("indicators"), json("indicators")}})
	}
	if s.Content.Calendar != nil {
		list = append(list, Dataset{"calendar", t.say(text.Calendar), t.say(text.DataCalendarLong), []DataFile{{CalendarPath, "text/calendar", Text{S: "iCalendar"}}}})
	}
	return list
}

// Licence is the address of the terms of the open data: CC0 where none is given.
func (s *Site) Licence() string {
	if s.Content.Config != nil && s.Content.Config.Licence.Given() {
		if r := safeURL(s.Content.Config.Licence.V); r.Given() {
			return r.URL
		}
	}
	return "https://creativecommons.org/publicdomain/zero/1.0/"
}

// PublisherParty is the party that publishes the site, nil where not known.
func (s *Site) PublisherParty() *model.Party {
	if s.Content.Config == nil {
		return nil
	}
	return s.Facts.Party(s.Content.Config.Publisher.V)
}

func (t *tongue) dataPage() *Page {
	p := &Page{Title: t.say(text.OpenData), Lead: words(t.say(text.DataLead))}
	table := Table{ID: "datamangder", Caption: t.say(text.DataSets), Columns: []Column{
		{Label: t.say(text.DataSet), Header: true, Share: 2}, {Label: t.say(text.DataHolds), Share: 4}, {Label: t.say(text.DataFiles), Share: 2},
	}}
	for _, d := range t.Datasets() {
		var files []Span
		for _, f := range d.Files {
			label := Text{S: d.Title.S + ", " + f.Label.S}
			files = append(files, Span{Text: label, Ref: Ref{File: f.Path}})
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{cell(words(d.Title)), cell(words(d.Description)), cell(lines(files)...)}})
	}
	p.Blocks = append(p.Blocks, section("mangder", t.say(text.DataSets), table)...)
	feeds := List{Items: []Line{linked(t.say(text.CalendarFeed), Ref{File: CalendarPath})}}
	if t.HasAddress() {
		feeds.Items = append(feeds.Items, linked(t.say(text.ChangesFeed), Ref{File: FeedPath}))
	}
	p.Blocks = append(p.Blocks, section("floden", t.say(text.Feeds), Para{Line: words(t.say(text.FeedsLong))}, feeds)...)
	if t.HasAddress() {
		p.Blocks = append(p.Blocks, section("katalog", t.say(text.Catalogue), Para{Line: words(t.say(text.CatalogueLong))}, List{Items: []Line{
			linked(Text{S: "DCAT-AP-SE, RDF/XML"}, Ref{File: CataloguePath}), linked(Text{S: "DCAT-AP-SE, JSON-LD"}, Ref{File: CatalogueJSON}),
		}})...)
	}
	p.Blocks = append(p.Blocks, section("villkor", t.say(text.LicenceTitle), Para{Line: append(words(t.say(text.LicenceLong)), plain(" "), Span{Text: Text{S: showAddress(t.Licence())}, Ref: safeURL(t.Licence())})},
		Para{Line: linked(t.say(text.AgreementShapeLabel), Ref{File: AgreementShape})})...)
	return p
}

// HasAddress tells whether the site knows where on the web it is.
func (s *Site) HasAddress() bool { return s.BaseURL() != "" }
