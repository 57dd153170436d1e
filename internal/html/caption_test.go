package html

import (
	"strings"
	"testing"

	"samsyn/internal/prose"
	blocks "samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

// A picture's title is told to all, below the picture.
func TestPicturesHaveTheirTitles(t *testing.T) {
	doc, err := prose.Parse("a.md", 1, []byte("![En karta](karta.png \"Länet <b>1900</b>\") och ![en till](till.png)\n\n![En bild](https://x.example/b.png \"Utifrån\")\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := newDrawer(&page.Page{Path: "index", Lang: "sv"})
	got := string(d.all([]blocks.Block{blocks.Prose{Doc: doc, First: 2, Lang: "sv", Images: map[string]blocks.Image{
		"karta.png": {File: "files/karta.png"}, "till.png": {File: "files/till.png"}}}}))
	for _, want := range []string{
		`alt="En karta" loading="lazy"> <span class="caption">Länet &lt;b&gt;1900&lt;/b&gt;</span> och <img`,
		`alt="en till" loading="lazy"></p>`,
		`En bild <span class="caption">Utifrån</span></p>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
}
