package editor

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"samsyn/internal/access"
	"samsyn/internal/editor/files"
)

func drawn(t *testing.T, side int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, side, side))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A picture goes into the text, stays with the page until the form is saved, and lies
// beside the text then, in the same proposal.
func TestPictureInAText(t *testing.T) {
	r := open(t, nil)
	picture := drawn(t, 7)
	form := set(r.found("/fil/"+initiative).form(t), "_alt", "Deltagare på jobbet", "do", "insert")
	p := r.upload("/fil/"+initiative, form, "_file:_text", "Vårt FOTO.jpeg", picture)
	p.says(t, "vart-foto.png (7 × 7) följer med när du sparar.")
	form = p.form(t)
	if !strings.HasSuffix(strings.TrimSpace(form.Get("_text")), "![Deltagare på jobbet](vart-foto.png)") {
		t.Errorf("the text: %q", form.Get("_text"))
	}
	p = r.send("/fil/"+initiative, set(form, "do", "save", "words", "Med bild"))
	p.says(t, "Ändringen är sparad i förslaget.")
	if got := git(t, r.dir, "diff", "--name-status", "main", r.branches()); got != "M\t"+initiative+"\nA\tplans/2026/vart-foto.png" {
		t.Errorf("changed: %s", got)
	}
	place := "/" + r.branches()
	shown := r.found(place + "/bilaga/plans/2026/vart-foto.png")
	if shown.text != string(picture) || shown.header.Get("Content-Type") != "image/png" {
		t.Errorf("shown as %s", shown.header.Get("Content-Type"))
	}

	// Another of the same name does not take its place; without words it is a mistake.
	other := drawn(t, 9)
	p = r.upload(place+"/fil/"+initiative, set(r.found(place+"/fil/"+initiative).form(t), "do", "insert", "_alt", "Fler"), "_file:_text", "vart-foto.png", other)
	p.says(t, "vart-foto-2.png")
	form = p.form(t)
	r.send(place+"/fil/"+initiative, set(form, "do", "save")).says(t, "Ändringen är sparad i förslaget.")
	if got := git(t, r.dir, "show", r.branches()+":plans/2026/vart-foto.png"); got != strings.TrimSpace(string(picture)) {
		t.Error("the first picture was overwritten")
	}

	// What the text no longer leads to is not saved.
	p = r.upload(place+"/fil/"+initiative, set(r.found(place+"/fil/"+initiative).form(t), "do", "insert", "_alt", "x"), "_file:_text", "tredje.png", other)
	form = p.form(t)
	form.Set("_text", strings.Replace(form.Get("_text"), "![x](tredje.png)", "", 1)+"\nMer.")
	r.send(place+"/fil/"+initiative, set(form, "do", "save")).says(t, "Ändringen är sparad i förslaget.")
	if got := git(t, r.dir, "ls-tree", "-r", "--name-only", r.branches()); strings.Contains(got, "tredje") {
		t.Error("a picture that nothing leads to was saved")
	}
	if r.log.Len() > 0 {
		t.Errorf("mishaps: %s", r.log)
	}
}

// The logotype may be an SVG drawing that only draws.
func TestLogotypes(t *testing.T) {
	r := open(t, nil)
	const settings, field = "/fil/samsyn.yaml", "appearance.logotype"
	const svg = `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>`
	form := set(r.found(settings).form(t), "do", "insert")
	r.upload(settings, form, "_file:"+field, "Vapen.svg", []byte(strings.Replace(svg, "<path", "<script", 1))).says(t, "ett skript, en länk eller något som hämtas")
	form = r.upload(settings, form, "_file:"+field, "Vapen.svg", []byte(svg)).form(t)
	at := form.Get(field)
	if !strings.HasSuffix(at, "vapen.svg") {
		t.Fatalf("chosen: %q", at)
	}
	r.send(settings, set(form, "do", "save", "words", "Vapnet")).says(t, "Ändringen är sparad i förslaget.")
	if got := git(t, r.dir, "show", r.branches()+":"+at); got != svg {
		t.Errorf("saved: %q", got)
	}
	// The editor itself hands out no drawing, and nothing leads to it.
	if p := r.found("/" + r.branches() + settings); strings.Contains(p.text, "/bilaga/") {
		t.Error("something leads to the drawing")
	}
	if p := r.get("/" + r.branches() + "/bilaga/" + at); p.status != http.StatusNotFound {
		t.Errorf("handed out: %d", p.status)
	}
}

