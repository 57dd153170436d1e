package load

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/schema"
)

// wrongType says what a field wants in the place of the value that stands in it,
// as far as it can with that very value.
func wrongType(name string, t *schema.Type, n *yaml.Node) diag.Text {
	v := doc.Target(n)
	switch {
	case t.Items != nil && v.Kind == yaml.ScalarNode:
		return notList(name, t, v.Value)
	case v.Kind == yaml.SequenceNode && v.Style&yaml.FlowStyle == 0 && scalarVariant(t) != nil && len(v.Content) > 0 && doc.Target(v.Content[0]).Kind == yaml.ScalarNode:
		return notOne(name, v)
	case v.Kind != yaml.ScalarNode && v.Style&yaml.FlowStyle != 0 && t.Allows("string"):
		return diag.Say("Fältet %[1]s ska vara en text. Börjar texten med en parentes ([ eller {): sätt raka citattecken runt hela texten.",
			"The field %[1]s must be text. If the text begins with a bracket ([ or {), put straight quotation marks around all of it.", name)
	case t.For("object") != nil && scalarVariant(t) == nil && v.Kind == yaml.ScalarNode:
		sv, en := within(t.For("object"))
		return diag.Text{
			SV: "Fältet " + name + " ska ha egna fält under sig, vart och ett på sin rad och indraget med två mellanslag: " + sv + ".",
			EN: "The field " + name + " must have fields of its own below it, each on its line and indented by two spaces: " + en + ".",
		}
	case v.Kind == yaml.ScalarNode && v.Tag == "!!str" && !t.Allows("string") && (t.Allows("number") || t.Allows("integer")):
		return notNumber(name, t, v)
	}
	return wrongTypeMessage(name, t)
}

// notOne says how the first of a list is written where there is room for one.
func notOne(name string, list *yaml.Node) diag.Text {
	rest, restEN := "", ""
	switch {
	case len(list.Content) == 1:
	case name == "owner":
		rest, restEN = " Ta bort de andra raderna, och skriv dem som är där under co_owners.", " Remove the other lines, and write those who are there below co_owners."
	default:
		rest, restEN = " Ta bort de andra raderna i listan.", " Remove the other lines of the list."
	}
	return diag.Say("Fältet %[1]s har plats för en sak, ingen lista."+rest+" Skriv utan bindestreck, på samma rad: %[1]s: %[2]s",
		"The field %[1]s holds one thing, not a list."+restEN+" Write without a hyphen, on the same line: %[1]s: %[2]s", name, clip(doc.Target(list.Content[0]).Value))
}

// notList says how what stands in a list's place is written as one.
func notList(name string, t *schema.Type, value string) diag.Text {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(value, "-–—•·*"))
	value = visible(strings.TrimLeft(visible(value), "-–—•·* "))
	items := []string{value}
	if of := scalarVariant(t.Items); of != nil && of.Reference != nil { // an identifier holds no comma
		items = strings.FieldsFunc(value, func(c rune) bool { return c == ',' || c == ';' })
	}
	for i := range items {
		items[i] = "- " + clip(visible(items[i]))
	}
	if isUnseen(first) {
		return diag.Say(
			"Efter bindestrecket i listan %[1]s står ett hårt mellanslag, som ofta följer med inklistrad text. Ta bort det och skriv ett vanligt: %[2]s",
			"After the hyphen in the list %[1]s stands a no-break space, which often comes with pasted text. Remove it and type a space: %[2]s", name, items[0])
	}
	if len(items) > 1 {
		return diag.Say(
			"Fältet %[1]s ska vara en lista. Skriv varje sak på en egen rad som börjar med bindestreck och mellanslag: ”%[2]s” på en rad, ”%[3]s” på nästa.",
			"The field %[1]s must be a list. Write each item on a line of its own that begins with a hyphen and a space: “%[2]s” on one, “%[3]s” on the next.", name, items[0], items[1])
	}
	return diag.Say(
		"Fältet %[1]s ska vara en lista. Skriv varje sak på en egen rad som börjar med bindestreck och mellanslag: %[2]s",
		"The field %[1]s must be a list. Write each item on a line of its own that begins with a hyphen and a space: %[2]s", name, strings.Join(items, ""))
}

var (
	thousands = regexp.MustCompile(`^-?\d{1,3}(\.\d{3}){2,}$`)
	span      = regexp.MustCompile(`^(\d+(?:[.,]\d+)?) ?[-–—] ?(\d+(?:[.,]\d+)?)$`)
	// measured is a number with words or a unit about it.
	measured = regexp.MustCompile(`^(?:(?:ca|cirka|minst|högst|omkring|över|under)\.? |[~<>≥≤] ?)?(-?\d[\d \x{a0}\x{202f}]*(?:,\d+)?) ?(?:[%‰]|kr|kronor|sek|st|stycken|procent|personer|deltagare|:-)?\.?$`)
	spaced   = regexp.MustCompile(`^-?\d{1,3}([ \x{a0}\x{202f}]\d{3})+$`)
	decimal  = regexp.MustCompile(`^-?\d+,\d+$`)
)

