package site

import (
	"strconv"

	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/thing"
)

// followUpPage shows how the goals, the work and the figures hang together, and
// where nothing hangs there.
func followUpPage(t *view.Language) *page.Page {
	g := t.Facts.Gaps()
	p := &page.Page{Section: "follow-up", Title: t.Say(text.FollowUp), Lead: gapSentence(t, g)}
	p.Blocks = append(p.Blocks, block.Headed("luckor", t.Say(text.WhatIsMissing), gapBlocks(t, g)...)...)
	p.Blocks = append(p.Blocks, block.Headed("fran-mal-till-insats", t.Say(text.CoverageMatrix), coverage(t)...)...)
	p.Blocks = append(p.Blocks, block.Headed("redovisningar", t.Say(text.ReportsWhen), allDues(t)...)...)
	p.Blocks = append(p.Blocks, block.Headed("beslut", t.Say(text.Decisions), block.Para{Line: block.Linked(t.Say(text.SeeDecisions), t.To("decisions"))})...)
	p.Blocks = append(p.Blocks, block.Headed("provningar", t.Say(text.Reviews), reviewCards(t)...)...)
	p.Blocks = append(p.Blocks, block.Headed("indikatorer", t.Say(text.Indicators), block.Para{Line: block.Linked(t.Say(text.SeeIndicators), t.To("indicators"))})...)
	return p
}

func gapSentence(t *view.Language, g facts.Gaps) block.Line {
	n := len(g.Unanswered) + len(g.Unserved) + len(g.Unmeasured) + len(g.WithoutData) + len(g.Unscheduled) + len(g.OverdueDues) + len(g.PastTheirEnd)
	if n == 0 {
		return block.Words(t.Say(text.NoGaps))
	}
	return block.Words(t.Sayf(text.GapsLead, t.Count(n, text.OneGap, text.ManyGaps).S))
}

// gapID is where a kind of gap is told of.
func gapID(kind string) string { return "lucka-" + kind }

// gapBlocks tell each kind of gap, those that there are none of too.
func gapBlocks(t *view.Language, g facts.Gaps) []block.Block {
	var blocks []block.Block
	put := func(id string, title text.Label, none text.Label, list []block.Line) {
		if len(list) == 0 {
			blocks = append(blocks, block.Para{Line: block.Line{block.Mark(t.Say(text.NoneMissing), block.Good), block.Run(" "), block.Span{Text: t.Say(none)}}})
			return
		}
		said := t.Say(title)
		said.S += " (" + strconv.Itoa(len(list)) + ")"
		const most = 200
		inside := []block.Block{block.List{Items: list[:min(len(list), most)]}}
		if len(list) > most {
			inside = append(inside, block.Para{Tone: block.Quiet, Line: block.Words(t.Sayf(text.AndMore, strconv.Itoa(len(list)-most)))})
		}
		blocks = append(blocks, block.Fold{ID: gapID(id), Title: said, Blocks: inside})
	}
	put("prioriterade", text.GapUnserved, text.GapUnservedNone, cooperationLines(t, g.Unserved))
	put("ansvar", text.GapUnanswered, text.GapUnansweredNone, cooperationLines(t, g.Unanswered))
	put("delmal", text.GapUnmeasured, text.GapUnmeasuredNone, goalLines(t, g.Unmeasured))
	var dues []block.Line
	for _, d := range g.OverdueDues {
		dues = append(dues, block.Line{t.InitiativeSpan(d.Initiative), block.Run(", "), block.Span{Text: t.Date(d.Date.V)}})
	}
	if !t.Options.Today.IsZero() {
		if undated, dated := dated(t); dated == 0 && undated > 0 {
			blocks = append(blocks, block.Para{Line: block.Line{block.Mark(t.Say(text.CannotTell), block.Warn), block.Run(" "), {Text: counted(t, text.GapOverdueUnknown, undated)}}})
		} else {
			put("forsenade", text.GapOverdue, text.GapOverdueNone, dues)
		}
		put("tid", text.GapPast, text.GapPastNone, page.InitiativeLines(t, g.PastTheirEnd))
	}
	put("datum", text.GapUnscheduled, text.GapUnscheduledNone, page.InitiativeLines(t, g.Unscheduled))
	if len(t.Content.Indicators) > 0 {
		var indicators []block.Line
		for _, i := range g.WithoutData {
			indicators = append(indicators, block.Linked(t.Text(i.Title, "title"), t.To(view.IndicatorPath(i.ID.V))))
		}
		put("varden", text.GapNoData, text.GapNoDataNone, indicators)
	} else {
		blocks = append(blocks, block.Para{Line: block.Line{block.Mark(t.Say(text.Missing), block.Warn), block.Run(" "), block.Span{Text: t.Say(text.NoIndicators)}}})
	}
	put("ovriga", text.GapUntouched, text.GapUntouchedNone, cooperationLines(t, g.Untouched))
	return blocks
}

// dated counts the initiatives that nobody has set a day to report for, and those
// that somebody has: where none has a day, none can be late.
func dated(t *view.Language) (undated, dated int) {
	for _, p := range t.Facts.PlansIn(false) {
		if p.Withdrawn.Given() {
			continue
		}
		for _, i := range p.Initiatives {
			switch {
			case i.Withdrawn.Given():
			case len(i.FollowUp.Due) > 0:
				dated++
			default:
				undated++
			}
		}
	}
	return undated, dated
}

// counted puts a number of initiatives into a sentence of the catalogue.
func counted(t *view.Language, sentence text.Label, n int) block.Text {
	return t.Sayf(sentence, t.Count(n, text.OneInitiative, text.ManyInitiatives).S)
}

// allDues lists what is to be reported when, over all plans in force.
func allDues(t *view.Language) []block.Block {
	var list []*model.Initiative
	for _, p := range t.Facts.PlansIn(false) {
		for _, i := range p.Initiatives {
			if len(i.FollowUp.Due) > 0 && !i.Withdrawn.Given() {
				list = append(list, i)
			}
		}
	}
	if len(list) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(text.NoDues))}}
	}
	const most = 200
	waiting := list[:0:0]
	for _, i := range list {
		for _, d := range t.Facts.DuesOf(i) {
			if d.State == facts.Overdue || d.State == facts.Planned {
				waiting = append(waiting, i)
				break
			}
		}
	}
	switch {
	case len(waiting) == 0:
		return []block.Block{block.Para{Line: block.Words(t.Say(text.NothingWaits))}}
	case len(waiting) > most:
		blocks := thing.DueTable(t, waiting[:most])
		return append(blocks, block.Para{Tone: block.Quiet, Line: block.Words(t.Sayf(text.MoreDues, strconv.Itoa(len(waiting)-most)))})
	}
	return thing.DueTable(t, waiting)
}

func reviewCards(t *view.Language) []block.Block {
	cards := block.Cards{Look: "resource"}
	for n := len(t.Content.Reviews) - 1; n >= 0; n-- {
		r := t.Content.Reviews[n]
		cards.Items = append(cards.Items, block.Card{
			Title: t.Sayf(text.ReviewOf, r.ID.V), Ref: t.To(view.ReviewPath(r.ID.V)),
			Marks: block.Line{block.Mark(t.Value("conclusion", r.Conclusion), block.Info)}, Lines: []block.Line{block.Words(t.Date(r.Date.V))},
		})
	}
	if len(cards.Items) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(text.NoReviews))}}
	}
	return []block.Block{cards}
}
