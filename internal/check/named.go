package check

import (
	"slices"
	"strings"

	"samsyn/internal/model"
)

// called finds the thing of one of the kinds whose name or title is just the text
// that stands in the place of its identifier, and gives that identifier.
func (k *checker) called(kinds []string, text string) string {
	text = strings.TrimSpace(text)
	is := func(kind string, id model.Text, names ...model.Text) bool {
		return slices.Contains(kinds, kind) && id.Given() && slices.ContainsFunc(names, func(name model.Text) bool {
			return name.Given() && strings.EqualFold(name.V, text)
		})
	}
	if k.Parties != nil {
		for _, p := range k.Parties.Parties {
			if is("party", p.ID, p.Name, p.ShortName) || p.Kind.V == "municipality" && is("municipality", p.ID, p.Name, p.ShortName) {
				return p.ID.V
			}
		}
	}
	for _, b := range k.index.bodies {
		if is("body", b.ID, b.Name, b.ShortName) {
			return b.ID.V
		}
	}
	for _, a := range k.Areas {
		if is("area", a.ID, a.Title) {
			return a.ID.V
		}
	}
	for _, i := range k.Indicators {
		if is("indicator", i.ID, i.Title) {
			return i.ID.V
		}
	}
	for _, p := range k.Plans {
		for _, i := range p.Initiatives {
			if is("initiative", i.ID, i.Title) {
				return i.FullID()
			}
		}
	}
	return ""
}
