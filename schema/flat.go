package schema

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// annotation tells whether a keyword says something without holding anything.
func annotation(keyword string) bool {
	switch keyword {
	case "title", "description", "examples", "default", "$comment":
		return true
	}
	return strings.HasPrefix(keyword, "x-")
}

// flattened is a schema of the folder with what it refers to put in place of the
// references, variants put together, and without what holds nothing, as JSON. The library
// follows each reference anew for every value, tries each variant, and holds all that is said
// to the metaschema. What is accepted is the same.
func flattened(name string) ([]byte, error) {
	docs, err := documents()
	if err != nil {
		return nil, err
	}
	flat, err := reader{docs}.flat(docs[name+suffix], name+suffix)
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	return json.Marshal(flat)
}

// flat flattens a schema that is stored in file, or a part of it.
func (r reader) flat(o object, file string) (any, error) {
	flat := make(map[string]any, len(o))
	for _, m := range o {
		if annotation(m.key) || m.key == "$defs" {
			continue
		}
		var err error
		if flat[m.key], err = r.flatValue(m, file); err != nil {
			return nil, err
		}
	}
	if ref, is := flat["$ref"].(string); is {
		if len(flat) > 1 {
			return nil, fmt.Errorf("beside the reference %q stands more", ref)
		}
		return r.target(ref, file)
	}
	if variants, is := flat["oneOf"].([]any); is && len(flat) == 1 {
		if one := united(variants); one != nil {
			return one, nil
		}
	}
	return flat, nil
}

// flatValue flattens what a keyword says.
func (r reader) flatValue(m member, file string) (any, error) {
	switch v := m.value.(type) {
	case object:
		if m.key != "properties" {
			return r.flat(v, file)
		}
		flat := make(map[string]any, len(v))
		for _, p := range v {
			var err error
			if flat[p.key], err = r.flatValue(member{value: p.value}, file); err != nil {
				return nil, err
			}
		}
		return flat, nil
	case []any:
		flat := make([]any, len(v))
		for i, part := range v {
			var err error
			if flat[i], err = r.flatValue(member{value: part}, file); err != nil {
				return nil, err
			}
		}
		return flat, nil
	}
	return m.value, nil
}

// own are the keywords that hold values of one type alone.
var own = map[string][]string{
	"string": {"pattern", "maxLength"},
	"number": {"minimum", "maximum"},
	"object": {"required", "properties", "additionalProperties"},
}

// united gives one schema for variants that are told apart by their types: the library
// tries each of them on every value. What is accepted is the same, since no keyword of
// one says anything about the others; nil where one may.
func united(variants []any) map[string]any {
	var types []any
	one := map[string]any{}
	for _, v := range variants {
		variant, _ := v.(map[string]any)
		of, _ := variant["type"].(string)
		if own[of] == nil || slices.Contains(types, any(of)) {
			return nil
		}
		types = append(types, of)
		for keyword, value := range variant {
			switch {
			case keyword == "type":
			case slices.Contains(own[of], keyword):
				one[keyword] = value
			default:
				return nil
			}
		}
	}
	one["type"] = types
	return one
}

func (r reader) target(ref, file string) (any, error) {
	if strings.HasPrefix(ref, "#") {
		ref = file + ref
	}
	target, err := r.resolve(ref)
	if err != nil {
		return nil, err
	}
	of, _, _ := strings.Cut(ref, "#")
	return r.flat(target, of)
}
