package tagged

import "samsyn/internal/pdfobj"

// outlineItem is an entry of the outline with those below it.
type outlineItem struct {
	bookmark
	ref  pdfobj.Ref
	kids []*outlineItem
}

// writeOutline writes the outline (ISO 32000-1, 12.3.3) with all levels open.
func (d *Doc) writeOutline() pdfobj.Ref {
	top := &outlineItem{ref: d.file.Reserve()}
	path := []*outlineItem{top}
	for _, m := range d.bookmarks {
		for len(path) > 1 && path[len(path)-1].level >= m.level {
			path = path[:len(path)-1]
		}
		parent := path[len(path)-1]
		item := &outlineItem{bookmark: m, ref: d.file.Reserve()}
		parent.kids = append(parent.kids, item)
		path = append(path, item)
	}
	n := d.writeOutlineItems(top)
	d.file.Set(top.ref, pdfobj.Dict{
		"Type": pdfobj.Name("Outlines"), "Count": pdfobj.Int(n),
		"First": top.kids[0].ref, "Last": top.kids[len(top.kids)-1].ref,
	})
	return top.ref
}

// writeOutlineItems writes what is below parent and counts it.
func (d *Doc) writeOutlineItems(parent *outlineItem) int {
	count := 0
	for i, item := range parent.kids {
		o := pdfobj.Dict{
			"Title": pdfobj.Text(item.title), "Parent": parent.ref,
			"Dest": item.dest.array(),
		}
		if i > 0 {
			o["Prev"] = parent.kids[i-1].ref
		}
		if i+1 < len(parent.kids) {
			o["Next"] = parent.kids[i+1].ref
		}
		below := d.writeOutlineItems(item)
		if below > 0 {
			o["First"], o["Last"] = item.kids[0].ref, item.kids[len(item.kids)-1].ref
			o["Count"] = pdfobj.Int(below)
		}
		d.file.Set(item.ref, o)
		count += 1 + below
	}
	return count
}

// array is an explicit destination (12.3.2.2): the page, scrolled so that y is
// at the top of the window.
func (d dest) array() pdfobj.Array {
	return pdfobj.Array{d.page.ref, pdfobj.Name("XYZ"), nil, pdfobj.Flt(d.page.Height - d.y), nil}
}
