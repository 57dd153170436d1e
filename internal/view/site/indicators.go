package site

import (
	"slices"

	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
	"samsyn/internal/view/thing"
)

func indicatorsPage(t *view.Language) *page.Page {
	p := &page.Page{Section: "follow-up", Title: t.Say(text.Indicators), Crumbs: []block.Link{page.Crumb(t, t.Say(text.FollowUp), "follow-up")}}
	gone, now := view.Apart(t.Content.Indicators, func(i *model.Indicator) bool { return i.Withdrawn.Given() })
	if len(now) == 0 {
		p.Lead = block.Words(t.Say(text.NoIndicators))
		return p
	}
	p.Lead = block.Words(t.Say(text.IndicatorsDescribe))
	if slices.ContainsFunc(now, part.HasGoal) {
		p.Lead = block.Words(t.Say(text.IndicatorsLead))
	}
	p.Add(thing.IndicatorTables(t, "indikatorer-tabell", now)...)
	if slices.ContainsFunc(now, part.CanProgress) {
		p.Under("metod", t.Say(text.HowProgress), block.Paragraph(block.Words(t.Say(text.ProgressMethod)))...)
	}
	p.Under("utgangna", t.Say(text.Withdrawn), thing.IndicatorTables(t, "utgangna-tabell", gone)...)
	return p
}
