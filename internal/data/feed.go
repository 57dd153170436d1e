package data

import (
	"cmp"
	"encoding/xml"
	"slices"

	"samsyn/internal/address"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/internal/view/site"
)

// The feed as RFC 4287 has it.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  atomAuthor  `xml:"author"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// feed has the newest reports and decisions.
func feed(s *site.Site) []byte {
	const most = 50
	f := atomFeed{Lang: s.Main, ID: s.BaseURL() + "/" + address.Feed, Updated: stamp(model.Date{Year: 1970})}
	f.Title = s.InMain().Sayf(text.FeedTitle, s.Agreement.Title.V).S
	f.Author.Name = "Samsyn"
	if p := s.PublisherParty(); p != nil {
		f.Author.Name = p.Name.V
	}
	f.Links = []atomLink{{Rel: "self", Type: "application/atom+xml", Href: f.ID}, {Href: s.Address("index")}}
	f.Entries = entries(s)
	f.Entries = f.Entries[:min(len(f.Entries), most)]
	if len(f.Entries) > 0 {
		f.Updated = f.Entries[0].Updated
	}
	data, err := xml.MarshalIndent(f, "", "  ")
	if err != nil {
		return nil // whose types cannot fail to be written
	}
	return append(append([]byte(xml.Header), data...), '\n')
}

func stamp(d model.Date) string { return d.First().String() + "T00:00:00Z" }

func entries(s *site.Site) []atomEntry {
	var list []atomEntry
	add := func(page, fragment, title, summary string, when model.Date) {
		if when.IsZero() {
			return
		}
		list = append(list, atomEntry{ID: page + "#" + fragment, Title: title, Updated: stamp(when), Link: atomLink{Href: page + "#" + fragment}, Summary: summary})
	}
	for _, p := range s.Facts.PlansIn(false) {
		add(s.Address(address.Plan(p.ID.V)), "om-planen", s.InMain().Sayf(text.AdoptedThing, p.Title.V).S, p.Note.V, p.Adopted.Date.V)
		for _, i := range p.Initiatives {
			places := address.Reports(i)
			for n, r := range i.Reports {
				assessment := s.InMain().Value("assessment", r.Assessment).S
				add(s.Address(address.Initiative(i)), places[n], i.Title.V+": "+assessment, r.Text.V, r.Date.V)
			}
		}
	}
	for _, e := range s.Content.Calendar.All() {
		if e.Outcome.Given() && !e.Withdrawn.Given() {
			add(s.Address("calendar"), e.ID.V, e.Title.V, e.Outcome.V, e.Date.V)
		}
	}
	slices.SortStableFunc(list, func(a, b atomEntry) int { return cmp.Or(-cmp.Compare(a.Updated, b.Updated), cmp.Compare(a.ID, b.ID)) })
	return list
}
