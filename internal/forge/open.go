package forge

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Opened is a request that is open.
type Opened struct {
	Address string // of its page
	Number  int
	New     bool // it was not there before
}

// ErrNoToken says that there is no token to open a request with, or that it is not known
// what kind of forge it is.
var ErrNoToken = errors.New("there is no token for the forge")

// Our part of a request's text. What people write around it is left alone.
const (
	begin = "<!-- samsyn: forslag -->"
	end   = "<!-- /samsyn: forslag -->"
)

// tries is how often a forge is asked that does not know the branch yet, which was sent
// a moment ago.
const tries = 10

// Open opens a request for a branch that was sent, or brings our part of the text of the
// one that is open up to date.
func (c *Client) Open(ctx context.Context, r Repository, q Request) (Opened, error) {
	if !r.HasToken() {
		return Opened{}, ErrNoToken
	}
	for try := 1; ; try++ {
		o, err := c.open(ctx, r, q)
		refused := (*Refused)(nil)
		if !errors.As(err, &refused) || try == tries || ctx.Err() != nil || !r.soon(refused.Status) {
			return o, err
		}
		c.rest(ctx, time.Second)
	}
}

// soon tells whether a refusal may be one for the moment: the forge learns of a branch
// some seconds after it was sent, and somebody else may be opening the same request.
func (r Repository) soon(status int) bool {
	switch status {
	case http.StatusConflict, http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable:
		return true
	case http.StatusNotFound, http.StatusUnprocessableEntity:
		return r.Kind == Gitea
	}
	return false
}

// page is a request as the forges tell of it; each has some of the names.
type page struct {
	Number      int    // GitHub, Gitea
	IID         int    // GitLab
	HTMLURL     string `json:"html_url"`
	WebURL      string `json:"web_url"`
	Body        string
	Description string
	Head, Base  struct{ Ref, Label string }
}

func (p page) opened(fresh bool) Opened {
	o := Opened{Address: p.HTMLURL + p.WebURL, Number: p.Number + p.IID, New: fresh}
	if u, err := url.Parse(o.Address); err != nil || u.Scheme != "https" && u.Scheme != "http" {
		o.Address = "" // a page is to link there
	}
	return o
}

func (c *Client) open(ctx context.Context, r Repository, q Request) (Opened, error) {
	text := begin + "\n" + q.Text + "\n" + end
	there, err := c.find(ctx, r, q)
	if err != nil {
		return Opened{}, err
	}
	list, field := r.requests()
	if there == nil {
		var made page
		err := c.ask(ctx, r, http.MethodPost, list, r.asked(q, text), &made)
		return made.opened(true), err
	}
	o := there.opened(false)
	if now := renewed(there.Body+there.Description, text); now != there.Body+there.Description {
		method := http.MethodPatch
		if r.Kind == GitLab {
			method = http.MethodPut
		}
		err = c.ask(ctx, r, method, list+"/"+strconv.Itoa(o.Number), map[string]string{field: now}, nil)
	}
	return o, err
}

// requests is the path of a repository's requests, and what their text is called.
func (r Repository) requests() (path, text string) {
	if r.Kind == GitLab {
		return "/projects/" + url.PathEscape(r.path) + "/merge_requests", "description"
	}
	return "/repos/" + r.path + "/pulls", "body"
}

// asked is a request in the forge's words.
func (r Repository) asked(q Request, text string) map[string]any {
	if r.Kind == GitLab {
		return map[string]any{"source_branch": q.Branch, "target_branch": q.Into, "title": q.Title, "description": text, "remove_source_branch": true}
	}
	return map[string]any{"head": q.Branch, "base": q.Into, "title": q.Title, "body": text}
}

// mostPages is how many pages of open requests are looked through where a forge cannot
// be asked for one.
const mostPages = 40

// find finds the open request of a branch, nil where there is none.
func (c *Client) find(ctx context.Context, r Repository, q Request) (*page, error) {
	list, _ := r.requests()
	ask := url.Values{"state": {"open"}, "limit": {"50"}}
	switch r.Kind {
	case GitHub:
		owner, _, _ := strings.Cut(r.path, "/")
		ask = url.Values{"state": {"open"}, "head": {owner + ":" + q.Branch}, "base": {q.Into}}
	case GitLab:
		ask = url.Values{"state": {"opened"}, "source_branch": {q.Branch}, "target_branch": {q.Into}}
	}
	for n := 1; n <= mostPages; n++ {
		var pages []page
		if n > 1 {
			ask.Set("page", strconv.Itoa(n))
		}
		if err := c.ask(ctx, r, http.MethodGet, list+"?"+ask.Encode(), nil, &pages); err != nil {
			return nil, err
		}
		for i, p := range pages {
			// Gitea names a branch of a fork with its owner.
			if r.Kind != Gitea || p.Head.Ref == q.Branch && p.Base.Ref == q.Into && !strings.Contains(p.Head.Label, ":") {
				return &pages[i], nil
			}
		}
		if r.Kind != Gitea || len(pages) == 0 {
			return nil, nil
		}
	}
	return nil, nil
}

// renewed puts our part into a text, in the place of what it was.
func renewed(text, ours string) string {
	before, rest, there := strings.Cut(text, begin)
	_, after, closed := strings.Cut(rest, end)
	if !there || !closed {
		return text // somebody has taken it out
	}
	return before + ours + after
}

// Guess asks a forge of which nothing is known what kind it is. No token is sent.
func (c *Client) Guess(ctx context.Context, r Repository) Repository {
	if r.Kind != "" {
		return r
	}
	for _, kind := range []Kind{Gitea, GitLab} {
		asked := r
		asked.Kind, asked.token = kind, ""
		var version struct{ Version string }
		err := c.ask(ctx, asked, http.MethodGet, "/version", nil, &version)
		refused := (*Refused)(nil)
		if err == nil && version.Version != "" || kind == GitLab && errors.As(err, &refused) && refused.Status == http.StatusUnauthorized && strings.Contains(refused.Said, "401 Unauthorized") {
			r.Kind = kind
			return r
		}
	}
	return r
}
