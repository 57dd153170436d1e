package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Text is one sentence in both languages that findings are told in.
type Text struct{ SV, EN string }

// Say puts the same arguments into a Swedish and an English sentence; one that is a Text
// stands in each in its language. Without arguments the sentences are taken as they are,
// also where a percent sign stands in them.
func Say(sv, en string, args ...any) Text {
	if len(args) == 0 {
		return Text{sv, en}
	}
	if !slices.ContainsFunc(args, func(x any) bool { _, is := x.(Text); return is }) {
		return Text{fmt.Sprintf(sv, args...), fmt.Sprintf(en, args...)}
	}
	in := func(lang string) []any {
		words := slices.Clone(args)
		for i, x := range words {
			if t, is := x.(Text); is {
				words[i] = t.In(lang)
			}
		}
		return words
	}
	return Text{fmt.Sprintf(sv, in("sv")...), fmt.Sprintf(en, in("en")...)}
}

// Join is some texts as one, with what stands between them in each language.
func Join(list []Text, sv, en string) Text {
	return Text{strings.Join(AllIn(list, "sv"), sv), strings.Join(AllIn(list, "en"), en)}
}

// AllIn is some texts in a language.
func AllIn(list []Text, lang string) []string {
	words := make([]string, len(list))
	for i, t := range list {
		words[i] = t.In(lang)
	}
	return words
}

// Refused is the error that says why something that a person sent cannot be taken, in
// words for them: a file that is no workbook, a county without a name.
type Refused struct{ Why Text }

func (r *Refused) Error() string { return r.Why.EN }

// Refuse says why something cannot be taken, as Say does.
func Refuse(sv, en string, args ...any) error { return &Refused{Say(sv, en, args...)} }

// In gives the sentence in English for "en", else in Swedish.
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.SV
}

// IsZero tells whether nothing is said.
func (t Text) IsZero() bool { return t == Text{} }
