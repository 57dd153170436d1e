package page

import (
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// LifeOf tells what has happened to a thing, folded away: the page is about how
// it is now.
func LifeOf(t *view.Language, kind, id string) []block.Block {
	const most = 40
	var list block.List
	for _, h := range t.Past(kind, id) {
		if len(list.Items) == most {
			break
		}
		if h.First {
			list.Items = append(list.Items, PutOnSite(t, h.Day))
			break // the same thing may have come with its parts
		}
		list.Items = append(list.Items, append(block.Line{block.Strong(t.Date(h.Day)), block.Run(": ")}, t.Said(h.Change)...))
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []block.Block{block.Fold{ID: "historia", Title: t.Say(text.HistoryTitle), Blocks: append(OfTheRendering(t), list)}}
}

// PutOnSite tells of the day when everything came at once.
func PutOnSite(t *view.Language, day model.Date) block.Line {
	return block.Line{block.Strong(t.Date(day)), block.Run(": "), {Text: t.Say(text.PutOnSite)}}
}

// OfTheRendering says that what has been changed is this text and not the one that
// it renders.
func OfTheRendering(t *view.Language) []block.Block {
	switch a := t.Content.Agreement; {
	case t.Renders():
		what := text.NotWhatWasSigned
		if t.Manner() != view.Signed {
			what = text.NotWhatWasAdopted
		}
		return []block.Block{block.Para{Tone: block.Quiet, Line: block.Words(t.Say(what))}}
	case a != nil && a.Source.Given():
		return []block.Block{block.Para{Tone: block.Quiet, Line: block.Words(t.Say(text.NotTheSource))}}
	}
	return nil
}
