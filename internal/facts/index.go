// Package facts says what follows from the content and a date: who answers for
// what, what serves what, what is overdue, how far something has come. It is
// pure: the date is a parameter, and without one nothing that depends on today
// is said.
package facts

import (
	"cmp"
	"slices"

	"samsyn/internal/model"
)

// Index finds things by their identifiers and by what refers to them. It is
// made once for a content and only read afterwards.
type Index struct {
	Content *model.Content
	Today   model.Date // zero: not known

	areas        map[string]*model.Area
	subGoals     map[string]Goal
	cooperation  map[string]Cooperation
	parties      map[string]*model.Party
	bodies       map[string]*model.Body
	indicators   map[string]*model.Indicator
	plans        map[string]*model.Plan
	initiatives  map[string]*model.Initiative
	events       map[string]*model.Event
	resources    map[string]*model.Resource
	strategies   map[string]*model.Strategy
	targetGroups map[string]*model.TargetGroup

	serving     map[string][]*model.Initiative // by cooperation area
	related     map[string][]*model.Initiative
	reaching    map[string][]*model.Initiative // by sub-goal
	owned       map[string][]*model.Initiative // by actor
	shared      map[string][]*model.Initiative
	joined      map[string][]*model.Initiative
	followed    map[string][]*model.Initiative // by who answers for the follow-up
	inPlace     map[string][]*model.Initiative
	continuedBy map[string][]*model.Initiative
	measuring   map[string][]*model.Initiative // by indicator
	priority    map[string][]*model.Plan       // by cooperation area
	goalsOf     map[string][]Goal              // by indicator
	answers     map[string][]Cooperation       // by body
	seats       map[string][]Seat              // by party
}

// Goal is a sub-goal with its area.
type Goal struct {
	Area *model.Area
	*model.SubGoal
}

// Cooperation is a cooperation area with its area. Where an area has none of
// its own it serves as one, and CooperationArea is nil.
type Cooperation struct {
	Area *model.Area
	*model.CooperationArea
}

// ID is the identifier by which the cooperation area is referred to.
func (c Cooperation) ID() string {
	if c.CooperationArea != nil {
		return c.CooperationArea.ID.V
	}
	return c.Area.ID.V
}

// Text says what the parties do together; an area that serves has its title.
func (c Cooperation) Text() string {
	if c.CooperationArea != nil {
		return c.CooperationArea.Text.V
	}
	return c.Area.Title.V
}

// Withdrawn tells whether it has gone out of use, by itself or with its area.
func (c Cooperation) Withdrawn() bool {
	return c.Area.Withdrawn.Given() || c.CooperationArea != nil && c.CooperationArea.Withdrawn.Given()
}

// New makes the index. Plans that are not in force count only with drafts.
func New(c *model.Content, today model.Date, drafts bool) *Index {
	count := 0
	for _, p := range c.Plans {
		count += len(p.Initiatives)
	}
	x := &Index{
		Content: c, Today: today,
		areas: map[string]*model.Area{}, subGoals: map[string]Goal{}, cooperation: map[string]Cooperation{},
		parties: map[string]*model.Party{}, bodies: map[string]*model.Body{},
		indicators: map[string]*model.Indicator{}, plans: map[string]*model.Plan{},
		initiatives: make(map[string]*model.Initiative, count), events: map[string]*model.Event{},
		resources: map[string]*model.Resource{}, strategies: map[string]*model.Strategy{},
		targetGroups: map[string]*model.TargetGroup{},
		serving:      map[string][]*model.Initiative{}, related: map[string][]*model.Initiative{},
		reaching: map[string][]*model.Initiative{}, owned: map[string][]*model.Initiative{},
		shared: map[string][]*model.Initiative{}, joined: map[string][]*model.Initiative{},
		followed: map[string][]*model.Initiative{}, inPlace: map[string][]*model.Initiative{},
		continuedBy: map[string][]*model.Initiative{}, measuring: map[string][]*model.Initiative{},
		priority: map[string][]*model.Plan{}, goalsOf: map[string][]Goal{},
		answers: map[string][]Cooperation{}, seats: map[string][]Seat{},
	}
	x.agreement(c)
	x.organisation()
	for _, p := range x.PlansIn(drafts) {
		x.plan(p)
	}
	return x
}

func (x *Index) agreement(c *model.Content) {
	for _, a := range c.Areas {
		x.areas[a.ID.V] = a
		for i := range a.SubGoals {
			g := Goal{a, &a.SubGoals[i]}
			x.subGoals[g.ID.V] = g
			for _, ind := range g.Indicators {
				x.goalsOf[ind.V] = append(x.goalsOf[ind.V], g)
			}
		}
		for _, co := range CooperationsOf(a) {
			x.cooperation[co.ID()] = co
		}
	}
	for i := range partiesOf(c) {
		p := &c.Parties.Parties[i]
		x.parties[p.ID.V] = p
	}
	for i := range bodiesOf(c) {
		b := &c.Organisation.Bodies[i]
		x.bodies[b.ID.V] = b
	}
	for _, i := range c.Indicators {
		x.indicators[i.ID.V] = i
	}
	for _, r := range c.Resources {
		x.resources[r.ID.V] = r
	}
	if c.Calendar != nil {
		for i := range c.Calendar.Events {
			x.events[c.Calendar.Events[i].ID.V] = &c.Calendar.Events[i]
		}
	}
	if c.Strategies != nil {
		for i := range c.Strategies.Strategies {
			x.strategies[c.Strategies.Strategies[i].ID.V] = &c.Strategies.Strategies[i]
		}
	}
	if c.Agreement != nil {
		for i := range c.Agreement.TargetGroups {
			x.targetGroups[c.Agreement.TargetGroups[i].ID.V] = &c.Agreement.TargetGroups[i]
		}
	}
}

