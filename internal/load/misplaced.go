package load

import (
	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/layout"
	"samsyn/schema"
)

// telling is how many fields a file must have that its own kind does not know, to
// be taken for one of another kind.
const telling = 2

// misplaced tells of a file that is whole but of another kind than its folder's:
// that is one mistake, not one for each field. The file is then not read.
func (f *file) misplaced(w *validator, root *yaml.Node) {
	if f.role.Of != "" {
		return
	}
	strange := strangersTo(w.fields, root)
	if len(strange) < telling {
		return
	}
	for _, kind := range schema.Names() {
		t, err := schema.TypeOf(kind)
		if err != nil || !layout.MayBe(f.role.Schema, kind) || !couldBe(t, root) {
			continue
		}
		at := strange[0]
		for _, key := range strange { // one that is no slip of a field of this kind
			if diag.Nearest(doc.Target(key).Value, w.fields.FieldNames()) == "" {
				at = key
				break
			}
		}
		w.findings = []diag.Finding{diag.New(diag.UnknownField, w.Place(at), layout.Misplaced(f.role.Schema, kind))}
		for p := range doc.Pairs(root) {
			w.refuse(p.Key) // what it says is not that of this kind
		}
		w.ids, w.refs, w.strayed = nil, nil, nil
		for _, lost := range append([]string{kind}, layout.Declares(kind)...) {
			w.lose(lost)
		}
		f.unread = true
		return
	}
}

// strangersTo lists the keys that a type does not know.
func strangersTo(t *schema.Type, root *yaml.Node) []*yaml.Node {
	var keys []*yaml.Node
	for p := range doc.Pairs(root) {
		if t.Field(doc.Target(p.Key).Value) == nil {
			keys = append(keys, p.Key)
		}
	}
	return keys
}

// couldBe tells whether a document has all the fields that a type asks for, and no
// others than it knows.
func couldBe(t *schema.Type, root *yaml.Node) bool {
	if len(strangersTo(t, root)) > 0 {
		return false
	}
	for _, f := range t.Fields {
		if f.Required && doc.Find(root, f.Name, nil) == nil {
			return false
		}
	}
	return true
}
