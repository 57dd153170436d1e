package load

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/diag"
	"samsyn/schema"
)

// clip keeps what a message quotes short: a hostile value may be a megabyte. A line's
// end is a space there.
func clip(s string) string {
	const most = 60
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most]) + "…"
}

func emptyMessage(name string) diag.Text {
	return diag.Say("Fältet %s är tomt. Fyll i det.", "The field %s is empty. Fill it in.", name)
}

func wrongTypeMessage(name string, t *schema.Type) diag.Text {
	switch {
	case t.Items != nil:
		return diag.Say(
			"Fältet %s ska vara en lista. Skriv varje sak på en egen rad som börjar med bindestreck.",
			"The field %s must be a list. Write each item on a line of its own that begins with a hyphen.", name)
	case t.For("object") != nil && scalarVariant(t) == nil:
		return diag.Say(
			"Fältet %s ska ha egna fält under sig, indragna med två mellanslag.",
			"The field %s must have fields of its own below it, indented by two spaces.", name)
	case t.Allows("string"):
		return diag.Say("Fältet %s ska vara en text, inte en lista eller flera fält.",
			"The field %s must be text, not a list or several fields.", name)
	case t.Allows("number"):
		return diag.Say("Fältet %s ska vara ett tal, utan citattecken.", "The field %s must be a number, without quotation marks.", name)
	case t.Allows("integer"):
		return diag.Say("Fältet %s ska vara ett heltal, utan citattecken.", "The field %s must be a whole number, without quotation marks.", name)
	}
	return diag.Say("Fältet %s ska vara true (ja) eller false (nej).", "The field %s must be true or false.", name)
}

func rangeMessage(name string, t *schema.Type) diag.Text {
	low, high := -float64(maxNumber), float64(maxNumber)
	if t.Min != nil {
		low = *t.Min
	}
	if t.Max != nil {
		high = *t.Max
	}
	f := func(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
	return diag.Say("Fältet %s ska vara ett tal mellan %s och %s.", "The field %s must be a number from %s to %s.", name, f(low), f(high))
}

func patternRule(format string) string {
	if format == "identifier" {
		return "invalid-id"
	}
	return "invalid-value"
}

func patternMessage(format, name, value string) diag.Text {
	switch format {
	case "identifier":
		return invalidIDMessage(value)
	case "uri":
		return notAddress(name, value)
	case "email":
		return notMailbox(name, value)
	case "digest":
		return diag.Say("”%[2]s” är ingen kontrollsumma. Hämta den med samsyn digest.",
			"“%[2]s” is no digest. Take it from samsyn digest.", name, clip(value))
	}
	return diag.Say("Fältet %[1]s kan inte vara ”%[2]s”. Se fältets beskrivning för hur det ska skrivas.",
		"The field %[1]s cannot be “%[2]s”. See the field's description for its form.", name, clip(value))
}

var (
	mailbox = regexp.MustCompile(`(?i)[^\s@/:<>()]+@[^\s@/<>()]+\.[a-z]{2,}`)
	site    = regexp.MustCompile(`(?i)^(?:https?[:/]*)?((?:[\pL\pN-]+\.)+[a-z]{2,}(?:[/?#]\S*)?)$`)
)

// notAddress says how a web address is written.
func notAddress(name, value string) diag.Text {
	v := strings.TrimSpace(value)
	if m := site.FindStringSubmatch(v); m != nil && !strings.Contains(v, "@") {
		return diag.Say("”%[2]s” är ingen fullständig webbadress. Skriv https:// först: %[1]s: https://%[3]s",
			"“%[2]s” is no full web address. Write https:// first: %[1]s: https://%[3]s", name, clip(value), clip(m[1]))
	}
	if mailbox.FindString(v) == strings.TrimPrefix(v, "mailto:") && v != "" {
		return diag.Say("”%[2]s” är en e-postadress, men i %[1]s ska stå en webbadress som börjar med https://. Finns ett fält för e-post bredvid: skriv den där.",
			"“%[2]s” is an e-mail address, but %[1]s must be a web address that begins with https://. If there is a field for e-mail beside it, write it there.", name, clip(value))
	}
	return diag.Say("”%[2]s” är ingen fullständig webbadress. Skriv %[1]s med https:// först och utan mellanslag.",
		"“%[2]s” is no full web address. Write %[1]s with https:// first and without spaces.", name, clip(value))
}

// notMailbox says how an e-mail address is written.
func notMailbox(name, value string) diag.Text {
	at := strings.NewReplacer("(at)", "@", "[at]", "@", " @ ", "@", " at ", "@", "(a)", "@").Replace(value)
	if found := mailbox.FindString(at); found != "" {
		return diag.Say("”%[2]s” är ingen e-postadress. Skriv bara adressen: %[1]s: %[3]s",
			"“%[2]s” is no e-mail address. Write the address alone: %[1]s: %[3]s", name, clip(value), clip(found))
	}
	if site.MatchString(strings.TrimPrefix(value, "https://")) {
		return diag.Say("”%[2]s” är en webbadress, men i %[1]s ska stå en e-postadress, som namn@exempel.se.",
			"“%[2]s” is a web address, but %[1]s must be an e-mail address, such as name@example.com.", name, clip(value))
	}
	return diag.Say("”%[2]s” är ingen e-postadress. Skriv %[1]s som namn@exempel.se.",
		"“%[2]s” is no e-mail address. Write %[1]s as name@example.com.", name, clip(value))
}

func invalidIDMessage(value string) diag.Text {
	return diag.Say("”%s” går inte att använda som beteckning. Använd små bokstäver a–z, siffror och bindestreck, till exempel %s.",
		"“%s” cannot be an identifier. Use small letters a–z, digits and hyphens, for example %s.", clip(value), cmp.Or(slugged(clip(value)), "vaxjo-kommun"))
}

// slugged is a text as an identifier would have it, "" where nothing is left.
func slugged(s string) string {
	var b strings.Builder
	gap := false
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(c)
			gap = false
		case !unicode.Is(unicode.Mn, c): // the ring and the dots of å, ä and ö
			gap = true
		}
	}
	return b.String()
}
