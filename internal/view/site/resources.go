package site

import (
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
	"samsyn/internal/view/thing"
)

func resourcesPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "follow-up", Title: t.Say(text.Resource), Lead: block.Words(t.Say(text.ResourcesLead))}
	for _, k := range text.ResourceKinds {
		cards := block.Cards{Look: "resource"}
		for _, r := range t.Content.Resources {
			if r.Kind.V == k {
				c := thing.ResourceCard(t, r)
				c.Kicker = nil // the heading says it
				cards.Items = append(cards.Items, c)
			}
		}
		p.Under("slag-"+k, t.Say(text.ResourcesOf(k)), cards)
	}
	if len(p.Blocks) == 0 {
		p.Add(block.Para{Line: block.Words(t.Say(text.NoResources))})
	}
	return p
}

func strategiesPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "agreement", Title: t.Say(text.OtherStrategies), Lead: block.Words(t.Say(text.StrategiesLead))}
	if len(t.Content.Strategies.All()) == 0 {
		p.Lead = block.Words(t.Say(text.NoStrategies))
		return p
	}
	for i := range t.Content.Strategies.Strategies {
		s := &t.Content.Strategies.Strategies[i]
		blocks := part.StrategyBlocks(t, s)
		if s.Withdrawn.Given() {
			blocks = append([]block.Block{part.WithdrawnNotice(t, s.Withdrawn, "strategy", "strategies/"+s.ID.V+"/")}, blocks...)
		}
		p.Add(block.Section{ID: s.ID.V, Title: t.Text(s.Title, "strategies/"+s.ID.V+"/title"), Blocks: blocks})
	}
	return p
}
