package form_test

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/form"
)

// A day that does not exist is told so, and not how dates are written; one that is written
// otherwise is told that.
func TestDaysThatDoNotExist(t *testing.T) {
	for typed, want := range map[string]string{
		"2026-02-30": "februari 2026 har dagarna 1–28",
		"2026-13-01": "månaden är 13",
		"i våras":    "Skriv datumet som år, månad och dag",
	} {
		p, f, _ := opened(t, sprakvan)
		values := submitted(f)
		values.Set("period.from", typed)
		text, err := f.Take(values)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Check(p, text, today); err != nil {
			t.Fatal(err)
		}
		told := slices.DeleteFunc(f.Told(), func(p form.Problem) bool { return p.Path != "period.from" })
		if len(told) != 1 || !strings.Contains(told[0].Message.SV, want) {
			t.Errorf("%s: %+v", typed, told)
		}
	}
}

// Another file is called what it is about.
func TestFilesAreCalledByTheirTitles(t *testing.T) {
	p, f, _ := opened(t, sprakvan)
	values := submitted(f)
	text, err := f.Take(values)
	if err != nil {
		t.Fatal(err)
	}
	p = p.With(map[string][]byte{"plans/2025/en-till.md": text}) // its measures are there twice
	again, err := form.Open(p, "plans/2025/en-till.md", form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Check(p, text, today); err != nil {
		t.Fatal(err)
	}
	for _, told := range again.Told() {
		if strings.Contains(told.Message.SV, ".md") || strings.Contains(told.Message.SV, ", rad ") {
			t.Errorf("%s", told.Message.SV)
		}
	}
	if len(again.Told()) == 0 {
		t.Error("nothing is told of what is there twice")
	}
}

// What has been withdrawn is called by its name where it was chosen, and says so where it can
// be chosen.
func TestWhatHasBeenWithdrawnIsCalledByItsName(t *testing.T) {
	p, _, _ := opened(t, sprakvan)
	p = p.With(map[string][]byte{ // words of the sentence may begin or end as areas are called
		"agreement/areas/g.md":  []byte("---\ntitle: Gatumiljö\n---\n"),
		"agreement/areas/nu.md": []byte("---\ntitle: Nuläge\n---\n"),
	})
	f, err := form.Open(p, sprakvan, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	values := submitted(f)
	values.Set("follow_up.responsible", "byvik")
	text, err := f.Take(values)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Check(p, text, today); err != nil {
		t.Fatal(err)
	}
	told := slices.DeleteFunc(f.Told(), func(p form.Problem) bool { return p.Rule != "withdrawn-reference" })
	if len(told) != 1 || !strings.Contains(told[0].Message.SV, "”Byviks kommun” har utgått och har ersatts av Ängsviks kommun. Hänvisa till det som gäller nu.") {
		t.Errorf("%+v", told)
	}
	picks, err := form.Choices(p, []string{"party"}, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(picks, form.Pick{Value: "byvik", Label: "Byviks kommun (utgått)"}) {
		t.Errorf("%v", picks)
	}
}

// What has been reworded since an initiative was adopted is told by its words.
func TestWhatHasBeenRewordedIsCalledByItsWords(t *testing.T) {
	p, f, _ := opened(t, sprakvan)
	found, err := p.Inspect(today)
	if err != nil {
		t.Fatal(err)
	}
	f.Tell(found)
	told := slices.DeleteFunc(f.Told(), func(p form.Problem) bool { return p.Rule != "reconsider" })
	if len(told) != 1 || !strings.HasPrefix(told[0].Message.SV, "Lydelsen av ”Skapa mötesplatser") || !strings.HasPrefix(told[0].Message.EN, "The wording of “Skapa mötesplatser") {
		t.Errorf("%+v", told)
	}
}
