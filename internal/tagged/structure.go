package tagged

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/pdfobj"
)

// writeStructure writes the structure tree (ISO 32000-1, 14.7) and returns its
// root. Annotations and pages have their references by then.
func (d *Doc) writeStructure() (pdfobj.Ref, error) {
	root := d.file.Reserve()
	ids := map[string]pdfobj.Ref{}
	if err := d.writeElem(d.root, root, ids); err != nil {
		return 0, err
	}

	var nums pdfobj.Array
	for i, p := range d.Pages {
		nums = append(nums, pdfobj.Int(i), d.file.Add(pdfobj.Later(func() any { return p.parents() })))
	}
	key := len(d.Pages)
	for _, p := range d.Pages {
		for _, a := range p.annots {
			nums = append(nums, pdfobj.Int(a.key), a.elem.ref)
			key++
		}
	}
	tree := pdfobj.Dict{
		"Type": pdfobj.Name("StructTreeRoot"), "K": pdfobj.Array{d.root.ref},
		"ParentTree": d.file.Add(pdfobj.Dict{"Nums": nums}), "ParentTreeNextKey": pdfobj.Int(key),
		"RoleMap": pdfobj.Dict{"Title": pdfobj.Name("P")},
	}
	if len(ids) > 0 {
		tree["IDTree"] = d.file.Add(nameTree(ids, func(r pdfobj.Ref) any { return r }))
	}
	d.file.Set(root, tree)
	return root, nil
}

// parents lists the elements that the page's marks belong to, by their numbers.
func (p *Page) parents() pdfobj.Array {
	out := make(pdfobj.Array, len(p.owners))
	for i, e := range p.owners {
		out[i] = e.ref
	}
	return out
}

// nameTree is a tree of its root alone (7.9.6): keys, sorted, and values in turn.
func nameTree[V any](of map[string]V, value func(V) any) pdfobj.Dict {
	var names pdfobj.Array
	for _, id := range slices.Sorted(maps.Keys(of)) {
		names = append(names, pdfobj.Str(id), value(of[id]))
	}
	return pdfobj.Dict{"Names": names}
}

// writeElem puts e and all below it into the file. A long document has some hundred
// thousand elements, whose dictionaries would take more room than all else, so
// each is made when it is written.
func (d *Doc) writeElem(e *Elem, parent pdfobj.Ref, ids map[string]pdfobj.Ref) error {
	e.ref = d.file.Add(pdfobj.Later(func() any { return e.dict(parent) }))
	if e.ID != "" {
		if _, taken := ids[e.ID]; taken {
			return fmt.Errorf("two structure elements are called %q", e.ID)
		}
		ids[e.ID] = e.ref
	}
	for _, k := range e.kids {
		if kid, is := k.(*Elem); is {
			if err := d.writeElem(kid, e.ref, ids); err != nil {
				return err
			}
		}
	}
	return nil
}

func (e *Elem) dict(parent pdfobj.Ref) pdfobj.Dict {
	o := pdfobj.Dict{"Type": pdfobj.Name("StructElem"), "S": pdfobj.Name(e.Type), "P": parent}
	if e.Alt != "" {
		o["Alt"] = pdfobj.Text(e.Alt)
	}
	if e.Lang != "" {
		o["Lang"] = pdfobj.Text(e.Lang)
	}
	if e.ID != "" {
		o["ID"] = pdfobj.Str(e.ID)
	}
	var attributes pdfobj.Array
	for _, owner := range slices.Sorted(maps.Keys(e.attributes)) {
		attributes = append(attributes, e.attributes[owner])
	}
	if len(attributes) > 0 {
		o["A"] = attributes
	}
	var kids pdfobj.Array
	var page *Page // that of the marks which are given by number alone
	for _, k := range e.kids {
		switch k := k.(type) {
		case *Elem:
			kids = append(kids, k.ref)
		case mark:
			if page == nil {
				page = k.page
				o["Pg"] = page.ref
			}
			if k.page == page {
				kids = append(kids, pdfobj.Int(k.id))
			} else {
				kids = append(kids, pdfobj.Dict{"Type": pdfobj.Name("MCR"), "Pg": k.page.ref, "MCID": pdfobj.Int(k.id)})
			}
		case *annot:
			kids = append(kids, pdfobj.Dict{"Type": pdfobj.Name("OBJR"), "Pg": k.page.ref, "Obj": k.ref})
		}
	}
	switch {
	case len(kids) == 0:
	case len(kids) == 1 && isAnnot(e.kids[0]):
		// pyHanko lets a field be signed later only where its /OBJR stands in no
		// array, and its element in one.
		o["K"] = kids[0]
	default:
		o["K"] = kids
	}
	return o
}

func isAnnot(kid any) bool {
	_, is := kid.(*annot)
	return is
}

// Structure is the document's structure as text, one element a line, with the
// words that belong to it: what a screen reader meets, in its order. Once the
// document is finished its words are gone.
func (d *Doc) Structure() string {
	var b strings.Builder
	var show func(e *Elem, depth int)
	show = func(e *Elem, depth int) {
		indent := strings.Repeat("  ", depth)
		b.WriteString(indent + e.Type)
		for _, v := range []struct{ name, value string }{{"Alt", e.Alt}, {"Lang", e.Lang}, {"ID", e.ID}} {
			if v.value != "" {
				fmt.Fprintf(&b, " %s=%q", v.name, v.value)
			}
		}
		for _, owner := range slices.Sorted(maps.Keys(e.attributes)) {
			for _, k := range slices.Sorted(maps.Keys(e.attributes[owner])) {
				if k != "O" && k != "BBox" {
					fmt.Fprintf(&b, " %s=%v", k, e.attributes[owner][k])
				}
			}
		}
		b.WriteByte('\n')
		for i := 0; i < len(e.kids); i++ {
			switch k := e.kids[i].(type) {
			case *Elem:
				show(k, depth+1)
			case *annot:
				fmt.Fprintf(&b, "%s  -> %s%s%s %q\n", indent, k.uri, k.to, k.field, k.contents)
			case mark:
				if k.page.starts != nil {
					fmt.Fprintf(&b, "%s  %q\n", indent, k.page.said(k.id))
				}
			}
		}
	}
	show(d.root, 0)
	return b.String()
}
