package view_test

import (
	"testing"

	"samsyn/internal/view"
)

// Programs that show PDFs and feeds know addresses in ASCII alone.
func TestAddressesElsewhereAreInASCII(t *testing.T) {
	for address, want := range map[string]string{
		"https://växjö.example/å?ö=ä#é":       "https://xn--vxj-qla6g.example/%C3%A5?%C3%B6=%C3%A4#%C3%A9",
		"http://växjö.example:8080/":          "http://xn--vxj-qla6g.example:8080/",
		"https://www.Example.se/A":            "https://www.Example.se/A",
		"mailto:anna.åberg@växjö.example":     "mailto:anna.%C3%A5berg@xn--vxj-qla6g.example",
		"mailto:post@lansstyrelsen.se?cc=a":   "mailto:post@lansstyrelsen.se?cc=a",
		"javascript:alert(1)":                 "",
		"https://" + "\u202e" + "ond.example": "",
	} {
		if got := view.SafeURL(address).URL; got != want {
			t.Errorf("%s leads to %q, not %q", address, got, want)
		}
	}
	if got := view.LetterTo("info@växjö.example").URL; got != "mailto:info@xn--vxj-qla6g.example" {
		t.Errorf("a letter goes to %q", got)
	}
}
