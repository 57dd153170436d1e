package diff

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"samsyn/internal/diag"
	"samsyn/internal/diff/reword"
	"samsyn/internal/text"
	"samsyn/schema"
)

// The sentences: ”Insatsen Språkvän: ansvarig ändrad från X till Y.”

// end closes a sentence, unless it is closed already.
func end(s string) string {
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(".!?…", last) {
		return s
	}
	return s + "."
}

// sentence is a sentence about a subject, in both languages: sv and en follow the subject,
// with words put into them as diag.Say does.
func sentence(subject diag.Text, sv, en string, words ...any) diag.Text {
	said := diag.Say(sv, en, words...)
	return diag.Text{SV: end(schema.Capital(subject.SV) + said.SV), EN: end(schema.Capital(subject.EN) + said.EN)}
}

// name is the thing as the subject of a sentence: ”insatsen Språkvän”.
func (t *thing) name() diag.Text {
	n := phraseOf(t.kind, t.words)
	if slices.Contains([]string{"agreement", "signatures", "places", "site"}, t.kind) {
		return n.the
	}
	return n.called(t.title)
}

// called is a thing of the kind by its title.
func (p phrase) called(title diag.Text) diag.Text {
	return diag.Text{SV: called(p.the.SV, p.one.SV, title.SV), EN: called(p.the.EN, p.one.EN, title.EN)}
}

// called puts what kind of thing it is before a title that does not say it itself:
// ”Gruppen för boende”, not ”gruppen Gruppen för boende”, and ”Handlingsplan 2025”. one is
// the kind without its article.
func called(kind, one, title string) string {
	first, _, _ := strings.Cut(strings.ToLower(title), " ")
	for _, said := range []string{kind, one} {
		if said != "" && !strings.EqualFold(title, said) && strings.HasSuffix(first, strings.ToLower(said)) {
			return title
		}
	}
	return spaced(kind, title)
}

// full is the name with where it belongs, where that is not plain from the name.
func (t *thing) full() diag.Text {
	name := t.name()
	if t.within == "" {
		return name
	}
	return diag.Text{SV: spaced(name.SV, t.where.SV), EN: spaced(name.EN, t.where.EN)}
}

// harmless is a text that can be printed anywhere, whatever the content says in it:
// all sentences become so in one place, and not field by field.
func harmless(t diag.Text) diag.Text { return diag.Text{SV: reword.Line(t.SV), EN: reword.Line(t.EN)} }

func both(make func(lang string) string) diag.Text { return diag.Text{SV: make("sv"), EN: make("en")} }

// dated are the kinds whose title is a day, which stands before what they are for.
var dated = map[string]bool{"report": true, "review": true, "observation": true, "amendment": true}

func sayAdded(t *thing) diag.Text {
	if t.kind == "signatures" || t.kind == "places" { // which come one by one: none are new by themselves
		return sentence(t.name(), " har lagts till", " was added")
	}
	return both(func(lang string) string {
		n := phraseOf(t.kind, t.words)
		head, where, title, more := n.new.In(lang), t.where.In(lang), t.title.In(lang), t.more.In(lang)
		switch {
		case t.kind == "agreement" || t.kind == "site":
			return end(schema.Capital(head))
		case dated[t.kind] && more != "":
			return end(schema.Capital(spaced(head, title, where)) + ": " + more)
		case dated[t.kind]:
			return end(schema.Capital(spaced(head, title, where)))
		}
		s := end(schema.Capital(spaced(head, where)) + ": " + title)
		if more != "" {
			s += " " + end(more)
		}
		return s
	})
}

func sayRemoved(t *thing) diag.Text {
	switch {
	case t.yearly:
		return sentence(t.name(), " fanns bara %s", " was only %s", t.where)
	case t.within == "" && t.where.SV != "":
		return sentence(t.full(), " har tagits bort %[1]s", " was removed %[2]s", strings.Replace(t.where.SV, "i ", "ur ", 1), strings.Replace(t.where.EN, "in ", "from ", 1))
	}
	return sentence(t.full(), " har tagits bort", " was removed")
}

func sayMoved(old, new *thing) diag.Text {
	from, to := cmp.Or(old.parent.said, same("–")), cmp.Or(new.parent.said, same("–"))
	return sentence(new.name(), " har flyttats från %s till %s", " was moved from %s to %s", phraseOf(new.parentNoun, new.words).called(from), to)
}

func sayAltered(new *thing, name string, a, b field) (diag.Text, reword.Rewording) {
	subject := new.full()
	if s, ok := saySpecially(new.words, subject, name, a, b); ok {
		return s, reword.Rewording{}
	}
	f := b
	if !f.given() {
		f = a
	}
	l := labelOf(new.kind, f, new.words)
	if isReworded(a, b) {
		r := reword.Of(diag.Text{
			SV: schema.Capital(subject.SV) + ": " + l.Noun.SV + " " + reworded[l.Gender],
			EN: schema.Capital(subject.EN) + ": " + l.Noun.EN + " reworded"}, a.text(), b.text())
		return r.Sentence(), r
	}
	return sentence(subject, ": %s", ": %s", sayField(new, l, a, b)), reword.Rewording{}
}

// ties tell whom a body reports to, prepares for or is appointed by, and that it no longer
// does so.
var ties = map[string]struct{ now, past diag.Text }{
	"reports_to":   {diag.Text{SV: "rapporterar nu till", EN: "now reports to"}, diag.Text{SV: "rapporterar inte längre till", EN: "no longer reports to"}},
	"prepares_for": {diag.Text{SV: "bereder nu ärenden åt", EN: "now prepares for"}, diag.Text{SV: "bereder inte längre ärenden åt", EN: "no longer prepares for"}},
	"appointed_by": {diag.Text{SV: "utses nu av", EN: "is now appointed by"}, diag.Text{SV: "utses inte längre av", EN: "is no longer appointed by"}},
}

