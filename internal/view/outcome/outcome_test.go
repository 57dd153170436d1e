package outcome_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"strings"
	"testing"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/outcome"
)

// plain is a county that uses no levels below its areas.
var plain = map[string]string{
	"samsyn.yaml":                 "title: Liten\npublisher: by\nbase_url: https://liten.example\nlanguage: sv\n",
	"agreement/agreement.yaml":    "title: Liten\nshort_title: L\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - part: areas\n",
	"agreement/parties.yaml":      "parties:\n  - {id: by, name: Byn, kind: municipality}\n",
	"agreement/organisation.yaml": "bodies:\n  - {id: g, name: G, role: decides, members: [by]}\n",
	"agreement/areas/a.md":        "---\ntitle: A\norder: 1\nresponsible: [by]\n---\n",
	"agreement/results/r.md":      "---\ntitle: R\nperiod: {from: 2024, to: 2024}\nstatus: adopted\nby: g\nadopted: {date: 2025-03-01, body: g}\n---\n",
}

// told is all that the report r says of a content.
func told(t *testing.T, files ...map[string]string) string {
	t.Helper()
	with := map[string]string{}
	for _, f := range files {
		maps.Copy(with, f)
	}
	c := loadtest.Sound(t, loadtest.Files(with))
	v := view.New(c, view.Options{Today: model.Date{Year: 2026, Month: 1, Day: 1}})
	l := v.InMain()
	r := outcome.Told(l, l.Results("r"))
	data, err := json.Marshal([]any{outcome.Facts(l, r), outcome.Lead(l, r), outcome.Chapters(l, r)})
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for _, m := range regexp.MustCompile(`"(?:S|String|Desc)":"((?:[^"\\]|\\.)*)"`).FindAllStringSubmatch(string(data), -1) {
		said.WriteString(strings.ReplaceAll(m[1], "\u00a0", " ") + "\n")
	}
	return said.String()
}

// Of nothing, nothing is said to be well.
func TestEmptyReportsGiveNoAllClear(t *testing.T) {
	said := told(t, plain)
	for _, want := range []string{"Ingen handlingsplan för tiden finns inlagd här", "Det finns inga indikatorer ännu", "Inga beslut och inga aktualitetsprövningar"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	for _, not := range []string{"saknas inget", "som planerat", "Målet är nått", "har kommit in"} {
		if strings.Contains(said, not) {
			t.Errorf("it says %q", not)
		}
	}
}

// A county hears nothing of levels that it does not use.
func TestLevelsLeftOut(t *testing.T) {
	said := told(t, plain, map[string]string{
		"plans/2024/plan.yaml": "title: P\nscope: regional\nyear: 2024\nstatus: closed\nadopted: {date: 2023-12-01, body: g}\n",
		"plans/2024/x.md":      "---\ntitle: X\ncooperation_area: a\nowner: by\nperiod: {from: 2024, to: 2024}\nstatus: completed\nfollow_up: {method: M, responsible: by}\n---\n",
	})
	for _, not := range []string{"elmål", "amverkansområde", "nriktning", "rioriter"} {
		if strings.Contains(said, not) {
			t.Errorf("it says %q:\n%s", not, said)
		}
	}
	if !strings.Contains(said, "Inte redovisad") {
		t.Error("it does not say that nothing was reported")
	}
}

// Numbers that point somebody out stand nowhere, nor others that would tell them.
func TestSmallCountsStandNowhere(t *testing.T) {
	initiative := func(value string) string {
		return "---\ntitle: X\ncooperation_area: a\nowner: by\nperiod: {from: 2024, to: 2024}\nstatus: completed\nfollow_up:\n  method: M\n  responsible: by\n  measures:\n    - {id: m, title: M, unit: count, counts_people: true, indicator: i}\nreports:\n  - {date: 2024-06-01, assessment: completed, text: T, values: {m: " + value + "}}\n---\n"
	}
	said := told(t, plain, map[string]string{
		"agreement/indicators/i.yaml": "title: I\ndefinition: D\nunit: count\ncounts_people: true\ndirection: up\nsource: {name: K}\nseries:\n  - {year: 2023, total: 7123, women: 7119, men: 4}\n  - {year: 2024, total: 3}\n",
		"plans/2024/plan.yaml":        "title: P\nscope: regional\nyear: 2024\nstatus: closed\nadopted: {date: 2023-12-01, body: g}\n",
		"plans/2024/x.md":             initiative("{women: 4001, men: 2}"),
		"plans/2024/y.md":             initiative("1"),
	})
	for _, not := range []string{"4 001", "2 män", "7 119", "4 män", "4 004"} {
		if strings.Contains(said, not) {
			t.Errorf("it says %q:\n%s", not, said)
		}
	}
	for _, want := range []string{"4 003", "7 123", "Dolt för att skydda enskilda", "summan skulle avslöja"} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if regexp.MustCompile(`(?m)^3$|: 3 \(`).MatchString(said) {
		t.Errorf("the indicator's value stands:\n%s", said)
	}
}

// Where each party has a plan of its own, those of which none is known are named.
func TestPartiesWithoutLocalPlan(t *testing.T) {
	said := told(t, plain, map[string]string{
		"agreement/agreement.yaml": strings.Replace(plain["agreement/agreement.yaml"], "status:", "plans: by_party\nstatus:", 1),
		"agreement/parties.yaml":   "parties:\n  - {id: by, name: Byn, kind: municipality}\n  - {id: tyst, name: Tystby, kind: municipality}\n  - {id: lan, name: Länet, kind: region}\n",
		"plans/lok/plan.yaml":      "title: Byns egen\nscope: local\nparties: [by]\nperiod: {from: 2024, to: 2024}\nstatus: adopted\nadopted: {date: 2024-01-02, body: {name: F}}\n",
	})
	if !strings.Contains(said, "Byns egen") || !strings.Contains(said, "är känd för Tystby.") {
		t.Errorf("it says\n%s", said)
	}
}

// Who looks for an indicator's values looks by its title, not by the name of a file.
func TestValuesStandByTitle(t *testing.T) {
	indicator := func(title, direction string) string {
		return "title: " + title + "\ndefinition: D\nunit: count\n" + direction + "source: {name: K}\nseries:\n  - {year: 2024, total: 3}\n"
	}
	said := told(t, plain, map[string]string{
		"agreement/indicators/a.yaml": indicator("Ögon", "direction: up\n"),
		"agreement/indicators/b.yaml": indicator("Åar", "direction: up\n"),
		"agreement/indicators/c.yaml": indicator("Backar", "direction: none\n"),
	})
	_, values, _ := strings.Cut(said, "Alla värden\n")
	if b, a, o := strings.Index(values, "Backar"), strings.Index(values, "Åar"), strings.Index(values, "Ögon"); b < 0 || a < b || o < a {
		t.Errorf("the values stand so:\n%s", values)
	}
}
