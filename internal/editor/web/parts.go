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

// Entries are the entries of a form's lists by their names in addresses: by their
// identifiers, which stay when others come before them, and by their places.
type Entries map[string]*form.Field

// EntriesOf finds them; of two of one name the first counts.
func EntriesOf(f *form.Form) Entries {
	all := Entries{}
	all.add(f.Fields)
	return all
}

func (all Entries) add(fields []*form.Field) {
	for _, x := range fields {
		if x.Kind == form.List {
			for _, entry := range x.Fields {
				for _, name := range []string{entry.Path, identifier(entry)} {
					if all[name] == nil && name != "" {
						all[name] = entry
					}
				}
			}
		}
		all.add(x.Fields)
	}
}

// Address is the end of the address of an entry: with its identifier, or else with its
// place.
func (all Entries) Address(entry *form.Field) string {
	name := identifier(entry)
	if all[name] != entry {
		name = entry.Path
	}
	return "?" + PartIn + "=" + url.QueryEscape(name)
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
