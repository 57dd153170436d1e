package sheets

import (
	"strings"
	"testing"

	"samsyn/internal/exchange/grid"
	"samsyn/schema"
)

// Spaces part thousands, and nothing behind a decimal comma.
func TestNumber(t *testing.T) {
	kind := &schema.Type{Types: []string{"number"}}
	for written, want := range map[string]string{
		"1 234": "1234", "1\u00a0234\u202f567,5": "1234567.5", "−3": "-3", "65 %": "65", "6.5": "6.5",
		"9,5 000": "", "1,234 567": "", "12 34": "", "1,2,3": "", "40 st": "", "1e3": "", "NaN": "", "": "",
		"1.234": "", "-12.345": "", "12.345 %": "", "0.125": "0.125", "1.23": "1.23", "1,234": "1.234", "1234.567": "1234.567", "1.234,5": "",
	} {
		got, why := number(kind, written, "sv", grid.AsText)
		if got != want || (why != nil) != (want == "") {
			t.Errorf("%q is %q (%v), want %q", written, got, why, want)
		}
	}
	// The other way round in English, and a number that the spreadsheet keeps is one.
	if got, _ := number(kind, "1,234", "en", grid.AsText); got != "" {
		t.Errorf("1,234 in English is %q", got)
	}
	if got, _ := number(kind, "1.234", "sv", grid.AsNumber); got != "1.234" {
		t.Errorf("the number 1.234 is %q", got)
	}
}

// What is nearly a choice is told for as many cells as somebody reads, and of a text that no
// name is like not at all. Where names of one's own are taken, a slip is always told: it would
// be taken.
func TestMeant(t *testing.T) {
	b := &Book{}
	choice := &Column{Column: grid.Column{Kind: grid.Choice}, offer: offered([]grid.Option{{Value: "ongoing", Label: "Pågår"}})}
	open := &Column{Column: grid.Column{Kind: grid.Open}, offer: choice.offer}
	for n := range mostMeant + 1 {
		if got := b.meant(choice, "pågårr"); (got == "Pågår") != (n < mostMeant) {
			t.Fatalf("the %dth: %q", n+1, got)
		}
	}
	if got := b.meant(open, "pågårr"); got != "Pågår" {
		t.Errorf("a name: %q", got)
	}
	if got := b.meant(open, strings.Repeat("pågår", 300)); got != "" {
		t.Errorf("a long text: %q", got)
	}
}
