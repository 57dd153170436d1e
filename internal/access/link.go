package access

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Links makes and reads the links by which one actor reports without an account. A link
// is an address: whoever has it may report for that actor until its last day, unless it
// is revoked. Nothing is kept of the links that were made: what one says is signed.
type Links struct {
	address string
	key     []byte
	days    int
	revoked []string
}

// ReportPath is where the links lead: the token stands behind it.
const ReportPath = "/rapport/"

// mostToken is more than any token of ours has.
const mostToken = 300

// An identifier as the schemas have it, which no dot stands in.
var actorName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// links is what the settings say of links.
func (s *Settings) links() (*Links, error) {
	if len(s.Links.key) == 0 {
		return nil, ErrNoKey
	}
	return &Links{address: s.Address, key: s.Links.key, days: s.Links.Days, revoked: s.Links.Revoked}, nil
}

// ReadLinks reads from a server's file how links are made; ErrNoKey where it has no key.
func ReadLinks(file string) (*Links, error) {
	s, err := ReadSettings(file)
	if err != nil {
		return nil, err
	}
	return s.links()
}

// Until is the last day of a link that is made on a day.
func (l *Links) Until(today time.Time) time.Time { return today.AddDate(0, 0, l.days) }

// New makes a link for an actor, good until a day has ended, and the link's name, by which
// it is revoked. The name is random, so that each letter's link can be revoked alone.
func (l *Links) New(actor string, until time.Time) (address, name string) {
	name = rand.Text()[:12]
	said := actor + "." + until.Format(linkDay) + "." + name
	return l.address + ReportPath + said + "." + l.sign(said), name
}

const linkDay = "20060102"

// sign is the signature of what a link says; the server's address is part of it, so that
// two servers with one key do not take each other's links.
func (l *Links) sign(said string) string {
	h := hmac.New(sha256.New, l.key)
	_, _ = h.Write([]byte("samsyn link 1\x00" + l.address + "\x00" + said)) // a hash takes everything
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// Read is who a token is for; false where it was not made by this server, has ended or is
// revoked. It does not say which.
func (l *Links) Read(token string, now time.Time) (Person, bool) {
	at := strings.LastIndexByte(token, '.')
	if at < 0 || len(token) > mostToken || !hmac.Equal([]byte(token[at+1:]), []byte(l.sign(token[:at]))) {
		return Person{}, false
	}
	parts := strings.Split(token[:at], ".")
	if len(parts) != 3 || !actorName.MatchString(parts[0]) {
		return Person{}, false
	}
	actor, name := parts[0], parts[2]
	until, err := time.ParseInLocation(linkDay, parts[1], now.Location())
	if err != nil || !now.Before(until.AddDate(0, 0, 1)) || slices.Contains(l.revoked, name) || slices.Contains(l.revoked, actor) {
		return Person{}, false
	}
	return Person{ID: "link " + name, Name: actor, Role: Link, Actors: []string{actor}}, true
}

// ByLink tells who a link's token is for, as the server's file says now.
func (s *Server) ByLink(token string) (Person, bool) {
	settings, err := s.current()
	if err != nil {
		return Person{}, false
	}
	l, err := settings.links()
	if err != nil {
		return Person{}, false
	}
	return l.Read(token, s.now())
}
