// Package index finds things in a content: what an identifier names, what it is called,
// and who refers to it. It takes a loaded content, is made once for it and only read
// afterwards.
package index

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"samsyn/internal/model"
)

// Index finds the things of one content.
type Index struct {
	Content *model.Content

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
	places       map[string]*model.Place
	reporting    map[string]*model.Reporting
	withdrawn    map[scoped]model.Withdrawn // with what has gone out of use

	names    func() map[scoped]Name
	called   func() map[string]map[string]string // identifiers by kind and name
	declared func() map[string][]string          // identifiers by kind, in byte order
	uses     func() map[scoped][]*model.Reference
}

// scoped is an identifier where it is unique.
type scoped struct{ scope, id string }

// Goal is a sub-goal with its area.
type Goal struct {
	Area *model.Area
	*model.SubGoal
}

// Withdrawn says that it has gone out of use, by itself or with its area.
func (g Goal) Withdrawn() model.Withdrawn {
	return cmp.Or(g.SubGoal.Withdrawn, g.Area.Withdrawn)
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

// Withdrawn says that it has gone out of use, by itself or with its area.
func (c Cooperation) Withdrawn() model.Withdrawn {
	if c.CooperationArea == nil {
		return c.Area.Withdrawn
	}
	return cmp.Or(c.CooperationArea.Withdrawn, c.Area.Withdrawn)
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

// New makes the index of a content.
func New(c *model.Content) *Index {
	x := &Index{
		Content:  c,
		areas:    map[string]*model.Area{},
		subGoals: map[string]Goal{}, cooperation: map[string]Cooperation{},
		bodies:     map[string]*model.Body{},
		indicators: map[string]*model.Indicator{}, plans: map[string]*model.Plan{},
		initiatives: map[string]*model.Initiative{}, resources: map[string]*model.Resource{},
		withdrawn: map[scoped]model.Withdrawn{},
	}
	x.names = sync.OnceValue(x.listNames)
	x.called = sync.OnceValue(x.listCalled)
	x.declared = sync.OnceValue(x.listDeclared)
	x.uses = sync.OnceValue(x.listUses)
	x.files()
	x.listed()
	return x
}

// files finds what has a file of its own, and what stands in an area's.
func (x *Index) files() {
	for _, a := range x.Content.Areas {
		put(x, x.areas, "area", a.ID.V, a, a.Withdrawn)
		for i := range a.SubGoals {
			g := Goal{a, &a.SubGoals[i]}
			put(x, x.subGoals, "sub-goal", g.ID.V, g, g.Withdrawn())
		}
		for _, c := range CooperationsOf(a) {
			put(x, x.cooperation, "cooperation-area", c.ID(), c, c.Withdrawn())
		}
	}
	for _, i := range x.Content.Indicators {
		put(x, x.indicators, "indicator", i.ID.V, i, i.Withdrawn)
	}
	for _, r := range x.Content.Resources {
		put(x, x.resources, "resource", r.ID.V, r, r.Withdrawn)
	}
	for _, p := range x.Content.Plans {
		put(x, x.plans, "plan", p.ID.V, p, p.Withdrawn)
		for _, i := range p.Initiatives {
			put(x, x.initiatives, "initiative", i.FullID(), i, i.Withdrawn)
		}
	}
}

// listed finds what stands in the lists of files that hold many things.
func (x *Index) listed() {
	c := x.Content
	if c.Agreement != nil {
		x.targetGroups = byID(x, "target-group", c.Agreement.TargetGroups, func(g *model.TargetGroup) (model.Text, model.Withdrawn) { return g.ID, g.Withdrawn })
		x.reporting = byID(x, "reporting", c.Agreement.Reporting, func(r *model.Reporting) (model.Text, model.Withdrawn) { return r.ID, r.Withdrawn })
	}
	x.parties = byID(x, "party", c.Parties.All(), func(p *model.Party) (model.Text, model.Withdrawn) { return p.ID, p.Withdrawn })
	for _, b := range x.Bodies() {
		put(x, x.bodies, "body", b.ID.V, b, b.Withdrawn)
	}
	x.places = byID(x, "place", c.Places.All(), func(p *model.Place) (model.Text, model.Withdrawn) { return p.ID, p.Withdrawn })
	x.events = byID(x, "event", c.Calendar.All(), func(e *model.Event) (model.Text, model.Withdrawn) { return e.ID, e.Withdrawn })
	x.strategies = byID(x, "strategy", c.Strategies.All(), func(s *model.Strategy) (model.Text, model.Withdrawn) { return s.ID, s.Withdrawn })
}

// byID finds the things of a list by their identifiers.
func byID[T any](x *Index, kind string, list []T, of func(*T) (model.Text, model.Withdrawn)) map[string]*T {
	found := make(map[string]*T, len(list))
	for i := range list {
		id, gone := of(&list[i])
		put(x, found, kind, id.V, &list[i], gone)
	}
	return found
}

// put takes down what an identifier names, and whether that has gone out of use.
func put[T any](x *Index, found map[string]T, kind, id string, thing T, gone model.Withdrawn) {
	if id == "" {
		return // what has no name is not to be found by that
	}
	found[id] = thing
	if gone.Given() {
		x.withdrawn[scoped{model.ScopeOf(kind), id}] = gone
	}
}

// Withdrawn is what is said of something of a kind that has gone out of use, by itself or
// with its area: nobody means it who writes something new.
func (x *Index) Withdrawn(kind, id string) model.Withdrawn {
	return x.withdrawn[scoped{model.ScopeOf(kind), id}]
}

// AnyWithdrawn tells whether an identifier names something that has gone out of use, of
// whatever kind.
func (x *Index) AnyWithdrawn(id string) bool {
	for gone := range x.withdrawn {
		if gone.id == id {
			return true
		}
	}
	return false
}

// Bodies lists the bodies in the order of their file.
func (x *Index) Bodies() []*model.Body {
	bodies := x.Content.Organisation.All()
	list := make([]*model.Body, len(bodies))
	for i := range bodies {
		list[i] = &bodies[i]
	}
	return list
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
func (x *Index) Place(id string) *model.Place             { return x.places[id] }
func (x *Index) Reporting(id string) *model.Reporting     { return x.reporting[id] }

// SubGoal is the sub-goal of an identifier.
func (x *Index) SubGoal(id string) (Goal, bool) { g, ok := x.subGoals[id]; return g, ok }

// Cooperation is the cooperation area of an identifier, or the area that serves
// as one.
func (x *Index) Cooperation(id string) (Cooperation, bool) { c, ok := x.cooperation[id]; return c, ok }

// InitiativeIn is the initiative that a file holds, nil where it holds none.
func (x *Index) InitiativeIn(file string) *model.Initiative {
	return x.initiatives[inPlans(file, ".md")]
}

// PlanIn is the plan whose own file it is, nil for other files.
func (x *Index) PlanIn(file string) *model.Plan { return x.plans[inPlans(file, "/plan.yaml")] }

// inPlans is what stands between the folder of plans and an ending in a file's path, "" in
// another's.
func inPlans(file, ending string) string {
	id, in := strings.CutPrefix(file, "plans/")
	if id, is := strings.CutSuffix(id, ending); in && is {
		return id
	}
	return ""
}

// Uses lists the references to what an identifier of a kind names, in the order of
// their files. What is unique only within a scope of its own, a measure, has that scope
// for its kind.
func (x *Index) Uses(kind, id string) []*model.Reference {
	return x.uses()[scoped{model.ScopeOf(kind), id}]
}

func (x *Index) listUses() map[scoped][]*model.Reference {
	uses := map[scoped][]*model.Reference{}
	for _, file := range x.Content.Referring {
		for i := range file {
			r := &file[i]
			key := scoped{r.Scope, r.ID}
			if key.scope == "" {
				key.scope = model.ScopeOf(r.Kinds[0])
			}
			uses[key] = append(uses[key], r)
		}
	}
	return uses
}

// Has tells whether there is an identifier of a kind. A municipality is a party of that
// kind, and an area without cooperation areas of its own is one; a measure's kind is
// its scope.
func (x *Index) Has(kind, id string) bool {
	_, has := slices.BinarySearch(x.declared()[kind], id)
	return has
}

// Known lists the identifiers of the kinds, in byte order.
func (x *Index) Known(kinds ...string) []string {
	if len(kinds) == 1 {
		return x.declared()[kinds[0]]
	}
	var ids []string
	for _, kind := range kinds {
		ids = append(ids, x.declared()[kind]...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (x *Index) listDeclared() map[string][]string {
	ids := map[string][]string{}
	for _, id := range x.Content.Identifiers {
		kind := id.Kind
		if kind == "measure" {
			kind = id.Scope
		}
		ids[kind] = append(ids[kind], id.ID)
	}
	for _, a := range x.Content.Areas {
		if len(a.CooperationAreas) == 0 {
			ids["cooperation-area"] = append(ids["cooperation-area"], a.ID.V)
		}
	}
	for _, p := range x.Content.Parties.All() {
		if p.Kind.V == "municipality" || !p.Kind.Given() {
			ids["municipality"] = append(ids["municipality"], p.ID.V)
		}
	}
	for kind := range ids {
		slices.Sort(ids[kind])
		ids[kind] = slices.Compact(ids[kind])
	}
	return ids
}
