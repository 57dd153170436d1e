package check

import (
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// priorities holds a plan's priorities and initiatives against each other.
func (k *checker) priorities() {
	for _, p := range k.Plans {
		if p.Withdrawn.Given() {
			continue
		}
		served, certain := k.served(p)
		first := map[string]bool{}
		for _, pr := range p.Priorities {
			first[pr.CooperationArea.V] = true
			if k.isCooperationArea(pr.CooperationArea) && !served[pr.CooperationArea.V] && certain && !k.withdrawnArea(pr.CooperationArea.V) {
				k.about(pr.CooperationArea.V, "priority-without-initiative", pr.CooperationArea.At, diag.Say(
					"Samverkansområdet %s är prioriterat men planen har ingen insats för det. Lägg till en insats, eller ta bort prioriteringen.",
					"The cooperation area %s is a priority, but the plan has no initiative for it. Add one, or remove the priority.", pr.CooperationArea.V))
			}
		}
		if p.Status.V == "adopted" && len(first) > 0 && k.certainPriorities(p) {
			k.outsidePriorities(p, first)
		}
	}
}

// served lists the cooperation areas that a plan's initiatives serve. It is not
// certain where an initiative could not be read.
func (k *checker) served(p *model.Plan) (areas map[string]bool, certain bool) {
	areas, certain = map[string]bool{}, true
	for _, i := range p.Initiatives {
		if i.Withdrawn.Given() {
			continue
		}
		areas[i.CooperationArea.V] = true
		for _, r := range i.Related {
			areas[r.V] = true
		}
		if !k.isCooperationArea(i.CooperationArea) || k.refused(i.At, "related_cooperation_areas") {
			certain = false
		}
	}
	return areas, certain
}

// certainPriorities tells whether all of a plan's priorities could be taken.
func (k *checker) certainPriorities(p *model.Plan) bool {
	for _, pr := range p.Priorities {
		if !k.isCooperationArea(pr.CooperationArea) {
			return false
		}
	}
	return !k.refused(p.At, "priorities")
}

// isCooperationArea tells whether a reference leads to one; that it does not is
// told elsewhere.
func (k *checker) isCooperationArea(r model.Ref) bool {
	return r.Given() && k.index.Has("cooperation-area", r.V)
}

func (k *checker) outsidePriorities(p *model.Plan, first map[string]bool) {
	for _, i := range p.Initiatives {
		if k.isCooperationArea(i.CooperationArea) && !first[i.CooperationArea.V] && !i.Withdrawn.Given() {
			k.about(i.FullID(), "initiative-outside-priorities", i.CooperationArea.At, diag.Say(
				"Samverkansområdet %s hör inte till planens prioriteringar. Kontrollera att det är rätt, eller lägg till prioriteringen i plan.yaml.",
				"The cooperation area %s is no priority of the plan. Check that it is right, or add the priority to plan.yaml.", i.CooperationArea.V))
		}
	}
}

func (k *checker) withdrawnArea(id string) bool {
	c, known := k.index.Cooperation(id)
	return known && c.Withdrawn()
}

// responsibility looks for somebody who answers for each cooperation area.
func (k *checker) responsibility() {
	if k.Organisation == nil || k.Unread["body"] {
		return
	}
	for _, a := range k.Areas {
		if a.Withdrawn.Given() {
			continue
		}
		if k.refused(a.At, "responsible") {
			continue
		}
		if len(a.CooperationAreas) == 0 && !k.Unread["cooperation-area"] {
			k.answeredFor(a.ID.V, a.Title.At, a.Responsible)
		}
		for _, ca := range a.CooperationAreas {
			if ca.Withdrawn.Given() || k.refused(ca.At, "responsible") {
				continue
			}
			responsible := ca.Responsible
			if len(responsible) == 0 {
				responsible = a.Responsible
			}
			k.answeredFor(ca.ID.V, ca.ID.At, responsible)
		}
	}
}

func (k *checker) answeredFor(id string, at diag.Place, responsible []model.Ref) {
	if at.IsZero() {
		return
	}
	var idle []string
	for _, r := range responsible {
		b := k.index.Body(r.V)
		if b == nil || k.active(b) {
			return // it stands, or its absence is told elsewhere
		}
		idle = append(idle, b.Short())
	}
	if len(idle) == 0 {
		k.about(id, "no-responsible", at, diag.Say(
			"Ingen svarar för %s. Ange en grupp under responsible.", "Nobody answers for %s. Name a body under responsible.", id))
		return
	}
	k.about(id, "no-responsible", at, diag.Say(
		"För %s svarar bara %s, som inte finns. Ange med acting vilken grupp som svarar tills vidare.",
		"Only %[2]s answers for %[1]s, and does not exist. Say with acting which body answers meanwhile.", id, strings.Join(idle, ", ")))
}

// active tells whether a body does its work, or another does it meanwhile.
func (k *checker) active(b *model.Body) bool {
	if b.Stands() && !b.Withdrawn.Given() {
		return true
	}
	acting := k.index.Body(b.Acting.V)
	return b.Acting.Given() && (acting == nil || acting.Stands() && !acting.Withdrawn.Given())
}

func (k *checker) ownersWithoutMembers() {
	k.initiatives(func(_ *model.Plan, i *model.Initiative) {
		b := k.index.Body(i.Owner.V)
		if i.Owner.Given() && b != nil && len(b.Members) == 0 && !b.Withdrawn.Given() && !k.refused(b.At, "members") {
			k.about(i.FullID(), "owner-without-members", i.Owner.At, diag.Say(
				"Gruppen %s är ansvarig men har inga ledamöter. Lägg till members i organisation.yaml.",
				"The body %s is the owner but has no members. Add members in organisation.yaml.", b.Short()))
		}
	})
}

// members looks for entries of a body's members that name nobody.
func (k *checker) members() {
	for _, b := range k.index.Bodies() {
		for _, m := range b.Members {
			if !m.At.IsZero() && !m.Party.Given() && !m.Name.Given() && !k.refused(m.At, "party", "name") {
				k.report("missing-field", m.At, diag.Say(
					"Ledamoten har varken part eller namn. Lägg till party eller name.",
					"The member has neither a party nor a name. Add party or name."))
			}
		}
	}
}
