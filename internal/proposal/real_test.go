package proposal

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"samsyn/internal/forge"
)

// realForge names the address of a Gitea or Forgejo and a token of its user kansli.
const realForge = "SAMSYN_TEST_FORGE"

// ask asks the forge itself, as long as it takes it to know what was sent.
func ask(t *testing.T, method, address, token string, sent, answer any) {
	t.Helper()
	for try := range 20 {
		data, err := json.Marshal(sent)
		if err != nil {
			t.Fatal(err)
		}
		q, err := http.NewRequest(method, address, bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		q.Header.Set("Authorization", "token "+token)
		q.Header.Set("Content-Type", "application/json")
		got, err := http.DefaultClient.Do(q)
		if err != nil {
			t.Fatal(err)
		}
		if got.StatusCode < 300 {
			if answer != nil {
				if err := json.NewDecoder(got.Body).Decode(answer); err != nil {
					t.Fatal(err)
				}
			}
			got.Body.Close()
			return
		}
		got.Body.Close()
		if try == 19 {
			t.Fatalf("%s %s: %s", method, address, got.Status)
		}
		time.Sleep(time.Second)
	}
}

// On a real forge a proposal becomes a request, a second send renews it, and once it is
// taken in there the proposal is told as merged.
func TestOnARealForge(t *testing.T) {
	address, token, is := strings.Cut(os.Getenv(realForge), " ")
	if !is {
		t.Skip("no forge is named in " + realForge)
	}
	api := address + "/api/v1"
	repository := fmt.Sprint("forslag-", time.Now().Unix())
	ask(t, http.MethodPost, api+"/user/repos", token, map[string]any{"name": repository, "default_branch": "main"}, nil)
	r := newRoom(t, "")
	r.git("remote", "add", "origin", strings.Replace(address, "://", "://kansli:"+token+"@", 1)+"/kansli/"+repository+".git")
	r.git("push", "-q", "origin", "main")
	p := r.start("Ny plan för 2026")
	save(t, p, anna, "", texts(plan, strings.Replace(county[plan], "Plan 2026", "Planen", 1)))
	ctx := context.Background()

	var first struct {
		Title, Body string
		Head        struct{ SHA string }
		Merged      bool
		Number      int
	}
	withoutAToken(t, p, address+"/kansli/"+repository)
	sent, err := p.Send(ctx, anna, forge.Options{Token: token})
	if err != nil || !sent.Opened || !sent.New {
		t.Fatalf("with a token: %+v, %v", sent, err)
	}
	pull := strings.Replace(sent.Address, address, api+"/repos", 1)
	ask(t, http.MethodGet, pull, token, nil, &first)
	if first.Title != "Ny plan för 2026" || !strings.Contains(first.Body, "Planen") || !strings.Contains(first.Body, "Anna Ek") || first.Head.SHA != string(p.Tip) {
		t.Errorf("the request is %+v", first)
	}

	save(t, p, bo, "", texts(plan, strings.Replace(county[plan], "Plan 2026", "Den nya planen", 1)))
	again, err := p.Send(ctx, bo, forge.Options{Token: token})
	if err != nil || again.New || again.Address != sent.Address {
		t.Fatalf("a second time: %+v, %v", again, err)
	}
	second := first
	for range 20 { // the forge learns of it in its own time
		ask(t, http.MethodGet, pull, token, nil, &second)
		if second.Head.SHA == string(p.Tip) {
			break
		}
		time.Sleep(time.Second)
	}
	if second.Head.SHA != string(p.Tip) || !strings.Contains(second.Body, "Den nya planen") || !strings.Contains(second.Body, "Bo Å") {
		t.Errorf("the request is %+v", second)
	}
	var open []struct{ Number int }
	if ask(t, http.MethodGet, api+"/repos/kansli/"+repository+"/pulls?state=open", token, nil, &open); len(open) != 1 {
		t.Errorf("%d requests are open", len(open))
	}

	ask(t, http.MethodPost, pull+"/merge", token, map[string]any{"Do": "merge"}, nil)
	for range 20 {
		if err := r.Fetch(ctx); err != nil {
			t.Fatal(err)
		}
		if p, err = r.Get(p.Name); err != nil || p.Merged {
			break
		}
		time.Sleep(time.Second)
	}
	if err != nil || !p.Merged || r.start("Nästa").read(t, plan) != p.read(t, plan) {
		t.Errorf("taken in: %+v, %v", p, err)
	}
}

// withoutAToken sends a proposal as those do who have no token, or a wrong one: they are
// told the page on which a request is opened.
func withoutAToken(t *testing.T, p *Proposal, repository string) {
	t.Helper()
	sent, err := p.Send(context.Background(), anna, forge.Options{})
	if err != nil || sent.Opened || !strings.HasPrefix(sent.Address, repository+"/compare/main...") || strings.Contains(sent.Remote, "@") {
		t.Fatalf("without a token: %+v, %v", sent, err)
	}
	status := 0
	for range 40 { // the forge learns of what was pushed in its own time
		page, err := http.Get(sent.Address)
		if err != nil {
			t.Fatal(err)
		}
		_ = page.Body.Close() // its status is all that is asked
		if status = page.StatusCode; status == http.StatusOK {
			break
		}
		time.Sleep(250 * time.Millisecond)
	}
	if status != http.StatusOK {
		t.Errorf("%s: %d", sent.Address, status)
	}
	sent, err = p.Send(context.Background(), anna, forge.Options{Token: "fel"})
	if err != nil || sent.Opened || sent.Trouble == nil {
		t.Errorf("with a token that is none: %+v, %v", sent, err)
	}
}
