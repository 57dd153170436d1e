package wording

import (
	"regexp"
	"strings"

	"samsyn/internal/diag"
	"samsyn/schema"
)

var (
	// missing is how a sentence begins that says that a field is not there; the rest is
	// about lines.
	missing = regexp.MustCompile(`^(Fältet|The field) [a-z_]+ \(([^)]+)\) (saknas|is missing)\..*$`)
	// explained is a word of the files with what people call it behind.
	explained = regexp.MustCompile(`(^|[ ,:])[a-z_]+ \((\p{Lu}[^()]*)\)`)
	// fieldName is what may be the name of a field, with those that it stands in.
	fieldName = regexp.MustCompile(`[\pL\pN_./-]+`)
	// before are the words of an English sentence behind which a field is named: there the
	// names are words, too.
	before = regexp.MustCompile(`(?i)\b(field|under|in|add|remove|mark|correct|with|of)( [a-z_]+( and|,))? $`)
	// certain are the words of a sentence behind which a field is named, whatever else its
	// name may mean.
	certain = regexp.MustCompile(`(?i)\b(fältet|skriv|field|fälten stå:|fälten stå: [a-z_]+ eller) $`)
	// file is one of which there is one of a kind, by its name alone.
	file = regexp.MustCompile(`(^|[ (])([a-z]+)\.yaml`)
	// folder is where files of a kind stand; who adds one in the editor need not know.
	folder = regexp.MustCompile(` (?:i|in) agreement/(?:reviews|results)\b`)
)

// common are the names of fields that are words of a language, too.
var common = map[string]map[string]bool{
	"sv": {"text": true, "period": true, "status": true, "order": true, "part": true, "plan": true, "plans": true, "men": true, "by": true},
	"en": {"text": true, "period": true, "status": true, "order": true, "part": true, "plan": true, "men": true, "by": true, "to": true, "from": true, "what": true, "one": true, "many": true, "how": true, "why": true, "where": true, "area": true},
}

// filesCalled are what the files are called of which there is one of a kind.
var filesCalled = map[string]schema.Label{
	"samsyn":       {SV: "inställningarna", EN: "the settings"},
	"agreement":    {SV: "{the_agreement}", EN: "the {agreement}"},
	"parties":      {SV: "listan över parter", EN: "the list of parties"},
	"organisation": {SV: "organisationen", EN: "the organisation"},
	"places":       {SV: "listan över platser", EN: "the list of places"},
	"strategies":   {SV: "listan över strategier", EN: "the list of strategies"},
	"calendar":     {SV: "kalendern", EN: "the calendar"},
	"signatures":   {SV: "underskrifterna", EN: "the signatures"},
}

// Plain is a sentence about a kind of file for people who do not see how the content is
// written: fields are called what the form calls them, and words of the files what they
// mean.
func (w *Wording) Plain(kind string, t diag.Text) diag.Text {
	known := terms{fields: map[string]schema.Label{}, values: map[string]schema.Label{}}
	known.of(kind)
	for _, m := range file.FindAllStringSubmatch(t.SV, -1) {
		if _, is := filesCalled[m[2]]; is {
			known.of(m[2]) // it is about that file's fields
		}
	}
	known.of("review") // which a sentence about another file may ask for
	return diag.Text{SV: w.plainly(t.SV, known, swedish), EN: w.plainly(t.EN, known, english)}
}

// tongue is how a language names fields.
type tongue struct {
	name, open, end, yes string
	in                   func(schema.Label) string
}

var (
	swedish = tongue{"sv", "”", "”", "Ja", func(l schema.Label) string { return l.SV }}
	english = tongue{"en", "“", "”", "Yes", func(l schema.Label) string { return l.EN }}
)

// is tells whether a field's name is meant, and no word of the language.
func (l tongue) is(name, behind string) bool {
	if certain.MatchString(behind) {
		return true
	}
	last := name[strings.LastIndexByte(name, '.')+1:]
	return !common[l.name][last] && (l.name == "sv" || strings.Contains(name, "_") || before.MatchString(behind))
}

func (w *Wording) plainly(s string, known terms, l tongue) string {
	if m := missing.FindStringSubmatch(s); m != nil {
		return m[1] + " " + l.open + m[2] + l.end + " " + m[3] + "."
	}
	s = folder.ReplaceAllString(explained.ReplaceAllString(s, "$1"+l.open+"$2"+l.end), "")
	var b strings.Builder
	at := 0
	for _, place := range fieldName.FindAllStringIndex(s, -1) {
		token := s[place[0]:place[1]]
		name := strings.TrimRight(token, ".")
		last := name[strings.LastIndexByte(name, '.')+1:]
		label, field := known.fields[last]
		if !field || strings.ContainsAny(name, "/-") || l.in(label) == "" || !l.is(name, s[:place[0]]) {
			continue
		}
		b.WriteString(s[at:place[0]] + l.open + w.words.Expand(l.in(label), l.name) + l.end + token[len(name):])
		at = place[1]
	}
	s = behindField.ReplaceAllStringFunc(b.String()+s[at:], func(m string) string {
		value := m[len("”: "):]
		if label := l.in(known.values[value]); label != "" {
			return "”: " + l.open + w.words.Expand(label, l.name) + l.end
		}
		return strings.Replace(m, "true", l.yes, 1)
	})
	return file.ReplaceAllStringFunc(s, func(m string) string {
		sub := file.FindStringSubmatch(m)
		if label, is := filesCalled[sub[2]]; is {
			return sub[1] + w.words.Expand(l.in(label), l.name)
		}
		return m
	})
}

// behindField is a value behind the name of its field.
var behindField = regexp.MustCompile(`”: [a-z_]+`)

// terms are what the fields of kinds of files are called, by their names, and their values.
type terms struct{ fields, values map[string]schema.Label }

// of takes in those of a kind of file that are not known yet. Where several have the same
// name, it is the one that stands least deep.
func (t terms) of(kind string) {
	if kind == "" {
		return
	}
	whole, err := schema.TypeOf(kind)
	if err != nil {
		return // the sentence stays as it is
	}
	for level, deep := []*schema.Type{whole}, 0; len(level) > 0 && deep < 12; deep++ {
		var below []*schema.Type
		for _, of := range level {
			for value, label := range of.Labels {
				if _, known := t.values[value]; !known {
					t.values[value] = label
				}
			}
			below = append(below, of.Variants...)
			if of.Items != nil {
				below = append(below, of.Items)
			}
			for _, f := range of.Fields {
				if _, known := t.fields[f.Name]; !known {
					t.fields[f.Name] = f.Type.Name.Label
				}
				below = append(below, f.Type)
			}
		}
		level = below
	}
}
