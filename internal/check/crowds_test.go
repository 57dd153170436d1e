package check_test

import (
	"fmt"
	"strings"
	"testing"

	"samsyn/internal/check/rules"
	"samsyn/internal/diag"
)

// What is told at each of many is counted before it is drawn.
func TestCrowds(t *testing.T) {
	for _, test := range []struct {
		name, kind      string
		parties, duties int
		reporting       int
		parts           int
		want            string // the file that asks for too much
	}{
		{"a county", "agency", 60, 200, 20, 7, ""},
		{"many duties of a crowd", "agency", 2000, 100, 0, 1, "agreement/parties.yaml"},
		{"many duties of others", "university", 2000, 100, 0, 1, ""},
		{"many reports of a crowd", "agency", 2000, 0, 100, 1, "agreement/agreement.yaml"},
		{"a part many times", "agency", 1, 1, 1, 200, "agreement/agreement.yaml"},
	} {
		t.Run(test.name, func(t *testing.T) {
			base, err := (rules.Case{}).Texts()
			if err != nil {
				t.Fatal(err)
			}
			tree, err := changed(base, nil)
			if err != nil {
				t.Fatal(err)
			}
			var parties, duties, reporting strings.Builder
			for i := range test.parties {
				fmt.Fprintf(&parties, "  - id: p%d\n    name: Part %d\n    kind: agency\n", i, i)
			}
			for i := range test.duties {
				fmt.Fprintf(&duties, "  - text: Plikt %d\n    kind: %s\n", i, test.kind)
			}
			for i := range test.reporting {
				fmt.Fprintf(&reporting, "  - id: r%d\n    title: Rapport %d\n    from: all_parties\n    to: styrgruppen\n    every: year\n", i, i)
			}
			agreement := tree["agreement/agreement.yaml"]
			agreement.Data = []byte(strings.Replace(string(agreement.Data), "chapters:\n", "chapters:\n"+strings.Repeat("  - part: areas\n", test.parts), 1))
			add := func(file, text string) {
				f := tree[file]
				f.Data = append([]byte(strings.TrimRight(string(f.Data), "\n")), "\n"+text...)
			}
			add("agreement/parties.yaml", parties.String()+"duties:\n"+duties.String())
			add("agreement/agreement.yaml", "reporting:\n"+reporting.String())
			got := ""
			for _, f := range findings(t, tree) {
				if f.Rule == diag.TooLarge {
					got += f.File
				}
			}
			if got != test.want {
				t.Errorf("%q is too much, want %q", got, test.want)
			}
		})
	}
}
