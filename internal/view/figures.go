package view

import (
	"samsyn/internal/facts"
	"samsyn/internal/figure"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// The widths that figures are drawn for: a page of the site, a telephone, and
// the page of a document, whose letters must not grow too small.
const (
	wideFigure   = 720
	narrowFigure = 320
	paperFigure  = 640
)

// drawing is a figure for wide and narrow pages with its text alternative.
func drawing(id string, title, desc Text, draw func(width float64) figure.Figure) []Block {
	return drawingOf(wideFigure, id, title, desc, draw)
}

// drawingOf is a figure whose wide form has a width of its own.
func drawingOf(width float64, id string, title, desc Text, draw func(width float64) figure.Figure) []Block {
	d := Drawing{ID: id, Figure: draw(width), Narrow: draw(narrowFigure), Caption: title}
	d.Figure.Title, d.Figure.Desc = title.S, desc.S
	d.Narrow.Title, d.Narrow.Desc = title.S, desc.S
	return []Block{d}
}

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
func (t *tongue) timeline(plan *model.Plan) []Block {
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
			Label: i.Title.V + " (" + t.value("status", i.Status).S + ")",
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
	return drawing("tidslinje-bild", t.sayf(text.TimelineOf, t.planTitle(plan).S), t.say(text.TimelineDesc),
		func(w float64) figure.Figure { return figure.Timeline(bars, now, t.say(text.TodayWord).S, w) })
}

// organisationDrawing shows who reports to whom; the text beside it says the
// same.
func (t *tongue) organisationDrawing(width float64) []Block {
	if t.Content.Organisation == nil {
		return nil
	}
	var order []*model.Body
	at := map[string]int{}
	var put func(b *model.Body, depth int)
	put = func(b *model.Body, depth int) {
		if _, done := at[b.ID.V]; done || b.Withdrawn.Given() || depth > 20 {
			return
		}
		if up := t.Facts.Body(b.ReportsTo.V); up != nil {
			put(up, depth+1)
		}
		if _, done := at[b.ID.V]; !done {
			at[b.ID.V] = len(order)
			order = append(order, b)
		}
	}
	for i := range t.Content.Organisation.Bodies {
		put(&t.Content.Organisation.Bodies[i], 0)
	}
	if len(order) < 2 {
		return nil
	}
	desc := ""
	var boxes []figure.Box
	for _, b := range order {
		box := figure.Box{Title: t.bodyName(b, true).S, Note: t.value("body-role", b.Role).S, Parent: -1, Dashed: !b.Stands(), Strong: b.Role.V == "decides"}
		if !b.Stands() {
			box.Note += ", " + t.value("body-status", b.Status).S
		}
		if up, has := at[b.ReportsTo.V]; has {
			box.Parent = up
			desc += text.Join(t.say(text.XReportsToY).S, t.bodyName(b, true).S, t.bodyName(order[up], true).S) + " "
		}
		boxes = append(boxes, box)
	}
	return drawingOf(width, "organisation-bild", t.say(text.OrganisationPicture), Text{S: desc},
		func(w float64) figure.Figure { return figure.Organisation(boxes, w) })
}

// seriesDrawing shows an indicator's values for the whole county over the years.
func (t *tongue) seriesDrawing(i *model.Indicator) []Block {
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
	series := []figure.Series{{Label: t.say(text.Total).S, Role: figure.Accent, Points: total}}
	if len(women) > 1 {
		series = append(series, figure.Series{Label: t.say(text.Women).S, Role: figure.Women, Mark: figure.Square, Points: women})
	}
	if len(men) > 1 {
		series = append(series, figure.Series{Label: t.say(text.Men).S, Role: figure.Men, Mark: figure.Triangle, Points: men})
	}
	first, last := total[0], total[len(total)-1]
	desc := t.sayf(text.SeriesDesc, itoa(int(first.X)), t.amount(first.Y, i.Unit.V).S, itoa(int(last.X)), t.amount(last.Y, i.Unit.V).S)
	write := func(v float64) string { return text.FormatNumber(v, t.lang) }
	return drawing("varden-bild", t.tr(i.Title, "title"), desc, func(w float64) figure.Figure {
		return figure.Chart(series, i.Target.Value.V, i.Target.Value.Given(), t.say(text.Target).S, write, w)
	})
}
