package editor

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/editor/web"
	"samsyn/internal/proposal"
)

// A proposal that takes long to send goes on without the visitor, once however often they
// ask, and its page tells how it went.
func TestSlowSending(t *testing.T) {
	r := open(t, nil)
	for name, c := range map[string]struct {
		err  error
		says string
	}{"Bra": {nil, "Se förslaget där det granskas"}, "Illa": {errors.New("the remote is away"), "kunde inte skickas"}} {
		at := r.begun(name)
		let, calls := make(chan struct{}), atomic.Int32{}
		r.server.Sends.Wait = time.Millisecond
		r.server.Opt.Send = func(ctx context.Context, _ *proposal.Proposal, who proposal.Person) (*proposal.Sent, error) {
			calls.Add(1)
			<-let
			if ctx.Err() != nil || who.Name != "Anna Ek" {
				t.Errorf("%v, %v", ctx.Err(), who)
			}
			return &proposal.Sent{Address: "https://forge.example/1", Opened: true, Remote: "https://forge.example"}, c.err
		}
		for range 3 {
			p := r.send(at, set(r.found(at).form(t), "do", "send"))
			p.says(t, "Förslaget skickas")
		}
		r.found(at).says(t, "Förslaget skickas")
		close(let)
		p := r.get(at)
		for n := 0; strings.Contains(p.words(), "Förslaget skickas"); n++ {
			if n == 100 {
				t.Fatal("it does not end")
			}
			time.Sleep(10 * time.Millisecond)
			p = r.get(at)
		}
		p.says(t, c.says)
		if strings.Contains(r.found(at).words(), c.says) {
			t.Errorf("%s: it is told twice", name)
		}
		if n := calls.Load(); n != 1 {
			t.Errorf("%s: sent %d times", name, n)
		}
	}
}

// Whoever may not send a proposal does not take the word of how it went from those who may.
func TestWhoIsToldOfASending(t *testing.T) {
	r := open(t, nil)
	at := r.begun("Illa")
	let := make(chan struct{})
	r.server.Sends.Wait = time.Millisecond
	r.server.Opt.Send = func(context.Context, *proposal.Proposal, proposal.Person) (*proposal.Sent, error) {
		<-let
		return nil, errors.New("the remote is away")
	}
	r.send(at, set(r.found(at).form(t), "do", "send"))
	one := r.server.Sends.Of(strings.TrimPrefix(at, "/forslag/"), true)
	close(let)
	<-one.Done
	anna := r.server.Opt.Door
	r.server.Opt.Door = Alone(access.Person{ID: "lo", Name: "Lo", Email: "lo@lst.example", Role: access.Party, Actors: []string{"lansstyrelsen"}})
	if p := r.found(at); strings.Contains(p.words(), "kunde inte skickas") {
		t.Error("another is told")
	}
	r.server.Opt.Door = anna
	if p := r.get(at); !strings.Contains(p.words(), "kunde inte skickas") {
		t.Errorf("the sender is not told: %s", p.words())
	}
}

// So many may be on their way and no more; who came of them is not kept for ever.
func TestManySendings(t *testing.T) {
	var s web.Sendings
	let := make(chan struct{})
	send := func(*proposal.Proposal) (*proposal.Sent, error) { <-let; return nil, nil }
	for n := range web.MostSendings + 1 {
		_, err := s.Begin(&proposal.Proposal{Info: proposal.Info{Name: fmt.Sprint(n)}}, send)
		if errors.Is(err, web.ErrFull) != (n == web.MostSendings) {
			t.Errorf("sending %d: %v", n, err)
		}
	}
	close(let)
	for n := range 5 * web.MostSendings {
		one, err := s.Begin(&proposal.Proposal{Info: proposal.Info{Name: fmt.Sprint("x", n)}}, send)
		for errors.Is(err, web.ErrFull) { // the first ones are ending
			time.Sleep(time.Millisecond)
			one, err = s.Begin(&proposal.Proposal{Info: proposal.Info{Name: fmt.Sprint("x", n)}}, send)
		}
		<-one.Done
	}
	if len(s.By) > web.MostSendings+1 {
		t.Errorf("%d are kept", len(s.By))
	}
}

// Heavy work goes on for so many at once; the others wait for a while, and are told.
func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		queue := make(web.Turns, web.MostTurns)
		var at, most, full atomic.Int32
		var all sync.WaitGroup
		for range 10 * web.MostTurns {
			all.Go(func() {
				err := queue.Take(t.Context(), func() error {
					if now := at.Add(1); now > most.Load() {
						most.Store(now)
					}
					time.Sleep(web.LongestTurn / 4)
					at.Add(-1)
					return nil
				})
				if errors.Is(err, web.ErrFull) {
					full.Add(1)
				}
			})
		}
		all.Wait()
		if most.Load() != web.MostTurns || full.Load() < 5*web.MostTurns || full.Load() > 6*web.MostTurns {
			t.Errorf("%d at once, %d were told to come again", most.Load(), full.Load())
		}
	})
}

// Where all turns are taken nobody gets a preview, and is told when to ask again; once there
// is one the site is built, once for all who ask.
func TestPreviewsTakeTurns(t *testing.T) {
	r := open(t, nil)
	r.server.Turns = make(web.Turns) // nobody's turn comes
	ctx, leave := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer leave()
	v := &visit{&web.Visit{Server: r.server}}
	v.R, _ = http.NewRequestWithContext(ctx, http.MethodGet, "/visa/", nil)
	if _, err := v.Shot(); !errors.Is(err, web.ErrFull) {
		t.Errorf("%v", err)
	}
	status, _, _ := v.Why(web.ErrFull)
	if status != http.StatusServiceUnavailable || len(r.server.Shots.Made) != 0 {
		t.Errorf("%d, %d kept", status, len(r.server.Shots.Made))
	}
	r.server.Turns = make(web.Turns, 1)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if p := r.get("/visa/"); p.status != http.StatusOK {
				t.Errorf("%d %s", p.status, p.words())
			}
		})
	}
	all.Wait()
	if len(r.server.Shots.Made) != 1 {
		t.Errorf("%d sites", len(r.server.Shots.Made))
	}
}
