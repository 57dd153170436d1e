package load

import (
	"strconv"
	"strings"
	"testing"
)

// A file by a wrong name is told by what it is to be named.
func TestNames(t *testing.T) {
	for name, tt := range map[string]struct{ path, at, want string }{
		"two endings":             {"plans/2025/b.md.md", "", "1 invalid-id Filens namn har en ändelse för mycket. Döp om den till b.md."},
		"an ending of a system":   {"agreement/indicators/i.yaml.txt", "", "1 unexpected-file Filen läses inte: namnet ska sluta på .yaml. Döp om den."},
		"yml":                     {"agreement/indicators/i.yml", "", "1 unexpected-file Filen läses inte: ändelsen ska vara .yaml. Döp om den."},
		"a document":              {"plans/2025/b.docx", "", "1 unexpected-file Filer av det här slaget läses inte, och ingen text länkar hit. Kopiera innehållet till en fil som slutar på .md, länka till filen från en text, eller ta bort den."},
		"a plan with an ending":   {"plans/2025/plan.yaml.txt", "", "1 unexpected-file Filen läses inte: den ska heta plan.yaml. Döp om den, eller ta bort den om det redan finns en sådan."},
		"a plan with a capital":   {"plans/2025/Plan.yaml", "", "1 unexpected-file Filen läses inte: den ska heta plan.yaml. Döp om den, eller ta bort den om det redan finns en sådan."},
		"a plan that is missing":  {"plans/2025/plan.yml", "plans/2025/plan.yaml", "1 missing-field Filen plans/2025/plan.yaml saknas. Är det plans/2025/plan.yml: döp om den till plan.yaml."},
		"a plan that is hidden":   {"plans/2025/.plan.yaml", "plans/2025/plan.yaml", "1 missing-field Filen plans/2025/plan.yaml saknas. Är det plans/2025/.plan.yaml: döp om den till plan.yaml."},
		"parties that are hidden": {"agreement/.parties.yaml", "agreement/parties.yaml", "1 missing-field Filen agreement/parties.yaml saknas. Är det agreement/.parties.yaml: döp om den till parties.yaml."},
		"a name that is too long": {"plans/2025/" + strings.Repeat("a", 201) + ".md", "", "1 invalid-id Beteckningen är för lång: den blir en del av filers namn och får ha högst 200 tecken."},
		"nothing like it":         {"plans/2025/b.md", "plans/2025/plan.yaml", "1 missing-field Filen plans/2025/plan.yaml saknas. Lägg till den."},
	} {
		t.Run(name, func(t *testing.T) {
			at := tt.path
			if tt.at != "" {
				at = tt.at
			}
			for _, f := range loadMap(t, map[string]string{"plans/2025/a.md": soundInitiative, tt.path: soundInitiative}).Findings {
				if f.File == at && strconv.Itoa(int(f.Range.Start.Line))+" "+f.Rule.Name+" "+f.Message.In("sv") == tt.want {
					return
				}
				if f.File == at {
					t.Logf("told %s %s", f.Rule, f.Message.In("sv"))
				}
			}
			t.Errorf("not told: %s", tt.want)
		})
	}
}

