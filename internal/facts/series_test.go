package facts_test

import (
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

func observation(year, month int, place, category string, total float64) model.Observation {
	at := diag.Place{File: "i.yaml"}
	o := model.Observation{Year: model.Int{V: year, At: at}, Total: model.Number{V: total, At: at}}
	if month > 0 {
		o.Month = model.Int{V: month, At: at}
	}
	if place != "" {
		o.Place = model.Text{V: place, At: at}
	}
	if category != "" {
		o.Category = model.Text{V: category, At: at}
	}
	return o
}

// What an indicator is about is the whole county, else the place that stands first; months
// are newer than the months before them; categories are told each by itself.
func TestLeadOfASeries(t *testing.T) {
	for name, test := range map[string]struct {
		series []model.Observation
		lead   int     // how many lines
		newest float64 // 0: none for all categories together
	}{
		"nothing":            {nil, 0, 0},
		"the whole county":   {[]model.Observation{observation(2017, 0, "malmo", "", 5), observation(2017, 0, "", "", 9)}, 1, 9},
		"one place":          {[]model.Observation{observation(2017, 0, "skane", "", 3), observation(2015, 0, "skane", "", 2), observation(2018, 0, "kalmar", "", 8)}, 1, 3},
		"months":             {[]model.Observation{observation(2018, 11, "", "", 7), observation(2018, 2, "", "", 6)}, 1, 7},
		"categories":         {[]model.Observation{observation(2017, 0, "", "a", 1), observation(2017, 0, "", "b", 2)}, 2, 0},
		"categories and all": {[]model.Observation{observation(2017, 0, "", "a", 1), observation(2017, 0, "", "", 4)}, 1, 4},
	} {
		i := &model.Indicator{Series: test.series}
		if got := len(facts.Lead(facts.Lines(i))); got != test.lead {
			t.Errorf("%s: %d lines, not %d", name, got, test.lead)
		}
		value := 0.0
		if o := facts.Newest(i); o != nil {
			value = o.Total.V
		}
		if value != test.newest {
			t.Errorf("%s: newest %v, not %v", name, value, test.newest)
		}
	}
}
