package html

import (
	"cmp"
	"strconv"
	"strings"

	"samsyn/internal/prose"
	"samsyn/internal/text"
	blocks "samsyn/internal/view/block"
)

// prose writes a text in Markdown. Everything in it is escaped here; a link that
// the view does not know leads nowhere, and a picture from elsewhere is a link.
func (d *drawer) prose(m *markup, p blocks.Prose, level int) {
	w := &proseWriter{markup: m, d: d, p: p, level: level}
	w.blocks(p.Doc.Blocks, false)
	if len(p.Doc.Footnotes) > 0 {
		w.footnotes()
	}
}

type proseWriter struct {
	*markup
	d     *drawer
	p     blocks.Prose
	level int
	refs  map[int]int // how often each footnote has been referred to
}

func (w *proseWriter) blocks(list []prose.Block, tight bool) {
	for _, b := range list {
		w.block(b, tight)
	}
}

func (w *proseWriter) block(b prose.Block, tight bool) {
	switch b := b.(type) {
	case *prose.Heading:
		tag := "h" + strconv.Itoa(min(max(w.level+b.Level-w.p.First, 2), 6))
		w.open(tag, "id", w.p.Prefix+b.ID)
		w.inlines(b.Inlines)
		w.raw("</", tag, ">\n")
	case *prose.Paragraph:
		if tight {
			w.inlines(b.Inlines)
			return
		}
		w.raw("<p>")
		w.inlines(b.Inlines)
		w.raw("</p>\n")
	case *prose.List:
		w.list(b)
	case *prose.Quote:
		w.raw("<blockquote>\n")
		w.blocks(b.Blocks, false)
		w.raw("</blockquote>\n")
	case *prose.Code:
		w.raw(`<pre tabindex="0"><code>`)
		w.text(b.Text)
		w.raw("</code></pre>\n")
	case *prose.Table:
		w.table(b)
	case *prose.Rule:
		w.raw("<hr>\n")
	}
}

func (w *proseWriter) list(l *prose.List) {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	start := ""
	if l.Ordered && l.Start != 1 {
		start = strconv.Itoa(l.Start)
	}
	w.open(tag, "start", start)
	w.raw("\n")
	for _, item := range l.Items {
		w.raw("<li>")
		w.blocks(item, l.Tight)
		w.raw("</li>\n")
	}
	w.raw("</", tag, ">\n")
}

func (w *proseWriter) table(t *prose.Table) {
	label := "table"
	if len(t.Head) > 0 {
		label = prose.Plain(t.Head[0])
	}
	w.raw(`<div class="scroll" role="region" tabindex="0"`)
	w.attr("aria-label", label)
	w.raw("><table class=\"dense\">\n<thead><tr>")
	for n, cell := range t.Head {
		w.cell("th", t.Align, n, cell, ` scope="col"`)
	}
	w.raw("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		w.raw("<tr>")
		for n, cell := range row {
			w.cell("td", t.Align, n, cell, "")
		}
		w.raw("</tr>\n")
	}
	w.raw("</tbody>\n</table></div>\n")
}

func (w *proseWriter) cell(tag string, align []prose.Align, n int, inlines []prose.Inline, extra string) {
	if tag == "th" && len(inlines) == 0 {
		tag, extra = "td", "" // a header without words names nothing
	}
	w.raw("<", tag, extra)
	if n < len(align) {
		switch align[n] {
		case prose.AlignRight:
			w.raw(` class="n"`)
		case prose.AlignCenter:
			w.raw(` class="c"`)
		}
	}
	w.raw(">")
	w.inlines(inlines)
	w.raw("</", tag, ">")
}

