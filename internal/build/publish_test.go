package build

import (
	"maps"
	"testing"
	"testing/fstest"

	"samsyn/internal/view"
)

// Files that differ in their endings alone have an address each, whatever their
// bytes are.
func TestPublishedFilesHaveAddressesOfTheirOwn(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n"
	tree, c := content(t, fstest.MapFS{
		"samsyn.yaml":                {Data: []byte("title: Liten\npublisher: lan\nlanguage: sv\n")},
		"agreement/agreement.yaml":   {Data: []byte("title: Liten överenskommelse\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - title: Bakgrund\n    file: text/bakgrund.md\n")},
		"agreement/parties.yaml":     {Data: []byte("parties:\n  - id: lan\n    name: Länet\n    kind: region\n")},
		"agreement/text/bakgrund.md": {Data: []byte("# Bakgrund\n\n![A](karta.jpg) ![B](karta.png) ![C](karta) ![D](karta.svg) ![E](foto.JPEG)\n")},
		"agreement/text/karta.jpg":   {Data: []byte(png + "1")},
		"agreement/text/karta.png":   {Data: []byte(png + "22")},
		"agreement/text/karta":       {Data: []byte("GIF89a")},
		"agreement/text/karta.svg":   {Data: []byte("<svg/>")},
		"agreement/text/foto.JPEG":   {Data: []byte("\xff\xd8\xff")},
	})
	files, err := published(tree, c)
	if err != nil {
		t.Fatal(err)
	}
	want := publication{}
	for name, p := range map[string]view.Published{
		"karta":     {File: "karta.gif", Type: "image/gif", Size: 6},
		"karta.jpg": {File: "karta.png", Type: "image/png", Size: 9},
		"karta.png": {File: "karta.png.png", Type: "image/png", Size: 10},
		"foto.JPEG": {File: "foto.jpg", Type: "image/jpeg", Size: 3},
	} {
		p.File = "filer/agreement/text/" + p.File
		want["agreement/text/"+name] = p
	}
	if !maps.Equal(files, want) {
		t.Errorf("%+v", files)
	}
}
