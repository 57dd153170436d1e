package editor

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"samsyn/internal/access"
)

// decide puts another text of a file into what is in force.
func (r *room) decide(file string, change func(string) string) {
	r.Helper()
	at := filepath.Join(r.dir, filepath.FromSlash(file))
	text, err := os.ReadFile(at)
	if err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(at, []byte(change(string(text))), 0o600); err != nil {
		r.Fatal(err)
	}
	git(r.TB, r.dir, "commit", "-q", "-a", "-m", "Beslut")
}

func (r *room) branches() string {
	r.Helper()
	return git(r.TB, r.dir, "branch", "--list", "--format=%(refname:lstrip=2)", "forslag/*")
}

// reporter is somebody of a party that reports on the initiative and does not own it.
func reporter(r *room) *room {
	r.Helper()
	r.decide(initiative, func(s string) string {
		return strings.Replace(s, "follow_up:\n", "follow_up:\n  reported_by: lansstyrelsen\n", 1)
	})
	return serve(r.TB, r.dir, access.Person{ID: "lo", Name: "Lo", Email: "lo@lst.example", Role: access.Party, Actors: []string{"lansstyrelsen"}})
}

// Whoever reports on an initiative changes nothing else of it by starting from what was in
// force once: what an editor proposes stays.
func TestAReporterWithAnOldForm(t *testing.T) {
	r := open(t, nil)
	lo := reporter(r)
	old := lo.found("/fil/" + initiative).form(t)
	r.decide(initiative, func(s string) string { return strings.Replace(s, "title: "+old.Get("title"), "title: I kraft", 1) })
	r.send("/fil/"+initiative, set(r.found("/fil/"+initiative).form(t), "title", "Annas", "words", "Annas", "do", "save"))
	const name = "2026-03-02-annas"
	tip := git(t, r.dir, "rev-parse", "forslag/"+name)
	for _, choice := range []string{"", "mine", "theirs"} {
		form := set(clone(old), "title", "I kraft", "into", name, "do", "save")
		if choice != "" {
			form.Set("choose:"+initiative+" title 0", choice)
		}
		p := lo.send("/fil/"+initiative, form)
		if p.status < 400 {
			t.Errorf("%q: %d %s", choice, p.status, p.address)
		}
		if now := git(t, r.dir, "rev-parse", "forslag/"+name); now != tip {
			t.Fatalf("%q: the proposal was changed:\n%s", choice, git(t, r.dir, "diff", tip, now))
		}
	}
	if got := r.branches(); got != "forslag/"+name {
		t.Errorf("proposals: %s", got)
	}
}

// A report from a form that is older than what others have changed comes into the proposal,
// and what they have changed stays.
func TestAReportIntoWhatOthersHaveChanged(t *testing.T) {
	r := open(t, nil)
	lo := reporter(r)
	r.send("/fil/samsyn.yaml", set(r.found("/fil/samsyn.yaml").form(t), "title", "Annas län", "words", "Annas", "do", "save"))
	at := "/forslag/2026-03-02-annas/fil/" + initiative
	old := lo.send(at, set(lo.found(at).form(t), "do", "add:reports")).form(t)
	r.send(at, set(r.found(at).form(t), "title", "Annas", "do", "save"))
	key := strings.Fields(old.Get("reports"))
	row := "reports[" + key[len(key)-1] + "]"
	p := lo.send(at, set(clone(old), row+".date", "2026-03-01", row+".text", "Sextio kom.", row+".assessment", "on_track", "do", "anyway"))
	text := git(t, r.dir, "show", "forslag/2026-03-02-annas:"+initiative)
	if p.status != http.StatusOK || !strings.Contains(text, "title: Annas") || !strings.Contains(text, "Sextio kom.") {
		t.Errorf("%d %s: %s\n%s", p.status, p.address, p.words(), text)
	}
}

