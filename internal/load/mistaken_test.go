package load

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// What people write in the place of a value is answered with that value.
func TestMistakenValues(t *testing.T) {
	const sound = "---\ntitle: Språkvän\ncooperation_area: a-1\nowner: ekby\nperiod:\n  from: 2025-01-01\nstatus: ongoing\nfollow_up:\n  method: Enkät\n  responsible: ekby\n  reports_to:\n    - ekby\n  measures:\n    - id: m\n      title: M\n      unit: count\n      target: 650\n---\n"
	for name, test := range map[string]struct{ old, new, rule, want, suggestion string }{
		"a hyphen without a space":         {"- ekby", "-ekby", "wrong-type", "mellanslag: - ekby", ""},
		"a dash of a text editor":          {"- ekby", "– ekby", "wrong-type", "mellanslag: - ekby", ""},
		"no hyphen":                        {"- ekby", "ekby", "wrong-type", "mellanslag: - ekby", ""},
		"a period in a line":               {"period:\n  from: 2025-01-01", "period: 2025–2026", "wrong-type", "indraget med två mellanslag: ”from: …” (Från och med).", ""},
		"a thousand":                       {"650", "1 650", "wrong-type", "decimaltecken: 1650", "1650"},
		"a hard thousand":                  {"650", "1\u00a0650", "wrong-type", "decimaltecken: 1650", "1650"},
		"a decimal comma":                  {"650", "6,5", "wrong-type", "decimaltecken: 6.5", "6.5"},
		"a unit":                           {"650", "650 st", "wrong-type", "Skriv bara talet i fältet target, utan enhet och andra ord: 650", ""},
		"a quoted number":                  {"650", `"650"`, "wrong-type", "utan citattecken", "650"},
		"a number for a reference":         {"a-1", "4", "wrong-type", "citattecken runt beteckningen: \"4\"", `"4"`},
		"a thousand with a point":          {"target: 650", "target: 1.650.000", "wrong-type", "utan punkter mellan siffrorna: 1650000", "1650000"},
		"a comma that may be of thousands": {"650", "1,650", "wrong-type", "decimaltecken: 1.650", ""},
		"no end":                           {"  from: 2025-01-01", "  from: 2025-01-01\n  to: tills vidare", "invalid-date", "ta bort raden med to", ""},
		"a midnight":                       {"2025-01-01", "2025-01-15T00:00:00.000Z", "invalid-date", "2025-01-15", "2025-01-15"},
		"another time of the day":          {"2025-01-01", "2025-01-14T23:00:00.000Z", "invalid-date", "2025-04-03", ""},
		"a period on one line":             {"period:\n  from: 2025-01-01", "period: from: 2025-01-01 to: 2026", "yaml-syntax", "Varje fält under period ska stå på en egen rad", ""},
		"a mark of a merge":                {"status: ongoing", "=======\nstatus: ongoing", "yaml-syntax", "kvar efter en sammanslagning", ""},
		"a mark of a merge, first":         {"title: Språkvän", "=======\ntitle: Språkvän", "yaml-syntax", "Felet är på rad 2. Raden är kvar efter en sammanslagning", ""},
		"a first field without space":      {"title: Språkvän", "title:Språkvän", "yaml-syntax", "Felet är på rad 2. Skriv ett mellanslag", ""},
		"fields in a block of code":        {"---\ntitle", "```yaml\ntitle", "front-matter", "Uppgifterna står mellan ```", ""},
		"a block of code among fields":     {"---\ntitle: Språkvän", "---\n```yaml\ntitle: Språkvän", "yaml-syntax", "Felet är på rad 2. Raden med ``` hör inte hemma", ""},
		"a date in words":                  {"2025-01-01", "den 2 sept. 2024", "invalid-date", "2024-09-02", "2024-09-02"},
		"a day first":                      {"2025-01-01", "1/9 2025", "invalid-date", "till exempel 2025-09-01", ""},
		"no such day in words":             {"2025-01-01", "31 juni 2024", "invalid-date", "till exempel 2025-04-03", ""},
		"a part of its Swedish name":       {"cooperation_area:", "samverkan:", "unknown-field", "Byt namnet samverkan mot cooperation_area (Samverkansområde).", "cooperation_area"},
		"an everyday word for a field":     {"title:", "rubrik:", "unknown-field", "Byt namnet rubrik mot title (Titel).", "title"},
		"a percent sign for a value":       {"unit: count", "unit: %", "yaml-syntax", "Välj ett av: percent (Procent)", ""},
		"a bracket that never closes":      {"title: Språkvän", "title: [ Språkvän", "yaml-syntax", "Texten börjar med [. Ta bort tecknet.", ""},
		"the field's Swedish name":         {"owner:", "Ansvarig:", "unknown-field", "Byt namnet Ansvarig mot owner (Ansvarig).", "owner"},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(sound, test.old, test.new, 1)
			if text == sound {
				t.Fatal("nothing is mistaken")
			}
			for _, f := range loadMap(t, map[string]string{"plans/2025/a.md": text}).Findings {
				if f.Rule.Name == test.rule && strings.Contains(f.Message.In("sv"), test.want) && f.Suggestion == test.suggestion {
					return
				}
			}
			t.Errorf("not told: %s %q", test.rule, test.want)
		})
	}
}

