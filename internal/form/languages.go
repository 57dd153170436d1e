package form

import (
	"samsyn/internal/text"
	"samsyn/schema"
)

// isLanguage tells whether a value is the code of a language.
func isLanguage(t *schema.Type) bool {
	return t.Pattern != nil && t.Pattern.String() == `^[a-z]{2,3}(-[A-Za-z0-9]+)*$`
}

// spoken makes the field of a language: its name is shown, or its code where it has none.
func (b *builder) spoken(f *Field) {
	f.Kind, f.Label, f.Help = Line, b.in("Språk", "Language"), "Skriv språkets namn, till exempel engelska. Om språket inte finns i listan skriver du dess kod."
	for _, code := range text.NamedLanguages() {
		name := schema.Capital(LanguageName(code).In(b.language))
		if f.Value == code {
			f.Value = name
		}
		f.Offered = append(f.Offered, name)
	}
}
