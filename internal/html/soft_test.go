package html

import (
	"strings"
	"testing"
)

func TestLongWordsMayBeDivided(t *testing.T) {
	for in, want := range map[string]string{
		"Boende":                  "Boende",
		"":                        "",
		"Arbetsmarknad/kompetens": "Arbets\u00admarknad/\u200bkompetens",
		"en kort rad":             "en kort rad",
		"samverkansområdena":      "samverkans\u00adområdena",
	} {
		if got := soft(in); got != want {
			t.Errorf("%q became %q, not %q", in, got, want)
		}
	}
	for _, s := range []string{strings.Repeat("å", 300), "a<b & samhällsorientering", "\xff\xfe förvaltningsövergripande", "https://www.example.se/en/mycket/lang/adress"} {
		back := strings.NewReplacer("\u00ad", "", "\u200b", "").Replace(soft(s))
		if back != s {
			t.Errorf("%q became %q", s, back)
		}
	}
}
