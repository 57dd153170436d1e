package publish

import (
	"bytes"
	"compress/zlib"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// dressed builds a small county with what its samsyn.yaml says of its appearance.
func dressed(t *testing.T, appearance string, files map[string]string) (made map[string]string, unpublished []string) {
	t.Helper()
	fsys := fstest.MapFS{
		"samsyn.yaml":              {Data: []byte("title: Liten\npublisher: lan\nbase_url: https://liten.example\nlanguage: sv\n" + appearance)},
		"agreement/agreement.yaml": {Data: []byte("title: Liten överenskommelse\nperiod: {from: 2024, to: 2026}\nstatus: adopted\nchapters:\n  - part: signatures\n")},
		"agreement/parties.yaml":   {Data: []byte("parties:\n  - id: lan\n    name: Länet\n    kind: region\n    signatory: {name: Å Ö}\n")},
	}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, c := content(t, fsys)
	made, out := built(t, tree, c, Options{})
	return made, out.Unpublished
}

// painted is what a PDF's pages are drawn with.
func painted(t *testing.T, pdf string) string {
	t.Helper()
	var all strings.Builder
	for _, part := range strings.Split(pdf, "stream\n") {
		r, err := zlib.NewReader(strings.NewReader(part))
		if err != nil {
			continue
		}
		_, _ = io.Copy(&all, r) // what follows a stream is none of it
	}
	return all.String()
}

func TestACountyHasItsColour(t *testing.T) {
	plain, _ := dressed(t, "", nil)
	made, _ := dressed(t, "appearance:\n  colour: '#8a1c5b'\n", nil)
	if !strings.Contains(made["assets/style.css"], ":root{--brand:#8a1c5b;") || !strings.Contains(made["assets/style.css"], "--link:#8a1c5b;") {
		t.Error("the pages have another colour")
	}
	if !strings.Contains(made["assets/icon.svg"], "#8a1c5b") || made["assets/card.png"] == plain["assets/card.png"] {
		t.Error("the icon or the picture beside links has another colour")
	}
	// 0x8a1c5b and the site's 0x0f4f46, of 255 each, as a PDF writes them.
	const own, design = "0.541 0.110 0.357 rg", "0.059 0.310 0.275 rg"
	pdf := painted(t, made["overenskommelse.pdf"])
	if !strings.Contains(pdf, own) || strings.Contains(pdf, design) {
		t.Error("the PDF is drawn in another colour")
	}
	if before := painted(t, plain["overenskommelse.pdf"]); strings.Contains(before, own) || !strings.Contains(before, design) {
		t.Error("without a colour the PDF is not drawn in the design's")
	}
}

func TestACountyHasItsLogotype(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>`
	made, left := dressed(t, "appearance:\n  logotype: bilder/län.svg\n  logotype_alt: Länets vapen\n", map[string]string{"bilder/län.svg": svg})
	if made["filer/bilder/län.svg"] != svg || len(left) > 0 {
		t.Errorf("the logotype is not on the site; left out: %q", left)
	}
	for page, want := range map[string]string{
		"index.html":       `<img class="logotype" src="filer/bilder/l%c3%a4n.svg" alt="Länets vapen">`,
		"parties/lan.html": `<img class="logotype" src="../filer/bilder/l%c3%a4n.svg" alt="Länets vapen">`,
	} {
		if !strings.Contains(made[page], want) && !strings.Contains(made[page], strings.ReplaceAll(want, "%c3%a4", "%C3%A4")) {
			t.Errorf("%s does not show it:\n%s", page, made[page][strings.Index(made[page], "<header"):][:400])
		}
	}
}

// A logotype is named by its path, not by an address.
func TestALogotypesPathIsNoAddress(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg"/>`
	for name, shown := range map[string]string{"100 %25 #1.svg": "filer/100%20%2525%20%231.svg", "a/../lan.svg": "filer/lan.svg"} {
		made, _ := dressed(t, "appearance:\n  logotype: '"+name+"'\n", map[string]string{"100 %25 #1.svg": svg, "lan.svg": svg})
		if !strings.Contains(made["index.html"], `src="`+shown+`"`) {
			t.Errorf("%s is not shown", name)
		}
	}
	for _, name := range []string{"../lan.svg", "/lan.svg", "mapp"} {
		made, left := dressed(t, "appearance:\n  logotype: "+name+"\n", map[string]string{"lan.svg": svg, "mapp/lan.svg": svg})
		if strings.Contains(made["index.html"], "logotype") || len(left) > 0 {
			t.Errorf("%s is shown, or left out: %q", name, left)
		}
	}
}

// A drawing that could run something is not put on the site, nor one that others lead to.
func TestALogotypeRunsNothing(t *testing.T) {
	for name, text := range map[string]string{
		"lan.svg": `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`,
		"lan.png": `<html><script>alert(1)</script>`,
	} {
		made, left := dressed(t, "appearance:\n  logotype: "+name+"\n", map[string]string{name: text})
		if _, there := made["filer/"+name]; there || !slices.Equal(left, []string{name}) {
			t.Errorf("%s is on the site; left out: %q", name, left)
		}
		if bytes.Contains([]byte(made["index.html"]), []byte("logotype")) {
			t.Errorf("%s: the page shows it all the same", name)
		}
	}
	made, _ := dressed(t, "", map[string]string{"lan.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`})
	if _, there := made["filer/lan.svg"]; there {
		t.Error("a drawing that nothing names is on the site")
	}
}
