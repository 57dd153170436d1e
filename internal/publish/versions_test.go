package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"testing/fstest"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/source"
	"samsyn/internal/view"
)

var errLost = errors.New("the object is damaged")

// damaged is a tree whose annex cannot be read any more.
type damaged struct{ fstest.MapFS }

func (d damaged) Open(name string) (fs.File, error) {
	if name == "agreement/bilaga.pdf" {
		return nil, errLost
	}
	return d.MapFS.Open(name)
}

func content(t *testing.T, fsys fs.FS) (*source.Tree, *model.Content) {
	t.Helper()
	tree := source.FromFS(fsys)
	return tree, loadtest.Content(t, tree)
}

// built publishes a content, and gives what was written.
func built(t *testing.T, tree *source.Tree, c *model.Content, opt Options) (made map[string]string, out Output) {
	t.Helper()
	var mu sync.Mutex
	made = map[string]string{}
	out, err := To(context.Background(), tree, c, func(name string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		made[name] = string(data)
		return nil
	}, opt)
	if err != nil {
		t.Fatal(err)
	}
	return made, out
}

// A version that cannot be built is left out whole; one that cannot be written
// stops the build, and what was there before stays.
func TestVersionsStandAlone(t *testing.T) {
	files := fstest.MapFS{
		"samsyn.yaml":              {Data: []byte("title: Liten\npublisher: lan\nbase_url: https://liten.example\nlanguage: sv\n")},
		"agreement/agreement.yaml": {Data: []byte("title: Liten överenskommelse\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - part: signatures\nannexes:\n  - title: Bilaga\n    file: bilaga.pdf\n")},
		"agreement/parties.yaml":   {Data: []byte("parties:\n  - id: lan\n    name: Länet\n    kind: region\n    signatory: {name: Å Ö}\n")},
		"agreement/bilaga.pdf":     {Data: []byte("%PDF-1.7\n")},
	}
	tree, c := content(t, files)
	version := func(name string, fsys fs.FS) Version {
		vt, vc := content(t, fsys)
		return Version{Version: view.Version{Name: name}, Tree: vt, Content: vc, Options: Options{WithoutPDFs: true}}
	}
	out := filepath.Join(t.TempDir(), "public")
	opt := Options{WithoutPDFs: true, Versions: []Version{version("trasig", damaged{files}), version("hel", files)}}
	made, err := ToFolder(context.Background(), tree, c, placeOf(out), opt)
	if err != nil {
		t.Fatal(err)
	}
	if made.Versions != 1 || len(made.Lost) != 1 || made.Lost[0].Name != "trasig" || !errors.Is(made.Lost[0].Err, errLost) {
		t.Errorf("got %+v", made)
	}
	if _, err := os.Stat(filepath.Join(out, "versioner", "trasig")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something is left of what could not be built: %v", err)
	}
	read(t, filepath.Join(out, "versioner", "hel", "filer", "agreement", "bilaga.pdf"))
	read(t, filepath.Join(out, "versioner.html"))

	opt.Versions = []Version{version("../../utanför", files)}
	if _, err := ToFolder(context.Background(), tree, c, placeOf(out), opt); err == nil {
		t.Error("a version was written out of its folder")
	}
	read(t, filepath.Join(out, "versioner.html"))
}
