package site

import (
	"strconv"
	"strings"

	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

func historyPage(t *view.Language) *page.Page {
	const most = 200
	p := &page.Page{Section: "follow-up", Title: t.Say(text.HistoryTitle), Feed: true, Unsearched: true, Lead: block.Words(t.Say(text.HistoryLead)), Crumbs: []block.Link{page.Crumb(t, t.Say(text.FollowUp), "follow-up")}}
	p.Blocks = append(page.OfTheRendering(t), sinceDecision(t)...)
	n := 0
	for i, past := range t.Options.History {
		if n > most {
			p.Blocks = append(p.Blocks, block.Para{Tone: block.Quiet, Line: block.Words(t.Say(text.HistoryGoesOn))})
			break
		}
		if !past.Beginning() {
			n += len(past.Changes)
		}
		title := t.Date(past.Day)
		id := "dag-" + past.Day.String() + "-" + strconv.Itoa(len(t.Options.History)-i)
		var told []block.Block
		for _, tag := range past.Tags {
			told = append(told, block.Para{Line: block.Words(t.Sayf(text.AdoptedAs, tag))})
		}
		if past.Beginning() {
			told = append(told, block.Para{Line: block.Words(t.Say(text.PutOnSite))})
		} else if len(past.Changes) > 0 {
			told = append(told, changes(t, past.Changes, len(past.Changes)))
		}
		p.Blocks = append(p.Blocks, block.Section{ID: id, Title: title, Blocks: told})
	}
	return p
}

// sinceDecision tells what has changed since the newest adopted version; where no
// version bears a name, since the day of the latest decision that the content
// tells of.
func sinceDecision(t *view.Language) []block.Block {
	var since block.Line
	var all []diff.Change
	if d := t.Options.Decided; d != nil {
		since, all = block.Words(t.Sayf(text.SinceVersion, strings.Join(d.Tags, ", "), t.Date(d.Day).S)), d.Changes
	} else if title, day := latestDecision(t); !day.IsZero() {
		since = block.Words(t.Sayf(text.SinceAdopted, title, t.Date(day).S))
		for _, past := range t.Options.History {
			if day.Before(past.Day) && !past.Beginning() {
				all = append(all, past.Changes...)
			}
		}
	} else {
		return nil
	}
	told := []block.Block{block.Para{Line: since}}
	if len(all) > 0 {
		told = append(told, changes(t, all, len(all)))
	} else {
		told = append(told, block.Para{Line: block.Words(t.Say(text.NothingSince))})
	}
	return []block.Block{block.Section{ID: "sedan-beslutet", Title: t.Say(text.SinceDecision), Blocks: told}}
}

// latestDecision is what was adopted last, and when.
func latestDecision(t *view.Language) (title string, day model.Date) {
	take := func(name block.Text, adopted model.Date) {
		ahead := !t.Options.Today.IsZero() && t.Options.Today.Before(adopted)
		if !adopted.IsZero() && !ahead && (day.IsZero() || day.Before(adopted)) {
			title, day = name.S, adopted
		}
	}
	if a := t.Content.Agreement; a != nil {
		take(t.SiteTitle(), a.Adopted.Date.V)
	}
	for _, p := range t.Facts.PlansIn(t.Options.Drafts) {
		take(t.PlanTitle(p), p.Adopted.Date.V)
	}
	return title, day
}

// changes lists at most n changes, each leading to the thing it happened to.
func changes(t *view.Language, all []diff.Change, n int) block.Block {
	var list block.List
	for _, c := range all {
		if len(list.Items) == n {
			break
		}
		line := t.Said(c)
		if r, title := t.Thing(view.KindOf(c.Thing), c.ID); title.S != "" {
			line = append(line, block.Run(" "), block.Span{Text: t.Sayf(text.SeeThing, title.S), Ref: r})
		}
		list.Items = append(list.Items, line)
	}
	return list
}

// lately are the newest changes, for the start page.
func lately(t *view.Language, n int) []block.Block {
	var list block.List
	for _, past := range t.Options.History {
		if past.Beginning() && len(list.Items) < n {
			list.Items = append(list.Items, page.PutOnSite(t, past.Day))
			continue
		}
		for _, c := range past.Changes {
			if len(list.Items) < n {
				list.Items = append(list.Items, append(block.Line{block.Strong(t.Date(past.Day)), block.Run(": ")}, t.Said(c)...))
			}
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return append(page.OfTheRendering(t), list, block.Para{Line: block.Linked(t.Say(text.SeeHistory), t.To("history"))})
}
