package html

import (
	"html/template"
	"strings"

	"samsyn/internal/text"
	"samsyn/internal/view/page"
	sites "samsyn/internal/view/site"
)

// sharedKey tells the menus of pages apart: those of one language and depth
// differ only in which of their items one stands on.
type sharedKey struct {
	lang, root, section string
	on                  string // the item of the menu that is this page, "" where none
}

// sharedParts are drawn once for all pages with the same key.
type sharedParts struct{ menu, foot template.HTML }

// menuData is what the template of the main menu draws.
type menuData struct{ Nav []link }

// footData is what the template of the foot draws.
type footData struct {
	FooterMenu string
	Footer     []link
	Colophon   template.HTML
}

// common draws the menu and the foot of a page, or finds them drawn.
func (w *Writer) common(p *page.Page, f *sites.Frame) (sharedParts, error) {
	root := w.drawer(p).root
	key := sharedKey{lang: p.Lang, root: root, section: p.Section}
	for _, n := range f.Nav {
		if n.Ref.Page == p.Path {
			key.on = p.Path
		}
	}
	if known, ok := w.shared.Load(key); ok {
		return known.(sharedParts), nil
	}
	// Addresses depend on how deep the page lies, not on which it is.
	d := &drawer{page: &page.Page{Path: "-", Lang: p.Lang}, root: root}
	var menu menuData
	for _, n := range f.Nav {
		current := ""
		switch {
		case n.Ref.Page == p.Path:
			current = "page"
		case n.Section == p.Section:
			current = "true"
		}
		menu.Nav = append(menu.Nav, link{d.href(n.Ref), n.Ref.Lang, drawn(d.text, n.Label), current})
	}
	foot := footData{Colophon: d.all(f.Colophon)}
	foot.FooterMenu, _ = text.FooterMenu.In(p.Lang)
	for _, c := range f.Footer {
		foot.Footer = append(foot.Footer, link{Href: d.href(c.Ref), Lang: c.Ref.Lang, Label: drawn(d.text, c.Label)})
	}
	var parts sharedParts
	for name, part := range map[string]struct {
		data any
		into *template.HTML
	}{"menu": {menu, &parts.menu}, "foot": {foot, &parts.foot}} {
		var b strings.Builder
		if err := w.shapes.ExecuteTemplate(&b, name, part.data); err != nil {
			return sharedParts{}, err
		}
		*part.into = template.HTML(b.String()) // as the template escaped it
	}
	w.shared.Store(key, parts)
	return parts, nil
}
