package general

import (
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// History tells what has changed in the content, day by day.
func History(t *view.Language) *page.Page {
	p := &page.Page{Section: "follow-up", Title: t.Say(text.HistoryTitle), Feed: true, Unsearched: true, Lead: block.Words(t.Say(text.HistoryLead)), Crumbs: []block.Link{page.Crumb(t, t.Say(text.FollowUp), "follow-up")}}
	days, told := dayByDay(t)
	p.Blocks = slices.Concat(page.OfTheRendering(t), sinceDecision(t, told), days)
	return p
}

// dayByDay tells what was changed when, and which changes it tells of.
func dayByDay(t *view.Language) (days []block.Block, told map[string]bool) {
	const most = 200
	told = map[string]bool{}
	n := 0
	for i, past := range t.Options.History {
		if n > most {
			days = append(days, block.Para{Tone: block.Quiet, Line: block.Words(t.Say(text.HistoryGoesOn))})
			break
		}
		id := "dag-" + past.Day.String() + "-" + strconv.Itoa(len(t.Options.History)-i)
		var blocks []block.Block
		for _, tag := range past.Tags {
			blocks = append(blocks, block.Para{Line: block.Words(t.Sayf(text.AdoptedAs, tag))})
		}
		if past.Beginning() {
			blocks = append(blocks, block.Para{Line: block.Words(t.Say(text.PutOnSite))})
		} else if len(past.Changes) > 0 {
			n += len(past.Changes)
			blocks = append(blocks, changes(t, past.Changes))
			for _, c := range past.Changes {
				told[c.Sentence.SV] = true
			}
		}
		days = append(days, block.Section{ID: id, Title: t.Date(past.Day), Blocks: blocks})
	}
	return days, told
}

// sinceDecision tells what has changed since the newest adopted version; where no
// version bears a name, since the day of the latest decision that the content
// tells of. What is told day by day is counted here, and not told twice.
func sinceDecision(t *view.Language, told map[string]bool) []block.Block {
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
	blocks := []block.Block{block.Para{Line: since}}
	switch {
	case len(all) == 0:
		blocks = append(blocks, block.Para{Line: block.Words(t.Say(text.NothingSince))})
	case !slices.ContainsFunc(all, func(c diff.Change) bool { return !told[c.Sentence.SV] }):
		blocks = append(blocks, block.Para{Line: block.Words(t.Sayf(text.ChangesSince, t.Count(len(all), text.OneChange, text.ManyChanges).S))})
	default:
		blocks = append(blocks, changes(t, all))
	}
	return []block.Block{block.Section{ID: "sedan-beslutet", Title: t.Say(text.SinceDecision), Blocks: blocks}}
}

// latestDecision is what was adopted last, and when.
func latestDecision(t *view.Language) (title string, day model.Date) {
	take := func(name block.Text, adopted model.Date) {
		ahead := !t.Options.Today.IsZero() && t.Options.Today.Before(adopted)
		if !adopted.IsZero() && !ahead && (day.IsZero() || day.Before(adopted)) {
			title, day = name.S, adopted
		}
	}
	take(t.SiteTitle(), t.Agreement.Adopted.Date.V)
	for _, p := range t.Facts.PlansIn(t.Options.Drafts) {
		take(t.PlanTitle(p), p.Adopted.Date.V)
	}
	return title, day
}

// changes lists changes, each leading to the thing it happened to.
func changes(t *view.Language, all []diff.Change) block.Block {
	var list block.List
	for _, c := range all {
		line := t.Said(c)
		if r, title := t.Thing(view.KindOf(c.Thing), c.ID); title.S != "" {
			line = append(line, block.Run(" "), block.Span{Text: t.Sayf(text.SeeThing, title.S), Ref: r})
		}
		list.Items = append(list.Items, line)
	}
	return list
}

// Lately are the newest changes, for the start page. What happened again on the same day
// is told once.
func Lately(t *view.Language, n int) []block.Block {
	var list block.List
	for _, past := range t.Options.History {
		if past.Beginning() && len(list.Items) < n {
			list.Items = append(list.Items, page.PutOnSite(t, past.Day))
			continue
		}
		for _, c := range past.Changes {
			line := append(block.Line{block.Strong(t.Date(past.Day)), block.Run(": ")}, t.Brief(c)...)
			if told := line.Plain(); len(list.Items) < n && !slices.ContainsFunc(list.Items, func(l block.Line) bool { return l.Plain() == told }) {
				list.Items = append(list.Items, line)
			}
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return append(page.OfTheRendering(t), list, block.Para{Line: block.Linked(t.Say(text.SeeHistory), t.To("history"))})
}
