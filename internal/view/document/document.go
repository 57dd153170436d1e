// Package document makes the documents that become PDFs: the agreement, each plan,
// each plan's summary on one page, and the results reports. A view goes in, documents of blocks come out.
package document

import (
	"samsyn/internal/address"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/outcome"
)

// Document is a PDF before it is laid out.
type Document struct {
	// ID is the name of its file without the ending, stable for ever.
	ID    string
	Lang  string
	Title string
	// Subject says in a sentence what the document is.
	Subject   string
	Publisher block.Text
	Cover     Cover
	// ContentsTitle is the heading of the table of contents, "" where the
	// document is too short to have one.
	ContentsTitle string
	// ContentsDepth is how many levels of headings it has; 0 is two.
	ContentsDepth int
	RunningHead   string
	Foot          string
	Parts         []Part
	Seal          Seal
}

// Cover is a document's first page. A document whose Cover has no Title has none.
type Cover struct {
	Kicker   block.Text // what kind of document it is
	Title    block.Text
	Subtitle block.Text
	// Mark is what the reader must know of its standing: "Utkast", "Avskrift".
	Mark  block.Text
	Facts []block.Fact
}

// Part begins on a page of its own, unless it Follows the one before it closely
// and may share its last page. Its blocks are mostly Sections, whose headings
// have level 1.
type Part struct {
	Landscape bool
	Follows   bool
	// Annex comes after the seal: the document itself has ended.
	Annex  bool
	Blocks []block.Block
}

// Entry is a document that can be made: its ID and its title, as it has them.
type Entry struct {
	ID, Title string
	Make      func() *Document
}

// All are all the PDFs to be made: the agreement, then the plans that are
// shown, in the order of their folders, each with its summary, then the results reports.
func All(s *view.View) []Entry {
	var all []Entry
	if a := s.Content.Agreement; a != nil {
		all = append(all, Entry{address.Agreement, a.Title.V, func() *Document { return Agreement(s) }})
	}
	t := s.InMain()
	for _, p := range s.Content.Plans {
		if p = s.Facts.Plan(p.ID.V); p != nil {
			title := t.PlanTitle(p).S
			all = append(all, Entry{address.PlanDocument(p), title, func() *Document { return Plan(s, p.ID.V) }},
				Entry{address.Summary(p), t.Sayf(summaryFile, title).S, func() *Document { return Summary(s, p.ID.V) }})
		}
	}
	for _, r := range outcome.Shown(t) {
		all = append(all, Entry{address.ResultsDocument(r.ID.V), t.Text(r.Title, "title").S, func() *Document { return Results(t, r) }})
	}
	return all
}
