package web

import (
	"strings"

	"samsyn/internal/form"
)

func ID(path string) string { return "f-" + path }

// Message is a problem in words, with where it is.
type Message struct {
	Text, Field, Address string
	Title                string // of what the file is about, where the page is of more than its form
	Warning              bool
	Path                 string // of the field; "" where it belongs to none
	Part                 string // the end of the address of the entry's page, where it has one
	Open                 bool   // the fields of the entry are in the form's own page, too
}

// Messages lists the problems of all fields in the order of the page, errors first.
func Messages(f *form.Form, lang string) (errors, warnings []Message) {
	entries := EntriesOf(f)
	var part string
	var open bool
	add := func(p form.Problem, at string) {
		m := Message{Text: p.Message.In(lang), Field: p.Label, Address: at, Warning: p.Warning, Path: p.Path, Part: part, Open: open}
		if p.Warning {
			warnings = append(warnings, m)
		} else {
			errors = append(errors, m)
		}
	}
	for _, p := range f.Problems {
		add(p, "")
	}
	var walk func(list []*form.Field, row string)
	walk = func(list []*form.Field, row string) {
		for _, x := range list {
			for _, p := range x.Problems {
				if row != "" && p.Label != row {
					p.Label = row + ", " + p.Label
				}
				add(p, "#"+Fragment.Replace(target(x)))
			}
			within := row
			if strings.HasSuffix(x.Path, "]") {
				within = x.Label
			}
			if Apart(f, x) {
				was, wasOpen := part, open
				for _, entry := range x.Fields {
					part, open = entries.Address(entry), IsNew(entry) || Troubled(entry)
					walk([]*form.Field{entry}, within)
				}
				part, open = was, wasOpen
				continue
			}
			walk(x.Fields, within)
		}
	}
	walk(f.Fields, "")
	return errors, warnings
}

// Fragment writes an identifier as addresses have it.
var Fragment = strings.NewReplacer("[", "%5B", "]", "%5D")

// target is the control to which a problem's link leads: one that takes the focus.
func target(x *form.Field) string {
	for len(x.Fields) > 0 && (x.Kind == form.Group || x.Kind == form.OneOf || x.Kind == form.List) {
		x = x.Fields[0]
	}
	if x.Kind == form.Many && len(x.Choices) > 0 {
		return ID(x.Path) + "-0"
	}
	return ID(x.Path)
}
