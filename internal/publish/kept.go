package publish

import (
	"sync"

	"samsyn/internal/search"
)

// keeper has the pages of the output before, by the keys that they were made of.
type keeper interface {
	// take puts a page that was made of the same key into the new output.
	take(path string, key pageKey, write Write) (found search.Found, ok bool, err error)
	// put takes note of a page that has been written.
	put(path string, key pageKey, found search.Found, drawn []byte)
}

// Drawn keeps pages from build to build in memory, for a program that lives on. The zero
// Drawn is ready for use.
type Drawn struct{ pages sync.Map } // drawnPage, by path

type drawnPage struct {
	key   pageKey
	found search.Found
	drawn []byte
}

func (d *Drawn) take(path string, key pageKey, write Write) (found search.Found, ok bool, err error) {
	known, _ := d.pages.Load(path)
	page, _ := known.(drawnPage)
	if page.key != key {
		return search.Found{}, false, nil
	}
	return page.found, true, write(path, page.drawn)
}

func (d *Drawn) put(path string, key pageKey, found search.Found, drawn []byte) {
	d.pages.Store(path, drawnPage{key, found, drawn})
}
