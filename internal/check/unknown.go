package check

import (
	"slices"
	"strings"
	"unicode"

	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// What is said of a reference that finds nothing.

func unknownMessage(k pass.Pass, r model.Reference, guess string, known []string) diag.Text {
	wanted := k.Kinds(r.Kinds)
	id := advice.Clip(r.ID)
	if bare := bared(r.ID); bare != r.ID && knows(known, bare) {
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
	if message := otherKind(k, r, known); !message.IsZero() {
		return message
	}
	if guess != "" && diag.Figures(guess) != diag.Figures(r.ID) {
		return diag.Say("”%s” finns inte. Här ska stå %s. Närmast är ”%s”, men siffran är en annan. Ta reda på vilken beteckning som är rätt, och skriv den.",
			"There is no “%s”. This must be %s. The nearest is “%s”, but its figure is another. Find out which identifier is right, and write that.", id, wanted, guess)
	}
	if guess != "" {
		return diag.Say("”%s” finns inte. Här ska stå %s. Menade du ”%s”?",
			"There is no “%s”. This must be %s. Did you mean “%s”?", id, wanted, guess)
	}
	if named := called(k, r); named != "" {
		return diag.Say("Här ska stå en beteckning, inte ett namn. ”%s” har beteckningen %s. Skriv den.",
			"This must be an identifier, not a name. The identifier of “%s” is %s. Write that.", id, named)
	}
	outside := diag.Text{}
	if named, is := outsiders[r.Field]; is {
		outside = k.Say(" Är det någon utanför {the_agreement}: skriv %s%s", " If it is somebody outside {the_agreement}, write %s%s", named, id)
	}
	return diag.Say("”%s” finns inte. Här ska stå beteckningen på %s. %s%s",
		"There is no “%s”. This must be the identifier of %s. %s%s", id, wanted, choiceOf(r.Kinds, known), outside)
}

// outsiders are the fields in which somebody outside the agreement can be named, and how
// that is written there, before the name.
var outsiders = map[string]diag.Text{
	"owner": alone("owner"), "co_owners": listed, "partners": listed, "follow_up.reports_to": listed,
	"adopted.body": alone("body"), "amendments.body": alone("body"), "reporting.to": alone("to"),
}

// listed is how somebody is named in a list.
var listed = diag.Text{SV: "raden så här: - name: ", EN: "the line like this: - name: "}

// alone is how somebody is named in a field of one.
func alone(field string) diag.Text {
	return diag.Say("%s: ensamt på raden, och på nästa rad, indraget två mellanslag till: name: ",
		"%s: alone on the line, and on the next line, indented by two more spaces: name: ", field)
}

// otherKind says what a reference names that leads to a thing of another kind, and what
// there is of the right one. It is empty where it leads to nothing.
func otherKind(k pass.Pass, r model.Reference, known []string) diag.Text {
	id := advice.Clip(r.ID)
	if slices.Contains(r.Kinds, "municipality") && slices.Contains(r.Kinds, "place") && k.Index.Has("party", r.ID) {
		return diag.Say("”%s” är en part men ingen kommun. Här ska stå en kommun eller en plats. Gäller det hela länet: skriv county_wide: true i stället. Andra platser läggs till i agreement/places.yaml.",
			"“%s” is a party but no municipality. This must be a municipality or a place. If it is all of the county, write county_wide: true instead. Other places are added in agreement/places.yaml.", id)
	}
	for _, kind := range pass.Referable {
		if kind != "municipality" && k.Index.Has(kind, r.ID) {
			return diag.Say("”%s” är %s, men här ska stå %s. %s",
				"“%s” is %s, but this must be %s. %s", id, k.Kind(kind), k.Kinds(r.Kinds), choiceOf(r.Kinds, below(r.ID, known)))
		}
	}
	return diag.Text{}
}

// below keeps the identifiers that begin with another one, as an area's sub-goals do by
// custom, where there are such.
func below(id string, known []string) []string {
	var own []string
	for _, one := range known {
		if strings.HasPrefix(one, id+"-") {
			own = append(own, one)
		}
	}
	if len(own) == 0 {
		return known
	}
	return own
}

// called finds what a reference calls by its name, or by what would be its identifier,
// and gives its identifier.
func called(k pass.Pass, r model.Reference) string {
	slug := advice.Slugged(r.ID)
	for _, kind := range r.Kinds {
		if id := k.Index.Called(kind, r.ID); id != "" {
			return id
		}
		if slug != r.ID && k.Index.Has(kind, slug) {
			return slug
		}
	}
	return ""
}

// choiceOf says what there is to choose from, or where that stands.
func choiceOf(kinds, known []string) diag.Text {
	places := advice.Homes(kinds)
	in := diag.Text{SV: strings.Join(places, " eller "), EN: strings.Join(places, " or ")}
	if len(places) == 0 {
		in = diag.Say("listan measures under follow_up", "the list measures below follow_up") // the only kind without a home of its own
	}
	switch {
	case len(known) == 0:
		return diag.Say("Någon sådan finns inte än. Lägg till den i %s.", "There is none yet. Add it in %s.", in)
	case len(known) <= pass.Listed:
		return diag.Say("Välj en av dem som finns: %s. Eller lägg till den som saknas i %s.",
			"Choose one of those that there are: %s. Or add the one that is missing in %s.", strings.Join(known, ", "), in)
	}
	return diag.Say("De som finns står i %s. Rätta den, eller lägg till den som saknas.",
		"Those that there are stand in %s. Correct it, or add the one that is missing.", in)
}

// knows tells whether an identifier is among others, which are in byte order.
func knows(known []string, id string) bool {
	_, is := slices.BinarySearch(known, id)
	return is
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
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(p string) bool { return !knows(known, strings.TrimSpace(p)) })
}

// answered tells of answers to what recommends nothing: they are shown nowhere.
func answered(k pass.Pass) {
	for _, r := range k.Content.Results {
		for _, a := range r.Answers {
			to := k.Index.Resource(a.Resource.V)
			if to == nil || !to.Kind.Given() || to.Kind.V == "recommendation" {
				continue
			}
			k.Report(a.Resource.At, diag.Say(
				"”%[1]s” är ingen rekommendation. Svara på en resurs som har kind: recommendation, eller ändra kind där.",
				"“%[1]s” is no recommendation. Answer a resource that has kind: recommendation, or change kind there.", advice.Clip(a.Resource.V)))
		}
	}
}
