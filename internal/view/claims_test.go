package view_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
	"samsyn/internal/view/page"
	"samsyn/internal/view/site"
)

// with is the small content with words of its files replaced.
func with(pairs ...string) map[string]string {
	files := maps.Clone(small)
	for name, data := range files {
		files[name] = strings.NewReplacer(pairs...).Replace(data)
	}
	return files
}

// says fails for each of the words that a page does not say, or says though it must
// not: those that begin with an exclamation mark.
func says(t *testing.T, s *site.Site, path string, want ...string) {
	t.Helper()
	said := strings.ReplaceAll(allText(*pageOf(t, s, path)), "\u00a0", " ")
	for _, w := range want {
		w, not := strings.CutPrefix(w, "!")
		if strings.Contains(said, w) == not {
			t.Errorf("%s: %q is there: %v", path, w, !not)
		}
	}
}

const sourced = "source: {title: Trycket, note: Texten är sammandragen. Mer står inte.}\n"

// What git's first commit has in it was not decided on that day.
func TestTheBeginningIsNoNews(t *testing.T) {
	files := with("status: adopted\nchapters", "status: adopted\n"+sourced+"chapters")
	all := siteOf(t, files, view.Options{}).Content
	day := func(d int) model.Date { return model.Date{Year: 2025, Month: 5, Day: d} }
	later := siteOf(t, with("owner: by", "owner: lan"), view.Options{}).Content
	s := site.New(view.New(all, view.Options{History: []diff.Occasion{
		{Day: day(4), Changes: diff.Contents(later, all)},
		{Day: day(1), Changes: diff.Contents(nil, all)},
	}}))
	const rendering = "inte i det som parterna har undertecknat"
	for _, path := range []string{"index", "history", "plans/2025/praktik", "parties/by"} {
		says(t, s, path, "Innehållet lades in på webbplatsen", "Ändrat på webbplatsen", "1 maj 2025", rendering, "!Ny part", "!Ny insats")
	}
	says(t, s, "plans/2025/praktik", "4 maj 2025")
	says(t, site.New(view.New(later, s.Options)), "history", "!"+rendering)
}

func TestARenderingSaysSo(t *testing.T) {
	told := "Texten är sammandragen. Originalet är det undertecknade dokumentet."
	paths := []string{"agreement", "areas/arbete", "areas/arbete-d1", "areas/arbete-1"}
	for name, test := range map[string]struct {
		files map[string]string
		want  string
	}{
		"a note":       {with("status: adopted\nchapters", "status: adopted\n"+sourced+"chapters"), told},
		"no note":      {with("status: adopted\nchapters", "status: adopted\nsource: {title: Trycket}\nchapters"), "Det här är en återgivning. Originalet är"},
		"an original":  {with("status: adopted\nchapters", "status: adopted\ndocument: {url: 'https://liten.example/o.pdf'}\nchapters"), "Det här är en återgivning. Originalet är"},
		"nothing said": {small, "!Originalet är"},
		"a draft":      {with("status: adopted\nchapters", "status: draft\n"+sourced+"chapters"), "!Originalet är"},
	} {
		s := siteOf(t, test.files, view.Options{})
		for _, path := range paths {
			spoken := strings.ReplaceAll(pageWords(pageOf(t, s, path)), "\n", " ")
			w, not := strings.CutPrefix(test.want, "!")
			if strings.Contains(spoken, w) == not {
				t.Errorf("%s, %s: %q is there: %v", name, path, w, !not)
			}
		}
		cover := allText(document.Agreement(s.View).Cover)
		if _, not := strings.CutPrefix(test.want, "!"); strings.Contains(cover, "det undertecknade dokumentet") == not {
			t.Errorf("%s: the cover says %s", name, cover)
		}
	}
}

// An original without an address is told where it lies, on both pages that name it.
func TestWhereTheOriginalLies(t *testing.T) {
	s := siteOf(t, with("status: adopted\nchapters", "status: adopted\ndocument: {note: Hos registratorn., size: '8,3 MB'}\nchapters"), view.Options{})
	for _, path := range []string{"agreement", "documents"} {
		says(t, s, path, "Hos registratorn.", "8,3 MB")
	}
}

func pageWords(p *page.Page) string {
	lead, body := p.Words()
	return lead + body
}

