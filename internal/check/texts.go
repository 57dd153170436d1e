package check

import (
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// texts applies the rules of Markdown to every text.
func (k *checker) texts() {
	linked := anchors{}
	var again []*prose.Doc // those with links to a place in a file
	for _, t := range k.Texts {
		c := &textChecker{checker: k, doc: t.Doc, linked: linked, first: t.First, level: t.First - 1}
		t.Doc.Walk(c.block, c.inline)
		if c.leads {
			again = append(again, t.Doc)
		}
	}
	k.anchors(linked)
	for _, doc := range again {
		c := &textChecker{checker: k, doc: doc, linked: linked}
		doc.Walk(nil, c.place)
	}
}

type textChecker struct {
	*checker
	doc    *prose.Doc
	linked anchors        // of the files that links lead into
	leads  bool           // one of its links leads to a place in a file
	open   map[string]int // how many HTML tags of a name have opened
	first  int            // the level that headings begin on
	level  int            // of the last heading
	image  bool           // what is held now is an image, not a link
}

func (c *textChecker) at(p diag.Pos) diag.Place {
	return diag.Place{File: c.doc.File, Range: diag.Range{Start: p, End: p}}
}

func (c *textChecker) heading(h *prose.Heading) {
	if h.Level < c.first {
		c.report("heading-order", c.at(h.At), diag.Say(
			"Rubriken är på nivå %[1]s, men texten börjar på nivå %[2]s (filens titel är nivå 1). Skriv: ”%[3]s”",
			"The heading is on level %[1]s, but the text begins on level %[2]s (the file's title is level 1). Write: “%[3]s”",
			strconv.Itoa(h.Level), strconv.Itoa(c.first), headed(h, c.first)))
		return
	}
	if h.Level > c.level+1 {
		c.report("heading-order", c.at(h.At), diag.Say(
			"Rubriken är på nivå %[1]s, men den närmast möjliga är nivå %[2]s. Hoppa inte över en nivå. Skriv: ”%[3]s”",
			"The heading is on level %[1]s, but the next possible one is level %[2]s. Do not skip a level. Write: “%[3]s”",
			strconv.Itoa(h.Level), strconv.Itoa(c.level+1), headed(h, c.level+1)))
	}
	c.level = h.Level
}

// headed is how a heading is written on a level.
func headed(h *prose.Heading, level int) string {
	return strings.TrimSpace(strings.Repeat("#", level) + " " + short(prose.Plain(h.Inlines)))
}

func (c *textChecker) block(b prose.Block) {
	switch b := b.(type) {
	case *prose.Heading:
		c.heading(b)
	case *prose.RawBlock:
		c.html(b.Tag, b.At)
	}
}

// html tells of HTML, and of a pair of tags once.
func (c *textChecker) html(tag string, at diag.Pos) {
	if name, closes := strings.CutPrefix(tag, "/"); closes && c.open[name] > 0 {
		c.open[name]--
		return
	}
	if c.open == nil {
		c.open = map[string]int{}
	}
	c.open[tag]++
	c.report("raw-html", c.at(at), htmlMessage(tag))
}

func htmlMessage(tag string) diag.Text {
	if tag == "" {
		return diag.Say("Texten innehåller en dold kommentar (<!-- … -->) eller annan kod från en webbsida. Den visas inte. Ta bort den.",
			"The text holds a hidden comment (<!-- … -->) or another code of a web page. It is not shown. Remove it.")
	}
	return diag.Say("Texten innehåller koder från en webbsida (HTML), som <%s>. De visas inte. Ta bort koderna, med tecknen < och >, och behåll texten. Länkar skrivs så här: [text](https://…), fet stil så här: **text**.",
		"The text holds codes of a web page (HTML), such as <%s>. They are not shown. Remove the codes, with the signs < and >, and keep the text. Links are written like this: [text](https://…), bold like this: **text**.", short(tag))
}

func (c *textChecker) inline(in prose.Inline) {
	switch in := in.(type) {
	case *prose.RawInline:
		c.html(in.Tag, in.At)
	case *prose.Link:
		c.image = false
		c.target(in.Target, c.at(in.At))
	case *prose.Image:
		if in.Alt == "" {
			c.report("image-without-alt", c.at(in.At), diag.Say(
				"Bilden saknar beskrivning för den som inte ser den. Skriv vad den visar mellan [ och ]: ![…](%s)",
				"The image has no description for those who cannot see it. Write what it shows between [ and ]: ![…](%s)", short(in.Target)))
		}
		c.image = true
		c.target(in.Target, c.at(in.At))
	}
}

func (c *textChecker) target(target string, at diag.Place) {
	t := prose.Resolve(c.doc.File, target)
	switch t.Kind {
	case prose.Unsafe:
		c.report("unsafe-link", at, unsafe(t.URL))
	case prose.Escaping:
		message := escapeMessage(t.Path)
		if file := strings.TrimLeft(t.Path, "/"); file != t.Path && c.Exists(file) {
			message = diag.Say("Länken räknas från mappen där denna fil ligger, så den kan inte börja med ett snedstreck. Skriv %s.",
				"The link counts from this file's folder, so that it cannot begin with a slash. Write %s.", relative(c.doc.File, file))
		}
		c.report("path-escapes", at, message)
	case prose.Nowhere:
		c.report("broken-link", at, diag.Say("Länken leder ingenstans. Skriv en adress inom parentesen.",
			"The link leads nowhere. Write an address in the parentheses."))
	case prose.Inside:
		c.inside(target, t, at)
	}
}

func (c *textChecker) inside(target string, t prose.Target, at diag.Place) {
	if c.Outside[t.Path] {
		return
	}
	if t.Path != c.doc.File && !c.Exists(t.Path) {
		c.noFile(target, t, at)
		return
	}
	if t.Fragment != "" {
		c.leads, c.linked[t.Path] = true, nil
	}
}
