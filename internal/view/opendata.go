package view

import (
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view/block"
)

// Dataset is a part of the content as open data, in one or more files.
type Dataset struct {
	ID                 string
	Title, Description block.Text
	Files              []DataFile
}

// DataFile is one file of a dataset.
type DataFile struct {
	Path  string // on the site
	Type  string // media type
	Label block.Text
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
func PartyCalendar(id string) string { return PartyPath(id) + ".ics" }

// IndicatorCSV is where an indicator's figures lie.
func IndicatorCSV(id string) string { return "data/indicators/" + id + ".csv" }

// Datasets lists what there is as open data.
func (s *View) Datasets() []Dataset {
	t := s.InMain()
	csv := func(name string) DataFile { return DataFile{"data/" + name + ".csv", "text/csv", block.Text{S: "CSV"}} }
	json := func(name string) DataFile {
		return DataFile{"data/" + name + ".json", "application/json", block.Text{S: "JSON"}}
	}
	list := []Dataset{
		{"agreement", t.Say(text.DataAgreement), t.Say(text.DataAgreementLong), []DataFile{json("agreement")}},
		{"areas", t.Say(text.AreasInFull), t.Say(text.DataAreasLong), []DataFile{csv("areas"), json("areas")}},
		{"parties", t.Say(text.Parties), t.Say(text.DataPartiesLong), []DataFile{csv("parties"), json("parties")}},
		{"initiatives", t.Say(text.Initiatives), t.Say(text.DataInitiativesLong), []DataFile{csv("initiatives"), json("initiatives")}},
	}
	if len(s.Content.Indicators) > 0 {
		list = append(list, Dataset{"indicators", t.Say(text.Indicators), t.Say(text.DataIndicatorsLong), []DataFile{csv("indicators"), json("indicators")}})
	}
	if s.Content.Calendar != nil {
		list = append(list, Dataset{"calendar", t.Say(text.Calendar), t.Say(text.DataCalendarLong), []DataFile{{CalendarPath, "text/calendar", block.Text{S: "iCalendar"}}}})
	}
	return list
}

// Licence is the address of the terms of the open data: CC0 where none is given.
func (s *View) Licence() string {
	if s.Content.Config != nil && s.Content.Config.Licence.Given() {
		if r := SafeURL(s.Content.Config.Licence.V); r.Given() {
			return r.URL
		}
	}
	return "https://creativecommons.org/publicdomain/zero/1.0/"
}

// PublisherParty is the party that publishes the site, nil where not known.
func (s *View) PublisherParty() *model.Party {
	if s.Content.Config == nil {
		return nil
	}
	return s.Facts.Party(s.Content.Config.Publisher.V)
}

// HasAddress tells whether the site knows where on the web it is.
func (s *View) HasAddress() bool { return s.BaseURL() != "" }
