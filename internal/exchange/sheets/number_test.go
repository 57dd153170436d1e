package sheets

import (
	"testing"

	"samsyn/schema"
)

// Spaces part thousands, and nothing behind a decimal comma.
func TestNumber(t *testing.T) {
	kind := &schema.Type{Types: []string{"number"}}
	for written, want := range map[string]string{
		"1 234": "1234", "1\u00a0234\u202f567,5": "1234567.5", "−3": "-3", "65 %": "65", "6.5": "6.5",
		"9,5 000": "", "1,234 567": "", "12 34": "", "1,2,3": "", "40 st": "", "1e3": "", "NaN": "", "": "",
	} {
		got, why := number(kind, written)
		if got != want || (why != nil) != (want == "") {
			t.Errorf("%q is %q (%v), want %q", written, got, why, want)
		}
	}
}
