package site

import (
	"cmp"
	"slices"
	"strings"

	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// indexPage lists everything that has a page, from A to Ö.
func (s *Site) indexPage(t *view.Language) *page.Page {
	p := &page.Page{Title: t.Say(text.AZ), Lead: block.Words(t.Say(text.AZLead)), Unsearched: true}
	type named struct {
		title, kind string
		line        block.Line
	}
	var list []named
	for _, e := range s.entries {
		if e.Lang != t.Lang || e.Hidden {
			continue
		}
		title, _, _ := strings.Cut(e.Title, " – "+shortTitle(t.View))
		list = append(list, named{title, e.Kind, block.Linked(block.Text{S: title}, t.To(e.bare))})
	}
	const most = 3000 // beyond that the search serves better, and things have their own lists
	if len(list) > most {
		list = slices.DeleteFunc(list, func(n named) bool { return n.kind == "initiative" })
	}
	view.InOrder(t, list, func(n named) string { return n.title })
	var letters []string
	under := map[string][]block.Line{} // a title that begins with a quotation mark sorts apart from its letter
	for _, n := range list {
		letter := initial(n.title)
		if under[letter] == nil {
			letters = append(letters, letter)
		}
		under[letter] = append(under[letter], n.line)
	}
	for _, letter := range letters {
		p.Under("bokstav-"+strings.ToLower(letter), block.Text{S: letter}, block.List{Items: under[letter]})
	}
	return p
}

func shortTitle(v *view.View) string {
	return cmp.Or(v.Agreement.ShortTitle.V, v.Agreement.Title.V)
}

// initial is the letter that a title is found under.
func initial(title string) string {
	for _, c := range strings.ToUpper(title) {
		switch {
		case c >= 'A' && c <= 'Z', c == 'Å', c == 'Ä', c == 'Ö':
			return string(c)
		case c == 'É', c == 'È':
			return "E"
		case c >= '0' && c <= '9':
			return "0–9"
		}
	}
	return "#"
}
