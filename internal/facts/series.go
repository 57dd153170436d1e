package facts

import (
	"cmp"
	"slices"

	"samsyn/internal/model"
)

// Line is what an indicator's series tells of one place and category.
type Line struct {
	Place, Category model.Text           // not given: the whole county, all categories
	Row             int                  // of its first observation in the series
	Values          []*model.Observation // those that have a value, oldest first
}

// Newest is the newest value, Oldest the first.
func (l Line) Newest() *model.Observation { return l.Values[len(l.Values)-1] }
func (l Line) Oldest() *model.Observation { return l.Values[0] }

// At is the value of a year or month, nil where there is none.
func (l Line) At(time model.Date) *model.Observation {
	for _, o := range l.Values {
		if TimeOf(o) == time {
			return o
		}
	}
	return nil
}

// TimeOf is the year or month that an observation is of.
func TimeOf(o *model.Observation) model.Date { return model.Date{Year: o.Year.V, Month: o.Month.V} }

// Lines takes an indicator's series apart by place and category, in the order of the
// file. What has no value at all is left out.
func Lines(i *model.Indicator) []Line {
	var lines []Line
	known := map[[2]string]int{}
	for n := range i.Series {
		o := &i.Series[n]
		if !o.Total.Given() && !o.Women.Given() && !o.Men.Given() {
			continue
		}
		key := [2]string{o.Place.V, o.Category.V}
		at, has := known[key]
		if !has {
			at = len(lines)
			known[key] = at
			lines = append(lines, Line{Place: o.Place, Category: o.Category, Row: n})
		}
		lines[at].Values = append(lines[at].Values, o)
	}
	for _, l := range lines {
		slices.SortStableFunc(l.Values, func(a, b *model.Observation) int {
			return cmp.Or(cmp.Compare(a.Year.V, b.Year.V), cmp.Compare(a.Month.V, b.Month.V))
		})
	}
	return lines
}

// Lead are the lines that an indicator is about: the one for the whole county, or for the
// place that stands first where none is for the whole county. Where that place is told by
// category alone there is one for each.
func Lead(lines []Line) []Line {
	if len(lines) == 0 {
		return nil
	}
	place := lines[0].Place.V
	if slices.ContainsFunc(lines, func(l Line) bool { return !l.Place.Given() }) {
		place = ""
	}
	var lead []Line
	for _, l := range lines {
		if l.Place.V != place {
			continue
		}
		if !l.Category.Given() {
			return []Line{l}
		}
		lead = append(lead, l)
	}
	return lead
}

// About are the values of what an indicator is about as a whole, all categories together,
// oldest first.
func About(i *model.Indicator) []*model.Observation {
	lead := Lead(Lines(i))
	if len(lead) != 1 || lead[0].Category.Given() {
		return nil
	}
	return slices.DeleteFunc(lead[0].Values, func(o *model.Observation) bool {
		_, has := ValueOf(i, *o)
		return !has
	})
}

// Newest is the newest of them; nil where there is none.
func Newest(i *model.Indicator) *model.Observation {
	values := About(i)
	if len(values) == 0 {
		return nil
	}
	return values[len(values)-1]
}
