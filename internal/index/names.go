package index

import (
	"strings"

	"samsyn/internal/model"
)

// Name is what a thing is called: in full, and where there is little room. Of sub-goals
// and cooperation areas it is their wording.
type Name struct{ Full, Short string }

// Name gives the name of what an identifier of a kind names, empty where there is none.
// Parties, bodies and places have one scope, and so either kind finds all; so have areas,
// sub-goals and cooperation areas.
func (x *Index) Name(kind, id string) Name { return x.names()[scoped{model.ScopeOf(kind), id}] }

func (x *Index) listNames() map[scoped]Name {
	names := map[scoped]Name{}
	for _, kind := range namedKinds {
		x.named(kind, func(id, name, short model.Text) {
			if !short.Given() {
				short = name
			}
			names[scoped{model.ScopeOf(kind), id.V}] = Name{name.V, short.V}
		})
	}
	return names
}

// Called finds what of a kind is called just so, without regard to capitals, and gives
// its identifier, "" where there is none.
func (x *Index) Called(kind, name string) string {
	return x.called()[kind][strings.ToLower(strings.TrimSpace(name))]
}

func (x *Index) listCalled() map[string]map[string]string {
	called := map[string]map[string]string{}
	for _, kind := range append([]string{"municipality"}, namedKinds...) {
		ids := map[string]string{}
		x.named(kind, func(id, name, short model.Text) {
			for _, n := range []model.Text{name, short} {
				key := strings.ToLower(n.V)
				if !n.Given() {
					continue
				}
				if other, taken := ids[key]; taken && other != id.V {
					ids[key] = "" // two are called so
				} else {
					ids[key] = id.V
				}
			}
		})
		called[kind] = ids
	}
	return called
}

var namedKinds = []string{"party", "body", "area", "sub-goal", "cooperation-area", "indicator", "plan", "initiative", "strategy", "resource", "event", "target-group", "place", "results", "reporting"}

// named gives the things of a kind with their names; short where it has one.
func (x *Index) named(kind string, give func(id, name, short model.Text)) {
	c, none := x.Content, model.Text{}
	switch kind {
	case "party", "municipality":
		if c.Parties != nil {
			for _, p := range c.Parties.Parties {
				if kind == "party" || p.Kind.V == kind {
					give(p.ID, p.Name, p.ShortName)
				}
			}
		}
	case "body":
		for _, b := range x.Bodies() {
			give(b.ID, b.Name, b.ShortName)
		}
	case "area":
		for _, a := range c.Areas {
			give(a.ID, a.Title, none)
		}
	case "sub-goal":
		for _, a := range c.Areas {
			for _, g := range a.SubGoals {
				give(g.ID, g.Text, none)
			}
		}
	case "cooperation-area":
		for _, a := range c.Areas {
			for _, ca := range a.CooperationAreas {
				give(ca.ID, ca.Text, none)
			}
		}
	default:
		x.namedFiles(kind, func(id, name model.Text) { give(id, name, none) })
	}
}

func (x *Index) namedFiles(kind string, give func(id, name model.Text)) {
	switch kind {
	case "indicator":
		for _, i := range x.Content.Indicators {
			give(i.ID, i.Title)
		}
	case "plan":
		for _, p := range x.Content.Plans {
			give(p.ID, p.Title)
		}
	case "initiative":
		x.namedInitiatives(give)
	case "resource":
		for _, r := range x.Content.Resources {
			give(r.ID, r.Title)
		}
	case "place":
		for _, p := range x.places {
			give(p.ID, p.Name)
		}
	case "results":
		for _, r := range x.Content.Results {
			give(r.ID, r.Title)
		}
	case "reporting":
		for _, r := range x.reporting {
			give(r.ID, r.Title)
		}
	case "strategy":
		for _, s := range x.strategies {
			give(s.ID, s.Title)
		}
	case "event":
		for _, e := range x.events {
			give(e.ID, e.Title)
		}
	case "target-group":
		for _, g := range x.targetGroups {
			give(g.ID, g.Name)
		}
	}
}

func (x *Index) namedInitiatives(give func(id, name model.Text)) {
	for _, p := range x.Content.Plans {
		for _, i := range p.Initiatives {
			give(model.Text{V: i.FullID()}, i.Title)
		}
	}
}
