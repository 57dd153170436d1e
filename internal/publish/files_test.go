package publish

import (
	"maps"
	"slices"
	"strings"
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
	files, _, err := published(tree, c)
	if err != nil {
		t.Fatal(err)
	}
	want := publication{}
	for name, p := range map[string]view.Published{
		"karta":     {File: "karta.gif", Type: "image/gif", Size: 6},
		"karta.jpg": {File: "karta.jpg.png", Type: "image/png", Size: 9},
		"karta.png": {File: "karta.png", Type: "image/png", Size: 10},
		"foto.JPEG": {File: "foto.jpg", Type: "image/jpeg", Size: 3},
	} {
		p.File = "filer/agreement/text/" + p.File
		want["agreement/text/"+name] = p
	}
	if !maps.Equal(files, want) {
		t.Errorf("%+v", files)
	}
}

// Data goes with the site as it is, but for what a browser could take for a page.
func TestPublishedData(t *testing.T) {
	tree, c := content(t, fstest.MapFS{
		"samsyn.yaml":                {Data: []byte("title: Liten\npublisher: lan\nlanguage: sv\n")},
		"agreement/agreement.yaml":   {Data: []byte("title: Liten överenskommelse\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - title: Bakgrund\n    file: text/bakgrund.md\n")},
		"agreement/parties.yaml":     {Data: []byte("parties:\n  - id: lan\n    name: Länet\n    kind: region\n")},
		"agreement/text/bakgrund.md": {Data: []byte("# Bakgrund\n\n[1](a.csv) [2](a.XLSX) [3](sida.csv) [4](sida.txt) [5](bild.svg) [6](a.zip) [7](svg.json) [8](a.docx)\n")},
		"agreement/text/a.csv":       {Data: []byte("år,antal\n2024,7\n")},
		"agreement/text/a.XLSX":      {Data: []byte("PK\x03\x04")},
		"agreement/text/a.docx":      {Data: []byte("<html>")},
		"agreement/text/a.zip":       {Data: []byte("PK\x03\x04")},
		"agreement/text/sida.csv":    {Data: []byte("<script>alert(1)</script>")},
		"agreement/text/sida.txt":    {Data: []byte(strings.Repeat(" ", 1000) + "<html>")},
		"agreement/text/bild.svg":    {Data: []byte("<svg xmlns='http://www.w3.org/2000/svg'/>")},
		"agreement/text/svg.json":    {Data: []byte("<?xml version='1.0'?><svg/>")},
	})
	files, left, err := published(tree, c)
	if err != nil {
		t.Fatal(err)
	}
	want := publication{
		"agreement/text/a.csv":  {File: "filer/agreement/text/a.csv", Type: "text/csv", Size: 17},
		"agreement/text/a.XLSX": {File: "filer/agreement/text/a.xlsx", Type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Size: 4},
	}
	if !maps.Equal(files, want) {
		t.Errorf("%+v", files)
	}
	const at = "agreement/text/"
	if want := []string{at + "a.docx", at + "a.zip", at + "bild.svg", at + "sida.csv", at + "sida.txt", at + "svg.json"}; !slices.Equal(left, want) {
		t.Errorf("left are %v", left)
	}
}

// A file whose name a Mac has written has one address, however the links write it.
func TestPublishedFilesOfDecomposedNames(t *testing.T) {
	tree, c := content(t, fstest.MapFS{
		"samsyn.yaml":                {Data: []byte("title: Liten\npublisher: lan\nlanguage: sv\n")},
		"agreement/agreement.yaml":   {Data: []byte("title: Liten överenskommelse\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nannexes:\n  - title: A\n    file: text/\u00e5.png\nchapters:\n  - title: Bakgrund\n    file: text/bakgrund.md\n")},
		"agreement/parties.yaml":     {Data: []byte("parties:\n  - id: lan\n    name: Länet\n    kind: region\n")},
		"agreement/text/bakgrund.md": {Data: []byte("# Bakgrund\n\n![A](\u00e5.png) ![B](a%CC%8A.png)\n")},
		"agreement/text/a\u030a.png": {Data: []byte("\x89PNG\r\n\x1a\n1")},
	})
	files, _, err := published(tree, c)
	if err != nil {
		t.Fatal(err)
	}
	want := publication{"agreement/text/\u00e5.png": {File: "filer/agreement/text/\u00e5.png", Type: "image/png", Size: 9}}
	if !maps.Equal(files, want) {
		t.Errorf("%+v", files)
	}
	made, _ := built(t, tree, c, Options{WithoutPDFs: true})
	if n := strings.Count(made["agreement.html"], `src="filer/agreement/text/%C3%A5.png"`); n != 2 {
		t.Errorf("%d pictures on the page", n)
	}
}

// Whatever a file is called, the site's pages and the PDFs lead to it.
func TestLinksToFilesAreEscaped(t *testing.T) {
	tree, c := content(t, fstest.MapFS{
		"samsyn.yaml":                     {Data: []byte("title: Liten\npublisher: lan\nbase_url: https://liten.example\nlanguage: sv\n")},
		"agreement/agreement.yaml":        {Data: []byte("title: Liten överenskommelse\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - title: Bakgrund\n    file: text/bakgrund.md\n")},
		"agreement/parties.yaml":          {Data: []byte("parties:\n  - id: lan\n    name: Länet\n    kind: region\n")},
		"agreement/text/bakgrund.md":      {Data: []byte("# Bakgrund\n\n[Kartan](<karta%20%231%3F%25%09.gif>)\n")},
		"agreement/text/karta #1?%\t.gif": {Data: []byte("GIF89a")},
	})
	made, _ := built(t, tree, c, Options{})
	if _, there := made["filer/agreement/text/karta #1?%\t.gif"]; !there {
		t.Error("the file is not there")
	}
	const address = "filer/agreement/text/karta%20%231%3F%25%09.gif"
	if !strings.Contains(made["agreement.html"], `href="`+address+`"`) {
		t.Error("the page does not lead to it")
	}
	if !strings.Contains(made["overenskommelse.pdf"], "(https://liten.example/"+address+")") {
		t.Error("the PDF does not lead to it")
	}
}