func TestUnexpectedFilesAreSentHome(t *testing.T) {
	for name, want := range map[string]string{
		"plans/2025/a":                "sluta på .md",
		"plans/2025/a.md.txt":         "sluta på .md",
		"agreement/indicators/i.yml":  "ändelsen ska vara .yaml",
		"agreement/parties.json":      "ska heta parties.yaml",
		"agreement/a.md":              "Insatser ligger direkt i en plans mapp",
		"plans/2025/insatser/a.md":    "Insatser ligger direkt i en plans mapp",
		"plans/2025/insatser/a.docx":  "Filen används inte. Länka till den",
		"plans/2025/underlag/b.c.pdf": "Filen används inte. Länka till den",
		"plans/2025/bild.png":         "Filen används inte. Länka till den",
		"plans/2025/a.md.bak":         "Filen används inte. Länka till den",
		"plans/2025/a.md~":            "Filen används inte. Länka till den",
		"agreement/a.yaml":            "Filen används inte där den ligger. Flytta",
	} {
		told := ""
		for _, f := range loadMap(t, map[string]string{"plans/2025/plan.yaml": "title: P\n", name: "x"}).Findings {
			if f.Rule.Name == "unexpected-file" && f.File == name {
				told = f.Message.In("sv")
			}
		}
		if !strings.Contains(told, want) {
			t.Errorf("%s: %q, want %q", name, told, want)
		}
	}
}

// A document of another program that was named as a text is told for what it is.
func TestDocumentsAreNoTexts(t *testing.T) {
	for src, want := range map[string]string{
		"PK\x03\x04\x14\x00\x06\x00word/document.xml":           "ett dokument från Word",
		"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00":              "ett dokument från Word",
		"{\\rtf1\\ansi Insatsen}":                               "ett dokument från Word",
		"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n":                         "Filen är en PDF",
		"\x89PNG\r\n\x1a\n\x00\x00":                             "Filen är en bild",
		"---\ntitle: A\n---\n\nPK är en förkortning för … \x03": "osynligt styrtecken",
	} {
		found := loadMap(t, map[string]string{"plans/2025/a.md": src}).Findings
		var told []string
		for _, f := range found {
			if f.File == "plans/2025/a.md" {
				told = append(told, f.Rule.Name+" "+f.Message.In("sv"))
			}
		}
		if len(told) != 1 || !strings.HasPrefix(told[0], "invalid-utf8 ") || !strings.Contains(told[0], want) {
			t.Errorf("%q: %q, want %q", src, told, want)
		}
	}
}

// Letters of another script are one mistake in a file, be they in a field or the text; a
// sign is one for itself.
func TestForeignLettersAreToldOnce(t *testing.T) {
	const sound = "---\ntitle: Språkvän\nnote: N\n---\n\nText.\n"
	for name, test := range map[string]struct {
		old, new string
		want     []string
	}{
		"a paragraph": {"Text.", "我们每周见面。\n\n第二段。", []string{"6:1 Filen har 9 bokstäver som inte finns"}},
		"a field too": {"note: N\n---\n\nText.", "note: 我们\n---\n\n第二段。", []string{"3:7 Filen har 5 bokstäver som inte finns"}},
		"one letter":  {"Text.", "Text 我.", []string{"6:6 Tecknet 我 (U+6211) finns inte"}},
		"two scripts": {"Text.", "我们 ഒരു", []string{"6:1 Filen har 2 bokstäver", "6:4 Filen har 3 bokstäver"}},
		"two signs":   {"Text.", "🎵 🎶", []string{"6:1 Tecknet 🎵", "6:3 Tecknet 🎶"}},
	} {
		t.Run(name, func(t *testing.T) {
			var told []string
			for _, f := range loadMap(t, map[string]string{"plans/2025/a.md": strings.Replace(sound, test.old, test.new, 1)}).Findings {
				if f.Rule.Name == "missing-glyph" {
					told = append(told, fmt.Sprintf("%d:%d %s", f.Range.Start.Line, f.Range.Start.Column, f.Message.In("sv")))
				}
			}
			slices.Sort(told)
			if len(told) != len(test.want) {
				t.Fatalf("told %q", told)
			}
			for i, want := range test.want {
				if !strings.HasPrefix(told[i], want) {
					t.Errorf("told %q, want %q", told[i], want)
				}
			}
		})
	}
}
