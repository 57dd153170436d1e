package part

import (
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// ResourceFacts are what a resource's file says in few words: from whom and when, for
// whom, and what it is about.
func ResourceFacts(t *view.Language, r *model.Resource) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.Publisher), block.Words(t.Text(r.Publisher, "publisher")))
	f.Add(t.Say(text.Date), block.Words(t.Date(r.Date.V)))
	f.Add(t.Say(text.Web), view.Outside(block.Text{}, r.URL))
	f.Add(t.Say(text.AddressedTo), block.Words(t.Text(r.AddressedTo, "addressed_to")))
	var cooperation []block.Line
	for _, ref := range r.CooperationAreas {
		cooperation = append(cooperation, block.Line{t.CooperationSpan(ref.V)})
	}
	f.Add(t.Say(text.Areas), block.Lines(t.AreaSpans(r.Areas))...)
	f.Add(t.Say(text.CooperationAreas), cooperation...)
	f.Add(t.Say(text.Places), Places(t, r.Places))
	return f.Blocks()
}
