package part

import (
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/figure"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

func organisationPart(t *view.Language, width float64) []block.Block {
	blocks := OrganisationDrawing(t, width)
	for _, b := range t.Facts.Bodies() {
		if b.Withdrawn.Given() {
			continue
		}
		said := append(block.Paragraph(block.Words(t.Text(b.Description, "bodies/"+b.ID.V+"/description"))), BodyFacts(t, b)...)
		if b.Note.Given() {
			said = append(said, block.Para{Tone: block.Quiet, Line: block.Labelled(t.Say(text.Note), block.Words(t.Text(b.Note, "bodies/"+b.ID.V+"/note")))})
		}
		blocks = append(blocks, block.Section{Together: true, ID: "grupp-" + b.ID.V, Title: t.BodyName(b, false), Ref: t.To(address.Body(b.ID.V)), Blocks: said})
	}
	return block.Headed("del-organisation", t.Say(text.Bodies), blocks...)
}

// BodyFacts are what is known of a body in few words.
func BodyFacts(t *view.Language, b *model.Body) []block.Block {
	at := "bodies/" + b.ID.V + "/"
	var f block.Facts
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
		members = append(members, Seat(t, m.Party.V, m))
	}
	f.Add(t.Say(text.Members), members...)
	return f.Blocks()
}

// Seat is a seat in a body, under the party's name or the body's: ”Fjällsta kommun: Cecilia
// Låtsas, ordförande”.
func Seat(t *view.Language, of string, m model.Member) block.Line {
	line := block.Line{t.ActorName(of, false)}
	if who := view.JoinWords(m.Name.V, m.Role.V); who != "" {
		line = append(line, block.Run(": "), block.Span{Text: t.Own(who)})
	}
	if m.CoOpted.V {
		line = append(line, block.Run(" ("), block.Span{Text: t.Say(text.CoOpted)}, block.Run(")"))
	}
	return line
}

func partiesPart(t *view.Language) []block.Block {
	var list block.List
	for _, p := range t.Parties() {
		list.Items = append(list.Items, block.Linked(t.PartyName(p, false), t.To(address.Party(p.ID.V))))
	}
	return block.Headed("del-parter", t.Say(text.Parties), list)
}

// OrganisationDrawing shows who reports to whom, prepares for whom and is appointed by
// whom, and says the same in words below.
func OrganisationDrawing(t *view.Language, width float64) []block.Block {
	order := fromAbove(t)
	if len(order) < 2 {
		return nil
	}
	at := map[string]int{}
	for n, b := range order {
		at[b.ID.V] = n
	}
	desc := ""
	var words block.List
	boxes := make([]figure.Box, len(order))
	for n, b := range order {
		box := figure.Box{Title: t.BodyName(b, true).S, Note: t.Value("body-role", b.Role).S, Dashed: !b.Stands(), Strong: b.Role.V == "decides"}
		if !b.Stands() {
			box.Note += ", " + t.Value("body-status", b.Status).S
		}
		said := ""
		for kind, tie := range tiesOf(b) {
			if to, has := at[tie.to.V]; has {
				box.Ties = append(box.Ties, figure.Tie{To: to, Kind: figure.TieKind(kind)})
				said += text.Join(t.Say(tie.sentence).S, t.BodyName(b, true).S, t.BodyName(order[to], true).S) + " "
			}
		}
		if desc += said; said != "" {
			words.Items = append(words.Items, block.Words(block.Text{S: strings.TrimSpace(said)}))
		}
		boxes[n] = box
	}
	says := [3]string{t.Say(text.LineReports).S, t.Say(text.LinePrepares).S, t.Say(text.LineAppointed).S}
	blocks := block.DrawnAt(width, "organisation-bild", t.Say(text.OrganisationPicture), block.Text{S: strings.TrimSpace(desc)},
		func(w float64) figure.Figure { return figure.Organisation(boxes, says, w) })
	if len(words.Items) > 0 {
		blocks = append(blocks, block.Para{Line: block.Line{block.Strong(t.Say(text.PictureInWords))}}, words)
	}
	return blocks
}

// tie is what a body has to do with another, in the order of figure's kinds.
type tie struct {
	to       model.Ref
	sentence text.Label
}

func tiesOf(b *model.Body) [3]tie {
	return [3]tie{{b.ReportsTo, text.XReportsToY}, {b.PreparesFor, text.XPreparesForY}, {b.AppointedBy, text.XAppointedByY}}
}

// fromAbove lists the bodies so that each comes after those that it is tied to, as far
// as they do not go round.
func fromAbove(t *view.Language) []*model.Body {
	var order []*model.Body
	seen := map[string]bool{}
	var put func(b *model.Body, depth int)
	put = func(b *model.Body, depth int) {
		if seen[b.ID.V] || b.Withdrawn.Given() || depth > 20 {
			return
		}
		seen[b.ID.V] = true
		for _, tie := range tiesOf(b) {
			if up := t.Facts.Body(tie.to.V); up != nil {
				put(up, depth+1)
			}
		}
		order = append(order, b)
	}
	for _, b := range t.Facts.Bodies() {
		put(b, 0)
	}
	return order
}
