package proposal

import (
	"context"
	"os"
	"sync/atomic"
	"testing"
	"time"
)

// What others decide and send is seen after a fetch; a remote that is gone is told, with
// when it last answered.
func TestFetcher(t *testing.T) {
	bare, one, other := two(t)
	f := NewFetcher(one.Store)
	if at := f.Fetched(); !at.Last.IsZero() || !at.Failed.IsZero() {
		t.Errorf("before the first: %+v", at)
	}
	p := other.start("Från den andra")
	save(t, p, anna, "", texts("agreement/text/a.md", "A\n"))
	send(t, p, anna)
	if _, err := one.Get(p.Name); err == nil {
		t.Fatal("it is known already")
	}
	var ahead atomic.Int64
	clock := one.opt.Now
	one.opt.Now = func() time.Time { return clock().Add(time.Duration(ahead.Load())) }
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() { f.Run(ctx, time.Hour, func(err error) { t.Error(err) }); close(ended) }()
	for f.Fetched().Last.IsZero() {
		time.Sleep(10 * time.Millisecond)
	}
	if _, err := one.Get(p.Name); err != nil {
		t.Errorf("what the other has sent: %v", err)
	}
	// Whoever looks later has it asked before its time.
	save(t, p, anna, "", texts("agreement/text/a.md", "B\n"))
	send(t, p, anna)
	first := f.Fetched().Last
	ahead.Store(int64(oldEnough))
	for f.Soon(); f.Fetched().Last.Equal(first); {
		time.Sleep(10 * time.Millisecond)
	}
	stop()
	<-ended
	if now, err := one.Get(p.Name); err != nil || now.Tip != p.Tip {
		t.Errorf("what the other has sent since: %v", err)
	}
	(*Fetcher)(nil).Soon()
	last := f.Fetched().Last
	if err := os.RemoveAll(bare); err != nil {
		t.Fatal(err)
	}
	var since time.Time
	for n := range 2 {
		one.opt.Now = func() time.Time { return last.Add(time.Duration(n+1) * time.Minute) }
		if f.Fetch(context.Background()) == nil {
			t.Fatal("a remote that is gone has answered")
		}
		if n == 0 {
			since = f.Fetched().Failed
		}
	}
	if at := f.Fetched(); at.Last != last || at.Failed.IsZero() || at.Failed != since {
		t.Errorf("after the remote went: %+v, not %v", at, last)
	}
	if at := (*Fetcher)(nil).Fetched(); at != (Fetched{}) {
		t.Errorf("nobody asks: %+v", at)
	}
}

// A remote that does not answer is left alone as long as one that does: not each look has it
// asked, and none that came while it was asked.
func TestSoonHoldsBack(t *testing.T) {
	bare, one, _ := two(t)
	f := NewFetcher(one.Store)
	at := one.opt.Now()
	one.opt.Now = func() time.Time { return at }
	for _, c := range []struct {
		name string
		dead bool
	}{{"a remote that answers", false}, {"a remote that is gone", true}} {
		if c.dead {
			if err := os.RemoveAll(bare); err != nil {
				t.Fatal(err)
			}
		}
		at = at.Add(time.Hour)
		f.Soon()
		if len(f.soon) != 1 {
			t.Errorf("%s: nobody asks it again", c.name)
		}
		if err := f.Fetch(context.Background()); (err != nil) != c.dead {
			t.Fatalf("%s: %v", c.name, err)
		}
		if len(f.soon) != 0 {
			t.Errorf("%s: it is asked once more for who looked meanwhile", c.name)
		}
		at = at.Add(oldEnough - time.Second)
		f.Soon()
		if len(f.soon) != 0 {
			t.Errorf("%s: it is asked again at once", c.name)
		}
		at = at.Add(time.Second)
		f.Soon()
		if len(f.soon) != 1 {
			t.Errorf("%s: it is not asked again", c.name)
		}
	}
}

// What was dropped is listed until it is restored, unless nothing was saved in it.
func TestDropped(t *testing.T) {
	r := newRoom(t, "")
	p, empty := r.start("Kör"), r.start("Tomt")
	save(t, p, anna, "", texts("agreement/text/a.md", "A\n"))
	for _, p := range []*Proposal{p, empty} {
		if err := p.Drop(); err != nil {
			t.Fatal(err)
		}
	}
	gone, err := r.Dropped()
	if err != nil || len(gone) != 1 || gone[0].Title != "Kör" || len(gone[0].Saves) != 1 || len(gone[0].By) != 1 {
		t.Fatalf("%+v %v", gone, err)
	}
	if _, err := r.Restore(gone[0].Name); err != nil {
		t.Fatal(err)
	}
	if gone, err := r.Dropped(); err != nil || len(gone) != 0 {
		t.Errorf("after: %+v %v", gone, err)
	}
	if got := p.read(t, "agreement/text/a.md"); got != "A\n" {
		t.Errorf("restored: %q", got)
	}
}

// The commit that begins a proposal names it: that of another is not its beginning.
func TestBegins(t *testing.T) {
	for trailer, want := range map[string]bool{
		"Forslag-start: a": true, "Forslag-start: a 0f": true, "Forslag-start: b": false, "Forslag-start: ab": false, "Forslag: a": false, "": false,
	} {
		if _, is := begins(trailer, "a"); is != want {
			t.Errorf("%q: %v", trailer, !want)
		}
	}
}
