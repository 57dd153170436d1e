package proposal

import (
	"context"
	"sync"
	"time"
)

// Fetcher asks the remote now and then for what others have decided and proposed, and
// remembers how that went. It may be used by several goroutines.
type Fetcher struct {
	store *Store
	one   sync.Mutex    // fetches take turns
	soon  chan struct{} // somebody would like to know

	mu     sync.Mutex
	report Fetched
	asked  time.Time // when it last was, whatever came of it
}

// Fetched tells how asking the remote went. The zero Fetched is of a repository that has no
// remote, or whose remote has not been asked yet.
type Fetched struct {
	Last   time.Time // when it last answered
	Failed time.Time // since when it does not; the zero time where it last did
}

// NewFetcher is a fetcher that has not asked anybody yet.
func NewFetcher(s *Store) *Fetcher { return &Fetcher{store: s, soon: make(chan struct{}, 1)} }

// Fetch asks the remote once. Where there is none it does nothing.
func (f *Fetcher) Fetch(ctx context.Context) error {
	f.one.Lock()
	defer f.one.Unlock()
	remote, err := f.store.remote(ctx)
	if err == nil && remote != "" {
		err = f.store.Fetch(ctx)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	now := f.store.opt.Now()
	f.asked = now
	select {
	case <-f.soon: // whoever looked meanwhile has what came
	default:
	}
	switch {
	case err == nil && remote == "":
	case err == nil:
		f.report = Fetched{Last: now}
	case f.report.Failed.IsZero():
		f.report.Failed = now
	}
	return err
}

// Fetched tells how it has gone so far. A nil Fetcher asks nobody.
func (f *Fetcher) Fetched() Fetched {
	if f == nil {
		return Fetched{}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.report
}

// oldEnough is how long the remote is left alone before Soon has it asked again.
const oldEnough = 10 * time.Second

// Soon lets Run ask before its time, for somebody who looks at what others may have decided
// just now. It does not wait. A nil Fetcher asks nobody.
func (f *Fetcher) Soon() {
	if f == nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.store.opt.Now().Sub(f.asked) < oldEnough {
		return
	}
	select {
	case f.soon <- struct{}{}:
	default: // it will be asked already
	}
}

// Run asks the remote at once, then at intervals and when Soon says so, until the context
// ends. What goes wrong is told to trouble, the same thing over and over only once.
func (f *Fetcher) Run(ctx context.Context, every time.Duration, trouble func(error)) {
	said := ""
	for {
		err := f.Fetch(ctx)
		if ctx.Err() != nil {
			return
		}
		if err != nil && err.Error() != said {
			trouble(err)
		}
		if said = ""; err != nil {
			said = err.Error()
		}
		select {
		case <-ctx.Done():
			return
		case <-f.soon:
		case <-time.After(every):
		}
	}
}
