package view_test

import (
	"strings"
	"testing"

	"samsyn/internal/diff"
	"samsyn/internal/model"
	"samsyn/internal/view"
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
	for _, want := range []string{"Praktik", "Det här saknas", "Redovisas", "Ansvarig"} {
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
	since := &view.Past{Day: model.Date{Year: 2025, Month: 5, Day: 4}, Changes: diff.Contents(before, after)}
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
