package results

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// Move is which way an indicator went in the time.
type Move string

// The moves.
const (
	RightWay   Move = "right"
	WrongWay   Move = "wrong"
	Unmoved    Move = "unmoved"
	Unknown    Move = "unknown"    // there are no two values to compare
	Undirected Move = "undirected" // it has no goal
)

// Indicator is an indicator as it was known on the day that is told of.
type Indicator struct {
	// Indicator has only the series that was known. What might point somebody out is
	// still in it: see Shown.
	*model.Indicator
	Move Move
	// Before is the value that the move is counted from and Latest the newest one for
	// the whole county, both nil where there is none; Begun is set where the move is
	// counted from the baseline.
	Before, Latest *model.Observation
	Begun          bool
}

// indicators are those that are not told under a sub-goal: all that are not context have
// a move.
func (r *Report) indicators() {
	for _, i := range r.facts.Content.Indicators {
		if r.gone(i.Withdrawn) {
			continue
		}
		told := r.indicator(i)
		if told.Move == Undirected {
			r.Context = append(r.Context, told)
			continue
		}
		r.Indicators = append(r.Indicators, told)
		r.Moves[told.Move]++
	}
}

// Indicator is what became of an indicator; ok is false where it is not told of.
func (r *Report) Indicator(id string) (told Indicator, ok bool) {
	for _, list := range [][]Indicator{r.Indicators, r.Context} {
		for _, i := range list {
			if i.ID.V == id {
				return i, true
			}
		}
	}
	return Indicator{}, false
}

func (r *Report) indicator(i *model.Indicator) Indicator {
	told := Indicator{Indicator: r.asKnown(i), Move: Unknown}
	told.Latest = r.newest(told.Indicator, func(o *model.Observation) bool { return true })
	if i.Direction.V != "up" && i.Direction.V != "down" {
		told.Move = Undirected
	}
	now := r.newest(told.Indicator, func(o *model.Observation) bool { return !r.early(when(o)) })
	if now == nil {
		return told
	}
	before, known := 0.0, false
	start, base := r.past(told.Indicator, now), i.Baseline
	switch {
	case start != nil:
	case base.Value.Given() && r.early(model.Date{Year: base.Year.V}):
		before, known, told.Begun = base.Value.V, true, true
	default:
		start = r.first(told.Indicator, now)
	}
	if start == nil && !known && base.Value.Given() && base.Year.V < now.Year.V {
		before, known, told.Begun = base.Value.V, true, true
	}
	if told.Before = start; start != nil {
		before, known = facts.ValueOf(i, *start)
	}
	after, _ := facts.ValueOf(i, *now)
	if known && told.Move != Undirected {
		told.Move = moved(before, after, i.Direction.V)
	}
	return told
}

func moved(before, after float64, direction string) Move {
	switch {
	case before == after:
		return Unmoved
	case (after > before) == (direction == "up"):
		return RightWay
	}
	return WrongWay
}

// asKnown is an indicator with the observations whose time had passed.
func (r *Report) asKnown(i *model.Indicator) *model.Indicator {
	cut := *i
	cut.Series = nil
	for _, o := range i.Series {
		if r.known(when(&o)) {
			cut.Series = append(cut.Series, o)
		}
	}
	return &cut
}

// when is the year or month that an observation is of.
func when(o *model.Observation) model.Date { return model.Date{Year: o.Year.V, Month: o.Month.V} }

// newest is the newest of some observations for the whole county that has a value.
func (r *Report) newest(i *model.Indicator, some func(*model.Observation) bool) *model.Observation {
	var newest *model.Observation
	for n := range i.Series {
		o := &i.Series[n]
		if _, has := facts.ValueOf(i, *o); !has || o.Place.Given() || o.Category.Given() || !some(o) {
			continue
		}
		if newest == nil || !when(o).Before(when(newest)) {
			newest = o
		}
	}
	return newest
}

// past is the newest value from before the period. Months are compared with the same
// month, as far as there is one.
func (r *Report) past(i *model.Indicator, now *model.Observation) *model.Observation {
	past := func(o *model.Observation) bool { return r.early(when(o)) }
	same := func(o *model.Observation) bool { return past(o) && o.Month.V == now.Month.V }
	if o := r.newest(i, same); o != nil {
		return o
	}
	return r.newest(i, past)
}

// first is the first value in the period that is older than another.
func (r *Report) first(i *model.Indicator, now *model.Observation) *model.Observation {
	var first *model.Observation
	for n := range i.Series {
		o := &i.Series[n]
		_, has := facts.ValueOf(i, *o)
		if has && !o.Place.Given() && !o.Category.Given() && when(o).Before(when(now)) && (first == nil || when(o).Before(when(first))) {
			first = o
		}
	}
	return first
}
