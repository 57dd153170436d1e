package text

import "testing"

// Every language has one name in each language, by which its code is found; another stays
// the code that it is.
func TestLanguages(t *testing.T) {
	for _, code := range NamedLanguages() {
		l := LanguageOf(code)
		for _, called := range []string{l.SV, l.EN} {
			if called == "" || LanguageCode(called) != code {
				t.Errorf("%s: %q leads to %q", code, called, LanguageCode(called))
			}
		}
	}
	for code := range names {
		if LanguageOf(code).SV == code {
			t.Errorf("%s has a name of its own and none in Swedish", code)
		}
	}
	if got := LanguageOf("en-GB").SV; got != "engelska (en-GB)" {
		t.Error(got)
	}
	for _, same := range []string{"qaa", "en-GB", ""} {
		if got := LanguageCode(same); got != same {
			t.Errorf("%q became %q", same, got)
		}
	}
	if got := LanguageOf("qaa").SV; got != "qaa" {
		t.Error(got)
	}
}
