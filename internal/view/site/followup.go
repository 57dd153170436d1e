package site

import (
	"slices"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/outcome"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
	"samsyn/internal/view/thing"
)

// followUpPage shows how the goals, the work and the figures hang together, and
// where nothing hangs there.
func followUpPage(t *view.Language) *page.Page {
	g := t.Facts.Gaps()
	lead, standing := outcome.Standing(t)
	p := &page.Page{Section: "follow-up", Title: t.Say(text.FollowUp), Lead: lead}
	missing := gapBlocks(t, g)
	if lead == nil {
		p.Lead = gapSentence(t, g)
	} else {
		missing = append([]block.Block{block.Para{Line: gapSentence(t, g)}}, missing...)
	}
	p.Under("gar", t.Say(text.HowItGoes), standing...)
	p.Under("luckor", t.Say(text.WhatIsMissing), missing...)
	p.Under("fran-mal-till-insats", t.Say(text.CoverageMatrix), coverage(t)...)
	if t.Facts.Kept(false) {
		p.Under("redovisningar", t.Say(text.ReportsWhen), allDues(t)...)
	}
	p.Under("aterkommande", t.Say(text.ReportingDuties), part.Reporting(t)...)
	p.Under("beslut", t.Say(text.Decisions), block.Para{Line: block.Linked(t.Say(text.SeeDecisions), t.To("decisions"))})
	p.Under("provningar", t.Say(text.Reviews), reviewCards(t)...)
	if filled(t, "indicators") {
		p.Under("indikatorer", t.Say(text.Indicators), block.Para{Line: block.Linked(t.Say(text.SeeIndicators), t.To("indicators"))})
	}
	return p
}

func gapSentence(t *view.Language, g facts.Gaps) block.Line {
	n := len(g.Unanswered) + len(g.Unserved) + len(g.Unmeasured) + len(g.WithoutData) + len(g.Unscheduled) + len(g.OverdueDues) + len(g.PastTheirEnd)
	switch {
	case n > 0:
		return block.Words(t.Sayf(text.GapsLead, t.Count(n, text.OneGap, text.ManyGaps).S))
	case g.Cooperations == 0 && g.Goals == 0 && g.Initiatives == 0:
		return block.Words(t.Say(text.NothingToFollow))
	case g.Indicators == 0 || len(g.Untouched) > 0 || unreached(t):
		return block.Words(t.Say(text.NotAllServed))
	case g.Cooperations == 0 || g.Prioritised == 0 || g.Goals == 0 || g.GoingOn == 0:
		return block.Words(t.Say(text.NoGapsInPart))
	}
	return block.Words(t.Say(text.NoGaps))
}

// unreached tells whether a sub-goal has no initiative.
func unreached(t *view.Language) bool {
	return slices.ContainsFunc(t.Areas(), func(a *model.Area) bool {
		return slices.ContainsFunc(t.Goals(a), func(g facts.Goal) bool { return len(t.Facts.Reaching(g.ID.V)) == 0 })
	})
}

// gapID is where a kind of gap is told of.
func gapID(kind string) string { return "lucka-" + kind }

// gap is a kind of gap: where there is none, that is good news only if there is
// something that could have had one.
type gap struct {
	id                   string
	title, none, nothing text.Label
	of                   int // could have the gap
	list                 []block.Line
}

