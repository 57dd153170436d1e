package advice

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/schema"
)

var (
	thousands = regexp.MustCompile(`^-?\d{1,3}(\.\d{3}){2,}$`)
	span      = regexp.MustCompile(`^(\d+(?:[.,]\d+)?) ?[-–—] ?(\d+(?:[.,]\d+)?)$`)
	// measured is a number with words or a unit about it.
	measured = regexp.MustCompile(`^(?:(?:ca|cirka|minst|högst|omkring|över|under)\.? |[~<>≥≤] ?)?(-?\d[\d \x{a0}\x{202f}]*(?:,\d+)?) ?(?:[%‰]|kr|kronor|sek|st|stycken|procent|personer|deltagare|:-)?\.?$`)
	spaced   = regexp.MustCompile(`^-?\d{1,3}([ \x{a0}\x{202f}]\d{3})+$`)
	pointed  = regexp.MustCompile(`^-?[1-9]\d{0,2}\.\d{3}$`)
	english  = regexp.MustCompile(`^-?[1-9]\d{0,2},\d{3}$`)
	hidden   = regexp.MustCompile(`^(<|≤|färre än|mindre än|under) ?\d+$`)
	decimal  = regexp.MustCompile(`^-?\d+,\d+$`)
)

// counts are the fields that tell of how many people there are.
var counts = []string{"value", "total", "women", "men"}

// notNumber says how a number that was written as people write it is written here, and
// suggests it where only one number can be meant.
func notNumber(name string, t *schema.Type, v *yaml.Node) (words diag.Text, suggestion string) {
	s := strings.TrimSpace(strings.Trim(Visible(v.Value), curly))
	_, err := strconv.ParseFloat(s, 64)
	switch {
	case hidden.MatchString(s) && slices.Contains(counts, name):
		return diag.Say("Ett litet antal skrivs inte ut, för att skydda enskilda. Ta bort raden med %[1]s, och skriv flag: suppressed på en egen rad i stället.",
			"A small number is not written out, to protect individuals. Remove the line of %[1]s, and write flag: suppressed on a line of its own instead.", name), ""
	case spaced.MatchString(s):
		s = figures(s)
		return decimals(name, s), s
	case decimal.MatchString(s) && t.Allows("number"):
		s = strings.Replace(s, ",", ".", 1)
		if english.MatchString(v.Value) {
			return decimals(name, s), "" // may as well be thousands
		}
		return decimals(name, s), s
	case thousands.MatchString(s):
		s = strings.ReplaceAll(s, ".", "")
		return Unpointed(name, s), s
	case name == "target" && span.MatchString(s):
		m := span.FindStringSubmatch(strings.ReplaceAll(s, ",", "."))
		return diag.Say("Är målet ett spann: skriv det lägsta talet i target och det högsta i target_max, på en egen rad. target: %s och target_max: %s",
			"If the target is a range, write the lowest number in target and the highest in target_max, on a line of its own. target: %s and target_max: %s", m[1], m[2]), ""
	case measured.MatchString(s) && (t.Allows("number") || !strings.Contains(s, ",")) && err != nil:
		return diag.Say("Skriv bara talet i fältet %[1]s, utan enhet och andra ord: %[2]s",
			"Write the number alone in the field %[1]s, without a unit or other words: %[2]s", name, figures(measured.FindStringSubmatch(s)[1])), ""
	case err == nil && (t.Allows("number") || !strings.ContainsAny(s, ".eE")): // in quotation marks
		return Wanted(name, t), s
	case !t.Allows("number"):
		return diag.Say("Fältet %s ska vara ett heltal, skrivet med bara siffror: inga decimaler, inga mellanslag och ingen enhet.",
			"The field %s must be a whole number, written in digits alone: no decimals, no spaces and no unit.", name), ""
	}
	return diag.Say("Fältet %s ska vara ett tal, skrivet med bara siffror: inga mellanslag, ingen enhet, och punkt som decimaltecken.",
		"The field %s must be a number, written in digits alone: no spaces, no unit, and a point before decimals.", name), ""
}

// figures is a number without spaces and with a decimal point.
func figures(s string) string {
	return strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", ".").Replace(s)
}

func decimals(name, number string) diag.Text {
	return diag.Say("Skriv talet i fältet %[1]s utan mellanslag och med punkt som decimaltecken: %[2]s",
		"Write the number in the field %[1]s without spaces and with a decimal point: %[2]s", name, number)
}

// Unpointed says that a point does not part thousands.
func Unpointed(name, number string) diag.Text {
	return diag.Say("Skriv talet i fältet %[1]s utan punkter mellan siffrorna: %[2]s",
		"Write the number in the field %[1]s without points between the figures: %[2]s", name, number)
}

// NotWhole says how a whole number is written, as far as may be with that very number:
// a point may have been meant to part thousands.
func NotWhole(name, value string, t *schema.Type) diag.Text {
	if pointed.MatchString(value) {
		return Unpointed(name, strings.ReplaceAll(value, ".", ""))
	}
	return diag.Say("Fältet %s ska vara ett heltal, utan decimaler.", "The field %s must be a whole number, without decimals.", name)
}

// Range says between which numbers a number must lie.
func Range(name string, low, high float64) diag.Text {
	if low == 1000 && high == 9999 {
		return diag.Say("Fältet %s ska vara ett årtal med fyra siffror, till exempel 2026.", "The field %s must be a year of four figures, for example 2026.", name)
	}
	f := func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	return diag.Say("Fältet %s ska vara ett tal mellan %s och %s.", "The field %s must be a number from %s to %s.", name, f(low), f(high))
}

// PlainNumber says how a number is written that stands in one of YAML's other forms.
func PlainNumber(name, value string) diag.Text {
	return diag.Say("Skriv %[1]s med vanliga siffror och punkt som decimaltecken. ”%[2]s” går inte att använda.",
		"Write %[1]s in plain digits with a decimal point. “%[2]s” cannot be used.", name, Clip(value))
}
