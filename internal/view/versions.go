package view

import (
	"samsyn/internal/model"
	"samsyn/internal/text"
)

// VersionsFolder is where the adopted versions lie on the site.
const VersionsFolder = "versioner"

// Version is an adopted version that is kept on the site, in a folder of its name.
type Version struct {
	Name string
	Day  model.Date
}

// Earlier says that a site is that of an earlier version, beside the current one.
type Earlier struct {
	Version
	BaseURL string          // of the current site, "" where it does not know its own
	Pages   map[string]bool // that the current site has, by path
}

// folder is where the version is seen from the current site.
func (v Version) folder() string { return VersionsFolder + "/" + v.Name }

// now is the path of the current site's page for one of the earlier version.
func (e *Earlier) now(path string) string {
	if e.Pages[path] {
		return path
	}
	return "index"
}

// Canonical is the address that search engines should give for a page: the current
// site's, where it has the page. "" where the site does not know its own.
func (s *Site) Canonical(path string) string {
	e := s.Options.Earlier
	switch {
	case e == nil || !e.Pages[path]:
		return s.Address(path)
	case e.BaseURL == "":
		return ""
	}
	return addressIn(e.BaseURL, path)
}

// isEarlier says on a page that it is of an earlier version, and leads to now.
func (t *tongue) isEarlier(path string) []Block {
	e := t.Options.Earlier
	if e == nil {
		return nil
	}
	now := Ref{File: "../../" + e.now(path) + ".html"} // the site lies in versioner/NAME
	return []Block{Notice{Tone: Warn, Title: t.say(text.EarlierVersion), Blocks: []Block{
		Para{Line: append(words(t.sayf(text.EarlierAdopted, e.Name, t.date(e.Day).S)), plain(" "), Span{Text: t.say(text.SeeCurrent), Ref: now})},
	}}}
}

func (t *tongue) versionsPage() *Page {
	p := &Page{
		Section: "follow-up", Title: t.say(text.VersionsTitle), Lead: words(t.say(text.VersionsLead)),
		Crumbs: []Link{t.crumb(t.say(text.FollowUp), "follow-up")},
	}
	var list List
	for _, v := range t.Options.Versions {
		list.Items = append(list.Items, append(linked(Text{S: v.Name}, Ref{File: v.folder() + "/index.html"}), plain(", "), Span{Text: t.date(v.Day)}))
	}
	p.Blocks = []Block{list}
	return p
}