// Somebody who may not change a file changes nothing of another's proposal by trying, and
// a party that may does not bring another's proposal up to date by the way.
func TestIntoAnothersProposal(t *testing.T) {
	r := open(t, nil)
	r.send("/fil/samsyn.yaml", set(r.found("/fil/samsyn.yaml").form(t), "title", "Annas län", "words", "Annas", "do", "save"))
	r.decide("agreement/agreement.yaml", func(s string) string { return "# beslutat\n" + s })
	const name = "2026-03-02-annas"
	tip := git(t, r.dir, "rev-parse", "forslag/"+name)
	other := serve(t, r.dir, access.Person{ID: "lo", Name: "Lo", Email: "lo@lst.example", Role: access.Party, Actors: []string{"lansstyrelsen"}})
	form := set(other.found("/fil/"+initiative).form(t), "title", "Los", "into", name, "do", "save")
	if p := other.send("/fil/"+initiative, form); p.status != http.StatusForbidden {
		t.Errorf("%d %s", p.status, p.words())
	}
	if now := git(t, r.dir, "rev-parse", "forslag/"+name); now != tip {
		t.Errorf("the proposal was changed:\n%s", git(t, r.dir, "log", "--format=%an %s", tip+".."+now))
	}
	owner := serve(t, r.dir, access.Person{ID: "bo", Name: "Bo", Email: "bo@alvesta.example", Role: access.Party, Actors: []string{"alvesta"}})
	form = set(owner.found("/fil/"+initiative).form(t), "title", "Bos", "into", name, "do", "save")
	if p := owner.send("/fil/"+initiative, form); p.status != http.StatusOK || !strings.Contains(git(t, r.dir, "show", "forslag/"+name+":"+initiative), "title: Bos") {
		t.Errorf("%d %s", p.status, p.words())
	}
	if got := git(t, r.dir, "rev-list", "--merges", tip+"..forslag/"+name); got != "" {
		t.Errorf("a party has brought another's proposal up to date")
	}
}

// A form that is sent twice begins one proposal, also where both come at once; another form
// of the same words begins another.
func TestPressedTwice(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "title", "Ny titel", "words", "Nya ord", "do", "save")
	fresh := set(r.found("/ny/initiative?i=2026").form(t), "title", "Prova på", "words", "Prova", "do", "anyway")
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			if p := r.send("/fil/"+initiative, form); p.status != http.StatusOK {
				t.Errorf("%d %s", p.status, p.words())
			}
			if p := r.send("/ny/initiative?i=2026", fresh); p.status != http.StatusOK {
				t.Errorf("%d %s", p.status, p.words())
			}
		})
	}
	all.Wait()
	if got := r.branches(); got != "forslag/2026-03-02-nya-ord\nforslag/2026-03-02-prova" {
		t.Errorf("proposals:\n%s", got)
	}
	if got := git(t, r.dir, "rev-list", "--count", "main..forslag/2026-03-02-nya-ord"); got != "2" {
		t.Errorf("%s commits", got)
	}
	r.send("/fil/"+initiative, set(clone(form), "title", "En annan titel")).says(t, "Det finns redan ett från i dag med samma rubrik.")
	if got := r.branches(); !strings.Contains(got, "forslag/2026-03-02-nya-ord-2") {
		t.Errorf("proposals:\n%s", got)
	}
	r.found("/forslag/2026-03-02-nya-ord").says(t, "Nya ord")
}

// What cannot be saved leaves no proposal behind.
func TestNothingIsBegunInVain(t *testing.T) {
	r := open(t, nil)
	lo := reporter(r)
	was := lo.found("/fil/" + initiative).form(t)
	r.decide(initiative, func(s string) string { return strings.Replace(s, "  reported_by: lansstyrelsen\n", "", 1) })
	lo.send("/fil/"+initiative, set(clone(was), "title", "Los", "words", "Los", "do", "save"))
	added := lo.send("/fil/"+initiative, set(clone(was), "do", "add:reports")).form(t)
	key := strings.Fields(added.Get("reports"))
	row := "reports[" + key[len(key)-1] + "]"
	p := lo.send("/fil/"+initiative, set(added, row+".date", "2026-03-01", row+".text", "Sextio kom.", row+".assessment", "on_track", "words", "Los", "do", "anyway"))
	if p.status != http.StatusForbidden {
		t.Errorf("%d %s: %s", p.status, p.address, p.words())
	}
	if got := r.branches(); got != "" {
		t.Errorf("proposals: %s", got)
	}
}

// Whoever owned an initiative when the form was drawn, and now only reports on it, changes
// nothing but reports.
func TestAnOwnerWhoIsNoLonger(t *testing.T) {
	r := open(t, nil)
	bo := serve(t, r.dir, access.Person{ID: "bo", Name: "Bo", Email: "bo@alvesta.example", Role: access.Party, Actors: []string{"alvesta"}})
	old := bo.found("/fil/" + initiative).form(t)
	r.decide(initiative, func(s string) string {
		return strings.NewReplacer("owner: alvesta\n", "owner: lansstyrelsen\n", "follow_up:\n", "follow_up:\n  reported_by: alvesta\n").Replace(s)
	})
	if p := bo.send("/fil/"+initiative, set(clone(old), "title", "Bos", "words", "Bos", "do", "anyway")); p.status != http.StatusForbidden {
		t.Errorf("%d %s", p.status, p.words())
	}
	if got := r.branches(); got != "" {
		t.Errorf("proposals: %s\n%s", got, git(t, r.dir, "diff", "main", got))
	}
}
