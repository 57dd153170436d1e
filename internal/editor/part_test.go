package editor

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"samsyn/internal/access"
)

const partyFile = "agreement/parties.yaml"

// many is a file of many parties, written by hand.
func many() string {
	var b strings.Builder
	b.WriteString("# Alla parter, i den ordning de undertecknade\nparties:\n  - id: lansstyrelsen   # den som samordnar\n    name: \"Länsstyrelsen\"\n    kind: county_administrative_board\n\n  - {id: alvesta, name: Alvesta kommun, kind: municipality}\n")
	for n := range 20 {
		fmt.Fprintf(&b, "\n  # Nummer %d\n  - kind: municipality\n    id: k%d\n    name: Kommun nummer %d\n    contact:\n      email: \"k%d@example.org\"\n", n, n, n, n)
	}
	return b.String()
}

func opened(t *testing.T) *room {
	t.Helper()
	return open(t, map[string]string{partyFile: many()})
}

// now is a file as a branch has it.
func (r *room) now(branch, file string) string {
	r.Helper()
	return git(r.TB, r.dir, "show", branch+":"+file) + "\n"
}

// One of many is changed in a page of its own, and nothing else in the file.
func TestOneOfMany(t *testing.T) {
	r := opened(t)
	whole := r.found("/fil/" + partyFile)
	if strings.Contains(whole.text, `name="parties[7].contact.email"`) || !strings.Contains(whole.text, "/fil/"+partyFile+"?del=k5") {
		t.Fatalf("the whole form shows all of everything:\n%s", whole.words())
	}
	at := "/fil/" + partyFile + "?del=k5"
	form := r.found(at).form(t)
	for name := range form {
		if strings.HasPrefix(name, "parties") && !strings.HasPrefix(name, "parties[7].") {
			t.Errorf("%s is sent, too", name)
		}
	}
	p := r.send(at, set(form, "parties[7].contact.email", "ny@example.org", "words", "Ny adress", "do", "save"))
	p.says(t, "Bara den del som du hade öppen är ändrad; resten är orörd.", "ny@example.org")
	if got, want := r.now("forslag/2026-03-02-ny-adress", partyFile), strings.Replace(many(), `"k5@example.org"`, "ny@example.org", 1); got != want {
		t.Errorf("the file is\n%s", got)
	}
	for name, want := range map[string]int{"lansstyrelsen": 200, "parties%5B0%5D": 200, "alvesta": 200, "k99": 404, "parties": 404, "parties%5B99%5D": 404, "..%2F..": 404, "name": 404} {
		if p := r.get("/fil/" + partyFile + "?del=" + name); p.status != want {
			t.Errorf("%s: %d, want %d", name, p.status, want)
		}
	}
}

// The page of one of many goes on meaning the same one when others come before it.
func TestOneOfManyWhenOthersAreAdded(t *testing.T) {
	r := opened(t)
	at := "/fil/" + partyFile + "?del=k5"
	form := r.found(at).form(t)
	r.decide(partyFile, func(s string) string {
		return strings.Replace(s, "parties:\n", "parties:\n  - id: forst\n    name: Först\n    kind: agency\n", 1)
	})
	r.send(at, set(form, "parties[7].contact.email", "ny@example.org", "words", "Ny adress", "do", "save")).says(t, "ny@example.org")
	got := r.now("forslag/2026-03-02-ny-adress", partyFile)
	if !strings.Contains(got, "name: Kommun nummer 5\n    contact:\n      email: ny@example.org\n") || strings.Count(got, "ny@example.org") != 1 {
		t.Errorf("the file is\n%s", got)
	}
}

// What is wrong with others does not hinder; what is wrong with this one is told at its
// field, there and in the proposal.
func TestMistakesInOneOfMany(t *testing.T) {
	r := open(t, map[string]string{partyFile: strings.Replace(many(), "k3@example.org", "k3.example.org", 1)})
	at := "/fil/" + partyFile + "?del=k5"
	form := r.found(at).form(t)
	p := r.send(at, set(form, "parties[7].contact.email", "k5 example", "words", "Ny adress", "do", "save"))
	if p.status != http.StatusUnprocessableEntity || strings.Contains(p.text, `href="?del=k5#`) {
		t.Errorf("%d %s", p.status, p.words())
	}
	p.says(t, "Det här behöver rättas", "På andra ställen finns fel att rätta: 1.")
	r.send(at, set(p.form(t), "do", "anyway"))
	links := strings.Join(r.found("/forslag/2026-03-02-ny-adress").links(t), "\n")
	if !strings.Contains(links, partyFile+"?del=k5#f-parties%5B7%5D.contact.email") {
		t.Errorf("the proposal leads to\n%s", links)
	}
	r.send("/forslag/2026-03-02-ny-adress"+at, set(p.form(t), "parties[7].contact.email", "k5@ny.example", "do", "save", "from", r.found("/forslag/2026-03-02-ny-adress"+at).form(t).Get("from"))).says(t, "k5@ny.example")
	if got := r.now("forslag/2026-03-02-ny-adress", partyFile); !strings.Contains(got, "k3.example.org") || !strings.Contains(got, "k5@ny.example") {
		t.Errorf("the file is\n%s", got)
	}
}

