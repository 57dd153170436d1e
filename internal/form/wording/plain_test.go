package wording_test

import (
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/form/wording"
	"samsyn/schema"
)

// What is said in a form is about its fields as people see them, not about how a file is
// written.
func TestPlainWords(t *testing.T) {
	var words *schema.Words // the built-in ones
	w := wording.New(words)
	for _, c := range []struct{ sv, en, wantSV, wantEN string }{
		{"Fältet owner (Ansvarig) saknas. Lägg till det på en egen rad efter rad 2: ”owner: …”, med en beteckning från agreement/parties.yaml eller agreement/organisation.yaml.", "The field owner (Owner) is missing. Add it on a line of its own.", "Fältet ”Ansvarig” saknas.", "The field “Owner” is missing."},
		{"Skriv det som ska stå här, eller ta bort fältet och skriv i note vad som saknas.", "or write in note what is missing.", "Skriv det som ska stå här, eller ta bort fältet och skriv i ”Anmärkning” vad som saknas.", "or write in “Note” what is missing."},
		{"Ändra status till completed (Avslutad), eller rätta perioden.", "Change the status to completed (Completed).", "Ändra status till ”Avslutad”, eller rätta perioden.", "Change the status to “Completed”."},
		{"Lägg tillbaka follow_up.method och follow_up.due.", "Put back follow_up.method.", "Lägg tillbaka ”Så följs {the_initiative} upp” och ”Redovisas senast”.", "Put back “How it is followed up”."},
		{"Platser läggs till i agreement/places.yaml. Skriv county_wide: true.", "Places are added in agreement/places.yaml. Write county_wide: true.", "Platser läggs till i agreement/places.yaml. Skriv ”Hela länet”: Ja.", "Places are added in agreement/places.yaml. Write “County-wide”: Yes."},
		{"Lägg till acting för gruppen i organisation.yaml.", "Add acting of the body in organisation.yaml.", "Lägg till ”Tills vidare” för gruppen i organisationen.", "Add “For the time being” of the body in the organisation."},
		{"Lägg till en med conclusion: revise (Revideras).", "Add one with conclusion: revise.", "Lägg till en med ”Slutsats”: ”Revideras”.", "Add one with “Conclusion”: “To be revised”."},
		{"Fältet from står redan högre upp.", "The field from is there already.", "Fältet ”Från och med” står redan högre upp.", "The field “From” is there already."},
		{"Lägg till en i agreement/reviews. Acceptera varningen i samsyn.yaml.", "Add one in agreement/reviews.", "Lägg till en. Acceptera varningen i inställningarna.", "Add one."},
		{"Perioden börjar 2026 men slutar redan 2025.", "The owner of the text reports.", "Perioden börjar 2026 men slutar redan 2025.", "The owner of the text reports."},
	} {
		want := diag.Text{SV: words.Expand(c.wantSV, "sv"), EN: words.Expand(c.wantEN, "en")}
		if got := w.Plain("initiative", diag.Text{SV: c.sv, EN: c.en}); got != want {
			t.Errorf("got  %q\nwant %q\ngot  %q\nwant %q", got.SV, want.SV, got.EN, want.EN)
		}
	}
}
