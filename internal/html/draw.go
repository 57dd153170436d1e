package html

import (
	"html/template"
	"net/url"
	"strings"

	"samsyn/internal/text"
	"samsyn/internal/view"
)

// What the templates draw: the view with its references turned into addresses
// and its headings into levels.

type span struct {
	S, Lang, Dir       string
	Href               string
	Call               template.URL // in place of Href: a telephone number
	To                 string
	Outside            bool
	Marked, Strong, Em bool
	Code, Gone, Come   bool
	Tone               string
}

type line []span

type heading struct {
	Level int
	ID    string
	Class string
	Line  line
}

type block struct {
	Para     *paraBlock
	Facts    []factItem
	Section  *sectionBlock
	Table    *tableBlock
	Cards    *cardsBlock
	List     *listBlock
	Prose    *proseBlock
	Notice   *noticeBlock
	Drawing  *drawingBlock
	Contents *contentsBlock
	Filters  *filtersBlock
	Fold     *foldBlock
	Search   *searchBlock
}

type paraBlock struct {
	Class string
	Line  line
}

type factItem struct {
	Label line
	Value []line
}

type sectionBlock struct {
	Anchor, Class string
	Heading       heading
	Kicker        line
	Blocks        []block
}

type tableBlock struct {
	ID, Class, Name string
	Scroll, Quiet   bool // Quiet: the heading above says what the caption says
	Caption         line
	Columns         []tableColumn
	Rows            []tableRow
}

type tableColumn struct {
	Label   line
	Numeric bool
}

type tableRow struct {
	ID    string
	Group bool
	Cells []tableCell
}

type tableCell struct {
	Span            int
	Header, Numeric bool
	Label           string
	Line            line // the whole cell, where it is one paragraph
	Blocks          []block
}

type cardsBlock struct {
	Look  string
	Items []cardItem
}

type cardItem struct {
	ID     string
	Kicker line
	Title  heading
	Marks  line
	Lines  []line
}

type listBlock struct {
	Ordered bool
	Items   []line
}

type proseBlock struct {
	Lang, Dir string
	HTML      template.HTML
}

type noticeBlock struct {
	Tone   string
	Title  heading
	Blocks []block
}

type drawingBlock struct {
	ID      string
	HTML    template.HTML
	Caption line
}

type link struct {
	Href, Lang string
	Label      line
	Current    string
}

type contentsBlock struct {
	Label line
	Items []link
}

type filtersBlock struct {
	Label  line
	Open   bool
	Groups []filterGroup
}

type filterGroup struct {
	Label line
	Items []filterItem
}

type filterItem struct {
	Href    string
	Label   line
	Count   int
	Current bool
}

type foldBlock struct {
	ID     string
	Title  line
	Blocks []block
}

type searchBlock struct{ Root, Label, None, One, Many, Broken, NoScript string }

// drawer turns the view of one page into what the templates draw.
type drawer struct {
	page *view.Page
	root string // from the page up to the site's folder: "", "../", …
}

func newDrawer(p *view.Page) *drawer {
	return &drawer{page: p, root: strings.Repeat("../", strings.Count(p.Path, "/"))}
}

