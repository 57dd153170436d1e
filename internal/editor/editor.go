// Package editor is the web server behind samsyn edit: requests of a browser go in, and
// pages come out with forms for all of the content, proposals and what they look like.
// Everything works without script, and nothing is remembered that git does not have: who sends
// a request is told by package access, what a form is by package form, and what was saved
// by package proposal. What every page stands on is in editor/web, the pages about files in
// editor/files; those about proposals are here.
package editor

import (
	"fmt"
	"maps"
	"net/http"

	"samsyn/internal/editor/files"
	"samsyn/internal/editor/web"
)

// visit is a request for one of the pages here.
type visit struct{ *web.Visit }

// here is a page of this package as the server calls it.
func here(draw func(*visit) error) func(*web.Visit) error {
	return func(v *web.Visit) error { return draw(&visit{v}) }
}

// Handler is all of a server: its pages behind the guard, and the door.
func Handler(s *web.Server) http.Handler {
	door, pages := http.NewServeMux(), http.NewServeMux()
	s.Opt.Door.Handle(door)
	routes(pages, s)
	pages.Handle("POST /logga-ut", door)
	behind := s.Opt.Guard.Forms(pages)
	if s.Opt.Local != nil {
		behind = s.Opt.Local.Before(behind)
	}
	all := http.NewServeMux()
	all.Handle("/", behind)
	all.HandleFunc("GET /assets/{file}", s.Asset)
	if s.Opt.Beside != nil {
		all.Handle("/rapport/", s.Opt.Beside)
	}
	all.Handle("GET /logga-in", door)
	all.Handle("GET /logga-in/", door)
	return s.Opt.Guard.Before(all)
}

// routes are the pages. Those that change something are asked for by POST alone.
func routes(mux *http.ServeMux, s *web.Server) {
	for at, page := range map[string]func(*visit) error{
		"GET /{$}":                 (*visit).start,
		"GET /forslag":             (*visit).proposals,
		"POST /forslag":            (*visit).restore,
		"GET /forslag/{proposal}":  (*visit).offered,
		"POST /forslag/{proposal}": (*visit).act,
	} {
		mux.Handle(at, s.Page(here(page)))
	}
	inPlaces := files.Pages()
	maps.Copy(inPlaces, map[string]func(*web.Visit) error{"GET %s/visa/{page...}": (*web.Visit).Site})
	for _, place := range []string{"", "/forslag/{proposal}"} {
		for at, page := range inPlaces {
			mux.Handle(fmt.Sprintf(at, place), s.Page(page))
		}
	}
	mux.Handle("/", s.Page(func(*web.Visit) error { return web.ErrNoPage }))
}
