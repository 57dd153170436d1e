package design_test

import (
	"fmt"
	"strings"
	"testing"

	"samsyn/internal/tagged"
	"samsyn/internal/tint"
	"samsyn/internal/typeset/design"
	"samsyn/site"
)

// Without a colour of the county's own, documents have the site's.
func TestDocumentsHaveTheSitesColour(t *testing.T) {
	css, err := site.Assets.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	day, _, _ := strings.Cut(string(css), "@media")
	for name, c := range map[string]tagged.Color{"brand": design.Accent, "brand-soft": design.Soft} {
		if want := fmt.Sprintf("--%s:#%02x%02x%02x;", name, c.R, c.G, c.B); !strings.Contains(day, want) {
			t.Errorf("the site's style sheet has not %s", want)
		}
	}
	inks := design.Inks(tint.Colour(design.Accent))
	if inks[design.Accent] != design.Accent {
		t.Errorf("the accent becomes %v", inks[design.Accent])
	}
	for _, tone := range design.Tones {
		if inks[tone] != tone {
			t.Errorf("the tone %v becomes %v", tone, inks[tone])
		}
	}
}
