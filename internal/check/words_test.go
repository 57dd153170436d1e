package check_test

import (
	"fmt"
	"strings"
	"testing"

	"samsyn/internal/check/rules"
)

// What is said of references and links that lead nowhere, word for word.
func TestWords(t *testing.T) {
	base, err := (rules.Case{}).Texts()
	if err != nil {
		t.Fatal(err)
	}
	var many strings.Builder
	for i := range 13 {
		fmt.Fprintf(&many, "  - {id: part-%d, name: Part %d, kind: other}\n", i, i)
	}
	for name, tt := range map[string]struct {
		change     []string
		want       string
		suggestion string
	}{
		"unknown owner": {[]string{owner + "owner: kommunledningen"},
			"”kommunledningen” finns inte. Här ska stå beteckningen på en part eller en grupp. Välj en av dem som finns: beredningen, ekby, lansstyrelsen, styrgruppen. Eller lägg till den som saknas i agreement/parties.yaml eller agreement/organisation.yaml. Är det någon utanför överenskommelsen: skriv owner: ensamt på raden, och på nästa rad, indraget två mellanslag till: name: kommunledningen", ""},
		"unknown owner among many": {[]string{owner + "owner: kommunledningen", "P|parties:\n|parties:\n" + many.String()},
			"”kommunledningen” finns inte. Här ska stå beteckningen på en part eller en grupp. De som finns står i agreement/parties.yaml eller agreement/organisation.yaml. Rätta den, eller lägg till den som saknas. Är det någon utanför överenskommelsen: skriv owner: ensamt på raden, och på nästa rad, indraget två mellanslag till: name: kommunledningen", ""},
		"an outsider in a list": {[]string{owner + "owner: ekby\nco_owners:\n  - Ekby hembygdsförening"},
			"”Ekby hembygdsförening” finns inte. Här ska stå beteckningen på en part eller en grupp. Välj en av dem som finns: beredningen, ekby, lansstyrelsen, styrgruppen. Eller lägg till den som saknas i agreement/parties.yaml eller agreement/organisation.yaml. Är det någon utanför överenskommelsen: skriv raden så här: - name: Ekby hembygdsförening", ""},
		"a name that is nearly the identifier": {[]string{owner + "owner: Öppen dörr", "P|parties:\n|parties:\n  - {id: oppen-dorr, name: Föreningen Öppen dörr, kind: civil_society}\n"},
			"Här ska stå en beteckning, inte ett namn. ”Öppen dörr” har beteckningen oppen-dorr. Skriv den.", "oppen-dorr"},
		"an area for a cooperation area": {[]string{"i|cooperation_area: arbete-1|cooperation_area: arbete"},
			"”arbete” är ett område, men här ska stå ett samverkansområde. Välj en av dem som finns: arbete-1, arbete-2. Eller lägg till den som saknas i agreement/areas.", "arbete-1"},
		"an area for a sub-goal": {[]string{"i|cooperation_area: arbete-1|cooperation_area: arbete-1\nsub_goals:\n  - arbete"},
			"”arbete” är ett område, men här ska stå ett delmål. Välj en av dem som finns: arbete-d1. Eller lägg till den som saknas i agreement/areas.", ""},
		"of a kind that there is none of": {[]string{"!n", "a|    indicators: [i-arbete]\n|    indicators: [sysselsattning]\n"},
			"”sysselsattning” finns inte. Här ska stå beteckningen på en indikator. Någon sådan finns inte än. Lägg till den i agreement/indicators.", ""},
		"curly quotation marks": {[]string{owner + "owner: ”ekby”"},
			"Skriv bara ekby, utan citattecken, skiljetecken och hårda mellanslag omkring.", "ekby"},
		"a hard space": {[]string{owner + "owner: ekby\u00a0"},
			"Skriv bara ekby, utan citattecken, skiljetecken och hårda mellanslag omkring.", "ekby"},
		"two in one": {[]string{owner + "owner: ekby och lansstyrelsen"},
			"”ekby och lansstyrelsen” är flera beteckningar. Där det ska stå en: skriv bara den. I en lista: skriv var och en på en egen rad, med bindestreck och mellanslag först.", ""},
		"two items that became one": {[]string{owner + "owner: ekby\nco_owners:\n  - ekby\n    - lansstyrelsen"},
			"”ekby - lansstyrelsen” är två rader i listan som har lästs som en, eftersom den andra är indragen mer än den första. Skriv lika många mellanslag före bindestrecken på båda.", ""},
		"another figure": {[]string{"i|cooperation_area: arbete-1|cooperation_area: arbete-7"},
			"”arbete-7” finns inte. Här ska stå ett samverkansområde. Närmast är ”arbete-1”, men siffran är en annan. Ta reda på vilken beteckning som är rätt, och skriv den.", "arbete-1"},
		"codes of a web page": {chapter("<p>Åå</p>"),
			"Texten innehåller koder från en webbsida (HTML), som <p>. De visas inte. Ta bort koderna, med tecknen < och >, och behåll texten. Länkar skrivs så här: [text](https://…), fet stil så här: **text**.", ""},
		"www":            {chapter("[a](www.ekby.se/sida)"), "”www.ekby.se/sida” läses som en fil i mappen. Skriv https://www.ekby.se/sida i parentesen.", ""},
		"without www":    {chapter("[a](ekby.se)"), "”ekby.se” läses som en fil i mappen. Skriv https://ekby.se i parentesen.", ""},
		"lost colon":     {chapter("[a](http//ekby.se)"), "”http//ekby.se” läses som en fil i mappen. Skriv https://ekby.se i parentesen.", ""},
		"e-mail":         {chapter("[a](info@ekby.se)"), "”info@ekby.se” läses som en fil i mappen. Skriv mailto:info@ekby.se i parentesen.", ""},
		"one's own disk": {chapter("[a](file:///C:/a.docx)"), "Länken ”file:///C:/a.docx” leder till en fil på en dator, som ingen annan når. Lägg filen på webben och länka dit, eller lägg den här och skriv namnet på den.", ""},
		"misspelt file": {chapter("[a](../areas/arbet.md)"),
			"Filen agreement/areas/arbet.md finns inte. Menade du ../areas/arbete.md? Länkar räknas från mappen där den här filen ligger.", "../areas/arbete.md"},
		"misspelt file, with a heading": {chapter("[a](../areas/arbet.md#arbete-1)"),
			"Filen agreement/areas/arbet.md finns inte. Menade du ../areas/arbete.md#arbete-1? Länkar räknas från mappen där den här filen ligger.", "../areas/arbete.md#arbete-1"},
		"other folder": {chapter("[a](sprakvan.md)"),
			"Filen agreement/text/sprakvan.md finns inte. Menade du ../../plans/2025/sprakvan.md? Länkar räknas från mappen där den här filen ligger.", ""},
		"a page of the site": {chapter("[a](../areas/arbete.html)"),
			"Filen agreement/areas/arbete.html finns inte. Menade du ../areas/arbete.md? Länkar räknas från mappen där den här filen ligger.", ""},
		"a misspelt chapter": {[]string{"A|file: text/bakgrund.md|file: text/bakgrunn.md"},
			"Filen text/bakgrunn.md finns inte. Menade du text/bakgrund.md? Sökvägen räknas från mappen där den här filen ligger.", "text/bakgrund.md"},
		"a chapter without its folder": {[]string{"A|file: text/bakgrund.md|file: bakgrund.docx"},
			"Filen bakgrund.docx finns inte. Menade du text/bakgrund.md? Sökvägen räknas från mappen där den här filen ligger.", "text/bakgrund.md"},
		"a heading too deep": {chapter("#### *Så* går det till"),
			"Rubriken är på nivå 4, men den närmast möjliga är nivå 2. Hoppa inte över en nivå. Skriv: ”## Så går det till”", ""},
		"a heading that skips a level": {chapter("## Så går det till\n\n#### Kostnad"),
			"Rubriken är på nivå 4, under en på nivå 2. Hoppa inte över en nivå. Hör den till avsnittet ovanför: skriv ”### Kostnad”. Är den ett eget avsnitt: skriv ”## Kostnad”.", ""},
		"an image that is not there": {chapter("![Karta](karta.png)"),
			"Bilden agreement/text/karta.png finns inte. Lägg till den, eller rätta namnet, som räknas från mappen där den här filen ligger.", ""},
		"an image without words": {chapter("![](karta.png)"),
			"Bilden saknar beskrivning för den som inte ser den. Skriv vad den visar mellan [ och ]: ![…](karta.png)", ""},
		"nothing like it": {chapter("[a](karta.png)"), "Filen agreement/text/karta.png finns inte. Rätta länken, som räknas från mappen där den här filen ligger.", ""},
		"from the root": {chapter("[a](/agreement/areas/arbete.md)"),
			"Länken räknas från mappen där den här filen ligger, så den kan inte börja med ett snedstreck. Skriv ../areas/arbete.md.", ""},
		"misspelt heading": {chapter("## Länets mål\n\n[a](#länets-mal)"),
			"Det finns ingen rubrik eller beteckning ”länets-mal” i bakgrund.md. Menade du #länets-mål?", "#länets-mål"},
		"other heading": {chapter("[a](../areas/arbete.md#inledning)"),
			"Det finns ingen rubrik eller beteckning ”inledning” i arbete.md. Rätta länken. Det går att länka till: #arbete, #arbete-1, #arbete-2, #arbete-d1.", ""},
		"other number": {chapter("[a](../areas/arbete.md#arbete-3)"),
			"Det finns ingen rubrik eller beteckning ”arbete-3” i arbete.md. Rätta länken. Det går att länka till: #arbete, #arbete-1, #arbete-2, #arbete-d1.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			tree, err := changed(base, tt.change)
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, f := range findings(t, tree) {
				if f.Message.In("sv") == tt.want && f.Suggestion == tt.suggestion {
					return
				}
				all = append(all, f.Message.In("sv")+" → "+f.Suggestion)
			}
			t.Errorf("told\n\t%s\nwant\n\t%s → %s", strings.Join(all, "\n\t"), tt.want, tt.suggestion)
		})
	}
}
