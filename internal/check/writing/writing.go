package writing

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"samsyn/internal/advice"
	"samsyn/internal/canon"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// Writing are the rules about text, in fields and below them.
var Writing = []pass.Rule{
	pass.Warns("placeholder", placeholders),
	pass.Warns("stale-translation", staleTranslations),
}

// file is one file of the content, whose fields are a struct of the model, nil where it is
// not there.
type file struct {
	path   string
	id     string // by which its warnings are accepted
	fields any
	body   *prose.Doc
	at     diag.Place // of what stands above a body, where that could be read
}

// filesOf lists the files of a content that can have texts.
func filesOf(c *model.Content) []file {
	all := []file{
		{"samsyn.yaml", "samsyn", c.Config, nil, diag.Place{}},
		{"agreement/agreement.yaml", "agreement", c.Agreement, nil, diag.Place{}},
		{"agreement/parties.yaml", "parties", c.Parties, nil, diag.Place{}},
		{"agreement/organisation.yaml", "organisation", c.Organisation, nil, diag.Place{}},
		{"agreement/places.yaml", "places", c.Places, nil, diag.Place{}},
		{"agreement/strategies.yaml", "strategies", c.Strategies, nil, diag.Place{}},
		{"agreement/calendar.yaml", "calendar", c.Calendar, nil, diag.Place{}},
	}
	for _, x := range c.Chapters {
		all = append(all, file{x.Path, x.Name, (*model.Chapter)(nil), x.Body, diag.Place{}})
	}
	for _, x := range c.Areas {
		all = append(all, file{x.Path, x.ID.V, x, x.Body, x.At})
	}
	for _, x := range c.Indicators {
		all = append(all, file{x.Path, x.ID.V, x, nil, diag.Place{}})
	}
	for _, x := range c.Reviews {
		all = append(all, file{x.Path, x.ID.V, x, x.Body, x.At})
	}
	for _, x := range c.Resources {
		all = append(all, file{x.Path, x.ID.V, x, x.Body, x.At})
	}
	for _, x := range c.Results {
		all = append(all, file{x.Path, x.ID.V, x, x.Body, x.At})
	}
	for _, p := range c.Plans {
		all = append(all, file{p.Path, p.ID.V, p, nil, diag.Place{}})
		for _, x := range p.Initiatives {
			all = append(all, file{x.Path, x.FullID(), x, x.Body, x.At})
		}
	}
	return all
}

// standIn is a whole text that only keeps the place of one.
var standIn = regexp.MustCompile(`(?i)^[\s(\[<"'”]*(?:` +
	`(?:det )?(?:framgår|anges|uppges) (?:inte|ej)(?: (?:av|i) \pL+)?|(?:ej|inte|icke) (?:angivet|angiven|angivna|aktuellt|ifyllt|klart|känt|bestämt|uppgivet|tillämpligt)|` +
	`(?:uppgift|text|beskrivning|information) saknas|saknas|okänt|(?:fylls? i|kompletteras|skrivs|läggs till) (?:senare|här)|kommer (?:senare|snart)?|` +
	`todo|tbd|tba|xxx+|n/?a|ingen uppgift|se (?:ovan|nedan)|test|asdf\w*|exempeltext|platshållare|placeholder|not (?:stated|specified|available|known)|to be (?:decided|added|written)|` +
	`[-–—_.…?*]+|\.{2,})[\s)\]>"'”.!:]*$`)

// beginnings are the words that one can begin with, beside signs.
var beginnings = setOf("det", "framgår", "anges", "uppges", "ej", "inte", "icke", "uppgift", "text", "beskrivning", "information", "saknas", "okänt",
	"fyll", "fylls", "kompletteras", "skrivs", "läggs", "kommer", "todo", "tbd", "tba", "n", "na", "ingen", "se", "test", "exempeltext", "platshållare",
	"placeholder", "not", "to")

// standsIn tells whether a text only keeps the place of one. Such texts are short, and few
// others begin as they do.
func standsIn(text string) bool {
	if len(text) > 80 {
		return false
	}
	rest := strings.TrimLeft(text, "\t\n\f\r ([<\"'”")
	word := rest
	if end := strings.IndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) }); end >= 0 {
		word = rest[:end]
	}
	word = strings.ToLower(word)
	return (word == "" || beginnings[word] || strings.HasPrefix(word, "xxx") || strings.HasPrefix(word, "asdf")) && standIn.MatchString(text)
}

