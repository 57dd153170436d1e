package view

import (
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// What is over says so at the top of its page, so that nobody takes it for what
// applies now. What has been withdrawn has a notice of its own.

// over tells whether the agreement applies no longer.
func (t *tongue) over() bool {
	a := t.Content.Agreement
	return a != nil && !t.proposed() && (a.Status.V == "superseded" || !t.Options.Today.IsZero() && a.Period.Ended(t.Options.Today))
}

// proposed tells whether the agreement has yet to be adopted.
func (t *tongue) proposed() bool {
	a := t.Content.Agreement
	return a != nil && (a.Status.V == "draft" || a.Status.V == "signing")
}

// ended says that the agreement's time is over, where it is.
func (t *tongue) ended() []Block {
	a := t.Content.Agreement
	switch {
	case !t.over():
		return nil
	case a.Status.V == "superseded":
		return old(Off, t.say(text.AgreementReplaced), words(t.say(text.AgreementReplacedLong)))
	}
	return old(Warn, t.say(text.AgreementEnded), words(t.sayf(text.AgreementEndedLong, t.date(a.Period.To.V).S)))
}

// endedHere says on a page about a part of the agreement that the whole is over.
func (t *tongue) endedHere() []Block {
	a := t.Content.Agreement
	switch {
	case !t.over():
		return nil
	case a.Status.V == "superseded":
		return old(Off, t.say(text.AgreementReplaced), nil)
	}
	return old(Warn, t.say(text.AgreementEnded), words(t.sayf(text.WasValidFor, t.period(a.Period).S)))
}

// oldArea says of a part of an area that the area has been withdrawn.
func (t *tongue) oldArea(a *model.Area) []Block {
	if !a.Withdrawn.Given() {
		return t.endedHere()
	}
	return old(Off, t.say(text.AreaWithdrawn), linked(t.sayf(text.SeeThing, t.areaTitle(a).S), t.to(areaPath(a.ID.V))))
}

// oldPlan says that a plan's time is over and which one came instead.
func (t *tongue) oldPlan(p *model.Plan) []Block {
	if !t.planOver(p) {
		return nil
	}
	was := words(t.sayf(text.PlanWasValidFor, t.period(p.Time()).S))
	if p.Scope.V == "local" {
		return old(Warn, t.say(text.PlanEnded), was)
	}
	if now := t.replacing(p); now != nil {
		return old(Off, t.say(text.OlderPlan), append(append(was, plain(" ")), linked(t.sayf(text.SeeThing, t.planTitle(now).S), t.to(planPath(now.ID.V)))...))
	}
	return old(Warn, t.say(text.PlanEnded), append(was, plain(" "), Span{Text: t.say(text.NoLaterPlan)}))
}

// planOver tells whether a plan's time has run out.
func (t *tongue) planOver(p *model.Plan) bool {
	return p.Status.V == "closed" || !t.Options.Today.IsZero() && p.Time().Ended(t.Options.Today)
}

// replacing is the plan that applies after an older one, nil where none does.
func (t *tongue) replacing(p *model.Plan) *model.Plan {
	now := t.Facts.Current()
	if now == nil || now == p || p.Scope.V == "local" || !p.Time().From.V.Before(now.Time().From.V) {
		return nil
	}
	return now
}

// oldInitiative says that an initiative is over with its plan, or that its time is
// over though nobody has said how it ended.
func (t *tongue) oldInitiative(i *model.Initiative) []Block {
	switch p := i.Plan; {
	case i.Withdrawn.Given():
		return nil
	case p.Withdrawn.Given():
		return old(Off, t.say(text.PlanWithdrawn), linked(t.sayf(text.SeeThing, t.planTitle(p).S), t.to(planPath(p.ID.V))))
	case t.Facts.Stale(i):
		return old(Warn, t.say(text.TimeIsOut), words(t.say(text.TimeIsOutLong)))
	case i.Open() || !t.planOver(p):
		return nil
	default:
		line := words(t.sayf(text.StoodInOlder, t.planTitle(p).S))
		for _, next := range t.Facts.ContinuedBy(i.FullID()) {
			line = append(line, plain(" "), Span{Text: t.say(text.ContinuedBy)}, plain(": "), t.initiativeSpan(next),
				plain(" ("), Span{Text: t.planTitle(next.Plan)}, plain(")."))
		}
		return old(Off, t.say(text.OlderInitiative), line)
	}
}

func old(tone Tone, title Text, line Line) []Block {
	return []Block{Notice{Tone: tone, Title: title, Blocks: para(line)}}
}
