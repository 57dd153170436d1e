package diff

import (
	"testing"

	"samsyn/schema"
)

// A value with fields of its own is named by the first text that says what it is, not by
// a choice's name in the file.
func TestAValueIsNamedByItsFirstText(t *testing.T) {
	of, err := schema.Find("samsyn.accessibility.exceptions")
	if err != nil {
		t.Fatal(err)
	}
	got := innerValue(of, map[string]any{"ground": "defect", "what": "Kartan går inte att förstora.", "why": "Det rättas i år."}).said
	if got.SV != "”Kartan går inte att förstora”" || got.EN != "“Kartan går inte att förstora”" {
		t.Errorf("it is called %q, %q", got.SV, got.EN)
	}
}
