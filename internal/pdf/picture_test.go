package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"

	"samsyn/internal/conform"
	"samsyn/internal/pdfobj"
	"samsyn/internal/picture"
	"samsyn/internal/prose"
	"samsyn/internal/tagged"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
)

func painted(t *testing.T, w, h int, c color.Color) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range w * h {
		m.Set(i%w, i/w, c)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// illustrated renders a text whose pictures are files of the site of the same
// names, and tells which were not drawn.
func illustrated(t *testing.T, markdown string, files map[string][]byte) (*pdfobj.File, []string) {
	t.Helper()
	doc, err := prose.Parse("text.md", 1, []byte(markdown))
	if err != nil {
		t.Fatal(err)
	}
	text := block.Prose{Doc: doc, First: 2, Images: map[string]block.Image{}, Links: map[string]block.Ref{
		"https://exempel.se/": {URL: "https://exempel.se/"}, "https://annan.se/b.png": {URL: "https://annan.se/b.png"},
	}}
	for name := range files {
		text.Images[name] = block.Image{File: name}
	}
	var undrawn []string
	d := document.Document{ID: "prov", Title: "Prov", Lang: "sv", Parts: []document.Part{{Blocks: []block.Block{
		block.Section{Title: block.Plain("Rubrik"), Blocks: []block.Block{text}},
	}}}}
	render := func() []byte {
		b, err := Render(d, Options{
			Meta: tagged.Meta{Producer: "Prov"},
			File: func(name string) ([]byte, error) { return files[name], nil },
			Undrawn: func(name string, err error) {
				undrawn = append(undrawn, fmt.Sprint(name, ": ", errors.Is(err, picture.ErrKind)))
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	b := render()
	told := slices.Clone(undrawn)
	if !bytes.Equal(b, render()) {
		t.Error("the same text gives other bytes")
	}
	f, err := pdfobj.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	if lacks := conform.Check(f); len(lacks) > 0 {
		t.Errorf("it lacks %v", lacks)
	}
	return f, told
}

// elements lists the kinds of elements below the section, with what figures show.
func elements(f *pdfobj.File) []string {
	var out []string
	var walk func(v any)
	walk = func(v any) {
		e := f.Dict(v)
		kind, _ := e["S"].(pdfobj.Name)
		if kind == "" {
			return
		}
		if alt, is := e["Alt"].(pdfobj.Str); is {
			kind += pdfobj.Name(" " + alt.Text())
		}
		if kind != "Document" && kind != "Sect" && kind != "H1" {
			out = append(out, string(kind))
		}
		for _, k := range f.Array(e["K"]) {
			walk(k)
		}
	}
	root := f.Dict(f.Root()["StructTreeRoot"])
	walk(f.Array(root["K"])[0])
	return out
}

func images(f *pdfobj.File) (n int) {
	for _, r := range f.Refs() {
		if s := f.Stream(r); s != nil && s.D["Subtype"] == pdfobj.Name("Image") {
			n++
		}
	}
	return n
}

func TestPictures(t *testing.T) {
	files := map[string][]byte{"a.png": painted(t, 40, 20, color.RGBA{200, 0, 0, 255}), "b.png": painted(t, 300, 300, color.Gray{90}), "c.png": []byte("GIF89a")}
	for name, c := range map[string]struct {
		text   string
		want   []string
		images int
	}{
		"alone":        {"![En ruta](a.png)", []string{"Figure En ruta"}, 1},
		"with caption": {`![En ruta](a.png "Rött")`, []string{"Figure En ruta", "P"}, 1},
		"decoration":   {"![](a.png)", nil, 1},
		"within words": {"Före ![En ruta](a.png) efter", []string{"P", "Figure En ruta"}, 1},
		"before words": {"![En ruta](a.png) efter *![Grå](b.png)*", []string{"Figure En ruta", "P", "Figure Grå"}, 2},
		"twice":        {"![En](a.png)\n\n![Två](a.png)", []string{"Figure En", "Figure Två"}, 1},
		"a link":       {"[![En ruta](a.png)](https://exempel.se/)", []string{"Link", "Figure En ruta"}, 1},
		"in a list":    {"- ![En ruta](a.png)", []string{"L", "LI", "Lbl", "LBody", "Figure En ruta"}, 1},
		"in a table":   {"| a |\n| - |\n| ![En ruta](a.png) |", []string{"Table", "THead", "TR", "TH", "P", "TBody", "TR", "TD", "Figure En ruta"}, 1},
		"in a heading": {"## ![En ruta](a.png)", []string{"H2"}, 0},
		"elsewhere":    {"![En annan](https://annan.se/b.png)", []string{"P", "Link"}, 0},
		"undrawable":   {"![En film](c.png)\n\n![Igen](c.png)", []string{"P", "P"}, 0},
	} {
		f, undrawn := illustrated(t, c.text, files)
		if got := elements(f); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if got := images(f); got != c.images {
			t.Errorf("%s: %d pictures in the file, want %d", name, got, c.images)
		}
		if want := name == "undrawable"; (len(undrawn) == 1) != want || want && undrawn[0] != "c.png: true" {
			t.Errorf("%s: not drawn: %v", name, undrawn)
		}
	}
}

// A picture stays in the column, with room below it, and its frame is told.
func TestPictureSizes(t *testing.T) {
	f, _ := illustrated(t, "![Stor](b.png)", map[string][]byte{"b.png": painted(t, 2000, 1000, color.RGBA{1, 2, 3, 255})})
	for _, r := range f.Refs() {
		if e := f.Dict(r); e["S"] == pdfobj.Name("Figure") {
			box := f.Array(f.Dict(f.Array(e["A"])[0])["BBox"])
			at := make([]float64, 4)
			for i := range at {
				at[i], _ = box[i].(pdfobj.Num).Float()
			}
			if w, h := at[2]-at[0], at[3]-at[1]; w < 300 || w > 403 || h < w*0.49 || h > w*0.51 || at[0] < 70 || at[1] < 70 {
				t.Errorf("drawn at %v", at)
			}
			return
		}
	}
	t.Error("there is no figure")
}
