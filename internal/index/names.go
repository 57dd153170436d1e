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
	x.named(func(kind string, id, name, short model.Text) {
		if !short.Given() {
			short = name
		}
		names[scoped{model.ScopeOf(kind), id.V}] = Name{name.V, short.V}
	})
	return names
}

// Called finds what of a kind is called just so, without regard to capitals, and gives
// its identifier, "" where there is none.
func (x *Index) Called(kind, name string) string {
	return x.called()[kind][strings.ToLower(strings.TrimSpace(name))]
}

func (x *Index) listCalled() map[string]map[string]string {
	called := map[string]map[string]string{}
	x.named(func(kind string, id, name, short model.Text) {
		if called[kind] == nil {
			called[kind] = map[string]string{}
		}
		for _, n := range []model.Text{name, short} {
			key := strings.ToLower(n.V)
			if !n.Given() {
				continue
			}
			if other, taken := called[kind][key]; taken && other != id.V {
				called[kind][key] = "" // two are called so
			} else {
				called[kind][key] = id.V
			}
		}
	})
	return called
}

// named gives everything that has a name, with its kind; short where it has a short one.
// Of two things with one identifier in one scope the later one's name counts.
func (x *Index) named(give func(kind string, id, name, short model.Text)) {
	c, none := x.Content, model.Text{}
	for _, p := range c.Parties.All() {
		give("party", p.ID, p.Name, p.ShortName)
		if p.Kind.V == "municipality" {
			give("municipality", p.ID, p.Name, p.ShortName)
		}
	}
	for _, b := range x.Bodies() {
		give("body", b.ID, b.Name, b.ShortName)
	}
	for _, p := range x.places {
		give("place", p.ID, p.Name, none)
	}
	for _, a := range c.Areas {
		give("area", a.ID, a.Title, none)
	}
	for _, a := range c.Areas {
		for _, g := range a.SubGoals {
			give("sub-goal", g.ID, g.Text, none)
		}
	}
	for _, a := range c.Areas {
		for _, ca := range a.CooperationAreas {
			give("cooperation-area", ca.ID, ca.Text, none)
		}
	}
	for _, i := range c.Indicators {
		give("indicator", i.ID, i.Title, none)
	}
	for _, p := range c.Plans {
		give("plan", p.ID, p.Title, none)
		for _, i := range p.Initiatives {
			give("initiative", model.Text{V: i.FullID()}, i.Title, none)
		}
	}
	for _, s := range x.strategies {
		give("strategy", s.ID, s.Title, none)
	}
	for _, r := range c.Resources {
		give("resource", r.ID, r.Title, none)
	}
	for _, e := range x.events {
		give("event", e.ID, e.Title, none)
	}
	for _, g := range x.targetGroups {
		give("target-group", g.ID, g.Name, none)
	}
	for _, r := range c.Results {
		give("results", r.ID, r.Title, none)
	}
	for _, r := range x.reporting {
		give("reporting", r.ID, r.Title, none)
	}
}
