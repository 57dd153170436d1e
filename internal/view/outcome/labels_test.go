package outcome_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// Every label of a results report is there in the languages that sites are built in, with
// the same places to fill in.
func TestLabelsInAllLanguages(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "labels.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, is := n.(*ast.ValueSpec)
		if !is || len(spec.Values) != 1 {
			return true
		}
		label, is := spec.Values[0].(*ast.CompositeLit)
		if !is {
			return true
		}
		seen++
		texts := map[string]string{}
		for _, e := range label.Elts {
			pair, named := e.(*ast.KeyValueExpr)
			if !named {
				t.Fatalf("%s: a label without the names of its languages", spec.Names[0])
			}
			texts[pair.Key.(*ast.Ident).Name] = pair.Value.(*ast.BasicLit).Value
		}
		for _, lang := range []string{"SV", "EN", "AR"} {
			if text := texts[lang]; text == "" || strings.Count(text, "%s") != strings.Count(texts["SV"], "%s") {
				t.Errorf("%s in %s: %s", spec.Names[0], lang, text)
			}
		}
		return true
	})
	if seen < 100 {
		t.Errorf("%d labels were looked at", seen)
	}
}
