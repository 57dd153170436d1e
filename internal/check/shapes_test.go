package check_test

import (
	"errors"
	"strings"
	"testing"

	"samsyn/internal/check"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
)

// What is wrong with the shapes of places is told in words that say what to do; who can
// read no files is told nothing of them.
func TestShapes(t *testing.T) {
	const place = "shapes: kommuner.geojson\nplaces:\n  - {id: skogby, name: Skogby, kind: municipality, code: '9904'}\n"
	c := loadtest.Content(t, loadtest.Files(map[string]string{"samsyn.yaml": "title: Liten\n", "agreement/parties.yaml": "parties:\n  - {id: lan, name: Länet, kind: region}\n", "agreement/places.yaml": place}))
	there := func(string) bool { return true }
	polygon := func(rest string) string {
		return `{"type": "FeatureCollection", "features": [{"properties": {"code": "9904"}, "geometry": {"type": "Polygon"` + rest + `}}]}`
	}
	for shapes, want := range map[string]string{
		polygon(``): "är ingen yta",
		polygon(`, "coordinates": [[["14", "63"]]]`):                                                   "är ingen yta",
		polygon(`, "coordinates": [[14, 63], [15, 63]]`):                                               "är ingen yta",
		polygon(`, "coordinates": [[[486000, 6300000]]]`):                                              "inte i SWEREF 99",
		strings.ReplaceAll(polygon(`, "coordinates": [[[14, 63], [15, 63], [15, 64]]]`), "9904", "99"): "", // of no place: no map is drawn
		polygon(`, "coordinates": [[[14, 63], [15, 63], [15, 64]]]`):                                   "",
	} {
		told := ""
		for _, f := range check.Check(c, check.Options{Today: model.Date{Year: 2026, Month: 1, Day: 1}, Exists: there, IsFile: there, Read: func(name string) ([]byte, error) {
			if name != "agreement/kommuner.geojson" {
				return nil, errors.New(name)
			}
			return []byte(shapes), nil
		}}) {
			if f.File == "agreement/places.yaml" {
				told += f.Message.SV
			}
		}
		if !strings.Contains(told, want) || want == "" && told != "" {
			t.Errorf("of %s it is said: %s", shapes, told)
		}
	}
	for _, f := range check.Check(c, check.Options{Exists: there, IsFile: there}) {
		if f.File == "agreement/places.yaml" {
			t.Errorf("of what cannot be read it is said: %s", f.Message.SV)
		}
	}
}
