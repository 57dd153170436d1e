package load

import (
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/source"
)

// The real agreement and the made-up county that uses every field are tests of
// the loader in themselves.
func TestRealContentIsTakenWhole(t *testing.T) {
	for _, dir := range []string{"../..", "../../examples/storsjo"} {
		tree, err := source.Folder(dir)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Load(tree)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Findings {
			if f.Severity() == diag.Error {
				t.Errorf("%s:%d: %s %s", f.File, f.Range.Start.Line, f.Rule, f.Message.In("sv"))
			}
		}
		if len(r.Content.Areas) == 0 || len(r.Content.Plans) == 0 || len(r.Content.Referring) == 0 {
			t.Errorf("%s: too little was loaded", dir)
		}
	}
}