// The shapes of places are a map, which is handed out as one.
func TestShapesOfPlaces(t *testing.T) {
	r := open(t, map[string]string{"agreement/places.yaml": "places:\n  - id: gamla-byn\n    name: Gamla byn\n    kind: district\n"})
	const places = "/fil/agreement/places.yaml"
	const shapes = `{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "0764"}, "geometry": {"type": "Polygon", "coordinates": [[[14, 56], [15, 56], [15, 57], [14, 56]]]}}]}`
	form := set(r.found(places).form(t), "do", "insert")
	r.upload(places, clone(form), "_file:shapes", "karta.geojson", []byte(`{"type": "Topology"}`)).says(t, "Filen är ingen karta i GeoJSON")
	p := r.upload(places, clone(form), "_file:shapes", "Länets karta.json", []byte(shapes))
	form = p.form(t)
	if form.Get("shapes") != "lanets-karta.geojson" {
		t.Fatalf("chosen: %q", form.Get("shapes"))
	}
	r.send(places, set(form, "do", "anyway", "words", "Kartan")).says(t, "Ändringen är sparad i förslaget.")
	if got := git(t, r.dir, "show", r.branches()+":agreement/lanets-karta.geojson"); got != shapes {
		t.Errorf("saved: %q", got)
	}
	at := "/" + r.branches() + "/bilaga/agreement/lanets-karta.geojson"
	if p := r.found("/" + r.branches() + places); !strings.Contains(p.text, `href="`+at+`"`) {
		t.Error("nothing leads to it")
	}
	if got := r.found(at).header; got.Get("Content-Type") != "application/geo+json" || got.Get("Content-Disposition") != "attachment" {
		t.Errorf("handed out as %v", got)
	}
}

// An attachment is chosen where it was uploaded; something new may have one from the start.
func TestAttachments(t *testing.T) {
	r := open(t, nil)
	const agreement = "/fil/agreement/agreement.yaml"
	p := r.send(agreement, set(r.found(agreement).form(t), "do", "add:annexes"))
	form := set(p.form(t), "annexes[n0].title", "Bilaga", "do", "insert")
	p = r.upload(agreement, form, "_file:annexes[n0].file", "Bilaga ett.pdf", []byte("%PDF-1.7\n"))
	form = p.form(t)
	if form.Get("annexes[n0].file") != "bilaga-ett.pdf" {
		t.Errorf("chosen: %q", form.Get("annexes[n0].file"))
	}
	r.send(agreement, set(form, "do", "save", "words", "Bilagan")).says(t, "Ändringen är sparad i förslaget.")
	if got := git(t, r.dir, "show", r.branches()+":agreement/bilaga-ett.pdf"); got != "%PDF-1.7" {
		t.Errorf("saved: %q", got)
	}
	if got := r.found("/" + r.branches() + "/bilaga/agreement/bilaga-ett.pdf").header; got.Get("Content-Type") != "application/pdf" || got.Get("Content-Disposition") != "attachment" {
		t.Errorf("handed out as %v", got)
	}

	p = r.upload("/ny/area", set(r.found("/ny/area").form(t), "title", "Kultur", "do", "insert", "_alt", "En kör"), "_file:_text", "kor.png", drawn(t, 5))
	r.send("/ny/area", set(p.form(t), "do", "anyway", "words", "Kultur")).says(t, "Ändringen är sparad i förslaget.")
	if got := git(t, r.dir, "ls-tree", "-r", "--name-only", "forslag/2026-03-02-kultur", "agreement/areas"); !strings.Contains(got, "agreement/areas/kor.png") {
		t.Errorf("the new area's picture: %s", got)
	}
}

