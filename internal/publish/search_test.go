package publish

import (
	"strings"
	"testing"
)

// A word that the content says nothing with, but that it gives as a synonym, is found.
func TestSynonymsAreInTheIndex(t *testing.T) {
	tree, r := loaded(t, storsjo(t))
	made, _ := built(t, tree, r.Content, bare)
	for name, data := range made {
		if strings.HasPrefix(name, "search/w-") && strings.Contains(data, `"arbetsplatsförlagt"`) {
			return
		}
	}
	t.Error("no file of the index has the synonym of praktik")
}
