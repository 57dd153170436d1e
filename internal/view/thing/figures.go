package thing

import (
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
