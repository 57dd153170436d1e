package diff

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"samsyn/internal/canon"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// planSnapshot lists the things of one plan.
func planSnapshot(c *model.Content, p *model.Plan) []*thing {
	t := newTaker(c)
	t.plan(p)
	t.initiatives(p)
	return t.things
}

// withoutReports leaves out what is reported within each year.
func withoutReports(things []*thing) []*thing {
	return slices.DeleteFunc(things, func(t *thing) bool { return t.kind == "report" })
}

// yearly are the fields that differ between two years' plans by nature.
var yearly = map[string]bool{"adopted": true, "adopted.minutes": true, "adopted.case_number": true, "year": true,
	"continues": true, "adopted_wording": true, "follow_up.due": true, "status": true, "period": true, "title": true}

// follow gives the earlier plan's things the identifiers that they bear in the
// later one, and leaves out what differs from year to year.
func follow(old, new []*thing) {
	byID := map[string]*thing{}
	for _, t := range old {
		byID[t.key()] = t
	}
	adopt := func(a, b *thing) {
		from := a.key()
		a.id, a.local = b.id, b.local
		for _, t := range old {
			if t.within == from {
				t.within = a.key()
			}
		}
	}
	taken := map[*thing]bool{}
	for _, rule := range []func(b *thing) string{
		func(b *thing) string { return b.continues },
		func(b *thing) string { return old[0].id + "/" + lastOf(b.id) },
	} {
		for _, b := range new {
			if b.kind != "initiative" || taken[b] {
				continue
			}
			if a := byID["initiative  "+rule(b)]; a != nil && !taken[a] {
				taken[a], taken[b] = true, true
				adopt(a, b)
			}
		}
	}
	adopt(old[0], new[0])
	for _, list := range [][]*thing{old, new} {
		for _, t := range list {
			t.yearly = t.kind == "initiative" || t.kind == "priority"
			t.fields = slices.DeleteFunc(t.fields, func(f field) bool { return yearly[f.name] && (t.kind == "plan" || f.name != "title") })
			if t.kind == "plan" {
				t.renamable = false
			}
		}
	}
}

func lastOf(id string) string { return id[strings.LastIndexByte(id, '/')+1:] }

func (t *taker) plan(p *model.Plan) {
	n := t.new("plan", p.ID.V, p.Path, nil)
	n.titled("title", p.Title)
	t.tell(n, p)
	for _, r := range p.Priorities {
		t.priority(n, p, r)
	}
}

func (t *taker) priority(of *thing, p *model.Plan, r model.Priority) {
	n := t.new("priority", r.CooperationArea.V, p.Path, of)
	n.title, n.bare = t.names.wording(r.CooperationArea).said, t.names.called("cooperation-area", r.CooperationArea.V)
	n.where = in(of.title)
	t.tell(n, &r)
}

// in says in which plan something is.
func in(plan diag.Text) diag.Text { return diag.Say("i %s", "in %s", plan) }

func (t *taker) initiatives(p *model.Plan) {
	for _, i := range p.Initiatives {
		n := t.new("initiative", i.FullID(), i.Path, nil)
		n.titled("title", i.Title)
		n.where = in(same(t.names.called("plan", p.ID.V)))
		n.continues = i.Continues.V
		n.parent, n.parentField, n.parentNoun = t.names.wording(i.CooperationArea), "cooperation_area", "cooperation-area"
		if i.Owner.Given() {
			n.more = diag.Say("Ansvarig: %s", "Responsible: %s", t.names.anyone(i.Owner).said)
		}
		n.values("adopted_wording", true, t.wordings(i.AdoptedWording)...)
		n.values("funding", true, each(i.Funding, funding)...)
		t.tell(n, i)
		n.content = n.field("text").form()
		for _, m := range i.FollowUp.Measures {
			t.measure(n, i, m)
		}
		for _, r := range i.Reports {
			t.report(n, i, r)
		}
	}
}

func funding(f model.Funding) value {
	said := diag.Text{SV: join(f.Source.V, f.Role.V, f.Programme.V), EN: join(f.Source.V, f.Role.V, f.Programme.V)}
	if f.AmountSEK.Given() {
		said.SV = join(said.SV, text.FormatValue(float64(f.AmountSEK.V), "sek", "sv"))
		said.EN = join(said.EN, text.FormatValue(float64(f.AmountSEK.V), "sek", "en"))
	}
	return value{rawOf(f), said}
}

// wordings are the wordings that an initiative was adopted under.
func (t *taker) wordings(all map[string]model.Text) []value {
	var list []value
	for ref, digest := range all {
		list = append(list, value{ref + " " + digest.V, quote(t.names.called("cooperation-area", ref))})
	}
	slices.SortFunc(list, func(a, b value) int { return strings.Compare(a.raw, b.raw) })
	return list
}

func forInitiative(of *thing) diag.Text {
	return diag.Say("%s %s", "%s %s", expanded(of.words, diag.Text{SV: "för {the_initiative}", EN: "for {the_initiative}"}), of.title)
}

