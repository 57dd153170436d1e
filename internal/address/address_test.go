package address_test

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/address"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/schema"
)

// Two reports may stand on one day; the first keeps the place that it had alone.
func TestReportsOfOneDay(t *testing.T) {
	i := &model.Initiative{}
	for _, d := range []int{1, 1, 2, 1} {
		r := model.Report{}
		r.Date.V = model.Date{Year: 2025, Month: 5, Day: d}
		i.Reports = append(i.Reports, r)
	}
	want := []string{"rapport-2025-05-01", "rapport-2025-05-01-2", "rapport-2025-05-02", "rapport-2025-05-01-3"}
	if got := address.Reports(i); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestContentsHaveNoCollision(t *testing.T) {
	for _, dir := range []string{"../..", "../../examples/storsjo"} {
		c := loadtest.Folder(t, dir)
		for _, found := range address.Collisions(c, func(string) bool { return true }) {
			t.Errorf("%s: %s: %s", dir, found.Address, found.What().EN)
		}
	}
}

type files = map[string]string

func TestCollisions(t *testing.T) {
	agreement := func(links string) files {
		return files{"agreement/text/bakgrund.md": "# Bakgrund\n\n" + links + "\n", "agreement/agreement.yaml": "title: X\nchapters:\n  - file: text/bakgrund.md\n"}
	}
	for name, c := range map[string]struct {
		files files
		want  string // address and what else has it
	}{
		"a plan like the agreement":    {files{"plans/overenskommelse/plan.yaml": "title: X\nscope: local\n"}, "overenskommelse.pdf the PDF of the agreement"},
		"a plan like a summary":        {files{"plans/sammanfattning-2025/plan.yaml": "title: X\nscope: local\n", "plans/2025/plan.yaml": "title: Y\nscope: regional\n"}, "sammanfattning-2025.pdf the summary of the plan 2025"},
		"a plan like a results report": {files{"plans/resultatrapport-2025/plan.yaml": "title: X\nscope: local\n", "agreement/results/2025.md": "---\ntitle: Y\n---\n"}, "resultatrapport-2025.pdf the PDF of the plan resultatrapport-2025"},
		"an ending of the same kind":   {agreement("![a](torg.jpeg) ![b](torg.jpg)"), "filer/agreement/text/torg.jpg the file agreement/text/torg.jpg"},
		"capitals":                     {agreement("[a](Bilaga.PDF) [b](bilaga.pdf)"), "filer/agreement/text/Bilaga.pdf the file agreement/text/bilaga.pdf"},
		"linked twice":                 {agreement("[a](bilaga.pdf) [b](bilaga.pdf)"), ""},
		"a device":                     {agreement("[a](Nul.pdf)"), "filer/agreement/text/Nul.pdf reserved Nul"},
		"no device":                    {agreement("[a](com10.pdf) [b](konsol.pdf)"), ""},
		"an area of that name":         {files{"agreement/areas/aux.md": "---\ntitle: X\norder: 1\n---\n"}, "areas/aux.html reserved aux"},
		"a chapter like a part":        {files{"agreement/text/bilagor.md": "# Bilagor\n", "agreement/agreement.yaml": "title: X\nchapters:\n  - file: text/bilagor.md\n"}, "agreement.html#bilagor the page's own part bilagor"},
		"a body like a picture":        {files{"agreement/organisation.yaml": "bodies:\n  - id: organisation-bild\n    name: X\n    role: decides\n"}, "organisation.html#organisation-bild the page's own part organisation-bild"},
	} {
		var got []string
		c.files["samsyn.yaml"] = "title: X\n"
		for _, f := range address.Collisions(loadtest.Content(t, loadtest.Files(c.files)), func(string) bool { return true }) {
			if f.Reserved != "" {
				got = append(got, f.Address+" reserved "+f.Reserved)
			} else {
				var builtIn *schema.Words
				got = append(got, f.Address+" "+builtIn.Expand(f.With.EN, "en"))
			}
			if f.At.IsZero() {
				t.Errorf("%s: no place", name)
			}
		}
		if told := strings.Join(got, "\n"); told != c.want {
			t.Errorf("%s: %s\nwant %s", name, told, c.want)
		}
	}
}
