package access

import (
	"strings"
	"testing"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
)

const initiativeFile = "---\ntitle: X\ncooperation_area: a-1\nowner: by\nperiod: {from: 2025-01-01, to: 2025-12-31}\nstatus: ongoing\nfollow_up:\n  method: M\n  responsible: stad\nreports:\n  - date: 2025-05-01\n    text: Ett.\nnote: N\n---\n\nText.\n"

func county(t *testing.T, files map[string]string) *model.Content {
	t.Helper()
	all := map[string]string{
		"samsyn.yaml":              "title: Liten\npublisher: by\nbase_url: https://liten.example\nlanguage: sv\n",
		"agreement/agreement.yaml": "title: L\nshort_title: L\nperiod: {from: 2020, to: 2026}\nstatus: adopted\nadopted: {date: 2020-01-01}\nchapters:\n  - part: areas\n",
		"agreement/parties.yaml":   "parties:\n  - {id: by, name: Byn, kind: municipality}\n  - {id: stad, name: Stad, kind: municipality}\n  - {id: ort, name: Ort, kind: municipality}\n",
		"agreement/areas/a.md":     "---\ntitle: A\norder: 1\ncooperation_areas:\n  - {id: a-1, text: Ett.}\n---\n",
		"plans/2025/plan.yaml":     "title: P\nscope: regional\nyear: 2025\nstatus: adopted\nadopted: {date: 2024-12-01}\n",
		"plans/2025/x.md":          initiativeFile,
	}
	for name, data := range files {
		if data == "" {
			delete(all, name)
			continue
		}
		all[name] = data
	}
	return loadtest.Content(t, loadtest.Files(all))
}

func TestWhatAPartyMayChange(t *testing.T) {
	const file = "plans/2025/x.md"
	report := strings.Replace(initiativeFile, "text: Ett.\n", "text: Ett.\n  - date: 2025-06-01\n    text: Två.\n", 1)
	for _, test := range []struct {
		name, who, file, before, after string
		may                            bool
	}{
		{"the owner changes its initiative", "by", file, initiativeFile, strings.Replace(initiativeFile, "title: X", "title: Y", 1), true},
		{"who follows up reports", "stad", file, initiativeFile, report, true},
		{"who follows up takes a report away", "stad", file, initiativeFile, strings.Replace(initiativeFile, "reports:\n  - date: 2025-05-01\n    text: Ett.\n", "", 1), true},
		{"who follows up changes more than reports", "stad", file, initiativeFile, strings.Replace(report, "title: X", "title: Y", 1), false},
		{"who follows up changes the text below", "stad", file, initiativeFile, report + "More.\n", false},
		{"who follows up makes the initiative its own", "stad", file, initiativeFile, strings.Replace(initiativeFile, "owner: by", "owner: stad", 1), false},
		{"a stranger reports", "ort", file, initiativeFile, report, false},
		{"a stranger makes the initiative its own", "ort", file, initiativeFile, strings.Replace(initiativeFile, "owner: by", "owner: ort", 1), false},
		{"the owner gives the initiative away", "by", file, initiativeFile, strings.Replace(initiativeFile, "owner: by", "owner: ort", 1), false},
		{"the owner removes the file", "by", file, initiativeFile, "", false},
		{"a party begins an initiative of its own", "ort", "plans/2025/y.md", "", strings.Replace(initiativeFile, "owner: by", "owner: ort", 1), true},
		{"a party begins an initiative of another", "ort", "plans/2025/y.md", "", initiativeFile, false},
		{"a party changes the plan", "by", "plans/2025/plan.yaml", "title: P\n", "title: Q\n", false},
		{"a party changes the settings", "by", "samsyn.yaml", "title: Liten\n", "title: Stor\n", false},
		{"a party changes an area", "by", "agreement/areas/a.md", "---\ntitle: A\n---\n", "---\ntitle: B\n---\n", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := Change{File: test.file, Was: county(t, nil), Is: county(t, nil)}
			if test.before != "" {
				c.Before = []byte(test.before)
			}
			if test.after != "" {
				c.After = []byte(test.after)
			}
			if strings.HasPrefix(test.file, "plans/2025/") && strings.HasSuffix(test.file, ".md") {
				c.Was, c.Is = county(t, map[string]string{test.file: test.before}), county(t, map[string]string{test.file: test.after})
			}
			p := Person{Role: Party, Actors: []string{test.who}}
			if got := p.MayChange(c); got != test.may {
				t.Errorf("%v, want %v", got, test.may)
			}
			link := test.who == "stad" && test.may
			for role, may := range map[Role]bool{Local: true, Editor: true, Reviewer: true, Link: link, "": false} {
				if got := (Person{Role: role, Actors: []string{test.who}}).MayChange(c); got != may {
					t.Errorf("role %q: %v, want %v", role, got, may)
				}
			}
		})
	}
}

