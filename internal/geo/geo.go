// Package geo reads the shapes of places: the text of a GeoJSON file (RFC 7946) goes in,
// areas in degrees of WGS 84 by the code of their place come out, and from there areas in
// a plane. What the file may hold is bounded by its size, which the caller bounds.
package geo

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
)

// What can be wrong with a file of shapes.
var (
	ErrForm        = errors.New("no feature collection in GeoJSON")
	ErrNoCodes     = errors.New("no feature has a code")
	ErrNoArea      = errors.New("a feature is no area")
	ErrCoordinates = errors.New("coordinates are not degrees of longitude and latitude")
)

// Fault is what is wrong with a file of shapes, and where.
type Fault struct {
	Err  error  // one of the above
	Line int    // of the text that cannot be read, from 1; 0 for what is readable
	Code string // of the feature, "" where it is not of one
}

func (f *Fault) Error() string { return fmt.Sprintf("%v (line %d, code %q)", f.Err, f.Line, f.Code) }
func (f *Fault) Unwrap() error { return f.Err }

// Point is a longitude and a latitude in degrees, or a point in a plane whose y grows
// downwards.
type Point struct{ X, Y float64 }

// Area is what lies within its rings, each closed without its first point said again. A
// ring that bounds it from outside runs one way round, one around a hole the other.
type Area [][]Point

// Shapes are areas by the codes of their places.
type Shapes map[string]Area

// collection is what is read of a file.
type collection struct {
	Type     string
	Features []struct {
		Properties struct{ Code any }
		Geometry   *geometry
	}
}

type geometry struct {
	Type        string
	Coordinates json.RawMessage
}

// Read reads the text of a file. What has no code is left out, and so is a place that
// has no geometry; an empty file, or one without features, has no shapes yet. Several
// features with one code are one area. An error is a *Fault.
func Read(text []byte) (Shapes, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if len(bytes.TrimSpace(text)) == 0 {
		return Shapes{}, nil
	}
	var c collection
	if err := json.Unmarshal(text, &c); err != nil {
		return nil, &Fault{Err: ErrForm, Line: lineOf(text, err)}
	}
	shapes, coded := Shapes{}, false
	switch {
	case c.Type == "" && c.Features == nil: // nobody has put any in yet
		return shapes, nil
	case c.Type != "FeatureCollection":
		return nil, &Fault{Err: ErrForm}
	}
	for _, f := range c.Features {
		code := written(f.Properties.Code)
		if code == "" {
			continue
		}
		coded = true
		if f.Geometry == nil {
			continue
		}
		area, err := f.Geometry.area()
		if err != nil {
			return nil, &Fault{Err: err, Code: code}
		}
		shapes[code] = append(shapes[code], area...)
	}
	if !coded && len(c.Features) > 0 {
		return nil, &Fault{Err: ErrNoCodes}
	}
	return shapes, nil
}

// lineOf is the line that reading stopped at.
func lineOf(text []byte, err error) int {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	at := int64(len(text))
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &kind):
		at = kind.Offset
	}
	return 1 + bytes.Count(text[:min(at, int64(len(text)))], []byte("\n"))
}

// written is a code as official statistics write it, "" for what is none. A number has
// lost its leading zero: counties have two digits, municipalities four.
func written(code any) string {
	switch c := code.(type) {
	case string:
		return c
	case float64:
		switch {
		case c < 0 || c != math.Trunc(c) || c > 1e9:
			return ""
		case c < 100:
			return fmt.Sprintf("%02.0f", c)
		}
		return fmt.Sprintf("%04.0f", c)
	}
	return ""
}

// area reads a polygon's rings, or those of several.
func (g *geometry) area() (Area, error) {
	var polygons [][][][]float64
	var err error
	switch g.Type {
	case "Polygon":
		polygons = make([][][][]float64, 1)
		err = json.Unmarshal(g.Coordinates, &polygons[0])
	case "MultiPolygon":
		err = json.Unmarshal(g.Coordinates, &polygons)
	default:
		return nil, ErrNoArea
	}
	if err != nil {
		return nil, ErrNoArea // no coordinates, or other than lists of numbers
	}
	var a Area
	for _, rings := range polygons {
		for n, positions := range rings {
			ring, err := ringOf(positions)
			if err != nil {
				return nil, err
			}
			if len(ring) < 3 || turn(ring) == 0 {
				continue
			}
			if outer := n == 0; (turn(ring) < 0) == outer {
				slices.Reverse(ring)
			}
			a = append(a, ring)
		}
	}
	if len(a) == 0 {
		return nil, ErrNoArea
	}
	return a, nil
}

// ringOf reads positions, which may have a height too.
func ringOf(positions [][]float64) ([]Point, error) {
	ring := make([]Point, 0, len(positions))
	for _, p := range positions {
		switch {
		case len(p) < 2:
			return nil, ErrNoArea
		case math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90:
			return nil, ErrCoordinates
		}
		ring = append(ring, Point{p[0], p[1]})
	}
	if n := len(ring) - 1; n > 0 && ring[n] == ring[0] {
		ring = ring[:n]
	}
	return ring, nil
}

// turn is twice the area within a ring, under 0 where it runs clockwise.
func turn(ring []Point) float64 {
	sum, last := 0.0, ring[len(ring)-1]
	for _, p := range ring {
		sum += last.X*p.Y - p.X*last.Y
		last = p
	}
	return sum
}

// Plane lays shapes flat, all to the same scale: a degree of longitude is as long as it is
// in the middle of them, which is as good as a county needs. What lies on both sides of
// the 180th meridian is laid together.
func (s Shapes) Plane() Shapes {
	west, east, south, north := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, area := range s {
		for _, p := range slices.Concat(area...) {
			west, east = min(west, p.X), max(east, p.X)
			south, north = min(south, p.Y), max(north, p.Y)
		}
	}
	long := math.Cos((south + north) / 2 * math.Pi / 180)
	flat := make(Shapes, len(s))
	for code, area := range s {
		laid := make(Area, len(area))
		for n, ring := range area {
			laid[n] = make([]Point, len(ring))
			for i, p := range ring {
				if east-west > 180 && p.X < 0 {
					p.X += 360
				}
				laid[n][i] = Point{p.X * long, -p.Y}
			}
		}
		flat[code] = laid
	}
	return flat
}
