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

// sentence is a sentence about a subject, in both languages.
func sentence(subject diag.Text, sv, en string) diag.Text {
	return diag.Text{SV: end(schema.Capital(subject.SV) + sv), EN: end(schema.Capital(subject.EN) + en)}
}

// name is the thing as the subject of a sentence: ”insatsen Språkvän”.
func (t *thing) name() diag.Text {
	n := phraseOf(t.kind, t.words)
	if slices.Contains([]string{"agreement", "signatures", "places", "site"}, t.kind) {
		return n.the
	}
	return diag.Text{SV: called(n.the.SV, n.one.SV, t.title.SV), EN: called(n.the.EN, n.one.EN, t.title.EN)}
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
		return sentence(t.name(), " fanns bara "+t.where.SV, " was only "+t.where.EN)
	case t.within == "" && t.where.SV != "":
		return sentence(t.full(), " har tagits bort "+strings.Replace(t.where.SV, "i ", "ur ", 1), " was removed "+strings.Replace(t.where.EN, "in ", "from ", 1))
	}
	return sentence(t.full(), " har tagits bort", " was removed")
}

func sayMoved(old, new *thing) diag.Text {
	n := phraseOf(new.parentNoun, new.words)
	return sentence(new.name(),
		" har flyttats från "+called(n.the.SV, n.one.SV, cmp.Or(old.parent.said.SV, "–"))+" till "+cmp.Or(new.parent.said.SV, "–"),
		" was moved from "+called(n.the.EN, n.one.EN, cmp.Or(old.parent.said.EN, "–"))+" to "+cmp.Or(new.parent.said.EN, "–"))
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
	sv, en := sayField(new, l, a, b)
	return sentence(subject, ": "+sv, ": "+en), reword.Rewording{}
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
		return sentence(subject, " "+past.SV+" "+was.SV, " "+past.EN+" "+was.EN)
	case !a.given():
		return sentence(subject, " "+now.SV+" "+is.SV, " "+now.EN+" "+is.EN)
	}
	return sentence(subject, " "+now.SV+" "+is.SV+", tidigare "+was.SV, " "+now.EN+" "+is.EN+", before "+was.EN)
}

// saySpecially tells the changes that have words of their own.
func saySpecially(words *schema.Words, subject diag.Text, name string, a, b field) (diag.Text, bool) {
	if tie, is := ties[name]; is {
		return sayTie(subject, tie.now, tie.past, a, b), true
	}
	is, begins := b.said(), b.given() && !a.given()
	switch {
	case name == "withdrawn" && begins:
		return sentence(subject, " har utgått "+is.SV, " was withdrawn "+is.EN), true
	case name == "withdrawn" && !b.given():
		return sentence(subject, " är åter i bruk", " is in use again"), true
	case name == "adopted" && begins:
		return sentence(subject, " har beslutats den "+is.SV, " was adopted on "+is.EN), true
	case name == "continues" && begins:
		return sentence(subject, " är en fortsättning på "+is.SV, " continues "+is.EN), true
	case name == "adopted_wording" && b.given():
		said := expanded(words, diag.Text{SV: " har prövats mot gällande lydelse av {cooperation_area} och {sub_goals}",
			EN: " has been confirmed under the present wording of its {cooperation_area} and {sub_goals}"})
		return sentence(subject, said.SV, said.EN), true
	case name == "parts":
		return sentence(subject, ": delarnas kontrollsummor ändrade", ": digests of the parts changed"), true
	}
	return diag.Text{}, false
}

func sayField(of *thing, l schema.Name, a, b field) (sv, en string) {
	switch {
	case a.list || b.list:
		return sayList(of, l, a, b)
	case !a.given():
		v := b.said()
		return l.Noun.SV + " " + supplied[l.Gender] + " – " + short(v.SV), l.Noun.EN + " added – " + short(v.EN)
	case !b.given():
		v := a.said()
		return l.Noun.SV + " " + dropped[l.Gender] + " (var " + short(v.SV) + ")", l.Noun.EN + " removed (was " + short(v.EN) + ")"
	case a.text() == b.text() && a.raw() != b.raw():
		return "en länk eller bild leder till en annan adress än förut", "a link or picture leads to another address than before"
	case a.text() == b.text():
		return l.Noun.SV + " " + changed[l.Gender] + " till formen (rubriker, listor, betoning eller stycken), inte till orden",
			l.Noun.EN + " changed in form (headings, lists, emphasis or paragraphs), not in words"
	}
	from, to := a.said(), b.said()
	return l.Noun.SV + " " + changed[l.Gender] + " från " + from.SV + " till " + to.SV, l.Noun.EN + " changed from " + from.EN + " to " + to.EN
}

// isReworded tells whether a change of a field is one of the words of a longer text.
func isReworded(a, b field) bool {
	return (a.long || b.long) && !a.list && !b.list && a.given() && b.given() && a.text() != b.text()
}

func short(s string) string { return strings.TrimSuffix(clip(s), ".") }

// sayList tells what came to a list and what went from it, and what changed in that which
// stayed.
func sayList(of *thing, l schema.Name, a, b field) (sv, en string) {
	came, went := without(b.values, a.values), without(a.values, b.values)
	if len(came) == 0 && len(went) == 0 {
		return l.Noun.SV + " " + rearranged[l.Gender], l.Noun.EN + " in another order"
	}
	svs, ens, left := alteredWithin(of.kind, cmp.Or(b.name, a.name), came, went, of.words)
	came, went = left[0], left[1]
	among, amongEN := l.Among+" har ", " among "+l.Noun.EN
	cameSV, cameEN := text.List(said(came, "sv"), "sv"), text.List(said(came, "en"), "en")
	wentSV, wentEN := text.List(said(went, "sv"), "sv"), text.List(said(went, "en"), "en")
	switch {
	case len(came) > 0 && len(went) > 0:
		svs, ens = append(svs, among+cameSV+" tillkommit och "+wentSV+" tagits bort"), append(ens, cameEN+" added and "+wentEN+" removed"+amongEN)
	case len(came) > 0:
		svs, ens = append(svs, among+cameSV+" tillkommit"), append(ens, cameEN+" added"+amongEN)
	case len(went) > 0:
		svs, ens = append(svs, among+wentSV+" tagits bort"), append(ens, wentEN+" removed"+amongEN)
	}
	return strings.Join(svs, "; "), strings.Join(ens, "; ")
}

func said(values []value, lang string) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = v.said.In(lang)
	}
	return list
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
func (f field) said() diag.Text {
	return diag.Text{SV: text.List(said(f.values, "sv"), "sv"), EN: text.List(said(f.values, "en"), "en")}
}
