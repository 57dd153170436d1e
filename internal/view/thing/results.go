package thing

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/outcome"
	"samsyn/internal/view/page"
)

// Results is the page of a results report.
func Results(t *view.Language, told *model.Results) *page.Page {
	r := outcome.Told(t, told)
	p := &page.Page{
		Also: also(t, told.ID.V), Weight: 6,
		Section: "follow-up", Title: t.Text(told.Title, "title"), Kicker: block.Words(t.Say(text.ResultsReport)),
		Crumbs: []block.Link{page.Crumb(t, t.Say(text.FollowUp), "follow-up")},
		Lead:   outcome.Lead(t, r),
	}
	if !page.Withdraw(t, p, told.Withdrawn, "results", "") && !told.Published() {
		p.Add(block.Notice{Tone: block.Warn, Title: t.Value("results-status", told.Status), Blocks: block.Paragraph(block.Words(outcome.NotDecided(t)))})
	}
	p.Add(outcome.Facts(t, r))
	for _, c := range outcome.Chapters(t, r) {
		switch c.ID {
		case outcome.SummaryID:
			p.Under(c.ID, c.Title, c.Blocks[1:]...) // the page begins with these sentences
		case outcome.ValuesID:
			p.Add(block.Fold{ID: c.ID, Title: c.Title, Blocks: c.Blocks})
		default:
			p.Under(c.ID, c.Title, c.Blocks...)
		}
	}
	p.Add(page.DocumentLinks(t, address.ResultsDocument(told.ID.V))...)
	p.Add(page.LifeOf(t, "results", told.ID.V)...)
	return p
}
