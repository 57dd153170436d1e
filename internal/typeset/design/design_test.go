package design

import (
	"fmt"
	"strings"
	"testing"

	"samsyn/internal/tagged"
	"samsyn/internal/tint"
	"samsyn/site"
)

// Without a colour of the county's own, documents have the site's.
func TestDocumentsHaveTheSitesColour(t *testing.T) {
	css, err := site.Assets.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	day, _, _ := strings.Cut(string(css), "@media")
	for name, c := range map[string]tagged.Color{"brand": Accent, "brand-soft": Soft} {
		if want := fmt.Sprintf("--%s:#%02x%02x%02x;", name, c.R, c.G, c.B); !strings.Contains(day, want) {
			t.Errorf("the site's style sheet has not %s", want)
		}
	}
	inks := Inks(tint.Colour(Accent))
	if inks[Accent] != Accent {
		t.Errorf("the accent becomes %v", inks[Accent])
	}
	for _, tone := range Tones {
		if inks[tone] != tone {
			t.Errorf("the tone %v becomes %v", tone, inks[tone])
		}
	}
}
