package schema

import (
	"strings"
	"testing"
)

func TestExpand(t *testing.T) {
	var builtIn *Words
	own := &Words{}
	own.Own("sv", "cooperation_area", Noun{"prick", "pricken", "prickar", "prickarna", Common})
	own.Own("sv", "plan", Noun{"snår", "snåret", "snårar", "snårarna", Neuter})
	for _, test := range []struct{ lang, template, builtIn, own string }{
		{"sv", "Ingen insats.", "Ingen insats.", "Ingen insats."},
		{"sv", "{Cooperation_area}", "Samverkansområde", "Prick"},
		{"sv", "{The_cooperation_areas}: {cooperation_area:nytt fel|nytt}", "Samverkansområdena: nytt", "Prickarna: nytt fel"},
		{"sv", "{cooperation_area:ny|nytt} {cooperation_area}, {cooperation_areas}", "nytt samverkansområde, samverkansområden", "ny prick, prickar"},
		{"sv", "{the_plan}, {the_short_plan}, {short_plans}", "handlingsplanen, planen, planer", "snåret, snåret, snårar"},
		{"sv", "{Local_plan}, {the_local_plans}", "Lokal överenskommelse (LÖK), de lokala överenskommelserna (LÖK)", "Lokalt snår, de lokala snårarna"},
		{"sv", "{The_cooperation_area's} tid, {sub_goals's}", "Samverkansområdets tid, delmåls", "Prickens tid, delmåls"},
		{"en", "{The_agreement's} time", "The agreement's time", "The agreement's time"},
		{"en", "{A_initiative} of {the_parties}, {a_cooperation_area}, {bodies}", "An initiative of the parties, a cooperation area, groups", "An initiative of the parties, a cooperation area, groups"},
		{"sv", "{nonsense} {area", "{nonsense} {area", "{nonsense} {area"},
	} {
		if got := builtIn.Expand(test.template, test.lang); got != test.builtIn {
			t.Errorf("%s: %q, not %q", test.template, got, test.builtIn)
		}
		if got := own.Expand(test.template, test.lang); got != test.own {
			t.Errorf("%s in own words: %q, not %q", test.template, got, test.own)
		}
	}
}

// Every kind has all its forms in both languages.
func TestKindsAreWhole(t *testing.T) {
	for kind, k := range kinds {
		for _, n := range []Noun{k.sv, k.en} {
			if n.One == "" || n.TheOne == "" || n.Many == "" || n.TheMany == "" || strings.Contains(n.One, "{") {
				t.Errorf("%s lacks a form: %+v", kind, n)
			}
		}
	}
}

func TestFind(t *testing.T) {
	for path, want := range map[string]string{
		"initiative.follow_up.due": "Redovisas senast", "organisation.bodies.members.co_opted": "Adjungerad",
		"initiative.withdrawn.replaced_by": "Ersätts av", "initiative.reports.values.women": "Kvinnor",
	} {
		if f, err := Find(path); err != nil || f.Title != want {
			t.Errorf("%s: %v %v", path, f, err)
		}
	}
	if f, err := Find("initiative.apples"); err == nil {
		t.Errorf("found %+v", f)
	}
}
