package access

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// Settings are the server's own file. It lies outside the content, and holds no secrets:
// it says in which file they are, or they come from the surroundings.
type Settings struct {
	Address  string         `yaml:"address"` // where browsers reach the server, without a path
	SignIn   SignInSettings `yaml:"sign_in"`
	Sessions struct {
		Idle    Span `yaml:"idle"`    // ends a session in which nothing was asked for so long
		Longest Span `yaml:"longest"` // ends any session
	} `yaml:"sessions"`
	People []Entry      `yaml:"people"`
	Links  LinkSettings `yaml:"links"`
	Log    string       `yaml:"log"` // the file for the lines of acts; "" is standard error
	// Proxies are the addresses, or networks, of those who may tell whose request they pass
	// on; this computer alone where nothing is given.
	Proxies []string `yaml:"proxies"`

	proxies []netip.Prefix
}

// SignInSettings say where people sign in.
type SignInSettings struct {
	Issuer           string   `yaml:"issuer"`
	ClientID         string   `yaml:"client_id"`
	ClientSecretFile string   `yaml:"client_secret_file"`
	Scopes           []string `yaml:"scopes"`       // beside openid; profile and email where none are given
	Claim            string   `yaml:"claim"`        // what names a person: email (which the provider must have verified) where nothing is given, sub, oid, preferred_username …
	GroupsClaim      string   `yaml:"groups_claim"` // what lists a person's groups; groups where nothing is given

	secret string
}

// Entry gives one person, or all of a group, a role.
type Entry struct {
	ID     string   `yaml:"id"`
	Group  string   `yaml:"group"`
	Role   Role     `yaml:"role"`
	Actors []string `yaml:"actors"` // the parties and bodies that somebody of role party acts for
}

// LinkSettings say how the links in letters are made.
type LinkSettings struct {
	KeyFile string   `yaml:"key_file"`
	Days    int      `yaml:"days"`    // how long a link is good; 60 where nothing is given
	Revoked []string `yaml:"revoked"` // links by name, or actors: all links of theirs

	key []byte
}

// Span is a length of time as Go writes it: 30m, 12h.
type Span time.Duration

// UnmarshalText reads a span, which is longer than nothing.
func (s *Span) UnmarshalText(text []byte) error {
	d, err := time.ParseDuration(string(text))
	if err != nil || d <= 0 {
		return fmt.Errorf("%q is no length of time such as 30m or 12h", text)
	}
	*s = Span(d)
	return nil
}

// The surroundings that a secret may come from instead of a file.
const (
	secretVariable = "SAMSYN_CLIENT_SECRET"
	keyVariable    = "SAMSYN_LINK_KEY"
)

const (
	mostSettings = 1 << 20 // bytes of the server's file
	mostSecret   = 4 << 10 // bytes of a file with a secret
	leastKey     = 32      // characters of the key that signs links
)

// ErrNoKey says that the server has no key for links.
var ErrNoKey = errors.New("no key for links: name a file in links.key_file, or set " + keyVariable)

// Wrong is what cannot be followed in a server's file.
type Wrong struct{ File, Why string }

func (w *Wrong) Error() string { return w.File + ": " + w.Why }

// wrong puts what several lines say on one.
func wrong(file, why string) error { return &Wrong{file, lineEnds.ReplaceAllString(why, "; ")} }

var lineEnds = regexp.MustCompile(`\s*\n\s*`)

// goTypes is what the YAML library says of the program's insides.
var goTypes = regexp.MustCompile(` in(to)? type [\w.]+|^yaml: unmarshal errors:\s*|^yaml: `)

// ReadSettings reads a server's file and the secrets that it names.
func ReadSettings(file string) (*Settings, error) {
	data, err := readBounded(file, mostSettings)
	if err != nil {
		return nil, err
	}
	s := &Settings{}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(s); err != nil {
		return nil, wrong(file, goTypes.ReplaceAllString(err.Error(), ""))
	}
	s.complete()
	if err := s.hold(); err != nil {
		return nil, wrong(file, err.Error())
	}
	folder := filepath.Dir(file)
	if s.SignIn.secret, err = secret(folder, s.SignIn.ClientSecretFile, secretVariable); err != nil {
		return nil, err
	}
	key, err := secret(folder, s.Links.KeyFile, keyVariable)
	if err != nil {
		return nil, err
	}
	if s.Links.key = []byte(key); key != "" && len(key) < leastKey {
		return nil, wrong(file, fmt.Sprintf("the key for links has %d characters, and needs %d", len(key), leastKey))
	}
	if s.Log != "" && !filepath.IsAbs(s.Log) {
		s.Log = filepath.Join(folder, s.Log)
	}
	return s, nil
}

