// Package html writes the site: one file for each page, with links that are
// relative, so that it works from any folder and any server. It decides nothing
// about what a page says; that is the view.
package html

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"runtime"
	"strings"
	"sync"

	"samsyn/internal/data"
	"samsyn/internal/model"
	"samsyn/internal/search"
	"samsyn/internal/text"
	"samsyn/internal/view"
	blocks "samsyn/internal/view/block"
	"samsyn/internal/view/page"
	sites "samsyn/internal/view/site"
	"samsyn/site"
	"samsyn/templates"
)

// Policy is the Content-Security-Policy of every page. Framing can only be
// forbidden in a header, which the hosting files do.
const Policy = "default-src 'none'; base-uri 'none'; connect-src 'self'; form-action 'self'; img-src 'self'; script-src 'self'; style-src 'self'"

// Out takes one file of the site: its path with forward slashes, and its bytes,
// which are the receiver's to keep. It is called from several goroutines at once.
type Out func(path string, data []byte) error

// Memory knows which pages an earlier run has made. Its methods are called from
// several goroutines at once.
type Memory interface {
	// Kept puts the page of a path in its place, if it was made of the same key
	// before, and gives what Keep was given of it.
	Kept(path string, key sites.Key) (found string, ok bool)
	// Before gives what Keep was given of a path in an earlier run, whatever has
	// become of the file since. It goes before Keep.
	Before(path string) (key sites.Key, found string, ok bool)
	// Keep takes note of a page that was drawn and given to Out.
	Keep(path string, key sites.Key, found []byte)
}

// Write writes every page and what the pages share, but for the pages that m has
// kept; m may be nil. It stops at the first error of out.
func Write(s *sites.Site, out Out, m Memory) error {
	set, err := shapes()
	if err != nil {
		return err
	}
	w := &writer{site: s, shapes: set, out: out, memory: m, baseURL: s.BaseURL()}
	if m != nil {
		w.keys = s.Keys()
	}
	if err := w.assets(); err != nil {
		return err
	}
	if err := w.card(); err != nil {
		return err
	}
	beside := make(chan error, 1)
	go func() { beside <- errors.Join(data.Write(s, data.Out(out), w.plain(), w.keys), w.around()) }()
	err = w.rest()
	return errors.Join(err, <-beside)
}

// plain is the memory of files of which nothing is found; nil where there is none.
func (w *writer) plain() data.Memory {
	if w.keys == nil {
		return nil
	}
	return plainMemory{w.memory}
}

type plainMemory struct{ Memory }

// Kept is data.Memory's.
func (m plainMemory) Kept(path string, key sites.Key) bool {
	_, ok := m.Memory.Kept(path, key)
	return ok
}

// Keep is data.Memory's.
func (m plainMemory) Keep(path string, key sites.Key) { m.Memory.Keep(path, key, nil) }

// rest writes the pages, and what is known when they are made.
func (w *writer) rest() error {
	if err := w.each(w.site.Pages()); err != nil {
		return err
	}
	return w.index()
}

// shapes are the templates, read once for every writer.
var shapes = sync.OnceValues(func() (*template.Template, error) {
	return template.New("site").ParseFS(templates.Pages, "*.html")
})

type writer struct {
	site    *sites.Site
	shapes  *template.Template
	out     Out
	memory  Memory
	keys    *sites.Keys // nil where nothing is remembered
	found   search.Index
	shared  sync.Map // what pages have in common, by sharedKey
	baseURL string   // without a slash at its end; "" where not known
	picture picture  // that goes with links to the site; none where it is zero
}

func (w *writer) assets() error {
	return fs.WalkDir(site.Assets, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := site.Assets.ReadFile(path)
		if err != nil {
			return err
		}
		return w.out("assets/"+path, data)
	})
}

// each draws the pages, several at a time: none knows of another.
func (w *writer) each(entries []sites.Entry) error {
	var (
		wg    sync.WaitGroup
		next  = make(chan sites.Entry)
		stop  = make(chan struct{})
		once  sync.Once
		first error
	)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for e := range next {
				if err := w.page(e); err != nil {
					once.Do(func() { first = err; close(stop) })
					return
				}
			}
		})
	}
