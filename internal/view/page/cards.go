package page

import (
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/part"
)

// InitiativeCards lists initiatives, with their plan where they come from several.
func InitiativeCards(t *view.Language, list []*model.Initiative, plan bool) block.Block {
	cards := block.Cards{Look: "initiative", Items: make([]block.Card, 0, len(list))}
	for _, i := range list {
		c := block.Card{Title: t.InitiativeTitle(i), Ref: t.To(address.Initiative(i)), Marks: part.InitiativeMarks(t, i)}
		if plan {
			c.Kicker = block.Words(t.PlanTitle(i.Plan))
		}
		c.Lines = []block.Line{block.Joined([]block.Span{t.Actor(i.Owner, true), {Text: t.Period(i.Period)}}, " · ")}
		cards.Items = append(cards.Items, c)
	}
	return cards
}

// DocumentCards lead to the PDFs, with size and pages, and in full with digest
// and who sealed them.
func DocumentCards(t *view.Language, list []view.MadeDocument, full bool) block.Block {
	cards := block.Cards{Look: "document"}
	for _, d := range list {
		size := t.Sayf(text.PDFOf, t.Count(d.Pages, text.OnePage, text.ManyPages).S, text.FormatSize(d.Size, t.Lang))
		if d.Size == 0 { // it is made when somebody asks for it
			size = block.Text{S: "PDF"}
		}
		c := block.Card{Title: t.Own(d.Title), Ref: block.Ref{File: d.File}, Kicker: block.Words(size)}
		switch {
		case !full:
		case d.TestKey:
			c.Lines = append(c.Lines, block.Words(t.Say(text.SealedWithTestKey)))
		case d.SignedBy != "":
			c.Lines = append(c.Lines, block.Words(t.Sayf(text.SealedBy, d.SignedBy)))
		}
		if full {
			c.Lines = append(c.Lines, signingLines(t, d)...)
		}
		if full && d.Digest != "" {
			c.Lines = append(c.Lines, append(block.Words(t.Say(text.FileDigest)), block.Run(": "), block.Span{Text: block.Text{S: d.Digest}, Code: true}))
		}
		cards.Items = append(cards.Items, c)
	}
	return cards
}

// signingLines say which parties have signed a PDF and which have not, once any has.
func signingLines(t *view.Language, d view.MadeDocument) (lines []block.Line) {
	name := func(id string) string {
		if p := t.Facts.Party(id); p != nil {
			return t.PartyName(p, false).S
		}
		return id
	}
	if d.Earlier {
		lines = append(lines, block.Words(t.Say(text.SignedEarlier)))
	}
	for _, s := range d.Signatures {
		said := t.Sayf(text.SignedByParty, name(s.Party), s.By).S
		if !s.Day.IsZero() {
			said += ", " + text.FormatDate(s.Day, t.Lang)
		}
		if s.Test {
			said += ", " + t.Say(text.WithTestKey).S
		}
		lines = append(lines, block.Words(block.Text{S: said, Lang: t.Say(text.NotYetSigned).Lang}))
	}
	if len(d.Signatures) > 0 && len(d.Unsigned) > 0 {
		var names []string
		for _, id := range d.Unsigned {
			names = append(names, name(id))
		}
		lines = append(lines, block.Words(t.Sayf(text.NotYetSigned, strings.Join(names, ", "))))
	}
	return lines
}

// DocumentLinks lead to the PDF of one thing.
func DocumentLinks(t *view.Language, id string) []block.Block {
	for _, d := range t.Options.Documents {
		if d.ID == id {
			return block.Headed("dokument", t.Say(text.Document), DocumentCards(t, []view.MadeDocument{d}, false))
		}
	}
	return nil
}

// InitiativeLines lead to initiatives, one on each line.
func InitiativeLines(t *view.Language, list []*model.Initiative) []block.Line {
	lines := make([]block.Line, len(list))
	for n, i := range list {
		lines[n] = block.Line{t.InitiativeSpan(i)}
	}
	return lines
}
