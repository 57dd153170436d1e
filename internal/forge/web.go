package forge

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	mostBytes = 4 << 20          // of an answer
	patience  = 30 * time.Second // with one answer
)

// Client asks forges. The zero Client asks over the network.
type Client struct {
	// Transport carries the questions; nil is the network.
	Transport http.RoundTripper
	// Rest waits between tries; nil is the clock.
	Rest func(time.Duration)
}

// Refused is a forge's answer that it will not.
type Refused struct {
	Host   string
	Status int
	Said   string // in the forge's words, the token left out
}

func (e *Refused) Error() string { return fmt.Sprintf("%s answers %d: %s", e.Host, e.Status, e.Said) }

var errElsewhere = errors.New("the forge leads to another place")

// api is the address of a question. What is a part of a path is escaped by whoever asks.
func (r Repository) api(path string) string {
	if r.Kind == GitHub && r.base.Hostname() == "github.com" {
		return "https://api.github.com" + path
	}
	version := map[Kind]string{GitHub: "v3", GitLab: "v4", Gitea: "v1"}[r.Kind]
	return strings.TrimSuffix(r.base.String(), "/") + "/api/" + version + path
}

// ask asks the forge, and reads its answer into one that is given. The token goes to the
// forge's own host alone: an answer that leads elsewhere is not followed.
func (c *Client) ask(ctx context.Context, r Repository, method, path string, body, answer any) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var sent io.Reader
	if body != nil {
		data, err := json.Marshal(body)
		if err != nil {
			return err
		}
		sent = bytes.NewReader(data)
	}
	q, err := http.NewRequestWithContext(ctx, method, r.api(path), sent)
	if err != nil {
		return err
	}
	q.Header.Set("Accept", "application/json")
	q.Header.Set("Content-Type", "application/json")
	q.Header.Set("User-Agent", "samsyn")
	r.sign(q.Header)
	client := http.Client{Transport: c.Transport, CheckRedirect: func(to *http.Request, via []*http.Request) error {
		if to.URL.Host != q.URL.Host || to.URL.Scheme != q.URL.Scheme || len(via) > 3 {
			return errElsewhere
		}
		return nil
	}}
	got, err := client.Do(q)
	if err != nil {
		return bare(err)
	}
	defer func() { _ = got.Body.Close() }() // only read
	data, err := io.ReadAll(io.LimitReader(got.Body, mostBytes))
	if err != nil {
		return err
	}
	if got.StatusCode < 200 || got.StatusCode > 299 {
		return &Refused{r.base.Host, got.StatusCode, r.said(data)}
	}
	if answer == nil {
		return nil
	}
	if err := json.Unmarshal(data, answer); err != nil {
		return fmt.Errorf("%s: the answer cannot be read: %w", r.base.Host, err)
	}
	return nil
}

// bare is an error without the address that was asked.
func bare(err error) error {
	if u := (*url.Error)(nil); errors.As(err, &u) {
		return u.Err
	}
	return err
}

func (r Repository) sign(h http.Header) {
	if r.token == "" {
		return
	}
	switch r.Kind {
	case GitHub:
		h.Set("Authorization", "Bearer "+r.token)
		h.Set("Accept", "application/vnd.github+json")
		h.Set("X-GitHub-Api-Version", "2022-11-28")
	case GitLab:
		h.Set("PRIVATE-TOKEN", r.token)
	case Gitea:
		h.Set("Authorization", "token "+r.token)
	}
}

// said is what an answer says of what is wrong, in a line.
func (r Repository) said(data []byte) string {
	var told struct {
		Message any
		Error   any
		Errors  any
	}
	s := string(data)
	if json.Unmarshal(data, &told) == nil {
		var parts []string
		for _, p := range []any{told.Message, told.Error, told.Errors} {
			if p != nil {
				parts = append(parts, fmt.Sprint(p))
			}
		}
		s = strings.Join(parts, "; ")
	}
	if r.token != "" {
		s = strings.ReplaceAll(s, r.token, "…")
	}
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
	if c := []rune(s); len(c) > 300 {
		s = string(c[:300]) + "…"
	}
	return s
}

func (c *Client) rest(ctx context.Context, d time.Duration) {
	if c.Rest != nil {
		c.Rest(d)
		return
	}
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}
