package general

import (
	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// Earlier says on a page that it is of an earlier version, and leads to now.
func Earlier(t *view.Language, path string) []block.Block {
	e := t.Options.Earlier
	if e == nil {
		return nil
	}
	now := block.Ref{File: "../../" + e.Now(path) + ".html"} // the site lies in versioner/NAME
	return []block.Block{block.Notice{Tone: block.Warn, Title: t.Say(text.EarlierVersion), Blocks: []block.Block{
		block.Para{Line: append(block.Words(t.Sayf(text.EarlierAdopted, e.Name, t.Date(e.Day).S)), block.Run(" "), block.Span{Text: t.Say(text.SeeCurrent), Ref: now})},
	}}}
}

// Versions leads to the adopted versions that are kept beside the site.
func Versions(t *view.Language) *page.Page {
	p := &page.Page{
		Section: "follow-up", Title: t.Say(text.VersionsTitle), Lead: block.Words(t.Say(text.VersionsLead)),
		Crumbs: []block.Link{page.Crumb(t, t.Say(text.FollowUp), "follow-up")},
	}
	var list block.List
	for _, v := range t.Options.Versions {
		list.Items = append(list.Items, append(block.Linked(block.Text{S: v.Name}, block.Ref{File: v.Folder() + "/index.html"}), block.Run(", "), block.Span{Text: t.Date(v.Day)}))
	}
	p.Add(list)
	return p
}
