package geo

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

func feature(code, geometry string) string {
	return fmt.Sprintf(`{"type": "Feature", "properties": {"code": %s}, "geometry": %s}`, code, geometry)
}

func file(features ...string) []byte {
	return []byte(`{"type": "FeatureCollection", "features": [` + strings.Join(features, ",\n") + `]}`)
}

const (
	square = `{"type": "Polygon", "coordinates": [[[14, 63], [15, 63], [15, 64], [14, 64], [14, 63]]]}`
	holed  = `{"type": "Polygon", "coordinates": [[[0,0],[0,9],[9,9],[9,0],[0,0]], [[1,1],[1,2],[2,2],[2,1],[1,1]]]}`
	two    = `{"type": "MultiPolygon", "coordinates": [[[[0,0,12],[1,0,12],[1,1,12],[0,0,12]]], [[[5,5],[6,5],[6,6],[5,5]]]]}`
)

func TestRead(t *testing.T) {
	got, err := Read(append([]byte("\ufeff"), file(feature(`"9901"`, square), feature(`760`, two), feature(`7`, holed),
		feature(`"9901"`, two), feature(`null`, `{"type": "Point", "coordinates": [1, 2]}`), feature(`"0099"`, `null`))...))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || len(got["9901"]) != 3 || len(got["0760"]) != 2 || len(got["07"]) != 2 {
		t.Errorf("%v", got)
	}
	if ring := got["9901"][0]; len(ring) != 4 || ring[2] != (Point{15, 64}) {
		t.Errorf("the square is %v", ring)
	}
}

func TestNoShapesYet(t *testing.T) {
	for _, text := range []string{``, " \n", `{}`, `{"type": "FeatureCollection", "features": []}`, `{"type": "FeatureCollection"}`} {
		if got, err := Read([]byte(text)); err != nil || len(got) > 0 {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
}

// A hole runs the other way round than what it is a hole in, however the file has them.
func TestHoles(t *testing.T) {
	got, err := Read(file(feature(`"1"`, holed)))
	if err != nil {
		t.Fatal(err)
	}
	if area := got["1"]; len(area) != 2 || turn(area[0]) <= 0 || turn(area[1]) >= 0 {
		t.Errorf("%v", area)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	polygon := func(coordinates string) []byte {
		return file(feature(`"1"`, `{"type": "Polygon", "coordinates": `+coordinates+`}`))
	}
	for name, c := range map[string]struct {
		text []byte
		want Fault
	}{
		"no JSON":             {[]byte("{\n\n\"type\": x}"), Fault{Err: ErrForm, Line: 3}},
		"cut off":             {[]byte("{\"type\":\n"), Fault{Err: ErrForm, Line: 2}},
		"a list":              {[]byte(`[]`), Fault{Err: ErrForm, Line: 1}},
		"a lone feature":      {[]byte(feature(`"1"`, square)), Fault{Err: ErrForm}},
		"TopoJSON":            {[]byte(`{"type": "Topology", "objects": {}}`), Fault{Err: ErrForm}},
		"endless nesting":     {[]byte(strings.Repeat("[", 200_000)), Fault{Err: ErrForm, Line: 1}},
		"no codes":            {file(feature(`null`, square), feature(`1.5`, square), feature(`-4`, square), feature(`{}`, square)), Fault{Err: ErrNoCodes}},
		"a point":             {file(feature(`"1"`, `{"type": "Point", "coordinates": [1, 2]}`)), Fault{Err: ErrNoArea, Code: "1"}},
		"a collection":        {file(feature(`"1"`, `{"type": "GeometryCollection", "geometries": []}`)), Fault{Err: ErrNoArea, Code: "1"}},
		"no rings":            {polygon(`[]`), Fault{Err: ErrNoArea, Code: "1"}},
		"an empty ring":       {polygon(`[[]]`), Fault{Err: ErrNoArea, Code: "1"}},
		"a line":              {polygon(`[[[1, 2], [3, 4], [1, 2]]]`), Fault{Err: ErrNoArea, Code: "1"}},
		"a level area":        {polygon(`[[[1, 2], [3, 2], [5, 2], [1, 2]]]`), Fault{Err: ErrNoArea, Code: "1"}},
		"no coordinates":      {file(feature(`"1"`, `{"type": "Polygon"}`)), Fault{Err: ErrNoArea, Code: "1"}},
		"a lone number":       {polygon(`[[[1], [2], [3], [4]]]`), Fault{Err: ErrNoArea, Code: "1"}},
		"words":               {polygon(`[[["1", "2"], [3, 4], [5, 6]]]`), Fault{Err: ErrNoArea, Code: "1"}},
		"nothing":             {polygon(`null`), Fault{Err: ErrNoArea, Code: "1"}},
		"a level too few":     {polygon(`[[1, 2], [3, 4], [5, 6]]`), Fault{Err: ErrNoArea, Code: "1"}},
		"several too flat":    {file(feature(`"1"`, strings.Replace(square, "Polygon", "MultiPolygon", 1))), Fault{Err: ErrNoArea, Code: "1"}},
		"SWEREF 99":           {polygon(`[[[486000, 6300000], [487000, 6300000], [487000, 6301000], [486000, 6300000]]]`), Fault{Err: ErrCoordinates, Code: "1"}},
		"more than any float": {polygon(`[[[1e999, 2], [3, 4], [5, 6]]]`), Fault{Err: ErrNoArea, Code: "1"}},
	} {
		_, err := Read(c.text)
		var got *Fault
		if !errors.As(err, &got) || *got != c.want {
			t.Errorf("%s: %v, not %v", name, err, c.want)
		}
	}
	for _, bad := range []string{"NaN", "Infinity", "-Infinity"} {
		if _, err := Read(polygon("[[[" + bad + ", 2], [3, 4], [5, 6]]]")); !errors.Is(err, ErrForm) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestPlane(t *testing.T) {
	flat := Shapes{"1": {{{10, 60}, {12, 60}, {12, 60}}}}.Plane()["1"][0]
	if width := flat[1].X - flat[0].X; math.Abs(width-1) > 1e-9 || flat[0].Y != -60 {
		t.Errorf("%v", flat)
	}
	across := Shapes{"1": {{{179, 0}, {180, 0}, {180, 1}}}, "2": {{{-180, 0}, {-179, 0}, {-179, 1}}}}.Plane()
	if x := across["2"][0][1].X - across["1"][0][0].X; math.Abs(x-2) > 0.001 {
		t.Errorf("%v lie %v apart", across, x)
	}
	if len(Shapes{}.Plane()) != 0 {
		t.Error("nothing has become something")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(file(feature(`"9901"`, square), feature(`760`, two)))
	f.Add(file(feature(`"1"`, holed)))
	f.Fuzz(func(t *testing.T, text []byte) {
		shapes, err := Read(text)
		if err != nil {
			var fault *Fault
			if !errors.As(err, &fault) {
				t.Fatalf("%v is no fault", err)
			}
			return
		}
		for _, area := range shapes.Plane() {
			for _, p := range slices.Concat(area...) {
				if math.IsNaN(p.X+p.Y) || math.IsInf(p.X+p.Y, 0) {
					t.Fatalf("%v", p)
				}
			}
		}
	})
}
