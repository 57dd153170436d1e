// Package forge asks a forge (GitHub, GitLab, Forgejo, Gitea) to take up a branch: the
// address of a remote and a branch that was sent there go in; out comes the request that
// is open for it, or, without a token, the address at which a person can open one.
package forge

import (
	"cmp"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"regexp"
	"strings"
)

// Kind is a kind of forge.
type Kind string

const (
	GitHub Kind = "github"
	GitLab Kind = "gitlab"
	// Gitea is also Forgejo, which has the same addresses and questions.
	Gitea Kind = "gitea"
)

// The variables of the environment that say how a forge is reached.
const (
	KindVariable    = "SAMSYN_FORGE"            // github, gitlab, forgejo, gitea: where the host's name does not say
	AddressVariable = "SAMSYN_FORGE_ADDRESS"    // where it has another web address than the remote tells
	TokenVariable   = "SAMSYN_FORGE_TOKEN"      // the token with which requests are opened
	FileVariable    = "SAMSYN_FORGE_TOKEN_FILE" // or the file that holds it
)

var (
	// ErrKind says that a kind of forge is none that is known.
	ErrKind = errors.New("not a kind of forge that is known")
	// ErrAddress says that a forge's address cannot be used.
	ErrAddress = errors.New("not an address that a forge can have")
	// ErrToken says that the file of the token cannot be read, or holds none.
	ErrToken = errors.New("no token")
)

// Options say how a forge is reached. The zero Options are none in particular.
type Options struct {
	Kind    Kind
	Address string // of its web pages; a token goes nowhere else then
	Token   string
}

// FromEnvironment reads the options from the environment, as NAME=value.
func FromEnvironment(environ []string) (Options, error) {
	value := func(name string) string {
		found := ""
		for _, v := range environ {
			if n, is, _ := strings.Cut(v, "="); n == name {
				found = strings.TrimSpace(is)
			}
		}
		return found
	}
	o := Options{Kind: Kind(strings.ToLower(value(KindVariable))), Address: value(AddressVariable), Token: value(TokenVariable)}
	if o.Kind == "forgejo" {
		o.Kind = Gitea
	}
	if o.Kind != "" && o.Kind != GitHub && o.Kind != GitLab && o.Kind != Gitea {
		return Options{}, fmt.Errorf("%w: %s", ErrKind, o.Kind)
	}
	if file := value(FileVariable); o.Token == "" && file != "" {
		data, err := os.ReadFile(file)
		if err != nil {
			return Options{}, fmt.Errorf("%w: %w", ErrToken, err)
		}
		if o.Token = strings.TrimSpace(string(data)); o.Token == "" {
			return Options{}, fmt.Errorf("%w: %s is empty", ErrToken, file)
		}
	}
	if strings.ContainsFunc(o.Token, func(c rune) bool { return c <= ' ' || c > '~' }) {
		return Options{}, fmt.Errorf("%w: it has characters that no token has", ErrToken)
	}
	return o, nil
}

// Repository is a repository on a forge.
type Repository struct {
	Kind  Kind     // "" where it is not known
	base  *url.URL // of the forge's web pages
	path  string   // owner/name, of a GitLab group/group/name
	token string
}

// scp is git's short form of an ssh address: user@host:path.
var scp = regexp.MustCompile(`^(?:[A-Za-z0-9._-]+@)?([A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):([^/].*|/.+)$`)

// name is what an owner, a group and a repository may be called.
var name = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._-]*$`)

// Of finds the forge that a remote of git's is on; ok is false where it is on none: a
// folder, say.
func Of(remote string, o Options) (r Repository, ok bool, err error) {
	base, path := split(remote)
	if base == nil {
		return Repository{}, false, nil
	}
	if o.Address != "" {
		own, err := url.Parse(strings.TrimSuffix(o.Address, "/"))
		if err != nil || own.Host == "" || own.User != nil || own.RawQuery != "" || own.Scheme != "https" && own.Scheme != "http" {
			return Repository{}, false, fmt.Errorf("%w: %s", ErrAddress, AddressVariable)
		}
		if !strings.EqualFold(own.Hostname(), base.Hostname()) {
			return Repository{}, false, nil // another place than the one that the token is for
		}
		if below := strings.Trim(own.Path, "/"); below != "" {
			path = strings.TrimPrefix(path, below+"/")
		}
		base = own
	}
	parts := strings.Split(path, "/")
	for _, p := range parts {
		if !name.MatchString(p) {
			return Repository{}, false, nil
		}
	}
	if len(parts) < 2 {
		return Repository{}, false, nil
	}
	r = Repository{Kind: cmp.Or(o.Kind, kindOf(base.Hostname())), base: base, path: path}
	if base.Scheme == "https" || loopback(base.Hostname()) {
		r.token = o.Token // it does not go over the open net
	}
	return r, r.Kind == GitLab || len(parts) == 2, nil
}

// split takes a remote's address apart: the web address of its host, and the path of the
// repository; nil where it has no host.
func split(remote string) (base *url.URL, path string) {
	u, err := url.Parse(remote)
	if err == nil && u.Host != "" {
		path = u.Path
		switch u.Scheme {
		case "http", "https":
			base = &url.URL{Scheme: u.Scheme, Host: u.Host}
		case "ssh", "git+ssh", "ssh+git":
			base = &url.URL{Scheme: "https", Host: u.Hostname()}
		default:
			return nil, ""
		}
	} else if m := scp.FindStringSubmatch(remote); m != nil && !strings.Contains(remote, "://") && len(strings.Trim(m[1], "[]")) > 1 { // c:\… is a folder
		base, path = &url.URL{Scheme: "https", Host: m[1]}, m[2]
	} else {
		return nil, ""
	}
	return base, strings.TrimSuffix(strings.Trim(path, "/"), ".git")
}

// kindOf tells a forge by its host's name, "" where that does not say.
func kindOf(host string) Kind {
	host = strings.ToLower(host)
	if host == "codeberg.org" {
		return Gitea
	}
	first, _, _ := strings.Cut(host, ".")
	return map[string]Kind{"github": GitHub, "gitlab": GitLab, "gitea": Gitea, "forgejo": Gitea}[first]
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Request is what is asked of a forge: to take a branch into another.
type Request struct {
	Branch, Into string
	Title        string
	Text         string // in Markdown, whose content is escaped
}

// Compose is the address at which a person opens the request; "" where the kind of the
// forge is not known.
func (r Repository) Compose(q Request) string {
	at := func(path string, query url.Values) string {
		u := *r.base
		u.Path, u.RawQuery = strings.TrimSuffix(u.Path, "/")+"/"+r.path+path, query.Encode()
		return u.String()
	}
	switch r.Kind {
	case GitLab:
		return at("/-/merge_requests/new", url.Values{"merge_request[source_branch]": {q.Branch}, "merge_request[target_branch]": {q.Into}, "merge_request[title]": {q.Title}})
	case GitHub, Gitea:
		return at("/compare/"+q.Into+"..."+q.Branch, url.Values{"expand": {"1"}, "title": {q.Title}})
	}
	return ""
}

// Host is the forge's host.
func (r Repository) Host() string { return r.base.Host }

// HasToken tells whether Open can be asked.
func (r Repository) HasToken() bool { return r.token != "" && r.Kind != "" }
