package schema

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Label is a word or sentence in every language that the program has words in. A
// language that is empty is not there yet.
type Label struct{ SV, EN, AR string }

// In gives the label in a language, or else in Swedish; lang tells in which it
// came out. Things are called by the built-in words.
func (l Label) In(language string) (s, lang string) {
	var words *Words
	return words.In(l, language)
}

// In gives a label in a language with the words that things have there.
func (w *Words) In(l Label, language string) (s, lang string) {
	switch {
	case language == "en" && l.EN != "":
		return w.Expand(l.EN, "en"), "en"
	case language == "ar" && l.AR != "":
		return l.AR, "ar"
	}
	return w.Expand(l.SV, "sv"), "sv"
}

// Of gives a label with its words in place.
func (w *Words) Of(l Label) Label {
	return Label{SV: w.Expand(l.SV, "sv"), EN: w.Expand(l.EN, "en"), AR: l.AR}
}

// Gender decides the endings of Swedish words that go with a noun.
type Gender int

// The genders: "en" words, "ett" words, and words that are many.
const (
	Common Gender = iota
	Neuter
	Plural
)

var genders = map[string]Gender{"common": Common, "neuter": Neuter, "plural": Plural}

// Name is what a field is called.
type Name struct {
	Label         // as a heading: ”Redovisas senast”
	Noun   Label  // within a sentence: ”redovisningsdatum”
	Gender Gender // of the Swedish noun
	Among  string // for lists, in Swedish: ”bland ledamöterna”
}

// name reads the words that stand with a title.
func (t *Type) name(v any) error {
	words, ok := v.(object)
	if !ok {
		return errors.New("not an object")
	}
	n := Name{}
	for _, m := range words {
		s := fmt.Sprint(m.value)
		switch m.key {
		case "sv":
			n.SV = s
		case "en":
			n.EN = s
		case "ar":
			n.AR = s
		case "noun":
			n.Noun.SV = s
		case "noun-en":
			n.Noun.EN = s
		case "among":
			n.Among = s
		case "gender":
			g, known := genders[s]
			if !known {
				return fmt.Errorf("%s is no gender", s)
			}
			n.Gender = g
		default:
			return fmt.Errorf("%s: word not read", m.key)
		}
	}
	t.Name = n
	return nil
}

// settle gives the name what follows from the rest of it: the heading is the title,
// unless it is written with marks for words that a county may replace, and the noun
// is the heading with a small letter.
func (t *Type) settle() {
	n := &t.Name
	n.SV = cmp.Or(n.SV, t.Title)
	n.Noun.SV = cmp.Or(n.Noun.SV, Uncapital(n.SV))
	n.Noun.EN = cmp.Or(n.Noun.EN, Uncapital(n.EN))
	n.Among = cmp.Or(n.Among, "bland "+n.Noun.SV)
}

// Uncapital begins a word with a small letter, unless it is an abbreviation.
func Uncapital(s string) string {
	if mark, is := strings.CutPrefix(s, "{"); is && !strings.Contains(mark, ":") { // ”{Areas}”, whose word is put in later
		return "{" + Uncapital(mark)
	}
	first, size := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[size:]); unicode.IsUpper(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// Find gives what stands at a path of fields, such as "initiative.follow_up.due": a
// schema's name, and fields from there on, whether they stand in lists or not.
func Find(path string) (*Type, error) {
	name, rest, _ := strings.Cut(path, ".")
	t, err := TypeOf(name)
	if err != nil {
		return nil, err
	}
	for rest != "" {
		name, rest, _ = strings.Cut(rest, ".")
		f := t.inner(name)
		if f == nil {
			return nil, fmt.Errorf("no field %s of %s", name, path)
		}
		t = f.Type
	}
	return t, nil
}

// inner finds a field of a type, of its items or of one of its variants.
func (t *Type) inner(name string) *Field {
	if f := t.Field(name); f != nil {
		return f
	}
	for _, of := range append(t.Variants, t.Items, t.Extra) {
		if of == nil {
			continue
		}
		if f := of.inner(name); f != nil {
			return f
		}
	}
	return nil
}

// All is the type and all types in it, each before those that it holds.
func (t *Type) All() []*Type {
	if t == nil {
		return nil
	}
	all := []*Type{t}
	for _, f := range t.Fields {
		all = append(all, f.Type.All()...)
	}
	for _, v := range t.Variants {
		all = append(all, v.All()...)
	}
	return append(append(all, t.Items.All()...), t.Extra.All()...)
}

// Choices are the values of an enumeration, of a list of such or of a variant, in words.
func (t *Type) Choices() map[string]Label {
	if t.Labels == nil && t.Items != nil {
		return t.Items.Labels
	}
	for _, v := range t.Variants {
		if v.Labels != nil {
			return v.Labels
		}
	}
	return t.Labels
}

// labels reads what the values of an enumeration are called in one language.
func (t *Type) labels(v any, set func(*Label, string)) {
	words, _ := v.(object)
	if t.Labels == nil {
		t.Labels = map[string]Label{}
	}
	for _, w := range words {
		l := t.Labels[w.key]
		set(&l, fmt.Sprint(w.value))
		t.Labels[w.key] = l
	}
}
