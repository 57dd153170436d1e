package facts_test

import (
	"testing"

	"samsyn/internal/facts"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
)

// The county is the one that places lie in: what lies elsewhere is outside it, and what is
// done in the whole county is not told there.
func TestWhatLiesInTheCounty(t *testing.T) {
	x := facts.New(loadtest.Folder(t, "../../examples/skane"), model.Date{Year: 2018, Month: 4, Day: 30}, false)
	for id, in := range map[string]bool{"malmo": true, "skane": true, "are": false, "solvesborg": false, "sverige": false, "kalmar-lan": false, "nowhere": false} {
		if x.InCounty(id) != in {
			t.Errorf("%s in the county: %v", id, !in)
		}
	}
	wide := 0
	for _, i := range x.InPlace("malmo") {
		if i.CountyWide.V {
			wide++
		}
	}
	if wide == 0 {
		t.Error("Malmö is not told what is done in the whole county")
	}
	if here := x.InPlace("solvesborg"); len(here) != 1 || here[0].ID() != "yrkes-sfi" {
		t.Errorf("in Sölvesborg: %v", here)
	}
	if here := x.InPlace("are"); len(here) != 0 {
		t.Errorf("in Åre: %v", here)
	}
}
