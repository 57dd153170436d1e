package thing

import (
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// byArea leads to the parts of a plan that is too large for one page.
func byArea(t *view.Language, plan *model.Plan, parts []Part) block.Block {
	cards := block.Cards{Look: "plan"}
	for _, f := range parts {
		if f.Group == "area" {
			cards.Items = append(cards.Items, block.Card{Title: f.Label, Ref: t.To(address.Part(plan.ID.V, f.Group, f.Value)),
				Lines: []block.Line{block.Words(t.Count(len(f.List), text.OneInitiative, text.ManyInitiatives))}})
		}
	}
	return cards
}

// A part is some of a plan's initiatives with a page of its own, so that it
// can be linked to and needs no script.
type Part struct {
	Group string // area, owner, status
	Value string
	Label block.Text
	List  []*model.Initiative
}

// PartsOf parts a plan's initiatives by area, owner and status. A plan with a single
// initiative has no parts, and there are pages of them in its own language alone.
func PartsOf(t *view.Language, plan *model.Plan) []Part {
	if len(plan.Initiatives) < 2 || t.Lang != t.Main {
		return nil
	}
	var list []Part
	at := map[[2]string]int{}
	put := func(group, value string, label block.Text, i *model.Initiative) {
		key := [2]string{group, value}
		n, have := at[key]
		if !have {
			n = len(list)
			at[key] = n
			list = append(list, Part{Group: group, Value: value, Label: label})
		}
		list[n].List = append(list[n].List, i)
	}
	for _, i := range part.InOrder(t, plan.Initiatives) {
		if c, ok := t.Facts.Cooperation(i.CooperationArea.V); ok {
			put("area", c.Area.ID.V, t.AreaTitle(c.Area), i)
		}
	}
	for _, i := range plan.Initiatives {
		if i.Owner.ID.Given() { // an owner outside the agreement has no page that could lead here
			put("owner", i.Owner.ID.V, t.Actor(i.Owner, true).Text, i)
		}
	}
	for _, s := range []string{"planned", "ongoing", "completed", "cancelled"} {
		for _, i := range plan.Initiatives {
			if i.Status.V == s {
				put("status", s, t.Value("status", i.Status), i)
			}
		}
	}
	return list
}

// PartPage has a part of a plan, and leads to the other parts.
func PartPage(t *view.Language, plan *model.Plan, f Part, parts []Part) *page.Page {
	p := planHead(t, plan)
	p.Crumbs = append(p.Crumbs, page.Crumb(t, t.PlanTitle(plan), address.Plan(plan.ID.V)))
	p.Unsearched = true
	p.Marks = nil
	p.Kicker = block.Words(t.PlanTitle(plan))
	p.Title = f.Label
	said := t.Count(len(f.List), text.OneInitiative, text.ManyInitiatives)
	p.Lead = block.Words(t.Sayf(text.HowManyOf, said.S, strconv.Itoa(len(plan.Initiatives))))
	p.Add(filters(t, plan, parts, f.Group, f.Value))
	var list block.Block = block.List{Items: page.InitiativeLines(t, f.List)}
	if len(f.List) <= readable {
		list = part.FourColumns(t, plan, f.List, false)
	}
	p.Under("insatser", t.Say(text.Initiatives), list)
	return p
}

// filters lead to the parts of a plan.
func filters(t *view.Language, plan *model.Plan, parts []Part, group, value string) block.Block {
	titles := map[string]text.Label{"area": text.Area, "owner": text.Responsible, "status": text.Status}
	filters := block.Filters{Label: t.Say(text.ShowPart)}
	all := block.FilterItem{Link: block.Link{Label: t.Say(text.AllInitiatives), Ref: t.To(address.Plan(plan.ID.V))}, Count: len(plan.Initiatives), Current: group == ""}
	filters.Groups = append(filters.Groups, block.FilterGroup{Items: []block.FilterItem{all}})
	const most = 30 // of one kind on every page; the plan's own page has all
	of := map[string]int{}
	for _, f := range parts {
		of[f.Group]++
	}
	for _, f := range parts {
		if group != "" && of[f.Group] > most && (f.Group != group || f.Value != value) {
			continue
		}
		last := &filters.Groups[len(filters.Groups)-1]
		if label := t.Say(titles[f.Group]); last.Label != label {
			filters.Groups = append(filters.Groups, block.FilterGroup{Label: label})
			last = &filters.Groups[len(filters.Groups)-1]
		}
		last.Items = append(last.Items, block.FilterItem{
			Link: block.Link{Label: f.Label, Ref: t.To(address.Part(plan.ID.V, f.Group, f.Value))}, Count: len(f.List),
			Current: f.Group == group && f.Value == value,
		})
	}
	return filters
}
