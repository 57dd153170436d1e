package results

import (
	"samsyn/internal/model"
)

// Verdict is how an outcome stands to its target.
type Verdict string

// The verdicts.
const (
	Unreported Verdict = "unreported" // no value has been reported
	Hidden     Verdict = "hidden"     // so few that it might point somebody out
	Untargeted Verdict = "untargeted" // there is a value, but no target in figures
	Below      Verdict = "below"
	Reached    Verdict = "reached" // also within a target from and to
	Above      Verdict = "above"   // above the highest that was aimed at
)

// Measure is what came of one thing that an initiative counts.
type Measure struct {
	*model.Measure
	Verdict Verdict
	Outcome Value
	Date    model.When // of the report that has the outcome
	// Deviation is the outcome less the target (its nearest end, where it has two), 0
	// where it is reached; only with Below, Reached and Above.
	Deviation float64
	// Share is the outcome as a share of the target, where HasShare.
	Share    float64
	HasShare bool
}

// Value is an outcome as it may be shown: what might point somebody out is left out, and
// Hidden says so.
type Value struct {
	Total, Women, Men model.Number
	Hidden            bool
}

// Given tells whether there is anything to show.
func (v Value) Given() bool { return v.Total.Given() || v.Women.Given() || v.Men.Given() }

// few tells whether a count of people is so small that it may point somebody out.
func few(v model.Number) bool { return v.Given() && v.V >= 1 && v.V <= 4 }

// Shown leaves out what might point somebody out in a count of people: a small total with
// its parts, and both parts where one is small, since the other would tell it.
func Shown(total, women, men model.Number, people bool) Value {
	v := Value{Total: total, Women: women, Men: men}
	switch {
	case !people:
	case few(total):
		return Value{Hidden: true}
	case few(women), few(men):
		if !total.Given() {
			return Value{Hidden: true}
		}
		return Value{Total: total, Hidden: true}
	case total.Given() && women.Given() != men.Given():
		if known := women.V + men.V; known < total.V && few(model.Number{V: total.V - known, At: total.At}) {
			return Value{Total: total, Hidden: true}
		}
	}
	return v
}

// ShownCount is a reported value of a measure as it may be shown.
func ShownCount(c model.Count, m *model.Measure) Value {
	c = whole(c, m.Unit.V)
	return Shown(c.Total, c.Women, c.Men, m.CountsPeople.V)
}

// measure is what a measure of an initiative had come to by the day that is told of.
func (r *Report) measure(i *model.Initiative, m *model.Measure) Measure {
	told := Measure{Measure: m, Verdict: Unreported}
	newest := Valued(i, m, r.known)
	if newest == nil {
		return told
	}
	told.Date, told.Outcome = newest.Date, ShownCount(newest.Values[m.ID.V], m)
	switch {
	case !told.Outcome.Given():
		told.Verdict = Hidden
	case !told.Outcome.Total.Given():
		told.Verdict = Untargeted
	default:
		told.judge()
	}
	return told
}

// Valued is the newest of an initiative's reports that count by their dates and have a value
// of a measure; nil where there is none.
func Valued(i *model.Initiative, m *model.Measure, counts func(model.Date) bool) *model.Report {
	var newest *model.Report
	for n := range i.Reports {
		report := &i.Reports[n]
		if _, has := report.Values[m.ID.V]; has && counts(report.Date.V) && (newest == nil || !report.Date.V.Before(newest.Date.V)) {
			newest = report
		}
	}
	return newest
}

// whole is a count with its total: that of women and men together, where they add up to
// one.
func whole(c model.Count, unit string) model.Count {
	if !c.Total.Given() && c.Women.Given() && c.Men.Given() && adds(unit) {
		c.Total = model.Number{V: c.Women.V + c.Men.V, At: c.At}
	}
	return c
}

// adds tells whether values of a unit can be added up.
func adds(unit string) bool { return unit == "count" || unit == "sek" }

// judge puts the outcome beside the target.
func (m *Measure) judge() {
	v, low, high := m.Outcome.Total.V, m.Target, m.TargetMax
	switch {
	case !low.Given() && !high.Given():
		m.Verdict = Untargeted
	case low.Given() && v < low.V:
		m.Verdict, m.Deviation = Below, v-low.V
	case high.Given() && v > high.V:
		m.Verdict, m.Deviation = Above, v-high.V
	default:
		m.Verdict = Reached
	}
	if low.Given() && low.V > 0 {
		m.Share, m.HasShare = v/low.V, true
	}
}

// Sum adds up the measures of one indicator and unit, of several initiatives.
type Sum struct {
	Indicator *model.Indicator
	Unit      string
	People    bool // persons, who may have been counted by several
	Measures  int  // that belong together
	Reported  int  // of them have a value
	Outcome   Value
	// Hidden: one of them may not be shown, and the sum would tell it.
	Hidden bool
	// Target is the sum of the targets, where every measure that has a value has one.
	Target model.Number
}

// sums adds up what can be: measures of several initiatives that are of one indicator
// and of one unit that can be added up.
func (r *Report) sums() {
	type key struct{ indicator, unit string }
	groups := map[key][]Measure{}
	var order []key
	for _, i := range r.Initiatives {
		for _, m := range i.Measures {
			k := key{m.Indicator.V, m.Unit.V}
			if r.facts.Indicator(k.indicator) == nil || !adds(k.unit) {
				continue
			}
			if groups[k] == nil {
				order = append(order, k)
			}
			groups[k] = append(groups[k], m)
		}
	}
	for _, k := range order {
		if list := groups[k]; len(list) > 1 {
			s := added(list)
			s.Indicator, s.Unit = r.facts.Indicator(k.indicator), k.unit
			r.Sums = append(r.Sums, s)
		}
	}
}

func added(list []Measure) Sum {
	s := Sum{Measures: len(list)}
	var total, women, men, target float64
	parts, targets := true, true
	for _, m := range list {
		s.People = s.People || m.CountsPeople.V
		s.Hidden = s.Hidden || m.Verdict == Hidden
		if !m.Outcome.Total.Given() {
			continue
		}
		s.Reported++
		total += m.Outcome.Total.V
		women, men = women+m.Outcome.Women.V, men+m.Outcome.Men.V
		target += m.Target.V
		parts = parts && m.Outcome.Women.Given() && m.Outcome.Men.Given()
		targets = targets && m.Target.Given()
	}
	if s.Hidden || s.Reported == 0 {
		return s
	}
	at := list[0].At
	s.Outcome = Value{Total: model.Number{V: total, At: at}}
	if parts {
		s.Outcome.Women, s.Outcome.Men = model.Number{V: women, At: at}, model.Number{V: men, At: at}
	}
	if targets {
		s.Target = model.Number{V: target, At: at}
	}
	return s
}
