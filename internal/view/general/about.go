// Package general makes the pages of the agreement as a whole and of the site itself: the
// text, its decisions, documents, history and open data, and what the site is. A view goes
// in; a page comes out.
package general

import (
	"strings"

	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// Search has the box that a script makes search, and leads to the list of all pages.
func Search(t *view.Language) *page.Page {
	return &page.Page{
		Title: t.Say(text.Search), Lead: block.Words(t.Say(text.SearchLead)), Scripts: []string{"assets/search.js"}, Undated: true, Unsearched: true,
		Blocks: []block.Block{block.SearchBox{}, block.Para{Line: block.Linked(t.Say(text.SeeAZ), t.To("a-o"))}},
	}
}

// Gone is what a server shows where there is no page.
func Gone(t *view.Language) *page.Page {
	return &page.Page{Title: t.Say(text.PageGone), Lead: block.Words(t.Say(text.PageGoneLong)), Anywhere: true, Undated: true, Unsearched: true, Blocks: []block.Block{block.List{Items: []block.Line{
		block.Linked(t.Say(text.Search), t.To("search")), block.Linked(t.Say(text.AZ), t.To("a-o")), block.Linked(t.SiteTitle(), t.To("index")),
	}}}}
}

// About tells whose the site is, of when, and what it was made from.
func About(t *view.Language) *page.Page {
	p := &page.Page{Title: t.Say(text.AboutSite), Lead: block.Words(t.Say(text.AboutLead))}
	var f block.Facts
	f.Add(t.Say(text.Publisher), PublisherLine(t))
	source := t.Agreement.Source
	f.Add(t.Say(text.Source), block.Linked(t.Text(source.Title, "source/title"), view.SafeURL(source.URL.V)))
	f.Add(t.Say(text.Version), block.Words(block.Text{S: view.ShortCommit(t.Options.Commit)}))
	f.Add(t.Say(text.Told), block.Words(t.Date(t.Options.Today)))
	f.Add(t.Say(text.Digest), block.CodeLine(t.Options.Digest))
	f.Add(t.Say(text.MadeWith), block.Words(block.Text{S: strings.TrimSpace("Samsyn " + t.Options.Version)}))
	p.Add(f.Blocks()...)
	p.Under("kalla", t.Say(text.AboutThisText), block.Para{Line: block.Words(t.Text(source.Note, "source/note"))})
	p.Under("kontakt", t.Say(text.Contact), part.Contact(t, t.Config.Contact)...)
	p.Under("uppgifter", t.Say(text.YourData), block.Paragraph(block.Words(t.Say(text.YourDataLong)))...)
	p.Under("mer", t.Say(text.More), block.List{Items: []block.Line{
		block.Linked(t.Say(text.AccessibilityStatement), t.To("accessibility")),
		block.Linked(t.Say(text.Documents), t.To("documents")),
		block.Linked(t.Say(text.AZ), t.To("a-o")),
	}})
	return p
}

// PublisherLine is who publishes the site.
func PublisherLine(t *view.Language) block.Line { return t.Ref(t.Config.Publisher) }
