package chronicle

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"

	"samsyn/internal/history/historytest"
	"samsyn/internal/load"
)

const (
	markerText    = "title: Prov\npublisher: lansstyrelsen\nbase_url: https://abro.example\nlanguage: sv\n"
	agreementText = "title: Överenskommelse\nshort_title: ÖK\nperiod:\n  from: 2024\n  to: 2027\nstatus: draft\nchapters:\n"
)

// What lies outside the content's folders is looked at only where the content is made
// of it: as a chapter, or by a link.
func TestOutsideTheContent(t *testing.T) {
	r := historytest.New(t)
	tree := historytest.Files{"samsyn.yaml": markerText, "agreement/agreement.yaml": agreementText + "  - file: text/a.md\n",
		"agreement/text/a.md": "# Bakgrund\n\nLänet växer.\n", "main.go": "package main\n", "docs/å.md": "# Mål\n\nAlla ska med.\n", "agreement-draft/x.md": "x\n"}
	var last plumbing.Hash
	day := 0
	commit := func(name string, change historytest.Files) {
		t.Helper()
		maps.Copy(tree, change)
		who := object.Signature{Name: "S", Email: "s@abro.example", When: time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, day)}
		day++
		if last.IsZero() {
			last = r.Commit(who, name+"\n", tree)
		} else {
			last = r.Commit(who, name+"\n", tree, last)
		}
	}
	commit("begin", nil)
	commit("the program", historytest.Files{"main.go": "package main // changed\n", "agreement-draft/x.md": "y\n"})
	commit("no chapter yet", historytest.Files{"docs/å.md": "# Mål\n\nAlla ska vara med.\n"})
	commit("a chapter elsewhere", historytest.Files{"agreement/agreement.yaml": agreementText + "  - file: text/a.md\n  - file: ../docs/å.md\n"})
	commit("the program again", historytest.Files{"main.go": "package main // again\n"})
	commit("the chapter elsewhere", historytest.Files{"docs/å.md": "# Mål\n\nAlla ska vara med från början.\n"})
	commit("no chapter any more", historytest.Files{"agreement/agreement.yaml": agreementText + "  - file: text/a.md\n"})
	commit("no chapter", historytest.Files{"docs/å.md": "# Mål\n\nIngen.\n"})
	commit("a link", historytest.Files{"agreement/text/a.md": "link:../../shared/a.md", "shared/a.md": "# Bakgrund\n\nLänet växer.\n"})
	commit("what the link leads to", historytest.Files{"shared/a.md": "# Bakgrund\n\nLänet krymper.\n"})

	s := &script{t: t, repo: r}
	repo, c := s.open()
	told := map[string]string{}
	entries, err := c.All(0)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		told[e.Commit.Subject] = tell(e.Changes)
	}
	o := newOutside(repo, &load.Reader{})
	for _, commit := range c.History.Commits() {
		parent, _ := c.History.Parent(commit)
		concerned, err := o.concerns(c.touched(commit), commit, parent)
		if err != nil {
			t.Fatal(err)
		}
		switch name := commit.Subject; name {
		case "the program", "no chapter yet", "the program again", "no chapter":
			if concerned || told[name] != "" {
				t.Errorf("%s: is looked at (%v), and tells %q", name, concerned, told[name])
			}
		case "the chapter elsewhere", "what the link leads to":
			if !concerned || !strings.Contains(told[name], "text omformulerad") {
				t.Errorf("%s: is looked at (%v), and tells %q", name, concerned, told[name])
			}
		default:
			if !concerned {
				t.Errorf("%s: is not looked at", name)
			}
		}
	}
}

// A history is mostly of the content's own files. What came into them from elsewhere
// brings its life along.
func TestFromElsewhere(t *testing.T) {
	chapter := "# Bakgrund\n\nLänet växer.\n\nAlla ska med, och ingen ska stå utanför.\n"
	for name, c := range map[string]struct {
		before          historytest.Files
		made, elsewhere string
	}{
		"made here": {before: historytest.Files{"docs/b.md": chapter}, made: "moved"},
		"moved":     {before: historytest.Files{"docs/a.md": chapter}, made: "begin", elsewhere: "docs/a.md"},
	} {
		r := historytest.New(t)
		tree := historytest.Files{"samsyn.yaml": markerText, "agreement/agreement.yaml": agreementText + "  - file: text/a.md\n"}
		maps.Copy(tree, c.before)
		who := object.Signature{Name: "S", Email: "s@abro.example", When: time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)}
		first := r.Commit(who, "begin\n", tree)
		delete(tree, "docs/a.md")
		tree["agreement/text/a.md"] = chapter
		second := r.Commit(who, "moved\n", tree, first)
		tree["docs/c.md"] = "x\n"
		r.Commit(who, "beside\n", tree, second)
		s := &script{t: t, repo: r}
		_, told := s.open()
		f, err := told.History.File("agreement/text/a.md")
		if err != nil || f.Created().Subject != c.made || f.Changes[0].From != c.elsewhere {
			t.Errorf("%s: made by %q, from %q (%v)", name, f.Created().Subject, f.Changes[0].From, err)
		}
		all := slices.Contains(told.History.Ever(), "docs/c.md")
		if all != (c.elsewhere != "") {
			t.Errorf("%s: all files are looked at: %v", name, all)
		}
	}
}
