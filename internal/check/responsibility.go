package check

import (
	"strings"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// organisation are the rules about who answers for what.
var organisation = []pass.Rule{
	pass.Warns("no-responsible", responsibility),
	pass.Warns("owner-without-members", ownersWithoutMembers),
	pass.Finds(diag.MissingField, members),
}

// responsibility looks for somebody who answers for each cooperation area.
func responsibility(k pass.Pass) {
	if k.Organisation == nil || k.Unread["body"] {
		return
	}
	for _, a := range k.Areas {
		if a.Withdrawn.Given() || k.Untaken(a.At, "responsible") {
			continue
		}
		if len(a.CooperationAreas) == 0 && !k.Unread["cooperation-area"] {
			answeredFor(k, a.ID.V, a.Title.V, a.Title.At, a.Responsible)
		}
		for _, ca := range a.CooperationAreas {
			if ca.Withdrawn.Given() || k.Untaken(ca.At, "responsible") {
				continue
			}
			responsible := ca.Responsible
			if len(responsible) == 0 {
				responsible = a.Responsible
			}
			answeredFor(k, ca.ID.V, ca.ID.V, ca.ID.At, responsible)
		}
	}
}

// answeredFor tells where nobody answers for what is called by name.
func answeredFor(k pass.Pass, id, name string, at diag.Place, responsible []model.Ref) {
	if at.IsZero() {
		return
	}
	var idle []string
	for _, r := range responsible {
		b := k.Index.Body(r.V)
		if b == nil || active(k, b) {
			return // it stands, or its absence is told elsewhere
		}
		idle = append(idle, b.Short())
	}
	if len(idle) == 0 {
		k.About(id, at, diag.Say(
			"Ingen svarar för %s. Ange en part eller grupp under responsible.", "Nobody answers for %s. Name a party or body under responsible.", name))
		return
	}
	k.About(id, at, diag.Say(
		"För %s svarar bara %s, som inte har bildats än eller har upplösts. Lägg till acting för gruppen i organisation.yaml: beteckningen på den som svarar tills vidare.",
		"Only %[2]s answers for %[1]s, which has not been formed yet or is dissolved. Add acting to it in organisation.yaml: the identifier of the body that answers meanwhile.", name, strings.Join(idle, ", ")))
}

// active tells whether a body does its work, or another does it meanwhile.
func active(k pass.Pass, b *model.Body) bool {
	if b.Stands() && !b.Withdrawn.Given() || k.Untaken(b.At, "acting") {
		return true
	}
	acting := k.Index.Body(b.Acting.V)
	return b.Acting.Given() && (acting == nil || acting.Stands() && !acting.Withdrawn.Given())
}

func ownersWithoutMembers(k pass.Pass) {
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		b := k.Index.Body(i.Owner.ID.V)
		if i.Owner.ID.Given() && b != nil && len(b.Members) == 0 && !b.Withdrawn.Given() && !k.Untaken(b.At, "members") {
			k.About(i.FullID(), i.Owner.ID.At, diag.Say(
				"%s är ansvarig men har inga ledamöter. Lägg till members i organisation.yaml.",
				"%s is the owner but has no members. Add members in organisation.yaml.", b.Short()))
		}
	})
}

// members looks for entries of a body's members that name nobody.
func members(k pass.Pass) {
	for _, b := range k.Index.Bodies() {
		for _, m := range b.Members {
			if !m.At.IsZero() && !m.Party.Given() && !m.Name.Given() && !k.Untaken(m.At, "party", "name") {
				k.Report(m.At, diag.Say(
					"Ledamoten har varken part eller namn. Lägg till party eller name.",
					"The member has neither a party nor a name. Add party or name."))
			}
		}
	}
}
