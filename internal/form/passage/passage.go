// Package passage takes the files of a content apart into what they say: a path goes in,
// and out come its texts as people read them, field by field, with what identifiers and
// values are called in their place. It is what a search looks in.
package passage

import (
	"cmp"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/index"
	"samsyn/internal/layout"
	"samsyn/internal/rewrite"
	"samsyn/internal/source"
	"samsyn/schema"
)

// Passage is what one field says, or one line of a text.
type Passage struct {
	Text string
	Part string // the identifier of the entry of the file's list that it stands in; "" for none
	Name string // what the entry is called
}

// Reader reads the files of a content.
type Reader struct {
	Tree     *source.Tree
	Index    *index.Index
	Words    *schema.Words
	Language string // sv or en
}

// Of is what a file says, in its order. A file that cannot be read says nothing.
func (r *Reader) Of(file layout.File) []Passage {
	data, err := r.Tree.Read(file.Path)
	if err != nil {
		return nil
	}
	read, err := rewrite.Read(file.Schema, file.Markdown, data)
	if err != nil {
		return nil
	}
	w := &walk{Reader: r}
	if t, err := schema.TypeOf(file.Schema); err == nil && read.Root != nil {
		w.value(t, read.Root, 0)
	}
	for line := range strings.Lines(read.Body) {
		w.say(strings.TrimLeft(marks.Replace(line), "#>-*+ "))
	}
	return w.list
}

// marks are those of Markdown within a line that no word is searched for with.
var marks = strings.NewReplacer("**", "", "](", " (")

// walk goes through one file.
type walk struct {
	*Reader
	part string
	name string
	list []Passage
}

func (w *walk) say(s string) {
	if s = strings.Join(strings.Fields(s), " "); s != "" {
		w.list = append(w.list, Passage{s, w.part, w.name})
	}
}

// topList is how deep a list stands that is a field of the file itself.
const topList = 1

// value says what stands in a value; deep counts the mappings and lists that it stands in.
func (w *walk) value(t *schema.Type, n *yaml.Node, deep int) {
	n = doc.Target(n)
	switch n.Kind {
	case yaml.MappingNode:
		w.mapping(cmp.Or(t.For("object"), t), n, deep)
	case yaml.SequenceNode:
		if t = t.For("array"); t == nil || t.Items == nil {
			return
		}
		for _, item := range n.Content {
			if deep == topList {
				w.enter(t.Items, item)
			}
			w.value(t.Items, item, deep+1)
		}
		if deep == topList {
			w.part, w.name = "", ""
		}
	case yaml.ScalarNode:
		w.single(cmp.Or(t.Scalar(), t), n.Value)
	}
}

func (w *walk) mapping(t *schema.Type, n *yaml.Node, deep int) {
	said := map[string]*yaml.Node{}
	for p := range doc.Pairs(n) {
		said[doc.Target(p.Key).Value] = p.Value
		if t.Extra != nil {
			w.value(t.Extra, p.Value, deep+1)
		}
	}
	for _, f := range t.Fields { // what something is called comes first there
		if v := said[f.Name]; v != nil {
			w.value(f.Type, v, deep+1)
		}
	}
}

// enter notes which entry of a list comes now; one without an identifier is none.
func (w *walk) enter(t *schema.Type, n *yaml.Node) {
	w.part, w.name = "", ""
	if t = t.For("object"); t == nil || doc.Target(n).Kind != yaml.MappingNode {
		return
	}
	for p := range doc.Pairs(doc.Target(n)) {
		f, id := t.Field(doc.Target(p.Key).Value), doc.Target(p.Value).Value
		if f != nil && f.Type.Identifier != "" && f.Type.Matches(id) {
			w.part, w.name = id, cmp.Or(w.Index.Name(f.Type.Identifier, id).Full, id)
		}
	}
}

// single says a single value: what it is called, where it is a name for something.
func (w *walk) single(t *schema.Type, value string) {
	if label, is := t.Labels[value]; is {
		said, _ := w.Words.In(label, w.Language)
		w.say(said)
		return
	}
	for _, kind := range t.Reference {
		if name := w.Index.Name(kind, value).Full; name != "" {
			w.say(name)
			return
		}
	}
	if t.Identifier == "" && t.Reference == nil && !t.Allows("boolean") {
		w.say(value)
	}
}
