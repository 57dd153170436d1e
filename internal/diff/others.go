package diff

import (
	"samsyn/internal/canon"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

func (t *thing) contact(c model.Contact) {
	t.group("contact", c, same(join(c.Name.V, c.Email.V, c.Phone.V, c.URL.V)))
}

// sourceOf is an indicator's source without what is fetched from it, which is told apart.
func sourceOf(s model.IndicatorSource) model.IndicatorSource {
	s.Fetch = model.Fetch{}
	return s
}

// duties are a party's own.
func (t *taker) duties(list []model.Duty) field {
	f := field{name: "duties", list: true, signed: t.dutiesSigned()}
	for _, d := range list {
		f.values = append(f.values, value{rawOf(d), quote(canon.Text(d.Text.V))})
	}
	return f
}

// dutiesSigned tells whether the parties have put their names to the duties: whether
// the chapters have them for a part.
func (t *taker) dutiesSigned() bool {
	if t.content.Agreement != nil {
		for _, r := range t.content.Agreement.Chapters {
			if r.Part.V == "duties" {
				return true
			}
		}
	}
	return false
}

// sharedDuty is a duty that several parties have. It has no identifier: its words are
// its name.
func (t *taker) sharedDuty(ps *model.Parties, d model.SharedDuty) {
	words := canon.Text(d.Text.V)
	n := t.new("duty", words, ps.Path, nil)
	n.title, n.bare, n.content = quote(words), words, words
	n.signed = t.dutiesSigned()
	n.choice("kind", "party-kind", d.Kind)
	n.values("parties", true, each(d.Parties, t.names.actor)...)
	n.text("law", d.Law)
	n.period(d.Period)
	for i := range n.fields {
		n.fields[i].signed = n.signed
	}
}

// reporting is a duty to report that recurs. What has come in is told one by one.
func (t *taker) reporting(a *model.Agreement, r model.Reporting) {
	n := t.new("reporting", r.ID.V, a.Path, nil)
	n.titled("title", r.Title)
	who := each(r.From.Actors, t.names.actor)
	if r.From.All.Given() {
		who = []value{n.chosen("reporters", r.From.All)}
	}
	n.values("from", true, who...)
	n.values("to", false, t.someone(r.To)...)
	n.choice("every", "every", r.Every)
	if r.Month.Given() {
		n.values("month", false, monthValue(r.Month))
	}
	n.values("received", true, each(r.Received, func(x model.Received) value {
		from, when := t.names.called("party", x.From.V), day(x.Date.V).said
		return value{rawOf(x), diag.Text{SV: from + " (" + when.SV + ")", EN: from + " (" + when.EN + ")"}}
	})...)
	n.text("note", r.Note)
	n.withdrawn(r.Withdrawn)
}

func (t *taker) places() {
	if t.content.Places == nil {
		return
	}
	all := t.new("places", "places", t.content.Places.Path, nil)
	all.title, all.renamable = diag.Text{SV: "Platser", EN: "Places"}, false
	all.text("shapes", t.content.Places.Shapes)
	for _, p := range t.content.Places.Places {
		n := t.new("place", p.ID.V, t.content.Places.Path, nil)
		n.titled("name", p.Name)
		n.choice("kind", "place-kind", p.Kind)
		n.text("code", p.Code)
		n.one("within", t.names.actor, p.Within)
		n.withdrawn(p.Withdrawn)
	}
}

func (t *taker) results() {
	for _, r := range t.content.Results {
		n := t.new("results", r.ID.V, r.Path, nil)
		n.titled("title", r.Title)
		n.period(r.Period)
		n.choice("status", "results-status", r.Status)
		n.one("by", t.names.actor, r.By)
		t.adoption(n, r.Adopted)
		n.date("as_of", r.AsOf)
		n.values("areas", true, each(r.Areas, func(x model.AreaResult) value {
			return value{rawOf(x), same(t.names.called("area", x.Area.V))}
		})...)
		n.values("next", true, each(r.Next, func(x model.Priority) value {
			return value{rawOf(x), t.names.wording(x.CooperationArea).said}
		})...)
		n.values("answers", true, each(r.Answers, func(x model.Answer) value {
			return value{rawOf(x), same(x.Resource.V)}
		})...)
		n.text("note", r.Note)
		n.body(r.Body)
		n.withdrawn(r.Withdrawn)
	}
}

// monthValue is a month of any year.
func monthValue(m model.Int) value {
	return value{m.String(), diag.Text{SV: text.FormatMonth(m.V, "sv"), EN: text.FormatMonth(m.V, "en")}}
}

func (t *taker) strategies() {
	if t.content.Strategies == nil {
		return
	}
	for _, s := range t.content.Strategies.Strategies {
		n := t.new("strategy", s.ID.V, t.content.Strategies.Path, nil)
		n.titled("title", s.Title)
		n.period(s.Period)
		n.choice("level", "level", s.Level)
		n.text("relation", s.Relation)
		n.values("areas", true, each(s.Areas, t.names.area)...)
		n.text("url", s.URL)
		n.withdrawn(s.Withdrawn)
	}
}

func (t *taker) indicators() {
	for _, i := range t.content.Indicators {
		n := t.new("indicator", i.ID.V, i.Path, nil)
		n.titled("title", i.Title)
		n.text("definition", i.Definition)
		n.choice("population", "population", i.Population)
		n.choice("unit", "unit", i.Unit)
		n.boolean("counts_people", i.CountsPeople)
		n.choice("direction", "direction", i.Direction)
		n.group("source", sourceOf(i.Source), same(i.Source.Name.V))
		n.group("source.fetch", i.Source.Fetch, same(join(i.Source.Fetch.From.V, i.Source.Fetch.Figure.V)))
		n.integer("baseline.year", i.Baseline.Year)
		n.number("baseline.value", i.Baseline.Value, i.Unit.V)
		n.integer("target.year", i.Target.Year)
		n.number("target.value", i.Target.Value, i.Unit.V)
		n.text("target.text", i.Target.Text)
		n.withdrawn(i.Withdrawn)
		for _, o := range i.Series {
			t.observation(n, i, o)
		}
	}
}

func (t *taker) observation(of *thing, i *model.Indicator, o model.Observation) {
	when := model.Date{Year: o.Year.V, Month: o.Month.V}
	n := t.new("observation", join(when.String(), o.Place.V, o.Category.V), i.Path, of)
	said := day(when).said
	n.title = diag.Text{SV: join(said.SV, o.Place.V, o.Category.V), EN: join(said.EN, o.Place.V, o.Category.V)}
	n.where = diag.Text{SV: "för indikatorn " + of.title.SV, EN: "for the indicator " + of.title.EN}
	n.number("total", o.Total, i.Unit.V)
	n.number("women", o.Women, i.Unit.V)
	n.number("men", o.Men, i.Unit.V)
	if o.Total.Given() {
		n.more = number(o.Total, i.Unit.V).said
	}
	n.choice("flag", "flag", o.Flag)
	n.text("note", o.Note)
}

func (t *taker) reviews() {
	for _, r := range t.content.Reviews {
		n := t.new("review", r.ID.V, r.Path, nil)
		n.title = same(r.ID.V)
		n.renamable = false
		n.date("date", r.Date)
		n.one("by", t.names.actor, r.By)
		n.choice("conclusion", "conclusion", r.Conclusion)
		if r.Conclusion.Given() {
			n.more = n.chosen("conclusion", r.Conclusion).said
		}
		n.text("case_number", r.CaseNumber)
		n.body(r.Body)
	}
}

func (t *taker) calendar() {
	if t.content.Calendar == nil {
		return
	}
	for _, e := range t.content.Calendar.Events {
		n := t.new("event", e.ID.V, t.content.Calendar.Path, nil)
		n.titled("title", e.Title)
		if e.Date.Given() {
			n.more = day(e.Date.V).said
		}
		n.date("date", e.Date)
		n.date("to", e.To)
		n.choice("kind", "event-kind", e.Kind)
		n.one("body", t.names.actor, e.Body)
		n.text("place", e.Place)
		n.values("programme", true, each(e.Programme, func(i model.ProgrammeItem) value {
			return value{rawOf(i), quote(join(canon.Text(i.Title.V), canon.Text(i.Speaker.V)))}
		})...)
		n.text("outcome", e.Outcome)
		n.values("decides", true, each(e.Decides, t.names.plan)...)
		n.text("minutes", e.Minutes)
		n.text("url", e.URL)
		n.text("note", e.Note)
		n.withdrawn(e.Withdrawn)
	}
}

func (t *taker) resources() {
	for _, r := range t.content.Resources {
		n := t.new("resource", r.ID.V, r.Path, nil)
		n.titled("title", r.Title)
		n.choice("kind", "resource-kind", r.Kind)
		n.text("publisher", r.Publisher)
		n.date("date", r.Date)
		n.text("url", r.URL)
		n.values("areas", true, each(r.Areas, t.names.area)...)
		n.values("cooperation_areas", true, each(r.CooperationAreas, t.names.wording)...)
		n.values("places", true, each(r.Places, t.names.actor)...)
		n.text("addressed_to", r.AddressedTo)
		n.body(r.Body)
		n.content = n.field("text").form()
		n.withdrawn(r.Withdrawn)
	}
}
