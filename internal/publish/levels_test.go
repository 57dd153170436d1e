package publish_test

import (
	"html"
	"maps"
	"regexp"
	"strings"
	"testing"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/document"
)

// flat is a county whose areas are all there is below the agreement, with a local plan
// for each municipality as far as they are known, adopted by e-mail.
var flat = map[string]string{
	"samsyn.yaml":                 "title: Flata länet\npublisher: lan\nbase_url: https://flat.example\nlanguage: sv\n",
	"agreement/agreement.yaml":    "title: Flata överenskommelsen\nshort_title: FÖ\nperiod: {from: 2024, to: 2026}\nplans: by_party\nstatus: adopted\nadopted: {date: 2024-03-01, body: radet, how: Genom e-post}\nchapters:\n  - part: areas\n  - part: organisation\n  - part: duties\n    title: Vem som gör vad\n  - part: signatures\nsource: {title: Tryckt utgåva}\n",
	"agreement/areas/arbete.md":   "---\ntitle: Arbete\norder: 1\nresponsible: [radet]\n---\n\nOm arbete.\n",
	"agreement/areas/boende.md":   "---\ntitle: Boende\norder: 2\nresponsible: [a]\n---\n",
	"agreement/parties.yaml":      "parties:\n  - {id: lan, name: Länet, kind: region, signatory: {name: Å Ö, role: Direktör}}\n  - {id: a, name: A kommun, kind: municipality}\n  - {id: b, name: B kommun, kind: municipality}\n  - {id: c, name: C kommun, kind: municipality}\nduties:\n  - {text: Ordnar sfi., kind: municipality, law: Skollagen}\n",
	"agreement/organisation.yaml": "bodies:\n  - {id: radet, name: Rådet, role: decides, members: [lan]}\n  - {id: ber, name: Beredningen, role: prepares, members: [a], prepares_for: radet, appointed_by: radet}\n",
	"plans/lok-a/plan.yaml":       "title: A:s plan\nscope: local\nparties: [a]\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nadopted: {date: 2024-05-01, body: {name: Fullmäktige}}\n",
	"plans/lok-a/kafe.md":         "---\ntitle: Kafé\ncooperation_area: arbete\nowner: a\nperiod: {from: 2024, to: 2025}\nstatus: ongoing\nfollow_up: {method: M., responsible: a, due: [2024-12-01]}\n---\n\nT.\n",
	"plans/lok-b/plan.yaml":       "title: B:s plan\nscope: local\nparties: [b]\nstatus: known\nnote: Den är inte inlagd.\n",
}

// body is what a page says, menus and all.
func body(page string) string {
	page = regexp.MustCompile(`(?s)<head>.*?</head>|<script.*?</script>`).ReplaceAllString(page, "")
	page = regexp.MustCompile(`</(p|li|h\d|td|th|dt|dd|caption)>`).ReplaceAllString(page, "\n")
	return strings.ReplaceAll(html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, "")), "\u00ad", "")
}

// Levels that a county does not use are not there: no zeros, no empty columns, no
// words for them.
func TestLevelsThatAreNotUsed(t *testing.T) {
	content := loadtest.Sound(t, loadtest.Files(flat))
	unused := regexp.MustCompile(`(?i)delmål|samverkansområde|prioriter|(^|\D)0[  ](delmål|samverkans|insats|områd)`)
	o := view.Options{Today: model.Date{Year: 2025, Month: 2, Day: 1}}
	for file, page := range build(t, content, o) {
		// The columns of open data are the same for every county.
		if strings.HasSuffix(file, ".html") && file != "data.html" {
			if m := unused.FindString(body(page)); m != "" {
				t.Errorf("%s says %q", file, m)
			}
		}
	}
	for _, d := range document.All(view.New(content, o)) {
		if m := unused.FindString(said(t, d)); m != "" {
			t.Errorf("the document %s says %q", d.ID, m)
		}
	}
}

