package wordplan

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

// span is a stretch of time as a text says it. To is "" where it is open.
type span struct {
	from, to string
	// doubt says how the words had to be understood, where they had to: a season, a year
	// that is not said. There is none where they are plain.
	doubt diag.Text
}

var (
	yearWord = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

	isoDate   = regexp.MustCompile(`^((?:19|20)\d\d)[-./](\d\d?)(?:[-./](\d\d?))?$`)
	compact   = regexp.MustCompile(`^((?:19|20)\d\d)(\d\d)(\d\d)$`)
	slashDate = regexp.MustCompile(`^(?:den )?(\d\d?)[/.](\d\d?)(?:[-/. ]((?:19|20)\d\d))?$`)
	wordDate  = regexp.MustCompile(`^(?:den )?(?:(\d\d?)(?::?[ea])? )?(\pL{3,9})\.?(?: ((?:19|20)\d\d))?$`)
	quarter   = regexp.MustCompile(`^(?:q([1-4])|kvartal(?:et)? ([1-4])|kv\.? ?([1-4])|([1-4]):?[ea] kvartalet)(?: ((?:19|20)\d\d))?$`)
	halfYear  = regexp.MustCompile(`^(första|andra|h1|h2|1:a|2:a) ?(?:halvåret|halvår)?(?: ((?:19|20)\d\d))?$`)
	season    = regexp.MustCompile(`^(våren|vårterminen|vår|vt|sommaren|sommar|hösten|höstterminen|höst|ht)[ -]?((?:19|20)\d\d|\d\d)?$`)
	aYear     = regexp.MustCompile(`^(?:år(?:et|en)? |hela |under )*((?:19|20)\d\d)$`)
	week      = regexp.MustCompile(`^(?:vecka|v)\.? ?(\d\d?)(?: ((?:19|20)\d\d))?$`)

	between   = regexp.MustCompile(`\s*(?:–|—|‑|\bt\.? ?o\.? ?m\.?|\btill och med\b|\btill\b|\bt o m\b|\s-\s|\s-|-\s)\s*`)
	fromWord  = regexp.MustCompile(`^(?:fr\.? ?o\.? ?m\.?|från och med|från|start(?:ar|ade)?|med start|mellan|tid|period|projekttid|tidsperiod|tidplan)\s*:?\s+`)
	openWord  = regexp.MustCompile(`^(?:tills vidare|och framåt|framåt|pågående|fortlöpande|löpande|ej bestämt)$`)
	alwaysOn  = regexp.MustCompile(`^(?:löpande|fortlöpande|hela året|under hela året|året runt|kontinuerligt|hela perioden)$`)
	spaceOnly = regexp.MustCompile(`\s+`)
)

// timeOf reads a text that says a time and nothing else. plan is the plan's time, whose
// year serves where the text says none.
func timeOf(said string, plan model.Period) (s span, ok bool) {
	text := strings.Trim(spaceOnly.ReplaceAllString(strings.ToLower(strings.TrimSpace(said)), " "), " .,;:()")
	text = strings.TrimSpace(fromWord.ReplaceAllString(text, ""))
	if text == "" || len(text) > 80 {
		return s, false
	}
	if always, open := alwaysOn.MatchString(text), openWord.MatchString(text); always || open {
		s.from, s.to = all(plan)
		if !always {
			s.to = ""
		}
		s.doubt = diag.Say("det lästes som planens hela tid", "it was read as the whole time of the plan")
		return s, s.from != ""
	}
	year := 0
	if plan.From.Given() && (!plan.To.Given() || plan.To.V.Year == plan.From.V.Year) {
		year = plan.From.V.Year
	}
	if one, ok := moment(text, year); ok {
		return one, true
	}
	for _, parts := range halves(text) {
		if s, ok := reach(strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), year); ok {
			return s, true
		}
	}
	return s, false
}

// all is the plan's whole time, "" for an end that it does not have.
func all(plan model.Period) (from, to string) {
	if plan.From.Given() {
		from = plan.From.V.First().String()
	}
	if plan.To.Given() {
		to = plan.To.V.Last().String()
	}
	return from, to
}

// halves are the ways to part a text into a beginning and an end.
func halves(text string) [][2]string {
	var list [][2]string
	for _, at := range between.FindAllStringIndex(text, -1) {
		list = append(list, [2]string{text[:at[0]], text[at[1]:]})
	}
	for at, c := range text {
		if c == '-' {
			list = append(list, [2]string{text[:at], text[at+1:]})
		}
	}
	return list
}

// reach reads a beginning and an end. A beginning without a year has the end's; an end
// that is only a day or a year goes with the beginning.
func reach(from, to string, year int) (s span, ok bool) {
	from = fromWord.ReplaceAllString(from+" ", "")
	from = strings.TrimSpace(from)
	if m := yearWord.FindAllString(to, -1); len(m) == 1 && yearWord.FindString(from) == "" {
		year, _ = strconv.Atoi(m[0])
		b, ok := moment(from, year)
		e, okToo := moment(to, year)
		b.doubt = diag.Text{}
		return joinSpan(b, e, ok && okToo)
	}
	b, ok := moment(from, year)
	if !ok {
		return s, false
	}
	if to == "" || openWord.MatchString(to) {
		return span{from: b.from, doubt: b.doubt}, true
	}
	if m := yearWord.FindString(from); m != "" {
		year, _ = strconv.Atoi(m)
	}
	e, okToo := moment(to, year)
	if okToo && yearWord.FindString(to) == "" && yearWord.FindString(from) != "" {
		e.doubt = diag.Text{}
	}
	return joinSpan(b, e, okToo)
}

