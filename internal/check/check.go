// Package check holds the content against itself: the rules between things. Each
// rule is a small function of the table below; none of them reads a file.
package check

import (
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Options is what a check depends on beside the content.
type Options struct {
	// Today is the day that deadlines are held against.
	Today model.Date
	// Base is the content that a change is made against; nil where there is none.
	Base *model.Content
	// Signed gives the content of the commit that was signed, nil where it cannot
	// be had.
	Signed func(commit string) *model.Content
	// Exists tells whether a path in the repository is a file.
	Exists func(path string) bool
	// IsFile is Exists for files alone.
	IsFile func(path string) bool
}

// rules is every rule between things, in no particular order: findings are
// sorted afterwards.
var rules = []func(*checker){
	(*checker).unknownReferences,
	(*checker).duplicateIDs,
	(*checker).circularReferences,
	(*checker).reversedPeriods,
	(*checker).plansInTime,
	(*checker).initiativesInTime,
	(*checker).staleStatus,
	(*checker).overdueFollowUp,
	(*checker).unscheduledFollowUp,
	(*checker).priorities,
	(*checker).responsibility,
	(*checker).ownersWithoutMembers,
	(*checker).reviews,
	(*checker).expiry,
	(*checker).minutes,
	(*checker).signatures,
	(*checker).signedContent,
	(*checker).wording,
	(*checker).indicators,
	(*checker).subGoals,
	(*checker).smallCounts,
	(*checker).statement,
	(*checker).members,
	(*checker).vanished,
	(*checker).followUpLost,
	(*checker).acceptances,
	(*checker).paths,
	(*checker).texts,
}

// Check applies every rule to the content and gives what they find, in no particular
// order.
func Check(c *model.Content, opt Options) []diag.Finding {
	k := newChecker(c, opt)
	for _, rule := range rules {
		rule(k)
	}
	return k.found
}

// checker carries what the rules share.
type checker struct {
	*model.Content
	Options
	index index
	names map[string]map[string]string // what named has given
	found []diag.Finding
	// of links that lead nowhere:
	files   *linkable // once they are asked for
	guesses int
}

func newChecker(c *model.Content, opt Options) *checker {
	return &checker{Content: c, Options: opt, index: newIndex(c), names: map[string]map[string]string{}}
}

func (k *checker) report(rule string, at diag.Place, message diag.Text) {
	k.found = append(k.found, diag.New(rule, at, message))
}

// suggest is report with a suggestion, "" for none.
func (k *checker) suggest(rule string, at diag.Place, message diag.Text, suggestion string) {
	f := diag.New(rule, at, message)
	f.Suggestion = suggestion
	k.found = append(k.found, f)
}

// about is report for a warning that the secretariat may accept by identifier.
func (k *checker) about(id, rule string, at diag.Place, message diag.Text) {
	f := diag.New(rule, at, message)
	f.About = id
	k.found = append(k.found, f)
}

// refused tells whether a field of the thing at a place is there but could not be
// taken: what it lacks is told already.
func (k *checker) refused(of diag.Place, fields ...string) bool {
	for _, name := range fields {
		if k.Refused.Has(of, name) {
			return true
		}
	}
	return false
}

// initiatives calls f for every initiative that is not withdrawn, nor its plan.
func (k *checker) initiatives(f func(*model.Plan, *model.Initiative)) {
	for _, p := range k.Plans {
		if p.Withdrawn.Given() {
			continue
		}
		for _, i := range p.Initiatives {
			if !i.Withdrawn.Given() {
				f(p, i)
			}
		}
	}
}

// index finds things by their identifiers.
type index struct {
	ids    map[string]map[string]bool // by kind; measures by their scope
	plans  map[string]*model.Plan     // whose initiatives are in the order of their files
	bodies map[string]*model.Body
	areas  map[string]*model.Area // by the area's own or its cooperation area's identifier
	sorted map[string][]string    // what known has given
}

func newIndex(c *model.Content) index {
	x := index{ids: map[string]map[string]bool{}, plans: map[string]*model.Plan{}, bodies: map[string]*model.Body{}, sorted: map[string][]string{}, areas: map[string]*model.Area{}}
	for _, id := range c.Identifiers {
		if id.Kind == "measure" {
			x.add(id.Scope, id.ID)
		} else {
			x.add(id.Kind, id.ID)
		}
	}
	for _, a := range c.Areas {
		x.areas[a.ID.V] = a
		if len(a.CooperationAreas) == 0 {
			x.add("cooperation-area", a.ID.V)
		}
		for _, ca := range a.CooperationAreas {
			x.areas[ca.ID.V] = a
		}
	}
	for _, p := range c.Plans {
		x.plans[p.ID.V] = p
	}
	if c.Parties != nil {
		for _, p := range c.Parties.Parties {
			if p.Kind.V == "municipality" || !p.Kind.Given() {
				x.add("municipality", p.ID.V)
			}
		}
	}
	if c.Organisation != nil {
		for i := range c.Organisation.Bodies {
			b := &c.Organisation.Bodies[i]
			x.bodies[b.ID.V] = b
		}
	}
	return x
}

// has tells whether there is an identifier of a kind.
func (x index) has(kind, id string) bool { return x.ids[kind][id] }

func (x index) add(kind, id string) {
	if x.ids[kind] == nil {
		x.ids[kind] = map[string]bool{}
	}
	x.ids[kind][id] = true
}

// known lists the identifiers of the kinds, in byte order. Many references may lead
// nowhere: what they could lead to is listed once.
func (x index) known(kinds []string) []string {
	key := strings.Join(kinds, " ")
	if known, listed := x.sorted[key]; listed {
		return known
	}
	var ids []string
	for _, kind := range kinds {
		for id := range x.ids[kind] {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	if kindNames[kinds[0]].SV != "" { // not of one initiative's measures
		x.sorted[key] = ids
	}
	return ids
}
