package load

import (
	"path"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
)

// made is the model's thing of a file, with what could be taken of its fields.
func (f *file) made() any {
	id, own := model.Text{V: f.role.ID, At: diag.Whole(f.path)}, model.File{Path: f.path, Broken: f.broken()}
	switch f.role.Schema {
	case "":
		return &model.Chapter{File: own, Name: strings.TrimSuffix(path.Base(f.path), ".md"), Body: f.body}
	case "samsyn":
		return into(f, &model.Config{File: own})
	case "agreement":
		return into(f, &model.Agreement{File: own})
	case "parties":
		return into(f, &model.Parties{File: own})
	case "organisation":
		return into(f, &model.Organisation{File: own})
	case "places":
		return into(f, &model.Places{File: own})
	case "strategies":
		return into(f, &model.Strategies{File: own})
	case "calendar":
		return into(f, &model.Calendar{File: own})
	case "signatures":
		s := into(f, &model.Signatures{File: own})
		if f.root != nil {
			if n := doc.Find(f.root, "signatures", f.bad); n != nil {
				s.SignaturesAt = f.locator.Place(n)
			}
		}
		return s
	case "area":
		return into(f, &model.Area{File: own, ID: id, Body: f.body})
	case "indicator":
		return into(f, &model.Indicator{File: own, ID: id})
	case "review":
		return into(f, &model.Review{File: own, ID: id, Body: f.body})
	case "resource":
		return into(f, &model.Resource{File: own, ID: id, Body: f.body})
	case "results":
		return into(f, &model.Results{File: own, ID: id, Body: f.body})
	case "plan":
		return into(f, &model.Plan{File: own, ID: id})
	case "initiative":
		return into(f, &model.Initiative{File: own, Body: f.body})
	}
	return nil
}

func into[T any](f *file, thing *T) *T {
	if f.root != nil {
		decoder{Locator: f.locator, bad: f.bad}.decode(f.root, thing)
	}
	return thing
}

// flatten lists a translation's texts by their path. A thing in a list goes by
// its identifier, or its number where it has none.
func flatten(n *yaml.Node, at string, into map[string]string) {
	n = doc.Target(n)
	switch n.Kind {
	case yaml.ScalarNode:
		into[at] = n.Value
	case yaml.MappingNode:
		for p := range doc.Pairs(n) {
			flatten(p.Value, strings.TrimPrefix(at+"/"+doc.Target(p.Key).Value, "/"), into)
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			name := strconv.Itoa(i)
			if id := doc.Find(item, "id", nil); id != nil {
				name = doc.Target(id).Value
			}
			flatten(item, at+"/"+name, into)
		}
	}
}
