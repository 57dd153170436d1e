package document

import (
	"cmp"

	"samsyn/internal/address"
	"samsyn/internal/diff"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// Agreement is the agreement as one document: its chapters and parts in
// its own order, with a page where the parties sign. It is nil where there is no
// agreement.
func Agreement(s *view.View) *Document {
	a := s.Content.Agreement
	if a == nil {
		return nil
	}
	t := s.InMain()
	d := &Document{
		ID: address.Agreement, Lang: s.Main, Title: a.Title.V, Subject: a.Subtitle.V,
		Publisher:     t.Publisher(),
		Seal:          sealOf(t),
		ContentsTitle: t.Say(text.Contents).S, ContentsDepth: 2,
		RunningHead: cmp.Or(a.ShortTitle.V, a.Title.V),
		Foot:        versionLine(t),
		Cover: Cover{
			Kicker: t.Say(text.Agreement), Title: t.Text(a.Title, "title"), Subtitle: t.Text(a.Subtitle, "subtitle"),
			Mark: agreementMark(t), Facts: documentFacts(t),
		},
	}
	for _, ref := range a.Chapters {
		if blocks := part.ChapterBlocks(t, ref, true); len(blocks) > 0 {
			if s, is := blocks[0].(block.Section); is && ref.Part.V == "signatures" {
				s.Apart = true
				blocks[0] = s
			}
			d.Parts = append(d.Parts, Part{Blocks: blocks, Follows: true})
		}
	}
	if blocks := block.Headed("aterkommande", t.Say(text.ReportingDuties), part.Reporting(t)...); len(blocks) > 0 {
		d.Parts = append(d.Parts, Part{Blocks: blocks, Follows: true})
	}
	if blocks := part.SourceBlocks(t); len(blocks) > 0 {
		d.Parts = append(d.Parts, Part{Blocks: blocks, Follows: true})
	}
	d.Parts = append(d.Parts, figures(t)...)
	d.Parts = append(d.Parts, knowledge(t)...)
	d.Parts = append(d.Parts, annex(t, func(c diff.Change) bool { return !ofPlan(c, "") })...)
	return d
}

// agreementMark is what one must know of the agreement's standing before reading.
func agreementMark(t *view.Language) block.Text {
	a := t.Content.Agreement
	if a.Status.V == "draft" || a.Status.V == "signing" || a.Status.V == "superseded" {
		return t.Value("agreement-status", a.Status)
	}
	return block.Text{}
}

// versionLine names the revision of the content and the day that it is told of.
func versionLine(t *view.Language) string {
	line := ""
	if t.Options.Commit != "" {
		line = t.Say(text.Version).S + " " + view.ShortCommit(t.Options.Commit)
	}
	if !t.Options.Today.IsZero() {
		if line != "" {
			line += ", "
		}
		line += t.Date(t.Options.Today).S
	}
	return line
}

// documentFacts are the same for the document, which stands by itself.
func documentFacts(t *view.Language) []block.Fact {
	var f block.Facts
	f.Add(t.Say(text.AboutThisText), t.Rendering())
	return append(f.Items, part.CoverFacts(t).Items...)
}
