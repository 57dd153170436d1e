package sheets

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/exchange/grid"
)

type node = *yaml.Node

// Item is one of the values in a cell: as it stands in a file, whatever it is called.
type Item struct {
	Value   string
	Outside bool // the name of somebody who has no identifier
}

// Same tells whether two cells say the same.
func Same(x, y []Item) bool {
	if len(x) != len(y) {
		return false
	}
	for n := range x {
		if x[n] != y[n] {
			return false
		}
	}
	return true
}

// follow is what stands at a path of fields, nil where there is nothing.
func follow(n node, path string) node {
	for path != "" && n != nil {
		var name string
		name, path, _ = strings.Cut(path, ".")
		if doc.Target(n).Kind != yaml.MappingNode {
			return nil
		}
		n = doc.Find(n, name, nil)
	}
	return n
}

// Items are the values of a row under a column, none where it says nothing.
func (b *Book) Items(k *Kind, e *Entry, c *Column) ([]Item, error) {
	switch c.Key {
	case Whose:
		return []Item{{Value: e.Of}}, nil
	case InPlan:
		plan, _, _ := strings.Cut(e.ID, "/")
		return []Item{{Value: plan}}, nil
	}
	f, err := b.open(e.File, k.Schema)
	if err != nil || f.Root == nil {
		return nil, err
	}
	switch c.Key {
	case Body:
		return one(Clean(f.Body)), nil
	case On:
		return items(c, follow(entryAt(f.Root, k, e), "date")), nil
	case Measure:
		return one(b.measure(f.Root, e.Under)), nil
	}
	at := entryAt(f.Root, k, e)
	if k.Counts != "" {
		at = counted(at, k.Counts, e.Under)
		if at != nil && doc.Target(at).Kind == yaml.ScalarNode {
			if c.Key != "total" {
				return nil, nil
			}
			return items(c, at), nil
		}
	}
	return items(c, follow(at, c.Key)), nil
}

// ItemsOf are what a node says under a column.
func (c *Column) ItemsOf(n *yaml.Node) []Item { return items(c, n) }

func one(s string) []Item {
	if s == "" {
		return nil
	}
	return []Item{{Value: s}}
}

// entryAt is the node that a row is.
func entryAt(root node, k *Kind, e *Entry) node {
	if e.Entry < 0 {
		return root
	}
	list := follow(root, k.List)
	if list == nil {
		return nil
	}
	if list = doc.Target(list); e.Entry >= len(list.Content) {
		return nil
	}
	return list.Content[e.Entry]
}

// counted is the value of a measure in a report.
func counted(at node, field, measure string) node {
	values := follow(at, field)
	if values == nil {
		return nil
	}
	for p := range doc.Pairs(values) {
		if p.Key.Value == measure {
			return p.Value
		}
	}
	return nil
}

// measure is what a measure of an initiative is called; its identifier where another is
// called so too.
func (b *Book) measure(root node, id string) string {
	title, same := id, 0
	if list := follow(root, "follow_up.measures"); list != nil {
		for _, m := range doc.Target(list).Content {
			if is := follow(m, "id"); is != nil && is.Value == id && follow(m, "title") != nil {
				title = follow(m, "title").Value
			}
		}
		for _, m := range doc.Target(list).Content {
			if is := follow(m, "title"); is != nil && fold(is.Value) == fold(title) {
				same++
			}
		}
	}
	if same > 1 {
		return title + " [" + id + "]"
	}
	return Clean(title)
}

// items are what a node says.
func items(c *Column, n node) []Item {
	if n == nil || doc.IsEmpty(n) {
		return nil
	}
	n = doc.Target(n)
	switch n.Kind {
	case yaml.SequenceNode:
		var list []Item
		for _, item := range n.Content {
			list = append(list, items(c, item)...)
		}
		return list
	case yaml.MappingNode:
		if name := follow(n, "name"); name != nil {
			return []Item{{Clean(doc.Target(name).Value), true}}
		}
		return nil
	}
	return one(canonical(c, n.Value))
}

// canonical is a single value in the one way of writing it.
func canonical(c *Column, s string) string {
	s = Clean(s)
	switch c.Kind {
	case grid.Number:
		if f, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64); err == nil {
			return strconv.FormatFloat(f, 'f', -1, 64)
		}
	case grid.YesNo:
		return strings.ToLower(s)
	}
	return s
}

// Clean is a text as cells are compared: composed letters, line feeds alone, no white
// space around it nor at the ends of its lines.
func Clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(norm.NFC.String(s))
	if strings.Contains(s, " \n") || strings.Contains(s, "\t\n") {
		lines := strings.Split(s, "\n")
		for n := range lines {
			lines[n] = strings.TrimRight(lines[n], " \t")
		}
		s = strings.Join(lines, "\n")
	}
	return strings.TrimSpace(s)
}

// Show is what stands in a cell. A text that is too long for a cell is not shown, and says
// so: it can be changed in its file alone.
func (b *Book) Show(c *Column, list []Item) string {
	words := make([]string, len(list))
	for n, i := range list {
		words[n] = b.show(c, i)
	}
	s := strings.Join(words, "\n")
	if len(s) > grid.Longest && len(utf16.Encode([]rune(s))) > grid.Longest {
		return fmt.Sprintf(b.say("(Texten är för lång för en cell: %d tecken. Den går att ändra i filen.)", "(The text is too long for a cell: %d characters. It can be changed in its file.)"), len([]rune(s)))
	}
	return s
}

func (b *Book) show(c *Column, i Item) string {
	if i.Outside {
		if len(c.values[fold(i.Value)]) > 0 {
			return i.Value + b.outside()
		}
		return i.Value
	}
	if label, is := c.labels[i.Value]; is {
		return label
	}
	if c.Kind == grid.Number && b.language == "sv" {
		return strings.Replace(i.Value, ".", ",", 1)
	}
	return i.Value
}

// outside stands behind the name of somebody who is no party though one is called so.
func (b *Book) outside() string { return b.say(" (utanför)", " (outside)") }
