package load

import (
	"strconv"
	"strings"
	"testing"

	"samsyn/internal/diag"
)

const soundInitiative = `---
title: Språkvän
cooperation_area: a-1
owner: ekby
period:
  from: 2025-01-01
  to: 2025-12-31
status: ongoing
follow_up:
  method: Enkät
  responsible: ekby
  measures:
    - id: m
      title: M
      unit: count
---

Text.
`

// told gives the findings of one file, "line rule message" each, in their order.
func told(t *testing.T, name, text string) []string {
	t.Helper()
	var lines []string
	for _, f := range diag.Sort(loadMap(t, map[string]string{name: text}).Findings) {
		if f.File == name {
			lines = append(lines, strconv.Itoa(int(f.Range.Start.Line))+" "+f.Rule.Name+" "+f.Message.In("sv"))
		}
	}
	return lines
}

// mistaken is a sound initiative with a mistake, and all that is told of it.
func mistaken(t *testing.T, old, new string, want ...string) {
	t.Helper()
	text := strings.Replace(soundInitiative, old, new, 1)
	if text == soundInitiative {
		t.Fatal("nothing is mistaken")
	}
	if got := told(t, "plans/2025/a.md", text); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("told\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestLostIndent(t *testing.T) {
	for name, tt := range map[string]struct {
		old, new string
		want     []string
	}{
		"just below the block": {"  to: 2025", "to: 2025", []string{
			"7 unknown-field Fältet to hör till period (rad 5) och ska vara indraget under det. Skriv två mellanslag först på raden: ”  to: 2025-12-31”"}},
		"with all of the block": {"  from: 2025-01-01\n  to:", "from: 2025-01-01\nto:", []string{
			"6 unknown-field Fältet from hör till period (rad 5) och ska vara indraget under det. Skriv två mellanslag först på raden: ”  from: 2025-01-01”",
			"7 unknown-field Fältet to hör till period (rad 5) och ska vara indraget under det. Skriv två mellanslag först på raden: ”  to: 2025-12-31”"}},
		"required, below the block": {"  method: Enkät\n  responsible: ekby\n  measures:\n    - id: m\n      title: M\n      unit: count\n", "  responsible: ekby\nmethod: Enkät\n", []string{
			"11 unknown-field Fältet method hör till follow_up (rad 9) och ska vara indraget under det. Skriv två mellanslag först på raden: ”  method: Enkät”"}},
		"far from the block": {"owner: ekby\nperiod:\n  from: 2025-01-01\n  to: 2025-12-31\n", "owner: ekby\nto: 2025-12-31\nperiod:\n  from: 2025-01-01\n", []string{
			"5 unknown-field Fältet to hör till period (rad 6). Flytta raden dit, och skriv två mellanslag först på den: ”  to: 2025-12-31”"}},
		"without the block": {"owner: ekby\n", "owner: ekby\nemail: a@ekby.se\n", []string{
			"5 unknown-field Fältet email hör till contact, som saknas här. Skriv contact: på raden ovanför, och två mellanslag före email."}},
		"of an item": {"      unit: count", "  unit: count", []string{
			"15 unknown-field Fältet unit hör till en punkt i listan measures (rad 12). Flytta raden till den punkten, och ge den lika många mellanslag som punktens andra fält."}},
		"by hard spaces": {"  to: 2025", "\u00a0\u00a0to: 2025", []string{
			"7 unknown-field Vid to står ett hårt eller osynligt mellanslag, som följer med när man klistrar in text. Det räknas inte som indrag. Ta bort det, och skriv vanliga mellanslag om raden ska vara indragen."}},
	} {
		t.Run(name, func(t *testing.T) { mistaken(t, tt.old, tt.new, tt.want...) })
	}
}

// A field of many blocks is led to the one above it, or nowhere.
func TestLostIndentOfManyBlocks(t *testing.T) {
	list := told(t, "agreement/agreement.yaml", "title: A\nshort_title: A\nperiod: {from: 2025}\nstatus: adopted\nadopted:\n  date: 2025-01-01\nbody: ekby\nchapters:\n  - part: areas\ndate: 2025-01-01\n")
	want := "7 unknown-field Fältet body hör till adopted (rad 5) och ska vara indraget under det."
	if len(list) != 2 || !strings.HasPrefix(list[0], want) || !strings.HasPrefix(list[1], "10 unknown-field Fältet date finns inte här. Möjliga fält:") {
		t.Errorf("told %q", list)
	}
}

// What a field that strayed would have said is not missed elsewhere.
func TestStrayFieldIsRefused(t *testing.T) {
	r := loadMap(t, map[string]string{"plans/2025/a.md": strings.Replace(soundInitiative, "---\n\nText", "due:\n  - 2025-06-01\n---\n\nText", 1)})
	due := 0
	for _, f := range r.Content.Refused {
		if f.Name == "due" && f.Of.Range.Start.Line == 10 {
			due++
		}
	}
	if due != 1 {
		t.Errorf("refused: %v", r.Content.Refused)
	}
}

func TestWhereToAdd(t *testing.T) {
	for name, tt := range map[string]struct {
		old, new string
		want     string
		look     int
		add      string
	}{
		"after the field before":  {"owner: ekby\n", "", "2 missing-field Fältet owner (Ansvarig) saknas. Lägg till det på en egen rad efter rad 3: ”owner: …”, med en beteckning från agreement/parties.yaml eller agreement/organisation.yaml.", 3, "owner: …"},
		"after a block":           {"status: ongoing\n", "", "2 missing-field Fältet status (Status) saknas. Lägg till det på en egen rad efter rad 7: ”status: …”, med ett av värdena planned (Planerad), ongoing (Pågår), completed (Avslutad), cancelled (Avbruten).", 7, "status: …"},
		"at the top":              {"title: Språkvän\n", "", "2 missing-field Fältet title (Titel) saknas. Lägg till det på en egen rad efter rad 1: ”title: …”.", 1, "title: …"},
		"a block":                 {"period:\n  from: 2025-01-01\n  to: 2025-12-31\n", "", "2 missing-field Fältet period (Tid) saknas. Lägg till det på en egen rad efter rad 4: ”period:”, och under den, indraget två mellanslag till: ”from: …” (Från och med).", 4, "period:"},
		"first within a block":    {"  from: 2025-01-01\n", "", "6 missing-field Fältet from (Från och med) saknas. Lägg till det på en egen rad efter rad 5: ”  from: …”.", 5, "  from: …"},
		"first in an item":        {"    - id: m\n      title: M\n", "    - title: M\n", "13 missing-field Fältet id (Beteckning) saknas. Lägg till det på en egen rad efter rad 13: ”      id: …”.", 13, "      id: …"},
		"past a text and remarks": {"owner: ekby\nperiod:", "# vem?\n\nperiod:", "2 missing-field Fältet owner (Ansvarig) saknas. Lägg till det på en egen rad efter rad 3: ”owner: …”, med en beteckning från agreement/parties.yaml eller agreement/organisation.yaml.", 3, "owner: …"},
		"in brackets":             {"period:\n  from: 2025-01-01\n  to: 2025-12-31", "period: {to: 2025-12-31}", "5 missing-field Fältet from (Från och med) saknas. Lägg till det.", 0, ""},
		"hidden by a hash":        {"title: Språkvän", "title: #Språkvän", "2 missing-field Fältet title är tomt: det som står efter # läses inte. Sätt raka citattecken runt hela texten: title: \"#Språkvän\"", 0, ""},
		"a reference by a hash":   {"owner: ekby", "owner: #ekby", "4 missing-field Fältet owner är tomt: det som står efter # läses inte. Ta bort tecknet #: owner: ekby", 0, ""},
		"a quotation by a hash":   {"title: Språkvän", "title: #”Språkvän” fyra", "2 missing-field Fältet title är tomt: det som står efter # läses inte. Sätt raka citattecken runt hela texten: title: \"#”Språkvän” fyra\"", 0, ""},
		"a bracket by a hash":     {"title: Språkvän", "title:\t#(utkast) fyra", "2 missing-field Fältet title är tomt: det som står efter # läses inte. Sätt raka citattecken runt hela texten: title: \"#(utkast) fyra\"", 0, ""},
		"an anchor and a hash":    {"title: Språkvän", "title: &a #Språkvän", "2 missing-field Fältet title är tomt: det som står efter # läses inte. Sätt raka citattecken runt hela texten: title: \"#Språkvän\"", 0, ""},
		"a remark after a tab":    {"title: Språkvän", "title: #\tSpråkvän", "2 missing-field Fältet title är tomt. Fyll i det.", 0, ""},
		"a remark":                {"title: Språkvän", "title: # Språkvän #2", "2 missing-field Fältet title är tomt. Fyll i det.", 0, ""},
		"a hash of another field": {"  from: 2025-01-01\n  to: 2025-12-31", "  {to: 2025-12-31, from: } #2025", "6 missing-field Fältet from är tomt. Fyll i det.", 0, ""},
		"a date by a hash":        {"  from: 2025-01-01", "  from: #2025-01-01", "6 missing-field Fältet from är tomt: det som står efter # läses inte. Ta bort tecknet #: from: 2025-01-01", 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			mistaken(t, tt.old, tt.new, tt.want)
			for _, f := range loadMap(t, map[string]string{"plans/2025/a.md": strings.Replace(soundInitiative, tt.old, tt.new, 1)}).Findings {
				if f.File == "plans/2025/a.md" && (f.Look != tt.look || f.Add != tt.add) {
					t.Errorf("look at %d, add %q", f.Look, f.Add)
				}
			}
		})
	}
}