send:
	for _, e := range entries {
		select {
		case next <- e:
		case <-stop:
			break send
		}
	}
	close(next)
	wg.Wait()
	return first
}

// index writes what the search reads.
func (w *writer) index() error {
	var m search.Memory
	if w.keys != nil {
		m = w.memory
	}
	if err := w.found.Write(w.out, m); err != nil {
		return fmt.Errorf("the search index: %w", err)
	}
	return nil
}

// page makes a page, unless it is kept.
func (w *writer) page(e sites.Entry) error {
	path := e.Path + ".html"
	var key sites.Key
	var was search.Found
	if w.keys != nil {
		key = w.keys.Key(e)
		if found, ok := w.memory.Kept(path, key); ok && w.found.Add(search.Found{Key: key, Words: found}, search.Found{}) {
			return nil
		}
		was.Key, was.Words, _ = w.memory.Before(path)
	}
	p := w.site.Page(e)
	found := search.Of(p)
	w.found.Add(search.Found{Key: key, Words: string(found)}, was)
	drawn, err := w.draw(p)
	if err != nil {
		return fmt.Errorf("drawing %s: %w", e.Path, err)
	}
	if err := w.out(path, drawn); err != nil {
		return err
	}
	if w.keys != nil {
		w.memory.Keep(path, key, found)
	}
	return nil
}

func (w *writer) draw(p *page.Page) ([]byte, error) {
	data, err := w.frame(p)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = w.shapes.ExecuteTemplate(&b, "page", data)
	return b.Bytes(), err
}

// drawer draws a page. The one for what is not there is shown at any address, so
// its links go from the server's root.
func (w *writer) drawer(p *page.Page) *drawer {
	d := newDrawer(p)
	if u, err := url.Parse(w.baseURL); err == nil && p.Anywhere && w.baseURL != "" {
		d.root = strings.TrimSuffix(u.EscapedPath(), "/") + "/"
	}
	return d
}

// pageData is what the template of the frame draws.
type pageData struct {
	Lang, Dir, Kind, Window, Description string
	Policy, Canonical, Root, Home        string
	Hidden, Long                         bool
	Alternates                           []alternate
	Languages                            []alternate
	Feeds                                []feed
	Scripts                              []string
	SiteName, Locale                     string
	Picture                              picture
	Site                                 template.HTML
	Menu, Foot                           template.HTML
	Crumbs                               []link
	Kicker, Title, Marks, Lead           template.HTML
	Blocks                               template.HTML
	Dates                                []pageDate
	W                                    frameWords
}

// picture is shown beside a link to the site where links are shared.
type picture struct {
	Address, Says string
	Width, Height int // pixels
}

// link is one of the frame's own: of its menus and crumbs.
type link struct {
	Href, Lang string
	Label      template.HTML
	Current    string
}

type alternate struct{ Lang, Dir, Name, Href, Absolute string }

type pageDate struct {
	Label        template.HTML
	ISO, Written string
}

type feed struct{ Type, Title, Href string }

// frameWords are the site's own words around a page. Those that stand in
// attributes are plain.
type frameWords struct {
	Skip, Menu                template.HTML
	MainMenu, Here, Languages string
}

