package site

import (
	"slices"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/general"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// calendarPage has what is to come first, then what has been, newest first.
// Where today is not known it has everything in order.
func calendarPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "calendar", Title: t.Say(text.Calendar)}
	events := general.Events(t)
	if len(events) == 0 {
		p.Lead = block.Words(t.Say(text.NoEvents))
		p.Blocks = undated(t)
		return p
	}
	p.Lead = block.Words(t.Say(text.CalendarLead))
	feed := block.Para{Line: block.Linked(t.Say(text.CalendarFeed), block.Ref{File: address.Calendar})}
	defer func() { p.Add(feed) }()
	if t.Options.Today.IsZero() {
		p.Add(eventCards(t, events))
		return p
	}
	past, ahead := view.Apart(events, func(e *model.Event) bool { return isPast(t, e) })
	slices.Reverse(past)
	if len(ahead) == 0 {
		p.Under("kommande", t.Say(text.Ahead), append([]block.Block{block.Para{Line: block.Words(t.Say(text.NothingAhead))}}, undated(t)...)...)
	} else {
		p.Under("kommande", t.Say(text.Ahead), eventCards(t, ahead))
	}
	p.Under("tidigare", t.Say(text.HasBeen), eventCards(t, past))
	return p
}

// undated says how many initiatives go on without a day to report, which a calendar
// cannot show.
func undated(t *view.Language) []block.Block {
	n := len(t.Facts.Gaps().Unscheduled)
	if n == 0 {
		return nil
	}
	return []block.Block{block.Para{Line: block.Linked(counted(t, text.WithoutDay, n), t.At("follow-up", gapID("datum")))}}
}

func isPast(t *view.Language, e *model.Event) bool {
	return eventEnd(e).V.Before(t.Options.Today)
}

func eventCards(t *view.Language, list []*model.Event) block.Block {
	cards := block.Cards{Look: "event"}
	for _, e := range list {
		cards.Items = append(cards.Items, eventCard(t, e))
	}
	return cards
}

func eventCard(t *view.Language, e *model.Event) block.Card {
	at := "events/" + e.ID.V + "/"
	c := block.Card{ID: e.ID.V, Kicker: block.Words(t.Period(model.Period{From: e.Date, To: eventEnd(e)})), Title: t.Text(e.Title, at+"title"), Ref: view.SafeURL(e.URL.V)}
	if e.Kind.V != "other" {
		c.Marks = block.Line{block.Mark(t.Value("event-kind", e.Kind), block.Quiet)}
	}
	if e.Withdrawn.Given() {
		c.Marks = append(c.Marks, block.Mark(t.Say(text.Withdrawn), block.Off))
		c.Lines = append(c.Lines, part.WhyWithdrawn(t, e.Withdrawn, "event", at)...)
	}
	c.Lines = append(c.Lines, block.Joined([]block.Span{{Text: t.Text(e.Place, at+"place")}, t.ActorName(e.Body.V, false)}, ", "))
	c.Lines = append(c.Lines, programme(t, e)...)
	c.Lines = append(c.Lines, block.Words(t.Text(e.Outcome, at+"outcome")))
	var plans []block.Span
	for _, r := range e.Decides {
		if p := t.Facts.Plan(r.V); p != nil {
			plans = append(plans, block.Span{Text: t.PlanTitle(p), Ref: t.To(address.Plan(r.V))})
		}
	}
	c.Lines = append(c.Lines, block.Labelled(t.Say(text.DecisionOn), block.Joined(plans, ", ")))
	c.Lines = append(c.Lines, view.Outside(t.Say(text.Minutes), e.Minutes))
	c.Lines = append(c.Lines, block.Words(t.Text(e.Note, at+"note")))
	return c
}

// programme is what is on at an event: what it is called, who speaks, what areas it is
// about.
func programme(t *view.Language, e *model.Event) []block.Line {
	var lines []block.Line
	for n, item := range e.Programme {
		at := "events/" + e.ID.V + "/programme/" + strconv.Itoa(n) + "/"
		line := block.Joined([]block.Span{block.Strong(t.Text(item.Title, at+"title")), {Text: t.Text(item.Speaker, at+"speaker")}}, " · ")
		if areas := block.Joined(t.AreaSpans(item.Areas), ", "); len(areas) > 0 {
			line = append(append(line, block.Run(" · ")), areas...)
		}
		lines = append(lines, line)
	}
	return lines
}

func eventEnd(e *model.Event) model.When {
	if e.To.Given() {
		return e.To
	}
	return e.Date
}

// upcoming are the next n things in the calendar; without a today, or with
// nothing ahead, a line that leads to the calendar.
func upcoming(t *view.Language, n int) []block.Block {
	all := general.Events(t)
	if len(all) == 0 {
		return nil
	}
	cards := block.Cards{Look: "event"}
	for _, e := range all {
		if !t.Options.Today.IsZero() && !isPast(t, e) && !e.Withdrawn.Given() && len(cards.Items) < n {
			cards.Items = append(cards.Items, eventCard(t, e))
		}
	}
	more := block.Para{Line: block.Linked(t.Say(text.SeeCalendar), t.To("calendar"))}
	if len(cards.Items) == 0 {
		if t.Options.Today.IsZero() {
			return []block.Block{more}
		}
		return []block.Block{block.Para{Line: block.Words(t.Say(text.NothingAhead))}, more}
	}
	return []block.Block{cards, more}
}
