package kind_test

import (
	"strings"
	"testing"

	"samsyn/internal/kind"
)

func TestOf(t *testing.T) {
	const png, zip, drawing = "\x89PNG\r\n\x1a\n", "PK\x03\x04", `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>`
	for _, test := range []struct{ name, data, media, ext string }{
		{"bild.PNG", png, "image/png", ".png"},
		{"bild.html", png, "image/png", ".png"}, // by its bytes, whatever its name says
		{"tal.CSV", "a;b\n", "text/csv", ".csv"},
		{"tal.csv", zip, "", ""}, // the bytes are not of the form that the name asks for
		{"tabell.xlsx", zip, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
		{"tal.csv", "<script>", "", ""},
		{"tal.csv", strings.Repeat(" ", 2000) + "<html>", "", ""}, // browsers look past white space
		{"sida.html", "text", "", ""},
		{"bild.svg", drawing, "", ""},
		{"tom.png", "", "", ""},
	} {
		got, ok := kind.Of(test.name, []byte(test.data))
		if got != (kind.Kind{Media: test.media, Ext: test.ext}) || ok != (test.media != "") {
			t.Errorf("%s of %.20q is %v (%v)", test.name, test.data, got, ok)
		}
	}
	if got, ok := kind.OfLogotype("bild.SVG", []byte(drawing)); !ok || got.Ext != ".svg" {
		t.Errorf("a logotype that only draws is %v (%v)", got, ok)
	}
	if got, ok := kind.OfLogotype("bild.svg", []byte(strings.Replace(drawing, "<path", "<script/><path", 1))); ok {
		t.Errorf("a logotype with a script is %v", got)
	}
}