func partiesOf(c *model.Content) []model.Party {
	if c.Parties == nil {
		return nil
	}
	return c.Parties.Parties
}

func bodiesOf(c *model.Content) []model.Body {
	if c.Organisation == nil {
		return nil
	}
	return c.Organisation.Bodies
}

func (x *Index) plan(p *model.Plan) {
	x.plans[p.ID.V] = p
	for _, pr := range p.Priorities {
		push(x.priority, pr.CooperationArea.V, p)
	}
	for _, i := range p.Initiatives {
		x.initiatives[i.FullID()] = i
		push(x.serving, i.CooperationArea.V, i)
		push(x.owned, i.Owner.V, i)
		for _, r := range i.Related {
			push(x.related, r.V, i)
		}
		for _, g := range i.SubGoals {
			push(x.reaching, g.V, i)
		}
		for _, a := range i.CoOwners {
			push(x.shared, a.ID.V, i)
		}
		for _, a := range i.Partners {
			push(x.joined, a.ID.V, i)
		}
		push(x.followed, i.FollowUp.Responsible.V, i)
		for _, pl := range i.Places {
			push(x.inPlace, pl.V, i)
		}
		if i.Continues.Given() {
			push(x.continuedBy, i.Continues.V, i)
		}
		for _, m := range i.FollowUp.Measures {
			if m.Indicator.Given() {
				push(x.measuring, m.Indicator.V, i)
			}
		}
	}
}

// push adds a thing once: one initiative may name a thing twice.
func push[T comparable](m map[string][]T, key string, thing T) {
	if key == "" {
		return
	}
	if have := m[key]; len(have) == 0 || have[len(have)-1] != thing {
		m[key] = append(have, thing)
	}
}

// CooperationsOf lists an area's cooperation areas, or the area itself where it
// has none.
func CooperationsOf(a *model.Area) []Cooperation {
	if len(a.CooperationAreas) == 0 {
		return []Cooperation{{Area: a}}
	}
	list := make([]Cooperation, len(a.CooperationAreas))
	for i := range a.CooperationAreas {
		list[i] = Cooperation{a, &a.CooperationAreas[i]}
	}
	return list
}

// PlansIn lists the plans: regional ones first with the newest year first, then
// local ones by identifier. Without drafts only those in force.
func (x *Index) PlansIn(drafts bool) []*model.Plan {
	var list []*model.Plan
	for _, p := range x.Content.Plans {
		if drafts || p.Published() {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, func(a, b *model.Plan) int {
		return cmp.Or(
			cmp.Compare(localLast(a), localLast(b)),
			-cmp.Compare(year(a), year(b)),
			cmp.Compare(a.ID.V, b.ID.V))
	})
	return list
}

func localLast(p *model.Plan) int {
	if p.Scope.V == "local" {
		return 1
	}
	return 0
}

func year(p *model.Plan) int {
	if p.Scope.V == "local" {
		return 0
	}
	return p.Time().From.V.Year
}

// What an identifier names; ok is false, or the result nil, where it names nothing.
func (x *Index) Area(id string) *model.Area               { return x.areas[id] }
func (x *Index) Indicator(id string) *model.Indicator     { return x.indicators[id] }
func (x *Index) Party(id string) *model.Party             { return x.parties[id] }
func (x *Index) Body(id string) *model.Body               { return x.bodies[id] }
func (x *Index) Plan(id string) *model.Plan               { return x.plans[id] }
func (x *Index) Initiative(id string) *model.Initiative   { return x.initiatives[id] }
func (x *Index) Event(id string) *model.Event             { return x.events[id] }
func (x *Index) Resource(id string) *model.Resource       { return x.resources[id] }
func (x *Index) Strategy(id string) *model.Strategy       { return x.strategies[id] }
func (x *Index) TargetGroup(id string) *model.TargetGroup { return x.targetGroups[id] }

// SubGoal is the sub-goal of an identifier.
func (x *Index) SubGoal(id string) (Goal, bool) { g, ok := x.subGoals[id]; return g, ok }

// Cooperation is the cooperation area of an identifier, or the area that serves
// as one.
func (x *Index) Cooperation(id string) (Cooperation, bool) { c, ok := x.cooperation[id]; return c, ok }

// Initiatives by what they refer to, in the order of their plans.
func (x *Index) Serving(cooperation string) []*model.Initiative       { return x.serving[cooperation] }
func (x *Index) RelatedTo(cooperation string) []*model.Initiative     { return x.related[cooperation] }
func (x *Index) Reaching(subGoal string) []*model.Initiative          { return x.reaching[subGoal] }
func (x *Index) OwnedBy(actor string) []*model.Initiative             { return x.owned[actor] }
func (x *Index) SharedBy(actor string) []*model.Initiative            { return x.shared[actor] }
func (x *Index) JoinedBy(actor string) []*model.Initiative            { return x.joined[actor] }
func (x *Index) FollowedBy(actor string) []*model.Initiative          { return x.followed[actor] }
func (x *Index) InPlace(municipality string) []*model.Initiative      { return x.inPlace[municipality] }
func (x *Index) ContinuedBy(initiative string) []*model.Initiative    { return x.continuedBy[initiative] }
func (x *Index) MeasuredAgainst(indicator string) []*model.Initiative { return x.measuring[indicator] }

// PrioritisedIn lists the plans that put a cooperation area first.
func (x *Index) PrioritisedIn(cooperation string) []*model.Plan { return x.priority[cooperation] }

// GoalsOf lists the sub-goals that an indicator measures.
func (x *Index) GoalsOf(indicator string) []Goal { return x.goalsOf[indicator] }
