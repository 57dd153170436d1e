package conform

import (
	"slices"
	"strings"

	"samsyn/internal/pdfobj"
)

// standard are the structure types of ISO 32000-1, 14.8.4, that need no role.
var standard = strings.Fields("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private " +
	"P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot " +
	"Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form")

// under are the structure types that an element may stand under, for those
// that may not stand anywhere (ISO 32000-1, 14.8.4.3).
var under = map[pdfobj.Name][]pdfobj.Name{
	"LI": {"L"}, "Lbl": {"LI", "Note", "TOCI"}, "LBody": {"LI"},
	"TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
	"THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "TOCI": {"TOC"},
}

// parents reads the parent tree, which leads from content to its element.
func (c *checker) parents() {
	tree := c.Dict(c.Root()["StructTreeRoot"])
	if tree == nil {
		c.say("the file has no structure")
		return
	}
	nums := c.Array(c.Dict(tree["ParentTree"])["Nums"])
	if len(nums) == 0 {
		c.say("nothing leads from the content to its structure")
	}
	for i := 0; i+1 < len(nums); i += 2 {
		if key, is := c.number(nums[i]); is {
			c.owner[key] = nums[i+1]
		}
	}
}

// walker goes through the structure in reading order.
type walker struct {
	*checker
	roles   pdfobj.Dict
	seen    map[pdfobj.Ref]bool
	heading int // level of the last heading
	ids     map[string]bool
}

func (c *checker) structure() {
	tree := c.Dict(c.Root()["StructTreeRoot"])
	w := &walker{checker: c, roles: c.Dict(tree["RoleMap"]), seen: map[pdfobj.Ref]bool{}, ids: map[string]bool{}}
	w.kids(tree, "")
	if tree != nil && len(w.seen) == 0 {
		c.say("the structure is empty")
	}
}

// kids visits the elements below one; K is an element, or an array of them among
// content.
func (w *walker) kids(e pdfobj.Dict, parent pdfobj.Name) {
	for _, k := range w.List(e["K"]) {
		ref, is := k.(pdfobj.Ref)
		if kid := w.Dict(k); is && !w.seen[ref] && kid["S"] != nil {
			w.seen[ref] = true
			w.element(kid, parent)
		}
	}
}

func (w *walker) element(e pdfobj.Dict, parent pdfobj.Name) {
	kind := w.name(e["S"])
	if role, has := w.roles[kind]; has {
		kind = w.name(role)
	}
	if !slices.Contains(standard, string(kind)) {
		w.say("nobody knows what the structure type %q means", kind)
	}
	if may := under[kind]; may != nil && !slices.Contains(may, parent) {
		w.say("a %s stands under a %s", kind, parent)
	}
	switch kind {
	case "Figure", "Formula":
		if w.text(e["Alt"]) == "" && w.text(e["ActualText"]) == "" {
			w.say("a figure has no alternative text")
		}
	case "TH":
		if w.attribute(e, "Scope") == nil {
			w.say("a header cell does not say what it heads")
		}
	case "Note":
		id, _ := w.Resolve(e["ID"]).(pdfobj.Str)
		if len(id) == 0 || w.ids[string(id)] {
			w.say("a note has no identifier of its own")
		}
		w.ids[string(id)] = true
	case "Table":
		w.table(e)
	case "H1", "H2", "H3", "H4", "H5", "H6":
		level := int(kind[1] - '0')
		if level > w.heading+1 {
			w.say("a heading of level %d follows one of level %d", level, w.heading)
		}
		w.heading = level
	}
	w.kids(e, kind)
}

// attribute is one of an element's attributes, whatever its owner.
func (w *walker) attribute(e pdfobj.Dict, key pdfobj.Name) any {
	for _, a := range w.List(e["A"]) {
		if v := w.Dict(a)[key]; v != nil {
			return w.Resolve(v)
		}
	}
	return nil
}

// table checks that every row has as many columns.
func (w *walker) table(e pdfobj.Dict) {
	columns := -1
	for _, row := range w.rows(e) {
		n := 0
		for _, k := range w.elements(row) {
			span := 1
			if s, is := w.attribute(k, "ColSpan").(pdfobj.Num); is {
				span, _ = s.Int()
			}
			n += span
		}
		if columns >= 0 && n != columns {
			w.say("a table has rows of %d and of %d columns", columns, n)
			return
		}
		columns = n
	}
}

func (w *walker) rows(e pdfobj.Dict) []pdfobj.Dict {
	var rows []pdfobj.Dict
	for _, k := range w.elements(e) {
		switch w.name(k["S"]) {
		case "TR":
			rows = append(rows, k)
		case "THead", "TBody", "TFoot":
			for _, r := range w.elements(k) {
				if w.name(r["S"]) == "TR" {
					rows = append(rows, r)
				}
			}
		}
	}
	return rows
}

func (w *walker) elements(e pdfobj.Dict) []pdfobj.Dict {
	var out []pdfobj.Dict
	for _, k := range w.List(e["K"]) {
		if d := w.Dict(k); d["S"] != nil {
			out = append(out, d)
		}
	}
	return out
}
