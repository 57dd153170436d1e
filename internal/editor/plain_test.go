package editor

import (
	"strings"
	"testing"
)

// A site that cannot be shown for an error tells of it as a form does, and leads there.
func TestAnErrorStopsTheSiteInPlainWords(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/ny/initiative?i=2026").form(t), "title", "Ny", "words", "Ny", "do", "anyway")
	place, _, _ := strings.Cut(r.send("/ny/initiative?i=2026", form).address, "?")
	p := r.found(place + "/visa/")
	p.says(t, "Webbplatsen går inte att visa än", "Ny , Samverkansområde: Välj ett alternativ.")
	for _, words := range []string{"missing-field", "^", "plans/2026"} {
		if strings.Contains(p.words(), words) {
			t.Errorf("the page says %q:\n%s", words, p.words())
		}
	}
	if !strings.Contains(p.text, place+`/fil/plans/2026/ny.md#f-cooperation_area"`) {
		t.Error("it does not lead to the field")
	}
}
