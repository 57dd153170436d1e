package guard

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"time"
)

// from is whom requests are counted for: the person, where somebody has signed in, else
// the address. Many share one, and whoever has an address of version 6 has a whole network
// of them, so that is what counts.
func (g *Guard) from(r *http.Request) string {
	if g.opt.Person != nil {
		if who := g.opt.Person(r); who != "" {
			return "person " + who
		}
	}
	ip := g.address(r)
	if ip.Is6() {
		if net64, err := ip.Prefix(64); err == nil {
			return net64.String()
		}
	}
	return ip.String()
}

// address is where a request comes from. What a header says of that is believed of the
// proxies alone, from the last that was added on, behind https.
func (g *Guard) address(r *http.Request) netip.Addr {
	at := plain(r.RemoteAddr)
	if !g.opt.HTTPS {
		return at
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		if !slices.ContainsFunc(g.opt.Proxies, func(p netip.Prefix) bool { return p.Contains(at) }) {
			return at
		}
		next := plain(strings.TrimSpace(hop))
		if !next.IsValid() {
			return at
		}
		at = next
	}
	return at
}

// plain reads an address, with or without a port.
func plain(s string) netip.Addr {
	if host, _, err := net.SplitHostPort(s); err == nil {
		s = host
	}
	ip, err := netip.ParseAddr(strings.Trim(s, "[]"))
	if err != nil {
		return netip.Addr{}
	}
	return ip.Unmap().WithZone("")
}

// mostVisitors is how many are counted each by themselves in a minute; the others are
// counted as one, so that nobody makes the server forget by coming from everywhere.
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
	if now := r.now().Truncate(time.Minute); !now.Equal(r.minute) {
		r.minute = now
		clear(r.seen)
	}
	if _, known := r.seen[who]; !known && len(r.seen) >= mostVisitors {
		who = "all others"
	}
	r.seen[who]++
	return r.seen[who] <= most
}
