package part

import (
	"cmp"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// SignaturesID is where the agreement has its signatures.
const SignaturesID = "del-underskrifter"

// signaturesPart is the page of signatures, or the list of who has signed.
func signaturesPart(t *view.Language, signing bool) []block.Block {
	rows := SigningRows(t)
	if len(rows) == 0 {
		return nil
	}
	if t.Manner() != view.Signed {
		return adoptedPart(t, rows)
	}
	var blocks []block.Block
	if a := t.Content.Agreement; a.Document.Given() || t.Content.Signatures == nil && a.Status.V == "adopted" {
		blocks = append(blocks, block.Para{Line: block.Words(t.Say(text.TranscriptNote))})
	}
	if signing {
		return block.Headed(SignaturesID, t.Say(text.Signatures), append(blocks, block.Signing{Rows: rows})...)
	}
	whoSigns := text.WhoSigned
	if t.Proposed() {
		whoSigns = text.WhoSigns
	}
	table := block.Table{ID: "underskrifter", Caption: t.Say(whoSigns), Columns: []block.Column{
		{Label: t.Say(text.Party), Header: true, Share: 3}, {Label: t.Say(text.Signatory), Share: 3},
		{Label: t.Say(text.Signed), Share: 3},
	}}
	for _, r := range rows {
		who := block.Joined([]block.Span{{Text: r.Name}, {Text: r.Role}}, ", ")
		if len(who) == 0 {
			who = block.Words(t.Say(text.NotGiven))
		}
		signed := block.Joined([]block.Span{{Text: r.Date}, {Text: r.Method}}, ", ")
		table.Add(block.CellOf(block.Linked(r.Party, t.To(address.Party(r.PartyID)))), block.CellOf(who), block.CellOf(signed))
	}
	if len(t.Content.Signatures.All()) == 0 {
		for i := range table.Rows {
			table.Rows[i].Cells = table.Rows[i].Cells[:2]
		}
		table.Columns = table.Columns[:2]
	}
	return block.Headed(SignaturesID, t.Say(text.Signatures), append(blocks, table)...)
}

// adoptedPart says how an agreement without signatures was adopted, and who stands for
// each party as far as that is known.
func adoptedPart(t *view.Language, rows []block.SigningRow) []block.Block {
	how := map[view.Manner]text.Label{view.ByMail: text.AdoptedByMail, view.Decided: text.AdoptedByBody, view.Unknown: text.AdoptedSomehow}[t.Manner()]
	blocks := []block.Block{block.Para{Line: block.Words(t.Say(how))}}
	table := block.Table{ID: "underskrifter", Caption: t.Say(text.WhoStandsForEach), Columns: []block.Column{
		{Label: t.Say(text.Party), Header: true, Share: 3}, {Label: t.Say(text.Representative), Share: 3},
	}}
	for _, r := range rows {
		if who := view.JoinWords(r.Name.S, r.Role.S); who != "" {
			table.Add(block.CellOf(block.Linked(r.Party, t.To(address.Party(r.PartyID)))), block.CellOf(block.Words(t.Own(who))))
		}
	}
	return block.Headed(SignaturesID, t.Say(text.HowAdopted), append(blocks, table)...)
}

// SigningRows are where each party signs, or has signed.
func SigningRows(t *view.Language) []block.SigningRow {
	signed := map[string]model.Signature{}
	for _, s := range t.Content.Signatures.All() {
		signed[s.Party.V] = s
	}
	var rows []block.SigningRow
	for _, p := range t.Parties() {
		row := block.SigningRow{
			Party: t.PartyName(p, false), PartyID: p.ID.V, FieldName: view.PartyField(p.ID.V),
			Name: t.Own(p.Signatory.Name.V), Role: t.Own(p.Signatory.Role.V),
		}
		if s, has := signed[p.ID.V]; has {
			row.Name, row.Role = t.Own(cmp.Or(s.Name.V, p.Signatory.Name.V)), t.Own(cmp.Or(s.Role.V, p.Signatory.Role.V))
			row.Date, row.Method = t.Date(s.Date.V), t.Value("method", s.Method)
			if row.Date.S == "" {
				row.Date = t.Date(t.Content.Signatures.Signed.Date.V)
			}
		}
		rows = append(rows, row)
	}
	return rows
}
