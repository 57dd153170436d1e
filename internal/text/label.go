// Package text has the words that the site and the documents say of their own,
// in each language there is, and the forms of dates, numbers and lists. What the
// content says is not here.
package text

import (
	"cmp"
	"strings"

	"samsyn/schema"
)

// Label is a word or sentence in every language of the catalogue. A language
// that is empty is not there yet.
type Label schema.Label

// In gives the label in a language, or else in Swedish; lang tells in which it
// came out. Things are called by the built-in words.
func (l Label) In(language string) (s, lang string) { return schema.Label(l).In(language) }

// With puts a county's own words into the label.
func (l Label) With(words *schema.Words) Label { return Label(words.Of(schema.Label(l))) }

// Fill puts another label into each language of this one, in place of its %s.
func (l Label) Fill(with Label) Label {
	return Label{SV: Join(l.SV, with.SV), EN: Join(l.EN, with.EN), AR: Join(l.AR, with.AR)}
}

// Within is a label as it stands within a sentence, where it has no capital of its own.
func (l Label) Within() Label {
	return Label{SV: schema.Uncapital(l.SV), EN: schema.Uncapital(l.EN), AR: l.AR}
}

// Field is what a field of the content is called, by its path from its schema.
func Field(path string) Label {
	t, err := schema.Find(path)
	if err != nil {
		panic(err) // only a wrong path in this package can be the cause
	}
	return Label(t.Name.Label)
}

// Dir is the direction in which a language is written: "rtl" or "ltr".
func Dir(language string) string {
	switch base(language) {
	case "ar", "fa", "ur", "ps", "he", "yi", "ckb", "sd", "ug", "dv":
		return "rtl"
	}
	return "ltr"
}

// Locale is the language with the country whose form of it the site uses, as the
// Open Graph protocol writes it; "" where that is not known.
func Locale(language string) string {
	return map[string]string{"sv": "sv_SE", "en": "en_GB", "ar": "ar_AR"}[language]
}

// LanguageName is what a language calls itself, or its code where that is not known.
func LanguageName(language string) string {
	return cmp.Or(names[base(language)], language)
}

var names = map[string]string{
	"sv": "Svenska", "en": "English", "ar": "العربية", "fa": "فارسی", "prs": "دری", "ps": "پښتو",
	"so": "Soomaali", "ti": "ትግርኛ", "uk": "Українська", "ru": "Русский", "fi": "Suomi", "pl": "Polski",
	"de": "Deutsch", "fr": "Français", "es": "Español", "tr": "Türkçe", "ku": "Kurdî", "ckb": "کوردی",
	"bs": "Bosanski", "sq": "Shqip", "th": "ไทย", "am": "አማርኛ", "se": "Davvisámegiella", "fit": "Meänkieli",
	"no": "Norsk", "da": "Dansk", "vi": "Tiếng Việt", "zh": "中文", "ur": "اردو",
}

func base(language string) string {
	before, _, _ := strings.Cut(language, "-")
	return before
}
