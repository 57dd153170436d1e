package load

import (
	"strings"
	"testing"
)

// A value that people write otherwise is answered with how it is written here.
func TestValuesInOtherForms(t *testing.T) {
	for name, tt := range map[string]struct{ old, new, want string }{
		"yes":                    {"unit: count", "unit: count\n      counts_people: ja", "16 wrong-type Ja skrivs true här, utan citattecken: counts_people: true"},
		"no, quoted":             {"unit: count", "unit: count\n      counts_people: \"Nej\"", "16 wrong-type Nej skrivs false här, utan citattecken: counts_people: false"},
		"perhaps":                {"unit: count", "unit: count\n      counts_people: kanske", "16 wrong-type Fältet counts_people ska vara true (ja) eller false (nej), utan citattecken."},
		"per cent":               {"unit: count", "unit: count\n      target: 65 %", "16 wrong-type Skriv bara talet i fältet target, utan enhet och andra ord: 65"},
		"about":                  {"unit: count", "unit: count\n      target: ca 6,5 procent", "16 wrong-type Skriv bara talet i fältet target, utan enhet och andra ord: 6.5"},
		"decimal comma":          {"unit: count", "unit: count\n      target: 6,5", "16 wrong-type Skriv talet i fältet target utan mellanslag och med punkt som decimaltecken: 6.5"},
		"a range":                {"unit: count", "unit: count\n      target: 30–50", "16 wrong-type Är målet ett spann: skriv det lägsta talet i target och det högsta i target_max, på en egen rad. target: 30 och target_max: 50"},
		"kronor":                 {"status: ongoing", "status: ongoing\nfunding:\n  - source: ESF\n    amount_sek: 1 200 000 kr", "11 wrong-type Skriv bara talet i fältet amount_sek, utan enhet och andra ord: 1200000"},
		"points":                 {"status: ongoing", "status: ongoing\nfunding:\n  - source: ESF\n    amount_sek: 1.200.000", "11 wrong-type Skriv talet i fältet amount_sek utan punkter mellan siffrorna: 1200000"},
		"decimals":               {"status: ongoing", "status: ongoing\nfunding:\n  - source: ESF\n    amount_sek: 1,2", "11 wrong-type Fältet amount_sek ska vara ett heltal, skrivet med bara siffror: inga decimaler, inga mellanslag och ingen enhet."},
		"a date in words":        {"from: 2025-01-01", "from: 1 mars 2025", "6 invalid-date ”1 mars 2025” är skrivet på ett sätt som inte kan läsas som datum. Skriv from som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, till exempel 2025-03-01"},
		"a month in words":       {"from: 2025-01-01", "from: mars 2025", "6 invalid-date ”mars 2025” är skrivet på ett sätt som inte kan läsas som datum. Skriv from som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, till exempel 2025-03"},
		"a date in curly quotes": {"from: 2025-01-01", "from: ”2025-02-01”", "6 invalid-date ””2025-02-01”” är skrivet på ett sätt som inte kan läsas som datum. Skriv from som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, till exempel 2025-02-01"},
		"a date with dashes":     {"from: 2025-01-01", "from: 2025–02–01", "6 invalid-date ”2025–02–01” är skrivet på ett sätt som inte kan läsas som datum. Skriv from som ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD, till exempel 2025-02-01"},
		"no such day":            {"from: 2025-01-01", "from: 2025-02-30", "6 invalid-date ”2025-02-30” är inget datum som finns: februari 2025 har dagarna 1–28. Ta reda på rätt dag, eller skriv bara månaden: 2025-02"},
		"no such month":          {"from: 2025-01-01", "from: 2025-31-12", "6 invalid-date ”2025-31-12” är inget datum som finns: månaden är 31. Skriv år, månad och dag, i den ordningen."},
		"two in a line":          {"status: ongoing", "status: ongoing\npartners: ekby, storsjo", "9 wrong-type Fältet partners ska vara en lista. Skriv varje sak på en egen rad som börjar med bindestreck och mellanslag: ”- ekby” på en rad, ”- storsjo” på nästa."},
		"a hard space in a list": {"status: ongoing", "status: ongoing\npartners:\n  -\u00a0ekby", "10 wrong-type Efter bindestrecket i listan partners står ett hårt mellanslag, som ofta följer med inklistrad text. Ta bort det och skriv ett vanligt: - ekby"},
		"a list for one":         {"owner: ekby", "owner:\n  - ekby\n  - storsjo", "5 wrong-type Fältet owner har plats för en sak, ingen lista. Ta bort de andra raderna, och skriv dem som är där under co_owners. Skriv utan bindestreck, på samma rad: owner: ekby"},
		"a text in braces":       {"title: Språkvän", "title: {namn}", "2 wrong-type Fältet title ska vara en text. Börjar texten med en parentes ([ eller {): sätt raka citattecken runt hela texten."},
		"a word for a value":     {"status: ongoing", "status: klar", "8 invalid-value Fältet status kan inte vara ”klar”. Välj ett av: planned (Planerad), ongoing (Pågår), completed (Avslutad), cancelled (Avbruten)."},
		"the Swedish name":       {"status: ongoing", "status: avslutat", "8 invalid-value Fältet status kan inte vara ”avslutat”. Välj ett av: completed (Avslutad), planned (Planerad), ongoing (Pågår), cancelled (Avbruten)."},
		"the value, misspelt":    {"unit: count", "unit: cuont", "15 invalid-value Fältet unit kan inte vara ”cuont”. Välj ett av: count (Antal), percent (Procent), per_1000 (Per 1 000 invånare), sek (Kronor), index (Index)."},
		"an exclamation mark":    {"title: Språkvän", "title: !Viktigt", "2 invalid-value Märket !Viktigt framför värdet går inte att använda. Ta bort det, eller sätt raka citattecken runt hela texten."},
	} {
		t.Run(name, func(t *testing.T) { mistaken(t, tt.old, tt.new, tt.want) })
	}
}

