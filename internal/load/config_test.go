package load

import (
	"errors"
	"reflect"
	"testing"
	"testing/fstest"

	"samsyn/internal/source"
)

// What is read of the marker alone is what is read of it with all others.
func TestConfigIsThatOfTheContent(t *testing.T) {
	for _, text := range []string{"title: Prov\nsigning:\n  trust: keys\n", "title: [\n", ""} {
		tree := source.FromFS(fstest.MapFS{source.Marker: {Data: []byte(text)}})
		r, err := Load(tree)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Config(tree); err != nil || !reflect.DeepEqual(got, r.Content.Config) {
			t.Errorf("%q gives %+v, %v, not %+v", text, got, err, r.Content.Config)
		}
	}
	if _, err := Config(source.FromFS(fstest.MapFS{})); !errors.Is(err, source.ErrNoRepository) {
		t.Errorf("without a marker: %v", err)
	}
}
