package publish

import (
	"samsyn/internal/html"
	"samsyn/internal/view/site"
)

// Key is a page's.
type Key = pageKey

// WriteSite writes a site without keeping anything.
func WriteSite(s *site.Site, write Write) error { return writeSite(s, write, nil, nil) }

// WritePages writes a site's pages without what goes beside them.
func WritePages(s *site.Site, write Write) error {
	drawn, err := html.New(s)
	if err != nil {
		return err
	}
	p := &pages{site: s, html: drawn, write: write}
	return p.all()
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
