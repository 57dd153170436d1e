package guard

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// enter is the address below which the secret stands.
const enter = "/in/"

// Local lets in whoever has a secret: the one who started the server on this computer,
// and no other user or page of it.
type Local struct {
	guard  *Guard
	secret string

	mu       sync.Mutex
	sessions map[string]bool
}

// mostSessions is how many browsers may be let in by one secret.
const mostSessions = 100

// NewLocal makes a secret.
func NewLocal(g *Guard) *Local {
	return &Local{guard: g, secret: rand.Text(), sessions: map[string]bool{}}
}

// Path is the address, below the server's, that lets a browser in.
func (l *Local) Path() string { return enter + l.secret }

// Before lets through to a handler what comes from a browser that has been let in. The
// guard's own checks stand before it. A form that a page of ours sent is read all the same:
// it may be from before the server was started anew (see Options.Refuse).
func (l *Local) Before(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given, entering := strings.CutPrefix(r.URL.Path, enter)
		switch {
		case entering && subtle.ConstantTimeCompare([]byte(given), []byte(l.secret)) == 1:
			session := l.begin()
			if session == "" {
				l.guard.opt.Refuse(w, r, TooMany)
				return
			}
			http.SetCookie(w, l.guard.cookie("session", session))
			http.Redirect(w, r, "/", http.StatusSeeOther)
		case !entering && l.known(r):
			next.ServeHTTP(w, r)
		case writes(r) && ofOurs(r) && read(w, r) == 0:
			l.guard.again(w, r, l.guard.token(l.guard.visitor(w, r)), NoSecret)
		default:
			l.guard.opt.Refuse(w, r, NoSecret)
		}
	})
}

func (l *Local) begin() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.sessions) == mostSessions {
		return ""
	}
	s := rand.Text()
	l.sessions[s] = true
	return s
}

func (l *Local) known(r *http.Request) bool {
	c, err := r.Cookie(l.guard.name("session"))
	if err != nil {
		return false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.sessions[c.Value]
}

// Serve answers on a listener until the context ends, and gives nobody for ever: neither
// those who send slowly nor those who read so.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	web := &http.Server{
		Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: 3 * time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 32 << 10, BaseContext: func(net.Listener) context.Context { return ctx },
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		<-ctx.Done()
		rest, stop := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer stop()
		if web.Shutdown(rest) != nil {
			_ = web.Close()
		}
	}()
	err := web.Serve(listener)
	if ctx.Err() != nil {
		<-ended // what was being saved is
		return nil
	}
	return err
}
