package schema

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Noun is what a kind of thing is called, in the forms that sentences need.
type Noun struct {
	One, TheOne   string
	Many, TheMany string
	Gender        Gender
}

// english is a noun of English, whose definite form has a word of its own.
func english(one, many string) Noun {
	return Noun{One: one, TheOne: "the " + one, Many: many, TheMany: "the " + many}
}

// kinds are the kinds of things that content is made of, in Swedish and English. The
// words of the first six may be replaced by a county's own.
var kinds = map[string]struct{ sv, en Noun }{
	"agreement":        {Noun{"överenskommelse", "överenskommelsen", "överenskommelser", "överenskommelserna", Common}, english("agreement", "agreements")},
	"area":             {Noun{"område", "området", "områden", "områdena", Neuter}, english("area", "areas")},
	"sub_goal":         {Noun{"delmål", "delmålet", "delmål", "delmålen", Neuter}, english("sub-goal", "sub-goals")},
	"cooperation_area": {Noun{"samverkansområde", "samverkansområdet", "samverkansområden", "samverkansområdena", Neuter}, english("cooperation area", "cooperation areas")},
	"initiative":       {Noun{"insats", "insatsen", "insatser", "insatserna", Common}, english("initiative", "initiatives")},
	"plan":             {Noun{"handlingsplan", "handlingsplanen", "handlingsplaner", "handlingsplanerna", Common}, english("action plan", "action plans")},

	// What a plan is called once it is plain which kind of plan is meant.
	"short_plan":   {Noun{"plan", "planen", "planer", "planerna", Common}, english("plan", "plans")},
	"local_plan":   {Noun{"lokal överenskommelse (LÖK)", "den lokala överenskommelsen (LÖK)", "lokala överenskommelser (LÖK)", "de lokala överenskommelserna (LÖK)", Common}, english("local agreement", "local agreements")},
	"chapter":      {Noun{"avsnitt", "avsnittet", "avsnitt", "avsnitten", Neuter}, english("chapter", "chapters")},
	"target_group": {Noun{"målgrupp", "målgruppen", "målgrupper", "målgrupperna", Common}, english("target group", "target groups")},
	"term":         {Noun{"begrepp", "begreppet", "begrepp", "begreppen", Neuter}, english("term", "terms")},
	"amendment":    {Noun{"ändring", "ändringen", "ändringar", "ändringarna", Common}, english("amendment", "amendments")},
	"annex":        {Noun{"bilaga", "bilagan", "bilagor", "bilagorna", Common}, english("annex", "annexes")},
	"party":        {Noun{"part", "parten", "parter", "parterna", Common}, english("party", "parties")},
	"body":         {Noun{"grupp", "gruppen", "grupper", "grupperna", Common}, english("group", "groups")},
	"strategy":     {Noun{"strategi", "strategin", "strategier", "strategierna", Common}, english("strategy", "strategies")},
	"indicator":    {Noun{"indikator", "indikatorn", "indikatorer", "indikatorerna", Common}, english("indicator", "indicators")},
	"observation":  {Noun{"utfall", "utfallet", "utfall", "utfallen", Neuter}, english("figure", "figures")},
	"review":       {Noun{"aktualitetsprövning", "aktualitetsprövningen", "aktualitetsprövningar", "aktualitetsprövningarna", Common}, english("relevance review", "relevance reviews")},
	"event":        {Noun{"händelse", "händelsen", "händelser", "händelserna", Common}, english("event", "events")},
	"resource":     {Noun{"resurs", "resursen", "resurser", "resurserna", Common}, english("resource", "resources")},
	"signature":    {Noun{"underskrift", "underskriften", "underskrifter", "underskrifterna", Common}, english("signature", "signatures")},
	"priority":     {Noun{"prioritering", "prioriteringen", "prioriteringar", "prioriteringarna", Common}, english("priority", "priorities")},
	"measure":      {Noun{"mått", "måttet", "mått", "måtten", Neuter}, english("measure", "measures")},
	"report":       {Noun{"lägesrapport", "lägesrapporten", "lägesrapporter", "lägesrapporterna", Common}, english("report", "reports")},
	"reporting":    {Noun{"återkommande redovisning", "den återkommande redovisningen", "återkommande redovisningar", "de återkommande redovisningarna", Common}, english("reporting duty", "reporting duties")},
	"duty":         {Noun{"uppdrag", "uppdraget", "uppdrag", "uppdragen", Neuter}, english("duty", "duties")},
	"place":        {Noun{"plats", "platsen", "platser", "platserna", Common}, english("place", "places")},
	"results":      {Noun{"resultatrapport", "resultatrapporten", "resultatrapporter", "resultatrapporterna", Common}, english("results report", "results reports")},
	"site":         {Noun{"webbplats", "webbplatsen", "webbplatser", "webbplatserna", Common}, english("site", "sites")},
	"translation":  {Noun{"översättning", "översättningen", "översättningar", "översättningarna", Common}, english("translation", "translations")},
}