// A file that is whole, and of another kind than its folder's, is one mistake.
func TestMisplacedFiles(t *testing.T) {
	area := "---\ntitle: Hälsa\norder: 2\nresponsible: [ekby]\nsub_goals:\n  - {id: h-d1, text: T}\n---\n\nText.\n"
	plan := "title: P\nscope: regional\nyear: 2025\nstatus: draft\n"
	indicator := "title: I\ndefinition: D\nunit: count\ndirection: up\nsource: {name: SCB}\n"
	for name, tt := range map[string]struct{ path, text, want string }{
		"an initiative among the areas":     {"agreement/areas/a.md", soundInitiative, "5 unknown-field Filen ser ut att vara en insats, men ligger bland områdena. Flytta den till mappen för sin plan, som plans/2025."},
		"an initiative among the resources": {"agreement/resources/a.md", soundInitiative, "4 unknown-field Filen ser ut att vara en insats, men ligger bland resurserna. Flytta den till mappen för sin plan, som plans/2025."},
		"an area among the initiatives":     {"plans/2025/a.md", area, "4 unknown-field Filen ser ut att vara ett område, men ligger bland insatserna. Flytta den till agreement/areas."},
		"a plan among the indicators":       {"agreement/indicators/a.yaml", plan, "2 unknown-field Filen ser ut att vara en handlingsplan, men ligger bland indikatorerna. Flytta den till en egen mapp under plans, och döp den till plan.yaml."},
		"an indicator for a plan":           {"plans/2025/plan.yaml", indicator, "2 unknown-field Filen ser ut att vara en indikator, men ligger bland handlingsplanerna. Flytta den till agreement/indicators."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := told(t, tt.path, tt.text); len(got) != 1 || got[0] != tt.want {
				t.Errorf("told\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), tt.want)
			}
		})
	}
	if r := loadMap(t, map[string]string{"plans/2025/a.md": area}); !r.Content.Unread["sub-goal"] || !r.Content.Unread["area"] {
		t.Errorf("what the area would have said is missed: %v", r.Content.Unread)
	}
	// What is not whole is told field by field, as ever.
	if got := told(t, "agreement/areas/a.md", strings.Replace(soundInitiative, "owner: ekby\n", "", 1)); len(got) < 3 {
		t.Errorf("told %q", got)
	}
}
