package publish

import "samsyn/internal/view/site"

// Key is a page's.
type Key = pageKey

// WriteSite writes a site without keeping anything.
func WriteSite(s *site.Site, write Write) error { return writeSite(s, write, nil, nil) }

// PageKeys are the keys of a site's pages, by path.
func PageKeys(s *site.Site, contents map[string]string) map[string]Key {
	of := newPageKeys(s, contents)
	keys := map[string]Key{}
	for _, e := range s.Pages() {
		keys[e.Path] = of.of(e)
	}
	return keys
}
