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
	one   sync.Mutex // fetches take turns

	mu     sync.Mutex
	report Fetched
}

// Fetched tells how asking the remote went. The zero Fetched is of a repository that has no
// remote, or whose remote has not been asked yet.
type Fetched struct {
	Last   time.Time // when it last answered
	Failed time.Time // since when it does not; the zero time where it last did
}

// NewFetcher is a fetcher that has not asked anybody yet.
func NewFetcher(s *Store) *Fetcher { return &Fetcher{store: s} }

// Fetch asks the remote once. Where there is none it does nothing.
func (f *Fetcher) Fetch(ctx context.Context) error {
	f.one.Lock()
	defer f.one.Unlock()
	remote, err := f.store.remote(ctx)
	if err == nil && remote == "" {
		return nil
	}
	if err == nil {
		err = f.store.Fetch(ctx)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	switch now := f.store.opt.Now(); {
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

// Run asks the remote at once and then at intervals, until the context ends. What goes
// wrong is told to trouble, the same thing over and over only once.
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
		case <-time.After(every):
		}
	}
}
