package access

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"

	"samsyn/internal/diag"
)

// Server is the door of a county's server: people sign in by OpenID Connect, and the
// server's file says who they are. The file is read anew when it has changed. Where it
// can no longer be read nobody comes in, so that a mistake lets no one stay who was to go.
type Server struct {
	// Show writes a page of the door's: that one is not listed, that one has signed out.
	// back is where one goes from there, "" for nowhere.
	Show func(w http.ResponseWriter, r *http.Request, status int, title, text diag.Text, back string)

	file     string
	address  string         // as it was when the server began
	proxies  []netip.Prefix // the same
	now      func() time.Time
	client   *http.Client
	sessions sessions

	mu       sync.Mutex
	settings *Settings
	read     stamp // of the file when it was read
	broken   error
	provider *oidc.Provider
	issuer   string // of the provider
}

// stamp tells one state of a file from another.
type stamp struct {
	changed time.Time
	size    int64
}

// Open reads a server's file.
func Open(file string) (*Server, error) {
	s := &Server{Show: showPlain, file: file, now: time.Now, client: web()}
	settings, err := s.reread()
	if err != nil {
		return nil, err // whoever starts the server is told, not its log
	}
	s.address, s.proxies = settings.Address, settings.proxies
	return s, nil
}

// Address is where browsers reach the server: https://redigera.example.se.
func (s *Server) Address() string { return s.address }

// Proxies are those who may tell whose request they pass on; nil is this computer alone.
func (s *Server) Proxies() []netip.Prefix { return s.proxies }

// Host is the name that requests must be for.
func (s *Server) Host() string {
	u, err := url.Parse(s.address)
	if err != nil {
		return ""
	}
	return u.Host
}

// current gives the settings as the file says now.
func (s *Server) current() (*Settings, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	settings, err := s.reread()
	if err != nil {
		s.tell(err)
	}
	return settings, err
}

// reread reads the file where it has changed since it was read.
func (s *Server) reread() (*Settings, error) {
	info, err := os.Stat(s.file)
	if err != nil {
		return nil, err
	}
	now := stamp{info.ModTime(), info.Size()}
	if s.settings != nil && now == s.read {
		return s.settings, nil
	}
	settings, err := ReadSettings(s.file)
	if err == nil && s.address != "" && settings.Address != s.address {
		err = fmt.Errorf("%s: address has changed: start the server anew", s.file)
	}
	if err != nil {
		s.settings = nil
		return nil, err
	}
	s.settings, s.read, s.broken = settings, now, nil
	return settings, nil
}

// tell says once on standard error why the file cannot be read.
func (s *Server) tell(err error) {
	if s.broken == nil || s.broken.Error() != err.Error() {
		fmt.Fprintln(os.Stderr, "samsyn:", err)
	}
	s.broken = err
}

// Who tells who sends a request.
func (s *Server) Who(r *http.Request) (Person, bool) {
	settings, err := s.current()
	if err != nil {
		return Person{}, false
	}
	c, err := r.Cookie(s.cookieName(sessionCookie))
	if err != nil {
		return Person{}, false
	}
	one, is := s.sessions.find(c.Value, s.now(), time.Duration(settings.Sessions.Idle), time.Duration(settings.Sessions.Longest))
	if !is {
		return Person{}, false
	}
	p, is := settings.person(one.id, one.groups)
	p.Name, p.Email = one.name, cmp.Or(one.email, s.account(one.id))
	return p, is
}

// account is an address of no mailbox for somebody whose address of mail nobody has
// verified: commits bear it, and by it one's own are told from those of others.
func (s *Server) account(id string) string {
	if !plainName.MatchString(id) {
		sum := sha256.Sum256([]byte(id))
		id = hex.EncodeToString(sum[:8])
	}
	host, _, _ := strings.Cut(s.Host(), ":")
	return "konto." + id + "@" + host
}

var plainName = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,59}$`)

// Note writes the line of an act: to the file that the settings name, else to standard
// error. The file is opened for each line, so that it can be moved away while the server
// runs.
func (s *Server) Note(l Line) {
	s.mu.Lock()
	defer s.mu.Unlock()
	line := l.json(s.now())
	if s.settings != nil && s.settings.Log != "" {
		if err := appendTo(s.settings.Log, line); err == nil {
			return
		} else {
			fmt.Fprintln(os.Stderr, "samsyn:", err)
		}
	}
	_, _ = os.Stderr.Write(line) // there is nowhere else to tell
}

func appendTo(file string, line []byte) (err error) {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, fs.FileMode(0o600))
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	_, err = f.Write(line)
	return err
}
