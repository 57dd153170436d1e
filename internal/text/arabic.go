package text

// counted are the forms of a counted noun in Arabic that its singular and plural do
// not give: with one, with two, and with eleven to ninety-nine (Unicode CLDR's
// plural rules for ar: one, two, many). They are in the nominative, so a sentence of
// the catalogue has its numbers as a subject or after a colon.
type counted struct{ one, two, many string }

var arabicCounts = map[string]counted{
	"مجال":                 {"مجال واحد", "مجالان", "مجالًا"},
	"هدف فرعي":             {"هدف فرعي واحد", "هدفان فرعيان", "هدفًا فرعيًا"},
	"مجال تعاون":           {"مجال تعاون واحد", "مجالا تعاون", "مجال تعاون"},
	"مجال تعاون ذو أولوية": {"مجال تعاون واحد ذو أولوية", "مجالا تعاون ذوا أولوية", "مجال تعاون ذا أولوية"},
	"مبادرة":               {"مبادرة واحدة", "مبادرتان", "مبادرة"},
	"طرف":                  {"طرف واحد", "طرفان", "طرفًا"},
	"مؤشر":                 {"مؤشر واحد", "مؤشران", "مؤشرًا"},
	"صفحة":                 {"صفحة واحدة", "صفحتان", "صفحة"},
	"تقرير":                {"تقرير واحد", "تقريران", "تقريرًا"},
	"تغيير جوهري":          {"تغيير جوهري واحد", "تغييران جوهريان", "تغييرًا جوهريًا"},
	"موضع نقص":             {"موضع نقص واحد", "موضعا نقص", "موضع نقص"},
}

// countArabic writes how many there are of something: three to ten (also of each
// hundred) with the plural, all else but the forms above with the singular.
func countArabic(n int, singular, plural string) string {
	forms, known := arabicCounts[singular]
	switch {
	case known && n == 1:
		return forms.one
	case known && n == 2:
		return forms.two
	case n%100 >= 3 && n%100 <= 10:
		singular = plural
	case known && n%100 >= 11:
		singular = forms.many
	}
	return FormatNumber(float64(n), "ar") + nbsp + singular
}
