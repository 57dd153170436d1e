package check

import (
	"slices"
	"strings"
	"unicode"

	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// What is said of a reference that finds nothing.

func unknownMessage(k pass.Pass, r model.Reference, guess string, known []string) diag.Text {
	wanted := k.Kinds(r.Kinds)
	id := pass.Short(r.ID)
	if bare := bared(r.ID); bare != r.ID && slices.Contains(known, bare) {
		return diag.Say("Skriv bara %s, utan citattecken, skiljetecken och hårda mellanslag omkring.",
			"Write %s alone, without quotation marks, punctuation and no-break spaces about it.", bare)
	}
	if strings.Contains(r.ID, " - ") && several(strings.ReplaceAll(r.ID, " - ", ","), known) {
		return diag.Say("”%[1]s” är två rader i listan som har lästs som en, eftersom den andra är indragen mer än den första. Skriv lika många mellanslag före bindestrecken på båda.",
			"“%[1]s” is two items of a list that became one, since the second line is indented more than the first. Write as many spaces before both hyphens.", id)
	}
	if several(r.ID, known) {
		return diag.Say("”%[1]s” är flera beteckningar. Där det ska stå en: skriv bara den. I en lista: skriv var och en på en egen rad, med bindestreck och mellanslag först.",
			"“%[1]s” is several identifiers. Where there is to be one, write that alone. In a list, write each on a line of its own, with a hyphen and a space first.", id)
	}
	if guess != "" && diag.Figures(guess) != diag.Figures(r.ID) {
		return diag.Say("”%s” finns inte. Här ska stå "+wanted.SV+". Mest lik är ”%s”, men en annan siffra kan betyda något annat: kontrollera att det är rätt, och att ”%[1]s” inte har bytt beteckning.",
			"There is no “%s”. This must be "+wanted.EN+". The most alike is “%s”, but another figure may mean something else: make sure that it is right, and that “%[1]s” has not got another identifier.", id, guess)
	}
	if guess != "" {
		return diag.Say("”%s” finns inte. Här ska stå "+wanted.SV+". Menade du ”%s”?",
			"There is no “%s”. This must be "+wanted.EN+". Did you mean “%s”?", id, guess)
	}
	if slices.Contains(r.Kinds, "municipality") && slices.Contains(r.Kinds, "place") && k.Index.Has("party", r.ID) {
		return diag.Say("”%s” är en part men ingen kommun. Här ska stå en kommun eller en plats. Gäller det hela länet: skriv county_wide: true i stället. Andra platser läggs till i agreement/places.yaml.",
			"“%s” is a party but no municipality. This must be a municipality or a place. If it is all of the county, write county_wide: true instead. Other places are added in agreement/places.yaml.", id)
	}
	for _, kind := range pass.Referable {
		if name := k.Kind(kind); k.Index.Has(kind, r.ID) && kind != "municipality" {
			return diag.Say("”%s” är "+name.SV+", men här ska stå "+wanted.SV+". Byt beteckning.",
				"“%s” is "+name.EN+", but this must be "+wanted.EN+". Use another identifier.", id)
		}
	}
	if named := called(k, r); named != "" {
		return diag.Say("Här ska stå en beteckning, inte ett namn. ”%s” har beteckningen %s. Skriv den.",
			"This must be an identifier, not a name. The identifier of “%s” is %s. Write that.", id, named)
	}
	choice, list := choiceOf(r.Kinds, known)
	if slices.Contains(outsiders, r.Field) {
		choice.SV += " Är det någon utanför överenskommelsen: skriv name: och namnet."
		choice.EN += " If it is somebody outside the agreement, write name: and the name."
	}
	return diag.Say("”%[1]s” finns inte. Här ska stå beteckningen på "+wanted.SV+". "+choice.SV,
		"There is no “%[1]s”. This must be the identifier of "+wanted.EN+". "+choice.EN, id, list)
}

// outsiders are the fields in which somebody outside the agreement can be named.
var outsiders = []string{"owner", "co_owners", "partners"}

// called finds what a reference calls by its name, and gives its identifier.
func called(k pass.Pass, r model.Reference) string {
	for _, kind := range r.Kinds {
		if id := k.Index.Called(kind, r.ID); id != "" {
			return id
		}
	}
	return ""
}

// homes are where the identifiers of a kind stand.
var homes = map[string]string{
	"party": "agreement/parties.yaml", "municipality": "agreement/parties.yaml", "body": "agreement/organisation.yaml",
	"area": "agreement/areas", "sub-goal": "agreement/areas", "cooperation-area": "agreement/areas", "indicator": "agreement/indicators",
	"plan": "mappen plans", "initiative": "mappen plans", "strategy": "agreement/strategies.yaml", "target-group": "agreement/agreement.yaml",
	"place": "agreement/places.yaml", "reporting": "agreement/agreement.yaml", "results": "agreement/results", "event": "agreement/calendar.yaml", "resource": "agreement/resources", "review": "agreement/reviews",
}

// choiceOf says what there is to choose from, which is the message's second name, or
// where that stands.
func choiceOf(kinds, known []string) (choice diag.Text, list string) {
	var places []string
	for _, kind := range kinds {
		if home := homes[kind]; home != "" && !slices.Contains(places, home) {
			places = append(places, home)
		}
	}
	in := diag.Text{SV: strings.Join(places, " eller "), EN: strings.Join(places, " or ")}
	if len(places) == 0 {
		in = diag.Say("listan measures under follow_up", "the list measures below follow_up") // the only kind without a home of its own
	}
	switch {
	case len(known) == 0:
		return diag.Say("Någon sådan finns inte än. Lägg till den i %s.", "There is none yet. Add it in %s.", in.In("sv")), ""
	case len(known) <= pass.Listed:
		return diag.Text{SV: "Välj en av dem som finns: %[2]s. Eller lägg till den som saknas i " + in.SV + ".",
			EN: "Choose one of those that there are: %[2]s. Or add the one that is missing in " + in.EN + "."}, strings.Join(known, ", ")
	}
	return diag.Text{SV: "De som finns står i " + in.SV + ". Rätta den, eller lägg till den som saknas.",
		EN: "Those that there are stand in " + in.EN + ". Correct it, or add the one that is missing."}, ""
}

// bared is an identifier without what is pasted along with it.
func bared(id string) string {
	return strings.TrimFunc(id, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c)
	})
}

// several tells whether a text is some of the identifiers in a row.
func several(text string, known []string) bool {
	parts := strings.FieldsFunc(strings.ReplaceAll(text, " och ", ","), func(c rune) bool { return c == ',' || c == ';' || c == '/' })
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts {
		if !slices.Contains(known, strings.TrimSpace(p)) {
			return false
		}
	}
	return true
}
