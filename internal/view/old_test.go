package view_test

import (
	"strings"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
	"samsyn/internal/view/site"
)

func storsjo(t *testing.T) *model.Content {
	t.Helper()
	return loadtest.Folder(t, "../../examples/storsjo")
}

// firstNotice is the title of the notice that a page begins with, "" where it
// begins with something else.
func firstNotice(t *testing.T, s *site.Site, path string) string {
	t.Helper()
	for _, e := range s.Pages() {
		if e.Path != path {
			continue
		}
		if blocks := s.Page(e).Blocks; len(blocks) > 0 {
			n, _ := blocks[0].(block.Notice)
			return n.Title.S
		}
		return ""
	}
	t.Fatalf("no page %s", path)
	return ""
}

func TestWhatIsOverSaysSo(t *testing.T) {
	for day, want := range map[model.Date]map[string]string{
		{Year: 2024, Month: 6, Day: 1}: {
			"plans/2024": "Planens tid har gått ut", // closed, whatever the day
			"plans/2025": "", "areas/arbete": "", "agreement": "", "index": "",
		},
		{Year: 2026, Month: 8, Day: 1}: {
			"plans/2024":                    "Det här är en äldre plan",
			"plans/2024/sprakvan":           "Det här är en äldre insats",
			"plans/2024/kontakt-i-skorden":  "Utgått 15\u00a0augusti\u00a02024",
			"plans/2025":                    "Planens tid har gått ut", // but nothing has come instead
			"en/plans/2025":                 "The plan's time has run out",
			"plans/2025/sprakvan":           "",
			"plans/2025/praktik-pa-riktigt": "Det här är en äldre insats",
			"plans/lok-fjallsta":            "",
			"parties/byvik":                 "Utgått 1\u00a0januari\u00a02025",
			"areas/fritid":                  "Utgått 3\u00a0mars\u00a02025",
			"areas/arbete-d3":               "Utgått 3\u00a0mars\u00a02025",
			"agreement":                     "",
		},
		{Year: 2029, Month: 1, Day: 1}: {
			"agreement":           "Överenskommelsens tid har gått ut",
			"en/agreement":        "The agreement's time has run out",
			"index":               "Överenskommelsens tid har gått ut",
			"ar/index":            "انتهت مدة الاتفاق",
			"areas/arbete":        "Överenskommelsens tid har gått ut",
			"areas/arbete-d1":     "Överenskommelsens tid har gått ut",
			"en/areas/arbete-1":   "The agreement's time has run out",
			"plans/lok-fjallsta":  "Planens tid har gått ut",
			"plans/2025/sprakvan": "Insatsens tid har gått ut",
		},
	} {
		s := site.New(view.New(storsjo(t), view.Options{Today: day}))
		for path, title := range want {
			if got := firstNotice(t, s, path); got != title {
				t.Errorf("%v: %s begins with %q, not %q", day, path, got, title)
			}
		}
	}
}

func TestAReplacedAgreementSaysSo(t *testing.T) {
	c := storsjo(t)
	c.Agreement.Status.V = "superseded"
	s := site.New(view.New(c, view.Options{}))
	for path, want := range map[string]string{
		"index": "Överenskommelsen är ersatt", "areas/boende-1": "Överenskommelsen är ersatt",
		"en/agreement": "The agreement has been replaced", "ar/index": "حلّ اتفاق آخر محل هذا الاتفاق",
	} {
		if got := firstNotice(t, s, path); got != want {
			t.Errorf("%s begins with %q, not %q", path, got, want)
		}
	}
}

