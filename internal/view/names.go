package view

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view/block"
)

// Publisher is the name of who publishes the site.
func (t *Language) Publisher() block.Text {
	if p := t.PublisherParty(); p != nil {
		return t.PartyName(p, false)
	}
	return block.Text{S: t.Config.Publisher.V}
}

// Own is text of the content that is never translated.
func (t *Language) Own(s string) block.Text {
	if s == "" || t.Lang == t.Main {
		return block.Text{S: s}
	}
	return block.Text{S: s, Lang: t.Main}
}

// InOrder puts a list in the order of its titles, as the alphabet of the language has them.
func InOrder[T any](t *Language, list []T, title func(T) string) {
	order := collate.New(language.Make(t.Lang))
	slices.SortStableFunc(list, func(a, b T) int {
		return cmp.Or(order.CompareString(title(a), title(b)), cmp.Compare(title(a), title(b)))
	})
}

// Apart parts a list into those of which something is so and the others, each in their order.
func Apart[T any](list []T, so func(T) bool) (those, others []T) {
	for _, one := range list {
		if so(one) {
			those = append(those, one)
		} else {
			others = append(others, one)
		}
	}
	return those, others
}

// Named is how many of a list are named: all where the rest would be one alone, whose
// name takes the room that "and 1 more" would.
func Named(all, most int) int {
	if all == most+1 {
		return all
	}
	return min(all, most)
}

// First are the first of some lines, and how many more there are, with where they all are.
func (t *Language) First(lines []block.Line, most int, all block.Ref) []block.Line {
	shown := Named(len(lines), most)
	if shown == len(lines) {
		return lines
	}
	return append(lines[:shown:shown], block.Linked(t.Sayf(text.AndMore, t.Number(len(lines)-shown)), all))
}

// JoinWords puts commas between words, the empty ones left out.
func JoinWords(words ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" }), ", ")
}

// AreaSpans are the titles of areas, leading to their pages.
func (t *Language) AreaSpans(refs []model.Ref) []block.Span {
	var spans []block.Span
	for _, r := range refs {
		if a := t.Facts.Area(r.V); a != nil {
			spans = append(spans, block.Span{Text: t.AreaTitle(a), Ref: t.To(address.Area(r.V))})
		}
	}
	return spans
}

// CooperationSpan is a cooperation area's number and text, leading to its page.
func (t *Language) CooperationSpan(id string) block.Span {
	c, ok := t.Facts.Cooperation(id)
	if !ok {
		return block.Run(id)
	}
	return block.Span{Text: t.CooperationText(c), Ref: t.To(address.Area(c.ID()))}
}

// SiteName is what the site calls itself on every page: its own name, or else the short
// one of the agreement. A name in the language of the page goes before one that is not.
func (t *Language) SiteName() block.Text {
	names := []block.Text{t.Text(t.Config.Title, "title"), t.Text(t.Agreement.ShortTitle, "short_title"), t.SiteTitle()}
	names = slices.DeleteFunc(names, func(n block.Text) bool { return n.S == "" })
	for _, n := range names {
		if n.Lang == "" {
			return n
		}
	}
	return names[0]
}

// SiteTitle is what the start page is about: the agreement's title.
func (t *Language) SiteTitle() block.Text {
	if t.Agreement.Title.Given() {
		return t.Text(t.Agreement.Title, "title")
	}
	if t.Content.Config != nil {
		return t.Text(t.Config.Title, "title")
	}
	return t.Say(text.TheAgreement)
}

// ActorName is what a party or body is called, and where it is told of.
func (t *Language) ActorName(id string, short bool) block.Span {
	if p := t.Facts.Party(id); p != nil {
		return block.Span{Text: t.PartyName(p, short), Ref: t.To(address.Party(id))}
	}
	if b := t.Facts.Body(id); b != nil {
		return block.Span{Text: t.BodyName(b, short), Ref: t.To(address.Body(id))}
	}
	return block.Run(id)
}

// PartyName is what a party is called, in short where asked for.
func (t *Language) PartyName(p *model.Party, short bool) block.Text {
	if short && p.ShortName.Given() {
		return t.Text(p.ShortName, "parties/"+p.ID.V+"/short_name")
	}
	return t.Text(p.Name, "parties/"+p.ID.V+"/name")
}

// BodyName is what a body is called, in short where asked for.
func (t *Language) BodyName(b *model.Body, short bool) block.Text {
	if short && b.ShortName.Given() {
		return t.Text(b.ShortName, "bodies/"+b.ID.V+"/short_name")
	}
	return t.Text(b.Name, "bodies/"+b.ID.V+"/name")
}

// Ref is a line with the actor of a reference, nil where there is none.
func (t *Language) Ref(r model.Ref) block.Line {
	if !r.Given() {
		return nil
	}
	return block.Line{t.ActorName(r.V, false)}
}

