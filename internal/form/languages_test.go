package form_test

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/form"
)

// What a path leads to is there, also beside the content's own folders; what is not is told.
func TestFilesThatAreThere(t *testing.T) {
	_, f, _ := opened(t, "samsyn.yaml")
	for at, want := range map[string]string{"appearance.logotype": "logotyp.svg", "signing.trust": "trust"} {
		field := fieldAt(t, f, at)
		i := slices.IndexFunc(field.Choices, func(p form.Pick) bool { return p.Value == want })
		if field.Value != want || i < 0 || field.Choices[i].Label != want {
			t.Errorf("%s is %q: %+v", at, field.Value, field.Choices)
		}
	}
}

// Languages are shown and written by their names; a code may be written too, and what is
// not touched stays as it is.
func TestLanguagesByName(t *testing.T) {
	_, f, before := opened(t, "samsyn.yaml")
	first := fieldAt(t, f, "languages[0]")
	if first.Value != "Engelska" || first.Label != "Språk 1" || !slices.Contains(first.Offered, "Finska") {
		t.Errorf("shown: %q %q %q", first.Label, first.Value, first.Offered)
	}
	if help := fieldAt(t, f, "languages").Help; strings.Contains(help, "språkkod") {
		t.Errorf("codes are asked for: %s", help)
	}
	values := submitted(f)
	values.Set("languages", values.Get("languages")+" n0 n1 n2")
	values.Set("languages[n0]", "finska ")
	values.Set("languages[n1]", "sma")
	values.Set("languages[n2]", "Klingonska")
	text, err := f.Take(values)
	if err != nil {
		t.Fatal(err)
	}
	if got := changed(before, string(text)); got != "+  - fi\n+  - sma\n+  - Klingonska\n" {
		t.Errorf("written:\n%s", got)
	}
}
