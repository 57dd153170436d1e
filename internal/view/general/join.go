package general

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// Join is for those who are new: what one can take part in, how, and whom to
// ask.
func Join(t *view.Language) *page.Page {
	p := &page.Page{Section: "join", Weight: 6, Title: t.Say(text.NewHere), Lead: block.Words(t.Say(text.JoinLead))}
	var open, ask []*model.Initiative
	for _, plan := range t.Facts.PlansIn(false) {
		for _, i := range plan.Initiatives {
			if !page.GoesOn(t, i) {
				continue
			}
			if i.HowToJoin.Given() {
				open = append(open, i)
			} else {
				ask = append(ask, i)
			}
		}
	}
	for _, i := range open {
		blocks := append(block.Paragraph(t.Excerpt(i.Path, i.Body)), joinFacts(t, i)...)
		p.Add(block.Section{ID: "insats-" + i.Plan.ID.V + "-" + i.ID(), Title: t.InitiativeTitle(i), Ref: t.To(address.Initiative(i)), Blocks: blocks})
	}
	if !t.Facts.Kept(false) && len(t.Facts.KnownPlans()) > 0 {
		p.Lead = block.Words(t.Say(text.PlansElsewhere))
	} else if len(open) == 0 {
		p.Add(block.Notice{Tone: block.Info, Title: t.Say(text.NobodySaysHow), Blocks: block.Paragraph(block.Words(t.Say(text.NobodySaysHowLong)))})
	}
	if len(ask) > 0 {
		p.Add(block.Section{ID: "fraga", Title: t.Say(text.AskResponsible), Blocks: toAsk(t, ask)})
	}
	if places := t.Facts.PlacesHere(); len(places) > 0 {
		var list []block.Line
		for _, m := range places {
			list = append(list, block.Line{t.PlaceSpan(m.ID())})
		}
		p.Add(block.Section{ID: "kommuner", Title: t.Say(text.InYourMunicipality), Blocks: []block.Block{block.List{Items: list}}})
	}
	p.Under("kontakt", t.Say(text.AskUs), part.Contact(t, t.Config.Contact)...)
	return p
}

// mostToAsk is how many initiatives a newcomer is shown at once. A country has
// thousands, which no telephone should have to fetch.
const mostToAsk = 100

// toAsk lists initiatives that do not say how to join, or the plans that they are in.
func toAsk(t *view.Language, list []*model.Initiative) []block.Block {
	lead := block.Words(t.Say(text.AskResponsibleLong))
	if len(list) <= mostToAsk {
		return []block.Block{block.Para{Line: lead}, page.InitiativeCards(t, list, false)}
	}
	var plans []block.Line
	for len(list) > 0 {
		plan, n := list[0].Plan, 1
		for n < len(list) && list[n].Plan == plan {
			n++
		}
		line := block.Linked(t.PlanTitle(plan), t.To(address.Plan(plan.ID.V)))
		plans = append(plans, append(line, block.Run(": "), block.Span{Text: t.Count(n, text.OneInitiative, text.ManyInitiatives)}))
		list = list[n:]
	}
	return []block.Block{block.Para{Line: append(lead, block.Run(" "), block.Span{Text: t.Say(text.AskPlanByPlan)})}, block.List{Items: plans}}
}

func joinFacts(t *view.Language, i *model.Initiative) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.HowToJoin), block.Words(t.Text(i.HowToJoin, "how_to_join")))
	f.Add(t.Say(text.ForWhom), block.Words(t.Text(i.TargetGroup, "target_group")))
	f.Add(t.Say(text.Places), part.PlacesOf(t, i))
	f.Add(t.Say(text.Responsible), t.ActorLine(i.Owner))
	return append(f.Blocks(), part.Contact(t, i.Contact)...)
}
