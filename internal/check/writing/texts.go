// Package writing holds the rules about how a content is written: its Markdown, its links,
// what is left for later and translations left behind. A rule takes a pass, looks at its
// content and reports to it.
package writing

import (
	"strconv"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// Texts are the rules of Markdown. Each walks the texts on its own.
var Texts = []pass.Rule{
	pass.Rejects("unsafe-link", unsafeLinks),
	pass.Rejects("raw-html", rawHTML),
	pass.Finds(BrokenLink, brokenLinks),
	pass.Rejects("image-without-alt", imagesWithoutAlt),
	pass.Rejects("heading-order", headingOrder),
	pass.Finds(diag.PathEscapes, escapingLinks),
	pass.Rejects("empty-link", emptyLinks),
	pass.Warns("literal-markdown", literalMarkdown),
	pass.Warns("link-text", linkTexts),
}

// in is the place of something in a text.
func in(doc *prose.Doc, p diag.Pos) diag.Place {
	return diag.Place{File: doc.File, Range: diag.Range{Start: p, End: p}}
}

// headingOrder holds headings to begin on the level that is theirs, and to skip none.
func headingOrder(k pass.Pass) {
	for _, t := range k.Texts {
		level := t.First - 1
		for _, h := range t.Doc.Headings() {
			switch at := in(t.Doc, h.At); {
			case h.Level < t.First:
				k.Report(at, diag.Say(
					"Rubriken är på nivå %[1]s, men texten börjar på nivå %[2]s (filens titel är nivå 1). Skriv: ”%[3]s”",
					"The heading is on level %[1]s, but the text begins on level %[2]s (the file's title is level 1). Write: “%[3]s”",
					strconv.Itoa(h.Level), strconv.Itoa(t.First), headed(h, t.First)))
				continue
			case h.Level > level+1 && level >= max(t.First, 2):
				k.Report(at, diag.Say(
					"Rubriken är på nivå %[1]s, under en på nivå %[2]s. Hoppa inte över en nivå. Hör den till avsnittet ovanför: skriv ”%[3]s”. Är den ett eget avsnitt: skriv ”%[4]s”.",
					"The heading is on level %[1]s, below one on level %[2]s. Do not skip a level. If it belongs to the section above, write “%[3]s”. If it begins one of its own, write “%[4]s”.",
					strconv.Itoa(h.Level), strconv.Itoa(level), headed(h, level+1), headed(h, level)))
			case h.Level > level+1:
				k.Report(at, diag.Say(
					"Rubriken är på nivå %[1]s, men den närmast möjliga är nivå %[2]s. Hoppa inte över en nivå. Skriv: ”%[3]s”",
					"The heading is on level %[1]s, but the next possible one is level %[2]s. Do not skip a level. Write: “%[3]s”",
					strconv.Itoa(h.Level), strconv.Itoa(level+1), headed(h, level+1)))
			}
			level = h.Level
		}
	}
}

// headed is how a heading is written on a level.
func headed(h *prose.Heading, level int) string {
	return strings.TrimSpace(strings.Repeat("#", level) + " " + advice.Clip(prose.Plain(h.Inlines)))
}

// rawHTML tells of HTML, and of a pair of tags once.
func rawHTML(k pass.Pass) {
	for _, t := range k.Texts {
		open := map[string]int{} // how many tags of a name have opened
		tell := func(tag string, at diag.Pos) {
			if name, closes := strings.CutPrefix(tag, "/"); closes && open[name] > 0 {
				open[name]--
				return
			}
			open[tag]++
			k.Report(in(t.Doc, at), htmlMessage(tag))
		}
		t.Doc.Walk(func(b prose.Block) {
			if raw, is := b.(*prose.RawBlock); is {
				tell(raw.Tag, raw.At)
			}
		}, func(i prose.Inline) {
			if raw, is := i.(*prose.RawInline); is {
				tell(raw.Tag, raw.At)
			}
		})
	}
}

func htmlMessage(tag string) diag.Text {
	if tag == "" {
		return diag.Say("Texten innehåller en dold kommentar (<!-- … -->) eller annan kod från en webbsida. Den visas inte. Ta bort den.",
			"The text holds a hidden comment (<!-- … -->) or another code of a web page. It is not shown. Remove it.")
	}
	return diag.Say("Texten innehåller koder från en webbsida (HTML), som <%s>. De visas inte. Ta bort koderna, med tecknen < och >, och behåll texten. Länkar skrivs så här: [text](https://…), fet stil så här: **text**.",
		"The text holds codes of a web page (HTML), such as <%s>. They are not shown. Remove the codes, with the signs < and >, and keep the text. Links are written like this: [text](https://…), bold like this: **text**.", advice.Clip(tag))
}

func imagesWithoutAlt(k pass.Pass) {
	links(k, func(l link) {
		if l.image != nil && l.image.Alt == "" {
			k.Report(l.at, diag.Say(
				"Bilden saknar beskrivning för den som inte ser den. Skriv vad den visar mellan [ och ]: ![…](%s)",
				"The image has no description for those who cannot see it. Write what it shows between [ and ]: ![…](%s)", advice.Clip(l.target)))
		}
	})
}

// link is a link or an image of a text.
type link struct {
	doc    *prose.Doc
	target string
	at     diag.Place
	image  *prose.Image // nil for a link
	inner  []prose.Inline
}

// links gives all links and images of the texts.
func links(k pass.Pass, give func(link)) {
	for _, t := range k.Texts {
		for _, i := range t.Doc.Links {
			switch i := i.(type) {
			case *prose.Link:
				give(link{doc: t.Doc, target: i.Target, at: in(t.Doc, i.At), inner: i.Inlines})
			case *prose.Image:
				give(link{doc: t.Doc, target: i.Target, at: in(t.Doc, i.At), image: i})
			}
		}
	}
}

// resolved is where the link leads.
func (l link) resolved() prose.Target { return prose.Resolve(l.doc.File, l.target) }

func unsafeLinks(k pass.Pass) {
	links(k, func(l link) {
		if t := l.resolved(); t.Kind == prose.Unsafe {
			k.Report(l.at, unsafe(t.URL))
		}
	})
}

func escapingLinks(k pass.Pass) {
	links(k, func(l link) {
		t := l.resolved()
		if t.Kind != prose.Escaping {
			return
		}
		message := pass.Leaves(t.Path)
		if file := strings.TrimLeft(t.Path, "/"); file != t.Path && k.Exists(file) {
			message = diag.Say("Länken räknas från mappen där den här filen ligger, så den kan inte börja med ett snedstreck. Skriv %s.",
				"The link counts from this file's folder, so that it cannot begin with a slash. Write %s.", relative(l.doc.File, file))
		}
		k.Report(l.at, message)
	})
}
