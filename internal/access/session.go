package access

import (
	"crypto/rand"
	"crypto/sha256"
	"net/http"
	"strings"
	"sync"
	"time"
)

// mostSessions is how many sessions one person has at once; the oldest ends for a new one.
const mostSessions = 20

// session is somebody who has signed in. What they may do is not kept: the server's file
// says it anew at each request.
type session struct {
	id, name, email string
	groups          []string
	began, seen     time.Time
}

// sessions are those who are signed in. They are kept in memory alone, by the digest of
// what their cookie says: who restarts the server signs everybody out.
type sessions struct {
	mu sync.Mutex
	by map[[sha256.Size]byte]*session
}

// begin makes a session anew, and gives what its cookie says.
func (s *sessions) begin(one session, now time.Time) string {
	token := rand.Text()
	one.began, one.seen = now, now
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.by == nil {
		s.by = map[[sha256.Size]byte]*session{}
	}
	s.makeRoom(one.id)
	s.by[sha256.Sum256([]byte(token))] = &one
	return token
}

// makeRoom ends the oldest session of a person who has many.
func (s *sessions) makeRoom(id string) {
	var oldest [sha256.Size]byte
	n := 0
	for at, other := range s.by {
		if other.id != id {
			continue
		}
		if n++; n == 1 || other.seen.Before(s.by[oldest].seen) {
			oldest = at
		}
	}
	if n >= mostSessions {
		delete(s.by, oldest)
	}
}

// find gives the session of a cookie, and counts it as used now; false where there is
// none, or it has ended.
func (s *sessions) find(token string, now time.Time, idle, longest time.Duration) (session, bool) {
	at := sha256.Sum256([]byte(token))
	s.mu.Lock()
	defer s.mu.Unlock()
	one := s.by[at]
	if one == nil {
		return session{}, false
	}
	if now.Sub(one.seen) > idle || now.Sub(one.began) > longest {
		delete(s.by, at)
		return session{}, false
	}
	one.seen = now
	return *one, true
}

// sweep forgets the sessions that have ended.
func (s *sessions) sweep(now time.Time, idle, longest time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for at, one := range s.by {
		if now.Sub(one.seen) > idle || now.Sub(one.began) > longest {
			delete(s.by, at)
		}
	}
}

func (s *sessions) end(token string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.by, sha256.Sum256([]byte(token)))
}

// cookie is one of the door's cookies. Behind https its name has the prefix that keeps
// other hosts of the same domain from setting it; without, which is on one computer, the
// port, by which browsers do not tell cookies apart.
func (s *Server) cookie(name, value string, age time.Duration) *http.Cookie {
	c := &http.Cookie{
		Name: s.cookieName(name), Value: value, Path: "/", HttpOnly: true, Secure: s.https(),
		SameSite: http.SameSiteLaxMode, MaxAge: int(age.Seconds()),
	}
	if value == "" {
		c.MaxAge = -1
	}
	return c
}

func (s *Server) cookieName(name string) string {
	if s.https() {
		return "__Host-" + name
	}
	_, port, _ := strings.Cut(s.Host(), ":")
	return name + port
}

func (s *Server) https() bool { return strings.HasPrefix(s.address, "https://") }