// The fence, and the encoding, are told by what stands there.
func TestFencesAndEncodings(t *testing.T) {
	const save = " Öppna filen i en textredigerare, välj Spara som, och spara den som UTF-8."
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	for name, tt := range map[string]struct{ text, want string }{
		"text above": {"OBS! Utkast.\n\n" + soundInitiative, "1 front-matter Filen ska börja med raden ---, som nu är rad 3. Ta bort det som står ovanför den, eller flytta det till texten under nästa rad med ---."},
		"no first line, a text that looks like a field": {strings.Replace(strings.TrimPrefix(soundInitiative, "---\n"), "---\n\nText.", "---\nMål: text.", 1), "1 front-matter Filens första rad ska vara tre bindestreck (---), före uppgifterna. Lägg till den överst."},
		"spaces before the end":                         {strings.Replace(soundInitiative, "---\n\nText", "  ---\n\nText", 1), "1 front-matter Uppgifterna överst i filen tar aldrig slut. Ta bort mellanslagen före --- på rad 16."},
		"all of it twice":                               {soundInitiative + "\n" + soundInitiative, "20 yaml-syntax Filens uppgifter står två gånger: en gång till från rad 20. Ta bort det som har kommit med två gånger."},
		"closed by a dash":                              {strings.Replace(soundInitiative, "---\n\nText", "—\n\nText", 1), "1 front-matter Uppgifterna överst i filen tar aldrig slut. Rad 16 ska vara exakt tre bindestreck (---); där står i stället ”—”."},
		"closed by two":                                 {strings.Replace(soundInitiative, "---\n\nText", "--\n\nText", 1), "1 front-matter Uppgifterna överst i filen tar aldrig slut. Rad 16 ska vara exakt tre bindestreck (---); där står i stället ”--”."},
		"never closed":                                  {strings.Replace(soundInitiative, "---\n\nText", "\nText", 1), "1 front-matter Uppgifterna överst i filen tar aldrig slut. Lägg till en rad med tre bindestreck (---) efter den sista uppgiften, rad 15."},
		"never opened":                                  {strings.TrimPrefix(soundInitiative, "---\n"), "1 front-matter Filens första rad ska vara tre bindestreck (---), före uppgifterna. Lägg till den överst."},
		"opened by dashes":                              {"–--" + strings.TrimPrefix(soundInitiative, "---"), "1 front-matter Rad 1 ska vara exakt tre bindestreck (---). Där står i stället ”–--”."},
		"opened too late":                               {"\n" + soundInitiative, "1 front-matter Raden med tre bindestreck (---) måste vara filens första, utan något före. Den står på rad 2: ta bort det som står före den."},
		"text alone":                                    {"Text.\n", "1 front-matter Filen ska börja med en rad med tre bindestreck (---), sedan uppgifterna om innehållet och en ny rad med tre bindestreck. Lägg till dem överst."},
		"Latin-1":                                       {"---\ntitle: Spr\xe5k\n---\n", "2 invalid-utf8 Filen är inte sparad som UTF-8: här står nog å i en äldre teckenkodning." + save},
		"bytes of something":                            {"---\ntitle: Spr\xc0k\n---\n", "2 invalid-utf8 Filen är inte sparad som UTF-8: här står tecken som inte går att läsa." + save},
		"UTF-16":                                        {"\xff\xfe" + wide("---\ntitle: S\n---\n"), "1 invalid-utf8 Filen är sparad som UTF-16 (som ibland kallas Unicode), inte som UTF-8." + save},
		"UTF-16 without a mark":                         {wide("---\ntitle: S\n---\n"), "1 invalid-utf8 Filen är sparad som UTF-16 (som ibland kallas Unicode), inte som UTF-8." + save},
		"a control character":                           {"---\ntitle: S\x00\n---\n", "2 invalid-utf8 Här står ett osynligt styrtecken (U+0000) som inte får finnas i filen. Ta bort det."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := told(t, "plans/2025/a.md", tt.text); len(got) != 1 || got[0] != tt.want {
				t.Errorf("told %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAddresses(t *testing.T) {
	for name, tt := range map[string]struct{ field, want string }{
		"www":                {"url: www.ekby.se", "6 invalid-value ”www.ekby.se” är ingen fullständig webbadress. Skriv https:// först: url: https://www.ekby.se"},
		"one slash":          {"url: http:/ekby.se/a", "6 invalid-value ”http:/ekby.se/a” är ingen fullständig webbadress. Skriv https:// först: url: https://ekby.se/a"},
		"e-mail for a page":  {"url: info@ekby.se", "6 invalid-value ”info@ekby.se” är en e-postadress, men i url ska stå en webbadress som börjar med https://. Finns ett fält för e-post bredvid: skriv den där."},
		"script":             {"url: javascript:alert(1)", "6 invalid-value ”javascript:alert(1)” är ingen fullständig webbadress. Skriv url med https:// först och utan mellanslag."},
		"page for an e-mail": {"email: https://ekby.se", "6 invalid-value ”https://ekby.se” är en webbadress, men i email ska stå en e-postadress, som namn@exempel.se."},
		"name and e-mail":    {"email: Info <info@ekby.se>", "6 invalid-value ”Info <info@ekby.se>” är ingen e-postadress. Skriv bara adressen: email: info@ekby.se"},
		"at in words":        {"email: info(at)ekby.se", "6 invalid-value ”info(at)ekby.se” är ingen e-postadress. Skriv bara adressen: email: info@ekby.se"},
		"two points":         {"email: info@ekby..se", "6 invalid-value ”info@ekby..se” är ingen e-postadress. Skriv email som namn@exempel.se."},
		"none":               {"email: ingen", "6 invalid-value ”ingen” är ingen e-postadress. Skriv email som namn@exempel.se."},
	} {
		t.Run(name, func(t *testing.T) { mistaken(t, "owner: ekby\n", "owner: ekby\ncontact:\n  "+tt.field+"\n", tt.want) })
	}
}

// A file that a text leads to is used, however the letters of its name are composed;
// another of the same look is not.
func TestComposedNames(t *testing.T) {
	files := map[string]string{
		"agreement/agreement.yaml":       "title: T\nannexes:\n  - title: A\n    file: text/\u00f6.pdf\nchapters:\n  - file: text/b.md\n  - file: text/\u00e5.md\n",
		"agreement/text/b.md":            "# B\n\n[a](\u00e5.pdf) [b](a%CC%88.pdf)\n",
		"agreement/text/a\u030a.pdf":     "",
		"agreement/text/o\u0308.pdf":     "",
		"agreement/text/\u00e4.pdf":      "",
		"agreement/text/\u00e9.pdf":      "",
		"agreement/text/e\u0301.pdf":     "",
		"agreement/text/c.md":            "[a](\u00e9.pdf)",
		"agreement/text/a\u030a.md":      "# A\n",
		"agreement/resources/example.md": "---\ntitle: E\nkind: example\n---\n\n[e](../text/\u00e9.pdf)\n",
	}
	var unexpected []string
	for _, f := range loadMap(t, files).Findings {
		if f.Rule.Name == "unexpected-file" {
			unexpected = append(unexpected, f.File)
		}
	}
	if got := strings.Join(unexpected, " "); got != "agreement/text/c.md agreement/text/e\u0301.pdf" {
		t.Errorf("%+q", got)
	}
}
