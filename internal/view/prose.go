package view

import (
	"net/url"
	"path"
	"strings"

	"samsyn/internal/prose"
	"samsyn/internal/text"
	"samsyn/internal/view/block"
)

// textOf is the text of a file in this language, or its own and that text's language.
func (t *Language) textOf(file string, own *prose.Doc) (doc *prose.Doc, lang string) {
	if t.Lang == t.Main {
		return own, ""
	}
	if f := t.files[file]; f != nil && !f.Body.Empty() {
		return f.Body, ""
	}
	return own, t.Main
}

// Prose is a text of the content as a block, in this language where it is
// translated; nil where there is none.
func (t *Language) Prose(file string, doc *prose.Doc, first int) []block.Block {
	doc, lang := t.textOf(file, doc)
	if doc.Empty() {
		return nil
	}
	p := block.Prose{Doc: doc, First: first, Prefix: t.prefix(file), Lang: lang, Links: map[string]block.Ref{}, Images: map[string]block.Image{}}
	doc.Walk(nil, func(in prose.Inline) {
		switch in := in.(type) {
		case *prose.Link:
			if r := t.Target(file, in.Target); r.Given() {
				p.Links[in.Target] = r
			}
		case *prose.Image:
			t.image(p, file, in)
		}
	})
	if lang != "" {
		return []block.Block{block.Para{Tone: block.Quiet, Line: block.Words(t.Say(text.OnlyInSwedish))}, p}
	}
	return []block.Block{p}
}

// image takes down where a picture is published, or where one can go to see it:
// pictures elsewhere are never loaded.
func (t *Language) image(p block.Prose, file string, in *prose.Image) {
	if r := SafeURL(in.Target); r.Given() {
		p.Links[in.Target] = r
		return
	}
	u, err := url.Parse(in.Target)
	if err != nil || u.Scheme != "" || u.Host != "" {
		return
	}
	if f, ok := t.Options.Published[prose.Composed(path.Join(path.Dir(file), u.Path))]; ok && strings.HasPrefix(f.Type, "image/") {
		p.Images[in.Target] = block.Image{File: f.File, Width: f.Width, Height: f.Height}
	}
}

// Excerpt is the paragraph that a text begins with as a line, without footnotes.
func (t *Language) Excerpt(file string, doc *prose.Doc) block.Line {
	doc, lang := t.textOf(file, doc)
	if doc.Empty() {
		return nil
	}
	if p, ok := doc.Blocks[0].(*prose.Paragraph); ok {
		return t.spans(nil, file, p.Inlines, block.Span{Text: block.Text{Lang: lang}})
	}
	return nil
}

// spans turns inlines into spans that look like look.
func (t *Language) spans(line block.Line, file string, inlines []prose.Inline, look block.Span) block.Line {
	put := func(s string) {
		if s != "" {
			span := look
			span.S = s
			line = append(line, span)
		}
	}
	for _, in := range inlines {
		inner := look
		switch in := in.(type) {
		case *prose.Text:
			put(in.Value)
		case *prose.CodeSpan:
			inner.Code, inner.S = true, in.Value
			line = append(line, inner)
		case *prose.LineBreak:
			put(" ")
		case *prose.Image:
			put(in.Alt)
		case *prose.Emphasis:
			inner.Strong, inner.Em = look.Strong || in.Strong, look.Em || !in.Strong
			line = t.spans(line, file, in.Inlines, inner)
		case *prose.Link:
			if r := t.Target(file, in.Target); r.Page != "" || r.Fragment == "" {
				inner.Ref = r // a place in the text itself is not where the excerpt stands
			}
			line = t.spans(line, file, in.Inlines, inner)
		}
	}
	return line
}