// Entries that are not shown can be moved and taken away, and stay as they are otherwise.
func TestMovingManyThatAreNotShown(t *testing.T) {
	r := opened(t)
	at := "/fil/" + partyFile
	p := r.send(at, set(r.found(at).form(t), "do", "remove:parties[4]"))
	p = r.send(at, set(p.form(t), "do", "add:parties"))
	if !strings.Contains(p.text, `name="parties[n0].name"`) || strings.Contains(p.text, `name="parties[7].name"`) {
		t.Fatalf("the new one is not there, or all others are:\n%s", p.words())
	}
	// What has been published is missed when it goes, so it is saved with that error.
	p = r.send(at, set(p.form(t), "parties[n0].name", "Nya kommunen", "parties[n0].kind", "municipality", "words", "Fler", "do", "anyway"))
	p.says(t, "Nya kommunen")
	got := r.now("forslag/2026-03-02-fler", partyFile)
	if strings.Contains(got, "id: k2\n") || !strings.Contains(got, "name: Nya kommunen") || !strings.Contains(got, "{id: alvesta, name: Alvesta kommun, kind: municipality}") || !strings.Contains(got, "  # Nummer 19\n  - kind: municipality\n    id: k19\n    name: Kommun nummer 19\n    contact:\n      email: \"k19@example.org\"\n") {
		t.Errorf("the file is\n%s", got)
	}
}

// One of many is taken away from its own page: the whole form shows what is left, and
// nothing is saved until somebody says so.
func TestRemovingOneOfMany(t *testing.T) {
	r := opened(t)
	p := r.found("/fil/" + partyFile + "?del=k5")
	if !strings.Contains(p.text, `value="remove:parties[7]" formaction="/fil/`+partyFile+`#f-parties"`) {
		t.Fatalf("there is no button:\n%s", p.words())
	}
	p = r.send("/fil/"+partyFile, set(p.form(t), "do", "remove:parties[7]"))
	p.says(t, "Det är borttaget ur formuläret. Ingenting är sparat än", "Kommun nummer 4")
	if strings.Contains(p.text, "Kommun nummer 5<") || r.branches() != "" {
		t.Errorf("it is there still, or gone already (%s):\n%s", r.branches(), p.words())
	}
	r.send("/fil/"+partyFile, set(p.form(t), "words", "En färre", "do", "anyway")).says(t, "Kommun nummer 5")
	want := strings.Replace(many(), "\n  # Nummer 5\n  - kind: municipality\n    id: k5\n    name: Kommun nummer 5\n    contact:\n      email: \"k5@example.org\"\n", "", 1)
	if got := r.now("forslag/2026-03-02-en-farre", partyFile); got != want {
		t.Errorf("the file is\n%s", got)
	}
}

// The page of one of many lets nobody do what the whole form does not.
func TestRightsToOneOfMany(t *testing.T) {
	r := opened(t)
	at := "/fil/" + partyFile + "?del=k5"
	form := r.found(at).form(t)
	other := serve(t, r.dir, access.Person{ID: "lo", Name: "Lo", Email: "lo@example.org", Role: access.Party, Actors: []string{"k5"}})
	page := other.found(at)
	if strings.Contains(page.text, `value="save">Spara i`) {
		t.Error("they are shown a button")
	}
	p := other.send(at, set(form, "_token", page.form(t).Get("_token"), "parties[7].contact.email", "ny@example.org", "words", "Ny adress", "do", "save"))
	if p.status != http.StatusForbidden || r.branches() != "" {
		t.Errorf("%d, %s", p.status, r.branches())
	}
}

// A search finds the entry, and the list of files leads to each.
func TestFindingOneOfMany(t *testing.T) {
	r := opened(t)
	for _, path := range []string{"/innehall?q=nummer+17", "/innehall"} {
		p := r.found(path)
		if !strings.Contains(p.text, `href="/fil/`+partyFile+`?del=k17">Kommun nummer 17</a>`) {
			t.Errorf("%s does not lead to it:\n%s", path, p.words())
		}
	}
	if p := r.found("/innehall?q=nummer+17"); strings.Contains(p.text, "del=k16") {
		t.Error("it finds others, too")
	}
}
