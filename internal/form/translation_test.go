package form_test

import (
	"strings"
	"testing"

	"samsyn/internal/form"
)

// fieldAt finds a field by its path.
func fieldAt(t *testing.T, f *form.Form, path string) *form.Field {
	t.Helper()
	var found *form.Field
	var look func([]*form.Field)
	look = func(fields []*form.Field) {
		for _, field := range fields {
			if field.Path == path && found == nil {
				found = field
			}
			look(field.Fields)
		}
	}
	look(f.Fields)
	if found == nil {
		t.Fatalf("no field %s", path)
	}
	return found
}

func TestTranslationStandsBesideItsOriginal(t *testing.T) {
	p, f, before := opened(t, "agreement/agreement.en.yaml")
	if got := fieldAt(t, f, "title"); got.Original == "" || got.Value != "Agreement for Storsjö county 2023–2028" {
		t.Errorf("%q beside %q", got.Value, got.Original)
	}
	values := submitted(f)
	values.Set("target_groups[0].name", "Newcomers")
	values.Set("terms[1].definition", "What it means")
	text, err := f.Take(values)
	if err != nil {
		t.Fatal(err)
	}
	want := "-    name: New residents\n+    name: Newcomers\n+terms:\n+  - {}\n+  - definition: What it means\n"
	if got := changed(before, string(text)); got != want {
		t.Errorf("got\n%s", got)
	}
	if err := f.Check(p, text, today); err != nil || f.Errors() {
		t.Errorf("%v %+v", err, f.Told())
	}
}

func TestNewTranslation(t *testing.T) {
	p := storsjo(t)
	const file = "plans/2026/praktik-i-ny-form.md"
	if there, languages, err := form.Translations(p, file, form.Options{}); err != nil || len(there) > 0 || strings.Join(languages, " ") != "en ar" {
		t.Fatalf("%v %v %v", there, languages, err)
	}
	things, err := form.Things(p, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, thing := range things {
		for _, l := range thing.Missing {
			f, err := form.NewTranslation(p, thing.File, l, form.Options{})
			if err != nil || len(f.Fields) == 0 {
				t.Errorf("%s lacks %s, and cannot get it: %v", thing.File, l, err)
			}
		}
		if thing.File == file && strings.Join(thing.Missing, " ") != "en ar" {
			t.Errorf("%s lacks %v", thing.File, thing.Missing)
		}
	}
	f, err := form.NewTranslation(p, file, "en", form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	values := submitted(f)
	values.Set("title", "Internships anew")
	values.Set(form.Body, "Fewer places.")
	text, err := f.Take(values)
	if want := "---\ntitle: Internships anew\n---\n\nFewer places.\n"; err != nil || string(text) != want || f.File != "plans/2026/praktik-i-ny-form.en.md" {
		t.Errorf("%v %s\n%s", err, f.File, text)
	}
	if err := f.Check(p, text, today); err != nil || f.Errors() {
		t.Errorf("%v %+v", err, f.Told())
	}
}
