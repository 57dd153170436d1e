// Package address says where everything that a content publishes has its place: pages,
// documents, data, pictures, entries of feeds and calendars, places on pages. Things of
// the model go in and addresses come out, and, of a whole content, what would meet at
// one of them. Addresses come from identifiers alone, and so never change.
package address

import (
	"strconv"
	"strings"

	"samsyn/internal/model"
)

// Pages, without ".html".

// Area is where an area, a sub-goal or a cooperation area has its page.
func Area(id string) string { return "areas/" + id }

// Party is where a party has its page.
func Party(id string) string { return "parties/" + id }

// Body is where a body has its page.
func Body(id string) string { return "bodies/" + id }

// Place is where a municipality has the page of what is done there.
func Place(id string) string { return "places/" + id }

// Plan is where a plan has its page.
func Plan(id string) string { return "plans/" + id }

// Part is where some of a plan's initiatives have a page of their own: those of an
// area, an owner or a status.
func Part(plan, group, value string) string { return Plan(plan) + "/" + group + "/" + value }

// Initiative is where an initiative has its page.
func Initiative(i *model.Initiative) string { return Plan(i.Plan.ID.V) + "/" + i.ID() }

// Indicator is where an indicator has its page.
func Indicator(id string) string { return "indicators/" + id }

// Resource is where a resource has its page.
func Resource(id string) string { return "resources/" + id }

// Review is where a relevance review has its page.
func Review(id string) string { return "reviews/" + id }

// Results is where a results report has its page.
func Results(id string) string { return "results/" + id }

// Open data and feeds. The catalogue's address is the one that the national data portal
// looks for.
const (
	Catalogue      = "datasets/dcat"
	CatalogueJSON  = "datasets/dcat.jsonld"
	Feed           = "changes.atom"
	Calendar       = "calendar.ics"
	AgreementJSON  = "data/agreement.json"
	AgreementShape = "data/agreement.schema.json"
)

// PartyCalendar is where the calendar of what a party has to report lies.
func PartyCalendar(id string) string { return Party(id) + ".ics" }

// BodyCalendar is where the calendar of what a body has to report lies.
func BodyCalendar(id string) string { return Body(id) + ".ics" }

// IndicatorCSV is where an indicator's figures lie.
func IndicatorCSV(id string) string { return "data/indicators/" + id + ".csv" }

// Files is the folder of the content's own files that go with the site.
const Files = "filer"

// Documents, without ".pdf".

// Agreement is what the agreement's document is called.
const Agreement = "overenskommelse"

// PlanDocument is what a plan's document is called.
func PlanDocument(p *model.Plan) string {
	if p.Scope.V == "local" {
		return p.ID.V
	}
	return "handlingsplan-" + p.ID.V
}

// Summary is what the document with a plan on one page is called.
func Summary(p *model.Plan) string { return "sammanfattning-" + p.ID.V }

// ResultsDocument is what the document of a results report is called.
func ResultsDocument(id string) string { return "resultatrapport-" + id }

// Reports are the places of an initiative's reports on its page, in the order of the
// reports. Where several stand on one day, the first has the day's own.
func Reports(i *model.Initiative) []string {
	places := make([]string, len(i.Reports))
	seen := map[string]int{}
	for n, r := range i.Reports {
		day := "rapport-" + r.Date.V.String()
		seen[day]++
		places[n] = day
		if seen[day] > 1 {
			places[n] += "-" + strconv.Itoa(seen[day])
		}
	}
	return places
}

// Due is what the entry of a day on which an initiative is to be reported is called in
// calendars.
func Due(i *model.Initiative, day model.Date) string {
	return strings.ReplaceAll(i.FullID(), "/", "-") + "-" + strings.ReplaceAll(day.String(), "-", "")
}
