package diff

import (
	"maps"
	"math/rand/v2"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"samsyn/internal/load"
	"samsyn/internal/source"
)

// What is told is the same whether the versions share the files that they have in
// common or not.
func TestVersionsThatShareFiles(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	whole := example(t)
	for _, translated := range []bool{true, false} {
		old := maps.Clone(whole)
		maps.DeleteFunc(old, func(name string, _ *fstest.MapFile) bool {
			return !translated && strings.Count(path.Base(name), ".") > 1
		})
		names := slices.Sorted(maps.Keys(old))
		for round := range 10 {
			new := maps.Clone(old)
			for range 1 + rnd.IntN(3) {
				switch name := names[rnd.IntN(len(names))]; {
				case name == source.Marker || path.Ext(name) != ".md" && path.Ext(name) != ".yaml":
				case rnd.IntN(4) == 0:
					delete(new, name)
				case path.Ext(name) == ".md":
					new[name] = &fstest.MapFile{Data: append(slices.Clone(old[name].Data), "\nTillagt.\n"...)}
				default: // another title, or another anything
					new[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(old[name].Data), "e", "é", 1+rnd.IntN(9)))}
				}
			}
			var reader load.Reader
			before, err := reader.Load(source.FromFS(old))
			if err != nil {
				t.Fatal(err)
			}
			after, err := reader.Load(source.FromFS(new))
			if err != nil {
				t.Fatal(err)
			}
			wanted := Contents(contentOf(t, old), contentOf(t, new))
			if got := Contents(before.Content, after.Content); !reflect.DeepEqual(got, wanted) {
				t.Errorf("translated %v, round %d: told\n%swant\n%s", translated, round, sentences(got), sentences(wanted))
			}
		}
	}
}
