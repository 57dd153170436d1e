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

func (r *Report) indicator(i *model.Indicator) Indicator {
	told := Indicator{Indicator: r.asKnown(i), Move: Unknown}
	if i.Direction.V != "up" && i.Direction.V != "down" {
		told.Move = Undirected
	}
	values := facts.About(told.Indicator)
	if len(values) == 0 {
		return told
	}
	told.Latest = values[len(values)-1]
	if r.early(facts.TimeOf(told.Latest)) {
		return told
	}
	before, known := 0.0, false
	start, base := r.start(values), i.Baseline
	early := start != nil && r.early(facts.TimeOf(start))
	if base.Value.Given() && !early && (start == nil && base.Year.V < told.Latest.Year.V || r.early(model.Date{Year: base.Year.V})) {
		before, known, told.Begun = base.Value.V, true, true
	} else if start != nil {
		told.Before = start
		before, known = facts.ValueOf(i, *start)
	}
	after, _ := facts.ValueOf(i, *told.Latest)
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
		if r.known(facts.TimeOf(&o)) {
			cut.Series = append(cut.Series, o)
		}
	}
	return &cut
}

// start is the value that the newest of some is compared with: the newest from before the
// period, for a month that of the same month, as far as there is one; else the first of
// all. It is nil where there is no older value.
func (r *Report) start(values []*model.Observation) *model.Observation {
	now := values[len(values)-1]
	var past, same *model.Observation
	for _, o := range values {
		if r.early(facts.TimeOf(o)) {
			past = o
			if o.Month.V == now.Month.V {
				same = o
			}
		}
	}
	switch {
	case same != nil:
		return same
	case past != nil:
		return past
	case facts.TimeOf(values[0]).Before(facts.TimeOf(now)):
		return values[0]
	}
	return nil
}
