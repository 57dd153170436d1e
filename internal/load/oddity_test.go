package load

import "testing"

// What a text program or a tired hand does to YAML is told in words of its own.
func TestOddities(t *testing.T) {
	const hard = "På raden står ett hårt mellanslag, som ser ut som ett vanligt men inte är det; det följer ofta med inklistrad text. Ta bort det och skriv ett vanligt. Är raden indragen med hårda mellanslag: byt vart och ett."
	for name, tt := range map[string]struct{ old, new, want string }{
		"one line lost its indent": {"  method:", "method:",
			"11 yaml-syntax Raden ovanför (rad 10) har nog tappat sitt indrag och hör till follow_up. Skriv två mellanslag först, som på den här raden. Hör den här raden inte till follow_up: ta bort dess indrag."},
		"two lines lost their indent": {"  method: Enkät\n  responsible:", "method: Enkät\nresponsible:",
			"12 yaml-syntax Raderna 10–11 har nog tappat sitt indrag och hör till follow_up. Skriv två mellanslag först, som på den här raden. Hör den här raden inte till follow_up: ta bort dess indrag."},
		"a list's field lost its indent": {"  method: Enkät\n", "due:\n  - 2025-06-01\n  method: Enkät\n",
			"10 yaml-syntax Felet är på rad 12. Raden är indragen som listan under due (rad 10), men är ingen punkt i den. Har due tappat sitt indrag: skriv två mellanslag till först på raderna 10–11. Annars: ge den här raden lika många mellanslag som due, eller börja den med ett bindestreck."},
		"an item lost its hyphen": {"owner: ekby", "partners:\n  - ekby\n  name: Kafé\nowner: ekby",
			"4 yaml-syntax Felet är på rad 6. Raden står bland punkterna i listan under partners (rad 4), men saknar bindestreck. Skriv: ”  - name: Kafé”"},
		"a plain item lost its hyphen": {"owner: ekby", "partners:\n  - ekby\n  lansstyrelsen\nowner: ekby", "6 yaml-syntax Raden står i en lista men saknar bindestreck. Skriv: ”  - lansstyrelsen”"},
		"a second item lost its hyphen": {"owner: ekby", "partners:\n  - name: Affär\n  name: Kafé\nowner: ekby",
			"4 yaml-syntax Felet är på rad 6. Raden står bland punkterna i listan under partners (rad 4), men saknar bindestreck. Skriv: ”  - name: Kafé”"},
		"a part of an item lost its indent": {"      title: M\n", "    title: M\n",
			"12 yaml-syntax Felet är på rad 14. Raden står bland punkterna i listan under measures (rad 12), men saknar indrag eller bindestreck. Hör den till punkten ovanför: skriv ”      title: M”. Är den en ny punkt: skriv ”    - title: M”."},
		"a line in a block lost its indent": {"    - id: m\n      title: M\n", "    - id: m\ntitle: M\n",
			"15 yaml-syntax Rad 14 har nog tappat sitt indrag. Skriv sex mellanslag först på den, som på den här raden."},
		"a block lost its own line": {"follow_up:\n", "",
			"9 yaml-syntax Raden hör nog till follow_up, vars egen rad saknas. Skriv ”follow_up:” på en rad ovanför."},
		"em space":               {"  responsible:", "\u2003responsible:", "12 yaml-syntax Felet är på rad 11. " + hard},
		"narrow no-break space":  {"  responsible:", " \u202fresponsible:", "10 yaml-syntax Felet är på rad 11. " + hard},
		"tab":                    {"  method:", "\tmethod:", "10 yaml-syntax Raden börjar med en tabb. Indrag måste göras med mellanslag: ”  method: Enkät”"},
		"tab after an item":      {"      title: M", "\ttitle: M", "13 yaml-syntax Felet är på rad 14. Raden börjar med en tabb. Indrag måste göras med mellanslag: ”      title: M”"},
		"curly quotes":           {"title: Språkvän", "title: ”Språkvän: möten”", `1 yaml-syntax Felet är på rad 2. Citattecknen är böjda (”), som i Word, och räknas inte. Byt dem mot raka ("): title: "Språkvän: möten"`},
		"straight and curly":     {"title: Språkvän", "title: \"Språkvän”", `15 yaml-syntax Felet är på rad 2. Texten börjar med ett rakt citattecken (") men slutar med ett böjt. Skriv ett rakt även där texten slutar.`},
		"never closed":           {"title: Språkvän", "title: \"Språkvän", `15 yaml-syntax Felet är på rad 2. Här öppnas ett citattecken som aldrig stängs. Sätt ett likadant (") där texten slutar.`},
		"colon in a title":       {"title: Språkvän", "title: Språkvän: möten", `1 yaml-syntax Felet är på rad 2. Texten innehåller ett kolon. Sätt raka citattecken runt hela texten: title: "Språkvän: möten"`},
		"apostrophe":             {"title: Språkvän", "title: 'Språkvän's'", `1 yaml-syntax Felet är på rad 2. Det står mer text efter det citattecken (') som stänger. Skriv varje ' inne i texten två gånger (''), eller sätt " runt hela texten i stället.`},
		"bracket":                {"title: Språkvän", "title: [Utkast] Språkvän", "1 yaml-syntax Felet är på rad 2. En text som börjar med [ måste stå inom raka citattecken: title: '[Utkast] Språkvän'"},
		"asterisks":              {"title: Språkvän", "title: *Språkvän*", "1 yaml-syntax Felet är på rad 2. En text som börjar med * måste stå inom raka citattecken: title: '*Språkvän*'"},
		"hyphen on the line":     {"title: Språkvän", "title: - Språkvän", "1 yaml-syntax Felet är på rad 2. En lista kan inte börja på samma rad som fältets namn. Flytta bindestrecket till nästa rad, indraget två mellanslag. Hör det till texten: sätt raka citattecken runt hela texten."},
		"text after a bar":       {"title: Språkvän", "title: | Språkvän", "1 yaml-syntax Felet är på rad 2. Efter | ska texten börja på nästa rad, indragen två mellanslag. Hör | till texten: sätt raka citattecken runt hela texten."},
		"backslash":              {"title: Språkvän", `title: "G:\Språk"`, `1 yaml-syntax Felet är på rad 2. Ett omvänt snedstreck (\) betyder något särskilt inom "…". Byt de två citattecknen mot enkla: '…'.`},
		"hyphen without a space": {"    - id: m", "    -id: m", "14 yaml-syntax Felet är på rad 13. Skriv ett mellanslag efter bindestrecket: - id: m"},
		"asterisk for a hyphen":  {"    - id: m", "    * id: m", "13 yaml-syntax Listor skrivs här med bindestreck och mellanslag, inte med andra punkter eller streck: - id: m"},
		"no colon":               {"owner: ekby", "owner ekby", "4 yaml-syntax Ett kolon saknas efter fältets namn. Skriv: owner: ekby"},
		"another colon":          {"owner: ekby", "owner： ekby", "4 yaml-syntax Efter fältets namn ska stå ett vanligt kolon (:). Byt ut tecknet."},
		"a bold line":            {"owner: ekby", "**Ansvar**\nowner: ekby", "4 yaml-syntax Fet stil går inte att skriva här, bland uppgifterna. Ta bort raden, eller flytta den till texten nedanför raden med ---."},
		"a line of text":         {"owner: ekby", "Här är en text.\nowner: ekby", "4 yaml-syntax Raden är inget fält. Fortsätter den texten i cooperation_area (rad 3): skriv bara ”cooperation_area: |” på den raden, och hela texten på raderna under, indragen med två mellanslag. Hör den till brödtexten: flytta den till under raden med tre bindestreck (---) som avslutar fälten."},
		"an open list":           {"owner: ekby", "places: [ekby, \nowner: ekby", "3 yaml-syntax Felet är på rad 4. Parentesen [ stängs aldrig. Skriv ] där listan slutar: places: [ekby]"},
	} {
		t.Run(name, func(t *testing.T) { mistaken(t, tt.old, tt.new, tt.want) })
	}
}