func (w *proseWriter) inlines(list []prose.Inline) {
	for _, in := range list {
		switch in := in.(type) {
		case *prose.Text:
			w.said(in.Value)
		case *prose.CodeSpan:
			w.raw("<code>")
			w.text(in.Value)
			w.raw("</code>")
		case *prose.LineBreak:
			w.raw("<br>")
		case *prose.Emphasis:
			tag := "em"
			if in.Strong {
				tag = "strong"
			}
			w.open(tag)
			w.inlines(in.Inlines)
			w.close(tag)
		case *prose.Link:
			w.link(in)
		case *prose.Image:
			w.image(in)
		case *prose.FootnoteRef:
			w.footnoteRef(in.Number)
		}
	}
}

func (w *proseWriter) link(l *prose.Link) {
	r, known := w.p.Links[l.Target]
	if !known || strings.TrimSpace(prose.Plain(l.Inlines)) == "" {
		w.inlines(l.Inlines)
		return
	}
	w.anchor(r)
	w.inlines(l.Inlines)
	w.raw("</a>")
}

func (w *proseWriter) anchor(r blocks.Ref) {
	w.raw("<a")
	w.attr("href", w.d.href(r))
	if r.Lang != "" {
		w.attr("hreflang", r.Lang)
	}
	if r.URL != "" {
		w.raw(` rel="noopener noreferrer"`)
	}
	w.raw(">")
}

// image shows a picture of our own. One from elsewhere would tell another server
// who reads the page, so it is a link with the picture's words.
func (w *proseWriter) image(i *prose.Image) {
	if own, ok := w.p.Images[i.Target]; ok {
		w.raw("<img")
		w.attr("src", w.d.href(blocks.Ref{File: own.File}))
		w.attr("alt", i.Alt)
		if own.Width > 0 && own.Height > 0 {
			w.attr("width", strconv.Itoa(own.Width))
			w.attr("height", strconv.Itoa(own.Height))
		}
		w.raw(` loading="lazy">`)
		w.caption(i)
		return
	}
	word := i.Alt
	if word == "" {
		word, _ = text.PictureElsewhere.In(w.d.page.Lang)
	}
	if r, ok := w.p.Links[i.Target]; ok {
		w.anchor(r)
		w.text(word)
		w.raw("</a>")
	} else {
		w.text(word)
	}
	w.caption(i)
}

// caption writes a picture's title below it. The picture may stand in the midst of a
// paragraph, where there can be no figure.
func (w *proseWriter) caption(i *prose.Image) {
	if i.Title != "" {
		w.raw(` <span class="caption">`)
		w.said(i.Title)
		w.raw("</span>")
	}
}

// said writes running text.
func (w *proseWriter) said(s string) { w.markup.said(divisible(s, cmp.Or(w.p.Lang, w.d.page.Lang))) }

func (w *proseWriter) footnoteRef(number int) {
	n := strconv.Itoa(number)
	if w.refs == nil {
		w.refs = map[int]int{}
	}
	w.refs[number]++
	anchor := w.p.Prefix + "notref-" + n
	if w.refs[number] > 1 {
		anchor += "-" + strconv.Itoa(w.refs[number])
	}
	label, _ := text.ToNote.In(w.d.page.Lang)
	w.raw(`<sup><a class="noteref"`)
	w.attr("id", anchor)
	w.attr("href", "#"+w.p.Prefix+"not-"+n)
	w.attr("aria-label", text.Join(label, n))
	w.raw(">", n, "</a></sup>")
}

func (w *proseWriter) footnotes() {
	back, _ := text.BackToText.In(w.d.page.Lang)
	title, _ := text.Footnotes.In(w.d.page.Lang)
	w.raw(`<div class="notes"><p class="title">`)
	w.text(title)
	w.raw("</p>\n<ol>\n")
	for _, f := range w.p.Doc.Footnotes {
		n := strconv.Itoa(f.Number)
		w.open("li", "id", w.p.Prefix+"not-"+n)
		w.blocks(f.Blocks, len(f.Blocks) == 1)
		if w.refs[f.Number] > 0 {
			w.raw(` <a class="back"`)
			w.attr("href", "#"+w.p.Prefix+"notref-"+n)
			w.attr("aria-label", back+" "+n)
			w.raw(">↩</a>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ol></div>\n")
}
