package edit

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/schema"
)

// Annotate writes the fields of a new file of a kind of schema.Names: those of
// values (YAML) as they are, each field explained in a comment, and every other
// field as a comment that is taken into use by removing its number sign. Lists
// are explained at their first item.
func Annotate(kind string, values []byte) ([]byte, error) {
	t, err := schema.TypeOf(kind)
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(values, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		return nil, errors.New("annotate: not a mapping")
	}
	a := &annotator{}
	a.explain(t.Description)
	a.explain("Varje fält förklaras nedan. De fält som börjar med # är frivilliga: ta bort # för att använda dem, och byt ut exemplet.")
	a.b.WriteByte('\n')
	a.fields(t, doc.Content[0], true)
	return []byte(a.b.String()), nil
}

// annotator writes lines. What it writes is a comment where prefix says so.
type annotator struct {
	b      strings.Builder
	prefix string // before the indentation: "#" within a field left out
	indent int    // in levels of two spaces
	bullet bool   // the next line begins an item of a list
}

func (a *annotator) line(s string) {
	lead := strings.Repeat("  ", a.indent)
	if a.bullet {
		lead = strings.Repeat("  ", a.indent-1) + "- "
		a.bullet = false
	}
	a.b.WriteString(strings.TrimRight(a.prefix+lead+s, " ") + "\n")
}

// widthOfHelp is where an explanation goes on on the next line, in characters.
const widthOfHelp = 88

func (a *annotator) explain(s string) {
	lead := a.prefix + strings.Repeat("  ", a.indent) + "#"
	line := lead
	for _, word := range strings.Split(s, " ") { // a number keeps its no-break spaces
		if line != lead && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > widthOfHelp {
			a.b.WriteString(line + "\n")
			line = lead
		}
		line += " " + word
	}
	a.b.WriteString(line + "\n")
}

// neverNew are the fields that a new thing has no use for: it has not been
// withdrawn, and its wordings are written by the command review.
var neverNew = map[string]bool{"withdrawn": true, "adopted_wording": true}

// fields writes a mapping; values may lack some of its fields.
func (a *annotator) fields(t *schema.Type, values *yaml.Node, top bool) {
	written := 0
	for _, f := range t.Fields {
		value := doc.Value(values, f.Name)
		if value == nil && neverNew[f.Name] {
			continue
		}
		if top && written > 0 {
			a.b.WriteByte('\n')
		}
		written++
		// An explanation cannot stand between a hyphen and its first field.
		if !a.bullet {
			a.explain(f.Type.Description)
		}
		if value == nil {
			a.leftOut(f)
			continue
		}
		a.field(f.Name, f.Type, value)
	}
}

func (a *annotator) field(name string, t *schema.Type, value *yaml.Node) {
	switch value.Kind {
	case yaml.MappingNode:
		a.line(name + ":")
		a.indent++
		a.fields(t.For("object"), value, false)
		a.indent--
	case yaml.SequenceNode:
		a.line(name + ":")
		a.indent++
		for i, item := range value.Content {
			a.item(t.Items, item, i == 0)
		}
		a.indent--
	default:
		a.line(name + ": " + written(value))
	}
}

// item writes an item of a list; only the first one is explained.
func (a *annotator) item(t *schema.Type, value *yaml.Node, first bool) {
	a.indent++
	defer func() { a.indent-- }()
	if value.Kind != yaml.MappingNode {
		a.bullet = true
		a.line(written(value))
		return
	}
	if first {
		a.indent--
		a.explain(t.For("object").Fields[0].Type.Description)
		a.indent++
		a.bullet = true
		a.fields(t.For("object"), value, false)
		return
	}
	a.bullet = true
	for p := range doc.Pairs(value) {
		a.field(p.Key.Value, t.For("object").Field(p.Key.Value).Type, p.Value)
	}
}

func written(scalar *yaml.Node) string {
	if scalar.Tag == "!!str" {
		return Scalar(scalar.Value)
	}
	return scalar.Value
}

// leftOut writes a field that is not used as a comment with an example.
func (a *annotator) leftOut(f schema.Field) {
	outer, level := a.prefix, a.indent
	if outer == "" {
		a.prefix, a.indent = strings.Repeat("  ", level)+"#", 0
	}
	a.example(f.Name, f.Type)
	a.prefix, a.indent = outer, level
}

func (a *annotator) example(name string, t *schema.Type) {
	if o := t.For("object"); o != nil && o.Fields != nil && scalarExample(t) == "" {
		a.line(name + ":")
		a.indent++
		a.fields(t.Illustrated(o), nil, false)
		a.indent--
		return
	}
	if t.Items == nil {
		a.line(name + ": " + leafExample(t))
		return
	}
	a.line(name + ":")
	a.indent++
	defer func() { a.indent-- }()
	if o := t.Items.For("object"); o != nil && t.Items.For("string") == nil {
		a.explain(o.Fields[0].Type.Description)
		a.indent++
		a.bullet = true
		a.fields(o, nil, false)
		a.indent--
		return
	}
	for _, s := range listExample(t) {
		a.line("- " + s)
	}
}

// scalarExample is the schema's first example where it is a single value.
func scalarExample(t *schema.Type) string {
	if len(t.Examples) == 0 {
		return ""
	}
	return oneExample(t, t.Examples[0])
}

func oneExample(t *schema.Type, v any) string {
	switch v := v.(type) {
	case string:
		if t.IsDate() {
			return v
		}
		return Scalar(v)
	case fmt.Stringer: // a number as it was written
		return v.String()
	case bool:
		return fmt.Sprint(v)
	}
	return ""
}

// listExample gives the single values of the schema's first example of a list.
func listExample(t *schema.Type) []string {
	var examples []string
	if len(t.Examples) > 0 {
		list, _ := t.Examples[0].([]any)
		for _, v := range list {
			if s := oneExample(t.Items, v); s != "" {
				examples = append(examples, s)
			} else if words, ok := v.([]any); ok && t.Items.Items != nil {
				examples = append(examples, listInLine(t.Items.Items, words))
			}
		}
	}
	if examples == nil {
		examples = []string{leafExample(t.Items)}
	}
	return examples
}

// listInLine writes a list on one line, in brackets.
func listInLine(of *schema.Type, values []any) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = oneExample(of, v)
	}
	return "[" + strings.Join(words, ", ") + "]"
}

func leafExample(t *schema.Type) string {
	if s := scalarExample(t); s != "" {
		return s
	}
	switch {
	case len(t.Enum) > 0:
		return t.Enum[0]
	case t.Allows("boolean"):
		return "true"
	case t.Allows("number"), t.Allows("integer"):
		return "1"
	case t.Extra != nil:
		return "{}"
	}
	return "…"
}
