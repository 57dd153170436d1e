package confirm_test

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/canon"
	"samsyn/internal/confirm"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
)

// first is an initiative of the made-up county, with the content that it stands in.
func first(t *testing.T) (*model.Content, *model.Initiative) {
	t.Helper()
	c := loadtest.Folder(t, "../../examples/storsjo")
	for _, p := range c.Plans {
		for _, i := range p.Initiatives {
			if i.CooperationArea.Given() && len(i.SubGoals) > 0 {
				return c, i
			}
		}
	}
	t.Fatal("no initiative serves a sub-goal")
	return nil, nil
}

func TestRewordedSinceAdopted(t *testing.T) {
	c, i := first(t)
	area := i.CooperationArea.V
	i.AdoptedWording = map[string]model.Text{area: {V: "another", At: i.Title.At}}
	if got := confirm.Reworded(c, i); !slices.Equal(got, []string{area}) {
		t.Errorf("%q, want %s", got, area)
	}
	now, _ := canon.Wording(c, area)
	i.AdoptedWording[area] = model.Text{V: now, At: i.Title.At}
	if got := confirm.Reworded(c, i); got != nil {
		t.Errorf("%q, though the wording is the one adopted", got)
	}
}

func TestFileHasTheWordingsOfNow(t *testing.T) {
	c, i := first(t)
	goal := i.SubGoals[0].V
	now, _ := canon.Wording(c, goal)
	i.AdoptedWording = nil
	const file = "---\ntitle: A\nfollow_up:\n  method: B\n---\n"
	all, err := confirm.File([]byte(file), c, i, "", true)
	if err != nil || !strings.Contains(string(all), goal+": "+now) || !strings.Contains(string(all), i.CooperationArea.V+": ") ||
		!strings.HasPrefix(string(all), "---\ntitle: A\nadopted_wording:\n  ") || !strings.HasSuffix(string(all), "\nfollow_up:\n  method: B\n---\n") {
		t.Errorf("%v\n%s", err, all)
	}
	if none, err := confirm.File([]byte(file), c, i, goal, false); err != nil || none != nil {
		t.Errorf("an editorial change confirms what was never confirmed: %v\n%s", err, none)
	}
	i.AdoptedWording = map[string]model.Text{goal: {V: "another", At: i.Title.At}}
	before := strings.Replace(file, "follow_up", "adopted_wording:\n  older: x\n  "+goal+": another\nfollow_up", 1)
	one, err := confirm.File([]byte(strings.ReplaceAll(before, "\n", "\r\n")), c, i, goal, false)
	if want := "---\r\ntitle: A\r\nadopted_wording:\r\n  " + goal + ": " + now + "\r\nfollow_up:\r\n  method: B\r\n---\r\n"; err != nil || string(one) != want {
		t.Errorf("%v\n%s", err, one)
	}
}

func TestWorded(t *testing.T) {
	c, i := first(t)
	if is, _ := confirm.Worded(c, i.SubGoals[0].V); !is {
		t.Error("a sub-goal has no wording")
	}
	if is, known := confirm.Worded(c, "nothing"); is || !slices.Contains(known, i.SubGoals[0].V) {
		t.Errorf("%v, %q", is, known)
	}
}
