package part

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/facts"
	"samsyn/internal/figure"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// mostLines is how many lines a chart can have and still be read.
const mostLines = 6

// mostBars is how many bars one looks through; beyond it the table is better.
const mostBars = 60

// SeriesDrawing shows an indicator's values: over time where there is more than one, and
// places or categories beside each other where time alone does not show them. Then it
// says in words what the pictures show. id is its place on the page.
func SeriesDrawing(t *view.Language, id string, i *model.Indicator) []block.Block {
	return seriesDrawing(t, id, i, false)
}

// LowSeriesDrawing is the same for where many indicators stand after each other on paper.
func LowSeriesDrawing(t *view.Language, id string, i *model.Indicator) []block.Block {
	return seriesDrawing(t, id, i, true)
}

func seriesDrawing(t *view.Language, id string, i *model.Indicator, low bool) []block.Block {
	lines := facts.Lines(i)
	said := seriesWords(t, i, lines)
	drawn, blocks := overTime(t, id, i, lines, said, low)
	blocks = append(blocks, besideEachOther(t, id+"-jamforelse", i, lines, drawn, said)...)
	if len(blocks) == 0 || said.S == "" {
		return blocks
	}
	return append(blocks, block.Para{Line: block.Words(said)})
}

// overTime draws the lines that have more than one value. drawn tells which they are.
func overTime(t *view.Language, id string, i *model.Indicator, lines []facts.Line, said block.Text, low bool) (drawn []facts.Line, blocks []block.Block) {
	lead := facts.Lead(lines)
	for _, l := range lines {
		if len(l.Values) > 1 {
			drawn = append(drawn, l)
		}
	}
	if len(drawn) > mostLines {
		drawn = slices.DeleteFunc(drawn, func(l facts.Line) bool { return l.Row != lead[0].Row })
	}
	if len(drawn) == 0 {
		return nil, nil
	}
	c := figure.Chart{Low: low, FromZero: i.Unit.V == "count", GoalLabel: t.Say(text.Target).S, Write: func(v float64) string { return text.FormatNumber(v, t.Lang) }}
	if i.Target.Value.Given() {
		c.Goal = &i.Target.Value.V
	}
	looks := []figure.Series{{Role: figure.Accent}, {Role: figure.Ink, Mark: figure.Square}, {Role: figure.Muted, Mark: figure.Triangle},
		{Role: figure.Accent, Dash: true}, {Role: figure.Ink, Mark: figure.Square, Dash: true}, {Role: figure.Muted, Mark: figure.Triangle, Dash: true}}
	for n, l := range drawn {
		look := looks[n]
		if look.Label = LineName(t, l, true).S; len(drawn) == 1 && !l.Place.Given() && !l.Category.Given() {
			look.Label = t.Say(text.Total).S
		}
		look.Points = pointsOf(l, func(o *model.Observation) (float64, bool) { return facts.ValueOf(i, *o) })
		if len(look.Points) > 0 {
			c.Series = append(c.Series, look)
		}
		if len(lead) == 1 && l.Row == lead[0].Row && ofAll(i) {
			c.Series = append(c.Series, sexes(t, l)...)
		}
	}
	c.Times = times(t, drawn)
	title := t.Text(i.Title, "title")
	blocks = block.Drawn(id, title, said, c.Draw)
	switch foot, top := c.Scale(); { // without zero lines look steeper than they are
	case foot > 0:
		blocks = append(blocks, block.Para{Tone: block.Quiet, Line: block.Words(t.Sayf(text.ScaleBegins, c.Write(foot)))})
	case top < 0:
		blocks = append(blocks, block.Para{Tone: block.Quiet, Line: block.Words(t.Sayf(text.ScaleEnds, c.Write(top)))})
	}
	return drawn, blocks
}

// sexes are the lines of women and of men.
func sexes(t *view.Language, l facts.Line) []figure.Series {
	var list []figure.Series
	if p := pointsOf(l, func(o *model.Observation) (float64, bool) { return o.Women.V, o.Women.Given() }); len(p) > 1 {
		list = append(list, figure.Series{Label: t.Say(text.Women).S, Role: figure.Women, Mark: figure.Square, Points: p})
	}
	if p := pointsOf(l, func(o *model.Observation) (float64, bool) { return o.Men.V, o.Men.Given() }); len(p) > 1 {
		list = append(list, figure.Series{Label: t.Say(text.Men).S, Role: figure.Men, Mark: figure.Triangle, Points: p})
	}
	return list
}

// ofAll tells whether an indicator is about women and men, so that they can be compared.
func ofAll(i *model.Indicator) bool { return i.Population.V == "all" || !i.Population.Given() }

func pointsOf(l facts.Line, value func(*model.Observation) (float64, bool)) []figure.Point {
	var points []figure.Point
	for _, o := range l.Values {
		if v, ok := value(o); ok {
			points = append(points, figure.Point{X: inYears(facts.TimeOf(o)), Y: v})
		}
	}
	return points
}

func inYears(d model.Date) float64 { return float64(d.Year) + float64(max(d.Month, 1)-1)/12 }

// times name the scale of a chart: every year, or the months that there are values of.
func times(t *view.Language, lines []facts.Line) []figure.Tick {
	var all []model.Date
	monthly := false
	for _, l := range lines {
		for _, o := range l.Values {
			all = append(all, facts.TimeOf(o))
			monthly = monthly || o.Month.Given()
		}
	}
	slices.SortFunc(all, func(a, b model.Date) int { return cmp.Or(a.Year-b.Year, a.Month-b.Month) })
	all = slices.Compact(all)
	var ticks []figure.Tick
	if monthly {
		for _, d := range all {
			ticks = append(ticks, figure.Tick{At: inYears(d), Label: t.Date(d).S})
		}
		return ticks
	}
	for year := all[0].Year; year <= all[len(all)-1].Year; year++ {
		ticks = append(ticks, figure.Tick{At: float64(year), Label: strconv.Itoa(year)})
	}
	return ticks
}