func joinSpan(b, e span, ok bool) (span, bool) {
	if !ok {
		return span{}, false
	}
	first, _ := model.ParseDate(b.from)
	if last, _ := model.ParseDate(e.end()); last.Before(first) {
		return span{}, false
	}
	s := span{b.from, e.end(), b.doubt}
	if s.doubt.IsZero() {
		s.doubt = e.doubt
	}
	return s, true
}

// end is the last that a moment covers.
func (s span) end() string {
	return cmp.Or(s.to, s.from)
}

// moments are the ways in which a date, month, quarter, season or year is written, in the
// order in which they are tried, and how each is read. year serves where it says none.
var moments = []struct {
	form *regexp.Regexp
	read func(m []string, year int) (span, bool)
}{
	{compact, func(m []string, _ int) (span, bool) { return day(m[1], m[2], m[3], 0) }},
	{isoDate, func(m []string, _ int) (span, bool) { return day(m[1], m[2], m[3], 0) }},
	{aYear, func(m []string, _ int) (span, bool) { return span{from: m[1], to: m[1]}, true }},
	{slashDate, func(m []string, year int) (span, bool) { return day(m[3], m[2], m[1], year) }},
	{quarter, func(m []string, year int) (span, bool) {
		n, _ := strconv.Atoi(m[1] + m[2] + m[3] + m[4])
		return stretch(m[5], year, 3*n-2, 3*n, false)
	}},
	{halfYear, func(m []string, year int) (span, bool) {
		if m[1] == "första" || m[1] == "h1" || m[1] == "1:a" {
			return stretch(m[2], year, 1, 6, false)
		}
		return stretch(m[2], year, 7, 12, false)
	}},
	{season, seasonOf},
	{week, weekOf},
	{wordDate, func(m []string, year int) (span, bool) {
		return day(m[3], strconv.Itoa(model.MonthOf(m[2])), m[1], year)
	}},
}

// moment reads one moment and nothing else.
func moment(text string, year int) (s span, ok bool) {
	text = strings.Trim(text, " .,")
	for _, way := range moments {
		if m := way.form.FindStringSubmatch(text); m != nil {
			return way.read(m, year)
		}
	}
	return s, false
}

// inYear is the year that is said, else the one that serves, with how it was understood.
func inYear(said string, year int) (y int, doubt diag.Text) {
	if n, err := strconv.Atoi(said); err == nil {
		if len(said) == 2 {
			n += 2000
		}
		return n, doubt
	}
	if year == 0 {
		return 0, doubt
	}
	return year, diag.Say("året %[1]d står inte i dokumentet", "the year %[1]d is not in the document", year)
}

// day reads a date, or a month where no day is said.
func day(y, m, d string, year int) (s span, ok bool) {
	of, doubt := inYear(y, year)
	month, _ := strconv.Atoi(m)
	date := model.Date{Year: of, Month: month}
	if d != "" {
		if date.Day, _ = strconv.Atoi(d); date.Day == 0 {
			return s, false
		}
	}
	if _, valid := model.ParseDate(date.String()); !valid || of == 0 || month == 0 {
		return s, false
	}
	return span{from: date.String(), to: date.String(), doubt: doubt}, true
}

// stretch is a stretch of months of a year.
func stretch(said string, year, from, to int, understood bool) (s span, ok bool) {
	y, doubt := inYear(said, year)
	if y == 0 {
		return s, false
	}
	s = span{fmt.Sprintf("%04d-%02d", y, from), fmt.Sprintf("%04d-%02d", y, to), doubt}
	if understood {
		s.doubt = diag.Say("det lästes som %[1]s–%[2]s", "it was read as %[3]s–%[4]s", model.Months[from-1], model.Months[to-1], time.Month(from).String(), time.Month(to).String())
		if !doubt.IsZero() {
			s.doubt = diag.Say("%s, och %s", "%s, and %s", s.doubt, doubt)
		}
	}
	return s, true
}

func seasonOf(m []string, year int) (span, bool) {
	switch {
	case strings.HasPrefix(m[1], "v"):
		return stretch(m[2], year, 1, 6, true)
	case strings.HasPrefix(m[1], "s"):
		return stretch(m[2], year, 6, 8, true)
	default:
		return stretch(m[2], year, 8, 12, true)
	}
}

// weekOf is a week of the calendar (ISO 8601): the one with 4 January is the first.
func weekOf(m []string, year int) (s span, ok bool) {
	of, doubt := inYear(m[2], year)
	n, _ := strconv.Atoi(m[1])
	if of == 0 || n < 1 || n > 53 {
		return s, false
	}
	fourth := time.Date(of, 1, 4, 0, 0, 0, 0, time.UTC)
	back := (int(fourth.Weekday()) + 6) % 7
	monday := fourth.AddDate(0, 0, 7*(n-1)-back)
	return span{monday.Format(time.DateOnly), monday.AddDate(0, 0, 6).Format(time.DateOnly), doubt}, true
}
