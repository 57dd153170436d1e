package text

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"samsyn/internal/model"
)

const (
	nbsp  = "\u00a0"
	minus = "\u2212"
)

var months = map[string][12]string{
	"sv": model.Months,
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	"ar": {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
}

// Speaks tells whether dates and numbers have a form of their own in the
// language; the others get the Swedish one.
func Speaks(language string) bool { _, ok := months[language]; return ok }

// monthsIn are the names of months in a language, or else in Swedish.
func monthsIn(language string) [12]string {
	if !Speaks(language) {
		language = "sv"
	}
	return months[language]
}

// FormatDate writes a date out, with the precision that it has: ”3 april 2025”,
// ”april 2025”, ”2025”.
func FormatDate(d model.Date, language string) string {
	names := monthsIn(language)
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return names[d.Month-1] + nbsp + strconv.Itoa(d.Year)
	}
	return strconv.Itoa(d.Day) + nbsp + names[d.Month-1] + nbsp + strconv.Itoa(d.Year)
}

// Tied keeps the day and the month of a date that somebody wrote on one line.
func Tied(s string) string {
	var b strings.Builder
	last := 0
	for i := 1; i < len(s); i++ {
		if s[i] == ' ' && '0' <= s[i-1] && s[i-1] <= '9' && beginsWithMonth(s[i+1:]) {
			b.WriteString(s[last:i])
			b.WriteString(nbsp)
			last = i + 1
		}
	}
	if last == 0 { // as nearly all are
		return s
	}
	b.WriteString(s[last:])
	return b.String()
}

func beginsWithMonth(s string) bool {
	for _, month := range months["sv"] {
		if rest, ok := strings.CutPrefix(s, month); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			return !unicode.IsLetter(next)
		}
	}
	return false
}

// FormatMonth is the name of a month, from 1 to 12.
func FormatMonth(month int, language string) string {
	if month < 1 || month > 12 {
		return ""
	}
	return monthsIn(language)[month-1]
}

// FormatPeriod writes a period out: ”2019–2025”, ”2 september 2024 – 31 augusti 2026”,
// ”från 2023”. A whole year written as its first and last day is that year.
func FormatPeriod(p model.Period, language string) string {
	from, to := wholeYear(p.From.V, p.To.V)
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return since(language) + nbsp + FormatDate(from, language)
	case from.IsZero():
		return until(language) + nbsp + FormatDate(to, language)
	case from == to:
		return FormatDate(from, language)
	case from.Month == 0 && to.Month == 0:
		return FormatDate(from, language) + "–" + FormatDate(to, language)
	}
	return FormatDate(from, language) + " – " + FormatDate(to, language)
}

func wholeYear(from, to model.Date) (model.Date, model.Date) {
	if from.Month == 1 && from.Day == 1 && to.Month == 12 && to.Day == 31 {
		return model.Date{Year: from.Year}, model.Date{Year: to.Year}
	}
	return from, to
}

func since(language string) string { s, _ := Label{"från", "from", "من"}.In(language); return s }
func until(language string) string { s, _ := Label{"till", "until", "حتى"}.In(language); return s }

// FormatNumber writes a number with at most two decimals, thousands apart, so that the
// numbers of a table are written alike.
func FormatNumber(v float64, language string) string {
	point, group := ",", nbsp
	if language == "en" || language == "ar" {
		point, group = ".", ","
	}
	s := strconv.FormatFloat(math.Abs(math.Round(v*100)/100), 'f', -1, 64)
	whole, part, fraction := strings.Cut(s, ".")
	var b strings.Builder
	if v < 0 && s != "0" {
		b.WriteString(minus)
	}
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(c)
	}
	if fraction {
		b.WriteString(point + part)
	}
	return b.String()
}

// FormatValue writes a number with its unit, one of the content's units.
func FormatValue(v float64, unit, language string) string {
	n := FormatNumber(v, language)
	switch unit {
	case "percent":
		if language == "en" {
			return n + "%"
		}
		return n + nbsp + "%"
	case "sek":
		s, _ := Label{"kronor", "SEK", "كرونة"}.In(language)
		return n + nbsp + s
	case "per_1000":
		s, _ := Label{"per 1" + nbsp + "000", "per 1,000", "لكل 1000"}.In(language)
		return n + " " + s
	}
	return n
}

// List joins words as a sentence does: ”a, b och c”.
func List(words []string, language string) string {
	and, _ := Label{" och ", " and ", " و"}.In(language)
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + and + words[len(words)-1]
}

// Count writes how many there are of something: ”1 insats”, ”4 insatser”.
func Count(n int, one, many Label, language string) string {
	form := many
	if n == 1 {
		form = one
	}
	s, lang := form.In(language)
	if lang == "ar" {
		return countArabic(n, one.AR, many.AR)
	}
	return FormatNumber(float64(n), lang) + nbsp + s
}

// OfWomen is the phrase for women with a value: ”57 kvinnor”, ”1 kvinna”. A share of one
// per cent is of several.
func OfWomen(value float64, unit string) Label {
	if value == 1 && unit == "count" {
		return ofOneWoman
	}
	return ofWomen
}

// OfMen is the phrase for men with a value, as OfWomen is for women.
func OfMen(value float64, unit string) Label {
	if value == 1 && unit == "count" {
		return ofOneMan
	}
	return ofMen
}

// Join puts a word into a sentence of the catalogue, in place of its %s.
func Join(sentence string, words ...string) string {
	for _, w := range words {
		before, after, found := strings.Cut(sentence, "%s")
		if !found {
			break
		}
		sentence = before + w + after
	}
	return sentence
}

// FormatSize writes a file's size: ”84 kB”, ”1,2 MB”.
func FormatSize(bytes int64, language string) string {
	if bytes < 1_000_000 {
		return FormatNumber(math.Max(1, math.Round(float64(bytes)/1000)), language) + nbsp + "kB"
	}
	return FormatNumber(math.Round(float64(bytes)/100_000)/10, language) + nbsp + "MB"
}