// An area is named once in a plan's row.
func TestAreaIsNamedOnceInAPlan(t *testing.T) {
	page := body(build(t, loadtest.Sound(t, loadtest.Files(flat)), view.Options{})["plans/lok-a.html"])
	table := page[strings.Index(page, "Ansvar och genomförande"):]
	if n := strings.Count(table[:strings.Index(table, "Om planen")], "Arbete"); n != 1 {
		t.Errorf("the area is named %d times:\n%s", n, table)
	}
}

// Each party's local plan is told, or that none is known; one that is only known is
// never told as adopted.
func TestPlansByParty(t *testing.T) {
	files := build(t, loadtest.Sound(t, loadtest.Files(flat)), view.Options{Today: model.Date{Year: 2025, Month: 2, Day: 1}})
	for file, wants := range map[string][]string{
		"index.html":     {"A:s plan Beslutad", "B:s plan Finns, men är inte inlagd här", "Det är inte känt om någon finns."},
		"plans.html":     {"A:s plan", "B:s plan", "Den är inte inlagd."},
		"parties/a.html": {"A:s plan Beslutad"}, "parties/b.html": {"B:s plan Finns, men är inte inlagd här"}, "parties/c.html": {"Det är inte känt om någon finns."},
		"places/b.html":  {"B:s plan Finns, men är inte inlagd här"},
		"follow-up.html": {"Kafé"},
	} {
		page := strings.Join(strings.Fields(body(files[file])), " ")
		for _, want := range wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %q:\n%s", file, want, page)
			}
		}
	}
	if _, there := files["plans/lok-b.html"]; there {
		t.Error("a plan that is only known has a page")
	}
	if strings.Contains(body(files["decisions.html"]), "B:s plan") {
		t.Error("a plan that is only known has been decided on")
	}
}

// How an agreement came about decides what is said of it.
func TestHowItCameAbout(t *testing.T) {
	signatures := map[string]string{"agreement/signatures.yaml": "digest: sha256:" + strings.Repeat("0", 64) + "\nsigned: {date: 2024-01-01}\nsignatures:\n  - {party: lan, method: ink}\n"}
	for name, test := range map[string]struct {
		adopted string
		files   map[string]string
		says    string
		not     []string
	}{
		"by e-mail":     {"adopted: {date: 2024-03-01, body: radet, how: Genom e-post}", nil, "har antagit överenskommelsen genom e-post", []string{"ndertecknad", "ndertecknare", "underskriva"}},
		"by a body":     {"adopted: {date: 2024-03-01, body: radet}", nil, "har antagits genom beslut", []string{"ndertecknad", "ndertecknare"}},
		"not known":     {"adopted: {date: 2024-03-01}", nil, "Det framgår inte hur överenskommelsen antogs", []string{"ndertecknad", "ndertecknare"}},
		"signed":        {"adopted: {date: 2024-03-01}", signatures, "Vem som undertecknade för varje part", []string{"Företrädare", "antagits"}},
		"signed, there": {"adopted: {date: 2024-03-01, how: Undertecknad i Fyrtorp}", nil, "har undertecknats på annat håll", []string{"Företrädare"}},
	} {
		files := maps.Clone(flat)
		files["agreement/agreement.yaml"] = strings.Replace(files["agreement/agreement.yaml"], "adopted: {date: 2024-03-01, body: radet, how: Genom e-post}", test.adopted, 1)
		maps.Copy(files, test.files)
		pages := build(t, loadtest.Sound(t, loadtest.Files(files)), view.Options{Today: model.Date{Year: 2025, Month: 2, Day: 1}})
		if page := strings.Join(strings.Fields(body(pages["agreement.html"])), " "); !strings.Contains(page, test.says) {
			t.Errorf("%s: the agreement lacks %q:\n%s", name, test.says, page)
		}
		for _, file := range []string{"agreement.html", "parties/lan.html", "decisions.html", "history.html", "documents.html", "index.html"} {
			for _, not := range test.not {
				if strings.Contains(body(pages[file]), not) {
					t.Errorf("%s: %s says %q", name, file, not)
				}
			}
		}
	}
}
