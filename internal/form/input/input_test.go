package input_test

import (
	"testing"

	"samsyn/internal/form/input"
)

// Numbers are written in many ways; what is none stays as it was typed.
func TestNumber(t *testing.T) {
	for typed, want := range map[string]string{"6,5": "6.5", "1 200": "1200", "1\u00a0200,5": "1200.5", "65 %": "65", "−3": "-3", "+4": "4", "12 st.": "12"} {
		if got, ok := input.Number(typed); !ok || got != want {
			t.Errorf("%q is read as %q, %v, want %q", typed, got, ok, want)
		}
	}
	for _, typed := range []string{"fem", "1.200.000", "1,2,3", "007", ""} {
		if got, ok := input.Number(" " + typed + " "); ok || got != typed {
			t.Errorf("%q is read as %q, %v", typed, got, ok)
		}
	}
}

func TestText(t *testing.T) {
	if got := input.Text(" En rad \r\n\r\nEn till\t\r\n"); got != "En rad\n\nEn till" {
		t.Errorf("%q", got)
	}
}
