package part

import (
	"samsyn/internal/address"
	"samsyn/internal/figure"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

func organisationPart(t *view.Language, width float64) []block.Block {
	blocks := OrganisationDrawing(t, width)
	for _, b := range t.Bodies() {
		if b.Withdrawn.Given() {
			continue
		}
		blocks = append(blocks, block.Section{Together: true, ID: "grupp-" + b.ID.V, Title: t.BodyName(b, false), Ref: t.To(address.Body(b.ID.V)),
			Blocks: append(block.Paragraph(block.Words(t.Text(b.Description, "bodies/"+b.ID.V+"/description"))), BodyFacts(t, b)...)})
	}
	return block.Headed("del-organisation", t.Say(text.Bodies), blocks...)
}

// BodyFacts are what is known of a body in few words.
func BodyFacts(t *view.Language, b *model.Body) []block.Block {
	at := "bodies/" + b.ID.V + "/"
	var f block.FactList
	f.Add(t.Say(text.Role), block.Words(t.Value("body-role", b.Role)))
	if !b.Stands() {
		f.Add(t.Say(text.Standing), block.Words(t.Value("body-status", b.Status)))
	}
	f.Add(t.Say(text.Acting), t.Ref(b.Acting))
	f.Add(t.Say(text.Chair), block.Words(t.Text(b.Chair, at+"chair")))
	f.Add(t.Say(text.Convener), t.Ref(b.Convener))
	f.Add(t.Say(text.BodyReportsTo), t.Ref(b.ReportsTo))
	f.Add(t.Say(text.PreparesFor), t.Ref(b.PreparesFor))
	f.Add(t.Say(text.AppointedBy), t.Ref(b.AppointedBy))
	f.Add(t.Say(text.Meets), block.Words(t.Text(b.Meets, at+"meets")))
	var members []block.Line
	for _, m := range b.Members {
		members = append(members, member(t, m))
	}
	f.Add(t.Say(text.Members), members...)
	return f.Blocks()
}

// member is a seat in a body: ”Fjällsta kommun: Cecilia Låtsas, ordförande”.
func member(t *view.Language, m model.Member) block.Line {
	line := block.Line{t.ActorName(m.Party.V, false)}
	if who := view.JoinWords(m.Name.V, m.Role.V); who != "" {
		line = append(line, block.Run(": "), block.Span{Text: t.Own(who)})
	}
	if m.CoOpted.V {
		said := t.Say(text.CoOpted)
		line = append(line, block.Run(" ("), block.Span{Text: said}, block.Run(")"))
	}
	return line
}

func partiesPart(t *view.Language) []block.Block {
	var list block.List
	for _, p := range t.Parties() {
		list.Items = append(list.Items, block.Linked(t.PartyName(p, false), t.To(address.Party(p.ID.V))))
	}
	if len(list.Items) == 0 {
		return nil
	}
	return block.Headed("del-parter", t.Say(text.Parties), list)
}

// OrganisationDrawing shows who reports to whom; the text beside it says the
// same.
func OrganisationDrawing(t *view.Language, width float64) []block.Block {
	var order []*model.Body
	at := map[string]int{}
	var put func(b *model.Body, depth int)
	put = func(b *model.Body, depth int) {
		if _, done := at[b.ID.V]; done || b.Withdrawn.Given() || depth > 20 {
			return
		}
		if up := t.Facts.Body(b.ReportsTo.V); up != nil {
			put(up, depth+1)
		}
		if _, done := at[b.ID.V]; !done {
			at[b.ID.V] = len(order)
			order = append(order, b)
		}
	}
	for _, b := range t.Bodies() {
		put(b, 0)
	}
	if len(order) < 2 {
		return nil
	}
	desc := ""
	var boxes []figure.Box
	for _, b := range order {
		box := figure.Box{Title: t.BodyName(b, true).S, Note: t.Value("body-role", b.Role).S, Parent: -1, Dashed: !b.Stands(), Strong: b.Role.V == "decides"}
		if !b.Stands() {
			box.Note += ", " + t.Value("body-status", b.Status).S
		}
		if up, has := at[b.ReportsTo.V]; has {
			box.Parent = up
			desc += text.Join(t.Say(text.XReportsToY).S, t.BodyName(b, true).S, t.BodyName(order[up], true).S) + " "
		}
		boxes = append(boxes, box)
	}
	return block.DrawnAt(width, "organisation-bild", t.Say(text.OrganisationPicture), block.Text{S: desc},
		func(w float64) figure.Figure { return figure.Organisation(boxes, w) })
}
