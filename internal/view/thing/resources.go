package thing

import (
	"slices"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// learnt lists what has been learnt about a thing; about are those that a resource names of
// the thing's kind.
func learnt(t *view.Language, id string, about func(*model.Resource) []model.Ref) []block.Block {
	cards := block.Cards{Look: "resource"}
	for _, r := range t.Content.Resources {
		if !r.Withdrawn.Given() && slices.ContainsFunc(about(r), func(ref model.Ref) bool { return ref.V == id }) {
			cards.Items = append(cards.Items, ResourceCard(t, r))
		}
	}
	return block.Headed("kunskap", t.Say(text.Resource), cards)
}

// ResourceCard leads to a resource.
func ResourceCard(t *view.Language, r *model.Resource) block.Card {
	c := block.Card{
		Kicker: block.Words(t.Value("resource-kind", r.Kind)), Title: t.Text(r.Title, "title"), Ref: t.To(address.Resource(r.ID.V)),
		Lines: []block.Line{block.Joined([]block.Span{{Text: t.Text(r.Publisher, "publisher")}, {Text: t.Date(r.Date.V)}}, ", ")},
	}
	if r.Withdrawn.Given() {
		c.Marks = block.Line{block.Mark(t.Say(text.Withdrawn), block.Off)}
	}
	return c
}

// Review is the page of a review of the agreement.
func Review(t *view.Language, r *model.Review) *page.Page {
	p := &page.Page{
		Section: "follow-up", Title: t.Sayf(text.ReviewOf, r.ID.V), Kicker: block.Words(t.Say(text.CurrentState)),
		Crumbs:      []block.Link{page.Crumb(t, t.Say(text.FollowUp), "follow-up")},
		Marks:       block.Line{block.Mark(t.Value("conclusion", r.Conclusion), block.Info)},
		Description: t.Excerpt(r.Path, r.Body).Plain(),
	}
	var f block.Facts
	f.Add(t.Say(text.Conclusion), block.Words(t.Value("conclusion", r.Conclusion)))
	f.Add(t.Say(text.Date), block.Words(t.Date(r.Date.V)))
	f.Add(t.Say(text.DecidedBy), t.Ref(r.By))
	f.Add(t.Say(text.CaseNumber), block.Words(block.Text{S: r.CaseNumber.V}))
	p.Blocks = append(f.Blocks(), t.Prose(r.Path, r.Body, 2)...)
	return p
}

// Resource is the page of a resource.
func Resource(t *view.Language, r *model.Resource) *page.Page {
	p := &page.Page{
		Also: also(t, r.ID.V), Weight: 4,
		Section: "follow-up", Title: t.Text(r.Title, "title"), Kicker: block.Words(t.Value("resource-kind", r.Kind)),
		Crumbs: []block.Link{page.Crumb(t, t.Say(text.Resource), "resources")}, Description: t.Excerpt(r.Path, r.Body).Plain(),
	}
	page.Withdraw(t, p, r.Withdrawn, "resource", "")
	p.Add(t.Prose(r.Path, r.Body, 2)...)
	p.Add(part.ResourceFacts(t, r)...)
	return p
}