func (t *taker) measure(of *thing, i *model.Initiative, m model.Measure) {
	n := t.new("measure", m.ID.V, i.Path, of)
	n.titled("title", m.Title)
	n.renamable = true
	n.where = forInitiative(of)
	n.unit = m.Unit.V
	t.tell(n, &m)
}

func (t *taker) report(of *thing, i *model.Initiative, r model.Report) {
	n := t.new("report", r.Date.V.String(), i.Path, of)
	n.title, n.where = day(r.Date.V).said, forInitiative(of)
	body := strings.TrimSuffix(canon.Text(r.Text.V), ".")
	n.more = same(body)
	if r.Assessment.Given() {
		n.more = diag.Say("%s. %s", "%s. %s", n.chosen("assessment", r.Assessment).said, body)
	}
	titles, units := map[string]string{}, map[string]string{}
	for _, m := range i.FollowUp.Measures {
		titles[m.ID.V], units[m.ID.V] = m.Title.V, m.Unit.V
	}
	for _, id := range slices.Sorted(maps.Keys(r.Values)) {
		c := r.Values[id]
		title := canon.Text(cmp.Or(canon.Text(titles[id]), id))
		n.add(field{name: "values." + id, values: []value{t.count(c, units[id])}, called: named(title, title)})
	}
	t.tell(n, &r)
}

func (t *taker) count(c model.Count, unit string) value {
	return value{rawOf(c), both(func(lang string) string {
		of := func(l text.Label, v float64) string {
			phrase, _ := l.In(lang)
			return text.Join(phrase, text.FormatValue(v, unit, lang))
		}
		var parts []string
		if c.Total.Given() {
			parts = append(parts, text.FormatValue(c.Total.V, unit, lang))
		}
		if c.Women.Given() {
			parts = append(parts, of(text.OfWomen(c.Women.V, unit), c.Women.V))
		}
		if c.Men.Given() {
			parts = append(parts, of(text.OfMen(c.Men.V, unit), c.Men.V))
		}
		return strings.Join(parts, ", ")
	})}
}

func (t *taker) signatures() {
	s := t.content.Signatures
	if s == nil {
		return
	}
	n := t.new("signatures", "signatures", s.Path, nil)
	n.title, n.renamable = diag.Text{SV: "Underskrifter", EN: "Signatures"}, false
	n.values("parts", false, value{rawOf(s.Parts), same("")})
	t.tell(n, s)
	for _, g := range s.Signatures {
		who := t.names.called("party", g.Party.V)
		n := t.new("signature", g.Party.V, s.Path, nil)
		n.title, n.renamable = same(who), false
		t.tell(n, &g)
	}
}

// site is what samsyn.yaml says.
func (t *taker) site() {
	c := t.content.Config
	if c == nil {
		return
	}
	n := t.new("site", "samsyn", c.Path, nil)
	n.titled("title", c.Title)
	n.values("languages", true, each(c.Languages, func(l model.Text) value {
		called := text.LanguageOf(l.V)
		return value{rawOf(l), diag.Text{SV: called.SV, EN: called.EN}}
	})...)
	n.group("accessibility", c.Accessibility, n.chosen("conformance", c.Accessibility.Conformance).said)
	v := c.Vocabulary
	n.values("vocabulary", true, each([]model.Word{v.Agreement, v.Area, v.SubGoal, v.CooperationArea, v.Initiative, v.Plan}, func(w model.Word) value {
		return value{rawOf(w), same(w.One.V)}
	})...)
	n.group("appearance", c.Appearance, same(join(c.Appearance.Colour.V, c.Appearance.Logotype.V, c.Appearance.LogotypeAlt.V)))
	n.values("synonyms", true, each(c.Synonyms, func(words []model.Text) value {
		var all []string
		for _, w := range words {
			all = append(all, canon.Text(w.V))
		}
		return value{rawOf(words), same(strings.Join(all, "/"))}
	})...)
	n.values("accepted", true, each(c.Accepted, func(a model.Acceptance) value {
		return value{rawOf(a), same(a.Rule.V + " (" + a.Where.V + ")")}
	})...)
	t.tell(n, c)
}

func (t *taker) translations() {
	if len(t.content.Translations) == 0 {
		return
	}
	first := map[string]*thing{} // in each file
	for _, n := range t.things {
		if first[n.file] == nil {
			first[n.file] = n
		}
	}
	for _, x := range t.content.Translations {
		n := t.new("translation", x.Path, x.Path, nil)
		n.renamable = false
		l := text.LanguageName(x.Language)
		of, root := same(path.Base(x.Of)), "" // where nothing in it could be read
		if f := first[x.Of]; f != nil {
			of = cmp.Or(lists[f.kind], f.title)
			root, _, _ = strings.Cut(homes[f.kind].path, ".")
		}
		n.title = diag.Say("%s (%s)", "%s (%s)", of, l)
		for _, k := range slices.Sorted(maps.Keys(x.Fields)) {
			s := canon.Text(x.Fields[k])
			n.add(field{name: k, values: []value{{s, quote(s)}}, long: true, called: translated(root, k, t.words)})
		}
		n.body(x.Body)
	}
}
