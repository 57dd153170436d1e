package sheets

import (
	"slices"
	"testing"
)

// What a schema has a field for can be read and changed at a meeting: a field that nobody
// has given a place has a column behind the others. What a cell cannot hold has none: lists
// of things, which have sheets, and what another command writes.
func TestEveryFieldHasAColumn(t *testing.T) {
	bare := &Kind{Key: "initiatives", Schema: "initiative", fields: []string{"title", InPlan}}
	all, err := bare.columned()
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range []string{"owner", "co_owners", "period.to", "follow_up.due", "note"} {
		if !slices.Contains(all, field) {
			t.Errorf("%s has no column: %v", field, all)
		}
	}
	for _, field := range []string{"reports", "follow_up.measures", "funding", "adopted_wording", "withdrawn", "withdrawn.date"} {
		if slices.Contains(all, field) {
			t.Errorf("%s has a column", field)
		}
	}
	if slices.Index(all, InPlan) != 1 {
		t.Errorf("what was given a place does not lead: %v", all)
	}
}
