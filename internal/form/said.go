package form

import (
	"regexp"
	"strings"

	"samsyn/internal/diag"
	"samsyn/schema"
)

// said is what a finding says to somebody who fills in a form. Where its own words are
// about how the file is written, others are about what is to be filled in.
func (f *Form) said(found diag.Finding, at *Field) diag.Text {
	if at == nil || at.t == nil {
		return f.plain(found.Message)
	}
	switch found.Rule {
	case diag.MissingField:
		return lacking(at)
	case diag.InvalidDate:
		if at.Partial {
			return diag.Text{SV: "Skriv datumet som år, månad och dag, till exempel 2026-09-30. Är bara månaden eller året känt: 2026-09 eller 2026.",
				EN: "Write the date as year, month and day, such as 2026-09-30. If only the month or the year is known: 2026-09 or 2026."}
		}
		return diag.Text{SV: "Skriv datumet som år, månad och dag, till exempel 2026-09-30.", EN: "Write the date as year, month and day, such as 2026-09-30."}
	case diag.WrongType:
		if at.Kind == Number && at.t.Allows("number") {
			return diag.Text{SV: "Skriv ett tal, till exempel 12 eller 6,5.", EN: "Write a number, such as 12 or 6.5."}
		} else if at.Kind == Number {
			return diag.Text{SV: "Skriv ett helt tal, till exempel 12.", EN: "Write a whole number, such as 12."}
		}
	case diag.InvalidID:
		return diag.Text{SV: "Skriv bara små bokstäver a–z, siffror och bindestreck.", EN: "Write small letters a–z, digits and hyphens only."}
	}
	if found.Rule.Name == "unknown-reference" && (at.Kind == Choice || at.Kind == Many || at.Kind == OneOf) {
		return diag.Text{SV: "Välj något som finns i listan.", EN: "Choose something that is in the list."}
	}
	return f.plain(found.Message)
}

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
)

// swedish are the names of fields that are Swedish words, too.
var swedish = map[string]bool{"text": true, "period": true, "status": true, "order": true, "part": true, "plan": true, "men": true, "by": true, "to": true, "from": true, "what": true, "one": true, "many": true, "how": true, "why": true, "where": true, "area": true}

// plain is a sentence for people who do not see how the content is written: fields are
// called what the form calls them, and words of the files what they mean.
func (f *Form) plain(t diag.Text) diag.Text {
	labels, err := f.b.labels(f.role.Schema)
	if err != nil {
		return t
	}
	return diag.Text{SV: plainly(t.SV, labels, func(string, string) bool { return true }, "”", "”", func(l schema.Label) string { return l.SV }, f.b.words, "sv"),
		EN: plainly(t.EN, labels, func(name, behind string) bool { return strings.Contains(name, "_") || before.MatchString(behind) }, "“", "”", func(l schema.Label) string { return l.EN }, f.b.words, "en")}
}

func plainly(s string, labels map[string]schema.Label, is func(name, behind string) bool, open, end string, in func(schema.Label) string, words *schema.Words, language string) string {
	if m := missing.FindStringSubmatch(s); m != nil {
		return m[1] + " " + open + m[2] + end + " " + m[3] + "."
	}
	s = explained.ReplaceAllString(s, "$1"+open+"$2"+end)
	var b strings.Builder
	at := 0
	for _, place := range fieldName.FindAllStringIndex(s, -1) {
		token := s[place[0]:place[1]]
		name := strings.TrimRight(token, ".")
		last := name[strings.LastIndexByte(name, '.')+1:]
		label, known := labels[last]
		if !known || swedish[last] || strings.ContainsAny(name, "/-") || in(label) == "" || !is(name, s[:place[0]]) {
			continue
		}
		b.WriteString(s[at:place[0]] + open + words.Expand(in(label), language) + end + token[len(name):])
		at = place[1]
	}
	return strings.ReplaceAll(b.String()+s[at:], end+": true", end+map[string]string{"sv": ": Ja", "en": ": Yes"}[language])
}

// labels are what the fields of a kind of file are called, by their names. Where several
// have the same name, it is the one that stands least deep.
func (b *builder) labels(of string) (map[string]schema.Label, error) {
	all := map[string]schema.Label{}
	if of == "" {
		return all, nil
	}
	t, err := schema.TypeOf(of)
	if err != nil {
		return nil, err
	}
	for level, deep := []*schema.Type{t}, 0; len(level) > 0 && deep < 12; deep++ {
		var below []*schema.Type
		for _, t := range level {
			below = append(below, t.Variants...)
			if t.Items != nil {
				below = append(below, t.Items)
			}
			for _, f := range t.Fields {
				if _, known := all[f.Name]; !known {
					all[f.Name] = f.Type.Name.Label
				}
				below = append(below, f.Type)
			}
		}
		level = below
	}
	return all, nil
}

// lacking says that a field is to be filled in.
func lacking(f *Field) diag.Text {
	switch f.Kind {
	case Choice, YesNo, Path:
		return diag.Text{SV: "Välj ett alternativ.", EN: "Choose an option."}
	case Many:
		return diag.Text{SV: "Välj minst ett alternativ.", EN: "Choose at least one option."}
	case OneOf:
		return diag.Text{SV: "Välj i listan, eller skriv ett namn.", EN: "Choose from the list, or write a name."}
	case List:
		return diag.Text{SV: "Lägg till minst en post.", EN: "Add at least one entry."}
	case Group:
		if len(f.t.For("object").ExactlyOne) > 0 {
			return diag.Text{SV: "Fyll i ett av fälten.", EN: "Fill in one of the fields."}
		}
	}
	return diag.Text{SV: "Fyll i det här fältet.", EN: "Fill in this field."}
}
