package access

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"samsyn/internal/diag"
)

const (
	sessionCookie = "samsyn"
	startCookie   = "samsyn-start"
	startTime     = 10 * time.Minute // to sign in within
	answerPath    = "/logga-in/svar"
)

// web is how the provider is reached.
func web() *http.Client {
	return &http.Client{Timeout: 15 * time.Second}
}

// Handle adds the door's pages: /logga-in, where the provider sends people back to, and
// /logga-ut.
func (s *Server) Handle(mux *http.ServeMux) {
	mux.HandleFunc("GET /logga-in", s.start)
	mux.HandleFunc("GET "+answerPath, s.answer)
	mux.HandleFunc("POST /logga-ut", s.leave)
}

// oauth is the client of the provider, and the provider. It is asked about itself once,
// and again after it could not be reached.
func (s *Server) oauth(ctx context.Context, settings *Settings) (*oauth2.Config, *oidc.Provider, error) {
	s.mu.Lock()
	p := s.provider
	if s.issuer != settings.SignIn.Issuer {
		p = nil
	}
	s.mu.Unlock()
	if p == nil {
		var err error
		// The provider keeps the context's client for its keys, and no request's end.
		if p, err = oidc.NewProvider(oidc.ClientContext(context.WithoutCancel(ctx), s.client), settings.SignIn.Issuer); err != nil {
			return nil, nil, err
		}
		s.mu.Lock()
		s.provider, s.issuer = p, settings.SignIn.Issuer
		s.mu.Unlock()
	}
	return &oauth2.Config{
		ClientID: settings.SignIn.ClientID, ClientSecret: settings.SignIn.secret, Endpoint: p.Endpoint(),
		RedirectURL: s.address + answerPath, Scopes: slices.Concat([]string{oidc.ScopeOpenID}, settings.SignIn.Scopes),
	}, p, nil
}

// started is what a browser keeps while it is at the provider's: all of it is secret to
// that browser alone, and good once.
type started struct{ state, nonce, verifier, back string }

func (b started) String() string {
	return strings.Join([]string{b.state, b.nonce, b.verifier, base64.RawURLEncoding.EncodeToString([]byte(b.back))}, ".")
}

func readStarted(s string) (b started, valid bool) {
	parts := strings.Split(s, ".")
	if len(parts) != 4 || slices.Contains(parts[:3], "") {
		return b, false
	}
	back, err := base64.RawURLEncoding.DecodeString(parts[3])
	return started{parts[0], parts[1], parts[2], string(back)}, err == nil
}

// start sends a browser to the provider.
func (s *Server) start(w http.ResponseWriter, r *http.Request) {
	settings, err := s.current()
	if err != nil {
		s.closed(w, r)
		return
	}
	client, _, err := s.oauth(r.Context(), settings)
	if err != nil {
		s.unreachable(w, r, err)
		return
	}
	b := started{rand.Text(), rand.Text(), oauth2.GenerateVerifier(), within(r.URL.Query().Get("till"))}
	http.SetCookie(w, s.cookie(startCookie, b.String(), startTime))
	http.Redirect(w, r, client.AuthCodeURL(b.state, oidc.Nonce(b.nonce), oauth2.S256ChallengeOption(b.verifier)), http.StatusSeeOther)
}

// within is a path of this server, "/" where it is none.
func within(path string) string {
	odd := func(r rune) bool { return r < ' ' || r == '\\' || r > '~' }
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsFunc(path, odd) || len(path) > 500 {
		return "/"
	}
	return path
}

