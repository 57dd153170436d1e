package raster_test

import (
	"bytes"
	"image/color"
	"image/png"
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
}
