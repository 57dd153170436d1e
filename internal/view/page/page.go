// Package page is a page of the site before it is drawn, and what pages of many
// kinds have in common: cards of initiatives, what has happened to a thing, the
// notice that its time is over.
package page

import (
	"samsyn/internal/model"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
)

// Page is one page of the site.
type Page struct {
	Path string // without ".html"; "index" is the start page
	Lang string
	Kind string // what kind of page it is: "start", "initiative", …
	// WindowTitle is the title of the window and of search hits, unique on the site.
	WindowTitle string
	Description string
	Crumbs      []block.Link
	Kicker      block.Line // what kind of thing the page tells of
	Title       block.Text
	Also        string     // other names and identifiers of the same thing, to be found by
	Marks       block.Line // its status
	Lead        block.Line
	Blocks      []block.Block
	// Section is the page of the main menu that this one belongs under.
	Section string
	// Alternates are the same page in all its languages, this one included; nil
	// where there is only one.
	Alternates []Alternate
	Updated    model.Date // when its content last changed; zero: not known
	Created    model.Date
	// Reviewed tells when somebody last looked through what the page tells of, and
	// in what way; nil where the content says nothing about that.
	Reviewed *Reviewed
	// Hidden pages are not offered to search engines: parts of other pages.
	Hidden bool
	// Together: what the page opens with stays together. On other pages a notice that
	// its thing is over goes before the introduction.
	Together bool
	// Feed: the page leads programs to the feed of what has changed.
	Feed bool
	// Scripts are the files of the site that the page runs.
	Scripts []string
	// Anywhere: the page is shown at any address, so its links go from the site's root.
	Anywhere bool
	// Undated pages tell of no content that could come or change.
	Undated bool
	// Unsearched pages are not found by searching: those that show what others show.
	Unsearched bool
	// Weight is how much the page is worth more than others in a search where all else
	// is nearly equal: things before lists, and the few areas before all that belongs
	// to them.
	Weight int
}

// Reviewed is a day and what was done then: ”Aktualitetsprövad”.
type Reviewed struct {
	How block.Text
	On  model.Date
}

// Alternate is a page in another language.
type Alternate struct {
	Lang string
	Path string
}

// Words are what a page says, for finding it: the words of its introduction and
// those of everything below.
func (p *Page) Words() (lead, body string) {
	return block.WordsOf(block.Para{Line: p.Kicker}, block.Para{Line: p.Lead}), block.WordsOf(p.Blocks...)
}

// Add puts those of some blocks that say something at the end of the page.
func (p *Page) Add(blocks ...block.Block) { p.Blocks = append(p.Blocks, block.Shown(blocks...)...) }

// Under puts blocks under a heading at the end of the page; where none of them says
// anything, there is no heading.
func (p *Page) Under(id string, title block.Text, blocks ...block.Block) {
	p.Add(block.Headed(id, title, blocks...)...)
}

// Crumb leads to a page above.
func Crumb(t *view.Language, label block.Text, page string) block.Link {
	return block.Link{Label: label, Ref: t.To(page)}
}
