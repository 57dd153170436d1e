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
	var builtIn *Words
	if n := typ.Name; n.EN == "" || builtIn.Expand(n.SV, "sv") != typ.Title || strings.Contains(builtIn.Expand(n.Noun.SV+n.EN+n.Noun.EN, "sv"), "{") {
		t.Errorf("%s is called %q: %+v", path, typ.Title, n)
	}
	for _, value := range typ.Enum {
		if l := typ.Labels[value]; (l.SV == "" || l.EN == "") && path != "samsyn.language" && !strings.HasSuffix(path, ".accepted[].rule") {
			t.Errorf("%s: the value %s has no name in both languages", path, value)
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
	if f := typ.Field("owner"); f == nil || !f.Required || len(f.Type.Variants) != 2 || len(f.Type.Variants[0].Reference) != 2 {
		t.Errorf("owner: %+v", f)
	}
	if f := typ.Field("status"); f.Type.Labels["ongoing"].SV != "Pågår" {
		t.Errorf("status labels: %v", f.Type.Labels)
	}
}

// What the flattened schema says of a document must be what the schema says.
func TestFlattenedHoldsTheSame(t *testing.T) {
	c := jsonschema.NewCompiler()
	for _, n := range append(Names(), common) {
		data, err := File(n)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource("samsyn:///"+n+suffix, strings.NewReader(string(data))); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		schema, document string
		accepted         bool
	}{
		{"plan", `{"title": "Plan", "scope": "regional", "year": 2025, "status": "draft"}`, true},
		{"plan", `{"title": " ", "scope": "regional", "year": 2025, "status": "draft"}`, false},
		{"plan", `{"title": "Plan", "scope": "local", "status": "draft"}`, false},
		{"plan", `{"title": "Plan", "scope": "local", "parties": ["a"], "period": {"from": "2025-1"}, "status": "draft"}`, false},
		{"plan", `{"title": "Plan", "scope": "local", "parties": ["a"], "period": {"from": "2025-01"}, "status": "draft"}`, true},
		{"plan", `{"title": "Plan", "scope": "regional", "year": 25, "status": "draft"}`, false},
		{"plan", `{"title": "Plan", "scope": "regional", "year": 2025, "status": "draft", "adopted": {"date": "2025-04-03", "body": {"name": "Regionen"}}}`, true},
		{"plan", `{"title": "Plan", "scope": "regional", "year": 2025, "status": "draft", "adopted": {"date": "2025-04-03", "body": {"namn": "Regionen"}}}`, false},
		{"plan", `{"title": "Plan", "scope": "regional", "year": 2025, "status": "draft", "adopted": {"date": "2025-04-03", "body": "forum"}}`, true},
		{"plan", `{"title": "Plan", "scope": "regional", "year": 2025, "status": "draft", "adopted": {"date": "2025-04-03", "body": " "}}`, false},
		{"plan", `{"title": "Plan", "scope": "regional", "year": 2025, "status": "draft", "adopted": {"date": "2025-04-03", "body": {}}}`, false},
		{"plan", `{"title": "Plan", "scope": "regional", "year": 2025, "status": "draft", "adopted": {"date": "2025-04-03", "body": ["forum"]}}`, false},
		{"plan", `{"title": "Plan", "scope": "regional", "year": 2025, "status": "draft", "adopted": {"date": "2025-04-03", "body": 5}}`, false},
		{"initiative", reported(`5.5`), true},
		{"initiative", reported(`{"women": 2, "men": 3}`), true},
		{"initiative", reported(`{"women": "2"}`), false},
		{"initiative", reported(`"5"`), false},
		{"initiative", reported(`null`), false},
	} {
		plain, err := c.Compile("samsyn:///" + tt.schema + suffix)
		if err != nil {
			t.Fatal(err)
		}
		flat, err := Compiled(tt.schema)
		if err != nil {
			t.Fatal(err)
		}
		var document any
		if err := json.Unmarshal([]byte(tt.document), &document); err != nil {
			t.Fatal(err)
		}
		for name, s := range map[string]*jsonschema.Schema{"plain": plain, "flattened": flat} {
			if err := s.Validate(document); (err == nil) != tt.accepted {
				t.Errorf("%s, %s schema: %v", tt.document, name, err)
			}
		}
	}
}

// reported is an initiative with a report of a value.
func reported(value string) string {
	return `{"title": "A", "cooperation_area": "a", "owner": "b", "period": {"from": "2025"}, "status": "planned", "follow_up": {"method": "M", "responsible": "b"},
		"reports": [{"date": "2025-05-01", "text": "T", "values": {"m": ` + value + `}}]}`
}

// The schema and its types agree on how long an identifier may be.
func TestLongestIdentifier(t *testing.T) {
	parties, err := Compiled("parties")
	if err != nil {
		t.Fatal(err)
	}
	for length, accepted := range map[int]bool{LongestIdentifier: true, LongestIdentifier + 1: false} {
		id := strings.Repeat("a", length)
		document := map[string]any{"parties": []any{map[string]any{"id": id, "name": "A", "kind": "municipality"}}}
		if err := parties.Validate(document); (err == nil) != accepted {
			t.Errorf("%d letters: %v", length, err)
		}
		of, err := TypeOf("parties")
		if err != nil {
			t.Fatal(err)
		}
		if got := of.Field("parties").Type.Items.Field("id").Type.Matches(id); got != accepted {
			t.Errorf("%d letters match: %v", length, got)
		}
	}
}
