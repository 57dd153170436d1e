package publish

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"testing"
	"testing/fstest"

	"samsyn/internal/picture"
)

// A picture of the content goes into the PDF; one that cannot be drawn is told of,
// by its path in the repository.
func TestPicturesInPDFs(t *testing.T) {
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{
		"samsyn.yaml":                {Data: []byte("title: Liten\npublisher: lan\nbase_url: https://liten.example\nlanguage: sv\n")},
		"agreement/agreement.yaml":   {Data: []byte("title: Liten överenskommelse\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - title: Bakgrund\n    file: text/bakgrund.md\n  - part: signatures\n")},
		"agreement/parties.yaml":     {Data: []byte("parties:\n  - id: lan\n    name: Länet\n    kind: region\n    signatory: {name: Å Ö}\n")},
		"agreement/text/bakgrund.md": {Data: []byte("# Bakgrund\n\n![En ruta](../bilder/ruta.png)\n\n![En film](../bilder/film.gif)\n")},
		"agreement/bilder/ruta.png":  {Data: drawn.Bytes()},
		"agreement/bilder/film.gif":  {Data: []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;")},
	}
	tree, c := content(t, files)
	made, out := built(t, tree, c, Options{})
	if len(out.Undrawn) != 1 || out.Undrawn[0].File != "agreement/bilder/film.gif" || !errors.Is(out.Undrawn[0].Err, picture.ErrKind) {
		t.Errorf("not drawn: %+v", out.Undrawn)
	}
	pdf := []byte(made["overenskommelse.pdf"])
	if n := bytes.Count(pdf, []byte("/Subtype /Image")); n != 1 {
		t.Errorf("%d pictures in the PDF", n)
	}
	if made["filer/agreement/bilder/ruta.png"] != drawn.String() {
		t.Error("the site does not have the picture as it was")
	}
	if same, err := Rebuilds(tree, c, pdf, Options{}); err != nil || !same {
		t.Errorf("the same content gives another PDF: %v", err)
	}
}