// notNumber says how a number that was written as people write it is written here.
func notNumber(name string, t *schema.Type, v *yaml.Node) diag.Text {
	s := strings.TrimSpace(v.Value)
	_, err := strconv.ParseFloat(s, 64)
	switch {
	case spaced.MatchString(s):
		s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(s)
	case decimal.MatchString(s) && t.Allows("number"):
		s = strings.Replace(s, ",", ".", 1)
	case thousands.MatchString(s):
		return diag.Say("Skriv talet i fältet %[1]s utan punkter mellan siffrorna: %[2]s",
			"Write the number in the field %[1]s without points between the figures: %[2]s", name, strings.ReplaceAll(s, ".", ""))
	case name == "target" && span.MatchString(s):
		m := span.FindStringSubmatch(strings.ReplaceAll(s, ",", "."))
		return diag.Say("Är målet ett spann: skriv det lägsta talet i target och det högsta i target_max, på en egen rad. target: %s och target_max: %s",
			"If the target is a range, write the lowest number in target and the highest in target_max, on a line of its own. target: %s and target_max: %s", m[1], m[2])
	case measured.MatchString(s) && (t.Allows("number") || !strings.Contains(s, ",")) && err != nil:
		m := measured.FindStringSubmatch(s)
		s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".").Replace(m[1])
		return diag.Say("Skriv bara talet i fältet %[1]s, utan enhet och andra ord: %[2]s",
			"Write the number alone in the field %[1]s, without a unit or other words: %[2]s", name, s)
	case err == nil && v.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		return wrongTypeMessage(name, t) // "without quotation marks" is all
	case !t.Allows("number"):
		return diag.Say("Fältet %s ska vara ett heltal, skrivet med bara siffror: inga decimaler, inga mellanslag och ingen enhet.",
			"The field %s must be a whole number, written in digits alone: no decimals, no spaces and no unit.", name)
	default:
		return diag.Say("Fältet %s ska vara ett tal, skrivet med bara siffror: inga mellanslag, ingen enhet, och punkt som decimaltecken.",
			"The field %s must be a number, written in digits alone: no spaces, no unit, and a point before decimals.", name)
	}
	return diag.Say("Skriv talet i fältet %[1]s utan mellanslag och med punkt som decimaltecken: %[2]s",
		"Write the number in the field %[1]s without spaces and with a decimal point: %[2]s", name, s)
}

// months are the Swedish months by their first three letters.
var months = []string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

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
	for i, month := range months {
		if m[2] == month {
			return existing(m[3], strconv.Itoa(i+1), m[1])
		}
	}
	return ""
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
	s = strings.NewReplacer("–", "-", "—", "-", "‑", "-", "−", "-").Replace(strings.Trim(visible(s), curly))
	if d, ok := model.ParseDate(s); ok && (d.Whole() || format == "partial-date") {
		return s
	}
	if m := byMonth.FindStringSubmatch(strings.ToLower(s)); m != nil && format == "partial-date" {
		if i := slices.Index(months, m[1]); i >= 0 {
			return fmt.Sprintf("%s-%02d", m[2], i+1)
		}
	}
	return ""
}

// monthNames are the months in Swedish.
var monthNames = []string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"}

// noSuchDay says of a date in the right form why there is no such day. Nobody is to
// guess one where the month is enough.
func noSuchDay(s, format string) diag.Text {
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
		"”%[1]s” är inget datum som finns: "+monthNames[month-1]+" %[2]s har dagarna 1–%[3]s. "+advice,
		"“%[1]s” is no existing date: "+time.Month(month).String()+" %[2]s has the days 1 to %[3]s. "+adviceEN,
		s, itoa(year), itoa(last), m[1]+"-"+m[2])
}

// notBoolean says how yes and no are written.
func notBoolean(name, value string) diag.Text {
	switch strings.ToLower(strings.Trim(visible(value), curly)) {
	case "ja", "yes", "j", "y", "sant", "true", "on", "x":
		return diag.Say("Ja skrivs true här, utan citattecken: %s: true", "Yes is written true here, without quotation marks: %s: true", name)
	case "nej", "no", "n", "falskt", "false", "off":
		return diag.Say("Nej skrivs false här, utan citattecken: %s: false", "No is written false here, without quotation marks: %s: false", name)
	}
	return diag.Say("Fältet %s ska vara true (ja) eller false (nej), utan citattecken.",
		"The field %s must be true or false, without quotation marks.", name)
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

// titled finds the field whose Swedish title somebody wrote in the place of its
// name, or the beginning of the title, where only one begins so; nil where there is
// none.
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
	if len(begun) != 1 {
		return nil
	}
	return begun[0]
}