// gapBlocks tell each kind of gap, those that there are none of too.
func gapBlocks(t *view.Language, g facts.Gaps) []block.Block {
	var blocks []block.Block
	put := func(x gap) { blocks = append(blocks, gapBlock(t, x)) }
	levels := t.Facts.Levels()
	if levels.Priorities {
		put(gap{"prioriterade", text.GapUnserved, text.GapUnservedNone, text.NothingFirst, g.Prioritised, cooperationLines(t, g.Unserved)})
	}
	answered := gap{"ansvar", text.GapUnanswered, text.GapUnansweredNone, text.NoCooperation, g.Cooperations, cooperationLines(t, g.Unanswered)}
	if !levels.Cooperation {
		answered.title, answered.none, answered.nothing = text.GapAreasUnanswered, text.GapAreasUnansweredNone, text.NoAreas
	}
	put(answered)
	if levels.Goals {
		put(gap{"delmal", text.GapUnmeasured, text.GapUnmeasuredNone, text.NoGoalsAtAll, g.Goals, goalLines(t, g.Unmeasured)})
	}
	switch {
	case !t.Facts.Kept(false) && len(t.Facts.KnownPlans()) > 0:
		blocks = append(blocks, verdict(t, text.NothingToJudge, block.Info, t.Say(text.PlansElsewhere)))
	case !t.Facts.Kept(false):
		blocks = append(blocks, verdict(t, text.NothingToJudge, block.Info, t.Say(text.NoInitiativesAtAll)))
	default:
		if !t.Options.Today.IsZero() {
			blocks = append(blocks, lateBlocks(t, g)...)
		}
		put(gap{"datum", text.GapUnscheduled, text.GapUnscheduledNone, text.NothingGoesOn, g.GoingOn, page.InitiativeLines(t, g.Unscheduled)})
	}
	if g.Indicators > 0 {
		var indicators []block.Line
		for _, i := range g.WithoutData {
			indicators = append(indicators, block.Linked(t.Text(i.Title, "title"), t.To(address.Indicator(i.ID.V))))
		}
		put(gap{"varden", text.GapNoData, text.GapNoDataNone, text.NoIndicators, g.Indicators, indicators})
	} else {
		blocks = append(blocks, verdict(t, text.Missing, block.Warn, t.Say(text.NoIndicators)))
	}
	if !levels.Cooperation || !levels.Priorities && len(t.Facts.PlansIn(false)) > 0 {
		return blocks
	}
	untouched := gap{"ovriga", text.GapUntouched, text.GapUntouchedNone, text.NoCooperation, g.Cooperations, cooperationLines(t, g.Untouched)}
	if t.Facts.Current() == nil {
		untouched.of, untouched.nothing = 0, text.NoPlanInForce
	}
	put(untouched)
	return blocks
}

// lateBlocks tell what is late today.
func lateBlocks(t *view.Language, g facts.Gaps) []block.Block {
	var dues []block.Line
	for _, d := range g.OverdueDues {
		dues = append(dues, block.Line{t.InitiativeSpan(d.Initiative), block.Run(", "), block.Span{Text: t.Date(d.Date.V)}})
	}
	overdue := gapBlock(t, gap{"forsenade", text.GapOverdue, text.GapOverdueNone, text.NoInitiativesAtAll, g.Initiatives, dues})
	if undated, dated := dated(t); dated == 0 && undated > 0 {
		overdue = verdict(t, text.CannotTell, block.Warn, counted(t, text.GapOverdueUnknown, undated))
	}
	past := gap{"tid", text.GapPast, text.GapPastNone, text.NoInitiativesAtAll, g.Initiatives, page.InitiativeLines(t, g.PastTheirEnd)}
	if g.Ended == 0 {
		past.none = text.NothingEnded
	}
	return []block.Block{overdue, gapBlock(t, past)}
}

func gapBlock(t *view.Language, x gap) block.Block {
	switch {
	case x.of == 0:
		return verdict(t, text.NothingToJudge, block.Info, t.Say(x.nothing))
	case len(x.list) == 0:
		return verdict(t, text.NoneMissing, block.Good, t.Say(x.none))
	}
	said := t.Say(x.title)
	said.S += " (" + strconv.Itoa(len(x.list)) + ")"
	const most = 200
	inside := []block.Block{block.List{Items: x.list[:min(len(x.list), most)]}}
	if len(x.list) > most {
		inside = append(inside, block.Para{Tone: block.Quiet, Line: block.Words(t.Sayf(text.AndMore, strconv.Itoa(len(x.list)-most)))})
	}
	return block.Fold{ID: gapID(x.id), Title: said, Blocks: inside}
}

// verdict is a mark with what it means.
func verdict(t *view.Language, mark text.Label, tone block.Tone, said block.Text) block.Block {
	return block.Para{Line: block.Line{block.Mark(t.Say(mark), tone), block.Run(" "), {Text: said}}}
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
	waiting, _ := view.Apart(list, func(i *model.Initiative) bool { _, waits := part.Awaited(t, i); return waits })
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
			Title: t.Sayf(text.ReviewOf, r.ID.V), Ref: t.To(address.Review(r.ID.V)),
			Marks: block.Line{block.Mark(t.Value("conclusion", r.Conclusion), block.Info)}, Lines: []block.Line{block.Words(t.Date(r.Date.V))},
		})
	}
	if len(cards.Items) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(text.NoReviews))}}
	}
	return []block.Block{cards}
}
