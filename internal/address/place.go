package address

import (
	"strconv"

	"samsyn/internal/diag"
)

// everywhere are the places that every page has: its menu and what it says.
var everywhere = []string{"meny", "innehall"}

// own are the places on the pages where identifiers are places too, beside those everywhere.
// "areas/" stands for the page of each area.
var own = map[string][]string{
	"agreement": {
		"andringar", "aterkommande", "aterkommande-tabell", "bilagor", "del-begrepp", "del-kalla", "del-malgrupper", "del-omraden", "del-organisation", "del-parter", "del-skyldigheter",
		"del-strategier", "del-underskrifter", "dokument", "innehallsforteckning", "underskrifter",
		"organisation-bild", "organisation-bild-t", "organisation-bild-d", "organisation-bild-smal-t", "organisation-bild-smal-d",
	},
	"areas/":       {"delmal", "historia", "indikatorer", "insatser", "kunskap", "samverkansomraden"},
	"calendar":     {"kommande", "tidigare"},
	"organisation": {"organisation-bild", "organisation-bild-t", "organisation-bild-d", "organisation-bild-smal-t", "organisation-bild-smal-d"},
}

// places are those on pages that identifiers and headings give.
func (r *register) places() {
	r.onAgreement()
	on := func(page, id string, at diag.Place) {
		r.use(page, page+".html#"+id, at, "%s på sidan %s.html", "%s on the page %s.html", id, page)
	}
	r.fixed("areas", "")
	r.fixed("organisation", "organisation")
	r.fixed("strategies", "")
	r.fixed("calendar", "calendar")
	for _, a := range r.Areas {
		on("areas", a.ID.V, diag.Whole(a.Path))
		page := Area(a.ID.V)
		r.fixed(page, "areas/")
		for _, s := range a.SubGoals {
			on(page, s.ID.V, s.ID.At)
		}
		for _, c := range a.CooperationAreas {
			on(page, c.ID.V, c.ID.At)
		}
	}
	for _, b := range r.Organisation.All() {
		on("organisation", b.ID.V, b.ID.At)
	}
	for _, s := range r.Strategies.All() {
		on("strategies", s.ID.V, s.ID.At)
	}
	for _, e := range r.Calendar.All() {
		on("calendar", e.ID.V, e.ID.At)
	}
}

// fixed takes the places that a page has whatever the content.
func (r *register) fixed(page, of string) {
	for _, list := range [][]string{everywhere, own[of]} {
		for _, id := range list {
			r.use("", page+".html#"+id, diag.Place{}, "sidans egen del %s", "the page's own part %s", id)
		}
	}
}

// onAgreement are the places on the page with the whole text of the agreement, where
// all chapters stand after each other.
func (r *register) onAgreement() {
	r.fixed("agreement", "agreement")
	on := func(scope, id string, at diag.Place, sv, en string, names ...any) {
		r.use(scope, "agreement.html#"+id, at, sv, en, names...)
	}
	for _, a := range r.Areas {
		for _, part := range []string{"omrade-", "delmal-", "samverkan-"} {
			on("area", part+a.ID.V, diag.Place{}, "{the_area} %s", "{the_area} %s", a.ID.V)
		}
		for _, h := range a.Body.Headings() {
			on("omrade-"+a.ID.V, "omrade-"+a.ID.V+"-"+h.ID, diag.Place{}, "en rubrik i {the_area} %s", "a heading in {the_area} %s", a.ID.V)
		}
	}
	for _, b := range r.Organisation.All() {
		on("body", "grupp-"+b.ID.V, diag.Place{}, "organet %s", "the body %s", b.ID.V)
	}
	if r.Parties != nil {
		for _, p := range r.Parties.Parties {
			on("party", "uppdrag-"+p.ID.V, diag.Place{}, "parten %s", "the party %s", p.ID.V)
		}
		for n := range r.Parties.Duties {
			on("duty", "delade-uppdrag-"+strconv.Itoa(n+1), diag.Place{}, "uppdragen som flera delar", "the duties that several share")
		}
	}
	if r.Agreement != nil {
		for _, d := range r.Agreement.Reporting {
			on("reporting", "redovisning-"+d.ID.V, diag.Place{}, "redovisningen %s", "the report %s", d.ID.V)
		}
	}
	for _, s := range r.Strategies.All() {
		on("strategy", "strategi-"+s.ID.V, diag.Place{}, "strategin %s", "the strategy %s", s.ID.V)
	}
	for _, c := range r.Chapters {
		on("chapter", c.Name, diag.Whole(c.Path), "kapitlet %s", "the chapter %s", c.Name)
	}
	for _, c := range r.Chapters {
		for _, h := range c.Body.Headings() {
			at := diag.Place{File: c.Path, Range: diag.Range{Start: h.At, End: h.At}}
			on("chapter "+c.Name, c.Name+"-"+h.ID, at, "rubriken ”%s” i kapitlet %s", "the heading “%s” in the chapter %s", h.ID, c.Name)
		}
	}
}
