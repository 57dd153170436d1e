package check

import (
	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// reach are the rules about whether references lead where they should.
var reach = []pass.Rule{
	pass.Warns("sub-goal-elsewhere", strayGoals),
	pass.Warns("withdrawn-reference", withdrawnReferences),
	pass.Warns("owner-outside-agreement", outsideOwners),
}

func strayGoals(k pass.Pass) {
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		if k.Untaken(i.At, "related_cooperation_areas") {
			return
		}
		areas := map[*model.Area]bool{}
		for _, r := range append([]model.Ref{i.CooperationArea}, i.Related...) {
			c, known := k.Index.Cooperation(r.V)
			if !known {
				return // that it leads nowhere is told elsewhere
			}
			areas[c.Area] = true
		}
		for _, r := range i.SubGoals {
			if g, known := k.Index.SubGoal(r.V); known && !areas[g.Area] {
				k.About(i.FullID(), r.At, k.Say(
					"{The_sub_goal} %[1]s hör till {the_area} %[2]s, men {the_initiative's} {cooperation_area} gör det inte. Välj {sub_goal:en|ett} {sub_goal} i {the_initiative's} {area}, eller lägg till {cooperation_area:en|ett} {cooperation_area} i %[2]s under related_cooperation_areas.",
					"{The_sub_goal} %[1]s belongs to {the_area} %[2]s, but {the_initiative's} {cooperation_area} does not. Choose {a_sub_goal} of {the_initiative's} {area}, or add {a_cooperation_area} of %[2]s under related_cooperation_areas.",
					r.V, g.Area.ID.V))
			}
		}
	})
}

// withdrawnReferences tells of what open plans refer to though it is withdrawn. What
// has ended keeps its references, and what is continued may well have been withdrawn.
func withdrawnReferences(k pass.Pass) {
	for r := range k.References() {
		w := k.Index.Withdrawn(r.Kinds[0], r.ID)
		if !w.Given() || r.Field == "continues" || r.Field == "withdrawn.replaced_by" {
			continue
		}
		about := ""
		switch i, p := k.Index.InitiativeIn(r.At.File), k.Index.PlanIn(r.At.File); {
		case i != nil && i.Open() && !i.Withdrawn.Given() && i.Plan.Status.V != "closed" && !i.Plan.Withdrawn.Given() && !i.Period.Ended(k.Today):
			about = i.FullID()
		case p != nil && p.Status.V != "closed" && !p.Withdrawn.Given() && !p.Time().Ended(k.Today):
			about = p.ID.V
		default:
			continue
		}
		if w.ReplacedBy.Given() {
			k.About(about, r.At, diag.Say(
				"”%[1]s” har utgått och har ersatts av %[2]s. Hänvisa till det som gäller nu.",
				"“%[1]s” was withdrawn and has been replaced by %[2]s. Refer to what holds now.", r.ID, w.ReplacedBy.V))
			continue
		}
		k.About(about, r.At, diag.Say(
			"”%s” har utgått. Hänvisa till något som gäller nu, eller ta bort hänvisningen.",
			"“%s” was withdrawn. Refer to something that holds now, or remove the reference.", r.ID))
	}
}

func outsideOwners(k pass.Pass) {
	k.Initiatives(func(_ *model.Plan, i *model.Initiative) {
		if i.Owner.Name.Given() {
			k.About(i.FullID(), i.Owner.Name.At, k.Say(
				"”%s” står utanför {the_agreement} och har inte ställt sig bakom {agreement:den|det}. Ange en part eller grupp som ansvarig. Är det avsikten att någon utanför ansvarar: acceptera varningen i samsyn.yaml.",
				"“%s” stands outside {the_agreement} and has not put their name to it. Name a party or body as the owner. If an outsider is meant to own it, accept the warning in samsyn.yaml.", advice.Clip(i.Owner.Name.V)))
		}
	})
}
