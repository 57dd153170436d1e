package general

import (
	"path"
	"strconv"

	"samsyn/internal/address"
	"samsyn/internal/prose"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// Agreement is the whole text on one page, with a table of contents.
func Agreement(t *view.Language) *page.Page {
	a := t.Content.Agreement
	p := &page.Page{
		Section: "agreement", Title: t.Text(a.Title, "title"), Also: t.Text(a.ShortTitle, "short_title").S, Kicker: block.Words(t.Say(text.Agreement)), Marks: AgreementMarks(t),
		Lead: block.Words(t.Text(a.Subtitle, "subtitle")), Description: t.Text(a.Subtitle, "subtitle").S,
		Reviewed: page.RelevanceReviewed(t),
	}
	p.Add(page.Ended(t)...)
	p.Add(page.RenderingHere(t, "agreement")...)
	contents := block.Contents{Label: t.Say(text.Contents)}
	var chapters []block.Block
	for _, ref := range a.Chapters {
		blocks := part.ChapterBlocks(t, ref, false)
		for _, b := range blocks {
			contents.Items = append(contents.Items, contentsOf(b)...)
		}
		if ref.File.Given() {
			if c := t.Chapter(path.Join("agreement", ref.File.V)); c != nil && len(blocks) > 0 {
				blocks = []block.Block{block.Section{ID: view.ChapterID(c), Blocks: blocks}} // a place to lead to, without a heading
			}
		}
		chapters = append(chapters, blocks...)
	}
	p.Add(contents, part.CoverFacts(t))
	p.Add(page.DocumentLinks(t, address.Agreement)...)
	p.Add(chapters...)
	p.Under("aterkommande", t.Say(text.ReportingDuties), part.Reporting(t)...)
	p.Under("andringar", t.Say(text.Amendments), amendments(t)...)
	p.Under("bilagor", t.Say(text.Annexes), annexes(t))
	p.Add(part.SourceBlocks(t)...)
	return p
}

// contentsOf lists the highest headings of a block.
func contentsOf(b block.Block) []block.Link {
	switch b := b.(type) {
	case block.Section:
		if b.Title.S == "" {
			return nil
		}
		return []block.Link{{Label: b.Title, Ref: block.Ref{Fragment: b.ID}}}
	case block.Prose:
		var items []block.Link
		for _, text := range b.Doc.Blocks {
			if h, ok := text.(*prose.Heading); ok && h.Level == b.First {
				items = append(items, block.Link{Label: block.Text{S: prose.Plain(h.Inlines), Lang: b.Lang}, Ref: block.Ref{Fragment: b.Prefix + h.ID}})
			}
		}
		return items
	}
	return nil
}

func amendments(t *view.Language) []block.Block {
	var list []block.Block
	for n, am := range t.Content.Agreement.Amendments {
		line := block.Line{block.Strong(t.Date(am.Date.V)), block.Run(": "), {Text: t.Text(am.Text, "amendments/"+strconv.Itoa(n)+"/text")}}
		if am.Body.Given() {
			line = append(line, block.Run(" ("), t.Actor(am.Body, false), block.Run(")"))
		}
		if m := view.Outside(t.Say(text.Minutes), am.Minutes); len(m) > 0 {
			line = append(append(line, block.Run(" ")), m...)
		}
		list = append(list, block.Para{Line: line})
	}
	return list
}

// AgreementMarks say how the agreement stands.
func AgreementMarks(t *view.Language) block.Line {
	tone := block.Info
	switch t.Content.Agreement.Status.V {
	case "draft", "signing":
		tone = block.Warn
	case "superseded":
		tone = block.Off
	case "signed":
		tone = block.Good
	}
	return block.Line{block.Mark(t.Value("agreement-status", t.Content.Agreement.Status), tone)}
}
