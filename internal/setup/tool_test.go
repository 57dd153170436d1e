package setup

import (
	"reflect"
	"testing"

	"samsyn/internal/obtain"
)

// A program of a public module needs to be told nothing; one of a module that no host
// serves, or that is no release, has no source of its own.
func TestOfOwnModule(t *testing.T) {
	for _, c := range []struct {
		module, version string
		want            obtain.Source
	}{
		{"git.example.se/it/samsyn", "v1.2.0", obtain.Source{Kind: obtain.Module, At: "git.example.se/it/samsyn", Pin: "v1.2.0"}},
		{"samsyn", "v1.2.0", obtain.Source{}},
		{"git.example.se/it/samsyn", "", obtain.Source{}},
		{"", "", obtain.Source{}},
	} {
		if got := ofOwnModule(c.module, c.version); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s %s: %+v", c.module, c.version, got)
		}
	}
}
