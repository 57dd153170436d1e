package advice

import (
	"strings"
	"sync"

	"samsyn/schema"
)

// every lists all types of all schemas.
func every() (all []*schema.Type) {
	for _, n := range schema.Names() {
		if t, err := schema.TypeOf(n); err == nil {
			all = append(all, t.All()...)
		}
	}
	return all
}

// fieldNames are all names that a schema gives to a field.
var fieldNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, t := range every() {
		for _, f := range t.Fields {
			names[f.Name] = true
		}
	}
	return names
})

// blocks are the fields that have fields of their own below them, with those, over all
// schemas.
var blocks = sync.OnceValue(func() map[string][]string {
	found := map[string][]string{}
	var walk func(t *schema.Type)
	walk = func(t *schema.Type) {
		for _, f := range t.Fields {
			if inner := f.Type.For("object"); inner != nil {
				found[f.Name] = append(found[f.Name], inner.FieldNames()...)
				walk(inner)
			}
		}
	}
	for _, n := range schema.Names() {
		if t, err := schema.TypeOf(n); err == nil {
			walk(t)
		}
	}
	return found
})

// enumerated are the fields whose value is one of some, of those names that are of one
// field, over all schemas.
var enumerated = sync.OnceValue(func() map[string]*schema.Type {
	found := map[string]*schema.Type{}
	seen := map[string]string{}
	for _, t := range every() {
		for _, f := range t.Fields {
			values := strings.Join(f.Type.Enum, " ")
			if before, again := seen[f.Name]; again && before != values {
				values = "" // elsewhere the name is of another field
			}
			seen[f.Name] = values
			delete(found, f.Name)
			if values != "" {
				found[f.Name] = f.Type
			}
		}
	}
	return found
})

// everyday are words that people use in the place of a field's title, and the fields
// that they mean, most likely first.
var everyday = map[string][]string{
	"rubrik": {"title"}, "namn": {"name", "title"}, "läge": {"status"}, "tidsperiod": {"period"}, "tid": {"period"}, "start": {"from"}, "startdatum": {"from"}, "slut": {"to"}, "slutdatum": {"to"},
	"datum": {"date", "due"}, "metod": {"method"}, "uppföljningsmetod": {"method"}, "rapporter": {"reports"}, "rapport": {"reports"}, "deltagare": {"partners", "members"}, "samarbetspartner": {"partners"}, "samarbetspartners": {"partners"},
	"e-post": {"email"}, "epost": {"email"}, "mejl": {"email"}, "mail": {"email"}, "telefon": {"phone"}, "länk": {"url"}, "webb": {"url"}, "webbplats": {"url"}, "hemsida": {"url"}, "protokoll": {"minutes"},
	"typ": {"kind"}, "beskrivning": {"definition", "description", "text"}, "kommentar": {"note"}, "belopp": {"amount_sek"}, "kvinnor": {"women"}, "män": {"men"}, "totalt": {"total"}, "antal": {"total"}, "år": {"year"}, "roll": {"role"},
	"mål": {"target"}, "enhet": {"unit"}, "källa": {"source"}, "kod": {"code"}, "beteckning": {"id"}, "skäl": {"reason"}, "anledning": {"reason"},
}

// Titled is the name of the field whose Swedish title, or the beginning of it, somebody
// wrote; "" where there is none. whole tells that it is all of the title.
func Titled(t *schema.Type, key string) (name string, whole bool) {
	if f := titled(t, key); f != nil {
		return f.Name, strings.EqualFold(f.Type.Title, strings.ReplaceAll(key, "_", " "))
	}
	return "", false
}

// titled finds the field whose Swedish title somebody wrote in the place of its
// name, or the beginning of the title, where only one begins so, or an everyday word
// for it; nil where there is none.
func titled(t *schema.Type, key string) *schema.Field {
	const telling = 4 // letters, with which a beginning says something
	key = strings.ToLower(strings.ReplaceAll(key, "_", " "))
	var begun []*schema.Field
	for i := range t.Fields {
		title := strings.ToLower(t.Fields[i].Type.Title)
		if title == key {
			return &t.Fields[i]
		}
		if len(key) >= telling && strings.HasPrefix(title, key) {
			begun = append(begun, &t.Fields[i])
		}
	}
	if len(begun) == 1 {
		return begun[0]
	}
	for _, name := range everyday[key] {
		if f := t.Field(name); f != nil {
			return f
		}
	}
	return nil
}
