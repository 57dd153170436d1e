package document

import (
	"samsyn/internal/address"
	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// Plan is a plan as one document: its priorities, the table with the
// four columns that its readers know, and each initiative in full. It is nil
// where there is no such plan, or none that is shown.
func Plan(s *view.View, id string) *Document {
	p := s.Facts.Plan(id)
	if p == nil {
		return nil
	}
	t := s.InMain()
	d := &Document{
		ID: address.PlanDocument(p), Lang: s.Main, Title: t.PlanTitle(p).S, Subject: t.Agreement.Title.V,
		Publisher: t.Publisher(), Seal: sealOf(t), Foot: versionLine(t),
		RunningHead: t.PlanTitle(p).S,
		Cover: Cover{
			Kicker: t.Value("plan-scope", p.Scope), Title: t.PlanTitle(p), Subtitle: t.Text(t.Agreement.Title, "title"), Mark: planMark(t, p), Facts: part.PlanFacts(t, p).Items,
		},
	}
	if len(p.Initiatives) > 4 {
		d.ContentsTitle, d.ContentsDepth = t.Say(text.Contents).S, 1
	}
	// The priorities lie as the table does: on a page of their own they would fill half.
	d.Parts = append(d.Parts, Part{Landscape: true, Blocks: part.PrioritiesPart(t, p, part.PlanIntro(t, p)...)})
	d.Parts = append(d.Parts, Part{Landscape: true, Follows: true, Blocks: block.Headed("insatser", t.Say(text.Initiatives), part.FourColumns(t, p, p.Initiatives, true))})
	for n, i := range p.Initiatives {
		if n == 0 {
			d.Parts = append(d.Parts, Part{})
		}
		last := &d.Parts[len(d.Parts)-1]
		last.Blocks = append(last.Blocks, block.Section{ID: "insats-" + i.ID(), Title: t.InitiativeTitle(i), Blocks: initiativeInFull(t, i), Together: true})
	}
	d.Parts = append(d.Parts, annex(t, func(c diff.Change) bool { return ofPlan(c, p.ID.V) })...)
	return d
}

// planMark is what one must know of a plan's standing before reading.
func planMark(t *view.Language, p *model.Plan) block.Text {
	switch {
	case p.Withdrawn.Given():
		return t.Say(text.Withdrawn)
	case !p.InForce():
		return t.Value("plan-status", p.Status)
	}
	return block.Text{}
}

// initiativeInFull is everything that an initiative's file says, for a document.
func initiativeInFull(t *view.Language, i *model.Initiative) []block.Block {
	var blocks []block.Block
	if i.Withdrawn.Given() {
		blocks = append(blocks, part.WithdrawnNotice(t, i.Withdrawn, "initiative", ""))
	}
	var f block.Facts
	f.Add(t.Say(text.Status), part.InitiativeMarks(t, i))
	f.Items = append(f.Items, part.InitiativeFacts(t, i).Items...)
	blocks = append(blocks, f)
	body := t.Prose(i.Path, i.Body, 2)
	part.Prefixed(body, "insats-"+i.ID()+"-")
	blocks = append(blocks, block.Headed("gor-"+i.ID(), t.Say(text.WhatAndHow), body...)...)
	blocks = append(blocks, block.Headed("delta-"+i.ID(), t.Say(text.HowToJoin), part.Joining(t, i)...)...)
	followUp := part.FollowUpFacts(t, i)
	followUp = append(followUp, part.MeasuresTable(t, i)...)
	blocks = append(blocks, block.Headed("uppfoljning-"+i.ID(), t.Say(text.FollowUp), followUp...)...)
	blocks = append(blocks, block.Headed("rapporter-"+i.ID(), t.Say(text.Reports), part.Reports(t, i))...)
	blocks = append(blocks, block.Headed("finansiering-"+i.ID(), t.Say(text.Funding), part.FundingTable(t, i)...)...)
	if i.Note.Given() {
		blocks = append(blocks, block.Para{Tone: block.Quiet, Line: block.Labelled(t.Say(text.Note), block.Words(t.Text(i.Note, "note")))})
	}
	return unique(blocks, i.ID())
}

// unique gives the tables and cards of one of several things in a document IDs
// that do not meet those of the others.
func unique(blocks []block.Block, id string) []block.Block {
	for n, b := range blocks {
		switch b := b.(type) {
		case block.Section:
			b.Blocks = unique(b.Blocks, id)
			blocks[n] = b
		case block.Table:
			b.ID += "-" + id
			for r := range b.Rows {
				if b.Rows[r].ID != "" {
					b.Rows[r].ID += "-" + id
				}
			}
			blocks[n] = b
		case block.Cards:
			for c := range b.Items {
				if b.Items[c].ID != "" {
					b.Items[c].ID += "-" + id
				}
			}
		}
	}
	return blocks
}
