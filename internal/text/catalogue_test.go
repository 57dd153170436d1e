package text_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"samsyn/internal/text"
)

// labels are all words of the catalogue, as they stand in the package's files: each
// in its languages.
func labels(t *testing.T) (list [][3]string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if kind, named := lit, ok && lit.Type != nil; ok && named {
				id, _ := kind.Type.(*ast.Ident)
				ok = id != nil && id.Name == "Label"
			}
			if !ok || len(lit.Elts) != 3 {
				return true
			}
			var l [3]string
			for i, e := range lit.Elts {
				b, ok := e.(*ast.BasicLit)
				if !ok || b.Kind != token.STRING {
					return true
				}
				if l[i], err = strconv.Unquote(b.Value); err != nil {
					t.Fatal(err)
				}
			}
			list = append(list, l)
			return true
		})
	}
	return list
}

// A sentence that is missing in a language would stand in Swedish among the others;
// one with another number of places would lose what belongs in them.
func TestTheCatalogueIsWhole(t *testing.T) {
	all := labels(t)
	if len(all) < 350 {
		t.Fatalf("only %d labels found", len(all))
	}
	for _, l := range all {
		if said, _ := (text.Label{SV: l[0]}).In("sv"); strings.Contains(said, "{") {
			t.Errorf("%q has a mark that stands for no word", l[0])
		}
		if said, _ := (text.Label{SV: "-", EN: l[1]}).In("en"); strings.Contains(said, "{") {
			t.Errorf("%q has a mark that stands for no word", l[1])
		}
		if strings.IndexFunc(l[0], func(c rune) bool { return unicode.Is(unicode.Arabic, c) }) >= 0 {
			continue // the forms of a counted noun
		}
		for i, s := range l {
			if s == "" {
				t.Errorf("%q is missing in language %d", l[0], i)
			}
			if strings.Count(s, "%s") != strings.Count(l[0], "%s") {
				t.Errorf("%q has other places than %q", s, l[0])
			}
		}
	}
}

func TestArabicCounts(t *testing.T) {
	for n, want := range map[int]string{
		0: "0\u00a0مبادرة", 1: "مبادرة واحدة", 2: "مبادرتان", 3: "3\u00a0مبادرات", 10: "10\u00a0مبادرات",
		11: "11\u00a0مبادرة", 100: "100\u00a0مبادرة", 103: "103\u00a0مبادرات", 112: "112\u00a0مبادرة",
	} {
		if got := text.Count(n, text.OneInitiative, text.ManyInitiatives, "ar"); got != want {
			t.Errorf("%d: %q, not %q", n, got, want)
		}
	}
	if got := text.Count(15, text.OneParty, text.ManyParties, "ar"); got != "15\u00a0طرفًا" {
		t.Error(got)
	}
	if got := text.Count(2, text.OneOfThem, text.ManyOfThem, "ar"); got != "2\u00a0منها" {
		t.Error(got)
	}
}
