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
		want            string // the file that asks for too much
	}{
		{"a county", "agency", 60, 200, 20, ""},
		{"many duties of a crowd", "agency", 2000, 100, 0, "agreement/parties.yaml"},
		{"many duties of others", "university", 2000, 100, 0, ""},
		{"many reports of a crowd", "agency", 2000, 0, 100, "agreement/agreement.yaml"},
	} {
		t.Run(test.name, func(t *testing.T) {
			base, err := rules.Base()
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
