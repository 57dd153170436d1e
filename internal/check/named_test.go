package check

import (
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/model"
)

func TestNamesLeadToIdentifiers(t *testing.T) {
	text := func(s string) model.Text { return model.Text{V: s, At: diag.Whole("x.yaml")} }
	c := &model.Content{
		Parties:      &model.Parties{Parties: []model.Party{{ID: text("vaxjo"), Name: text("Växjö kommun"), ShortName: text("Växjö"), Kind: text("municipality")}}},
		Organisation: &model.Organisation{Bodies: []model.Body{{ID: text("forum"), Name: text("Forum för integration")}}},
		Areas:        []*model.Area{{ID: text("halsa"), Title: text("Hälsa")}},
	}
	k := newChecker(c, Options{})
	for _, test := range []struct {
		kinds      []string
		text, want string
	}{
		{[]string{"party", "body"}, "växjö kommun ", "vaxjo"},
		{[]string{"party", "body"}, "Forum för integration", "forum"},
		{[]string{"municipality"}, "Växjö", "vaxjo"},
		{[]string{"body"}, "Växjö kommun", ""},
		{[]string{"area"}, "Hälsa", "halsa"},
		{[]string{"party"}, "", ""},
	} {
		if got := k.called(test.kinds, test.text); got != test.want {
			t.Errorf("%q as %v: %q, want %q", test.text, test.kinds, got, test.want)
		}
	}
}