// noTexts are the fields that are there to say what is missing, and those that name a
// thing for other files.
var noTexts = map[string]bool{"note": true, "reason": true, "id": true}

func placeholders(k pass.Pass) {
	references := sync.OnceValue(func() map[diag.Place]bool { return referencesOf(k.Content) })
	for _, f := range filesOf(k.Content) {
		tell := func(at diag.Place, text string) {
			k.About(f.id, at, diag.Say(
				"”%s” är en platshållare och publiceras som den är. Skriv det som ska stå här, eller ta bort fältet och skriv i note vad som saknas.",
				"“%s” is a placeholder and is published as it is. Write what is to stand here, or remove the field and write in note what is missing.", advice.Clip(text)))
		}
		model.Texts(f.fields, func(where model.TextPath, t model.Text) {
			if !noTexts[where[len(where)-1]] && where[0] != "accepted" && (standsIn(t.V) || pass.LeftForLater(t.V)) && !references()[t.At] {
				tell(t.At, t.V)
			}
		})
		placeholderIn(f.body, tell)
	}
}

// referencesOf is where identifiers stand in place of a text: one that is there stands in
// for nothing, whatever it is called, and one that is not is told as that.
func referencesOf(c *model.Content) map[diag.Place]bool {
	at := map[diag.Place]bool{}
	for r := range c.References() {
		at[r.At] = true
	}
	return at
}

// placeholderIn looks at the headings and paragraphs of a text. Of those only one is
// told: whoever comes to write there sees the rest.
func placeholderIn(doc *prose.Doc, tell func(diag.Place, string)) {
	if doc == nil {
		return
	}
	for _, b := range doc.Blocks {
		var text string
		var at diag.Pos
		switch b := b.(type) {
		case *prose.Heading:
			text, at = prose.Plain(b.Inlines), b.At
		case *prose.Paragraph:
			text, at = prose.Plain(b.Inlines), b.At
		default:
			continue
		}
		if pass.LeftForLater(text) || len(doc.Blocks) == 1 && standsIn(text) {
			tell(in(doc, at), text)
			return
		}
	}
}

// staleTranslations tells of translations whose original says something else than in
// the base, while they say what they said.
func staleTranslations(k pass.Pass) {
	if k.Base == nil {
		return
	}
	before := map[string]*model.Translation{}
	for _, t := range k.Base.Translations {
		before[t.Path] = t
	}
	was, is := map[string]file{}, map[string]file{}
	for _, f := range filesOf(k.Base) {
		was[f.path] = f
	}
	for _, f := range filesOf(k.Content) {
		is[f.path] = f
	}
	for _, t := range k.Translations {
		old := before[t.Path]
		if old == nil || t.Broken || old.Broken {
			continue
		}
		if where := stale(old, t, was[t.Of], is[t.Of]); !where.IsZero() {
			k.About(pass.OwnID(t.Path), diag.Whole(t.Path), diag.Say(
				"Originalet %[1]s har ändrats (%[2]s) men inte översättningen. Översätt ändringen.",
				"The original %[1]s was changed (%[2]s), but not its translation. Translate the change.", t.Of, where))
		}
	}
}

// stale finds the first text that has another original and the same translation; it is
// empty where there is none.
func stale(old, now *model.Translation, was, is file) diag.Text {
	if was.fields == nil || is.fields == nil {
		return diag.Text{}
	}
	if !now.Body.Empty() && canon.Of(old.Body) == canon.Of(now.Body) && canon.Of(was.body) != canon.Of(is.body) {
		return diag.Say("texten", "the text")
	}
	texts := func(f file) map[string]string {
		all := map[string]string{}
		model.Texts(f.fields, func(path model.TextPath, t model.Text) { all[path.String()] = canon.Text(t.V) })
		return all
	}
	before, after := texts(was), texts(is)
	where := ""
	for path, said := range now.Fields {
		if before[path] != "" && after[path] != "" && before[path] != after[path] && old.Fields[path] == said && (where == "" || path < where) {
			where = path
		}
	}
	return diag.Text{SV: where, EN: where}
}