func TestAProposalIsNotAgreed(t *testing.T) {
	for _, status := range []string{"draft", "signing"} {
		s := siteOf(t, with("status: adopted\nchapters", "status: "+status+"\nchapters"), view.Options{Today: model.Date{Year: 2029, Month: 1, Day: 1}})
		says(t, s, "index", "Förslaget är att 2 parter", "föreslås gälla 2024–2026", "!har kommit överens", "!Överenskommelsen gäll", "!har gått ut")
		says(t, s, "en/index", "The proposal is that", "!have agreed")
		says(t, s, "agreement", "Vem som undertecknar för")
	}
	says(t, siteOf(t, small, view.Options{}), "agreement", "Vem som undertecknade för")
	// A file of signatures that has none yet has no column for them.
	signed := siteOf(t, with("how: Undertecknad", "how: Undertecknades i Byn"), view.Options{})
	signed.Content.Signatures = &model.Signatures{}
	says(t, signed, "agreement", "Vem som undertecknade för", `!"Undertecknad"`)
	signed.Content.Signatures.Signatures = []model.Signature{{Party: model.Text{V: "by"}}}
	says(t, signed, "agreement", `"Undertecknad"`)
}

// A plan says what was to be done; only a report says what was done.
func TestAPlanIsNoReport(t *testing.T) {
	after := view.Options{Today: model.Date{Year: 2026, Month: 7, Day: 1}}
	says(t, siteOf(t, small, view.Options{Today: model.Date{Year: 2025, Month: 7, Day: 1}}), "index", "står vad som görs")
	says(t, siteOf(t, small, after), "index", "står vad som skulle göras (1 insats) och vad som har redovisats")
	unreported := with("reports:\n  - date: 2025-07-01\n    assessment: at_risk\n    text: Trögt.\n    values: {antal: 300}\n", "")
	says(t, siteOf(t, unreported, view.Options{Today: model.Date{Year: 2025, Month: 7, Day: 1}}), "follow-up", "1 insats: ingen har bedömts.")
	says(t, siteOf(t, unreported, after), "index", "står vad som skulle göras: 1 insats")
}

func TestPartiesAndTheirGroups(t *testing.T) {
	s := siteOf(t, small, view.Options{})
	says(t, s, "parties/lan", "Ingen insats anger Länet som ansvarig eller medverkande.", "!grupper ansvarar för", "!lan.ics")
	says(t, s, "parties/by", "Ansvarar för 1 insats", "parties/by.ics")
	grouped := siteOf(t, with("owner: by", "owner: grupp", "  responsible: by\n  due: [2025-06-30, 2026-06-30]\n", "  responsible: grupp\n"), view.Options{})
	for _, path := range []string{"parties/lan", "parties/by"} {
		says(t, grouped, path, "Insatser som partens grupper ansvarar för", `"Page":"plans/2025/praktik"`, "!.ics")
	}
}

// A county's newcomers see each initiative to ask about, a country's are led to plans.
func TestWhatIsTooMuchToAskAboutIsToldByPlan(t *testing.T) {
	says(t, siteOf(t, small, view.Options{}), "join", `"Page":"plans/2025/praktik"`, "!står i sin plan")
	many := maps.Clone(small)
	for n := range 120 {
		many[fmt.Sprintf("plans/2025/praktik-%d.md", n)] = small["plans/2025/praktik.md"]
	}
	says(t, siteOf(t, many, view.Options{}), "join", "står i sin plan", "121 insatser", `"Page":"plans/2025"`, `!"Page":"plans/2025/praktik"`)
}

func TestWithoutDaysNothingIsOnTime(t *testing.T) {
	today := view.Options{Today: model.Date{Year: 2025, Month: 7, Day: 1}}
	says(t, siteOf(t, small, today), "follow-up", "Ingen redovisning är försenad", "!Kan inte bedömas")
	undated := siteOf(t, with("  due: [2025-06-30, 2026-06-30]\n", ""), today)
	says(t, undated, "follow-up", "Kan inte bedömas", "1 insats har inget redovisningsdatum, så", "!Ingen redovisning är försenad")
	says(t, undated, "calendar", "1 insats har inget redovisningsdatum.", "lucka-datum")
	says(t, siteOf(t, small, today), "calendar", "!redovisningsdatum")
}

func TestDecisionsSayWhatIsKnown(t *testing.T) {
	s := siteOf(t, with("adopted: {how: Undertecknad}", "adopted: {date: 2024-03-01, place: Byn, how: Undertecknad av båda.}"), view.Options{})
	says(t, s, "decisions", "Undertecknad av båda.", "Byn", `"Fragment":"del-underskrifter"`)
	says(t, s, "follow-up", `"Page":"decisions"`)
	says(t, s, "plans/2025", "Beslutsdatum framgår inte")
	dated := with("year: 2025\nstatus: adopted\n", "year: 2025\nstatus: adopted\nnote: Listan är inte fullständig.\nadopted: {date: 2025-01-02, body: grupp}\n")
	s = siteOf(t, dated, view.Options{})
	says(t, s, "plans/2025", "!Beslutsdatum framgår inte")
	said := allText(*pageOf(t, s, "plans/2025"))
	if note := strings.Index(said, "inte fullständig"); note < 0 || note > strings.Index(said, "insatser-tabell") {
		t.Error("what the plan says of itself comes after its initiatives")
	}
}