// sayTie tells the change of a tie: ”Beredningsgruppen rapporterar nu till Forum.”
func sayTie(subject diag.Text, now, past diag.Text, a, b field) diag.Text {
	is, was := b.said(), a.said()
	switch {
	case !b.given():
		return sentence(subject, " %s %s", " %s %s", past, was)
	case !a.given():
		return sentence(subject, " %s %s", " %s %s", now, is)
	}
	return sentence(subject, " %s %s, tidigare %s", " %s %s, before %s", now, is, was)
}

// saySpecially tells the changes that have words of their own.
func saySpecially(words *schema.Words, subject diag.Text, name string, a, b field) (diag.Text, bool) {
	if tie, is := ties[name]; is {
		return sayTie(subject, tie.now, tie.past, a, b), true
	}
	is, begins := b.said(), b.given() && !a.given()
	switch {
	case name == "withdrawn" && begins:
		return sentence(subject, " har utgått %s", " was withdrawn %s", is), true
	case name == "withdrawn" && !b.given():
		return sentence(subject, " är åter i bruk", " is in use again"), true
	case name == "adopted" && begins:
		return sentence(subject, " har beslutats den %s", " was adopted on %s", is), true
	case name == "continues" && begins:
		return sentence(subject, " är en fortsättning på %s", " continues %s", is), true
	case name == "adopted_wording" && b.given():
		return sentence(subject, " %s", " %s", expanded(words, diag.Say("har prövats mot gällande lydelse av {cooperation_area} och {sub_goals}",
			"has been confirmed under the present wording of its {cooperation_area} and {sub_goals}"))), true
	case name == "parts":
		return sentence(subject, ": delarnas kontrollsummor ändrade", ": digests of the parts changed"), true
	}
	return diag.Text{}, false
}

// sayField tells the change of a field that has no words of its own for it.
func sayField(of *thing, l schema.Name, a, b field) diag.Text {
	noun := diag.Text{SV: l.Noun.SV, EN: l.Noun.EN}
	switch {
	case a.list || b.list:
		return sayList(of, l, a, b)
	case !a.given():
		return diag.Say("%[1]s %[2]s – %[3]s", "%[1]s added – %[3]s", noun, supplied[l.Gender], short(b.said()))
	case !b.given():
		return diag.Say("%[1]s %[2]s (var %[3]s)", "%[1]s removed (was %[3]s)", noun, dropped[l.Gender], short(a.said()))
	case a.text() == b.text() && a.raw() != b.raw():
		return diag.Say("en länk eller bild leder till en annan adress än förut", "a link or picture leads to another address than before")
	case a.text() == b.text():
		return diag.Say("%[1]s %[2]s till formen (rubriker, listor, betoning eller stycken), inte till orden",
			"%[1]s changed in form (headings, lists, emphasis or paragraphs), not in words", noun, changed[l.Gender])
	}
	return diag.Say("%[1]s %[2]s från %[3]s till %[4]s", "%[1]s changed from %[3]s to %[4]s", noun, changed[l.Gender], a.said(), b.said())
}

// isReworded tells whether a change of a field is one of the words of a longer text.
func isReworded(a, b field) bool {
	return (a.long || b.long) && !a.list && !b.list && a.given() && b.given() && a.text() != b.text()
}

func short(t diag.Text) diag.Text {
	return both(func(lang string) string { return strings.TrimSuffix(clip(t.In(lang)), ".") })
}

// sayList tells what came to a list and what went from it, and what changed in that which
// stayed.
func sayList(of *thing, l schema.Name, a, b field) diag.Text {
	came, went := without(b.values, a.values), without(a.values, b.values)
	if len(came) == 0 && len(went) == 0 {
		return diag.Say("%[1]s %[3]s", "%[2]s in another order", l.Noun.SV, l.Noun.EN, rearranged[l.Gender])
	}
	told, came, went := alteredWithin(of.kind, cmp.Or(b.name, a.name), came, went, of.words)
	switch {
	case len(came) > 0 && len(went) > 0:
		told = append(told, diag.Say("%[1]s har %[3]s tillkommit och %[4]s tagits bort", "%[3]s added and %[4]s removed among %[2]s", l.Among, l.Noun.EN, said(came), said(went)))
	case len(came) > 0:
		told = append(told, diag.Say("%[1]s har %[3]s tillkommit", "%[3]s added among %[2]s", l.Among, l.Noun.EN, said(came)))
	case len(went) > 0:
		told = append(told, diag.Say("%[1]s har %[3]s tagits bort", "%[3]s removed among %[2]s", l.Among, l.Noun.EN, said(went)))
	}
	return diag.Join(told, "; ", "; ")
}

func said(values []value) diag.Text {
	texts := make([]diag.Text, len(values))
	for i, v := range values {
		texts[i] = v.said
	}
	return listed(texts)
}

// listed is some texts as a list in a sentence.
func listed(texts []diag.Text) diag.Text {
	return both(func(lang string) string { return text.List(diag.AllIn(texts, lang), lang) })
}

// without gives what a has beyond b.
func without(a, b []value) []value {
	count := map[string]int{}
	for _, v := range b {
		count[v.raw]++
	}
	var rest []value
	for _, v := range a {
		if count[v.raw]--; count[v.raw] < 0 {
			rest = append(rest, v)
		}
	}
	return rest
}

// said is the field's value in words.
func (f field) said() diag.Text { return said(f.values) }
