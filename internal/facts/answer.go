package facts

import (
	"slices"

	"samsyn/internal/model"
)

// Responsible lists the bodies and parties that answer for a cooperation area: its own,
// or else its area's.
func (x *Index) Responsible(c Cooperation) []Answering {
	refs := c.Area.Responsible
	if c.CooperationArea != nil && len(c.CooperationArea.Responsible) > 0 {
		refs = c.CooperationArea.Responsible
	}
	var list []Answering
	for _, r := range refs {
		if b := x.Body(r.V); b != nil {
			list = append(list, Answering{ID: r.V, Body: b})
		} else if x.Party(r.V) != nil {
			list = append(list, Answering{ID: r.V})
		}
	}
	return list
}

// Answering is a body or a party that answers for something.
type Answering struct {
	ID   string
	Body *model.Body // nil for a party
}

// AnswersNow tells whether a body can answer for something now: it stands, or
// another acts for it that does.
func (x *Index) AnswersNow(b *model.Body) bool {
	if b.Stands() {
		return true
	}
	acting := x.Body(b.Acting.V)
	return acting != nil && acting.Stands()
}

// Unanswered tells whether nobody answers for a cooperation area now.
func (x *Index) Unanswered(c Cooperation) bool {
	return !slices.ContainsFunc(x.Responsible(c), func(a Answering) bool { return a.Body == nil || x.AnswersNow(a.Body) })
}

// AnswersFor lists the cooperation areas that a body or party answers for.
func (x *Index) AnswersFor(actor string) []Cooperation { return x.answers[actor] }

// Seat is a place of a party in a body.
type Seat struct {
	Body *model.Body
	*model.Member
}

// SeatsOf lists the bodies that a party sits in.
func (x *Index) SeatsOf(party string) []Seat { return x.seats[party] }

// OwnedThrough lists the initiatives that the bodies that a party sits in answer
// for, each once.
func (x *Index) OwnedThrough(party string) []*model.Initiative {
	var list []*model.Initiative
	seen := map[*model.Body]bool{}
	for _, s := range x.seats[party] {
		if !seen[s.Body] { // a party may have several seats
			seen[s.Body] = true
			list = append(list, x.OwnedBy(s.Body.ID.V)...)
		}
	}
	return list
}

// organisation takes down who answers for what and who sits where.
func (x *Index) organisation() {
	for _, a := range x.Content.Areas {
		for _, c := range CooperationsOf(a) {
			for _, who := range x.Responsible(c) {
				x.answers[who.ID] = append(x.answers[who.ID], c)
			}
		}
	}
	for _, b := range x.Bodies() {
		for j := range b.Members {
			party := b.Members[j].Party.V
			x.seats[party] = append(x.seats[party], Seat{b, &b.Members[j]})
		}
	}
}
