package load

import (
	"encoding/json"
	"errors"
	"path"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"gopkg.in/yaml.v3"

	"samsyn/internal/advice"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/prose"
)

// ask asks the JSON Schema library about a document in which the walk found nothing.
// What it refuses all the same is told where it stands, so that a gap in the walk can
// let no document through.
func (w *validator) ask(root *yaml.Node) {
	var invalid *jsonschema.ValidationError
	if err := w.library.Validate(instance(root)); errors.As(err, &invalid) {
		leaf := invalid
		for len(leaf.Causes) > 0 {
			leaf = leaf.Causes[0]
		}
		w.reject(at(root, leaf.InstanceLocation), diag.InvalidValue, advice.Refused(path.Base(leaf.KeywordLocation)), "")
	}
}

// instance is a document as JSON Schema sees it: what is empty is absent, a date
// is the text that stands in the file.
func instance(n *yaml.Node) any {
	if n == nil {
		return map[string]any{}
	}
	n = doc.Target(n)
	switch n.Kind {
	case yaml.MappingNode:
		m := make(map[string]any, len(n.Content)/2)
		for p := range doc.Pairs(n) {
			if !doc.IsEmpty(p.Value) {
				m[doc.Target(p.Key).Value] = instance(p.Value)
			}
		}
		return m
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, c := range n.Content {
			list[i] = instance(c)
		}
		return list
	}
	switch n.Tag {
	case "!!int", "!!float":
		return json.Number(n.Value)
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!null":
		return nil
	}
	return prose.Composed(n.Value)
}

// at follows a JSON pointer (RFC 6901) as far as it leads.
func at(n *yaml.Node, pointer string) *yaml.Node {
	for _, step := range strings.Split(strings.TrimPrefix(pointer, "/"), "/") {
		step = strings.NewReplacer("~1", "/", "~0", "~").Replace(step)
		next := child(doc.Target(n), step)
		if next == nil {
			break
		}
		n = next
	}
	return n
}

func child(n *yaml.Node, step string) *yaml.Node {
	if n.Kind == yaml.MappingNode {
		return doc.Find(n, step, nil)
	}
	for i, c := range n.Content {
		if n.Kind == yaml.SequenceNode && step == strconv.Itoa(i) {
			return c
		}
	}
	return nil
}
