package publish

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A word that the content says nothing with, but that it gives as a synonym, is found.
func TestSynonymsAreInTheIndex(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS("../../examples/storsjo")); err != nil {
		t.Fatal(err)
	}
	for name, data := range buildWith(t, dir, "out", false) {
		if strings.HasPrefix(name, "search/w-") && bytes.Contains(data, []byte(`"arbetsplatsförlagt"`)) {
			return
		}
	}
	t.Error("no file of the index has the synonym of praktik")
}
