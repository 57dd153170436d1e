package load

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/layout"
	"samsyn/internal/source"
)

// held is what a validator says of a document of its own.
func held(t testing.TB, w *validator, src string) []diag.Finding {
	t.Helper()
	root, err := doc.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	w.document(root)
	return w.findings
}

func validatorOf(t testing.TB, kind, src string) *validator {
	t.Helper()
	w, err := newValidator(kind, doc.Locator{Text: doc.NewText("a.yaml", []byte(src))}, "", false)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// What the walk does not know of a schema, the library still refuses, where it stands.
func TestLibraryHasTheLastWord(t *testing.T) {
	const src = "parties:\n  - id: a\n    name: A\n    kind: other\n  - id: b\n    name: Bä\n    kind: other\n"
	for name, tt := range map[string]struct{ schema, want, says string }{
		"all of it":   {`{"required": ["nothing"]}`, "1:1-1:8", "Här saknas ett fält"},
		"a list":      {`{"properties": {"parties": {"maxItems": 1}}}`, "2:3-2:4", "Listan är för lång"},
		"a value":     {`{"properties": {"parties": {"items": {"properties": {"name": {"maxLength": 1}}}}}}`, "6:11-6:13", "Värdet har inte den form"},
		"a condition": {`{"properties": {"parties": {"contains": {"properties": {"id": {"const": "c"}}}}}}`, "2:9-2:10", "Värdet har inte den form"},
		"nothing":     {`{"properties": {"parties": {"maxItems": 2}}}`, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := validatorOf(t, "parties", src)
			w.library = jsonschema.MustCompileString("test.schema.json", tt.schema)
			findings := held(t, w, src)
			if tt.want == "" {
				if len(findings) > 0 {
					t.Errorf("told %v", findings)
				}
				return
			}
			if len(findings) != 1 || findings[0].Rule.Name != "invalid-value" || !strings.HasPrefix(findings[0].Message.SV, tt.says) || ranged(findings[0].Range) != tt.want {
				t.Fatalf("told %v, want %s", findings, tt.want)
			}
		})
	}
}

func ranged(r diag.Range) string {
	var b strings.Builder
	for i, n := range []int32{r.Start.Line, r.Start.Column, r.End.Line, r.End.Column} {
		b.WriteString([]string{"", ":", "-", ":"}[i] + strconv.Itoa(int(n)))
	}
	return b.String()
}

// The library is not asked where the walk has found something: that is told in words.
func TestLibraryIsNotAskedTwice(t *testing.T) {
	const src = "parties:\n  - id: a\n    nme: A\n    kind: other\n"
	w := validatorOf(t, "parties", src)
	w.library = jsonschema.MustCompileString("test.schema.json", `false`)
	for _, f := range held(t, w, src) {
		if f.Rule.Name == "invalid-value" {
			t.Errorf("told %v", f)
		}
	}
}

// FuzzSchema holds the walk and the library to each other, over documents of every kind:
// what the walk accepts the library accepts, so that nothing is refused without a line
// and a word; and what the walk refuses the library refuses too, but for what JSON
// cannot say.
func FuzzSchema(f *testing.F) {
	for _, dir := range []string{"../../examples/storsjo", "../.."} {
		seedWith(f, dir)
	}
	f.Fuzz(func(t *testing.T, kind, src string) {
		if strings.ContainsRune(kind, '/') {
			return
		}
		root, err := doc.Parse(src)
		if err != nil || root != nil && doc.Target(root).Kind != yaml.MappingNode {
			return
		}
		w, err := newValidator(kind, doc.Locator{Text: doc.NewText("a.yaml", []byte(src))}, "", false)
		if err != nil {
			return // no kind
		}
		library := w.library
		w.library = nil
		root = w.document(root)
		refused := library.Validate(instance(root))
		if len(w.findings) == 0 && refused != nil {
			t.Fatalf("the walk accepts what the library refuses: %v", refused)
		}
		if len(w.findings) > 0 && refused == nil && isJSON(root) {
			t.Fatalf("the library accepts what the walk refuses: %s: %s", w.findings[0].Rule, w.findings[0].Message.SV)
		}
	})
}

// isJSON tells whether a document says nothing that a JSON Schema does not see: no field
// twice or without a value, no alias, no tag of its own, no number or truth value in
// another form than JSON's.
func isJSON(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.MappingNode:
		seen := map[string]bool{}
		for p := range doc.Pairs(n) {
			if p.Key.Kind != yaml.ScalarNode || seen[p.Key.Value] || doc.IsNull(p.Value) || p.Key.Tag == "!!merge" {
				return false
			}
			seen[p.Key.Value] = true
		}
	case yaml.ScalarNode:
		switch n.Tag {
		case "!!str", "!!timestamp":
		case "!!int", "!!float":
			if !doc.IsNumber(n.Value) {
				return false
			}
		case "!!bool":
		default:
			return false
		}
		if strings.ContainsFunc(n.Value, func(c rune) bool { return unicode.IsControl(c) || diag.Reorders(c) }) {
			return false
		}
	case yaml.AliasNode:
		return false
	}
	return !slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return !isJSON(c) })
}

func seedWith(f *testing.F, dir string) {
	f.Helper()
	tree, err := source.Folder(dir)
	if err != nil {
		f.Fatal(err)
	}
	entries, err := tree.Entries()
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		role, ok := layout.Layout{}.Role(e.Path)
		data, err := tree.Read(e.Path)
		if !ok || role.Schema == "" || err != nil {
			continue
		}
		src := string(data)
		if role.Markdown {
			front, err := doc.NewText(e.Path, data).Front()
			if err != nil {
				f.Fatal(err)
			}
			src = front.Fields
		}
		f.Add(role.Schema, src)
	}
}
