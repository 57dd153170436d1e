package diff

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/canon"
	"samsyn/internal/diag"
	"samsyn/internal/identity"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/text"
	"samsyn/schema"
)

// value is a field's value: raw as the files have it, said as a person reads it.
type value struct {
	raw  string
	said diag.Text
}

// field is a field of a thing. An absent one has no values.
type field struct {
	name   string
	values []value
	list   bool        // its values come and go one by one
	group  bool        // it has fields of its own, which are told one by one
	order  bool        // only the order of its values is told
	long   bool        // text that is told by its words
	signed bool        // the parties have put their names to it
	hidden string      // what counts beside the values: a text's structure
	told   string      // the words of a text that has more than words: addresses of links
	called schema.Name // where no schema has one for it: a measure, a field in another language
}

func (f field) form() string { return f.raw() + "\x00" + f.hidden }
func (f field) raw() string  { return lines(f.values) }
func (f field) given() bool  { return len(f.values) > 0 }

// text is the text that is told by its words.
func (f field) text() string { return cmp.Or(f.told, f.raw()) }

// thing is a thing of the content with its fields, ready to be compared.
type thing struct {
	kind, id string
	local    string // the identifier within the thing that it is a part of, else id
	title    diag.Text
	bare     string // the title without quotation marks, where it has them
	// titleField is the field that the title is; "" where the title is made up.
	titleField string
	renamable  bool
	within     string    // the key of the thing that it is a part of
	where      diag.Text // "i Handlingsplan 2025", for the sentences
	more       diag.Text // what to add where it is new
	parent     value     // what it hangs under and may be moved from
	parentField,
	parentNoun string // a kind
	content        string // the canonical form but for the identifier
	continues      string
	file           string
	unit           string // of its numbers
	fields         []field
	alone          bool // there is nothing to compare it with: it has no fields
	signed         bool // it is of the signed content
	underSignature bool // the agreement is adopted or signed
	yearly         bool // two years' plans are compared
	affected       diag.Text
	words          *schema.Words
}

func (t *thing) key() string { return t.kind + " " + t.within + " " + t.local }

func (t *thing) field(name string) field {
	for _, f := range t.fields {
		if f.name == name {
			return f
		}
	}
	return field{name: name}
}

// same is a text that reads alike in both languages: a name, a title.
func same(s string) diag.Text { return diag.Text{SV: s, EN: s} }

func (t *thing) add(f field) {
	if f.given() && !t.alone {
		t.fields = append(t.fields, f)
	}
}

func (t *thing) text(name string, v model.Text) {
	if v.Given() {
		s := canon.Text(v.V)
		t.add(field{name: name, values: []value{{s, quote(s)}}, long: isLong(s)})
	}
}

// isLong tells a text that is told by the words that changed from one told in full.
func isLong(s string) bool { return len(strings.Fields(s)) > 8 }

// sign says of some fields that the parties have put their names to them.
func (t *thing) sign(names ...string) {
	for i := range t.fields {
		if slices.Contains(names, t.fields[i].name) {
			t.fields[i].signed = true
		}
	}
}

// body is the Markdown text of a file.
func (t *thing) body(d *prose.Doc) {
	if t.alone {
		return // most of a content is its texts
	}
	structure := canon.Prose(d)
	if structure == nil {
		return
	}
	form, err := json.Marshal(structure)
	if err != nil {
		return // a tree of texts always has a form
	}
	told := canon.Text(plainText(d, false))
	t.add(field{name: "text", values: []value{{canon.Text(plainText(d, true)), same(told)}}, long: true, hidden: string(form), told: told})
}

func day(d model.Date) value {
	return value{d.String(), diag.Text{SV: text.FormatDate(d, "sv"), EN: text.FormatDate(d, "en")}}
}

// period puts one that is open at an end in quotation marks: ”från ”från 2024” till 2025”
// reads better than ”från från 2024 till 2025”.
func period(p model.Period) value {
	said := diag.Text{SV: text.FormatPeriod(p, "sv"), EN: text.FormatPeriod(p, "en")}
	if p.From.V.IsZero() != p.To.V.IsZero() {
		said = diag.Text{SV: quote(said.SV).SV, EN: quote(said.EN).EN}
	}
	return value{p.From.V.String() + "/" + p.To.V.String(), said}
}

func number(v float64, unit string) value {
	return value{strconv.FormatFloat(v, 'f', -1, 64), diag.Text{SV: text.FormatValue(v, unit, "sv"), EN: text.FormatValue(v, unit, "en")}}
}

func truth(v bool) value {
	if v {
		return value{"true", diag.Text{SV: "ja", EN: "yes"}}
	}
	return value{"false", diag.Text{SV: "nej", EN: "no"}}
}

// chosen is a value of an enumeration, called what the catalogue calls it.
func (t *thing) chosen(group string, v model.Text) value {
	l := text.ValueOf(group, v.V).With(t.words)
	return value{v.V, diag.Text{SV: l.SV, EN: l.EN}}
}

// values is a field whose values have been put into words already.
func (t *thing) values(name string, list bool, all ...value) {
	t.add(field{name: name, list: list, values: all})
}

// group is a field with fields of its own that is told as one: raw is its
// canonical form, said is a phrase.
func (t *thing) group(name string, v any, said diag.Text) {
	if raw := rawOf(v); raw != "" {
		t.add(field{name: name, group: true, values: []value{{raw, said}}})
	}
}

// rawOf is the canonical form of a value on one line.
func rawOf(v any) string {
	c := canon.Value(v)
	if c == nil {
		return ""
	}
	return rawOfJSON(c)
}

// quote is how a title or text stands in a sentence.
func quote(s string) diag.Text {
	s = strings.TrimSuffix(clip(s), ".")
	return diag.Text{SV: "”" + s + "”", EN: "“" + s + "”"}
}

// clip shortens what would drown the sentence.
func clip(s string) string {
	const most = 120
	s = identity.Mask(s) // of one that is cut in two too much would be left
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return cut + " …"
}

// joined puts together what is given of some texts.
func joined(separator string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), separator)
}

func join(parts ...string) string { return joined(", ", parts...) }

func spaced(parts ...string) string { return joined(" ", parts...) }
