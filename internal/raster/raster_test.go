package raster_test

import (
	"bytes"
	"image/color"
	"image/png"
	"math"
	"testing"

	"samsyn/internal/figure"
	"samsyn/internal/raster"
)

// A picture shows the drawing: areas in their places, lines, words, and white elsewhere.
func TestPNG(t *testing.T) {
	f := figure.Figure{Width: 100, Height: 50, Shapes: []figure.Shape{
		figure.Rect{X: 10, Y: 10, W: 20, H: 20, Fill: figure.Good},
		figure.Line{X1: 50, Y1: 5, X2: 50, Y2: 45, Stroke: figure.Warn, Width: 4},
		figure.Line{X1: 60, Y1: 40, X2: 90, Y2: 40, Stroke: figure.Warn, Width: 4, Dash: true},
		figure.Text{X: 95, Y: 20, Size: 12, Anchor: figure.End, Role: figure.Ink, String: "Åö"},
	}}
	data, err := raster.PNG(f, 2)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil || m.Bounds().Dx() != 200 || m.Bounds().Dy() != 100 {
		t.Fatalf("%v, %v", m.Bounds(), err)
	}
	white := color.RGBA{0xff, 0xff, 0xff, 0xff}
	at := func(x, y int) color.RGBA { return color.RGBAModel.Convert(m.At(x, y)).(color.RGBA) }
	for _, p := range []struct {
		x, y  int
		white bool
	}{{40, 40, false}, {5, 5, true}, {70, 40, true}, {100, 50, false}, {122, 80, false}, {129, 80, true}} {
		if (at(p.x, p.y) == white) != p.white {
			t.Errorf("at %d, %d it is %v", p.x, p.y, at(p.x, p.y))
		}
	}
	ink := 0
	for x := 150; x < 192; x++ {
		for y := 15; y < 42; y++ {
			if at(x, y) != white {
				ink++
			}
		}
	}
	if ink < 60 {
		t.Errorf("the words have %d pixels", ink)
	}
	f.Shapes = []figure.Shape{figure.Text{String: "語", Size: 12}}
	if _, err := raster.PNG(f, 1); err == nil {
		t.Error("a character that the fonts lack is no error")
	}
	f.Shapes = []figure.Shape{figure.Area{Rings: [][]figure.Point{{{X: 1, Y: 1}, {X: 9, Y: 1}, {X: 1, Y: 9}}}, Fill: figure.Most}}
	if _, err := raster.PNG(f, 1); err == nil {
		t.Error("a map is left out without a word")
	}
}

// What lies outside the picture takes no memory, and what is no number is not drawn.
func TestOutsideThePicture(t *testing.T) {
	f := figure.Figure{Width: 100, Height: 50, Shapes: []figure.Shape{
		figure.Rect{X: -5000, Y: 20, W: 10000, H: 10, Fill: figure.Good},
		figure.Rect{X: -1e12, Y: -1e12, W: 1, H: 1, Fill: figure.Warn},
		figure.Rect{X: 10, Y: 40, W: 1e12, H: math.NaN(), Fill: figure.Warn},
		figure.Circle{X: 50, Y: math.NaN(), R: 4, Fill: figure.Warn},
		figure.Circle{X: math.Inf(1), Y: 10, R: 4, Fill: figure.Warn},
		figure.Line{X1: 0, Y1: math.NaN(), X2: 100, Y2: math.NaN(), Stroke: figure.Warn, Width: 4},
		figure.Text{X: 10, Y: math.NaN(), Size: 12, Role: figure.Ink, String: "a"},
	}}
	data, err := raster.PNG(f, 1)
	if err != nil {
		t.Fatal(err)
	}
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for y := range 50 {
		for _, x := range []int{0, 50, 99} {
			_, _, blue, _ := m.At(x, y).RGBA()
			if drawn := blue != 0xffff; drawn != (y >= 20 && y < 30) {
				t.Fatalf("at %d, %d: drawn is %v", x, y, drawn)
			}
		}
	}
}
