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
// references, and variants put together, as JSON. The library follows each reference anew
// for every value, which takes half its time. What is accepted is the same: a reference is
// replaced only where nothing but annotations stands beside it.
func flattened(name string) ([]byte, error) {
	docs := map[string]any{}
	for _, n := range []string{name, common} {
		data, err := File(n)
		if err != nil {
			return nil, err
		}
		var doc any
		if err := json.Unmarshal(data, &doc); err != nil {
			return nil, fmt.Errorf("schema %s: %w", n, err)
		}
		docs[n+suffix] = doc
	}
	flat, err := flatter{docs}.value(docs[name+suffix], name+suffix)
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	return json.Marshal(flat)
}

type flatter struct{ docs map[string]any }

// value flattens a part of the schema that is stored in file.
func (f flatter) value(v any, file string) (any, error) {
	switch v := v.(type) {
	case map[string]any:
		if ref, ok := v["$ref"].(string); ok && alone(v, "$ref") {
			return f.target(ref, file)
		}
		flat := make(map[string]any, len(v))
		for key, part := range v {
			var err error
			if flat[key], err = f.value(part, file); err != nil {
				return nil, err
			}
		}
		if variants, ok := flat["oneOf"].([]any); ok && alone(flat, "oneOf") {
			if one := united(variants); one != nil {
				return one, nil
			}
		}
		return flat, nil
	case []any:
		flat := make([]any, len(v))
		for i, part := range v {
			var err error
			if flat[i], err = f.value(part, file); err != nil {
				return nil, err
			}
		}
		return flat, nil
	}
	return v, nil
}

// alone tells whether nothing but annotations stands beside a keyword of a schema.
func alone(schema map[string]any, one string) bool {
	for keyword := range schema {
		if keyword != one && !annotation(keyword) {
			return false
		}
	}
	return true
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
			case keyword == "type" || annotation(keyword):
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

func (f flatter) target(ref, file string) (any, error) {
	of, def, ok := strings.Cut(ref, "#/$defs/")
	if of == "" {
		of = file
	}
	doc, _ := f.docs[of].(map[string]any)
	defs, _ := doc["$defs"].(map[string]any)
	if target, there := defs[def]; ok && there {
		return f.value(target, of)
	}
	return nil, fmt.Errorf("reference %q leads nowhere", ref)
}
