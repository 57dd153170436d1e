package rewrite

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/edit"
	"samsyn/schema"
)

// behind writes a new value behind its key or hyphen, at whose indentation that stands.
func (v *Value) behind(lead string, indent int) []string {
	if v.Kept {
		v = copied(v.Was)
	}
	pad := strings.Repeat(" ", indent)
	switch {
	case v.Kind == yaml.MappingNode && len(v.Fields) == 0:
		return []string{pad + lead + " {}"}
	case v.Kind == yaml.SequenceNode && len(v.Items) == 0:
		return []string{pad + lead + " []"}
	case v.Kind == yaml.ScalarNode:
		first, more := v.scalar()
		lines := []string{strings.TrimRight(pad+lead+" "+first, " ")}
		for _, line := range more {
			if line != "" {
				line = pad + "  " + line
			}
			lines = append(lines, line)
		}
		return lines
	case lead == "-" && v.Kind == yaml.MappingNode:
		lines := v.below(indent + 2)
		lines[0] = pad + "- " + lines[0][indent+2:]
		return lines
	}
	return append([]string{pad + lead}, v.below(indent+2)...)
}

// below writes the fields or items of a new value, each on a line of its own.
func (v *Value) below(indent int) []string {
	var lines []string
	for _, f := range v.Fields {
		lines = append(lines, f.Value.behind(edit.Scalar(f.Name)+":", indent)...)
	}
	for _, i := range v.Items {
		lines = append(lines, i.behind("-", indent)...)
	}
	return lines
}

// inOrder puts the fields of new values into the order of their schema.
func (v *Value) inOrder(of *schema.Type) {
	if v.Kept {
		return
	}
	for _, f := range v.Fields {
		f.Value.inOrder(of.Under(f.Name))
	}
	for _, i := range v.Items {
		i.inOrder(of.Entry())
	}
	if v.Was == nil {
		slices.SortStableFunc(v.Fields, func(a, b Field) int { return rank(of, a.Name) - rank(of, b.Name) })
	}
}
