// Package outcome says what a results report says: on its page, in its PDF and, in
// short, where the site tells how it goes. What was worked out goes in with a view in one
// language; blocks come out.
package outcome

import (
	"samsyn/internal/model"
	"samsyn/internal/results"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// The chapters that a page shows in a way of its own: the summary, whose first block is
// what the page begins with, and the values, which most pass by.
const (
	SummaryID = "sammanfattning"
	ValuesID  = "varden"
)

// Chapter is a part of a report under a heading of its own.
type Chapter struct {
	ID     string
	Title  block.Text
	Blocks []block.Block
	Apart  bool // it begins a page, unless much of one would be left
}

// teller tells of one report in one language.
type teller struct {
	*view.Language
	r *results.Report
	// shown are the indicators whose chart stands already.
	shown map[string]bool
}

// Chapters are what a report says, in its order, without its cover and introduction.
// Levels that the county does not use are left out.
func Chapters(t *view.Language, r *results.Report) []Chapter {
	w := &teller{t, r, map[string]bool{}}
	list := []Chapter{{ID: SummaryID, Title: t.Say(inShort), Blocks: w.summary(), Apart: true}}
	if intro := t.Prose(r.Path, r.Body, 2); len(intro) > 0 {
		list = append(list, Chapter{ID: "i-stort", Title: t.Say(introduction), Blocks: intro})
	}
	for n, a := range r.Areas {
		list = append(list, Chapter{ID: "omrade-" + a.ID.V, Title: t.Sayf(resultIn, t.AreaTitle(a.Area).S), Blocks: w.area(a), Apart: n == 0})
	}
	for _, c := range []Chapter{
		{ID: "andra-indikatorer", Title: t.Say(otherTitle), Blocks: w.others()},
		{ID: "matt", Title: t.Say(measuresTitle), Blocks: w.measures(), Apart: true},
		{ID: "parter", Title: t.Say(actorsTitle), Blocks: w.actors()},
		{ID: "lokala-planer", Title: t.Say(localTitle), Blocks: w.local()},
		{ID: "finansiering", Title: t.Say(fundingTitle), Blocks: w.funding()},
		{ID: "sammanhang", Title: t.Say(contextTitle), Blocks: w.context()},
		{ID: "exempel", Title: t.Say(learntTitle), Blocks: w.learnt()},
		{ID: "beslut", Title: t.Say(decidedTitle), Blocks: w.decided()},
		{ID: "nasta-ar", Title: t.Say(nextTitle), Blocks: w.next()},
		{ID: "metod", Title: t.Say(methodTitle), Blocks: w.method()},
		{ID: "luckor", Title: t.Say(gapsTitle), Blocks: w.gaps()},
		{ID: ValuesID, Title: t.Say(valuesTitle), Blocks: w.values()},
	} {
		if len(c.Blocks) > 0 {
			list = append(list, c)
		}
	}
	return list
}

// Facts are what stands on a report's cover: its time, who reports to whom, of which day
// it tells and what has not been reported.
func Facts(t *view.Language, r *results.Report) block.Facts {
	var f block.Facts
	f.Add(t.Say(about), block.Words(t.Period(r.Period)))
	f.Add(t.Say(madeBy), t.Ref(r.By))
	f.Add(t.Say(madeFor), t.ActorLine(r.Adopted.Body))
	asOf := block.Words(t.Date(r.AsOf))
	if r.AsOf.IsZero() {
		asOf = block.Words(t.Say(noAsOf))
	}
	f.Add(t.Say(text.Told), asOf)
	f.Add(t.Say(text.Status), block.Words(t.Value("results-status", r.Status)))
	f.Add(t.Say(text.Decided), part.Adoption(t, r.Adopted))
	f.Add(t.Say(text.CaseNumber), block.Words(block.Text{S: r.Adopted.CaseNumber.V}))
	f.Add(t.Say(text.Minutes), view.Outside(block.Text{}, r.Adopted.Minutes))
	f.Add(t.Say(notTold), untold(t, r)...)
	return f
}

// untold says in short what has not been reported; where there is nothing to report on,
// that is what it says.
func untold(t *view.Language, r *results.Report) []block.Line {
	var lines []block.Line
	unreported := 0
	for _, i := range r.Initiatives {
		if i.Assessment == results.NotReported {
			unreported++
		}
	}
	switch {
	case len(r.Counted()) == 0:
		lines = append(lines, block.Words(t.Say(noPlansTold)))
	case len(r.Initiatives) == 0:
		lines = append(lines, block.Words(t.Say(noneToTell)))
	case unreported > 0:
		lines = append(lines, block.Words(t.Sayf(text.HowManyOf, t.Number(unreported), t.Count(len(r.Initiatives), text.OneInitiative, text.ManyInitiatives).S)))
	}
	if n := r.Moves[results.Unknown]; n > 0 {
		lines = append(lines, block.Words(t.Sayf(courseOf, t.Number(n), t.Count(len(r.Indicators), text.OneIndicator, text.ManyIndicators).S)))
	}
	return lines
}

// Mark is what one must know of a report's standing before reading.
func Mark(t *view.Language, r *model.Results) block.Text {
	switch {
	case r.Withdrawn.Given():
		return t.Say(text.Withdrawn)
	case !r.Published():
		return t.Value("results-status", r.Status)
	}
	return block.Text{}
}

// NotDecided says that a report may change.
func NotDecided(t *view.Language) block.Text { return t.Say(notDecided) }

// Lead says in three sentences what came of the work.
func Lead(t *view.Language, r *results.Report) block.Line {
	sentences := []block.Span{{Text: howItWent(t, r)}}
	if len(r.Initiatives) > 0 {
		sentences = append(sentences, block.Span{Text: howReported(t, r)})
	}
	sentences = append(sentences, block.Span{Text: howMoved(t, r)})
	return block.Joined(sentences, " ")
}

func howItWent(t *view.Language, r *results.Report) block.Text {
	if len(r.Counted()) == 0 {
		return t.Say(noPlansTold)
	}
	if len(r.Initiatives) == 0 {
		return t.Say(noneToTell)
	}
	n := map[string]int{}
	for _, a := range r.Assessments {
		n[a.Value] = a.Count
	}
	if unjudged := n[results.NotAssessed] + n[results.NotReported]; unjudged == len(r.Initiatives) {
		return t.Sayf(noneJudged, t.Count(unjudged, text.OneInitiative, text.ManyInitiatives).S)
	}
	return ofThem(t, t.Count(len(r.Initiatives), text.OneInitiative, text.ManyInitiatives), []share{
		{wentWell, n["on_track"] + n["completed"]}, {wentBadly, n["at_risk"] + n["off_track"]}, {notJudged, n[results.NotAssessed] + n[results.NotReported]},
	})
}

func howReported(t *view.Language, r *results.Report) block.Text {
	if r.Reporting.Due == 0 {
		return t.Say(nothingDue)
	}
	return t.Sayf(received, t.Number(r.Reporting.Received), t.Count(r.Reporting.Due, text.OneReport, text.ManyReports).S)
}

func howMoved(t *view.Language, r *results.Report) block.Text {
	switch {
	case len(r.Indicators)+len(r.Context) == 0:
		return t.Say(text.NoIndicators)
	case len(r.Indicators) == 0:
		return t.Say(noGoals)
	}
	return ofThem(t, t.Count(len(r.Indicators), text.OneIndicator, text.ManyIndicators), []share{
		{wentRight, r.Moves[results.RightWay]}, {wentWrong, r.Moves[results.WrongWay]}, {stoodStill, r.Moves[results.Unmoved]}, {cannotSay, r.Moves[results.Unknown]},
	})
}

// share says of how many something is so.
type share struct {
	said text.Label
	n    int
}

// ofThem says of a number of things what is so of how many, those of none left out.
func ofThem(t *view.Language, all block.Text, shares []share) block.Text {
	var said []string
	for _, s := range shares {
		if s.n > 0 {
			said = append(said, t.Sayf(s.said, t.Number(s.n)).S)
		}
	}
	return t.Sayf(ofWhich, all.S, text.List(said, t.Lang))
}

// AssessmentText says what an assessment is called, or that there is none.
func AssessmentText(t *view.Language, a string) block.Text {
	switch a {
	case results.NotAssessed:
		return t.Say(notAssessed)
	case results.NotReported:
		return t.Say(notReported)
	}
	return t.Say(text.ValueOf("assessment", a))
}

// MoveText says which way an indicator went.
func MoveText(t *view.Language, m results.Move) block.Text {
	switch m {
	case results.RightWay:
		return t.Say(movedRight)
	case results.WrongWay:
		return t.Say(movedWrong)
	case results.Unmoved:
		return t.Say(movedNot)
	}
	return t.Say(movedUnknown)
}

// Told works out a report for a view.
func Told(t *view.Language, r *model.Results) *results.Report {
	return results.Of(t.Facts, r)
}

// Newest is the report that tells of the latest time, of those that are shown; nil where
// there is none.
func Newest(t *view.Language) *model.Results {
	var newest *model.Results
	for _, r := range Shown(t) {
		if r.Withdrawn.Given() {
			continue
		}
		if newest == nil || ends(newest).Before(ends(r)) || ends(newest) == ends(r) && newest.Period.From.V.Before(r.Period.From.V) {
			newest = r
		}
	}
	return newest
}

func ends(r *model.Results) model.Date {
	if r.Period.To.Given() {
		return r.Period.To.V.Last()
	}
	return r.Period.From.V.Last()
}

// Shown are the reports that have a page.
func Shown(t *view.Language) []*model.Results {
	var list []*model.Results
	for _, r := range t.Content.Results {
		if r.Published() || t.Options.Drafts {
			list = append(list, r)
		}
	}
	return list
}
