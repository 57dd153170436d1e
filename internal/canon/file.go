package canon

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/prose"
)

// File digests a content file: YAML by its values, Markdown by its front matter
// and its text. Two versions with one digest differ only in how they are written.
// A file that cannot be read as what it is counts byte by byte.
func File(name string, data []byte) string {
	t := doc.NewText(name, data)
	switch path.Ext(name) {
	case ".yaml":
		if fields, ok := yamlForm(t.Src); ok {
			return digest("file", fields)
		}
	case ".md":
		front, err := t.Front()
		if err != nil {
			front = doc.Front{Body: t.Src}
		}
		fields, ok := yamlForm(front.Fields)
		text, err := prose.Parse(name, 1, []byte(front.Body))
		if ok && err == nil {
			return digest("file", object{}.put("fields", fields).put("text", Prose(text)))
		}
	}
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// yamlForm is a document's values: mappings without order, lists in order, every
// scalar by its type and text. An alias counts by its name and is not followed,
// so that it cannot grow.
func yamlForm(s string) (form any, ok bool) {
	root, err := doc.Parse(s)
	if err != nil || root == nil {
		return nil, err == nil
	}
	return nodeForm(root)
}

func nodeForm(n *yaml.Node) (form any, ok bool) {
	list := make([]any, len(n.Content))
	for i, c := range n.Content {
		if list[i], ok = nodeForm(c); !ok {
			return nil, false
		}
	}
	switch n.Kind {
	case yaml.SequenceNode:
		return list, true
	case yaml.MappingNode:
		m := object{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := norm.NFC.String(n.Content[i].Value)
			if _, twice := m[key]; twice {
				return nil, false
			}
			if n.Content[i+1].Tag != "!!null" { // absent
				m[key] = list[i+1]
			}
		}
		return m, true
	case yaml.ScalarNode:
		// A date is the same with or without quotation marks.
		tag := strings.Replace(n.Tag, "!!timestamp", "!!str", 1)
		return []any{tag, Text(n.Value)}, true
	case yaml.AliasNode:
		return []any{"alias", n.Value}, true
	}
	return nil, true
}
