package publish

import (
	"cmp"
	"errors"
	"fmt"
	"sync/atomic"

	"samsyn/internal/data"
	"samsyn/internal/html"
	"samsyn/internal/model"
	"samsyn/internal/parallel"
	"samsyn/internal/search"
	"samsyn/internal/view/site"
)

// Write takes one file of an output: its path with forward slashes, and its bytes,
// which are the receiver's to keep. It is called from several goroutines at once.
type Write = func(path string, data []byte) error

// writeSite writes everything of a site but its PDFs and the content's own files: pages,
// open data, the search index. Pages that kept has of the same contents are not made
// again; it may be nil. It stops at the first error of write.
func writeSite(s *site.Site, write Write, contents map[string]string, kept keeper) error {
	drawn, err := html.New(s)
	if err != nil {
		return err
	}
	p := &pages{site: s, html: drawn, write: write, kept: kept}
	p.found.Synonyms = synonyms(s.Content.Config)
	if kept != nil {
		p.keys = newPageKeys(s, contents)
	}
	beside := make(chan error, 1)
	go func() { beside <- errors.Join(data.Write(s, write), p.shared()) }()
	err = p.all()
	if err == nil {
		err = p.found.Write(write)
	}
	return errors.Join(err, <-beside)
}

// synonyms are the words that the content says mean the same.
func synonyms(c *model.Config) [][]string {
	if c == nil {
		return nil
	}
	var lists [][]string
	for _, same := range c.Synonyms {
		var list []string
		for _, entry := range same {
			list = append(list, entry.V)
		}
		lists = append(lists, list)
	}
	return lists
}

// pages makes the pages of a site, and what is found on them.
type pages struct {
	site  *site.Site
	html  *html.Writer
	write Write
	keys  *pageKeys // nil where nothing is kept
	kept  keeper    // nil with it
	found search.Index
}

// shared writes what pages share.
func (p *pages) shared() error {
	files, err := p.html.Files()
	for path, content := range files {
		if err == nil {
			err = p.write(path, content)
		}
	}
	return err
}

// all makes the pages, several at a time: none knows of another. After an error no more are
// begun.
func (p *pages) all() error {
	entries := p.site.Pages()
	errs := make([]error, len(entries))
	var failed atomic.Bool
	parallel.Each(len(entries), func(n int) {
		if !failed.Load() {
			errs[n] = p.one(entries[n])
			if errs[n] != nil {
				failed.Store(true)
			}
		}
	})
	return cmp.Or(errs...)
}

// one makes a page, unless it is kept.
func (p *pages) one(e site.Entry) error {
	path := e.Path + ".html"
	var key pageKey
	if p.keys != nil {
		key = p.keys.of(e)
		if found, ok, err := p.kept.take(path, key, p.write); ok {
			p.found.Add(found)
			return err
		}
	}
	page := p.site.Page(e)
	found := search.Of(page)
	p.found.Add(found)
	drawn, err := p.html.Page(page)
	if err != nil {
		return fmt.Errorf("drawing %s: %w", e.Path, err)
	}
	if err := p.write(path, drawn); err != nil {
		return err
	}
	if p.keys != nil {
		p.kept.put(path, key, found, drawn)
	}
	return nil
}
