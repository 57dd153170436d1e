package load

import (
	"cmp"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/schema"
)

// validator holds a document against its schema, and gathers the identifiers and the
// references on the way. It walks the document with what it knows of the schema, and
// tells what is wrong with its place; where it finds nothing, the JSON Schema library,
// which knows no places, has the last word.
type validator struct {
	doc.Locator
	fields  *schema.Type       // what the walk knows of the schema
	library *jsonschema.Schema // all of it; nil for a translation, which has none of its own

	partial  bool       // a translation: nothing is required
	textOnly bool       // a translation that may hold identifiers and text alone
	scope    string     // of the identifiers of measures
	via      *yaml.Node // the alias by which the value was reached, nil for none
	path     string     // of the field that is looked at, in dots

	findings []diag.Finding
	faults
	ids     []model.Identifier
	refs    []model.Reference
	strayed []model.Field // that a mapping lacks since they stand outside it
}

// faults are what cannot be taken of a document. Most have none, and no maps.
type faults struct {
	bad   map[*yaml.Node]bool   // values that cannot be taken, and keys
	meant map[*yaml.Node]string // the fields that unknown keys are slips of, "" where none is
	lost  map[string]bool       // kinds of identifiers that could not be taken
}

func (w *faults) refuse(n *yaml.Node) {
	if w.bad == nil {
		w.bad = map[*yaml.Node]bool{}
	}
	w.bad[n] = true
}

func (w *faults) means(key *yaml.Node, field string) {
	if w.meant == nil {
		w.meant = map[*yaml.Node]string{}
	}
	w.meant[key] = field
}

func (w *faults) lose(kind string) {
	if w.lost == nil {
		w.lost = map[string]bool{}
	}
	w.lost[kind] = true
}

// newValidator makes a validator of a kind of document. of is the file that it
// translates, or "".
func newValidator(kind string, l doc.Locator, of string, markdown bool) (*validator, error) {
	w := &validator{Locator: l, partial: of != "", textOnly: of != "" && !markdown, refs: make([]model.Reference, 0, 8)}
	w.scope = "measure:" + cmp.Or(of, l.Text.Path)
	var err error
	if w.fields, err = schema.TypeOf(kind); err != nil {
		return nil, err
	}
	if !w.partial {
		w.library, err = schema.Compiled(kind)
	}
	return w, err
}

// document holds a whole document, which may be nil. It gives the node that stands for
// it.
func (w *validator) document(root *yaml.Node) *yaml.Node {
	if root == nil || doc.IsNull(root) {
		root = &yaml.Node{Kind: yaml.MappingNode, Line: 1 - w.Above, Column: 1} // an empty mapping at 1:1
	}
	if doc.Target(root).Kind != yaml.MappingNode {
		w.reject(root, diag.WrongType, advice.NotFields, "")
		return root
	}
	w.mapping(root, w.fields)
	if len(w.findings) == 0 && w.library != nil {
		w.ask(root)
	}
	return root
}

func (w *validator) report(rule diag.Rule, at diag.Place, message diag.Text, suggestion string) {
	f := diag.New(rule, at, message)
	f.Suggestion = suggestion
	w.findings = append(w.findings, f)
}

func (w *validator) reject(n *yaml.Node, rule diag.Rule, message diag.Text, suggestion string) {
	w.refuse(n)
	w.report(rule, w.Place(n), message, suggestion)
}

// correct rejects a value for which nothing but the suggestion can be meant, if there is
// one.
func (w *validator) correct(n *yaml.Node, rule diag.Rule, message diag.Text, suggestion string) {
	w.reject(n, rule, message, suggestion)
	w.findings[len(w.findings)-1].Sure = suggestion != ""
}

// value holds one value against its type. name is the field's name, for the
// messages.
func (w *validator) value(n *yaml.Node, t *schema.Type, name string) {
	v := doc.Target(n)
	defer w.loses(n, t)
	if n.Kind == yaml.AliasNode && w.via == nil {
		w.via = n
		defer func() { w.via = nil }()
	}
	switch v.Kind {
	case yaml.MappingNode:
		if variant := t.For("object"); variant != nil {
			w.mapping(n, variant)
			return
		}
	case yaml.SequenceNode:
		if of := t.For("array"); of != nil {
			w.list(n, of, name)
			return
		}
	case yaml.ScalarNode:
		if doc.IsEmpty(n) {
			w.reject(n, diag.MissingField, advice.Empty(name), "")
			return
		}
		if variant := t.Scalar(); variant != nil {
			w.scalar(n, variant, name)
			return
		}
	}
	message, suggestion := advice.WrongType(name, t, n)
	w.correct(n, diag.WrongType, message, suggestion)
}

func (w *validator) list(n *yaml.Node, t *schema.Type, name string) {
	for _, item := range doc.Target(n).Content {
		if doc.IsEmpty(item) && doc.Target(item).Kind == yaml.ScalarNode {
			w.reject(item, diag.MissingField, advice.EmptyItem(name), "")
			continue
		}
		w.value(item, t.Items, name)
	}
}
