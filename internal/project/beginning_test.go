package project

import (
	"strings"
	"testing"

	"samsyn/internal/diff"
	"samsyn/internal/history/historytest"
)

// What was committed before history_from is told as one entry, by which the content was
// put in.
func TestHistoryBegins(t *testing.T) {
	for from, want := range map[string]struct{ events, day int }{
		"":                           {3, 2},
		"history_from: 2020-01-01\n": {3, 2},
		"history_from: 2025-01-03\n": {3, 2}, // the first alone came before
		"history_from: 2025-01-04\n": {2, 3},
		"history_from: 2025-02-01\n": {1, 4},
	} {
		c := newCounty(t)
		titled := func(title string) historytest.Files {
			return with(content(), historytest.Files{"samsyn.yaml": marker + from, "plans/2025/plan.yaml": strings.Replace(plan, "Plan 2025", title, 1)})
		}
		first := c.commit(titled("Plan 2025")) // told on the 2nd
		second := c.commit(titled("Planen"), first)
		c.commit(titled("Vår plan"), second)
		p := c.open(Options{})
		past, err := p.Past()
		if err != nil {
			t.Fatal(err)
		}
		log, err := p.Log("HEAD", "", 0)
		if err != nil || len(log) != want.events || len(past.Events) != want.events {
			t.Errorf("%q: %d events and %d in the log, want %d; %v", from, len(past.Events), len(log), want.events, err)
			continue
		}
		for n, e := range past.Events {
			if begins := n == want.events-1; diff.Begins(e.Changes) != begins {
				t.Errorf("%q: event %d begins the content: %v", from, n, !begins)
			}
		}
		if last := past.Events[want.events-1]; last.Day.Day != want.day {
			t.Errorf("%q: put in on %v, want the %d", from, last.Day, want.day)
		}
	}
}

// That a county writes its own where init had put a text is no rewording.
func TestWhatInitWroteIsNotThePast(t *testing.T) {
	c := newCounty(t)
	written := func(goal, title string) historytest.Files {
		return with(content(), historytest.Files{"plans/2025/plan.yaml": strings.Replace(plan, "Plan 2025", title, 1),
			"agreement/areas/arbete.md": strings.Replace(area, "Fler ska ha ett arbete.", goal, 1)})
	}
	first := c.commit(written("Skriv här det delmål som parterna har kommit överens om.", "Plan 2025"))
	second := c.commit(written("Fler ska ha ett arbete.", "Plan 2025"), first)
	third := c.commit(written("Fler ska ha ett riktigt arbete.", "Plan 2025"), second)
	c.commit(written("Skriv här det delmål som parterna har kommit överens om.", "Planen"), third)
	past, err := c.open(Options{}).Past()
	if err != nil || len(past.Events) != 3 || past.Events[1].Commit != third.String() {
		t.Fatalf("%d events, %v: %+v", len(past.Events), err, past.Events)
	}
	if changes := past.Events[1].Changes; len(changes) != 1 || changes[0].Field != "text" {
		t.Errorf("the rewording of what the county wrote: %+v", changes)
	}
}
