// Package guard stands before a web server that changes things: requests go in, and only
// those come out that one of its own pages can have sent, for the host that it is, of a
// bearable size and number. It knows nothing of what the server is for.
package guard

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"mime"
	"mime/multipart"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
	"time"
)

// Policy is the Content-Security-Policy of every answer: nothing inline, nothing from
// elsewhere, in nobody's frame but our own.
const Policy = "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; img-src 'self'; script-src 'self'; style-src 'self'"

// TokenField is the field of a form that holds its token.
const TokenField = "_token"

// The limits of one request.
const (
	MostForm   = 2 << 20  // bytes of a form: a text of a megabyte, and what stands around it
	MostUpload = 60 << 20 // bytes of a form with files: more than is taken, so that one that is too large is told of and the rest is kept
	mostFields = 1 << 20  // bytes of a form with files that are kept in memory
	mostMinute = 1200     // requests of one visitor
	mostWrites = 300      // of those, the ones that may change something
)

// Options say how a server is reached.
type Options struct {
	// Hosts are the names that it answers to, without a port. None: those of this
	// computer alone (127.0.0.1, ::1, localhost).
	Hosts []string
	// HTTPS tells that browsers reach it by https.
	HTTPS bool
	// Proxies are the addresses of those who may tell in X-Forwarded-For whose request they
	// pass on; nil is this computer.
	Proxies []netip.Prefix
	// Person names whoever has signed in, so that requests are counted for each of those
	// who share an address; "" for nobody. nil where nobody signs in.
	Person func(*http.Request) string
	// Port tells the cookies of several servers on one computer apart, which browsers do
	// not; "" where there is only one.
	Port string
	// Now is the clock; nil is the computer's.
	Now func() time.Time
	// Refuse answers what is not let through; nil answers with a line of English. Where the
	// request has a Token it is a form of our own that came too late: it has been read, and
	// may be shown again with the token, to be sent once more.
	Refuse func(w http.ResponseWriter, r *http.Request, why Why)
}

// Why is the reason for which a request is not let through.
type Why int

// The reasons.
const (
	OtherHost Why = iota + 1 // it is for another host
	OtherSite                // another site's page sent it
	NoToken                  // its form is not one of ours, or too old
	TooLarge                 // its body is
	TooMany                  // requests from this visitor
	BadForm                  // its body cannot be read as a form
	NoSecret                 // it does not come from whoever started the server
)

// Status is the answer's, of HTTP.
func (w Why) Status() int {
	switch w {
	case OtherHost:
		return http.StatusMisdirectedRequest
	case TooLarge:
		return http.StatusRequestEntityTooLarge
	case TooMany:
		return http.StatusTooManyRequests
	case BadForm:
		return http.StatusBadRequest
	}
	return http.StatusForbidden
}

// Guard is what stands before a server.
type Guard struct {
	opt  Options
	key  [32]byte
	rate *rates
}

// New makes a guard with a key of its own: forms that were shown before a restart are not
// believed, and are shown again (see Options.Refuse).
func New(opt Options) *Guard {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Proxies == nil {
		opt.Proxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}
	}
	if opt.Refuse == nil {
		opt.Refuse = func(w http.ResponseWriter, _ *http.Request, why Why) {
			http.Error(w, http.StatusText(why.Status()), why.Status())
		}
	}
	g := &Guard{opt: opt, rate: newRates(opt.Now)}
	_, _ = rand.Read(g.key[:]) // it never fails
	return g
}

// Before lets through to a handler what may be, as far as that can be told without
// reading its body. Forms stands behind it, and behind what tells who somebody is: a
// body is read of those alone who may send one.
func (g *Guard) Before(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		dress(w.Header(), g.opt)
		if why := g.check(r); why != 0 {
			g.opt.Refuse(w, r, why)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Forms lets through to a handler forms of its own pages. They have been read then,
// within their limits.
func (g *Guard) Forms(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := g.token(g.visitor(w, r))
		if writes(r) {
			if why := read(w, r); why != 0 {
				g.opt.Refuse(w, r, why)
				return
			}
			if subtle.ConstantTimeCompare([]byte(r.PostForm.Get(TokenField)), []byte(token)) != 1 {
				g.again(w, r, token, NoToken)
				return
			}
		}
		next.ServeHTTP(w, withToken(r, token))
	})
}

