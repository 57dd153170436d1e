package editor

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
	"samsyn/internal/forge"
	"samsyn/internal/proposal"
)

// begun saves something in a new proposal and gives its page's address.
func (r *room) begun(words string) string {
	r.Helper()
	p := r.send("/fil/"+initiative, set(r.found("/fil/"+initiative).form(r.TB), "title", words, "words", words, "do", "save"))
	place, _, found := strings.Cut(p.address, "?")
	if !found {
		r.Fatalf("%d %s: %s", p.status, p.address, p.words())
	}
	return place
}

// A proposal that was removed can be taken back by those who could remove it.
func TestTakingBack(t *testing.T) {
	r := open(t, nil)
	place := r.begun("Kör")
	form := set(r.found(place).form(t), "do", "drop", "sure", "yes")
	r.send(place, form).says(t, "Förslaget är borttaget.", "Borttagna förslag", "Kör")
	name := strings.TrimPrefix(place, "/forslag/")

	bo := serve(t, r.dir, access.Person{ID: "bo", Name: "Bo", Email: "bo@example.org", Role: access.Editor})
	page := bo.found("/forslag")
	if strings.Contains(page.text, `name="name"`) {
		t.Error("another editor is offered it")
	}
	token := bo.found("/las-in").form(t)
	if p := bo.send("/forslag", set(token, "name", name)); p.status != http.StatusForbidden {
		t.Errorf("another editor: %d", p.status)
	}
	if p := r.send("/forslag", set(r.found("/forslag").form(t), "name", "2026-01-01-finns-inte")); p.status != http.StatusNotFound {
		t.Errorf("one that is not there: %d", p.status)
	}
	r.send("/forslag", r.found("/forslag").form(t)).says(t, "Förslaget är tillbaka", "heter nu Kör")
}

// Whoever decides sees what has been sent and waits; the pages say how new they are.
func TestWhatWaitsForADecision(t *testing.T) {
	r := open(t, nil)
	remote := filepath.Join(t.TempDir(), "avtal.git")
	git(t, r.dir, "clone", "-q", "--bare", r.dir, remote)
	git(t, r.dir, "remote", "add", "origin", remote)
	store, err := proposal.Open(r.dir, proposal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	fetcher := proposal.NewFetcher(store)
	serving := func(who access.Person) *room {
		return serveWith(t, r.dir, Alone(who), func(o *web.Options) {
			o.Fetcher = fetcher
			o.Send = func(ctx context.Context, p *proposal.Proposal, who proposal.Person) (*proposal.Sent, error) {
				return p.Send(ctx, who, forge.Options{})
			}
		})
	}
	anna := serving(access.Person{ID: "anna", Name: "Anna", Email: "anna@example.org", Role: access.Editor})
	rut := serving(access.Person{ID: "rut", Name: "Rut", Email: "rut@example.org", Role: access.Reviewer})
	place := anna.begun("Kör")
	if p := rut.found("/"); strings.Contains(p.words(), "Att granska") {
		t.Error("it waits before it was sent")
	}
	anna.send(place, set(anna.found(place).form(t), "do", "send")).says(t, "Förslaget är skickat Den som granskar tar nu ställning till det. Du behöver inte göra mer.", "Skicka en gång till")
	anna.found(place).says(t, "Förslaget är skickat Den som granskar kan ta ställning", "Skicka en gång till")
	rut.found("/").says(t, "Att granska De här förslagen är skickade", "Skickat Anna", "Hämtat från servern där förslag beslutas")
	if p := anna.found("/"); strings.Contains(p.words(), "Att granska") {
		t.Error("who decides nothing has something to decide")
	}
	anna.send(place+"/fil/"+initiative, set(anna.found(place+"/fil/"+initiative).form(t), "title", "Två", "do", "save"))
	rut.found("/").says(t, "Ändrat sedan det skickades")
	anna.found(place).says(t, "Förslaget är ändrat sedan det skickades", "Skicka ändringarna för granskning")
	if err := os.RemoveAll(remote); err != nil {
		t.Fatal(err)
	}
	if err := fetcher.Fetch(context.Background()); err == nil || errors.Is(err, proposal.ErrNoRemote) {
		t.Fatal(err)
	}
	rut.found("/forslag").says(t, "Servern där förslag beslutas svarar inte. Du ser det som gällde")
}
