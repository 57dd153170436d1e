package page

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// Ended says that the agreement's time is over, where it is.
func Ended(t *view.Language) []block.Block {
	a := t.Content.Agreement
	switch {
	case !t.Over():
		return nil
	case a.Status.V == "superseded":
		return old(block.Off, t.Say(text.AgreementReplaced), block.Words(t.Say(text.AgreementReplacedLong)))
	}
	return old(block.Warn, t.Say(text.AgreementEnded), block.Words(t.Sayf(text.AgreementEndedLong, t.Date(a.Period.To.V).S)))
}

// EndedHere says on a page about a part of the agreement that the whole is over.
func EndedHere(t *view.Language) []block.Block {
	a := t.Content.Agreement
	switch {
	case !t.Over():
		return nil
	case a.Status.V == "superseded":
		return old(block.Off, t.Say(text.AgreementReplaced), nil)
	}
	return old(block.Warn, t.Say(text.AgreementEnded), block.Words(t.Sayf(text.WasValidFor, t.Period(a.Period).S)))
}

// OldArea says of a part of an area that the area has been withdrawn.
func OldArea(t *view.Language, a *model.Area) []block.Block {
	if !a.Withdrawn.Given() {
		return EndedHere(t)
	}
	return old(block.Off, t.Say(text.AreaWithdrawn), block.Linked(t.Sayf(text.SeeThing, t.AreaTitle(a).S), t.To(address.Area(a.ID.V))))
}

// OldPlan says that a plan's time is over and which one came instead.
func OldPlan(t *view.Language, p *model.Plan) []block.Block {
	if !PlanOver(t, p) {
		return nil
	}
	was := block.Words(t.Sayf(text.PlanWasValidFor, t.Period(p.Time()).S))
	if p.Scope.V == "local" {
		return old(block.Warn, t.Say(text.PlanEnded), was)
	}
	if now := replacing(t, p); now != nil {
		return old(block.Off, t.Say(text.OlderPlan), append(append(was, block.Run(" ")), block.Linked(t.Sayf(text.SeeThing, t.PlanTitle(now).S), t.To(address.Plan(now.ID.V)))...))
	}
	return old(block.Warn, t.Say(text.PlanEnded), append(was, block.Run(" "), block.Span{Text: t.Say(text.NoLaterPlan)}))
}

// PlanOver tells whether a plan's time has run out.
func PlanOver(t *view.Language, p *model.Plan) bool {
	return p.Status.V == "closed" || !t.Options.Today.IsZero() && p.Time().Ended(t.Options.Today)
}

// replacing is the plan that applies after an older one, nil where none does.
func replacing(t *view.Language, p *model.Plan) *model.Plan {
	now := t.Facts.Current()
	if now == nil || now == p || p.Scope.V == "local" || !p.Time().From.V.Before(now.Time().From.V) {
		return nil
	}
	return now
}

// Withdraw says at the top of a page that its thing has gone out of use, where it has:
// why, and what of the same kind came instead. at is where its fields stand in its file.
func Withdraw(t *view.Language, p *Page, w model.Withdrawn, kind, at string) bool {
	if w.Given() {
		p.Marks = block.Line{block.Mark(t.Say(text.Withdrawn), block.Off)}
		p.Add(part.WithdrawnNotice(t, w, kind, at))
	}
	return w.Given()
}

// GoesOn tells whether an initiative is planned or going on: what is said to be, but
// whose time is over, is not. One that gives no end of its own has its plan's.
func GoesOn(t *view.Language, i *model.Initiative) bool {
	return i.Open() && !i.Withdrawn.Given() && !t.Facts.Stale(i) && !i.Plan.Withdrawn.Given() && (i.Period.To.Given() || !PlanOver(t, i.Plan))
}

// OldInitiative says that an initiative is over with its plan, or that its time is
// over though nobody has said how it ended.
func OldInitiative(t *view.Language, i *model.Initiative) []block.Block {
	switch p := i.Plan; {
	case i.Withdrawn.Given():
		return nil
	case p.Withdrawn.Given():
		return old(block.Off, t.Say(text.PlanWithdrawn), block.Linked(t.Sayf(text.SeeThing, t.PlanTitle(p).S), t.To(address.Plan(p.ID.V))))
	case t.Facts.Stale(i):
		still := text.StillOngoing
		if i.Status.V == "planned" {
			still = text.StillPlanned
		}
		return old(block.Warn, t.Say(text.TimeIsOut), block.Words(t.Sayf(still, t.Date(i.Period.To.V).S)))
	case i.Open() && PlanOver(t, p) && !i.Period.To.Given():
		return OldPlan(t, p)
	case i.Open() || !PlanOver(t, p):
		return nil
	default:
		line := block.Words(t.Sayf(text.StoodInOlder, t.PlanTitle(p).S))
		for _, next := range t.Facts.ContinuedBy(i.FullID()) {
			line = append(line, block.Run(" "), block.Span{Text: t.Say(text.ContinuedBy)}, block.Run(": "), t.InitiativeSpan(next),
				block.Run(" ("), block.Span{Text: t.PlanTitle(next.Plan)}, block.Run(")."))
		}
		return old(block.Off, t.Say(text.OlderInitiative), line)
	}
}

func old(tone block.Tone, title block.Text, line block.Line) []block.Block {
	return []block.Block{block.Notice{Tone: tone, Title: title, Blocks: block.Paragraph(line)}}
}

// RenderingHere is that line for the top of a page, with a link to the whole of it.
func RenderingHere(t *view.Language, on string) []block.Block {
	line := t.Rendering()
	if line == nil {
		return nil
	}
	more := t.At("agreement", part.AboutTheText)
	if on == "agreement" {
		more = block.Ref{Fragment: part.AboutTheText}
	}
	return []block.Block{block.Para{Tone: block.Quiet, Line: append(line, block.Run(" "), block.Span{Text: t.Say(text.AboutThisText), Ref: more})}}
}
