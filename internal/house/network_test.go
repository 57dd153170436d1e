package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// goesOut are the names of the standard library that open a connection to somebody else.
var goesOut = map[string][]string{
	"http": {"Client", "Get", "Post", "PostForm", "Head", "DefaultClient", "DefaultTransport", "Transport"},
	"net":  {"Dial", "DialTimeout", "Dialer", "DialTCP", "DialUDP", "Resolver", "LookupHost", "LookupIP"},
	"tls":  {"Dial", "DialWithDialer", "Dialer"},
	"smtp": {"Dial", "SendMail", "NewClient"},
}

// The network is reached where figures are fetched, where a proposal is sent to a forge,
// where the user names a time-stamp service (sign --tsa), and where people sign in to the editor's server; no other command
// opens a connection.
func TestOnlyFetchGoesOut(t *testing.T) {
	may := []string{"internal/fetch/web.go", "internal/cms/stamp.go", "internal/forge/web.go", "internal/access/server.go", "internal/access/signin.go"}
	var found []string
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && file != root || d.Name() == "testdata" || d.Name() == "bench") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			s, is := n.(*ast.SelectorExpr)
			if !is {
				return true
			}
			if of, is := s.X.(*ast.Ident); is && of.Obj == nil && slices.Contains(goesOut[of.Name], s.Sel.Name) {
				found = append(found, filepath.ToSlash(name))
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(found)
	for _, name := range slices.Compact(found) {
		if !slices.Contains(may, name) {
			t.Errorf("%s opens connections", name)
		}
	}
	if len(found) == 0 {
		t.Error("nothing is found to open connections: the test looks for the wrong names")
	}
	for from, targets := range imports(t) {
		if slices.Contains(targets, "internal/fetch") && from != "internal/desk" && from != "internal/console" {
			t.Errorf("%s imports internal/fetch", from)
		}
		if slices.Contains(targets, "internal/forge") && from != "internal/proposal" && from != "internal/cli" {
			t.Errorf("%s imports internal/forge", from)
		}
	}
}