func TestDocumentsCanBeChecked(t *testing.T) {
	none := siteOf(t, small, view.Options{})
	says(t, none, "documents", "PDF-filer har inte byggts här.", "!samsyn verify")
	made := view.MadeDocument{ID: "overenskommelse", File: "overenskommelse.pdf", Title: "LÖ", Size: 9000, Pages: 1, Digest: "00", SignedBy: "Länets sigill", Certificate: strings.Repeat("0123456789abcdef", 4)}
	s := siteOf(t, small, view.Options{Documents: []view.MadeDocument{made, made}})
	says(t, s, "documents", "PDF, 1 sida,", "samsyn verify FIL.pdf", "Länets sigill", "01234567 89abcdef 01234567")
	if n := strings.Count(allText(*pageOf(t, s, "documents")), "Certifikat (SHA-256)"); n != 1 {
		t.Errorf("the certificate is told %d times", n)
	}
}

// What is told day by day is not told once more as a whole, unless it comes to
// something else.
func TestNoChangeIsToldTwice(t *testing.T) {
	before, after := siteOf(t, small, view.Options{}).Content, siteOf(t, small, view.Options{}).Content
	after.Plans[0].Initiatives[0].Owner.ID.V = "lan"
	after.Agreement.Adopted.Date.V = model.Date{Year: 2025, Month: 3, Day: 1}
	changes := diff.Contents(before, after)
	history := []diff.Occasion{{Day: model.Date{Year: 2025, Month: 5, Day: 4}, Changes: changes}}
	for name, decided := range map[string]*diff.Occasion{"a day": nil, "a version": {Tags: []string{"antagen-1"}, Changes: changes}} {
		s := site.New(view.New(after, view.Options{History: history, Decided: decided}))
		if n := strings.Count(allText(*pageOf(t, s, "history")), "till Länet"); n != 1 {
			t.Errorf("since %s: the change is told %d times", name, n)
		}
	}
	net := &diff.Occasion{Tags: []string{"antagen-1"}, Changes: diff.Contents(siteOf(t, with("title: Praktik", "title: Prao"), view.Options{}).Content, after)}
	says(t, site.New(view.New(after, view.Options{History: history, Decided: net})), "history", "heter nu Praktik", "!Se nedan, dag för dag")
}

// What was changed back and forth on one day is one piece of news.
func TestTheSameNewsIsToldOnce(t *testing.T) {
	before, after := siteOf(t, small, view.Options{}).Content, siteOf(t, small, view.Options{}).Content
	after.Plans[0].Initiatives[0].Owner.ID.V = "lan"
	past := diff.Occasion{Day: model.Date{Year: 2025, Month: 5, Day: 4}, Changes: diff.Contents(before, after)}
	earlier := past
	earlier.Day.Day = 3
	s := site.New(view.New(after, view.Options{History: []diff.Occasion{past, past, earlier}}))
	if n := strings.Count(allText(*pageOf(t, s, "index")), "till Länet"); n != 2 {
		t.Errorf("the change of two days is told %d times", n)
	}
}

// Lines over part of a scale look steeper than they are.
func TestAScaleWithoutZeroSaysSo(t *testing.T) {
	for _, c := range []struct{ unit, first, last, says string }{
		{"percent", "47", "46", "Skalan i diagrammet börjar på 46, inte på noll."},
		{"percent", "-46", "-47", "Skalan i diagrammet slutar på −46, inte på noll."},
		{"percent", "-1", "1", ""},
		{"count", "47", "46", ""},
	} {
		files := with()
		files["agreement/indicators/andel.yaml"] = "title: Andel\ndefinition: Så många.\ndirection: up\nsource: {name: Vi}\nunit: " + c.unit + "\nseries:\n  - {year: 2024, total: " + c.first + "}\n  - {year: 2025, total: " + c.last + "}\n"
		said := allText(*pageOf(t, siteOf(t, files, view.Options{}), "indicators/andel"))
		if strings.Contains(said, "inte på noll") != (c.says != "") || !strings.Contains(said, c.says) {
			t.Errorf("%s from %s to %s: %s", c.unit, c.first, c.last, said)
		}
	}
}