// Words are the words for kinds of things: the built-in ones, and in their place
// those that a county has of its own. A nil Words has the built-in ones alone.
type Words struct{ own map[ownWord]Noun }

type ownWord struct{ language, kind string }

// Own puts a county's word for a kind in the place of the built-in one.
func (w *Words) Own(language, kind string, n Noun) {
	if w.own == nil {
		w.own = map[ownWord]Noun{}
	}
	w.own[ownWord{language, kind}] = n
}

// Noun is the word for a kind of thing in Swedish or English ("en"). A kind is
// written as in the schemas' marks, with hyphens, or as fields are.
func (w *Words) Noun(kind, language string) Noun {
	kind = strings.ReplaceAll(kind, "-", "_")
	if w != nil {
		if n, own := w.own[ownWord{language, kind}]; own {
			return n
		}
		if n, own := w.own[ownWord{language, "plan"}]; own {
			switch kind {
			case "short_plan":
				return n
			case "local_plan":
				return local(n, language)
			}
		}
	}
	if language == "en" {
		return kinds[kind].en
	}
	return kinds[kind].sv
}

// local is what a local plan is called where plans have a word of the county's own:
// that word with an adjective, unless it says so itself.
func local(n Noun, language string) Noun {
	switch {
	case strings.HasPrefix(strings.ToLower(n.One), "lokal"), strings.HasPrefix(strings.ToLower(n.One), "local"):
		return n
	case language == "en":
		return english("local "+n.One, "local "+n.Many)
	}
	one, the := "lokal ", "den lokala "
	if n.Gender == Neuter {
		one, the = "lokalt ", "det lokala "
	}
	return Noun{one + n.One, the + n.TheOne, "lokala " + n.Many, "de lokala " + n.TheMany, n.Gender}
}

// Expand puts words into a sentence in the place of their marks:
//
//	{area}        område       {areas}       områden
//	{the_area}    området      {the_areas}   områdena
//	{Area}        Område, and so on for what begins a sentence
//	{area:ny|nytt}             what goes with the gender of the word
//	{a_area}      an area      with its article, in English
//	{the_area's}  områdets     the genitive, of any of these
//
// What is no mark stays as it stands.
func (w *Words) Expand(s, language string) string {
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		mark, after, closed := strings.Cut(rest, "}")
		word, known := w.marked(mark, language)
		if !closed || !known {
			b.WriteByte('{')
			s = rest
			continue
		}
		b.WriteString(word)
		s = after
	}
}

// marked is the word that a mark stands for.
func (w *Words) marked(mark, language string) (word string, known bool) {
	name, choice, chosen := strings.Cut(mark, ":")
	name, genitive := strings.CutSuffix(name, "'s")
	first, size := utf8.DecodeRuneInString(name)
	capital := unicode.IsUpper(first)
	name = string(unicode.ToLower(first)) + name[size:]
	name, definite := strings.CutPrefix(name, "the_")
	name, article := strings.CutPrefix(name, "a_")
	kind, many := kindOf(name)
	if kind == "" {
		return "", false
	}
	n := w.Noun(kind, language)
	switch {
	case chosen:
		common, neuter, _ := strings.Cut(choice, "|")
		word = common
		if n.Gender == Neuter {
			word = neuter
		}
	case definite && many:
		word = n.TheMany
	case definite:
		word = n.TheOne
	case many:
		word = n.Many
	case article:
		word = withArticle(n.One)
	default:
		word = n.One
	}
	if genitive {
		word = genitiveOf(word, language)
	}
	if capital {
		word = Capital(word)
	}
	return word, true
}

// genitiveOf puts the ending of the genitive on a word. A Swedish word that ends in an
// s already gets none.
func genitiveOf(word, language string) string {
	switch {
	case language == "en":
		return word + "'s"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "z"):
		return word
	}
	return word + "s"
}

// kindOf reads a mark's name: a kind, or the plural of one.
func kindOf(name string) (kind string, many bool) {
	if _, known := kinds[name]; known {
		return name, false
	}
	for _, ending := range []struct{ plural, one string }{{"ies", "y"}, {"s", ""}, {"es", ""}} {
		if stem, ok := strings.CutSuffix(name, ending.plural); ok {
			if _, known := kinds[stem+ending.one]; known {
				return stem + ending.one, true
			}
		}
	}
	return "", false
}

func withArticle(noun string) string {
	if strings.ContainsRune("aeiouAEIOU", firstOf(noun)) {
		return "an " + noun
	}
	return "a " + noun
}

func firstOf(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// Capital begins a word with a capital letter.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// LongestIdentifier is how many characters an identifier may have: it becomes a part of
// file names, of which no system takes more than 255 bytes. The schema has it too.
const LongestIdentifier = 200
