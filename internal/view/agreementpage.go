package view

import (
	"path"

	"samsyn/internal/prose"
	"samsyn/internal/text"
)

// agreementPage is the whole text on one page, with a table of contents.
func (t *tongue) agreementPage() *Page {
	a := t.Content.Agreement
	p := &Page{
		Section: "agreement", Title: t.tr(a.Title, "title"), Also: t.tr(a.ShortTitle, "short_title").S, Kicker: words(t.say(text.Agreement)), Marks: t.agreementMarks(),
		Lead: words(t.tr(a.Subtitle, "subtitle")), Description: t.tr(a.Subtitle, "subtitle").S,
		Reviewed: t.relevanceReviewed(),
	}
	p.Blocks = append(p.Blocks, t.ended()...)
	p.Blocks = append(p.Blocks, t.renderingHere("agreement")...)
	contents := Contents{Label: t.say(text.Contents)}
	var chapters []Block
	for _, ref := range a.Chapters {
		blocks := t.chapterBlocks(ref, false)
		for _, b := range blocks {
			contents.Items = append(contents.Items, contentsOf(b)...)
		}
		if ref.File.Given() {
			if c := t.chapter(path.Join("agreement", ref.File.V)); c != nil && len(blocks) > 0 {
				blocks = []Block{Section{ID: chapterID(c), Blocks: blocks}} // a place to lead to, without a heading
			}
		}
		chapters = append(chapters, blocks...)
	}
	if len(contents.Items) > 0 {
		p.Blocks = append(p.Blocks, contents)
	}
	if items := t.coverFacts(); len(items) > 0 {
		p.Blocks = append(p.Blocks, Facts{items})
	}
	p.Blocks = append(p.Blocks, t.documentLinks("overenskommelse")...)
	p.Blocks = append(p.Blocks, chapters...)
	p.Blocks = append(p.Blocks, section("andringar", t.say(text.Amendments), t.amendments()...)...)
	p.Blocks = append(p.Blocks, section("bilagor", t.say(text.Annexes), t.annexes()...)...)
	p.Blocks = append(p.Blocks, t.sourceBlocks()...)
	return p
}

// contentsOf lists the highest headings of a block.
func contentsOf(b Block) []ContentsItem {
	switch b := b.(type) {
	case Section:
		if b.Title.S == "" {
			return nil
		}
		return []ContentsItem{{1, Link{b.Title, Ref{Fragment: b.ID}}}}
	case Prose:
		var items []ContentsItem
		for _, block := range b.Doc.Blocks {
			if h, ok := block.(*prose.Heading); ok && h.Level == b.First {
				items = append(items, ContentsItem{1, Link{Text{prose.Plain(h.Inlines), b.Lang}, Ref{Fragment: b.Prefix + h.ID}}})
			}
		}
		return items
	}
	return nil
}

func (t *tongue) amendments() []Block {
	var list []Block
	for n, am := range t.Content.Agreement.Amendments {
		line := Line{strong(t.date(am.Date.V)), plain(": "), {Text: t.tr(am.Text, "amendments/"+itoa(n)+"/text")}}
		if am.Body.Given() {
			line = append(line, plain(" ("), t.actor(am.Body, false), plain(")"))
		}
		if m := outside(t.say(text.Minutes), am.Minutes); len(m) > 0 {
			line = append(append(line, plain(" ")), m...)
		}
		list = append(list, Para{Line: line})
	}
	return list
}
