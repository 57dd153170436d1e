package facts

import (
	"cmp"
	"slices"

	"samsyn/internal/model"
)

// State is how it stands with something that is to be reported, as the JSON of status
// names it.
type State string

// The states.
const (
	Late     State = "overdue"  // the day has passed without a report
	Near     State = "due"      // the day comes within the days asked for
	Upcoming State = "upcoming" // the day is further off, or none is set
	Told     State = "reported" // a report answers it
)

// Wanting tells whether something is asked of the actor now.
func (s State) Wanting() bool { return s == Late || s == Near }

// Standing is how it stands on a day with all that is to be reported, by the actor who
// is to report.
type Standing struct {
	Actors                   []Reports // parties and bodies in the order of their files
	Overdue, Due             int       // reports on initiatives, each date one
	AtRisk                   int       // initiatives at risk or off track
	NotAssessed              int       // initiatives that have begun and that no report assesses
	DutiesOverdue, DutiesDue int
}

// Reports is an actor and what it is to report.
type Reports struct {
	ID      string
	Contact model.Contact
	Through string // whose contact it is, by identifier, where the actor has none of its own
	Items   []Item // by date
	Duties  []Recurring
}

// Item is one date on which an initiative is to be reported.
type Item struct {
	Initiative *model.Initiative
	Due        model.When // absent where the initiative has no date
	State      State
	Latest     *model.Report // the newest report, nil where there is none
}

// Assessment is what the newest report says, "" where nobody has assessed.
func (i Item) Assessment() string {
	if i.Latest == nil {
		return ""
	}
	return i.Latest.Assessment.V
}

// Wants tells whether something is asked of the actor now.
func (r Reports) Wants() bool {
	return slices.ContainsFunc(r.Items, func(i Item) bool { return i.State.Wanting() }) || slices.ContainsFunc(r.Duties, func(d Recurring) bool { return d.State.Wanting() })
}

// goesOn tells whether an initiative is still worked on: a plan that is closed has been
// told of to the end.
func goesOn(i *model.Initiative) bool { return i.Open() && i.Plan.Status.V == "adopted" }

// Deviates tells whether the newest report says that an initiative that goes on is at
// risk or off track.
func Deviates(i *model.Initiative) bool {
	latest := Latest(i)
	return goesOn(i) && latest != nil && (latest.Assessment.V == "at_risk" || latest.Assessment.V == "off_track")
}

// Unassessed tells whether an initiative goes on, has begun, and has no assessment in its
// newest report, or no report.
func (x *Index) Unassessed(i *model.Initiative) bool {
	latest := Latest(i)
	begun := i.Status.V == "ongoing" || i.Status.V == "planned" && i.Period.From.Given() && !x.Today.Before(i.Period.From.V)
	return goesOn(i) && begun && (latest == nil || !latest.Assessment.Given())
}

