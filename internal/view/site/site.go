// Package site is all pages of the site: which there are, at which addresses, what
// stands around them, and those that tell of everything at once, such as the start
// page and the follow-up. A view goes in; pages come out one at a time, when they are
// asked for.
package site

import (
	"cmp"
	"strings"

	"samsyn/internal/view"
	"samsyn/internal/view/general"
	"samsyn/internal/view/page"
)

// Site is the pages that are to be published, made one at a time when they are
// asked for.
type Site struct {
	*view.View
	entries []Entry
	byPath  map[string]int
	frames  map[string]*Frame
}

// Entry is a page that can be made.
type Entry struct {
	Path string // its address without ".html"
	Lang string
	Kind string // of page: "start", "initiative", …
	// Title is the title of the window, unique on the site.
	Title string
	// Hidden pages are not offered to search engines: parts of other pages.
	Hidden bool
	// Source is the content file that it tells of; "" where many.
	Source string
	// Scope is what it is made from; nil where it may tell of anything.
	Scope func() Scope

	idle bool   // has nothing to tell yet
	bare string // the path without the language
	make func() *page.Page
}

// New lists the pages of a view.
func New(v *view.View) *Site {
	s := &Site{View: v, byPath: make(map[string]int, len(v.Content.Texts)), frames: map[string]*Frame{}} // about as many pages
	for _, l := range v.Languages {
		(&register{s, v.In(l)}).all()
	}
	s.distinct()
	for _, l := range v.Languages {
		s.frames[l] = s.frame(v.In(l))
	}
	return s
}

// Pages lists the pages of the site. Each is made when it is asked for, and two
// may be made at the same time.
func (s *Site) Pages() []Entry { return s.entries }

// Page makes the page of an entry.
func (s *Site) Page(e Entry) *page.Page {
	p := e.make()
	p.Path, p.Lang, p.Kind, p.WindowTitle = e.Path, e.Lang, e.Kind, e.Title
	p.Hidden = e.Hidden
	p.Alternates = s.alternates(e)
	p.Blocks = append(general.Earlier(s.In(e.Lang), e.Path), p.Blocks...)
	p.Description = cmp.Or(p.Description, p.Lead.Plain(), p.Title.S)
	if !p.Undated {
		times := s.Times(e.Source)
		p.Created, p.Updated = times.Created, times.Changed
	}
	return p
}

// alternates are the page in every language that it is there in.
func (s *Site) alternates(e Entry) []page.Alternate {
	bare := e.bare
	var list []page.Alternate
	for _, l := range s.Languages {
		path := bare
		if l != s.Main {
			path = l + "/" + bare
		}
		if _, there := s.byPath[path]; there {
			list = append(list, page.Alternate{Lang: l, Path: path})
		}
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

// distinct makes the titles of windows unique: the site's name goes behind, and
// where two pages have one title, what tells them apart.
func (s *Site) distinct() {
	seen := make(map[string]int, len(s.entries))
	for _, e := range s.entries {
		seen[strings.ToLower(e.Title)]++
	}
	site := shortTitle(s.View)
	for i := range s.entries {
		e := &s.entries[i]
		if seen[strings.ToLower(e.Title)] > 1 {
			e.Title += " (" + strings.ReplaceAll(e.Path, "/", " ") + ")"
		}
		if site != "" && e.bare != "index" {
			e.Title += " – " + site
		}
	}
}
