// Package html draws pages. A page of the view goes in, and HTML comes out, with links
// that are relative, so that the site works from any folder and any server. It decides
// nothing about what a page says; that is the view.
package html

import (
	"bytes"
	"html/template"
	"net/url"
	"strings"
	"sync"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	blocks "samsyn/internal/view/block"
	"samsyn/internal/view/page"
	sites "samsyn/internal/view/site"
	"samsyn/templates"
)

// Policy is the Content-Security-Policy of every page. Framing can only be
// forbidden in a header, which the hosting files do.
const Policy = "default-src 'none'; base-uri 'none'; connect-src 'self'; form-action 'self'; img-src 'self'; script-src 'self'; style-src 'self'"

// shapes are the templates, read once for every writer.
var shapes = sync.OnceValues(func() (*template.Template, error) {
	return template.New("site").ParseFS(templates.Pages, "*.html")
})

// Writer draws the pages of one site, several at a time if asked to.
type Writer struct {
	site    *sites.Site
	shapes  *template.Template
	shared  sync.Map // what pages have in common, by sharedKey
	baseURL string   // without a slash at its end; "" where not known
	card    []byte   // the picture that goes with links to the site; nil: none
	picture picture  // what pages say of it
}

// New prepares to draw the pages of a site.
func New(s *sites.Site) (*Writer, error) {
	set, err := shapes()
	if err != nil {
		return nil, err
	}
	w := &Writer{site: s, shapes: set, baseURL: s.BaseURL()}
	return w, w.drawCard()
}

// frameSize is about how many bytes a page has beside its menu, blocks and foot.
const frameSize = 4 << 10

// Page draws a page.
func (w *Writer) Page(p *page.Page) ([]byte, error) {
	data, err := w.frame(p)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(frameSize + len(data.Menu) + len(data.Foot) + len(data.Blocks))
	err = w.shapes.ExecuteTemplate(&b, "page", data)
	return b.Bytes(), err
}

// drawer draws a page. The one for what is not there is shown at any address, so
// its links go from the server's root.
func (w *Writer) drawer(p *page.Page) *drawer {
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
	Logotype, Shows                      string // where the county's is, and what it shows
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

func (w *Writer) frame(p *page.Page) (pageData, error) {
	d := w.drawer(p)
	say := func(l text.Label) template.HTML {
		s, lang := l.With(w.site.Words).In(p.Lang)
		if lang == p.Lang {
			lang = ""
		}
		return drawn(d.text, blocks.Text{S: s, Lang: lang})
	}
	plain := func(l text.Label) string { s, _ := l.With(w.site.Words).In(p.Lang); return s }
	lead, below := warnFirst(p)
	f := w.site.Frame(p.Lang)
	common, err := w.common(p, f)
	if err != nil {
		return pageData{}, err
	}
	data := pageData{
		Menu: common.menu, Foot: common.foot,
		Lang: p.Lang, Kind: p.Kind, Window: p.WindowTitle, Description: clip(p.Description, 300),
		Policy: Policy, Canonical: w.site.Canonical(p.Path), Root: d.root, Home: d.href(f.Home),
		Hidden: p.Hidden, Site: drawn(d.text, f.Title),
		SiteName: f.Title.S, Locale: text.Locale(p.Lang), Picture: w.picture,
		Kicker: drawn(d.line, p.Kicker), Title: drawn(d.text, p.Title), Marks: drawn(d.marks, p.Marks), Lead: drawn(d.line, lead),
		Long:   len(p.Title.S) > 60,
		Blocks: d.all(below),
		W: frameWords{
			Skip: say(text.SkipToContent), Menu: say(text.Menu),
			MainMenu: plain(text.MainMenu), Here: plain(text.YouAreHere), Languages: plain(text.Languages),
		},
	}
	if f.Logotype.File != "" {
		data.Logotype, data.Shows = d.href(f.Logotype), f.Shows.S
	}
	if text.Dir(p.Lang) == "rtl" {
		data.Dir = "rtl"
	}
	if w.baseURL != "" && p.Feed {
		title, _ := text.ChangesFeed.In(p.Lang)
		data.Feeds = []feed{{"application/atom+xml", title, d.root + address.Feed}}
	}
	for _, file := range p.Scripts {
		data.Scripts = append(data.Scripts, d.root+file)
	}
	if p.Hidden {
		data.Canonical = ""
	}
	if len(p.Crumbs) > 0 {
		data.Crumbs = append(data.Crumbs, link{Href: d.href(f.Home), Label: say(text.Start)})
	}
	for _, c := range p.Crumbs {
		data.Crumbs = append(data.Crumbs, link{Href: d.href(c.Ref), Lang: c.Ref.Lang, Label: drawn(d.text, c.Label)})
	}
	w.languages(&data, p, d)
	data.Dates = dates(p, d, say)
	return data, nil
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
		add(drawn(d.text, r.How), r.On)
	}
	return list
}

func (w *Writer) languages(page *pageData, p *page.Page, d *drawer) {
	for _, a := range p.Alternates {
		drawn := alternate{Lang: a.Lang, Name: text.LanguageName(a.Lang), Href: d.href(blocks.Ref{Page: a.Path}), Absolute: w.site.Address(a.Path)}
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