// ActorLine is a line with an actor, nil where there is none.
func (t *Language) ActorLine(a model.Actor) block.Line {
	if !a.Given() {
		return nil
	}
	return block.Line{t.Actor(a, false)}
}

// Actor is somebody who may stand outside the agreement.
func (t *Language) Actor(a model.Actor, short bool) block.Span {
	if a.ID.Given() {
		return t.ActorName(a.ID.V, short)
	}
	return block.Span{Text: t.Own(a.Name.V)}
}

// Actors are several of them.
func (t *Language) Actors(list []model.Actor, short bool) []block.Span {
	var spans []block.Span
	for _, a := range list {
		if a.Given() {
			spans = append(spans, t.Actor(a, short))
		}
	}
	return spans
}

// Refs are the actors of references.
func (t *Language) Refs(list []model.Ref, short bool) []block.Span {
	var spans []block.Span
	for _, r := range list {
		spans = append(spans, t.ActorName(r.V, short))
	}
	return spans
}

func (t *Language) AreaTitle(a *model.Area) block.Text { return t.Text(a.Title, "title") }

// GoalText is a sub-goal, word for word.
func (t *Language) GoalText(g facts.Goal) block.Text {
	return t.Text(g.Text, "sub_goals/"+g.ID.V+"/text")
}

// GoalName is a sub-goal's title, or where it has none, the whole of it.
func (t *Language) GoalName(g facts.Goal) block.Text {
	if g.SubGoal.Title.Given() {
		return t.Text(g.SubGoal.Title, "sub_goals/"+g.ID.V+"/title")
	}
	return t.GoalText(g)
}

// CooperationText is a cooperation area, word for word, or its area's title where that
// has none.
func (t *Language) CooperationText(c facts.Cooperation) block.Text {
	if c.CooperationArea == nil {
		return t.AreaTitle(c.Area)
	}
	return t.Text(c.CooperationArea.Text, "cooperation_areas/"+c.CooperationArea.ID.V+"/text")
}

func (t *Language) InitiativeTitle(i *model.Initiative) block.Text { return t.Text(i.Title, "title") }

// PlanTitle is a plan's title, or its identifier.
func (t *Language) PlanTitle(p *model.Plan) block.Text {
	if !p.Title.Given() {
		return block.Text{S: p.ID.V}
	}
	return t.Text(p.Title, "title")
}

// Results is the results report of an identifier, nil where there is none or it is not
// shown.
func (v *View) Results(id string) *model.Results {
	for _, r := range v.Content.Results {
		if r.ID.V == id && (r.Published() || v.Options.Drafts) {
			return r
		}
	}
	return nil
}

// InitiativeSpan is an initiative's title, leading to its page.
func (t *Language) InitiativeSpan(i *model.Initiative) block.Span {
	return block.Span{Text: t.InitiativeTitle(i), Ref: t.To(address.Initiative(i))}
}

// Areas are the areas that still apply, in the agreement's order.
func (v *View) Areas() []*model.Area {
	return slices.DeleteFunc(slices.Clone(v.Content.Areas), func(a *model.Area) bool { return a.Withdrawn.Given() })
}

// Parties are the parties that still are such.
func (v *View) Parties() []*model.Party {
	now, _ := v.EveryParty()
	return now
}

// EveryParty is the parties that still are such, and those that were.
func (v *View) EveryParty() (now, former []*model.Party) {
	for i := range v.Content.Parties.All() {
		if p := &v.Content.Parties.Parties[i]; p.Withdrawn.Given() {
			former = append(former, p)
		} else {
			now = append(now, p)
		}
	}
	return now, former
}

// Goals are an area's sub-goals that still apply.
func (v *View) Goals(a *model.Area) []facts.Goal {
	var list []facts.Goal
	for i := range a.SubGoals {
		if g := &a.SubGoals[i]; !g.Withdrawn.Given() {
			list = append(list, facts.Goal{Area: a, SubGoal: g})
		}
	}
	return list
}

// Cooperations are an area's cooperation areas that still apply; where the area itself serves
// as one, it has none.
func (v *View) Cooperations(a *model.Area) []facts.Cooperation {
	return slices.DeleteFunc(facts.CooperationsOf(a), func(c facts.Cooperation) bool { return c.CooperationArea == nil || c.Withdrawn().Given() })
}

// AreasTitle names the levels that the county uses.
func (v *View) AreasTitle() text.Label {
	switch l := v.Facts.Levels(); {
	case l.Goals && l.Cooperation:
		return text.AreasInFull
	case l.Goals:
		return text.AreasAndGoals
	case l.Cooperation:
		return text.AreasAndCooperation
	}
	return text.Areas
}

// Below is what initiatives belong to: cooperation areas, or where the county has none,
// areas.
func (v *View) Below() text.Label {
	if v.Facts.Levels().Cooperation {
		return text.CooperationArea
	}
	return text.Area
}
