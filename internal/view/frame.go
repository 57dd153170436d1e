package view

import "samsyn/internal/text"

// Frame is what stands around every page of a language.
type Frame struct {
	Title    Text // the site's name, short
	Home     Ref
	Nav      []NavItem
	Footer   []Link
	Colophon []Block
}

// NavItem is an item of the main menu. Pages of its Section belong under it.
type NavItem struct {
	Link
	Section string
}

// Frame is what stands around the pages of a language.
func (s *Site) Frame(lang string) *Frame {
	if f := s.frames[lang]; f != nil {
		return f
	}
	return s.frames[s.Main]
}

func (t *tongue) frame() *Frame {
	f := &Frame{Home: t.to("index"), Title: t.say(text.TheAgreement)}
	if a := t.Content.Agreement; a != nil {
		f.Title = t.tr(a.ShortTitle, "short_title")
		if f.Title.S == "" {
			f.Title = t.tr(a.Title, "title")
		}
	}
	item := func(l text.Label, page string) {
		if _, there := t.byPath[page]; there {
			f.Nav = append(f.Nav, NavItem{Link{t.say(l), t.to(page)}, page})
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
		if _, there := t.byPath[page]; there {
			f.Footer = append(f.Footer, Link{t.say(l), t.to(page)})
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
	foot(text.VersionsTitle, VersionsFolder)
	foot(text.OpenData, "data")
	foot(text.AZ, "a-o")
	f.Colophon = t.colophon()
	return f
}

// colophon says who publishes the site, how one reaches them and of when it is. Which
// revision it was made of is told on the page about the site alone, so that a change
// changes no more pages than it must.
func (t *tongue) colophon() []Block {
	var f factList
	f.add(t.say(text.Publisher), t.publisherLine())
	if c := t.Content.Config; c != nil && c.Contact.Given() {
		line := words(t.own(c.Contact.Name.V))
		for _, l := range []Line{
			linked(Text{S: c.Contact.Email.V}, letterTo(c.Contact.Email.V)),
			linked(Text{S: c.Contact.Phone.V}, safeURL("tel:"+digits(c.Contact.Phone.V))),
		} {
			if len(l) > 0 && len(line) > 0 {
				line = append(line, plain(", "))
			}
			line = append(line, l...)
		}
		f.add(t.say(text.Contact), line)
	}
	f.add(t.say(text.Told), words(t.date(t.Options.Today)))
	return f.blocks()
}

// ChangedOn is the day (ISO 8601) when an entry's content last changed, "" where
// that is not known.
func (s *Site) ChangedOn(e Entry) string { return s.times[e.source].Changed.String() }

// LastChanged is the day (ISO 8601) when any of the content last changed, "" where
// that is not known.
func (s *Site) LastChanged() string { return s.times[""].Changed.String() }

// ShareCard is what the picture says that goes with links to the site.
type ShareCard struct{ Title, Subtitle, Publisher string }

// Card is said in the content's own language.
func (s *Site) Card() ShareCard {
	t := s.main()
	c := ShareCard{Title: t.siteTitle().S, Publisher: t.publisher().S}
	if a := s.Content.Agreement; a != nil {
		c.Subtitle = a.Subtitle.V
	}
	return c
}
