package diff

import (
	"samsyn/internal/canon"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

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
	t.tell(n, &d)
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
	if r.Month.Given() {
		n.values("month", false, monthValue(r.Month))
	}
	n.values("received", true, each(r.Received, func(x model.Received) value {
		return value{rawOf(x), diag.Say("%s (%s)", "%s (%s)", t.names.called("party", x.From.V), day(x.Date.V).said)}
	})...)
	t.tell(n, &r)
}

func (t *taker) places() {
	if t.content.Places == nil {
		return
	}
	all := t.new("places", "places", t.content.Places.Path, nil)
	all.title, all.renamable = diag.Text{SV: "Platser", EN: "Places"}, false
	t.tell(all, t.content.Places)
	for _, p := range t.content.Places.Places {
		n := t.new("place", p.ID.V, t.content.Places.Path, nil)
		n.titled("name", p.Name)
		t.tell(n, &p)
	}
}

func (t *taker) results() {
	for _, r := range t.content.Results {
		n := t.new("results", r.ID.V, r.Path, nil)
		n.titled("title", r.Title)
		n.values("areas", true, each(r.Areas, func(x model.AreaResult) value {
			return value{rawOf(x), same(t.names.called("area", x.Area.V))}
		})...)
		n.values("next", true, each(r.Next, func(x model.Priority) value {
			return value{rawOf(x), t.names.wording(x.CooperationArea).said}
		})...)
		n.values("answers", true, each(r.Answers, func(x model.Answer) value {
			return value{rawOf(x), same(x.Resource.V)}
		})...)
		t.tell(n, r)
	}
}

// monthValue is a month of any year.
func monthValue(m model.Int) value {
	return value{m.String(), diag.Text{SV: text.FormatMonth(m.V, "sv"), EN: text.FormatMonth(m.V, "en")}}
}

func (t *taker) strategies() {
	for _, s := range t.content.Strategies.All() {
		n := t.new("strategy", s.ID.V, t.content.Strategies.Path, nil)
		n.titled("title", s.Title)
		t.tell(n, &s)
	}
}

func (t *taker) indicators() {
	for _, i := range t.content.Indicators {
		n := t.new("indicator", i.ID.V, i.Path, nil)
		n.titled("title", i.Title)
		n.unit = i.Unit.V
		n.group("source", sourceOf(i.Source), same(i.Source.Name.V))
		n.group("source.fetch", i.Source.Fetch, same(join(i.Source.Fetch.From.V, i.Source.Fetch.Figure.V)))
		t.tell(n, i)
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
	n.where = diag.Say("för indikatorn %s", "for the indicator %s", of.title)
	n.unit = i.Unit.V
	if o.Total.Given() {
		n.more = number(o.Total.V, i.Unit.V).said
	}
	t.tell(n, &o)
}

func (t *taker) reviews() {
	for _, r := range t.content.Reviews {
		n := t.new("review", r.ID.V, r.Path, nil)
		n.title = same(r.ID.V)
		n.renamable = false
		if r.Conclusion.Given() {
			n.more = n.chosen("conclusion", r.Conclusion).said
		}
		t.tell(n, r)
	}
}

func (t *taker) calendar() {
	for _, e := range t.content.Calendar.All() {
		n := t.new("event", e.ID.V, t.content.Calendar.Path, nil)
		n.titled("title", e.Title)
		if e.Date.Given() {
			n.more = day(e.Date.V).said
		}
		n.values("programme", true, each(e.Programme, func(i model.ProgrammeItem) value {
			return value{rawOf(i), quote(join(canon.Text(i.Title.V), canon.Text(i.Speaker.V)))}
		})...)
		t.tell(n, &e)
	}
}

func (t *taker) resources() {
	for _, r := range t.content.Resources {
		n := t.new("resource", r.ID.V, r.Path, nil)
		n.titled("title", r.Title)
		t.tell(n, r)
		n.content = n.field("text").form()
	}
}
