package view_test

import (
	"strings"
	"testing"

	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/document"
	"samsyn/internal/view/thing"

	"samsyn/internal/facts"
)

// A sub-goal that has a title is called by it, and its words stand below.
func TestSubGoalsHaveTheirTitles(t *testing.T) {
	v := view.New(storsjo(t), view.Options{Today: model.Date{Year: 2026, Month: 6, Day: 1}})
	area := v.Facts.Area("arbete")
	p := thing.SubGoal(v.InMain(), facts.Goal{Area: area, SubGoal: &area.SubGoals[0]}, 0)
	if p.Title.S != "Arbete" || p.Lead.Plain() != "Fler nya invånare ska ha ett arbete inom tre år." {
		t.Errorf("%q, %q", p.Title.S, p.Lead.Plain())
	}
	if all := allText(document.Agreement(v)); !strings.Contains(all, `": "`) || !strings.Contains(all, "Fler nya invånare ska ha ett arbete inom tre år.") {
		t.Error("the agreement does not say what the sub-goal is")
	}
}
