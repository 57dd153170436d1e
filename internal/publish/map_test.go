package publish

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"samsyn/internal/model"
)

const mapped = `{"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"code": "9901"}, "geometry": {"type": "Polygon", "coordinates": [
    [[14, 63], [15, 63], [15, 64], [14, 64], [14, 63]], [[14.2, 63.2], [14.4, 63.2], [14.4, 63.4], [14.2, 63.2]]]}},
  {"type": "Feature", "properties": {"code": "9902"}, "geometry": {"type": "Polygon", "coordinates": [
    [[15, 63], [16, 63], [16, 64], [15, 64], [15, 63]]]}},
  {"type": "Feature", "properties": {"code": "<script>"}, "geometry": {"type": "Polygon", "coordinates": [
    [[90, 63], [91, 63], [91, 64], [90, 64], [90, 63]]]}}
]}`

// places is the page of places of a county with a file of shapes, "" for none.
func places(t *testing.T, shapes string) string {
	t.Helper()
	initiative := "---\ntitle: Språkvän\ncooperation_area: arbete\nowner: ostby\nplaces: [ostby]\nperiod: {from: 2026, to: 2026}\nstatus: ongoing\nfollow_up: {method: Enkät, responsible: lan}\n---\n"
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"samsyn.yaml":                "title: Liten\npublisher: lan\nbase_url: https://liten.example\nlanguage: sv\n",
		"agreement/agreement.yaml":   "title: Liten överenskommelse\nshort_title: Liten\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - part: areas\n",
		"agreement/areas/arbete.md":  "---\ntitle: Arbete\norder: 1\n---\n",
		"agreement/parties.yaml":     "parties:\n  - {id: lan, name: Länet, kind: region}\n  - {id: ostby, name: 'Östby & <b>', kind: municipality, code: '9901'}\n  - {id: vasby, name: Väsby, kind: municipality, code: '9902'}\n",
		"agreement/places.yaml":      "shapes: kommuner.geojson\nplaces:\n  - {id: norrby, name: Norrby, kind: municipality, code: '9901'}\n",
		"plans/2026/plan.yaml":       "title: Plan\nscope: regional\nyear: 2026\nstatus: adopted\n",
		"plans/2026/sprakvan.md":     initiative,
		"agreement/kommuner.geojson": shapes,
	} {
		if text != "" {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	tree, c := content(t, fsys)
	day, _ := model.ParseDate("2026-03-01")
	made, _ := built(t, tree, c, Options{Today: day, WithoutPDFs: true})
	if made["places.html"] == "" {
		t.Fatal("there is no page of places")
	}
	return made["places.html"]
}

func TestMapOfPlaces(t *testing.T) {
	page := places(t, mapped)
	for _, want := range []string{
		`<title id="karta-t">Hur många insatser som pågår eller planeras i varje kommun</title>`,
		`<desc id="karta-d">Karta över länet. Flest finns i Östby &amp; &lt;b&gt;: 1 insats. Under kartan står samma antal i ord.</desc>`,
		`class="f-few s-muted"`, `class="f-surface s-muted"`, `<text`, `>Väsby</text>`, `>Östby &amp; &lt;b&gt;</text>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if n := strings.Count(page, "<path "); n != 4 { // two areas, one of them of two places, for a wide page and a narrow one
		t.Errorf("%d areas are drawn", n)
	}
	if strings.Contains(page, "<b>") || strings.Contains(page, "<script>") {
		t.Error("what the content says is markup")
	}
}

// A county whose shapes are not there, or cannot be drawn, has its page without a map.
func TestNoMap(t *testing.T) {
	for name, shapes := range map[string]string{
		"none": "", "broken": mapped[:200], "of others": strings.ReplaceAll(mapped, `"99`, `"88`),
		"too large": mapped + string(bytes.Repeat([]byte(" "), 1<<20)), "SWEREF 99": strings.ReplaceAll(mapped, "[14,", "[486000,"),
		"flat": `{"type": "FeatureCollection", "features": [{"properties": {"code": "9901"}, "geometry": {"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [3, 1], [4, 1]]]}}]}`,
		"thin": `{"type": "FeatureCollection", "features": [{"properties": {"code": "9901"}, "geometry": {"type": "Polygon", "coordinates": [[[-180, 1], [180, 1.0001], [180, 1]]]}}]}`,
	} {
		if page := places(t, shapes); strings.Contains(page, "<figure") || !strings.Contains(page, "places/vasby.html") {
			t.Errorf("%s: there is a map, or no list", name)
		}
	}
}
