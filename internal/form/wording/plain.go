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
)

// swedish are the names of fields that are Swedish words, too.
var swedish = map[string]bool{"text": true, "period": true, "status": true, "order": true, "part": true, "plan": true, "men": true, "by": true, "to": true, "from": true, "what": true, "one": true, "many": true, "how": true, "why": true, "where": true, "area": true}

// Plain is a sentence about a kind of file for people who do not see how the content is
// written: fields are called what the form calls them, and words of the files what they
// mean.
func (w *Wording) Plain(kind string, t diag.Text) diag.Text {
	labels, err := labels(kind)
	if err != nil {
		return t
	}
	return diag.Text{SV: plainly(t.SV, labels, func(string, string) bool { return true }, "”", "”", func(l schema.Label) string { return l.SV }, w.words, "sv"),
		EN: plainly(t.EN, labels, func(name, behind string) bool { return strings.Contains(name, "_") || before.MatchString(behind) }, "“", "”", func(l schema.Label) string { return l.EN }, w.words, "en")}
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
func labels(of string) (map[string]schema.Label, error) {
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
