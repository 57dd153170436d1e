package check

import (
	"samsyn/internal/check/pass"
	"samsyn/internal/model"
)

// plans are the rules about what a plan holds.
var plans = []pass.Rule{
	pass.Warns("priority-without-initiative", unservedPriorities),
	pass.Warns("initiative-outside-priorities", outsidePriorities),
}

func unservedPriorities(k pass.Pass) {
	for _, p := range k.Plans {
		if p.Withdrawn.Given() {
			continue
		}
		served, certain := served(k, p)
		for _, pr := range p.Priorities {
			area, known := k.Index.Cooperation(pr.CooperationArea.V)
			if certain && known && !area.Withdrawn().Given() && pr.CooperationArea.Given() && !served[pr.CooperationArea.V] {
				k.About(pr.CooperationArea.V, pr.CooperationArea.At, k.Say(
					"{The_cooperation_area} %s är {cooperation_area:prioriterad|prioriterat} men {the_short_plan} har {initiative:ingen|inget} {initiative} för {cooperation_area:den|det}. Lägg till {initiative:en|ett} {initiative}, eller ta bort prioriteringen.",
					"{The_cooperation_area} %s is a priority, but {the_short_plan} has no {initiative} for it. Add one, or remove the priority.", pr.CooperationArea.V))
			}
		}
	}
}

// served lists the cooperation areas that a plan's initiatives serve. It is not
// certain where an initiative could not be read.
func served(k pass.Pass, p *model.Plan) (areas map[string]bool, certain bool) {
	areas, certain = map[string]bool{}, true
	for _, i := range p.Initiatives {
		if i.Withdrawn.Given() {
			continue
		}
		areas[i.CooperationArea.V] = true
		for _, r := range i.Related {
			areas[r.V] = true
		}
		if !isCooperationArea(k, i.CooperationArea) || k.Untaken(i.At, "related_cooperation_areas") {
			certain = false
		}
	}
	return areas, certain
}

// certainPriorities tells whether all of a plan's priorities could be taken.
func certainPriorities(k pass.Pass, p *model.Plan) bool {
	for _, pr := range p.Priorities {
		if !isCooperationArea(k, pr.CooperationArea) {
			return false
		}
	}
	return !k.Untaken(p.At, "priorities")
}

// isCooperationArea tells whether a reference leads to one; that it does not is
// told elsewhere.
func isCooperationArea(k pass.Pass, r model.Ref) bool {
	return r.Given() && k.Index.Has("cooperation-area", r.V)
}

func outsidePriorities(k pass.Pass) {
	first := map[*model.Plan]map[string]bool{}
	for _, p := range k.Plans {
		if p.Status.V == "adopted" && len(p.Priorities) > 0 && certainPriorities(k, p) {
			first[p] = map[string]bool{}
			for _, pr := range p.Priorities {
				first[p][pr.CooperationArea.V] = true
			}
		}
	}
	k.Initiatives(func(p *model.Plan, i *model.Initiative) {
		if first[p] != nil && isCooperationArea(k, i.CooperationArea) && !first[p][i.CooperationArea.V] {
			k.About(i.FullID(), i.CooperationArea.At, k.Say(
				"{The_cooperation_area} %s hör inte till {the_short_plan's} prioriteringar. Kontrollera att det är rätt, eller lägg till prioriteringen i plan.yaml.",
				"{The_cooperation_area} %s is no priority of {the_short_plan}. Check that it is right, or add the priority to plan.yaml.", i.CooperationArea.V))
		}
	})
}
