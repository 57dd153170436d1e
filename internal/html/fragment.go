package html

import (
	"html/template"

	blocks "samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// Fragment draws blocks that stand on no page of the site, in a language. Their links
// begin with root, the address of the site's folder with a slash at its end.
func Fragment(list []blocks.Block, lang, root string) template.HTML {
	d := newDrawer(&page.Page{Lang: lang})
	d.root = root
	return d.all(list)
}
