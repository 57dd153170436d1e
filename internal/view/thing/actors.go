package thing

import (
	"cmp"
	"slices"
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// Party is the page of a party.
func Party(t *view.Language, party *model.Party) *page.Page {
	id := party.ID.V
	p := &page.Page{
		Section: "parties", Title: t.PartyName(party, false), Also: also(t, id, t.PartyName(party, true).S), Weight: 6, Kicker: block.Words(t.Value("party-kind", party.Kind)),
		Crumbs:      []block.Link{page.Crumb(t, t.Say(text.Parties), "parties")},
		Description: t.Sayf(text.PartyDescription, t.PartyName(party, false).S).S,
	}
	page.Withdraw(t, p, party.Withdrawn, "actor", "parties/"+id+"/")
	p.Lead = promised(t, party)
	p.Add(work(t, id)...)
	p.Under("grupperna", t.Say(text.LedByGroups), groupWork(t, id)...)
	if awaits(t, id) {
		p.Add(block.Para{Line: block.Linked(t.Sayf(text.PartyCalendar, t.PartyName(party, true).S), block.Ref{File: address.PartyCalendar(id)})})
	}
	p.Under("ansvar", t.Say(text.Responsibility), AnswersForBlocks(t, id)...)
	p.Add(page.LocalPlans(t, id)...)
	p.Under("uppdrag", t.Say(text.Duties), part.Duties(t, party)...)
	p.Under("aterkommande", t.Say(text.ReportingDuties), part.ReportingOf(t, id)...)
	p.Under("grupper", t.Say(text.SitsIn), seats(t, id))
	var f block.Facts
	f.Add(t.Say(text.Web), view.Outside(block.Text{}, party.URL))
	signatory := text.Signatory
	if t.Manner() != view.Signed {
		signatory = text.Representative
	}
	f.Add(t.Say(signatory), block.Words(t.Own(view.JoinWords(party.Signatory.Name.V, party.Signatory.Role.V))))
	if party.Kind.V == "municipality" {
		f.Add(t.Say(text.InTheMunicipality), block.Linked(t.Sayf(text.AllInPlace, t.PartyName(party, true).S), t.To(address.Place(id))))
	}
	p.Under("om", t.Say(text.AboutParty), f.Blocks()...)
	p.Under("kontakt", t.Say(text.Contact), part.Contact(t, party.Contact)...)
	p.Add(page.LifeOf(t, "actor", id)...)
	return p
}

// groupWork are the initiatives that the bodies that a party sits in answer for.
func groupWork(t *view.Language, id string) []block.Block {
	list := t.Facts.OwnedThrough(id)
	if len(list) == 0 {
		return nil
	}
	return []block.Block{block.Para{Tone: block.Quiet, Line: block.Words(t.Say(text.LedByGroupsLong))}, page.InitiativeCards(t, list, true)}
}

// awaits tells whether an actor has something left to report on a day, so that its
// calendar has something in it.
func awaits(t *view.Language, id string) bool {
	for _, i := range t.Facts.ReportedBy(id) {
		if slices.ContainsFunc(t.Facts.DuesOf(i), func(d facts.Due) bool { return d.Awaited() && d.Date.V.Whole() }) {
			return true
		}
	}
	return len(t.Facts.DutiesOf(id)) > 0
}

// promised says in a sentence what a party answers for, and what of that is late.
func promised(t *view.Language, party *model.Party) block.Line {
	id, name := party.ID.V, t.PartyName(party, true).S
	owned := len(t.Facts.OwnedBy(id))
	if !t.Facts.Kept(t.Options.Drafts) {
		return nil // of none it is told who leads it
	}
	if owned == 0 {
		n := len(t.Facts.JoinedBy(id)) + len(t.Facts.SharedBy(id))
		if n == 0 {
			return block.Words(t.Sayf(text.PromisesNothing, name))
		}
		return block.Words(t.Sayf(text.TakesPartIn, t.Count(n, text.OneInitiative, text.ManyInitiatives).S, name))
	}
	line := block.Words(t.Sayf(text.AnswersForSentence, t.Count(owned, text.OneInitiative, text.ManyInitiatives).S))
	overdue := 0
	for _, i := range t.Facts.FollowedBy(id) {
		overdue += len(t.Facts.OverdueDates(i))
	}
	if overdue > 0 {
		sentence := text.OverdueSentence
		if overdue == 1 {
			sentence = text.OneOverdueSentence
		}
		line = append(line, block.Run(" "), block.Span{Text: t.Sayf(sentence, t.Count(overdue, text.OneReport, text.ManyReports).S), Strong: true})
	}
	return line
}

// work is what an actor leads, shares and takes part in, and what it has to
// report when.
func work(t *view.Language, id string) []block.Block {
	return slices.Concat(
		cardsOf(t, "leder", text.Leads, t.Facts.OwnedBy(id)),
		cardsOf(t, "delar", text.SharesIn, t.Facts.SharedBy(id)),
		cardsOf(t, "medverkar", text.JoinsIn, t.Facts.JoinedBy(id)),
		block.Headed("redovisar", t.Say(text.ReportsWhen), DueTable(t, t.Facts.FollowedBy(id))...),
	)
}

// DueTable lists what is to be reported when, in order of the dates.
func DueTable(t *view.Language, list []*model.Initiative) []block.Block {
	var dues []facts.Due
	var undated []*model.Initiative
	for _, i := range list {
		all := t.Facts.DuesOf(i)
		dues = append(dues, all...)
		if len(all) == 0 && i.Open() && !i.Withdrawn.Given() {
			undated = append(undated, i)
		}
	}
	slices.SortStableFunc(dues, func(a, b facts.Due) int {
		return cmp.Or(cmp.Compare(waits(a), waits(b)), cmp.Compare(a.Date.V.String(), b.Date.V.String()))
	})
	table := block.Table{ID: "redovisning", Caption: t.Say(text.ReportsWhen), Columns: []block.Column{
		{Label: t.Say(text.Date), Header: true, Share: 2}, {Label: t.Say(text.Initiative), Share: 4}, {Label: t.Say(text.Standing), Share: 2},
	}}
	for _, d := range dues {
		table.Add(block.CellOf(block.Words(t.Date(d.Date.V))), block.CellOf(block.Line{t.InitiativeSpan(d.Initiative)}), block.CellOf(dueMark(t, d)))
	}
	for _, i := range undated {
		table.Add(block.CellOf(block.Line{block.Mark(t.Say(text.NoDate), block.Warn)}), block.CellOf(block.Line{t.InitiativeSpan(i)}), block.CellOf(block.Words(t.Say(text.NotScheduled))))
	}
	return block.Shown(table)
}

// waits puts what is late first, then what is to come, then what is over.
func waits(d facts.Due) int {
	switch d.State {
	case facts.Overdue:
		return 0
	case facts.Planned:
		return 1
	}
	return 2
}

func dueMark(t *view.Language, d facts.Due) block.Line {
	switch d.State {
	case facts.Overdue:
		return block.Line{block.Mark(t.Say(text.Overdue), block.Warn)}
	case facts.Met:
		return block.Line{block.Mark(t.Say(text.Reported), block.Good)}
	case facts.Lapsed:
		return block.Words(t.Say(text.LapsedDue))
	}
	return block.Words(t.Say(text.ToCome))
}

func seats(t *view.Language, party string) block.List {
	var list block.List
	for _, s := range t.Facts.SeatsOf(party) {
		list.Items = append(list.Items, part.Seat(t, s.Body.ID.V, *s.Member))
	}
	return list
}

// BodyMarks are a body's role, and whether it is formed.
func BodyMarks(t *view.Language, b *model.Body) block.Line {
	line := block.Words(t.Value("body-role", b.Role))
	switch {
	case b.Withdrawn.Given():
		return append(line, block.Run(" "), block.Mark(t.Say(text.Withdrawn), block.Off))
	case !b.Stands():
		return append(line, block.Run(" "), block.Mark(t.Value("body-status", b.Status), block.Warn))
	}
	return line
}

// AnswersForBlocks lists the cooperation areas that a body or party answers for, or the
// areas where the county has no others.
func AnswersForBlocks(t *view.Language, actor string) []block.Block {
	var areas block.List
	var f block.Facts
	var area *model.Area
	for _, c := range t.Facts.AnswersFor(actor) {
		if c.Withdrawn().Given() {
			continue
		}
		line := block.Line{t.CooperationSpan(c.ID())}
		areas.Items = append(areas.Items, line)
		if last := len(f.Items) - 1; c.Area == area {
			f.Items[last].Value = append(f.Items[last].Value, line)
		} else {
			f.Add(t.AreaTitle(c.Area), line)
		}
		area = c.Area
	}
	switch {
	case len(areas.Items) == 0:
		return nil
	case !t.Facts.Levels().Cooperation:
		return []block.Block{block.Para{Line: block.Words(t.Say(text.AnswersForAreas))}, areas}
	}
	return []block.Block{block.Para{Line: block.Words(t.Say(text.AnswersFor))}, f}
}

// Body is the page of a body.
func Body(t *view.Language, b *model.Body) *page.Page {
	at := "bodies/" + b.ID.V + "/"
	p := &page.Page{
		Section: "parties", Title: t.BodyName(b, false), Also: also(t, b.ID.V, t.BodyName(b, true).S), Weight: 6, Kicker: block.Words(t.Value("body-role", b.Role)),
		Crumbs:      []block.Link{page.Crumb(t, t.Say(text.Parties), "parties"), page.Crumb(t, t.Say(text.Organisation), "organisation")},
		Lead:        block.Words(t.Text(b.Description, at+"description")),
		Description: t.Sayf(text.BodyDescription, t.BodyName(b, false).S).S,
	}
	if !page.Withdraw(t, p, b.Withdrawn, "actor", at) && !b.Stands() {
		p.Marks = block.Line{block.Mark(t.Value("body-status", b.Status), block.Warn)}
	}
	p.Add(part.BodyFacts(t, b)...)
	p.Under("ansvar", t.Say(text.Responsibility), AnswersForBlocks(t, b.ID.V)...)
	p.Add(work(t, b.ID.V)...)
	if awaits(t, b.ID.V) {
		p.Add(block.Para{Line: block.Linked(t.Sayf(text.PartyCalendar, t.BodyName(b, true).S), block.Ref{File: address.BodyCalendar(b.ID.V)})})
	}
	p.Under("aterkommande", t.Say(text.ReportingDuties), part.ReportingOf(t, b.ID.V)...)
	if b.Note.Given() {
		p.Add(block.Para{Tone: block.Quiet, Line: block.Labelled(t.Say(text.Note), block.Words(t.Text(b.Note, at+"note")))})
	}
	p.Under("kontakt", t.Say(text.Contact), part.Contact(t, b.Contact)...)
	p.Add(page.LifeOf(t, "actor", b.ID.V)...)
	return p
}

// also is what a thing is found by beside its title: other names, and its identifier
// where it is in the language of the page, since people often say it.
func also(t *view.Language, id string, names ...string) string {
	if t.Lang == t.Main {
		names = append(names, id)
	}
	return strings.Join(names, " ")
}
