package advice

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Date says what is wrong with a date, of the format date or partial-date, and suggests
// the one that was meant where only one can be.
func Date(name, value, format string) (words diag.Text, suggestion string) {
	if words := NoSuchDay(value, format); !words.IsZero() {
		return words, ""
	}
	if name == "to" && endless[strings.ToLower(strings.TrimSpace(value))] {
		return diag.Say("Har perioden inget slut: ta bort raden med to. ”%s” är inget datum.", "If the period has no end, remove the line of to. “%s” is no date.", Clip(value)), ""
	}
	form := diag.Say("ÅÅÅÅ-MM-DD", "YYYY-MM-DD")
	if format == "partial-date" {
		form = diag.Say("ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD", "YYYY, YYYY-MM or YYYY-MM-DD")
	}
	meant := cmp.Or(respelledDate(value), midnight(value), plainDate(value, format), dayFirst(value))
	example := cmp.Or(meant, strokeDate(value), "2025-04-03")
	return diag.Say(
		"”%s” är skrivet på ett sätt som inte kan läsas som datum. Skriv %s som %s, till exempel %s",
		"“%s” is not written as a date is. Write %s as %s, for example %s", Clip(value), name, form, example), meant
}

// otherDate are spellings that can mean one day only: 2025/4/3, 2025.04.03,
// 20250403.
var otherDate = regexp.MustCompile(`^(\d{4})(?:(\d{2})(\d{2})|[-./ ](\d{1,2})[-./ ](\d{1,2}))$`)

// endless is what people write for a period without an end.
var endless = map[string]bool{"tills vidare": true, "tillsvidare": true, "löpande": true, "pågående": true, "pågår": true, "inget slut": true, "ongoing": true, "until further notice": true, "-": true, "–": true}

// atMidnight is a day with the time at which it begins, as tables and forms export it.
// Any other time may be that of the day before or after in another time zone.
var atMidnight = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?( ?(Z|[+-]\d{2}(:?\d{2})?))?$`)

// midnight is the day of a time stamp that says no more than a day.
func midnight(s string) string {
	m := atMidnight.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return ""
	}
	return existing(m[1][:4], m[1][5:7], m[1][8:])
}

// dayFirst reads a date in figures where only the first number can be the day.
func dayFirst(s string) string {
	if m := byStroke.FindStringSubmatch(s); m != nil {
		if day, _ := strconv.Atoi(m[1]); day > 12 {
			return existing(m[3], m[2], m[1])
		}
	}
	return ""
}

// respelledDate guesses the date that was meant, where only one can be.
func respelledDate(s string) string {
	m := otherDate.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return spokenDate(s)
	}
	return existing(m[1], m[2]+m[4], m[3]+m[5])
}

var (
	inWords  = regexp.MustCompile(`^(?:den )?(\d{1,2})(?::?e)? ([\pL]{3})[\pL]*\.? (\d{4})$`)
	byStroke = regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})[ /.-](\d{4})$`)
)

// spokenDate reads a date that is written in words, which can mean one day only:
// 2 september 2024, den 2 sept. 2024.
func spokenDate(s string) string {
	m := inWords.FindStringSubmatch(strings.ToLower(s))
	if m == nil {
		return ""
	}
	month := model.MonthOf(m[2])
	if month == 0 {
		return ""
	}
	return existing(m[3], strconv.Itoa(month), m[1])
}

// strokeDate reads a date as it is written in Swedish, the day first: 1/9 2025.
// Elsewhere the month is first, so that it is a guess for the editor to take.
func strokeDate(s string) string {
	if m := byStroke.FindStringSubmatch(s); m != nil {
		return existing(m[3], m[2], m[1])
	}
	return ""
}

var (
	byMonth  = regexp.MustCompile(`^([\pL]{3})[\pL]*\.? (\d{4})$`)
	wholeDay = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
)

// plainDate reads a date with what text programs make of it: curly quotation marks,
// dashes for hyphens; where a month is enough, a month in words too.
func plainDate(s, format string) string {
	s = strings.NewReplacer("–", "-", "—", "-", "‑", "-", "−", "-").Replace(strings.Trim(Visible(s), curly))
	if d, ok := model.ParseDate(s); ok && d.Year >= 1000 && (d.Whole() || format == "partial-date") {
		return s
	}
	if m := byMonth.FindStringSubmatch(strings.ToLower(s)); m != nil && format == "partial-date" {
		if month := model.MonthOf(m[1]); month > 0 {
			return fmt.Sprintf("%s-%02d", m[2], month)
		}
	}
	return ""
}

// NoSuchDay says of a date in the right form, of the format date or partial-date, why there
// is no such day; nothing of another text. Nobody is to guess one where the month is enough.
func NoSuchDay(s, format string) diag.Text {
	m := wholeDay.FindStringSubmatch(s)
	if m == nil {
		return diag.Text{}
	}
	year, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	switch {
	case year < 1000:
		return diag.Text{}
	case month < 1 || month > 12:
		return diag.Say("”%[1]s” är inget datum som finns: månaden är %[2]s. Skriv år, månad och dag, i den ordningen.",
			"“%[1]s” is no existing date: the month is %[2]s. Write year, month and day, in that order.", s, m[2])
	}
	last := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	advice, adviceEN := "Ta reda på rätt dag.", "Find out the right day."
	if format == "partial-date" {
		advice, adviceEN = "Ta reda på rätt dag, eller skriv bara månaden: %[4]s", "Find out the right day, or write the month alone: %[4]s"
	}
	return diag.Say(
		"”%[1]s” är inget datum som finns: "+model.Months[month-1]+" %[2]s har dagarna 1–%[3]s. "+advice,
		"“%[1]s” is no existing date: "+time.Month(month).String()+" %[2]s has the days 1 to %[3]s. "+adviceEN,
		s, strconv.Itoa(year), strconv.Itoa(last), m[1]+"-"+m[2])
}

// existing is the date of a year, a month and a day, "" where there is none.
func existing(year, month, day string) string {
	pad := func(d string) string { return strings.Repeat("0", max(0, 2-len(d))) + d }
	date := year + "-" + pad(month) + "-" + pad(day)
	if _, ok := model.ParseDate(date); !ok {
		return ""
	}
	return date
}
