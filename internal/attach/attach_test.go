package attach

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
)

func drawn(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A name becomes one that every system and every address can have, by what the bytes are.
func TestNames(t *testing.T) {
	picture := drawn(t)
	there := map[string]string{"foto.png": string(picture), "annan.png": "x", "annan-2.png": "y"}
	taken := Another(func(name string) ([]byte, error) { return []byte(there[name]), nil }, func(name string) bool { return there[name] != "" })
	for name, want := range map[string]string{
		"Körens foto.JPEG": "korens-foto.png", `C:\bilder\Foto.png`: "foto.png", "../../etc/passwd": "passwd.png", "annan.png": "annan-3.png",
		"CON.png": "fil-con.png", "💡.png": "fil.png", "bild.svg": "bild.png", ".": "fil.png", strings.Repeat("a", 300) + ".png": strings.Repeat("a", 60) + ".png",
	} {
		f, err := Judge(name, picture, Beside, taken)
		if err != nil || f.Name != want || f.Width != 3 || f.Height != 2 {
			t.Errorf("%q became %+v, not %s: %v", name, f, want, err)
		}
	}
}

// What a file is, its bytes tell.
func TestUnfit(t *testing.T) {
	whole := drawn(t)
	for name, data := range map[string][]byte{
		"tom.png": nil, "sida.png": []byte("<!doctype html><script>alert(1)</script>"), "bild.svg": []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"),
		"program.pdf": []byte("MZ\x90\x00"), "halv.png": whole[:len(whole)-20], "stor.txt": bytes.Repeat([]byte("x"), Largest+1), "sida.csv": []byte("  <html>"),
	} {
		if f, err := Judge(name, data, Beside, func(string, []byte) bool { return false }); err == nil {
			t.Errorf("%s is taken as %s", name, f.Name)
		}
	}
	f, err := Judge("Bilaga 1.pdf", []byte("%PDF-1.7\n"), Beside, func(string, []byte) bool { return false })
	if err != nil || f.Name != "bilaga-1.pdf" || f.Picture() {
		t.Errorf("%+v %v", f, err)
	}
}

func TestMarkdown(t *testing.T) {
	if got := (File{Name: "a.png", Width: 1, Height: 1}).Markdown("En [kör]\n i sol"); got != `![En \[kör\] i sol](a.png)` {
		t.Error(got)
	}
	if got := (File{Name: "a.pdf"}).Markdown(""); got != "[a.pdf](a.pdf)" {
		t.Error(got)
	}
}

// The logotype alone may be an SVG drawing, and one that only draws.
func TestLogotypes(t *testing.T) {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>`
	free := func(string, []byte) bool { return false }
	if f, err := Judge("Länets vapen.SVG", []byte(svg), Logotype, free); err != nil || f.Name != "lanets-vapen.svg" || string(f.Data) != svg {
		t.Errorf("%+v %v", f, err)
	}
	if f, err := Judge("vapen.svg", []byte(svg), Beside, free); err == nil {
		t.Errorf("a text is given %s", f.Name)
	}
	for _, bad := range []string{`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`, `<html><script>alert(1)</script></html>`, "<svg/>"} {
		if _, err := Judge("vapen.svg", []byte(bad), Logotype, free); err == nil || !strings.Contains(err.Error(), "SVG") {
			t.Errorf("%s is taken: %v", bad, err)
		}
	}
}

// The shapes of places are GeoJSON, and nothing else is.
func TestShapes(t *testing.T) {
	free := func(string, []byte) bool { return false }
	const shapes = `{"type": "FeatureCollection", "features": []}`
	for name, data := range map[string]string{"Länets Kommuner.json": shapes, "kommuner.geojson": "\ufeff" + shapes} {
		f, err := Judge(name, []byte(data), Shapes, free)
		if err != nil || !strings.HasSuffix(f.Name, "kommuner.geojson") || string(f.Data) != data {
			t.Errorf("%s becomes %+v: %v", name, f, err)
		}
	}
	for name, data := range map[string]string{"kommuner.geojson": `{"type": "Topology"}`, "a.geojson": "[]", "b.geojson": "<script>", "c.png": string(drawn(t)), "d.geojson": strings.Replace(shapes, "[]", "["+strings.Repeat(" ", 1<<20)+"]", 1)} {
		if f, err := Judge(name, []byte(data), Shapes, free); err == nil {
			t.Errorf("%s is taken as %s", name, f.Name)
		}
	}
	for _, size := range []int{1 << 20, Largest, 2 * Largest} { // of the largest, no more comes than is needed to see that it is too large
		large := strings.Replace(shapes, "[]", "["+strings.Repeat(" ", size)+"]", 1)
		if _, err := Judge("kommuner.geojson", []byte(large[:min(len(large), Largest+1)]), Shapes, free); err == nil || !strings.Contains(err.Error(), "one megabyte") {
			t.Errorf("one of %d bytes: %v", size, err)
		}
	}
	if f, err := Judge("kommuner.geojson", []byte(shapes), Beside, free); err == nil {
		t.Errorf("beside a text it is taken as %s", f.Name)
	}
}
