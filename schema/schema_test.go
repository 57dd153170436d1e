package schema

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Every field must help the person who edits it.
func TestEveryFieldIsExplained(t *testing.T) {
	for _, name := range Names() {
		typ, err := TypeOf(name)
		if err != nil {
			t.Fatal(err)
		}
		explained(t, name, typ)
	}
}

func explained(t *testing.T, path string, typ *Type) {
	if typ.Title == "" || typ.Description == "" {
		t.Errorf("%s lacks a title or a description", path)
	}
	for _, value := range typ.Enum {
		if typ.Labels[value] == "" && path != "samsyn.language" && !strings.HasSuffix(path, ".accepted[].rule") {
			t.Errorf("%s: the value %s has no Swedish name", path, value)
		}
	}
	for _, f := range typ.Fields {
		explained(t, path+"."+f.Name, f.Type)
	}
	for _, v := range typ.Variants {
		for _, f := range v.Fields {
			explained(t, path+"."+f.Name, f.Type)
		}
	}
	if typ.Items != nil {
		for _, f := range typ.Items.Fields {
			explained(t, path+"[]."+f.Name, f.Type)
		}
	}
}

func TestCompiles(t *testing.T) {
	for _, name := range Names() {
		s, err := Compiled(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(map[string]any{"no_such_field": 1}); err == nil {
			t.Errorf("%s accepts a field that nobody knows", name)
		}
	}
}

func TestBundleStandsAlone(t *testing.T) {
	for _, name := range append(Names(), "") {
		data, err := Bundle(name)
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(data) {
			t.Fatalf("bundle %q is no JSON", name)
		}
		if _, err := jsonschema.CompileString("mem:///bundle.json", string(data)); err != nil {
			t.Errorf("bundle %q: %v", name, err)
		}
	}
}

func TestOrderIsTheFiles(t *testing.T) {
	typ, err := TypeOf("initiative")
	if err != nil {
		t.Fatal(err)
	}
	got := typ.FieldNames()
	if got[0] != "title" || got[len(got)-1] != "withdrawn" {
		t.Errorf("fields begin with %s and end with %s", got[0], got[len(got)-1])
	}
	if f := typ.Field("owner"); f == nil || !f.Required || len(f.Type.Reference) != 2 {
		t.Errorf("owner: %+v", f)
	}
	if f := typ.Field("status"); f.Type.Labels["ongoing"] != "Pågår" {
		t.Errorf("status labels: %v", f.Type.Labels)
	}
}
