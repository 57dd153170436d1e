// Package schema embeds the JSON Schemas (draft 2020-12) of the content's files.
//
// There is one schema a kind of file, and common.schema.json with what they
// share. For a file with front matter the schema describes the front matter.
package schema

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

//go:embed *.schema.json
var files embed.FS

const (
	suffix = ".schema.json"
	common = "common"
	// Dialect is the JSON Schema dialect that the schemas are written in.
	Dialect = "https://json-schema.org/draft/2020-12/schema"
)

// Names lists the kinds of files that have a schema.
func Names() []string {
	return []string{"samsyn", "agreement", "area", "parties", "organisation", "places", "strategies", "indicator",
		"review", "calendar", "resource", "results", "signatures", "plan", "initiative"}
}

// File gives a schema as it is stored, for an editor that reads the files beside
// each other. The name may also be "common".
func File(name string) ([]byte, error) {
	data, err := files.ReadFile(name + suffix)
	if err != nil {
		return nil, fmt.Errorf("no schema %q", name)
	}
	return data, nil
}

// Bundle gives a schema that stands on its own: what it refers to is embedded as
// JSON Schema Core 2020-12 §9.3 describes. Without a name it bundles them all.
func Bundle(name string) ([]byte, error) {
	shared, err := File(common)
	if err != nil {
		return nil, err
	}
	if name != "" {
		data, err := File(name)
		if err != nil {
			return nil, err
		}
		head, found := bytes.CutSuffix(bytes.TrimSpace(data), []byte("}"))
		if !found {
			return nil, fmt.Errorf("schema %s: not an object", name)
		}
		return indent(append(bytes.TrimSpace(head), []byte(`,"$defs":{"common":`+string(shared)+`}}`)...))
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, `{"$schema":%q,"title":"Samsyn","$defs":{"common":%s`, Dialect, shared)
	for _, n := range Names() {
		data, err := File(n)
		if err != nil {
			return nil, err
		}
		// An embedded schema needs a name of its own to be referred to.
		fmt.Fprintf(&b, `,%q:{"$id":%q,%s`, n, n+suffix, bytes.TrimSpace(data)[1:])
	}
	b.WriteString("}}")
	return indent(b.Bytes())
}

func indent(data []byte) ([]byte, error) {
	var b bytes.Buffer
	if err := json.Indent(&b, data, "", "  "); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// Compiled gives a schema ready to validate decoded JSON with. It is made when it is first
// asked for: most commands meet a few kinds of files.
func Compiled(name string) (*jsonschema.Schema, error) {
	compiling.Lock()
	defer compiling.Unlock()
	if s := compiled[name]; s != nil {
		return s, nil
	}
	data, err := flattened(name)
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	if err := c.AddResource("samsyn:///"+name+suffix, bytes.NewReader(data)); err != nil {
		return nil, err
	}
	s, err := c.Compile("samsyn:///" + name + suffix)
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	compiled[name] = s
	return s, nil
}

var (
	compiling sync.Mutex
	compiled  = map[string]*jsonschema.Schema{}
)

// TypeOf gives a schema as a tree of types.
func TypeOf(name string) (*Type, error) {
	set, err := types()
	if err != nil {
		return nil, err
	}
	t := set[name]
	if t == nil {
		return nil, fmt.Errorf("no schema %q", name)
	}
	return t, nil
}

// documents are the schemas as they are stored, by the names of their files.
var documents = sync.OnceValues(func() (map[string]object, error) {
	docs := map[string]object{}
	for _, n := range append(Names(), common) {
		data, err := File(n)
		if err != nil {
			return nil, err
		}
		if docs[n+suffix], err = parseOrdered(data); err != nil {
			return nil, fmt.Errorf("schema %s: %w", n, err)
		}
	}
	return docs, nil
})

var types = sync.OnceValues(func() (map[string]*Type, error) {
	docs, err := documents()
	if err != nil {
		return nil, err
	}
	r := reader{docs}
	set := map[string]*Type{}
	for _, n := range Names() {
		t, err := r.typeOf(r.docs[n+suffix])
		if err != nil {
			return nil, fmt.Errorf("schema %s: %w", n, err)
		}
		set[n] = t
	}
	return set, nil
})

// resolve finds what "file#/$defs/name" points at.
func (r reader) resolve(ref string) (object, error) {
	file, def, ok := strings.Cut(ref, "#/$defs/")
	if ok {
		if defs, found := r.docs[file].get("$defs").(object); found {
			if o, found := defs.get(def).(object); found {
				return o, nil
			}
		}
	}
	return nil, fmt.Errorf("reference %q leads nowhere", ref)
}
