package part

import (
	"math"
	"strconv"

	"samsyn/internal/facts"
	"samsyn/internal/figure"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// Amount is a value with its unit.
func Amount(t *view.Language, v float64, unit string) block.Text {
	return t.Formed(text.FormatValue(v, unit, t.Lang))
}

func withYear(v block.Text, year int) block.Line {
	return block.Line{{Text: v}, block.Run(" (" + strconv.Itoa(year) + ")")}
}

// IndicatorBaseline is where an indicator began.
func IndicatorBaseline(t *view.Language, i *model.Indicator) block.Line {
	if !i.Baseline.Value.Given() {
		return block.Words(t.Say(text.NotGiven))
	}
	return withYear(Amount(t, i.Baseline.Value.V, i.Unit.V), i.Baseline.Year.V)
}

// IndicatorLatest is an indicator's newest value for the whole county.
func IndicatorLatest(t *view.Language, i *model.Indicator) block.Line {
	o := facts.Newest(i)
	if o == nil {
		if facts.HasData(i) {
			return block.Words(t.Say(text.SeePage))
		}
		return block.Line{block.Mark(t.Say(text.NoFigures), block.Warn)}
	}
	v, _ := facts.ValueOf(i, *o)
	return withYear(Amount(t, v, i.Unit.V), o.Year.V)
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
		return withYear(Amount(t, i.Target.Value.V, i.Unit.V), i.Target.Year.V)
	}
	return block.Words(t.Say(text.NoTarget))
}

// IndicatorProgress says how far it is from the baseline to the target, by the method
// that the page states.
func IndicatorProgress(t *view.Language, i *model.Indicator) block.Line {
	share, _, ok := facts.Progress(i)
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

// SeriesDrawing shows an indicator's values for the whole county over the years; id is
// its place on the page.
func SeriesDrawing(t *view.Language, id string, i *model.Indicator) []block.Block {
	var total, women, men []figure.Point
	for _, o := range i.Series {
		if o.Place.Given() || o.Category.Given() {
			continue
		}
		year := float64(o.Year.V)
		if v, ok := facts.ValueOf(i, o); ok {
			total = append(total, figure.Point{X: year, Y: v})
		}
		if i.Population.V == "all" || !i.Population.Given() {
			if o.Women.Given() {
				women = append(women, figure.Point{X: year, Y: o.Women.V})
			}
			if o.Men.Given() {
				men = append(men, figure.Point{X: year, Y: o.Men.V})
			}
		}
	}
	if len(total) < 2 {
		return nil
	}
	series := []figure.Series{{Label: t.Say(text.Total).S, Role: figure.Accent, Points: total}}
	if len(women) > 1 {
		series = append(series, figure.Series{Label: t.Say(text.Women).S, Role: figure.Women, Mark: figure.Square, Points: women})
	}
	if len(men) > 1 {
		series = append(series, figure.Series{Label: t.Say(text.Men).S, Role: figure.Men, Mark: figure.Triangle, Points: men})
	}
	first, last := total[0], total[len(total)-1]
	desc := t.Sayf(text.SeriesDesc, strconv.Itoa(int(first.X)), Amount(t, first.Y, i.Unit.V).S, strconv.Itoa(int(last.X)), Amount(t, last.Y, i.Unit.V).S)
	write := func(v float64) string { return text.FormatNumber(v, t.Lang) }
	return block.Drawn(id, t.Text(i.Title, "title"), desc, func(w float64) figure.Figure {
		return figure.Chart(series, i.Target.Value.V, i.Target.Value.Given(), t.Say(text.Target).S, write, w)
	})
}
