package advice

import (
	"cmp"
	"regexp"
	"strings"

	"samsyn/internal/diag"
	"samsyn/schema"
)

// Pattern says how a value is written that has not the form its field asks for, and
// suggests it where only one can be meant.
func Pattern(format, name, value string) (words diag.Text, suggestion string) {
	switch format {
	case "identifier":
		return invalidIDMessage(value), ""
	case "uri":
		return notAddress(name, value)
	case "email":
		return notMailbox(name, value)
	case "digest":
		return diag.Say("”%[2]s” är ingen kontrollsumma. Hämta den med samsyn digest.",
			"“%[2]s” is no digest. Take it from samsyn digest.", name, Clip(value)), ""
	}
	if name == "sha256" {
		return notFileDigest(value)
	}
	return diag.Say("Fältet %[1]s kan inte vara ”%[2]s”. Se fältets beskrivning för hur det ska skrivas.",
		"The field %[1]s cannot be “%[2]s”. See the field's description for its form.", name, Clip(value)), ""
}

// notFileDigest says how the SHA-256 digest of a file is written, and suggests it where
// it only has capitals, spaces or its method's name too many.
func notFileDigest(value string) (words diag.Text, suggestion string) {
	plain := strings.TrimPrefix(strings.ToLower(strings.Join(strings.Fields(value), "")), "sha256:")
	if len(plain) == fileDigest && strings.Trim(plain, "0123456789abcdef") == "" {
		return diag.Say("Skriv filens kontrollsumma med bara siffror och små bokstäver: %s", "Write the file's digest in digits and small letters alone: %s", plain), plain
	}
	return diag.Say("”%[1]s” är ingen kontrollsumma av en fil: en sådan är %[2]d tecken, 0–9 och a–f. Kommandot certutil i Windows eller sha256sum i Linux räknar ut den. Vet du den inte: ta bort raden.",
		"“%[1]s” is no digest of a file, which is %[2]d characters, 0–9 and a–f. The command certutil in Windows or sha256sum in Linux computes it. If you do not know it, remove the line.", Clip(value), fileDigest), ""
}

// fileDigest is how many characters write the 256 bits of a digest.
const fileDigest = 64

var (
	mailbox = regexp.MustCompile(`(?i)[^\s@/:<>()".]+(?:\.[^\s@/:<>()".]+)*@(?:[\pL\pN-]+\.)+[a-z]{2,}`)
	site    = regexp.MustCompile(`(?i)^(?:https?[:/]*)?((?:[\pL\pN-]+\.)+[a-z]{2,}(?:[/?#]\S*)?)$`)
)

// notAddress says how a web address is written.
func notAddress(name, value string) (words diag.Text, suggestion string) {
	v := strings.Trim(Visible(value), curly)
	if strings.HasPrefix(strings.ToLower(v), "http://") && !strings.ContainsAny(v, " \t") {
		return diag.Say("Adressen i %[1]s börjar med http://, som inte är krypterat. Skriv https:// i stället, och kontrollera att adressen fungerar: %[1]s: https://%[2]s",
			"The address in %[1]s begins with http://, which is not encrypted. Write https:// instead, and make sure that the address works: %[1]s: https://%[2]s", name, Clip(v[len("http://"):])), ""
	}
	if name == "base_url" && strings.HasPrefix(v, "https://") && strings.ContainsAny(v, "?#") {
		v, _, _ = strings.Cut(v, "?")
		v, _, _ = strings.Cut(v, "#")
		return diag.Say("Webbplatsens adress kan inte innehålla ? eller #. Skriv %[1]s: %[2]s", "The site's address cannot hold ? or #. Write %[1]s: %[2]s", name, Clip(v)), v
	}
	if m := site.FindStringSubmatch(v); m != nil && !strings.Contains(v, "@") {
		return diag.Say("”%[2]s” är ingen fullständig webbadress. Skriv https:// först: %[1]s: https://%[3]s",
			"“%[2]s” is no full web address. Write https:// first: %[1]s: https://%[3]s", name, Clip(value), Clip(m[1])), "https://" + m[1]
	}
	if mailbox.FindString(v) == strings.TrimPrefix(v, "mailto:") && v != "" {
		return diag.Say("”%[2]s” är en e-postadress, men i %[1]s ska stå en webbadress som börjar med https://. Finns ett fält för e-post bredvid: skriv den där.",
			"“%[2]s” is an e-mail address, but %[1]s must be a web address that begins with https://. If there is a field for e-mail beside it, write it there.", name, Clip(value)), ""
	}
	return diag.Say("”%[2]s” är ingen fullständig webbadress. Skriv %[1]s med https:// först och utan mellanslag.",
		"“%[2]s” is no full web address. Write %[1]s with https:// first and without spaces.", name, Clip(value)), ""
}

// notMailbox says how an e-mail address is written.
func notMailbox(name, value string) (words diag.Text, suggestion string) {
	at := strings.NewReplacer("(at)", "@", "[at]", "@", " @ ", "@", " at ", "@", "(a)", "@").Replace(value)
	if found := mailbox.FindString(at); found != "" {
		sure := ""
		if strings.EqualFold(strings.TrimPrefix(strings.ToLower(strings.Trim(Visible(value), curly+"<>")), "mailto:"), found) {
			sure = found
		}
		return diag.Say("”%[2]s” är ingen e-postadress. Skriv bara adressen: %[1]s: %[3]s",
			"“%[2]s” is no e-mail address. Write the address alone: %[1]s: %[3]s", name, Clip(value), Clip(found)), sure
	}
	if site.MatchString(strings.TrimPrefix(value, "https://")) {
		return diag.Say("”%[2]s” är en webbadress, men i %[1]s ska stå en e-postadress, som namn@exempel.se.",
			"“%[2]s” is a web address, but %[1]s must be an e-mail address, such as name@example.com.", name, Clip(value)), ""
	}
	return diag.Say("”%[2]s” är ingen e-postadress. Skriv %[1]s som namn@exempel.se.",
		"“%[2]s” is no e-mail address. Write %[1]s as name@example.com.", name, Clip(value)), ""
}

func invalidIDMessage(value string) diag.Text {
	if len(value) > schema.LongestIdentifier {
		return LongIdentifier
	}
	return diag.Say("”%s” går inte att använda som beteckning. Använd små bokstäver a–z, siffror och bindestreck, till exempel %s.",
		"“%s” cannot be an identifier. Use small letters a–z, digits and hyphens, for example %s.", Clip(value), cmp.Or(Slugged(Clip(value)), "vaxjo-kommun"))
}

// LongIdentifier says that an identifier has too many characters.
var LongIdentifier = diag.Say("Beteckningen är för lång: den blir en del av filers namn och får ha högst %[1]d tecken.",
	"The identifier is too long: it becomes a part of files' names and may have %[1]d characters at most.", schema.LongestIdentifier)
