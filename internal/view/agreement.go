package view

import (
	"path"

	"samsyn/internal/diff"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// AgreementDocument is the agreement as one document: its chapters and parts in
// its own order, with a page where the parties sign. It is nil where there is no
// agreement.
func (s *Site) AgreementDocument() *Document {
	a := s.Content.Agreement
	if a == nil {
		return nil
	}
	t := s.main()
	d := &Document{
		ID: "overenskommelse", Lang: s.Main, Title: a.Title.V, Subject: a.Subtitle.V,
		Publisher:     t.publisher(),
		Seal:          t.seal(),
		ContentsTitle: t.say(text.Contents).S,
		RunningHead:   first(a.ShortTitle.V, a.Title.V),
		Foot:          t.versionLine(),
		Cover: Cover{
			Kicker: t.say(text.Agreement), Title: t.tr(a.Title, "title"), Subtitle: t.tr(a.Subtitle, "subtitle"),
			Mark: t.agreementMark(), Facts: t.documentFacts(),
		},
	}
	for _, ref := range a.Chapters {
		if blocks := t.chapterBlocks(ref, true); len(blocks) > 0 {
			d.Parts = append(d.Parts, Part{Blocks: blocks, Follows: ref.Part.V != "areas" && ref.Part.V != "signatures"})
		}
	}
	if blocks := t.sourceBlocks(); len(blocks) > 0 {
		d.Parts = append(d.Parts, Part{Blocks: blocks, Follows: true})
	}
	d.Parts = append(d.Parts, t.annex(func(c diff.Change) bool { return !ofPlan(c, "") })...)
	return d
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// agreementMark is what one must know of the agreement's standing before reading.
func (t *tongue) agreementMark() Text {
	a := t.Content.Agreement
	if a.Status.V == "draft" || a.Status.V == "signing" || a.Status.V == "superseded" {
		return t.value("agreement-status", a.Status)
	}
	return Text{}
}

func (t *tongue) publisher() Text {
	if t.Content.Config == nil {
		return Text{}
	}
	if p := t.Facts.Party(t.Content.Config.Publisher.V); p != nil {
		return t.partyName(p, false)
	}
	return Text{S: t.Content.Config.Publisher.V}
}

// versionLine names the revision of the content and the day that it is told of.
func (t *tongue) versionLine() string {
	line := ""
	if t.Options.Commit != "" {
		line = t.say(text.Version).S + " " + short(t.Options.Commit)
	}
	if !t.Options.Today.IsZero() {
		if line != "" {
			line += ", "
		}
		line += t.date(t.Options.Today).S
	}
	return line
}

// short is a revision's name as people write it.
func short(commit string) string {
	if len(commit) > 12 {
		return commit[:12]
	}
	return commit
}

// coverFacts are what one first asks of an agreement.
func (t *tongue) coverFacts() []Fact {
	a := t.Content.Agreement
	var f factList
	f.add(t.say(text.Validity), words(t.period(a.Period)))
	f.add(t.say(text.Status), words(t.value("agreement-status", a.Status)))
	f.add(t.say(text.Adopted), t.adoption(a.Adopted), words(t.tr(a.Adopted.How, "adopted/how")))
	f.add(t.say(text.CaseNumber), words(Text{S: first(a.Adopted.CaseNumber.V, a.CaseNumber.V)}))
	f.add(t.say(text.Supersedes), words(t.tr(a.Supersedes, "supersedes")))
	if t.Options.Digest != "" {
		f.add(t.say(text.Digest), Line{{Text: Text{S: t.Options.Digest}, Code: true}})
	}
	return f.items
}

// documentFacts are the same for the document, which stands by itself.
func (t *tongue) documentFacts() []Fact {
	var f factList
	f.add(t.say(text.AboutThisText), t.rendering())
	return append(f.items, t.coverFacts()...)
}

// adoption says when, where and by whom something was decided.
func (t *tongue) adoption(a model.Adoption) Line {
	line := words(t.date(a.Date.V))
	if a.Place.Given() {
		line = append(line, plain(", "), Span{Text: t.tr(a.Place, "adopted/place")})
	}
	if a.Body.Given() {
		if len(line) > 0 {
			line = append(line, plain(", "))
		}
		line = append(line, t.actor(a.Body, false))
	}
	return line
}

// chapterBlocks are one entry of the agreement's order: a chapter's text or a
// part that is made of the content. Only the document has places to sign in, and
// drawings of its own width.
func (t *tongue) chapterBlocks(ref model.ChapterRef, document bool) []Block {
	if ref.File.Given() {
		c := t.chapter(path.Join("agreement", ref.File.V))
		if c == nil {
			return nil
		}
		return t.prose(c.Path, c.Body, 1)
	}
	switch ref.Part.V {
	case "areas":
		return t.areasPart()
	case "organisation":
		if document {
			return t.organisationPart(paperFigure)
		}
		return t.organisationPart(wideFigure)
	case "parties":
		return t.partiesPart()
	case "strategies":
		return t.strategiesPart()
	case "target_groups":
		return t.targetGroupsPart()
	case "terms":
		return t.termsPart()
	case "signatures":
		return t.signaturesPart(document)
	}
	return nil
}

func section(id string, title Text, blocks ...Block) []Block {
	if len(blocks) == 0 {
		return nil
	}
	return []Block{Section{ID: id, Title: title, Blocks: blocks}}
}

func (t *tongue) areasPart() []Block {
	var areas []Block
	for _, a := range t.Content.Areas {
		if a.Withdrawn.Given() {
			continue
		}
		areas = append(areas, Section{ID: "omrade-" + a.ID.V, Title: t.areaTitle(a), Ref: t.to(areaPath(a.ID.V)), Blocks: t.areaInFull(a), Apart: len(areas) > 0})
	}
	return section("del-omraden", t.say(text.AreasInFull), areas...)
}

// areaInFull is an area as the agreement has it: introduction, sub-goals and
// cooperation areas with who answers for them.
func (t *tongue) areaInFull(a *model.Area) []Block {
	blocks := t.prose(a.Path, a.Body, 2)
	prefixed(blocks, "omrade-"+a.ID.V+"-")
	var goals List
	for i := range a.SubGoals {
		if g := (facts.Goal{Area: a, SubGoal: &a.SubGoals[i]}); !g.SubGoal.Withdrawn.Given() {
			goals.Items = append(goals.Items, linked(t.goalText(g), t.to(areaPath(g.ID.V))))
		}
	}
	if len(goals.Items) > 0 {
		blocks = append(blocks, Section{ID: "delmal-" + a.ID.V, Title: t.say(text.SubGoals), Blocks: []Block{goals}})
	}
	var cooperation List
	cooperation.Ordered = true
	for _, c := range facts.CooperationsOf(a) {
		if c.CooperationArea != nil && !c.Withdrawn() {
			cooperation.Items = append(cooperation.Items, linked(t.cooperationText(c), t.to(cooperationPath(c))))
		}
	}
	if len(cooperation.Items) > 0 {
		blocks = append(blocks, Section{ID: "samverkan-" + a.ID.V, Title: t.say(text.CooperationAreas), Blocks: []Block{cooperation}})
	}
	return append(blocks, t.answering(a)...)
}

// answering tells who answers for an area, and for those of its cooperation
// areas that have somebody else.
func (t *tongue) answering(a *model.Area) []Block {
	var f factList
	f.add(t.say(text.Responsible), joined(t.refs(a.Responsible, false), ", "))
	for n := range a.CooperationAreas {
		c := &a.CooperationAreas[n]
		if len(c.Responsible) > 0 && !c.Withdrawn.Given() {
			f.add(t.sayf(text.ResponsibleForNumber, itoa(n+1)), joined(t.refs(c.Responsible, false), ", "))
		}
	}
	return f.blocks()
}

func (t *tongue) organisationPart(width float64) []Block {
	if t.Content.Organisation == nil {
		return nil
	}
	blocks := t.organisationDrawing(width)
	for i := range t.Content.Organisation.Bodies {
		b := &t.Content.Organisation.Bodies[i]
		if b.Withdrawn.Given() {
			continue
		}
		blocks = append(blocks, Section{Together: true, ID: "grupp-" + b.ID.V, Title: t.bodyName(b, false), Ref: t.to(bodyPath(b.ID.V)),
			Blocks: append(para(words(t.tr(b.Description, "bodies/"+b.ID.V+"/description"))), t.bodyFacts(b)...)})
	}
	return section("del-organisation", t.say(text.Bodies), blocks...)
}

// bodyFacts are what is known of a body in few words.
func (t *tongue) bodyFacts(b *model.Body) []Block {
	at := "bodies/" + b.ID.V + "/"
	var f factList
	f.add(t.say(text.Role), words(t.value("body-role", b.Role)))
	if !b.Stands() {
		f.add(t.say(text.Standing), words(t.value("body-status", b.Status)))
	}
	f.add(t.say(text.Acting), t.ref(b.Acting))
	f.add(t.say(text.Chair), words(t.tr(b.Chair, at+"chair")))
	f.add(t.say(text.Convener), t.ref(b.Convener))
	f.add(t.say(text.BodyReportsTo), t.ref(b.ReportsTo))
	f.add(t.say(text.Meets), words(t.tr(b.Meets, at+"meets")))
	var members []Line
	for _, m := range b.Members {
		members = append(members, t.member(m))
	}
	f.add(t.say(text.Members), members...)
	return f.blocks()
}

// member is a seat in a body: ”Fjällsta kommun: Cecilia Låtsas, ordförande”.
func (t *tongue) member(m model.Member) Line {
	line := Line{t.actorName(m.Party.V, false)}
	if who := joinWords(m.Name.V, m.Role.V); who != "" {
		line = append(line, plain(": "), Span{Text: t.own(who)})
	}
	if m.CoOpted.V {
		said := t.say(text.CoOpted)
		line = append(line, plain(" ("), Span{Text: said}, plain(")"))
	}
	return line
}

// own is text of the content that is never translated.
func (t *tongue) own(s string) Text {
	if s == "" || t.lang == t.Main {
		return Text{S: s}
	}
	return Text{s, t.Main}
}

func joinWords(words ...string) string {
	joined := ""
	for _, w := range words {
		if w == "" {
			continue
		}
		if joined != "" {
			joined += ", "
		}
		joined += w
	}
	return joined
}

func (t *tongue) partiesPart() []Block {
	if t.Content.Parties == nil {
		return nil
	}
	var list List
	for i := range t.Content.Parties.Parties {
		p := &t.Content.Parties.Parties[i]
		if !p.Withdrawn.Given() {
			list.Items = append(list.Items, linked(t.partyName(p, false), t.to(partyPath(p.ID.V))))
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return section("del-parter", t.say(text.Parties), list)
}

func (t *tongue) strategiesPart() []Block {
	if t.Content.Strategies == nil {
		return nil
	}
	var blocks []Block
	for i := range t.Content.Strategies.Strategies {
		s := &t.Content.Strategies.Strategies[i]
		if !s.Withdrawn.Given() {
			blocks = append(blocks, Section{ID: "strategi-" + s.ID.V, Title: t.tr(s.Title, "strategies/"+s.ID.V+"/title"), Blocks: t.strategyBlocks(s)})
		}
	}
	return section("del-strategier", t.say(text.Strategies), blocks...)
}

func (t *tongue) strategyBlocks(s *model.Strategy) []Block {
	blocks := para(words(t.tr(s.Relation, "strategies/"+s.ID.V+"/relation")))
	var f factList
	f.add(t.say(text.Level), words(t.value("level", s.Level)))
	f.add(t.say(text.Period), words(t.period(s.Period)))
	var areas []Span
	for _, r := range s.Areas {
		if a := t.Facts.Area(r.V); a != nil {
			areas = append(areas, Span{Text: t.areaTitle(a), Ref: t.to(areaPath(a.ID.V))})
		}
	}
	f.add(t.say(text.Areas), joined(areas, ", "))
	f.add(t.say(text.Web), outside(Text{}, s.URL))
	return append(blocks, f.blocks()...)
}

func (t *tongue) targetGroupsPart() []Block {
	var f factList
	for i := range t.Content.Agreement.TargetGroups {
		g := &t.Content.Agreement.TargetGroups[i]
		if g.Withdrawn.Given() {
			continue
		}
		at := "target_groups/" + g.ID.V + "/"
		name := t.tr(g.Name, at+"name")
		rank := t.value("rank", g.Rank)
		f.add(name, words(rank), words(t.tr(g.Definition, at+"definition")))
	}
	return section("del-malgrupper", t.say(text.TargetGroups), f.blocks()...)
}

func (t *tongue) termsPart() []Block {
	var f factList
	for i, term := range t.Content.Agreement.Terms {
		at := "terms/" + itoa(i) + "/"
		f.add(t.tr(term.Term, at+"term"), words(t.tr(term.Definition, at+"definition")),
			labelled(t.say(text.Source), words(t.tr(term.Source, at+"source"))))
	}
	return section("del-begrepp", t.say(text.Terms), f.blocks()...)
}

// signaturesID is where the agreement has its signatures.
const signaturesID = "del-underskrifter"

// signaturesPart is the page of signatures, or the list of who has signed.
func (t *tongue) signaturesPart(signing bool) []Block {
	rows := t.signingRows()
	if len(rows) == 0 {
		return nil
	}
	var blocks []Block
	if a := t.Content.Agreement; a.Document.Given() || t.Content.Signatures == nil && a.Status.V == "adopted" {
		blocks = append(blocks, Para{Tone: Quiet, Line: words(t.say(text.TranscriptNote))})
	}
	if signing {
		return section(signaturesID, t.say(text.Signatures), append(blocks, Signing{Rows: rows})...)
	}
	whoSigns := text.WhoSigned
	if t.proposed() {
		whoSigns = text.WhoSigns
	}
	table := Table{ID: "underskrifter", Caption: t.say(whoSigns), Columns: []Column{
		{Label: t.say(text.Party), Header: true, Share: 3}, {Label: t.say(text.Signatory), Share: 3},
		{Label: t.say(text.Signed), Share: 3},
	}}
	for _, r := range rows {
		who := words(r.Name)
		if r.Role.S != "" {
			if len(who) > 0 {
				who = append(who, plain(", "))
			}
			who = append(who, Span{Text: r.Role})
		}
		if len(who) == 0 {
			who = words(t.say(text.NotGiven))
		}
		signed := words(r.Date)
		if r.Method.S != "" {
			signed = append(append(signed, plain(", ")), Span{Text: r.Method})
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{cell(linked(r.Party, t.to(partyPath(r.PartyID)))), cell(who), cell(signed)}})
	}
	if t.Content.Signatures == nil {
		for i := range table.Rows {
			table.Rows[i].Cells = table.Rows[i].Cells[:2]
		}
		table.Columns = table.Columns[:2]
	}
	return section(signaturesID, t.say(text.Signatures), append(blocks, table)...)
}

func (t *tongue) signingRows() []SigningRow {
	if t.Content.Parties == nil {
		return nil
	}
	signed := map[string]model.Signature{}
	if t.Content.Signatures != nil {
		for _, s := range t.Content.Signatures.Signatures {
			signed[s.Party.V] = s
		}
	}
	var rows []SigningRow
	for i := range t.Content.Parties.Parties {
		p := &t.Content.Parties.Parties[i]
		if p.Withdrawn.Given() {
			continue
		}
		row := SigningRow{
			Party: t.partyName(p, false), PartyID: p.ID.V, FieldName: PartyField(p.ID.V),
			Name: t.own(p.Signatory.Name.V), Role: t.own(p.Signatory.Role.V),
		}
		if s, has := signed[p.ID.V]; has {
			row.Name, row.Role = t.own(first(s.Name.V, p.Signatory.Name.V)), t.own(first(s.Role.V, p.Signatory.Role.V))
			row.Date, row.Method = t.date(s.Date.V), t.value("method", s.Method)
			if row.Date.S == "" {
				row.Date = t.date(t.Content.Signatures.Signed.Date.V)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// aboutTheText is where it stands what the content was taken from.
const aboutTheText = "del-kalla"

// sourceBlocks tell what the content was taken from.
func (t *tongue) sourceBlocks() []Block {
	a := t.Content.Agreement
	var f factList
	title := t.tr(a.Source.Title, "source/title")
	f.add(t.say(text.Source), linked(title, safeURL(a.Source.URL.V)))
	if a.Document.Given() {
		f.add(t.say(text.Original), outside(Text{}, a.Document.URL))
		if a.Document.SHA256.Given() {
			f.add(t.say(text.OriginalDigest), Line{{Text: Text{S: a.Document.SHA256.V}, Code: true}})
		}
	}
	blocks := append(para(words(t.tr(a.Source.Note, "source/note"))), f.blocks()...)
	return section(aboutTheText, t.say(text.AboutThisText), blocks...)
}
