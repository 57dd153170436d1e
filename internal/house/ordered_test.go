package house

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Five packages were ordered by their paths, a major version included. Another version may be
// faster; it is not ours to choose.
func TestOrderedPackages(t *testing.T) {
	file, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	direct := map[string]bool{}
	for line := range strings.Lines(string(file)) {
		if at := strings.Fields(line); len(at) == 2 { // an indirect one has a comment behind it
			direct[at[0]] = true
		}
	}
	for _, ordered := range []string{
		"github.com/yuin/goldmark",
		"github.com/go-git/go-git/v5",
		"gopkg.in/yaml.v3",
		"github.com/santhosh-tekuri/jsonschema/v5",
		"github.com/go-pdf/fpdf",
	} {
		if !direct[ordered] {
			t.Errorf("go.mod does not require %s itself", ordered)
		}
	}
}
