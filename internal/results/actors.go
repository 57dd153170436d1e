package results

import (
	"samsyn/internal/facts"
	"samsyn/internal/model"
)

// Actor is what a party or body answered for in the time, and what it has told of it.
type Actor struct {
	ID    string
	Owned []*Initiative // it leads them
	// Reporting counts the reports that it was to give, of its own initiatives and
	// others'.
	Reporting Reporting
	Owes      []Owed
	// Unscheduled are the initiatives that it was to report on without any day for it.
	Unscheduled []*Initiative
}

// Owed is a report that has not come though its day had passed.
type Owed struct {
	Initiative *Initiative
	Date       model.When
}

// actors are the parties and bodies that lead an initiative or were to report on one,
// and all other parties, of which there is nothing to tell.
func (r *Report) actors() {
	at := map[string]int{}
	var list []Actor
	put := func(id string) {
		if _, has := at[id]; !has {
			at[id] = len(list)
			list = append(list, Actor{ID: id})
		}
	}
	if c := r.facts.Content.Parties; c != nil {
		for _, p := range c.Parties {
			if !r.gone(p.Withdrawn) {
				put(p.ID.V)
			}
		}
	}
	for _, b := range r.facts.Bodies() {
		put(b.ID.V)
	}
	for _, i := range r.Initiatives {
		if n, has := at[i.Owner.ID.V]; has && i.Owner.ID.Given() {
			list[n].Owned = append(list[n].Owned, i)
		}
		if n, has := at[facts.Reporter(i.Initiative).V]; has {
			list[n].answer(i)
		}
	}
	for _, a := range list {
		if a.Busy() || r.facts.Party(a.ID) != nil {
			r.Actors = append(r.Actors, a)
		}
	}
}

// Busy tells whether there is anything to tell of an actor.
func (a *Actor) Busy() bool {
	return len(a.Owned) > 0 || a.Reporting.Due > 0 || len(a.Unscheduled) > 0
}

// answer takes down what an actor was to report on an initiative.
func (a *Actor) answer(i *Initiative) {
	a.Reporting.add(i.Dues)
	for _, d := range i.Dues {
		if d.State == facts.Overdue {
			a.Owes = append(a.Owes, Owed{i, d.Date})
		}
	}
	if len(i.FollowUp.Due) == 0 {
		a.Unscheduled = append(a.Unscheduled, i)
	}
}