// answer takes what the provider says, and begins a session.
func (s *Server) answer(w http.ResponseWriter, r *http.Request) {
	settings, err := s.current()
	if err != nil {
		s.closed(w, r)
		return
	}
	c, err := r.Cookie(s.cookieName(startCookie))
	http.SetCookie(w, s.cookie(startCookie, "", 0)) // good once
	if err != nil {
		s.again(w, r)
		return
	}
	b, valid := readStarted(c.Value)
	q := r.URL.Query()
	if !valid || subtle.ConstantTimeCompare([]byte(q.Get("state")), []byte(b.state)) != 1 || q.Get("code") == "" {
		s.again(w, r)
		return
	}
	one, err := s.told(r.Context(), settings, q.Get("code"), b)
	switch {
	case errors.Is(err, errClaim):
		s.again(w, r)
		return
	case err != nil:
		s.unreachable(w, r, err)
		return
	}
	p, listed := settings.person(one.id, one.groups)
	if !listed {
		s.Note(Line{Who: Person{ID: one.id}, Act: SignIn, Refused: true})
		s.unlisted(w, r, one.id)
		return
	}
	if old, err := r.Cookie(s.cookieName(sessionCookie)); err == nil {
		s.sessions.end(old.Value)
	}
	idle, longest := time.Duration(settings.Sessions.Idle), time.Duration(settings.Sessions.Longest)
	s.sessions.sweep(s.now(), idle, longest)
	http.SetCookie(w, s.cookie(sessionCookie, s.sessions.begin(one, s.now()), longest))
	s.Note(Line{Who: p, Act: SignIn})
	http.Redirect(w, r, b.back, http.StatusSeeOther)
}

// errClaim says that what the provider tells of a person cannot be believed.
var errClaim = errors.New("the provider's answer")

// told exchanges the code for what the provider tells of a person.
func (s *Server) told(ctx context.Context, settings *Settings, code string, b started) (session, error) {
	client, provider, err := s.oauth(ctx, settings)
	if err != nil {
		return session{}, err
	}
	token, err := client.Exchange(oidc.ClientContext(ctx, s.client), code, oauth2.VerifierOption(b.verifier))
	if refused := (*oauth2.RetrieveError)(nil); errors.As(err, &refused) {
		return session{}, errClaim
	} else if err != nil {
		return session{}, err
	}
	raw, _ := token.Extra("id_token").(string)
	checked, err := provider.Verifier(&oidc.Config{ClientID: client.ClientID, Now: s.now}).Verify(ctx, raw)
	if err != nil || subtle.ConstantTimeCompare([]byte(checked.Nonce), []byte(b.nonce)) != 1 {
		return session{}, errClaim
	}
	claims := map[string]any{}
	if err := checked.Claims(&claims); err != nil {
		return session{}, errClaim
	}
	return known(settings.SignIn, claims)
}

// known is a person as the provider's claims tell. An address of mail names a person only
// where the provider has verified it: else anybody could call themselves by another's.
func known(how SignInSettings, claims map[string]any) (session, error) {
	said := func(name string) string {
		s, _ := claims[name].(string)
		return s
	}
	one := session{id: said(how.Claim), name: said("name"), email: said("email")}
	verified := claims["email_verified"] == true || claims["email_verified"] == "true"
	if one.id == "" || how.Claim == "email" && !verified {
		return session{}, errClaim
	}
	if !verified {
		one.email = "" // it may be another's, whose proposals would be theirs
	}
	one.name, one.email = oneLine(cmp.Or(one.name, said("preferred_username"), one.id)), oneLine(one.email)
	list, _ := claims[how.GroupsClaim].([]any)
	for _, g := range list {
		if name, is := g.(string); is {
			one.groups = append(one.groups, name)
		}
	}
	return one, nil
}

// oneLine is a name as a commit can have it: without what would end or forge its line.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == '<' || r == '>' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	if r := []rune(s); len(r) > 200 {
		s = string(r[:200])
	}
	return strings.TrimSpace(s)
}

// leave ends a session. The provider may still know the person: the page says so.
func (s *Server) leave(w http.ResponseWriter, r *http.Request) {
	if p, is := s.Who(r); is {
		s.Note(Line{Who: p, Act: Leave})
	}
	if c, err := r.Cookie(s.cookieName(sessionCookie)); err == nil {
		s.sessions.end(c.Value)
	}
	http.SetCookie(w, s.cookie(sessionCookie, "", 0))
	s.Show(w, r, http.StatusOK, diag.Say("Du är utloggad", "You have signed out"),
		diag.Say("Hos inloggningstjänsten kan du fortfarande vara inloggad. Stäng webbläsaren om flera använder datorn.", "You may still be signed in at the sign-in service. Close the browser if others use this computer."), "/logga-in")
}
