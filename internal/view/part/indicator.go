package part

import (
	"math"
	"strconv"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// Amount is a value with its unit.
func Amount(t *view.Language, v float64, unit string) block.Text {
	return t.Formed(text.FormatValue(v, unit, t.Lang))
}

// timed is a value and when it was so.
func timed(t *view.Language, v block.Text, time model.Date) block.Line {
	return block.Line{{Text: v}, block.Run(" ("), {Text: t.Date(time)}, block.Run(")")}
}

// IndicatorBaseline is where an indicator began.
func IndicatorBaseline(t *view.Language, i *model.Indicator) block.Line {
	if !i.Baseline.Value.Given() {
		return block.Words(t.Say(text.NotGiven))
	}
	return timed(t, Amount(t, i.Baseline.Value.V, i.Unit.V), model.Date{Year: i.Baseline.Year.V})
}

// HasGoal tells whether an indicator says where things should go. Others describe how
// things are, and nothing is said of goals.
func HasGoal(i *model.Indicator) bool {
	return i.Direction.V == "up" || i.Direction.V == "down" || HasTarget(i)
}

// HasTarget tells whether an indicator says how far it should come.
func HasTarget(i *model.Indicator) bool { return i.Target.Value.Given() || i.Target.Text.Given() }

// CanProgress tells whether an indicator's way from the baseline to the target can be
// counted.
func CanProgress(i *model.Indicator) bool {
	_, ok := facts.Progress(i)
	return ok
}

// IndicatorLatest is an indicator's newest value for what it is about, which is named
// where that is not the whole county and everything together.
func IndicatorLatest(t *view.Language, i *model.Indicator) block.Line {
	lead := facts.Lead(facts.Lines(i))
	if len(lead) == 0 {
		return block.Line{block.Mark(t.Say(text.NoFigures), block.Warn)}
	}
	oneTime := true
	for _, l := range lead {
		oneTime = oneTime && facts.TimeOf(l.Newest()) == facts.TimeOf(lead[0].Newest())
	}
	var line block.Line
	for n, l := range lead {
		if n > 0 {
			line = append(line, block.Run("; "))
		}
		if name := LineName(t, l, false); name.S != "" {
			line = append(line, block.Span{Text: name}, block.Run(": "))
		}
		value := observed(t, i, *l.Newest())
		if oneTime && n < len(lead)-1 {
			line = append(line, block.Span{Text: value})
			continue
		}
		line = append(line, timed(t, value, facts.TimeOf(l.Newest()))...)
	}
	return line
}

// LineName is the place and category that a line of a series is about; the whole county
// has a name only where asked for.
func LineName(t *view.Language, l facts.Line, wholeCounty bool) block.Text {
	var names []string
	if l.Place.Given() {
		names = append(names, t.PlaceSpan(l.Place.V).Text.S)
	} else if wholeCounty && !l.Category.Given() {
		names = append(names, t.Say(text.WholeCountyShort).S)
	}
	if l.Category.Given() {
		names = append(names, CategoryName(t, l).S)
	}
	return block.Text{S: view.JoinWords(names...)}
}

// CategoryName is what the category of a line is called.
func CategoryName(t *view.Language, l facts.Line) block.Text {
	return t.Text(l.Category, "series/"+strconv.Itoa(l.Row)+"/category")
}

// NewestOf is the newest value of a line and when it was so.
func NewestOf(t *view.Language, i *model.Indicator, l facts.Line) block.Line {
	return timed(t, observed(t, i, *l.Newest()), facts.TimeOf(l.Newest()))
}

// observed is the value of an observation: all together, or women and men apart where
// only they are known.
func observed(t *view.Language, i *model.Indicator, o model.Observation) block.Text {
	v, ok := facts.ValueOf(i, o)
	if !ok {
		var both []string
		if o.Women.Given() {
			both = append(both, t.Say(text.Women).S+" "+Amount(t, o.Women.V, i.Unit.V).S)
		}
		if o.Men.Given() {
			both = append(both, t.Say(text.Men).S+" "+Amount(t, o.Men.V, i.Unit.V).S)
		}
		return t.Formed(view.JoinWords(both...))
	}
	if o.Flag.V == "approximate" {
		return t.Sayf(text.About, Amount(t, v, i.Unit.V).S)
	}
	return Amount(t, v, i.Unit.V)
}

// LatestInWords is ": 54 % (2025)" behind an indicator's name.
func LatestInWords(t *view.Language, i *model.Indicator) block.Line {
	return append(block.Line{block.Run(": ")}, IndicatorLatest(t, i)...)
}

// IndicatorTarget is where an indicator should come.
func IndicatorTarget(t *view.Language, i *model.Indicator) block.Line {
	switch {
	case i.Target.Text.Given():
		line := block.Words(t.Text(i.Target.Text, "target/text"))
		if i.Target.Year.Given() {
			line = append(line, block.Run(" ("+strconv.Itoa(i.Target.Year.V)+")"))
		}
		return line
	case i.Target.Value.Given():
		return timed(t, Amount(t, i.Target.Value.V, i.Unit.V), model.Date{Year: i.Target.Year.V})
	}
	return block.Words(t.Say(text.NoTarget))
}

// IndicatorProgress says how far it is from the baseline to the target, by the method
// that the page states.
func IndicatorProgress(t *view.Language, i *model.Indicator) block.Line {
	share, ok := facts.Progress(i)
	if !ok {
		return block.Words(t.Say(text.NotComputable))
	}
	percent := Amount(t, math.Round(share*100), "percent")
	switch {
	case share >= 1:
		return block.Line{block.Mark(t.Say(text.TargetReached), block.Good)}
	case share < 0:
		return block.Line{block.Mark(t.Say(text.WrongWay), block.Bad), block.Run(" "), {Text: percent}}
	}
	return block.Line{{Text: percent}}
}

// Number is a value of a series, a dash where there is none.
func Number(t *view.Language, v model.Number, unit string) block.Line {
	if !v.Given() {
		return block.Words(block.Text{S: "–"})
	}
	return block.Words(Amount(t, v.V, unit))
}

// IndicatorFacts are what an indicator's file says in few words; of goals only where it
// has one.
func IndicatorFacts(t *view.Language, i *model.Indicator) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.LatestOutcome), IndicatorLatest(t, i))
	if HasGoal(i) {
		f.Add(t.Say(text.Target), IndicatorTarget(t, i))
		if HasTarget(i) || i.Baseline.Value.Given() {
			f.Add(t.Say(text.OfTheWay), IndicatorProgress(t, i))
			f.Add(t.Say(text.Baseline), IndicatorBaseline(t, i))
		}
		f.Add(t.Say(text.WantedCourse), block.Words(t.Value("direction", i.Direction)))
	}
	f.Add(t.Say(text.Population), block.Words(t.Value("population", i.Population)))
	f.Add(t.Say(text.Unit), block.Words(t.Value("unit", i.Unit)))
	return f.Blocks()
}

// IndicatorSource says where an indicator's figures come from.
func IndicatorSource(t *view.Language, i *model.Indicator) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.Source), block.Linked(t.Text(i.Source.Name, "source/name"), view.SafeURL(i.Source.URL.V)))
	f.Add(t.Say(text.SourceID), block.Words(block.Text{S: i.Source.ID.V}))
	f.Add(t.Say(text.Retrieved), block.Words(t.Date(i.Source.Retrieved.V)))
	return f.Blocks()
}