// again refuses a form that has been read, and lets it be sent once more if a page of ours
// sent it, as far as the browser tells: it is then from before the server was started, and
// what somebody typed is in it.
func (g *Guard) again(w http.ResponseWriter, r *http.Request, token string, why Why) {
	if ofOurs(r) {
		r = withToken(r, token)
	}
	g.opt.Refuse(w, r, why)
}

// ofOurs tells whether the browser says that a page of this server sent a request. Where it
// says that another did, check has refused it.
func ofOurs(r *http.Request) bool {
	return r.Header.Get("Sec-Fetch-Site") == "same-origin" || r.Header.Get("Origin") != ""
}

func withToken(r *http.Request, token string) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), tokenKey{}, token))
}

func writes(r *http.Request) bool { return r.Method != http.MethodGet && r.Method != http.MethodHead }

// dress gives every answer the headers that keep it from being misused. Where people sign
// in, the browser keeps no page: the next one at a shared computer could look back. On one's
// own computer it does, so that one can go back to a form that was not saved.
func dress(h http.Header, opt Options) {
	h.Set("Content-Security-Policy", Policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	h.Set("Cache-Control", "no-cache")
	if opt.Person != nil {
		h.Set("Cache-Control", "no-store")
	}
	if opt.HTTPS {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}

func (g *Guard) check(r *http.Request) Why {
	if !g.ours(r.Host) {
		return OtherHost
	}
	who := g.from(r)
	if !g.rate.allow(who, mostMinute) || writes(r) && !g.rate.allow("writes "+who, mostWrites) {
		return TooMany
	}
	if err := http.NewCrossOriginProtection().Check(r); err != nil {
		return OtherSite
	}
	return 0
}

// ours refuses names that somebody else may have pointed at this server (DNS rebinding).
func (g *Guard) ours(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if len(g.opt.Hosts) > 0 {
		return slices.Contains(g.opt.Hosts, name)
	}
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// read reads a form.
func read(w http.ResponseWriter, r *http.Request) Why {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	var err error
	switch kind {
	case "application/x-www-form-urlencoded":
		r.Body = http.MaxBytesReader(w, r.Body, MostForm)
		err = r.ParseForm()
	case "multipart/form-data":
		r.Body = http.MaxBytesReader(w, r.Body, MostUpload)
		err = r.ParseMultipartForm(mostFields)
	default:
		return BadForm
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large), errors.Is(err, multipart.ErrMessageTooLarge):
		return TooLarge
	case err != nil:
		return BadForm
	}
	return 0
}

// name is a cookie's. A browser takes one of the prefix __Host- only from the host
// itself, by https.
func (g *Guard) name(what string) string {
	if g.opt.HTTPS {
		return "__Host-samsyn-" + what
	}
	return "samsyn-" + what + g.opt.Port
}

func (g *Guard) cookie(what, value string) *http.Cookie {
	return &http.Cookie{Name: g.name(what), Value: value, Path: "/", HttpOnly: true, Secure: g.opt.HTTPS, SameSite: http.SameSiteStrictMode}
}

// visitor is a name of no meaning that a browser keeps, to which its forms are bound.
func (g *Guard) visitor(w http.ResponseWriter, r *http.Request) string {
	if c, err := r.Cookie(g.name("form")); err == nil && len(c.Value) == len(rand.Text()) {
		return c.Value
	}
	v := rand.Text()
	http.SetCookie(w, g.cookie("form", v))
	return v
}

func (g *Guard) token(visitor string) string {
	h := hmac.New(sha256.New, g.key[:])
	_, _ = h.Write([]byte(visitor)) // a hash takes everything
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

type tokenKey struct{}

// Token is what the forms of an answer carry in TokenField; "" where no guard stands
// before it.
func Token(r *http.Request) string {
	t, _ := r.Context().Value(tokenKey{}).(string)
	return t
}
