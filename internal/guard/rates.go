package guard

import (
	"sync"
	"time"
)

// mostVisitors is how many are counted at once. When there are more, all begin anew.
const mostVisitors = 10_000

// rates counts requests by the minute.
type rates struct {
	now    func() time.Time
	mu     sync.Mutex
	minute time.Time
	seen   map[string]int
}

func newRates(now func() time.Time) *rates { return &rates{now: now, seen: map[string]int{}} }

// allow counts one request of somebody, and tells whether it is one of the most that
// there may be in a minute.
func (r *rates) allow(who string, most int) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if now := r.now().Truncate(time.Minute); !now.Equal(r.minute) || len(r.seen) >= mostVisitors {
		r.minute = now
		clear(r.seen)
	}
	r.seen[who]++
	return r.seen[who] <= most
}
