package view_test

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
	"samsyn/internal/view/site"
)

func TestSummaryTellsWhoWhenAndWhatIsMissing(t *testing.T) {
	s := siteOf(t, small, view.Options{Today: model.Date{Year: 2026, Month: 6, Day: 1}})
	d := document.Summary(s.View, "2025")
	if d == nil {
		t.Fatal("no summary")
	}
	if d.ID != "sammanfattning-2025" || d.Seal.FieldName != view.SealField || d.Cover.Title.S != "" {
		t.Errorf("%s, sealed in %q, cover %q", d.ID, d.Seal.FieldName, d.Cover.Title.S)
	}
	for _, want := range []string{"Praktik", "Det här saknas", "redovisas", "Ansvarig"} {
		if !strings.Contains(allText(*d), want) {
			t.Errorf("the summary lacks %q", want)
		}
	}
	if document.Summary(s.View, "1999") != nil {
		t.Error("a summary of a plan that is not there")
	}
}

func TestAnnexOnlyWhereAskedFor(t *testing.T) {
	before, after := siteOf(t, small, view.Options{}).Content, siteOf(t, small, view.Options{}).Content
	after.Plans[0].Initiatives[0].Owner.ID.V = "lan"
	since := &diff.Occasion{Day: model.Date{Year: 2025, Month: 5, Day: 4}, Changes: diff.Contents(before, after)}
	if d := document.Plan(view.New(after, view.Options{}), "2025"); strings.Contains(allText(*d), "Bilaga: ändringar") {
		t.Error("an annex that nobody asked for")
	}
	asked := site.New(view.New(after, view.Options{Since: since}))
	if text := allText(*document.Plan(asked.View, "2025")); !strings.Contains(text, "Bilaga: ändringar sedan 4\u00a0maj\u00a02025") {
		t.Error("the plan has no annex")
	}
	if text := allText(*document.Agreement(asked.View)); !strings.Contains(text, "Inget har ändrats i sak.") {
		t.Error("the agreement's annex tells of a plan's change, or of nothing")
	}
}

// The list of documents knows them without making them.
func TestDocumentsAreListedAsTheyAre(t *testing.T) {
	all := document.All(view.New(storsjo(t), view.Options{Drafts: true}))
	if len(all) < 10 {
		t.Errorf("there are only %d documents", len(all))
	}
	for _, listed := range all {
		if d := listed.Make(); d.ID != listed.ID || d.Title != listed.Title {
			t.Errorf("%s %q is listed as %s %q", d.ID, d.Title, listed.ID, listed.Title)
		}
	}
}

// The summary has what is measured with outcome and target, in the plan's order.
func TestSummaryTellsWhatCameOfWhatIsMeasured(t *testing.T) {
	d := document.Summary(view.New(storsjo(t), view.Options{Today: model.Date{Year: 2026, Month: 6, Day: 1}}), "2025")
	var names, measured []string
	for _, b := range d.Parts[0].Blocks[0].(block.Section).Blocks {
		table, is := b.(block.Table)
		if !is {
			continue
		}
		for _, row := range table.Rows {
			names, measured = append(names, plain(row.Cells[0])), append(measured, plain(row.Cells[2]))
		}
	}
	if want := []string{"Praktik på riktigt", "Språkvän", "Lediga bostäder på sex språk", "Kör för alla"}; !slices.Equal(names, want) {
		t.Errorf("in the order %q", names)
	}
	for n, want := range []string{"Praktikanter: 9, 1\u00a0december\u00a02025. Mål: 20", "Deltagare: 91 (57\u00a0kvinnor, 34\u00a0män), 27\u00a0januari\u00a02026. Mål: 80–100"} {
		if n >= len(measured) || !strings.HasPrefix(measured[n], want) {
			t.Errorf("%q does not begin with %q", measured, want)
		}
	}
}

func plain(c block.Cell) string {
	var lines []string
	for _, b := range c.Blocks {
		lines = append(lines, b.(block.Para).Line.Plain())
	}
	return strings.Join(lines, "\n")
}

// An initiative that is withdrawn serves no priority, on any page.
func TestAWithdrawnInitiativeServesNothing(t *testing.T) {
	s := siteOf(t, with("status: ongoing\n", "status: ongoing\nwithdrawn: {date: 2025-03-01, reason: Slut.}\n"), view.Options{})
	says(t, s, "plans/2025", "0 insatser", "2 av dem")
	says(t, siteOf(t, small, view.Options{}), "plans/2025", "1 insats", "!2 av dem")
	says(t, s, "plans", "0 insatser")
	says(t, s, "index", "0 insatser")
	if p := allText(*pageOf(t, s, "plans/2025")); strings.Count(p, `"Ingen"`) < 2 {
		t.Error("the table of priorities counts what is withdrawn")
	}
	for _, path := range []string{"areas/arbete-1", "areas/arbete-2"} {
		says(t, s, path, "ingen insats i planen genomför det")
	}
	document := strings.ReplaceAll(allText(*document.Summary(s.View, "2025")), "\u00a0", " ")
	for _, unserved := range []string{"Öppna arbetsplatser", "Tala svenska"} {
		if !strings.Contains(document, unserved) {
			t.Errorf("the summary does not say that nothing serves %q", unserved)
		}
	}
}
