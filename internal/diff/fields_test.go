package diff

import (
	"reflect"
	"slices"
	"testing"

	"samsyn/internal/model"
)

// A field is told by its type, or by whoever knows the thing. One of a new type is told by
// nobody until it has a case or, once it is told, a line here.
func TestEveryTypeOfFieldIsKnown(t *testing.T) {
	elsewhere := []string{
		"agreement terms", "agreement amendments", "agreement annexes", "agreement document", "agreement reporting", "agreement source",
		"area sub_goals", "area cooperation_areas", "indicator source.fetch", "indicator series", "report values",
		"initiative adopted_wording", "initiative funding", "initiative follow_up.measures", "initiative reports",
		"party duties", "results areas", "results next", "results answers", "plan priorities",
		"site accessibility", "site vocabulary", "site appearance", "site synonyms", "site accepted",
		"reporting from", "reporting received",
		"agreement chapters", "agreement target_groups", "body members", "event programme", "places places", "signatures parts", "signatures signatures",
	}
	taker := newTaker(&model.Content{})
	var met []string
	for kind, list := range members() {
		part := reflect.New(homes[kind].model).Elem()
		for _, m := range list {
			name := kind + " " + m.name
			known := taker.member(&thing{kind: kind}, m, part.FieldByIndex(m.at).Addr().Interface())
			switch listed := slices.Contains(elsewhere, name); {
			case !known && !listed:
				t.Errorf("%s is told by nobody: %s", name, part.FieldByIndex(m.at).Type())
			case known && listed:
				t.Errorf("%s is told by its type", name)
			}
			met = append(met, name)
		}
	}
	if len(met) < 200 {
		t.Errorf("only %d fields", len(met))
	}
	for _, name := range elsewhere {
		if !slices.Contains(met, name) {
			t.Errorf("there is no %s", name)
		}
	}
}