// What is withdrawn and has no page of its own still says so where it stands, and why.
func TestWhatIsWithdrawnSaysWhy(t *testing.T) {
	c := storsjo(t)
	gone := model.Withdrawn{Date: model.When{V: model.Date{Year: 2025, Month: 3, Day: 3}}, At: diag.Whole("agreement.yaml")}
	gone.Reason, gone.ReplacedBy.V = model.Text{V: "Gruppen ryms i den andra.", At: gone.At}, "nya-invanare"
	c.Agreement.TargetGroups[1].Withdrawn = gone
	s := site.New(view.New(c, view.Options{Today: model.Date{Year: 2026, Month: 8, Day: 1}}))
	for path, want := range map[string][]string{
		"agreement":           {"Länets arbetsgivare", "Utgått 3\u00a0mars\u00a02025", "Gruppen ryms i den andra.", "Nya invånare"},
		"follow-up":           {"Samlad redovisning till regeringen", "Redovisningen ingår sedan 2025 i lägesrapporten."},
		"plans/2025/sprakvan": {"Antal kaffekoppar", "Utgått 1\u00a0juli\u00a02025", "Måttet sade ingenting."},
	} {
		said := allText(pageOf(t, s, path))
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("%s does not say %q", path, w)
			}
		}
	}
	if said := allText(pageOf(t, s, "parties/lansstyrelsen")); strings.Contains(said, "Samlad redovisning") {
		t.Error("a party still owes what is withdrawn")
	}
}

// Where nobody has answered, all parties are missing; else those that are, by name.
func TestWhoHasNotReported(t *testing.T) {
	for day, want := range map[model.Date]string{
		{Year: 2025, Month: 11, Day: 1}:  "Saknas för oktober 2025: Länsstyrelsen, Ängsvik",
		{Year: 2026, Month: 11, Day: 30}: "Saknas för oktober 2026: alla parter",
	} {
		var cells []string
		for _, b := range part.Reporting(view.New(storsjo(t), view.Options{Today: day}).InMain()) {
			for _, row := range b.(block.Table).Rows {
				cells = append(cells, strings.ReplaceAll(plain(row.Cells[4]), "\u00a0", " "))
			}
		}
		if len(cells) == 0 || !strings.HasPrefix(cells[0], want) {
			t.Errorf("%v: %q does not begin with %q", day, cells, want)
		}
	}
}

// Every page says when it came and when it changed, and those whose content is
// looked through say when.
func TestPagesHaveTheirDates(t *testing.T) {
	older, newer := model.Date{Year: 2023, Month: 5, Day: 1}, model.Date{Year: 2026, Month: 2, Day: 3}
	changed := map[string]diff.Times{
		"agreement/agreement.yaml": {Created: older, Changed: older},
		"plans/2025/plan.yaml":     {Created: older, Changed: older},
		"plans/2025/sprakvan.md":   {Created: newer, Changed: newer},
	}
	s := site.New(view.New(storsjo(t), view.Options{Changed: changed, Today: model.Date{Year: 2026, Month: 8, Day: 1}}))
	pages := map[string]*page.Page{}
	for _, e := range s.Pages() {
		pages[e.Path] = s.Page(e)
	}
	for path, want := range map[string][2]model.Date{
		"index": {older, newer}, "follow-up": {older, newer}, "plans/2025": {older, newer},
		"agreement": {older, older}, "plans/2025/sprakvan": {newer, newer},
	} {
		if p := pages[path]; p.Created != want[0] || p.Updated != want[1] {
			t.Errorf("%s: created %v, changed %v; want %v", path, p.Created, p.Updated, want)
		}
	}
	for path, want := range map[string]string{
		"index": "Aktualitetsprövad", "areas/arbete": "Aktualitetsprövad", "en/agreement": "Reviewed for relevance",
		"plans/2025/praktik-pa-riktigt": "Senast redovisad", "indicators/i-arbete": "Siffrorna hämtade",
		"accessibility": "Tillgängligheten bedömd",
	} {
		if r := pages[path].Reviewed; r == nil || r.How.S != want || r.On.IsZero() {
			t.Errorf("%s: reviewed %v, want %s", path, r, want)
		}
	}
	if r := pages["plans/2025/lediga-bostader"].Reviewed; r != nil {
		t.Errorf("an initiative that nobody has reported is reviewed %v", r)
	}
}
