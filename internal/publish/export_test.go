package publish

import (
	"samsyn/internal/html"
	"samsyn/internal/view/site"
)

// Key is a page's.
type Key = pageKey

// WriteSite writes a site without keeping anything.
func WriteSite(s *site.Site, write Write) error { return writeSite(s, write, nil, nil) }

// Drawing draws the pages of a site one by one, by their paths, each when it is asked for.
func Drawing(s *site.Site) (func(path string) ([]byte, error), error) {
	drawn, err := html.New(s)
	if err != nil {
		return nil, err
	}
	entries := map[string]site.Entry{}
	for _, e := range s.Pages() {
		entries[e.Path] = e
	}
	return func(path string) ([]byte, error) { return drawn.Page(s.Page(entries[path])) }, nil
}

// PageKeys are the keys of a site's pages, by path.
func PageKeys(s *site.Site, contents map[string]string) map[string]Key {
	of := newPageKeys(s, contents)
	keys := map[string]Key{}
	for _, e := range s.Pages() {
		keys[e.Path] = of.of(e)
	}
	return keys
}
