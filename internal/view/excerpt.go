package view

import "samsyn/internal/prose"

// withoutFirst is a text without its first paragraph, where it begins with one
// that has no footnotes.
func withoutFirst(doc *prose.Doc) (*prose.Doc, bool) {
	if len(doc.Blocks) == 0 {
		return doc, false
	}
	p, ok := doc.Blocks[0].(*prose.Paragraph)
	if !ok {
		return doc, false
	}
	for _, in := range p.Inlines {
		if _, note := in.(*prose.FootnoteRef); note {
			return doc, false
		}
	}
	return &prose.Doc{File: doc.File, Blocks: doc.Blocks[1:], Footnotes: doc.Footnotes}, true
}
