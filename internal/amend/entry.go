package amend

import (
	"strings"

	"samsyn/internal/edit"
)

// Entry is one entry of a list: its fields in their order.
type Entry []Field

// Field is a field of an entry. It has a text, a value that stands as it is written (a
// number, a date, a word of an enumeration), or fields of its own.
type Field struct {
	Name   string
	Text   string
	Value  string
	Fields []Field
}

// block writes entries as items of a list at an indentation.
func block(entries []Entry, indent int) []string {
	var lines []string
	for _, e := range entries {
		for i, line := range mapping(e, 0) {
			lead := "  "
			if i == 0 {
				lead = "- "
			}
			if line != "" {
				line = strings.Repeat(" ", indent) + lead + line
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func mapping(fields []Field, indent int) []string {
	var lines []string
	pad := strings.Repeat(" ", indent)
	for _, f := range fields {
		switch {
		case f.Fields != nil:
			lines = append(append(lines, pad+key(f.Name)+":"), mapping(f.Fields, indent+2)...)
		case f.Value != "":
			lines = append(lines, pad+key(f.Name)+": "+f.Value)
		case !edit.Paragraphs(f.Text):
			lines = append(lines, pad+key(f.Name)+": "+edit.Scalar(f.Text))
		default:
			lines = append(lines, pad+key(f.Name)+": |-")
			for _, line := range strings.Split(f.Text, "\n") {
				if line != "" {
					line = pad + "  " + line
				}
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// key is a field's name as it may stand before a colon; measures name themselves.
func key(name string) string { return edit.Scalar(name) }

// flow writes an entry on one line, in braces.
func (e Entry) flow() string {
	words := make([]string, len(e))
	for i, f := range e {
		value := f.Value
		switch {
		case f.Fields != nil:
			value = Entry(f.Fields).flow()
		case value == "":
			value = edit.Scalar(f.Text)
			if strings.ContainsAny(value, ",[]{}") && !strings.HasPrefix(value, `"`) && !strings.HasPrefix(value, "'") {
				value = edit.Quoted(f.Text)
			}
		}
		words[i] = key(f.Name) + ": " + value
	}
	return "{" + strings.Join(words, ", ") + "}"
}
