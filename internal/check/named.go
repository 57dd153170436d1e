package check

import (
	"strings"

	"samsyn/internal/model"
)

// called finds the thing of one of the kinds whose name or title is just the text
// that stands in the place of its identifier, and gives that identifier.
func (k *checker) called(kinds []string, text string) string {
	name := strings.ToLower(strings.TrimSpace(text))
	for _, kind := range kinds {
		if id := k.named(kind)[name]; id != "" {
			return id
		}
	}
	return ""
}

// named gives the identifiers of a kind by the names of what they are of, in small
// letters. As many references as there are things may ask, so it is listed once.
func (k *checker) named(kind string) map[string]string {
	if k.names[kind] == nil {
		k.names[kind] = map[string]string{}
		k.list(kind, func(id string, names ...model.Text) {
			for _, name := range names {
				if key := strings.ToLower(name.V); name.Given() && k.names[kind][key] == "" {
					k.names[kind][key] = id
				}
			}
		})
	}
	return k.names[kind]
}

// list gives the things of a kind that have names.
func (k *checker) list(kind string, give func(id string, names ...model.Text)) {
	switch kind {
	case "party", "municipality":
		if k.Parties == nil {
			return
		}
		for _, p := range k.Parties.Parties {
			if kind == "party" || p.Kind.V == "municipality" {
				give(p.ID.V, p.Name, p.ShortName)
			}
		}
	case "body":
		if k.Organisation == nil {
			return
		}
		for _, b := range k.Organisation.Bodies {
			give(b.ID.V, b.Name, b.ShortName)
		}
	case "area":
		for _, a := range k.Areas {
			give(a.ID.V, a.Title)
		}
	case "indicator":
		for _, i := range k.Indicators {
			give(i.ID.V, i.Title)
		}
	case "initiative":
		for _, p := range k.Plans {
			for _, i := range p.Initiatives {
				give(i.FullID(), i.Title)
			}
		}
	}
}