// What may not be put in is told at its field, and those of a party put in nothing.
func TestUnfitAttachments(t *testing.T) {
	r := open(t, nil)
	form := set(r.found("/fil/"+initiative).form(t), "do", "save", "words", "X")
	for name, c := range map[string]struct{ data, says string }{
		"skript.svg": {"<svg><script>alert(1)</script></svg>", "visas inte på webbplatsen"}, "tom.png": {"", "Filen är tom."}, "trasig.png": {"\x89PNG\r\n\x1a\n", "Bilden är skadad"},
	} {
		p := r.upload("/fil/"+initiative, form, "_file:_text", name, []byte(c.data))
		if p.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, p.status)
		}
		p.says(t, c.says)
	}
	if p := r.send("/fil/"+initiative, set(form, "_file:_text", "x.png !")); p.status != http.StatusBadRequest {
		t.Errorf("what no page can have kept: %d", p.status)
	}
	for _, name := range []string{initiative, "samsyn.yaml", "../../etc/passwd", "plans/2026/none.png"} {
		if p := r.get("/bilaga/" + name); p.status != http.StatusNotFound {
			t.Errorf("%s is handed out: %d", name, p.status)
		}
	}
	al := serve(t, r.dir, access.Person{ID: "al", Name: "Al", Email: "al@alvesta.example", Role: access.Party, Actors: []string{"alvesta"}})
	if p := al.found("/fil/" + initiative); strings.Contains(p.text, "_file:") {
		t.Error("a party is asked for files")
	}
	p := al.upload("/fil/"+initiative, set(al.found("/fil/"+initiative).form(t), "do", "save", "words", "X", "_alt", "x"), "_file:_text", "a.png", drawn(t, 3))
	if p.status != http.StatusForbidden || r.branches() != "" {
		t.Errorf("a party has put in a file: %d %s", p.status, r.branches())
	}
}

// A file does not lie beside one whose name differs in capital letters alone, and a form
// carries so many and no more.
func TestNamesOfAttachments(t *testing.T) {
	r := open(t, map[string]string{"plans/2026/Foto.png": "x"})
	form := set(r.found("/fil/"+initiative).form(t), "_alt", "Kören", "do", "insert")
	r.upload("/fil/"+initiative, form, "_file:_text", "FOTO.png", drawn(t, 7)).says(t, "foto-2.png (7 × 7) följer med när du sparar.")

	form = set(r.found("/fil/"+initiative).form(t), "do", "save", "words", "X")
	for n := range files.MostSent + 1 {
		form.Add("_file:_text", "a.txt "+base64.RawURLEncoding.EncodeToString([]byte(strconv.Itoa(n))))
	}
	p := r.send("/fil/"+initiative, form)
	p.says(t, "Det är för många filer på en gång: högst 50.")
	if p.status != http.StatusUnprocessableEntity || r.branches() != "" {
		t.Errorf("%d %s", p.status, r.branches())
	}
}

// A picture without words for it does not go into the text; what was typed stays.
func TestPictureWithoutWords(t *testing.T) {
	r := open(t, nil)
	for _, do := range []string{"insert", "save"} {
		form := set(r.found("/fil/"+initiative).form(t), "target_group", "Alla", "words", "Bild", "_alt", "  ", "do", do)
		p := r.upload("/fil/"+initiative, form, "_file:_text", "bild.png", drawn(t, 9))
		p.says(t, "Bilden är inte inlagd. Skriv vad den visar")
		if got := p.form(t); strings.Contains(got.Get("_text"), "bild.png") || got.Get("target_group") != "Alla" || r.branches() != "" {
			t.Errorf("%s: %q, saved: %s", do, got.Get("_text"), r.branches())
		}
	}
	form := set(r.found("/fil/"+initiative).form(t), "_alt", "Bilagan", "do", "insert")
	if p := r.upload("/fil/"+initiative, form, "_file:_text", "b.exe", []byte("MZ")); p.form(t).Get("_alt") != "Bilagan" {
		t.Error("the words for a file that is not taken are gone")
	}
}
