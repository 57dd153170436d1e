package site

import (
	"cmp"

	"samsyn/internal/address"
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/general"
	"samsyn/internal/view/part"
)

// Frame is what stands around every page of a language.
type Frame struct {
	Title    block.Text // the site's name
	Logotype block.Ref  // the county's, beside the name; none where it has none
	Shows    block.Text // what the logotype shows, in words
	Home     block.Ref
	Nav      []NavItem
	Footer   []block.Link
	Colophon []block.Block
}

// NavItem is an item of the main menu. Pages of its Section belong under it.
type NavItem struct {
	block.Link
	Section string
}

// Frame is what stands around the pages of a language.
func (s *Site) Frame(lang string) *Frame {
	return cmp.Or(s.frames[lang], s.frames[s.Main])
}

func (s *Site) frame(t *view.Language) *Frame {
	f := &Frame{Home: t.To("index"), Title: t.SiteName()}
	if file, published := t.Options.Published[address.Logotype(t.Content)]; published {
		f.Logotype, f.Shows = block.Ref{File: file.File}, t.Own(t.Config.Appearance.LogotypeAlt.V)
	}
	item := func(l text.Label, page string) {
		if s.offers(page) {
			f.Nav = append(f.Nav, NavItem{block.Link{Label: t.Say(l), Ref: t.To(page)}, page})
		}
	}
	item(text.TheAgreement, "agreement")
	item(text.Areas, "areas")
	item(text.Plans, "plans")
	item(text.FollowUp, "follow-up")
	item(text.Parties, "parties")
	item(text.NewHere, "join")
	item(text.Calendar, "calendar")
	item(text.Search, "search")
	foot := func(l text.Label, page string) {
		if s.offers(page) {
			f.Footer = append(f.Footer, block.Link{Label: t.Say(l), Ref: t.To(page)})
		}
	}
	foot(text.AccessibilityStatement, "accessibility")
	foot(text.AboutSite, "about")
	foot(text.Documents, "documents")
	foot(text.Decisions, "decisions")
	foot(text.Organisation, "organisation")
	foot(text.Indicators, "indicators")
	foot(text.Resource, "resources")
	foot(text.OtherStrategies, "strategies")
	foot(text.HistoryTitle, "history")
	foot(text.VersionsTitle, view.VersionsFolder)
	foot(text.OpenData, "data")
	foot(text.AZ, "a-o")
	f.Colophon = colophon(t)
	return f
}

// offers tells whether a page is there and has something on it.
func (s *Site) offers(page string) bool {
	n, there := s.byPath[page]
	return there && !s.entries[n].idle
}

// filled tells of a page that there is one of whether the content gives it anything to
// tell. One that has nothing keeps its address, and only the list of all pages leads to
// it.
func filled(t *view.Language, page string) bool {
	c := t.Content
	switch page {
	case "join":
		return t.Facts.Kept(t.Options.Drafts)
	case "plans":
		return len(t.Facts.PlansIn(t.Options.Drafts))+len(t.Facts.KnownPlans()) > 0
	case "organisation":
		return len(t.Facts.Bodies()) > 0
	case "indicators":
		return len(c.Indicators) > 0
	case "calendar":
		return len(general.Events(t)) > 0
	case "places":
		return len(t.Facts.Places()) > 0
	case "resources":
		return len(c.Resources) > 0
	case "strategies":
		return len(c.Strategies.All()) > 0
	}
	return true
}

// colophon says who publishes the site, how one reaches them and of when it is. Which
// revision it was made of is told on the page about the site alone, so that a change
// changes no more pages than it must.
func colophon(t *view.Language) []block.Block {
	var f block.Facts
	f.Add(t.Say(text.Publisher), general.PublisherLine(t))
	c := t.Config.Contact
	f.Add(t.Say(text.Contact), block.Joined([]block.Span{{Text: t.Own(c.Name.V)}, part.Email(c), part.Phone(c)}, ", "))
	f.Add(t.Say(text.Told), block.Words(t.Date(t.Options.Today)))
	return f.Blocks()
}

// ChangedOn is the day (ISO 8601) when an entry's content last changed, "" where
// that is not known.
func (s *Site) ChangedOn(e Entry) string { return s.Times(e.Source).Changed.String() }

// ShareCard is what the picture says that goes with links to the site.
type ShareCard struct{ Title, Subtitle, Publisher string }

// Card is said in the content's own language.
func (s *Site) Card() ShareCard {
	t := s.InMain()
	return ShareCard{Title: t.SiteTitle().S, Subtitle: t.Agreement.Subtitle.V, Publisher: t.Publisher().S}
}