// href is an address relative to the page, so that the site works from any
// folder.
func (d *drawer) href(r view.Ref) string {
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

// callable tells whether an address is a telephone number, which the templates'
// own filter does not know.
func callable(href string) bool {
	number, ok := strings.CutPrefix(href, "tel:")
	return ok && strings.Trim(number, "+0123456789") == ""
}

func (d *drawer) span(s view.Span) span {
	out := span{S: s.S, Lang: s.Text.Lang, Marked: s.Marked, Strong: s.Strong, Em: s.Em, Code: s.Code, Gone: s.Gone, Come: s.Come, Tone: string(s.Badge)}
	if out.Lang != "" {
		out.Dir = text.Dir(out.Lang)
	}
	if !s.Code && (s.Text.Lang == "sv" || s.Text.Lang == "" && d.page.Lang == "sv") {
		out.S = soft(out.S)
	}
	if !s.Code { // whose style breaks it anywhere
		out.S = breakable(out.S)
	}
	if s.Ref.Given() {
		out.Href, out.To, out.Outside = d.href(s.Ref), s.Ref.Lang, s.Ref.URL != ""
		if callable(out.Href) {
			out.Call = template.URL(out.Href)
		}
	}
	return out
}

func (d *drawer) line(l view.Line) line {
	if len(l) == 0 {
		return nil
	}
	out := make(line, len(l))
	for i, s := range l {
		out[i] = d.span(s)
	}
	return out
}

func (d *drawer) lines(list []view.Line) []line {
	out := make([]line, 0, len(list))
	for _, l := range list {
		if len(l) > 0 {
			out = append(out, d.line(l))
		}
	}
	return out
}

func (d *drawer) text(t view.Text) line {
	if t.S == "" {
		return nil
	}
	return line{d.span(view.Span{Text: t})}
}

func (d *drawer) linked(t view.Text, r view.Ref) line {
	if t.S == "" {
		return nil
	}
	return line{d.span(view.Span{Text: t, Ref: r})}
}

// blocks draws what stands under a heading of level-1.
func (d *drawer) blocks(list []view.Block, level int) []block {
	out := make([]block, 0, len(list))
	for _, b := range list {
		if drawn, ok := d.block(b, level); ok {
			out = append(out, drawn)
		}
	}
	return out
}

func (d *drawer) block(b view.Block, level int) (block, bool) {
	switch b := b.(type) {
	case view.Para:
		return block{Para: &paraBlock{string(b.Tone), d.line(b.Line)}}, len(b.Line) > 0
	case view.Facts:
		return block{Facts: d.facts(b)}, len(b.Items) > 0
	case view.Section:
		return block{Section: d.section(b, level)}, true
	case view.Table:
		return block{Table: d.table(b, level)}, len(b.Rows) > 0
	case view.Cards:
		return block{Cards: d.cards(b, level)}, len(b.Items) > 0
	case view.List:
		return block{List: &listBlock{b.Ordered, d.lines(b.Items)}}, len(b.Items) > 0
	case view.Prose:
		p := &proseBlock{Lang: b.Lang, HTML: d.prose(b, level)}
		if p.Lang != "" {
			p.Dir = text.Dir(p.Lang)
		}
		return block{Prose: p}, true
	case view.Notice:
		return block{Notice: &noticeBlock{string(b.Tone), heading{Level: 0, Class: "title", Line: d.text(b.Title)}, d.blocks(b.Blocks, level)}}, true
	case view.Drawing:
		return block{Drawing: &drawingBlock{b.ID, drawSVG(b), d.text(b.Caption)}}, true
	case view.Contents:
		return block{Contents: d.contents(b)}, len(b.Items) > 0
	case view.Filters:
		return block{Filters: d.filters(b)}, true
	case view.Fold:
		return block{Fold: &foldBlock{b.ID, d.text(b.Title), d.blocks(b.Blocks, level)}}, true
	case view.SearchBox:
		say := func(l text.Label) string { s, _ := l.In(d.page.Lang); return s }
		return block{Search: &searchBlock{d.root, say(text.SearchFor), say(text.NoHits), say(text.OneHit), say(text.ManyHits), say(text.SearchBroken), say(text.SearchNeedsScript)}}, true
	}
	return block{}, false
}

func (d *drawer) facts(f view.Facts) []factItem {
	items := make([]factItem, len(f.Items))
	for i, x := range f.Items {
		items[i] = factItem{d.text(x.Label), d.lines(x.Value)}
	}
	return items
}

func (d *drawer) section(s view.Section, level int) *sectionBlock {
	out := &sectionBlock{Kicker: d.line(s.Kicker)}
	if s.Title.S == "" {
		out.Anchor = s.ID
		out.Blocks = d.blocks(s.Blocks, level)
		return out
	}
	out.Heading = heading{Level: level, ID: s.ID, Line: d.linked(s.Title, s.Ref)}
	out.Blocks = d.blocks(s.Blocks, level+1)
	var only *tableBlock
	tables := 0
	for _, b := range out.Blocks {
		if b.Table != nil {
			only = b.Table
			tables++
		}
	}
	if tables == 1 {
		only.Quiet = true
	}
	return out
}

func (d *drawer) table(t view.Table, level int) *tableBlock {
	out := &tableBlock{ID: t.ID, Class: "stack", Name: t.Caption.S, Caption: d.text(t.Caption), Quiet: t.Caption == d.page.Title}
	if t.Wide {
		out.Class = "stack wide"
	}
	if t.Dense {
		out.Class, out.Scroll = "dense", true
	}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, tableColumn{d.text(c.Label), c.Numeric})
	}
	for _, r := range t.Rows {
		row := tableRow{ID: r.ID, Group: r.Group}
		for n, c := range r.Cells {
			drawn := tableCell{}
			if p, one := onlyPara(c); one {
				drawn.Line = d.line(p.Line)
			} else {
				drawn.Blocks = d.blocks(c.Blocks, level+1)
			}
			if r.Group {
				drawn.Span = len(t.Columns)
			} else if n < len(t.Columns) {
				drawn.Header, drawn.Numeric = t.Columns[n].Header, t.Columns[n].Numeric
				if !t.Dense {
					drawn.Label = t.Columns[n].Label.S
				}
			}
			row.Cells = append(row.Cells, drawn)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func onlyPara(c view.Cell) (view.Para, bool) {
	if len(c.Blocks) != 1 {
		return view.Para{}, false
	}
	p, ok := c.Blocks[0].(view.Para)
	return p, ok && p.Tone == view.Normal
}

// headed are the looks whose cards are things of the page itself, so that their
// titles are headings; in the others they lead to other pages.
var headed = map[string]bool{"area": true, "goal": true, "report": true, "event": true, "plan": true, "way": true, "document": true}

func (d *drawer) cards(c view.Cards, level int) *cardsBlock {
	out := &cardsBlock{Look: c.Look, Items: make([]cardItem, 0, len(c.Items))}
	for _, x := range c.Items {
		title := heading{Level: 0, Class: "title", Line: d.linked(x.Title, x.Ref)}
		if headed[c.Look] {
			title.Level = level
		}
		out.Items = append(out.Items, cardItem{x.ID, d.line(x.Kicker), title, d.line(x.Marks), d.lines(x.Lines)})
	}
	return out
}

func (d *drawer) contents(c view.Contents) *contentsBlock {
	out := &contentsBlock{Label: d.text(c.Label)}
	for _, x := range c.Items {
		out.Items = append(out.Items, link{Href: d.href(x.Ref), Label: d.text(x.Label)})
	}
	return out
}

func (d *drawer) filters(f view.Filters) *filtersBlock {
	out := &filtersBlock{Label: d.text(f.Label)}
	for n, g := range f.Groups {
		group := filterGroup{Label: d.text(g.Label)}
		for _, x := range g.Items {
			out.Open = out.Open || x.Current && n > 0
			group.Items = append(group.Items, filterItem{d.href(x.Ref), d.text(x.Label), x.Count, x.Current})
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}