func (w *writer) frame(p *page.Page) (pageData, error) {
	d := w.drawer(p)
	say := func(l text.Label) template.HTML {
		s, lang := l.In(p.Lang)
		if lang == p.Lang {
			lang = ""
		}
		return d.text(blocks.Text{S: s, Lang: lang})
	}
	plain := func(l text.Label) string { s, _ := l.In(p.Lang); return s }
	lead, below := warnFirst(p)
	f := w.site.Frame(p.Lang)
	common, err := w.common(p, f)
	if err != nil {
		return pageData{}, err
	}
	drawn := pageData{
		Menu: common.menu, Foot: common.foot,
		Lang: p.Lang, Kind: p.Kind, Window: p.WindowTitle, Description: clip(p.Description, 300),
		Policy: Policy, Canonical: w.site.Canonical(p.Path), Root: d.root, Home: d.href(f.Home),
		Hidden: p.Hidden, Site: d.text(f.Title),
		SiteName: f.Title.S, Locale: text.Locale(p.Lang), Picture: w.picture,
		Kicker: d.line(p.Kicker), Title: d.text(p.Title), Marks: d.marks(p.Marks), Lead: d.line(lead),
		Long:   len(p.Title.S) > 60,
		Blocks: d.all(below),
		W: frameWords{
			Skip: say(text.SkipToContent), Menu: say(text.Menu),
			MainMenu: plain(text.MainMenu), Here: plain(text.YouAreHere), Languages: plain(text.Languages),
		},
	}
	if text.Dir(p.Lang) == "rtl" {
		drawn.Dir = "rtl"
	}
	if w.baseURL != "" && p.Feed {
		title, _ := text.ChangesFeed.In(p.Lang)
		drawn.Feeds = []feed{{"application/atom+xml", title, d.root + view.FeedPath}}
	}
	for _, file := range p.Scripts {
		drawn.Scripts = append(drawn.Scripts, d.root+file)
	}
	if p.Hidden {
		drawn.Canonical = ""
	}
	if len(p.Crumbs) > 0 {
		drawn.Crumbs = append(drawn.Crumbs, link{Href: d.href(f.Home), Label: say(text.Start)})
	}
	for _, c := range p.Crumbs {
		drawn.Crumbs = append(drawn.Crumbs, link{Href: d.href(c.Ref), Lang: c.Ref.Lang, Label: d.text(c.Label)})
	}
	w.languages(&drawn, p, d)
	drawn.Dates = dates(p, d, say)
	return drawn, nil
}

// warnFirst puts a page's introduction below what it begins by warning of: that its
// thing is over, or not decided.
func warnFirst(p *page.Page) (lead blocks.Line, below []blocks.Block) {
	if len(p.Lead) == 0 || len(p.Blocks) == 0 || p.Together {
		return p.Lead, p.Blocks
	}
	n, ok := p.Blocks[0].(blocks.Notice)
	if !ok || n.Tone != blocks.Off && n.Tone != blocks.Warn {
		return p.Lead, p.Blocks
	}
	return nil, append([]blocks.Block{n, blocks.Para{Tone: blocks.Lead, Line: p.Lead}}, p.Blocks[1:]...)
}

// dates say when a page came, when it was changed and when somebody last reviewed
// what it tells of.
func dates(p *page.Page, d *drawer, say func(text.Label) template.HTML) []pageDate {
	var list []pageDate
	add := func(label template.HTML, on model.Date) {
		if !on.IsZero() {
			list = append(list, pageDate{label, on.String(), text.FormatDate(on, p.Lang)})
		}
	}
	add(say(text.FirstPublished), p.Created)
	add(say(text.LastChanged), p.Updated)
	if r := p.Reviewed; r != nil {
		add(d.text(r.How), r.On)
	}
	return list
}

func (w *writer) languages(page *pageData, p *page.Page, d *drawer) {
	for _, a := range p.Alternates {
		drawn := alternate{Lang: a.Lang, Name: text.LanguageName(a.Lang), Href: d.href(blocks.Ref{Page: a.Path}), Absolute: w.absolute(a.Path)}
		if text.Dir(a.Lang) != text.Dir(p.Lang) {
			drawn.Dir = text.Dir(a.Lang)
		}
		if drawn.Absolute != "" {
			page.Alternates = append(page.Alternates, drawn)
		}
		if a.Path != p.Path {
			page.Languages = append(page.Languages, drawn)
		}
	}
}

// absolute is a page's address on the web, "" where the site does not know it.
func (w *writer) absolute(path string) string {
	if w.baseURL == "" {
		return ""
	}
	if path == "index" {
		return w.baseURL + "/"
	}
	return w.baseURL + "/" + path + ".html"
}

// clip shortens a text to about n letters, at a word's end.
func clip(s string, n int) string {
	runes := []rune(s)
	if len(runes) <= n {
		return s
	}
	cut := string(runes[:n])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}
