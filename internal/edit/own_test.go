package edit

import (
	"bytes"
	"testing"

	"samsyn/internal/load"
	"samsyn/internal/source"
)

// The content that this repository holds is in canonical form, so that nobody's
// first change is drowned in layout.
func TestOwnContentIsCanonical(t *testing.T) {
	for _, dir := range []string{"../..", "../../examples/storsjo"} {
		tree, err := source.Folder(dir)
		if err != nil {
			t.Fatal(err)
		}
		files, err := load.Files(tree)
		if err != nil || len(files) < 20 {
			t.Fatalf("%s: %d files, %v", dir, len(files), err)
		}
		for _, f := range files {
			data, err := tree.Read(f.Path)
			if err != nil {
				t.Fatal(err)
			}
			laid, err := Format(f.Schema, f.Markdown, data)
			if err != nil || !bytes.Equal(laid, data) {
				t.Errorf("%s/%s is not in canonical form (samsyn fmt): %v", dir, f.Path, err)
			}
		}
	}
}
