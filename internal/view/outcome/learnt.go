package outcome

import (
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/results"
	"samsyn/internal/text"
	"samsyn/internal/view/block"
)

// others are the indicators that stand under no sub-goal.
func (t *teller) others() []block.Block {
	var blocks []block.Block
	for _, i := range t.r.Indicators {
		if !t.shown[i.ID.V] {
			blocks = append(blocks, block.Section{ID: "indikator-" + i.ID.V, Title: t.Language.Text(i.Title, "title"), Blocks: t.indicator(i)})
		}
	}
	return blocks
}

// context are the figures without a goal.
func (t *teller) context() []block.Block {
	if len(t.r.Context) == 0 {
		return nil
	}
	blocks := []block.Block{block.Para{Line: block.Words(t.Say(contextAbout))}}
	for _, i := range t.r.Context {
		blocks = append(blocks, block.Section{ID: "siffra-" + i.ID.V, Title: t.Language.Text(i.Title, "title"), Blocks: t.indicator(i)})
	}
	return blocks
}

// learnt are the good examples of the time, and the recommendations with what was done
// about them.
func (t *teller) learnt() []block.Block {
	cards := block.Cards{Look: "resource"}
	for _, e := range t.r.Examples {
		cards.Items = append(cards.Items, block.Card{
			Kicker: block.Words(t.Value("resource-kind", e.Kind)), Title: t.Text(e.Title, "title"), Ref: t.To(address.Resource(e.ID.V)),
			Lines: []block.Line{t.Excerpt(e.Path, e.Body)},
		})
	}
	for _, r := range t.r.Recommendations {
		answer := block.Line{block.Mark(t.Say(noAnswer), block.Warn)}
		if r.Answer != nil {
			answer = block.Labelled(t.Say(answerIs), block.Words(t.Text(r.Answer.Text, "answers/"+strconv.Itoa(r.Number)+"/text")))
		}
		cards.Items = append(cards.Items, block.Card{
			Kicker: block.Words(t.Value("resource-kind", r.Kind)), Title: t.Text(r.Title, "title"), Ref: t.To(address.Resource(r.ID.V)),
			Lines: []block.Line{block.Labelled(t.Say(text.AddressedTo), block.Words(t.Text(r.AddressedTo, "addressed_to"))), answer},
		})
	}
	return block.Shown(cards)
}

// decided are the decisions and reviews of the time.
func (t *teller) decided() []block.Block {
	var list block.List
	for _, d := range t.r.Decided {
		list.Items = append(list.Items, append(block.Line{block.Strong(t.Date(d.Date)), block.Run(": ")}, t.decision(d)...))
	}
	for _, v := range t.r.Reviews {
		list.Items = append(list.Items, block.Line{
			block.Strong(t.Date(v.Date.V)), block.Run(": "), {Text: t.Sayf(text.ReviewOf, v.ID.V), Ref: t.To(address.Review(v.ID.V))}, block.Run(", "), {Text: t.Value("conclusion", v.Conclusion)},
		})
	}
	if len(list.Items) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(nothingTaken))}}
	}
	return []block.Block{list}
}

func (t *teller) decision(d results.Decision) block.Line {
	a := t.Agreement
	switch {
	case d.Plan != nil:
		return block.Linked(t.Sayf(text.AdoptedThing, t.PlanTitle(d.Plan).S), t.To(address.Plan(d.Plan.ID.V)))
	case d.Event != nil:
		line := block.Linked(t.Text(d.Event.Title, "events/"+d.Event.ID.V+"/title"), t.At("calendar", d.Event.ID.V))
		if d.Event.Outcome.Given() {
			line = append(line, block.Run(". "), block.Span{Text: t.Text(d.Event.Outcome, "events/"+d.Event.ID.V+"/outcome")})
		}
		return line
	case d.Amendment > 0:
		n := d.Amendment - 1
		return block.Words(t.Text(a.Amendments[n].Text, "amendments/"+strconv.Itoa(n)+"/text"))
	}
	return block.Linked(t.Sayf(text.AdoptedThing, t.Text(a.Title, "title").S), t.To("agreement"))
}

// next is what the report proposes.
func (t *teller) next() []block.Block {
	if !t.r.Levels.Priorities && len(t.r.Next) == 0 {
		return nil
	}
	if len(t.r.Next) == 0 {
		return []block.Block{block.Para{Line: block.Words(t.Say(nothingNext))}}
	}
	table := block.Table{ID: "nasta-ar-tabell", Caption: t.Say(nextTitle), Columns: []block.Column{
		{Label: t.Say(t.Below()), Header: true, Share: 5}, {Label: t.Say(text.Emphasis), Share: 5},
	}}
	for n, p := range t.r.Next {
		table.Add(
			block.CellOf(block.Line{t.CooperationSpan(p.CooperationArea.V)}),
			block.CellOf(t.Values("emphasis", p.Emphasis), block.Words(t.Text(p.Text, "next/"+strconv.Itoa(n)+"/text"))),
		)
	}
	return []block.Block{table}
}
