package sheets

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/exchange/grid"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// Item is one of the values in a cell: as it stands in a file, whatever it is called.
type Item struct {
	Value   string
	Outside bool // the name of somebody who has no identifier
}

// Same tells whether two cells say the same.
func Same(x, y []Item) bool { return slices.Equal(x, y) }

// Items are the values of a row under a column, none where it says nothing.
func (b *Book) Items(e *Entry, c *Column) []Item {
	switch c.Key {
	case Whose:
		return []Item{{Value: e.Of}}
	case InPlan:
		plan, _, _ := strings.Cut(e.ID, "/")
		return []Item{{Value: plan}}
	case Body:
		return one(b.body(e.File))
	case On:
		return itemsOf(e.entry().FieldByIndex(c.field))
	case Measure:
		return one(e.measure())
	}
	return itemsOf(e.thing().FieldByIndex(c.field))
}

// body is the text below a file's fields.
func (b *Book) body(path string) string {
	data, err := b.source.Read(path)
	if err == nil {
		var front doc.Front
		if front, err = doc.FrontOf(doc.Source(data)); err == nil {
			return Clean(front.Body)
		}
	}
	if b.err == nil {
		b.err = fmt.Errorf("%s: %w", path, err)
	}
	return ""
}

func one(s string) []Item {
	if s == "" {
		return nil
	}
	return []Item{{Value: s}}
}

// itemsOf are what a value of the content says, each in the one way of writing it.
func itemsOf(v reflect.Value) []Item {
	switch is := v.Addr().Interface().(type) {
	case *model.Text:
		return one(Clean(is.V))
	case *model.Number:
		if is.Given() {
			return one(strconv.FormatFloat(is.V, 'f', -1, 64))
		}
	case *model.Actor:
		if is.Name.Given() {
			return []Item{{Clean(is.Name.V), true}}
		}
		return one(is.ID.V)
	case fmt.Stringer: // a whole number, yes or no, a date
		return one(is.String())
	default:
		var list []Item
		for n := range v.Len() {
			list = append(list, itemsOf(v.Index(n))...)
		}
		return list
	}
	return nil
}

// ItemsOf are what an item of a list in a file says under a column.
func (c *Column) ItemsOf(n *yaml.Node) []Item {
	if doc.IsEmpty(n) {
		return nil
	}
	switch n = doc.Target(n); n.Kind {
	case yaml.ScalarNode:
		return one(canonical(c, n.Value))
	case yaml.MappingNode:
		if name := doc.Find(n, "name", nil); name != nil {
			return []Item{{Clean(doc.Target(name).Value), true}}
		}
	}
	return nil
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
	s = prose.Composed(s)
	if strings.Contains(s, "\r") {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
	}
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
		if len(c.values()[fold(i.Value)]) > 0 {
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