func TestWhatARoleMayDo(t *testing.T) {
	for role, acts := range map[Role]string{
		Local: "read write send drop review", Reviewer: "read write send drop review",
		Editor: "read write send drop", Party: "read write send", Link: "", "": "",
	} {
		for _, act := range []Act{Read, Write, Send, Drop, Review} {
			if got, want := (Person{Role: role}).May(act), strings.Contains(acts, string(act)); got != want {
				t.Errorf("%q %s: %v, want %v", role, act, got, want)
			}
		}
	}
}

func TestWhoMayDoWhatWithAProposal(t *testing.T) {
	for _, c := range []struct {
		who     Person
		do      Act
		writers []string
		may     bool
	}{
		{Person{Role: Party, Email: "bo@by.example"}, Send, []string{"Bo@by.example"}, true},
		{Person{Role: Party, Email: "bo@by.example"}, Send, []string{"bo@by.example", "kim@lan.example"}, false},
		{Person{Role: Party, Email: "bo@by.example"}, Write, []string{"kim@lan.example"}, false},
		{Person{Role: Party, Email: "bo@by.example"}, Drop, []string{"bo@by.example"}, false},
		{Person{Role: Party}, Send, []string{""}, false},
		{Person{Role: Editor, Email: "kim@lan.example"}, Send, []string{"bo@by.example"}, true},
		{Person{Role: Link, Email: "bo@by.example"}, Send, []string{"bo@by.example"}, false},
	} {
		if got := c.who.MayWhole(c.do, c.writers); got != c.may {
			t.Errorf("%+v %s %v: %v", c.who, c.do, c.writers, got)
		}
	}
}

func TestWhichFormsAPartyIsShown(t *testing.T) {
	c := county(t, nil)
	for who, may := range map[string]bool{"by": true, "stad": true, "ort": false, "": false} {
		p := Person{Role: Party, Actors: []string{who}}
		if got := p.MayOpen("plans/2025/x.md", c); got != may {
			t.Errorf("%q: %v, want %v", who, got, may)
		}
		if p.MayOpen("samsyn.yaml", c) || p.MayOpen("plans/2025/plan.yaml", c) || p.MayOpen("../x.md", c) {
			t.Errorf("%q opens what is not an initiative", who)
		}
	}
}

// An editor drops what is their own, a reviewer what is anybody's.
func TestWhoDrops(t *testing.T) {
	own, others := []string{"Chen@example.se"}, []string{"chen@example.se", "bo@example.se"}
	for role, want := range map[Role][2]bool{Local: {true, true}, Reviewer: {true, true}, Editor: {true, false}, Party: {false, false}, Link: {false, false}} {
		p := Person{Role: role, Email: "chen@example.se"}
		if got := [2]bool{p.MayWhole(Drop, own), p.MayWhole(Drop, others)}; got != want {
			t.Errorf("%s drops their own and others': %v, want %v", role, got, want)
		}
	}
	if editor := (Person{Role: Editor, Email: "chen@example.se"}); !editor.MayWhole(Send, others) {
		t.Error("an editor does not send what others have written in")
	}
}
