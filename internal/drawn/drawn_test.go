package drawn

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"samsyn/internal/pdfobj"
)

// page makes a page of a content, with a font of letters half as wide as high, a
// picture and a form that writes one word.
func page(content string) (*pdfobj.File, pdfobj.Dict) {
	f := pdfobj.New()
	widths := make(pdfobj.Array, 256)
	for i := range widths {
		widths[i] = pdfobj.Int(500)
	}
	font := f.Add(pdfobj.Dict{"Subtype": pdfobj.Name("TrueType"), "FirstChar": pdfobj.Int(0), "Widths": widths})
	composite := f.Add(pdfobj.Dict{"Subtype": pdfobj.Name("Type0"), "DescendantFonts": pdfobj.Array{f.Add(pdfobj.Dict{
		"W": pdfobj.Array{pdfobj.Int(1), pdfobj.Array{pdfobj.Int(250), pdfobj.Int(750)}, pdfobj.Int(5), pdfobj.Int(9), pdfobj.Int(100)}, "DW": pdfobj.Int(2000),
	})}})
	fonts := pdfobj.Dict{"F": font, "C": composite}
	form := f.Add(&pdfobj.Stream{D: pdfobj.Dict{"Subtype": pdfobj.Name("Form"), "Matrix": pdfobj.Rect(1, 0, 0, 1, 5, 5)}, Data: []byte("BT /F 10 Tf (ab) Tj ET")})
	loop := f.Reserve()
	f.Set(loop, &pdfobj.Stream{D: pdfobj.Dict{"Subtype": pdfobj.Name("Form")}, Data: []byte("/L Do /L Do")})
	return f, pdfobj.Dict{
		"Parent": f.Add(pdfobj.Dict{"MediaBox": pdfobj.Rect(0, 842, 595, 0), "Resources": pdfobj.Dict{
			"Font":    fonts,
			"XObject": pdfobj.Dict{"P": f.Add(&pdfobj.Stream{D: pdfobj.Dict{"Subtype": pdfobj.Name("Image")}}), "F": form, "L": loop},
		}}),
		"Contents": f.Add(&pdfobj.Stream{Data: []byte(content)}),
	}
}

func near(a, b Box) bool {
	for i := range a {
		if math.Abs(a[i]-b[i]) > 0.01 {
			return false
		}
	}
	return true
}

func TestWhereWordsAndPicturesStand(t *testing.T) {
	for name, k := range map[string]struct {
		content string
		want    []Box
	}{
		"nothing":              {"0 0 100 100 re f", nil},
		"a word":               {"BT /F 10 Tf 72 700 Td (abcd) Tj ET", []Box{{72, 698, 92, 707}}},
		"no letters":           {"BT /F 10 Tf 72 700 Td () Tj ET", nil},
		"twice as large":       {"2 0 0 2 0 0 cm BT /F 10 Tf 10 10 Td (ab) Tj ET", []Box{{20, 16, 40, 34}}},
		"brought back":         {"q 2 0 0 2 0 0 cm Q BT /F 10 Tf 10 10 Td (ab) Tj ET", []Box{{10, 8, 20, 17}}},
		"one behind the other": {"BT /F 10 Tf (ab) Tj (cd) Tj ET", []Box{{0, -2, 10, 7}, {10, -2, 20, 7}}},
		"with a step back":     {"BT /F 10 Tf [(ab) 1000 (cd)] TJ ET", []Box{{0, -2, 10, 7}}},
		"wider":                {"BT /F 10 Tf 200 Tz 1 Tc 2 Tw (a b) Tj ET", []Box{{0, -2, 40, 7}}},
		"next line":            {"BT /F 10 Tf 1 0 0 1 50 100 Tm 0 -12 TD (ab) Tj (cd) ' 1 1 (ef) \" ET", []Box{{50, 86, 60, 95}, {50, 74, 60, 83}, {50, 62, 62, 71}}},
		"turned":               {"BT /F 10 Tf 0 1 -1 0 100 100 Tm (ab) Tj ET", []Box{{93, 100, 102, 110}}},
		"two bytes a letter":   {"BT /C 10 Tf <00010002000700FF> Tj ET", []Box{{0, -2, 2.5 + 7.5 + 1 + 20, 7}}},
		"an unknown font":      {"BT /X 10 Tf (ab) Tj ET", []Box{{0, -2, 12, 7}}},
		"a picture":            {"q 200 0 0 100 50 60 cm /P Do Q", []Box{{50, 60, 250, 160}}},
		"a form":               {"1 0 0 1 10 10 cm /F Do", []Box{{15, 13, 25, 22}}},
	} {
		f, p := page(k.content)
		got, err := Page(f.Objects, p)
		ok := err == nil && len(got) == len(k.want)
		for i := range got {
			ok = ok && near(got[i], k.want[i])
		}
		if !ok {
			t.Errorf("%s: %v, %v, want %v", name, got, err, k.want)
		}
	}
	f, p := page("")
	if got := Visible(f.Objects, p); got != (Box{0, 0, 595, 842}) {
		t.Errorf("the page is %v", got)
	}
}

func TestContentThatIsNotRead(t *testing.T) {
	var bomb bytes.Buffer
	w := zlib.NewWriter(&bomb)
	if _, err := w.Write(make([]byte, 2*mostBytes)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for name, k := range map[string]struct {
		content string
		filter  pdfobj.Name
		want    error
	}{
		"a form in itself":       {"/L Do", "", pdfobj.ErrTooMuch},
		"too many words":         {"BT " + strings.Repeat("(a)Tj ", mostBoxes+1), "", pdfobj.ErrTooMuch},
		"states without end":     {strings.Repeat("q ", 1000), "", pdfobj.ErrTooMuch},
		"too long":               {bomb.String(), "FlateDecode", pdfobj.ErrTooMuch},
		"a picture in it":        {"BI /W 1 ID x EI", "", pdfobj.ErrInline},
		"coded in another way":   {"x", "LZWDecode", nil},
		"no content":             {"BT (", "", nil},
		"more than an operator ": {strings.Repeat("1 ", 100), "", nil},
	} {
		f, p := page(k.content)
		if k.filter != "" {
			f.Stream(p["Contents"]).D = pdfobj.Dict{"Filter": k.filter}
		}
		_, err := Page(f.Objects, p)
		if err == nil || k.want != nil && !errors.Is(err, k.want) {
			t.Errorf("%s: %v, want %v", name, err, k.want)
		}
	}
}

func FuzzPage(f *testing.F) {
	f.Add("q 2 0 0 2 0 0 cm BT /F 10 Tf 10 10 Td [(ab) 3 <00>] TJ ET Q /F Do /P Do")
	f.Add("BT /C 1 Tf 1 1 (a) \" T* ET")
	f.Fuzz(func(t *testing.T, content string) {
		file, p := page(content)
		boxes, err := Page(file.Objects, p)
		if err == nil && len(boxes) > mostBoxes {
			t.Error(fmt.Sprint(len(boxes), " boxes"))
		}
	})
}
