package facts

import (
	"slices"

	"samsyn/internal/model"
)

// ValueOf is an observation's value for the indicator's population: the total,
// or that of women or men where it is about them alone.
func ValueOf(i *model.Indicator, o model.Observation) (value float64, ok bool) {
	switch {
	case o.Total.Given():
		return o.Total.V, true
	case i.Population.V == "women" || i.Population.V == "girls":
		return o.Women.V, o.Women.Given()
	case i.Population.V == "men" || i.Population.V == "boys":
		return o.Men.V, o.Men.Given()
	}
	return 0, false
}

// HasData tells whether an indicator has any value at all.
func HasData(i *model.Indicator) bool {
	return slices.ContainsFunc(i.Series, func(o model.Observation) bool { return o.Total.Given() || o.Women.Given() || o.Men.Given() })
}

// Progress is how far an indicator has come from its baseline to its target, as
// a share of the way: 0 at the baseline, 1 at the target, below 0 where it has
// gone the other way. ok is false where one of the three values is missing or
// the target is the baseline.
func Progress(i *model.Indicator) (share float64, ok bool) {
	newest := Newest(i)
	if newest == nil || !i.Baseline.Value.Given() || !i.Target.Value.Given() || i.Target.Value.V == i.Baseline.Value.V {
		return 0, false
	}
	value, _ := ValueOf(i, *newest)
	return (value - i.Baseline.Value.V) / (i.Target.Value.V - i.Baseline.Value.V), true
}
