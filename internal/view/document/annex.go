package document

import (
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/diff"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

var (
	annexTitle     = text.Label{SV: "Bilaga: ändringar sedan %s", EN: "Annex: changes since %s"}
	annexFigures   = text.Label{SV: "Bilaga: indikatorer", EN: "Annex: indicators"}
	annexKnowledge = text.Label{SV: "Bilaga: kunskap och exempel", EN: "Annex: knowledge and examples"}
	annexApart     = text.Label{SV: "Bilagan hör inte till det som parterna har kommit överens om. Den visar läget när dokumentet gjordes.", EN: "This annex is no part of what the parties have agreed. It shows how things were when the document was made."}
	annexNone      = text.Label{SV: "Inget har ändrats i sak.", EN: "Nothing has changed in substance."}
)

// annex tells what has changed since an earlier version, where somebody asked
// for it; which says of the changed things what belongs in the document.
func annex(t *view.Language, which func(c diff.Change) bool) []Part {
	if t.Options.Since == nil {
		return nil
	}
	var list block.List
	for _, c := range t.Options.Since.Changes {
		if which(c) {
			list.Items = append(list.Items, t.Said(c))
		}
	}
	var body block.Block = list
	if len(list.Items) == 0 {
		body = block.Para{Line: block.Words(t.Say(annexNone))}
	}
	return []Part{{Follows: true, Annex: true, Blocks: block.Headed("bilaga-andringar", t.Sayf(annexTitle, t.Date(t.Options.Since.Day).S), body)}}
}

// figures is the annex with the indicators: a picture of each and what it says, what is
// measured, and the values.
func figures(t *view.Language) []Part {
	var list []block.Block
	for _, i := range t.Content.Indicators {
		if i.Withdrawn.Given() {
			continue
		}
		id := "indikator-" + i.ID.V
		blocks := part.LowSeriesDrawing(t, id+"-bild", i) // first, so that it stays with its name
		blocks = append(blocks, block.Paragraph(block.Words(t.Text(i.Definition, "definition")))...)
		blocks = append(blocks, part.IndicatorFacts(t, i)...)
		if len(i.Series) > 0 {
			blocks = append(blocks, part.SeriesTable(t, id+"-varden", i))
		}
		blocks = append(blocks, part.IndicatorSource(t, i)...)
		list = append(list, block.Section{ID: id, Title: t.Text(i.Title, "title"), Ref: t.To(address.Indicator(i.ID.V)), Blocks: blocks})
	}
	return apart(t, "bilaga-indikatorer", annexFigures, list)
}

// knowledge is the annex with what has been learnt: examples, methods, reports,
// recommendations, each in full.
func knowledge(t *view.Language) []Part {
	var list []block.Block
	for _, kind := range text.ResourceKinds {
		for _, r := range t.Content.Resources {
			if r.Kind.V != kind || r.Withdrawn.Given() {
				continue
			}
			id := "kunskap-" + r.ID.V
			body := t.Prose(r.Path, r.Body, 3)
			part.Prefixed(body, id+"-")
			list = append(list, block.Section{ID: id, Title: t.Text(r.Title, "title"), Ref: t.To(address.Resource(r.ID.V)),
				Together: true, Kicker: block.Words(t.Value("resource-kind", r.Kind)), Blocks: append(body, part.ResourceFacts(t, r)...)})
		}
	}
	return apart(t, "bilaga-kunskap", annexKnowledge, list)
}

// apart is an annex that begins by saying that it is one.
func apart(t *view.Language, id string, title text.Label, list []block.Block) []Part {
	if len(list) == 0 {
		return nil
	}
	blocks := append([]block.Block{block.Para{Tone: block.Quiet, Line: block.Words(t.Say(annexApart))}}, list...)
	return []Part{{Follows: true, Annex: true, Blocks: []block.Block{block.Section{ID: id, Title: t.Say(title), Blocks: blocks, Apart: true}}}}
}

// ofPlan tells whether a change concerns a plan; "" is all of them.
func ofPlan(c diff.Change, plan string) bool {
	switch c.Thing {
	case "plan":
		return plan == "" || c.ID == plan
	case "initiative":
		return plan == "" || strings.HasPrefix(c.ID, plan+"/")
	}
	return false
}
