package html

import (
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"samsyn/internal/text"
	blocks "samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// drawer draws what stands on one page, but for the frame around it, which is a
// template. Blocks are drawn here: executing templates for them took more than half
// of a build.
type drawer struct {
	page *page.Page
	root string // from the page up to the site's folder: "", "../", …
}

func newDrawer(p *page.Page) *drawer {
	return &drawer{page: p, root: strings.Repeat("../", strings.Count(p.Path, "/"))}
}

// href is an address relative to the page, so that the site works from any
// folder.
func (d *drawer) href(r blocks.Ref) string {
	address := ""
	switch {
	case r.URL != "":
		return r.URL
	case r.File != "":
		return d.root + (&url.URL{Path: r.File}).String()
	case r.Page != "" && r.Page != d.page.Path:
		address = d.root + r.Page + ".html"
	case r.Page != "" && (r.Fragment == "" || strings.HasPrefix(d.root, "/")):
		address = r.Page[strings.LastIndexByte(r.Page, '/')+1:] + ".html"
	}
	if r.Fragment != "" {
		address += "#" + r.Fragment
	}
	return address
}

// all draws what stands under the page's own heading.
func (d *drawer) all(list []blocks.Block) template.HTML {
	return drawn(func(m *markup, list []blocks.Block) { d.blocks(m, list, 2) }, list)
}

// blocks draws what stands under a heading of level-1, each block on lines of its
// own.
func (d *drawer) blocks(m *markup, list []blocks.Block, level int) {
	for _, b := range blocks.Shown(list...) {
		m.raw("\n")
		d.block(m, b, level)
	}
}

func (d *drawer) block(m *markup, b blocks.Block, level int) {
	switch b := b.(type) {
	case blocks.Para:
		m.open("p", "class", string(b.Tone))
		d.line(m, b.Line)
		m.close("p")
	case blocks.Facts:
		d.facts(m, b)
	case blocks.Section:
		d.section(m, b, level)
	case blocks.Table:
		d.table(m, b, level, b.Caption == d.page.Title)
	case blocks.Cards:
		d.cards(m, b, level)
	case blocks.List:
		d.list(m, b)
	case blocks.Prose:
		d.proseBlock(m, b, level)
	case blocks.Notice:
		d.notice(m, b, level)
	case blocks.Drawing:
		d.drawing(m, b)
	case blocks.Contents:
		d.contents(m, b)
	case blocks.Filters:
		d.filters(m, b)
	case blocks.Fold:
		d.fold(m, b, level)
	case blocks.SearchBox:
		d.search(m)
	}
}

// heading writes a heading; where the level is none of a heading, a paragraph.
func (d *drawer) heading(m *markup, level int, id, class string, t blocks.Text, r blocks.Ref) {
	tag := "p"
	if level >= 2 && level <= 6 {
		tag = "h" + strconv.Itoa(level)
	}
	m.open(tag, "id", id, "class", class)
	d.linked(m, t, r)
	m.close(tag)
}

// each draws lines one by one, but for those that are empty.
func (d *drawer) each(m *markup, begin string, lines []blocks.Line, end string) {
	for _, l := range lines {
		if len(l) > 0 {
			m.raw(begin)
			d.line(m, l)
			m.raw(end)
		}
	}
}

func (d *drawer) facts(m *markup, f blocks.Facts) {
	m.raw(`<dl class="facts">`)
	for _, x := range f.Items {
		m.raw("\n<div><dt>")
		d.text(m, x.Label)
		m.raw("</dt>")
		d.each(m, "<dd>", x.Value, "</dd>")
		m.raw("</div>")
	}
	m.raw("\n</dl>")
}

func (d *drawer) section(m *markup, s blocks.Section, level int) {
	anchor := s.ID
	if s.Title.S != "" {
		anchor = "" // its heading has it
	}
	m.open("section", "id", anchor)
	below := level
	if s.Title.S != "" {
		m.raw("\n")
		d.heading(m, level, s.ID, "", s.Title, s.Ref)
		below++
	}
	if len(s.Kicker) > 0 {
		m.raw("\n")
		d.kicker(m, s.Kicker)
	}
	d.under(m, s.Title, s.Blocks, below)
	m.raw("\n</section>")
}

// under draws what stands below a title. The caption of a single table would say the
// same as the title, and is there for those who listen alone.
func (d *drawer) under(m *markup, title blocks.Text, list []blocks.Block, level int) {
	quiet := title.S != "" && tables(list) == 1
	for _, b := range list {
		if t, ok := b.(blocks.Table); ok && quiet && !blocks.Empty(t) {
			m.raw("\n")
			d.table(m, t, level, true)
			continue
		}
		d.blocks(m, []blocks.Block{b}, level)
	}
}

func (d *drawer) kicker(m *markup, l blocks.Line) {
	m.raw(`<p class="kicker">`)
	d.line(m, l)
	m.raw("</p>")
}

// headed are the looks whose cards are things of the page itself, so that their
// titles are headings; in the others they lead to other pages.
var headed = map[string]bool{"area": true, "goal": true, "report": true, "event": true, "plan": true, "way": true, "document": true}

func (d *drawer) cards(m *markup, c blocks.Cards, level int) {
	if !headed[c.Look] {
		level = 0
	}
	m.open("ul", "class", "cards "+c.Look)
	for _, x := range c.Items {
		m.raw("\n")
		m.open("li", "id", x.ID)
		if len(x.Kicker) > 0 {
			d.kicker(m, x.Kicker)
		}
		d.heading(m, level, "", "title", x.Title, x.Ref)
		if len(x.Marks) > 0 {
			m.raw(`<p class="marks">`)
			d.marks(m, x.Marks)
			m.raw("</p>")
		}
		d.each(m, "<p>", x.Lines, "</p>")
		m.raw("</li>")
	}
	m.raw("\n</ul>")
}

func (d *drawer) list(m *markup, l blocks.List) {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	m.open(tag)
	for _, item := range l.Items {
		if len(item) > 0 {
			m.raw("\n<li>")
			d.line(m, item)
			m.raw("</li>")
		}
	}
	m.raw("\n")
	m.close(tag)
}

func (d *drawer) proseBlock(m *markup, p blocks.Prose, level int) {
	m.raw(`<div class="prose"`)
	m.lang(p.Lang)
	m.raw(">\n")
	d.prose(m, p, level)
	m.raw("</div>")
}

func (d *drawer) notice(m *markup, n blocks.Notice, level int) {
	m.open("div", "class", "notice "+string(n.Tone))
	m.raw("\n")
	d.heading(m, 0, "", "title", n.Title, blocks.Ref{})
	d.blocks(m, n.Blocks, level)
	m.raw("\n</div>")
}

func (d *drawer) drawing(m *markup, f blocks.Drawing) {
	m.open("figure", "id", f.ID)
	m.raw("\n")
	m.svg(f)
	if f.Caption.S != "" {
		m.raw("\n<figcaption>")
		d.text(m, f.Caption)
		m.raw("</figcaption>")
	}
	m.raw("\n</figure>")
}

func (d *drawer) contents(m *markup, c blocks.Contents) {
	m.raw(`<nav class="contents" aria-labelledby="innehallsforteckning">` + "\n" + `<h2 id="innehallsforteckning">`)
	d.text(m, c.Label)
	m.raw("</h2>\n<ol>")
	for _, x := range c.Items {
		m.raw("\n<li><a")
		m.href(d.href(x.Ref))
		m.raw(">")
		d.text(m, x.Label)
		m.raw("</a></li>")
	}
	m.raw("\n</ol>\n</nav>")
}

func (d *drawer) filters(m *markup, f blocks.Filters) {
	open := ""
	for n, g := range f.Groups {
		for _, x := range g.Items {
			if x.Current && n > 0 {
				open = " open"
			}
		}
	}
	m.raw(`<details class="filters"` + open + ">\n<summary>")
	d.text(m, f.Label)
	m.raw("</summary>")
	for _, g := range f.Groups {
		m.raw("\n<div>")
		if g.Label.S != "" {
			m.raw("<p>")
			d.text(m, g.Label)
			m.raw("</p>")
		}
		m.raw("\n<ul>")
		for _, x := range g.Items {
			m.raw("\n<li><a")
			m.href(d.href(x.Ref))
			if x.Current {
				m.raw(` aria-current="page"`)
			}
			m.raw(">")
			d.text(m, x.Label)
			m.raw(` <span class="count">` + strconv.Itoa(x.Count) + "</span></a></li>")
		}
		m.raw("\n</ul></div>")
	}
	m.raw("\n</details>")
}

func (d *drawer) fold(m *markup, f blocks.Fold, level int) {
	m.open("details", "id", f.ID)
	m.raw("\n<summary>")
	d.text(m, f.Title)
	m.raw("</summary>")
	d.under(m, f.Title, f.Blocks, level)
	m.raw("\n</details>")
}

// search leaves room for the search box, which a script fills.
func (d *drawer) search(m *markup) {
	say := func(l text.Label) string { s, _ := l.In(d.page.Lang); return s }
	m.raw(`<div id="sok" hidden`)
	m.attr("data-root", d.root)
	m.attr("data-label", say(text.SearchFor))
	m.attr("data-none", say(text.NoHits))
	m.attr("data-single", say(text.OneHit))
	m.attr("data-many", say(text.ManyHits))
	m.attr("data-broken", say(text.SearchBroken))
	m.attr("data-served", say(text.SearchNeedsServer))
	m.raw("></div>\n<noscript><p>")
	m.text(say(text.SearchNeedsScript))
	m.raw("</p></noscript>")
}