// ReportedBy lists the initiatives that an actor is to report on or whose follow-up it
// answers for, each once, in the order of their plans.
func (x *Index) ReportedBy(actor string) []*model.Initiative {
	list := x.referring("party", actor, "follow_up.reported_by")
	for _, i := range x.FollowedBy(actor) {
		if !slices.Contains(list, i) {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(a, b *model.Initiative) int {
		return cmp.Or(cmp.Compare(x.order[a.Plan], x.order[b.Plan]), cmp.Compare(a.Path, b.Path))
	})
	return list
}

// Standing finds how it stands on the index's day, with what falls due within days. It
// counts what the follow-up page counts: the plans in force, without what is withdrawn.
func (x *Index) Standing(days int) Standing {
	var s Standing
	by := map[string]*Reports{}
	at := func(id string) *Reports {
		if by[id] == nil {
			by[id] = &Reports{ID: id}
		}
		return by[id]
	}
	for _, p := range x.PlansIn(false) {
		if p.Withdrawn.Given() {
			continue
		}
		for _, i := range p.Initiatives {
			if who := Reporter(i).V; who != "" && !i.Withdrawn.Given() {
				s.count(x, i)
				if items := x.items(i, days); items != nil {
					r := at(who)
					r.Items = append(r.Items, items...)
				}
			}
		}
	}
	for _, d := range x.recurring(days) {
		r := at(d.Actor)
		r.Duties = append(r.Duties, d)
	}
	for _, id := range x.inOrder(by) {
		r := by[id]
		slices.SortStableFunc(r.Items, func(a, b Item) int { return a.Due.V.Compare(b.Due.V) })
		r.Contact, r.Through = x.contactOf(id)
		s.Actors = append(s.Actors, *r)
		s.sum(r)
	}
	return s
}

func (s *Standing) count(x *Index, i *model.Initiative) {
	if Deviates(i) {
		s.AtRisk++
	}
	if x.Unassessed(i) {
		s.NotAssessed++
	}
}

func (s *Standing) sum(r *Reports) {
	for _, i := range r.Items {
		switch i.State {
		case Late:
			s.Overdue++
		case Near:
			s.Due++
		}
	}
	for _, d := range r.Duties {
		switch d.State {
		case Late:
			s.DutiesOverdue++
		case Near:
			s.DutiesDue++
		}
	}
}

// Only is the part of a standing that is about one actor.
func (s Standing) Only(x *Index, actor string) Standing {
	var own Standing
	for n := range s.Actors {
		r := &s.Actors[n]
		if r.ID != actor {
			continue
		}
		own.Actors = []Reports{*r}
		own.sum(r)
		counted := map[*model.Initiative]bool{}
		for _, item := range r.Items {
			if !counted[item.Initiative] {
				counted[item.Initiative] = true
				own.count(x, item.Initiative)
			}
		}
	}
	return own
}

// items are an initiative's dates, as long as it goes on or somebody waits for a report.
func (x *Index) items(i *model.Initiative, days int) []Item {
	latest := Latest(i)
	var items []Item
	waiting := i.Open()
	for _, d := range x.DuesOf(i) {
		item := Item{Initiative: i, Due: d.Date, Latest: latest}
		switch d.State {
		case Lapsed:
			continue
		case Met:
			item.State = Told
		case Overdue:
			item.State, waiting = Late, true
		case Planned:
			item.State, waiting = x.ahead(d.Date.V, days), true
		}
		items = append(items, item)
	}
	if !waiting {
		return nil
	}
	if items == nil {
		item := Item{Initiative: i, State: Upcoming, Latest: latest}
		if latest != nil {
			item.State = Told
		}
		items = append(items, item)
	}
	return items
}

// ahead is the state of a day that has not passed.
func (x *Index) ahead(day model.Date, days int) State {
	if x.Today.AddDays(days).Before(day) {
		return Upcoming
	}
	return Near
}

// inOrder lists the actors in the order of their files, those that are in none last.
func (x *Index) inOrder(by map[string]*Reports) []string {
	var ids []string
	take := func(id string) {
		if by[id] != nil && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, p := range x.Content.Parties.All() {
		take(p.ID.V)
	}
	for _, b := range x.Bodies() {
		take(b.ID.V)
	}
	var others []string
	for id := range by {
		if x.Party(id) == nil && x.Body(id) == nil {
			others = append(others, id)
		}
	}
	slices.Sort(others)
	return append(ids, others...)
}

// contactOf is how an actor is reached. A body without a contact is reached through
// the body that acts for it, or the party that convenes it.
func (x *Index) contactOf(id string) (c model.Contact, through string) {
	if p := x.Party(id); p != nil {
		return p.Contact, ""
	}
	b := x.Body(id)
	if b == nil || b.Contact.Given() {
		if b != nil {
			c = b.Contact
		}
		return c, ""
	}
	for _, other := range []string{b.Acting.V, b.Convener.V} {
		if acting := x.Body(other); acting != nil && acting.Contact.Given() {
			return acting.Contact, other
		}
		if p := x.Party(other); p != nil && p.Contact.Given() {
			return p.Contact, other
		}
	}
	return c, ""
}