// besideEachOther draws the newest values that more than one place or category has, where
// the lines over time do not have them all; and women and men where there is but one
// value of each.
func besideEachOther(t *view.Language, id string, i *model.Indicator, lines, drawn []facts.Line, said block.Text) []block.Block {
	time, shown := compared(i, lines)
	var groups []figure.Group
	switch {
	case len(shown) > mostBars:
		return nil
	case len(shown) > 1 && !within(shown, drawn):
		for _, l := range shown {
			o := l.At(time)
			v, _ := facts.ValueOf(i, *o)
			groups = append(groups, figure.Group{Label: LineName(t, l, true).S, Bars: []figure.Amount{
				{Value: v, Written: observed(t, i, *o).S, Role: figure.Accent}}})
		}
	case len(lines) == 1 && len(drawn) == 0 && ofAll(i) && lines[0].Newest().Women.Given() && lines[0].Newest().Men.Given():
		o := lines[0].Newest()
		time = facts.TimeOf(o)
		groups = []figure.Group{
			{Label: t.Say(text.Women).S, Bars: []figure.Amount{{Value: o.Women.V, Written: Amount(t, o.Women.V, i.Unit.V).S, Role: figure.Women}}},
			{Label: t.Say(text.Men).S, Bars: []figure.Amount{{Value: o.Men.V, Written: Amount(t, o.Men.V, i.Unit.V).S, Role: figure.Men}}},
		}
	default:
		return nil
	}
	title := block.Text{S: view.JoinWords(t.Text(i.Title, "title").S, t.Date(time).S)}
	return block.Drawn(id, title, said, func(w float64) figure.Figure { return figure.Bars(groups, w) })
}

// compared are the lines that have a value at the newest time at which more than one has.
func compared(i *model.Indicator, lines []facts.Line) (time model.Date, shown []facts.Line) {
	having := map[model.Date][]facts.Line{}
	for _, l := range lines {
		for _, o := range l.Values {
			at := facts.TimeOf(o)
			if _, ok := facts.ValueOf(i, *o); ok && l.At(at) == o {
				having[at] = append(having[at], l)
			}
		}
	}
	for at, some := range having {
		newer := time.IsZero() || time.Before(at) || time.Year == at.Year && time.Month < at.Month
		if len(some) > 1 && newer {
			time, shown = at, some
		}
	}
	return time, shown
}

func within(some, all []facts.Line) bool {
	return !slices.ContainsFunc(some, func(l facts.Line) bool {
		return !slices.ContainsFunc(all, func(o facts.Line) bool { return o.Row == l.Row })
	})
}

// seriesWords says what an indicator's pictures show: how what it is about has moved, how
// it is for women and for men, and which place or category has most and least.
func seriesWords(t *view.Language, i *model.Indicator, lines []facts.Line) block.Text {
	var said []string
	lead := facts.Lead(lines)
	if len(lead) == 1 && !lead[0].Category.Given() {
		said = append(said, movement(t, i, lead[0]))
		if o := lead[0].Newest(); ofAll(i) && o.Women.Given() && o.Men.Given() {
			said = append(said, t.Sayf(text.SeriesSexes, Amount(t, o.Women.V, i.Unit.V).S, Amount(t, o.Men.V, i.Unit.V).S, t.Date(facts.TimeOf(o)).S).S)
		}
	}
	if time, shown := compared(i, lines); len(shown) > 1 {
		value := func(l facts.Line) float64 { v, _ := facts.ValueOf(i, *l.At(time)); return v }
		less := func(a, b facts.Line) int { return cmp.Compare(value(a), value(b)) }
		most, least := slices.MaxFunc(shown, less), slices.MinFunc(shown, less)
		if value(most) != value(least) {
			words := text.SeriesMost
			if most.Category.Given() {
				words = text.SeriesMostOf // any words may be a category's name
			}
			said = append(said, t.Sayf(words, LineName(t, most, true).S, observed(t, i, *most.At(time)).S,
				LineName(t, least, true).S, observed(t, i, *least.At(time)).S, t.Date(time).S).S)
		}
	}
	return t.Formed(strings.Join(slices.DeleteFunc(said, func(s string) bool { return s == "" }), " "))
}

// movement says from what to what a line went.
func movement(t *view.Language, i *model.Indicator, l facts.Line) string {
	first, ok := facts.ValueOf(i, *l.Oldest())
	last, has := facts.ValueOf(i, *l.Newest())
	if len(l.Values) < 2 || !ok || !has {
		return ""
	}
	how, there := text.SeriesSame, text.SeriesSameIn
	switch {
	case last > first:
		how, there = text.SeriesRose, text.SeriesRoseIn
	case last < first:
		how, there = text.SeriesFell, text.SeriesFellIn
	}
	words := []string{observed(t, i, *l.Oldest()).S, t.Date(facts.TimeOf(l.Oldest())).S, observed(t, i, *l.Newest()).S, t.Date(facts.TimeOf(l.Newest())).S}
	if name := LineName(t, l, false).S; name != "" {
		return t.Sayf(there, append([]string{name}, words...)...).S
	}
	return t.Sayf(how, words...).S
}
