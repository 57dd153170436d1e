package web

import (
	"net/url"
	"slices"
	"strings"

	"samsyn/internal/form"
)

// PartIn is the name of the value in a form's address that names the entry of a list which
// is shown alone.
const PartIn = "del"

// mostTogether is how many fields the entries of a list have together at most where they
// are filled in in one page. One that has more is shown by the names of its entries, each
// of which has a page.
const mostTogether = 60

// Apart tells whether the entries of a form's list have pages of their own.
func Apart(f *form.Form, list *form.Field) bool {
	return f.Of == "" && list.Kind == form.List && Controls(list) > mostTogether
}

// Controls counts what there is to fill in within a field.
func Controls(f *form.Field) (n int) {
	if len(f.Fields) == 0 {
		return 1
	}
	for _, sub := range f.Fields {
		n += Controls(sub)
	}
	return n
}

// IsNew tells whether the entry of a list is not saved yet.
func IsNew(entry *form.Field) bool {
	return strings.HasPrefix(entry.Path[strings.LastIndexByte(entry.Path, '[')+1:], "n")
}

// Troubled tells whether something has to be mended in a field.
func Troubled(f *form.Field) bool {
	return slices.ContainsFunc(f.Problems, func(p form.Problem) bool { return !p.Warning }) || slices.ContainsFunc(f.Fields, Troubled)
}

// Part is the entry of a list that an address names: by its identifier, or by its place.
// nil where there is none.
func Part(fields []*form.Field, name string) *form.Field {
	for _, x := range fields {
		for _, entry := range x.Fields {
			if x.Kind == form.List && name != "" && (entry.Path == name || identifier(entry) == name) {
				return entry
			}
		}
		if below := Part(x.Fields, name); below != nil {
			return below
		}
	}
	return nil
}

// identifier is what an entry is called for ever; "" where it is not.
func identifier(entry *form.Field) string {
	for _, x := range entry.Fields {
		if x.ReadOnly && x.Path == entry.Path+".id" {
			return x.Value
		}
	}
	return ""
}

// PartOf is the end of the address of an entry of a form's list: with its identifier, which
// stays when others come before it, or else with its place.
func PartOf(f *form.Form, entry *form.Field) string {
	name := identifier(entry)
	if Part(f.Fields, name) != entry {
		name = entry.Path
	}
	return "?" + PartIn + "=" + url.QueryEscape(name)
}
