package thing

import (
	"strconv"

	"samsyn/internal/facts"
	"samsyn/internal/figure"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// yearOf is a date as a number of years; end counts to the end of the day,
// month or year that it is.
func yearOf(d model.Date, end bool) float64 {
	if d.IsZero() {
		return 0
	}
	part, days := d.First(), 0
	if end {
		part, days = d.Last(), 1
	}
	return float64(part.Year) + (float64(part.Month-1)+float64(part.Day-1+days)/31)/12
}

// timeline shows when a plan's initiatives go on. The table above has the same
// in words.
func timeline(t *view.Language, plan *model.Plan) []block.Block {
	const most = 40
	var bars []figure.Bar
	for _, i := range plan.Initiatives {
		if i.Withdrawn.Given() || !i.Period.From.Given() || len(bars) == most {
			continue
		}
		role := figure.Accent
		switch i.Status.V {
		case "completed":
			role = figure.Good
		case "cancelled", "planned":
			role = figure.Muted
		}
		bars = append(bars, figure.Bar{
			Label: i.Title.V + " (" + t.Value("status", i.Status).S + ")",
			From:  yearOf(i.Period.From.V, false), To: yearOf(i.Period.To.V, true), Role: role,
		})
	}
	if len(bars) < 2 {
		return nil
	}
	now := 0.0
	if !t.Options.Today.IsZero() {
		now = yearOf(t.Options.Today, false)
	}
	return block.Drawn("tidslinje-bild", t.Sayf(text.TimelineOf, t.PlanTitle(plan).S), t.Say(text.TimelineDesc),
		func(w float64) figure.Figure { return figure.Timeline(bars, now, t.Say(text.TodayWord).S, w) })
}

// seriesDrawing shows an indicator's values for the whole county over the years.
func seriesDrawing(t *view.Language, i *model.Indicator) []block.Block {
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
	desc := t.Sayf(text.SeriesDesc, strconv.Itoa(int(first.X)), amount(t, first.Y, i.Unit.V).S, strconv.Itoa(int(last.X)), amount(t, last.Y, i.Unit.V).S)
	write := func(v float64) string { return text.FormatNumber(v, t.Lang) }
	return block.Drawn("varden-bild", t.Text(i.Title, "title"), desc, func(w float64) figure.Figure {
		return figure.Chart(series, i.Target.Value.V, i.Target.Value.Given(), t.Say(text.Target).S, write, w)
	})
}