// complete fills in what is usual.
func (s *Settings) complete() {
	s.Address = strings.TrimSuffix(s.Address, "/")
	if s.SignIn.Scopes == nil {
		s.SignIn.Scopes = []string{"profile", "email"}
	}
	s.SignIn.Claim = cmp.Or(s.SignIn.Claim, "email")
	s.SignIn.GroupsClaim = cmp.Or(s.SignIn.GroupsClaim, "groups")
	s.Sessions.Idle = cmp.Or(s.Sessions.Idle, Span(2*time.Hour))
	s.Sessions.Longest = cmp.Or(s.Sessions.Longest, Span(12*time.Hour))
	s.Links.Days = cmp.Or(s.Links.Days, 60)
}

// hold holds that the file can be followed.
func (s *Settings) hold() error {
	for name, address := range map[string]string{"address": s.Address, "sign_in.issuer": s.SignIn.Issuer} {
		if err := safeAddress(address); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if u, _ := url.Parse(s.Address); u.Path != "" {
		return errors.New("address: it may have no path")
	}
	if s.SignIn.ClientID == "" {
		return errors.New("sign_in.client_id is missing")
	}
	if s.Links.Days < 1 || s.Links.Days > 400 {
		return errors.New("links.days is from 1 to 400")
	}
	for _, p := range s.Proxies {
		network, err := prefix(p)
		if err != nil {
			return fmt.Errorf("proxies: %q is neither an address such as 10.0.0.5 nor a network such as 10.0.0.0/24", p)
		}
		s.proxies = append(s.proxies, network)
	}
	for i, e := range s.People {
		switch {
		case (e.ID == "") == (e.Group == ""):
			return fmt.Errorf("people[%d]: give either id or group", i)
		case e.Role != Editor && e.Role != Reviewer && e.Role != Party:
			return fmt.Errorf("people[%d]: the role is editor, reviewer or party, not %q", i, e.Role)
		case (e.Role == Party) != (len(e.Actors) > 0) || slices.Contains(e.Actors, ""):
			return fmt.Errorf("people[%d]: actors are given for the role party, and only there", i)
		}
	}
	return nil
}

// prefix reads a network, or an address as one of its own.
func prefix(s string) (netip.Prefix, error) {
	if strings.Contains(s, "/") {
		p, err := netip.ParsePrefix(s)
		return p.Masked(), err
	}
	ip, err := netip.ParseAddr(s)
	if err != nil {
		return netip.Prefix{}, err
	}
	return ip.Prefix(ip.BitLen())
}

// safeAddress holds that an address is https, or http on this machine.
func safeAddress(address string) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("%q is no address such as https://redigera.example.se", address)
	}
	if u.Scheme != "https" && (u.Scheme != "http" || !loopback(u.Hostname())) {
		return fmt.Errorf("%q must begin with https://", address)
	}
	return nil
}

func loopback(host string) bool { return host == "127.0.0.1" || host == "::1" || host == "localhost" }

// secret is what a file says, else what the surroundings say; "" where neither does.
func secret(folder, file, variable string) (string, error) {
	if file == "" {
		return os.Getenv(variable), nil
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(folder, file)
	}
	data, err := readBounded(file, mostSecret)
	if err != nil {
		return "", err
	}
	said := strings.TrimSpace(string(data))
	if said == "" {
		return "", fmt.Errorf("%s is empty", file)
	}
	return said, nil
}

func readBounded(file string, most int64) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(data)) > most {
		err = fmt.Errorf("%s is larger than %d bytes", file, most)
	}
	return data, err
}

// person is who the file says that somebody is: their own entry before their groups', and
// of several groups the one that comes first. False where the file does not list them.
func (s *Settings) person(id string, groups []string) (Person, bool) {
	find := func(listed func(Entry) bool) (Person, bool) {
		i := slices.IndexFunc(s.People, listed)
		if i < 0 {
			return Person{}, false
		}
		return Person{ID: id, Role: s.People[i].Role, Actors: s.People[i].Actors}, true
	}
	same := func(a, b string) bool { return a == b }
	if s.SignIn.Claim == "email" {
		same = sameName // of identifiers of other kinds, capitals count
	}
	if p, is := find(func(e Entry) bool { return e.ID != "" && same(e.ID, id) }); is {
		return p, true
	}
	return find(func(e Entry) bool { return e.Group != "" && slices.Contains(groups, e.Group) })
}

// sameName compares what names a person. Capitals of A to Z do not count, as in addresses
// of mail; no other letters are taken for each other.
func sameName(a, b string) bool { return a != "" && lower(a) == lower(b) }

func lower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