// Of nothing, nothing is said to be whole.
func TestAnEmptySetIsNotComplete(t *testing.T) {
	files := maps.Clone(small)
	delete(files, "plans/2025/plan.yaml")
	delete(files, "plans/2025/praktik.md")
	delete(files, "plans/2025/praktik.en.md")
	today := view.Options{Today: model.Date{Year: 2025, Month: 7, Day: 1}}
	says(t, siteOf(t, files, today), "follow-up", "Inget att bedöma", "Det finns ingen gällande plan.", "Det finns inga insatser i en beslutad plan.",
		"!Alla prioriterade", "!Alla insatser", "!Ingen redovisning är försenad", "!Allt har en ansvarig")
	files["agreement/areas/arbete.md"] = "---\ntitle: Arbete\norder: 1\nresponsible: [grupp]\nwithdrawn: {date: 2025-01-01, reason: Slut.}\n---\n"
	files["agreement/text/om.md"] = "# Om\n\nEn text.\n"
	says(t, siteOf(t, files, today), "follow-up", "Det finns ännu inget att följa upp.", "!Alla")
	says(t, siteOf(t, small, today), "follow-up", "Alla samverkansområden har någon som ansvarar", "Tiden har inte gått ut för någon insats")
}

// What is over does not go on, in whatever place.
func TestWhatIsOverDoesNotGoOn(t *testing.T) {
	at := func(year int) view.Options { return view.Options{Today: model.Date{Year: year, Month: 7, Day: 1}} }
	says(t, siteOf(t, small, at(2025)), "places/by", "1 insats pågår eller planeras här")
	says(t, siteOf(t, small, at(2025)), "places", "1 insats")
	says(t, siteOf(t, small, at(2026)), "places/by", "!pågår eller planeras här", "Tidigare", "Praktik")
	says(t, siteOf(t, small, at(2026)), "places", "Ingen insats pågår eller planeras just nu", "!Ingen insats anger kommunen")
	longer := with("2025-12-31}", "2027-12-31}")
	says(t, siteOf(t, longer, at(2026)), "places/by", "1 insats pågår eller planeras här")
}

// The site's own name stands on every page, in the language of the page where it can.
func TestEveryPageHasTheSitesName(t *testing.T) {
	name := func(files map[string]string, lang string) block.Text {
		return siteOf(t, files, view.Options{}).Frame(lang).Title
	}
	if got := name(small, "sv"); got.S != "Liten" {
		t.Errorf("the site is called %q", got.S)
	}
	translated := with()
	translated["samsyn.en.yaml"] = "title: Small\n"
	if got := name(translated, "en"); got != block.Plain("Small") {
		t.Errorf("in English the site is called %v", got)
	}
	translated = with()
	translated["agreement/agreement.en.yaml"] = "short_title: SA\n"
	if got := name(translated, "en"); got != block.Plain("SA") {
		t.Errorf("in English the site is called %v", got)
	}
	if got := name(small, "en"); got != (block.Text{S: "Liten", Lang: "sv"}) {
		t.Errorf("without a translation the site is called %v", got)
	}
}

// What the page tells of as missing is not called whole in its first sentence.
func TestNoAllClearOverWhatIsMissing(t *testing.T) {
	today := view.Options{Today: model.Date{Year: 2025, Month: 6, Day: 15}}
	const allClear = "Allt har en ansvarig"
	files := with("text: Fler ska arbeta.", "text: Fler ska arbeta.\n    followed: qualitatively",
		"  - id: arbete-2\n    text: Tala svenska.\n", "", "  - cooperation_area: arbete-2\n    emphasis: [develop]\n", "",
		"cooperation_area: arbete-1\nowner", "cooperation_area: arbete-1\nsub_goals: [arbete-d1]\nowner")
	says(t, siteOf(t, files, today), "follow-up", "Det finns inga indikatorer", "Allt har inte en insats eller siffror", "!"+allClear)
	files["agreement/indicators/arbetar.yaml"] = "title: Arbetar\ndefinition: De som arbetar.\nunit: count\ndirection: none\nsource: {name: Länet}\nseries:\n  - {year: 2024, total: 100}\n"
	says(t, siteOf(t, files, today), "follow-up", allClear)
	files["plans/2025/praktik.md"] = strings.Replace(files["plans/2025/praktik.md"], "sub_goals: [arbete-d1]\n", "", 1)
	says(t, siteOf(t, files, today), "follow-up", "Allt har inte en insats eller siffror", "!"+allClear)
}
