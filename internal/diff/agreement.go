package diff

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"samsyn/internal/canon"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/text"
	"samsyn/schema"
)

// snapshot lists the things of a part of a version in the order in which changes are
// told. Alone, it has nothing to be compared with, and the things need no fields.
func snapshot(c, part *model.Content, alone bool) []*thing {
	if c == nil {
		return nil
	}
	t := newTaker(c)
	t.content, t.alone = part, alone
	t.agreement()
	t.areas()
	t.actors()
	t.places()
	t.strategies()
	t.indicators()
	t.reviews()
	t.calendar()
	t.resources()
	t.results()
	t.signatures()
	for _, p := range part.Plans {
		t.plan(p)
		t.initiatives(p)
	}
	t.site()
	t.translations()
	return t.things
}

// taker takes the snapshot.
type taker struct {
	content *model.Content // what is taken
	adopted bool           // the parties sign the agreement, or have signed it
	alone   bool           // there is nothing to compare it with
	names   names
	tally   tally
	words   *schema.Words
	things  []*thing
}

func newTaker(c *model.Content) taker {
	t := taker{content: c, names: namesOf(c), tally: tallyOf(c), words: text.WordsOf(c)}
	if c.Agreement != nil {
		t.adopted = slices.Contains([]string{"signing", "adopted", "signed"}, c.Agreement.Status.V)
	}
	return t
}

// new begins a thing. What is a part of another thing is told apart within it.
func (t *taker) new(kind, id, file string, of *thing) *thing {
	n := &thing{kind: kind, id: id, local: id, file: file, renamable: of == nil, words: t.words, underSignature: t.adopted, alone: t.alone}
	if of != nil {
		n.within, n.id = of.key(), of.id+"/"+id
	}
	t.things = append(t.things, n)
	return n
}

// titled gives the thing its title from one of its fields.
func (t *thing) titled(field string, v model.Text) {
	t.titleField = field
	t.title = same(canon.Text(v.V))
	if !v.Given() {
		t.title = same(t.id)
	}
}

func (t *taker) agreement() {
	a := t.content.Agreement
	if a != nil {
		n := t.new("agreement", "agreement", a.Path, nil)
		n.titled("title", a.Title)
		n.signed, n.renamable = true, true
		n.values("chapters", true, each(a.Chapters, t.chapterRef)...)
		n.group("document", a.Document, same(cmp.Or(a.Document.URL.V, a.Document.Note.V)))
		n.group("source", a.Source, same(a.Source.Title.V))
		t.tell(n, a)
		n.sign("subtitle", "period")
		t.orders(n, a)
		t.parts(a)
	}
	for _, c := range t.content.Chapters {
		n := t.new("chapter", c.Name, c.Path, nil)
		n.title, n.signed = chapterTitle(c), true
		n.body(c.Body)
		n.sign("text")
		n.content = n.field("text").form()
	}
}

// chapterTitle is the heading that a chapter begins with, or its file's name.
func chapterTitle(c *model.Chapter) diag.Text {
	if hs := c.Body.Headings(); len(hs) > 0 {
		return same(canon.Text(prose.Plain(hs[0].Inlines)))
	}
	return same(c.Name)
}

// chapterRef is a chapter or a part of the agreement in its order.
func (t *taker) chapterRef(ref model.ChapterRef) value {
	raw := ref.File.String() + ref.Part.String()
	if ref.Title.Given() {
		return value{raw + " " + canon.Text(ref.Title.V), same(canon.Text(ref.Title.V))}
	}
	if ref.Part.Given() {
		l := text.ValueOf("part", ref.Part.V).With(t.words)
		return value{raw, diag.Text{SV: l.SV, EN: l.EN}}
	}
	name := strings.TrimSuffix(path.Base(raw), ".md")
	for _, c := range t.content.Chapters {
		if c.Name == name {
			return value{raw, chapterTitle(c)}
		}
	}
	return value{raw, same(name)}
}

// orders are those of the lists that the parties have put their names to. What came
// to a list and what went from it is told of the thing itself.
func (t *taker) orders(n *thing, a *model.Agreement) {
	order := func(name string, values []value) {
		n.add(field{name: name, list: true, order: true, signed: true, values: values})
	}
	order("target_groups", each(a.TargetGroups, func(g model.TargetGroup) value { return value{g.ID.V, same(canon.Text(g.Name.V))} }))
	order("terms", each(a.Terms, func(w model.Term) value {
		term := canon.Text(w.Term.V)
		return value{term, same(term)}
	}))
	if ps := t.content.Parties; ps != nil {
		order("parties", each(ps.Parties, func(p model.Party) value { return value{p.ID.V, same(p.Short())} }))
	}
}

// parts are what agreement.yaml lists.
func (t *taker) parts(a *model.Agreement) {
	for _, g := range a.TargetGroups {
		n := t.new("target-group", g.ID.V, a.Path, nil)
		n.titled("name", g.Name)
		n.signed = true
		t.tell(n, &g)
		n.sign("rank", "definition")
		n.content = n.field("definition").raw()
	}
	for _, w := range a.Terms {
		n := t.new("term", canon.Text(w.Term.V), a.Path, nil)
		n.title, n.signed = same(canon.Text(w.Term.V)), true
		t.tell(n, &w)
		n.sign("definition", "source")
		n.content = n.field("definition").raw()
	}
	for _, m := range a.Amendments {
		n := t.new("amendment", m.Date.V.String(), a.Path, nil)
		n.title, n.renamable = day(m.Date.V).said, false
		n.more = same(canon.Text(m.Text.V))
		t.tell(n, &m)
	}
	for _, x := range a.Annexes {
		n := t.new("annex", canon.Text(x.Title.V), a.Path, nil)
		n.title = same(canon.Text(x.Title.V))
		t.tell(n, &x)
		n.content = x.File.V + x.URL.V + x.Note.V
	}
	for _, r := range a.Reporting {
		t.reporting(a, r)
	}
}

