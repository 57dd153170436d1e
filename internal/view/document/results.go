package document

import (
	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/outcome"
)

var resultsAbout = text.Label{SV: "Vad som kom ut av arbetet, och vad som saknas.", EN: "What came of the work, and what is missing."}

// Results is a results report as one document: its cover, the page for the board, the
// areas, and all that the figures build on.
func Results(t *view.Language, told *model.Results) *Document {
	r := outcome.Told(t, told)
	title := t.Text(told.Title, "title")
	d := &Document{
		ID: address.ResultsDocument(told.ID.V), Lang: t.Main, Title: title.S, Subject: t.Say(resultsAbout).S,
		Publisher: t.Publisher(), Seal: sealOf(t), Foot: versionLine(t), RunningHead: title.S,
		ContentsTitle: t.Say(text.Contents).S, ContentsDepth: 1,
		Cover: Cover{
			Kicker: t.Say(text.ResultsReport), Title: title, Subtitle: t.Text(t.Agreement.Title, "title"), Mark: outcome.Mark(t, told), Facts: outcome.Facts(t, r).Items,
		},
	}
	for _, c := range outcome.Chapters(t, r) {
		// The board's page is a page to itself; the others begin one where little would be left.
		first := len(d.Parts) == 0
		d.Parts = append(d.Parts, Part{Follows: len(d.Parts) > 1, Blocks: []block.Block{block.Section{ID: c.ID, Title: c.Title, Blocks: c.Blocks, Apart: c.Apart && !first}}})
	}
	return d
}