func (t *taker) someone(a model.Actor) []value {
	if !a.Given() {
		return nil
	}
	return []value{t.names.anyone(a)}
}

func (t *taker) adoption(n *thing, a model.Adoption) {
	if !a.Given() {
		return
	}
	said := day(a.Date.V).said
	if a.Body.Given() {
		said = diag.Say("%s av %s", "%s by %s", said, t.names.anyone(a.Body).said)
	}
	n.values("adopted", false, value{a.Date.V.String() + " " + rawOf(a.Body), said})
	n.text("adopted.place", a.Place)
	n.text("adopted.how", a.How)
	n.text("adopted.case_number", a.CaseNumber)
	n.text("adopted.minutes", a.Minutes)
}

func (t *taker) areas() {
	for _, a := range t.content.Areas {
		n := t.new("area", a.ID.V, a.Path, nil)
		n.titled("title", a.Title)
		n.signed = true
		t.tell(n, a)
		n.sign("order", "text")
		if len(a.CooperationAreas) == 0 { // the area serves as one itself
			n.affected = t.serving(a.ID.V, "{the_area}")
		}
		n.content = n.field("text").form()
		order := field{name: "order_within", list: true, signed: true}
		for _, s := range a.SubGoals {
			order.values = append(order.values, t.names.wording(s.ID))
			t.subGoal(a, s)
		}
		for _, s := range a.CooperationAreas {
			order.values = append(order.values, t.names.wording(s.ID))
			t.cooperationArea(a, s)
		}
		n.add(order)
	}
}

func (t *taker) below(n *thing, a *model.Area) {
	n.parent, n.parentField, n.parentNoun = value{a.ID.V, same(canon.Text(a.Title.V))}, "area", "area"
	n.where = diag.Say("%s %s", "%s %s", expanded(t.words, diag.Text{SV: "i {the_area}", EN: "in {the_area}"}), n.parent.said)
	n.signed = true
}

func (t *taker) subGoal(a *model.Area, s model.SubGoal) {
	n := t.new("sub-goal", s.ID.V, a.Path, nil)
	t.below(n, a)
	n.wording(s.Text)
	t.tell(n, &s)
	n.sign("title")
	n.affected = t.dependants(s.ID.V)
}

func (t *taker) cooperationArea(a *model.Area, s model.CooperationArea) {
	n := t.new("cooperation-area", s.ID.V, a.Path, nil)
	t.below(n, a)
	n.wording(s.Text)
	t.tell(n, &s)
	n.affected = t.serving(s.ID.V, "{the_cooperation_area}")
}

// wording is the text of a sub-goal or cooperation area, which is its name too.
func (t *thing) wording(v model.Text) {
	t.title, t.bare = quote(canon.Text(v.V)), canon.Text(v.V)
	t.content = canon.Text(v.V)
	t.text("text", v)
	t.sign("text")
	for i := range t.fields {
		t.fields[i].long = true
	}
}

// serving says how many initiatives a cooperation area has, which is called by a noun.
func (t *taker) serving(id, noun string) diag.Text {
	return t.counted(t.tally.serve[id], "hör till "+noun, "belongs to "+noun, "belong to "+noun)
}

// dependants says how many initiatives serve a sub-goal.
func (t *taker) dependants(id string) diag.Text {
	return t.counted(t.tally.aim[id], "bidrar till {the_sub_goal}", "contributes to {the_sub_goal}", "contribute to {the_sub_goal}")
}

// owning says how many initiatives somebody answers for.
func (t *taker) owning(id string) diag.Text {
	name := t.names.called("party", id)
	return t.counted(t.tally.own[id], "har "+name+" som ansvarig", "has "+name+" as responsible", "have "+name+" as responsible")
}

// tally counts the initiatives that refer to a cooperation area, a sub-goal, an
// actor.
type tally struct{ serve, aim, own map[string]int }

func tallyOf(c *model.Content) tally {
	n := tally{map[string]int{}, map[string]int{}, map[string]int{}}
	for _, p := range c.Plans {
		for _, i := range p.Initiatives {
			n.serve[i.CooperationArea.V]++
			n.own[i.Owner.ID.V]++
			for _, g := range i.SubGoals {
				n.aim[g.V]++
			}
		}
	}
	return n
}

func (t *taker) actors() {
	if ps := t.content.Parties; ps != nil {
		for i := range ps.Parties {
			t.party(ps, &ps.Parties[i])
		}
		for _, d := range ps.Duties {
			t.sharedDuty(ps, d)
		}
	}
	if o := t.content.Organisation; o != nil {
		for i := range o.Bodies {
			t.body(o, &o.Bodies[i])
		}
	}
}

func (t *taker) party(ps *model.Parties, p *model.Party) {
	n := t.new("party", p.ID.V, ps.Path, nil)
	n.titled("name", p.Name)
	n.add(t.duties(p.Duties))
	n.group("signatory", p.Signatory, same(join(p.Signatory.Name.V, p.Signatory.Role.V)))
	t.tell(n, p)
	n.affected = t.owning(p.ID.V)
	n.signed = true
}

func (t *taker) body(o *model.Organisation, b *model.Body) {
	n := t.new("body", b.ID.V, o.Path, nil)
	n.titled("name", b.Name)
	n.values("members", true, each(b.Members, func(m model.Member) value {
		who := canon.Text(m.Name.V)
		if m.Party.Given() {
			who = join(who, t.names.called("party", m.Party.V))
		}
		return value{rawOf(m), same(join(who, m.Role.V))}
	})...)
	t.tell(n, b)
	n.affected = t.owning(b.ID.V)
}
