package tagged

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"samsyn/internal/fonts"
	"samsyn/internal/pdfobj"
)

// contents are the content streams of the pages, in their order.
func contents(t *testing.T, f *pdfobj.File) []string {
	t.Helper()
	var out []string
	for _, ref := range f.Pages() {
		out = append(out, string(inflated(t, f.Stream(f.Dict(ref)["Contents"]))))
	}
	return out
}

// Pages are drawn on in turns, and ordered, inserted and left out afterwards.
func TestPagesInAnyOrder(t *testing.T) {
	d := New(meta)
	red, blue := Color{255, 0, 0}, Color{0, 0, 255}
	upright, discarded, lying, small := d.NewPage(595.28, 841.89), d.NewPage(100, 100), d.NewPage(841.89, 595.28), d.NewPage(200, 300)
	pages := []*Page{upright, discarded, lying, small}
	for turn := range 2 {
		for i, p := range pages {
			c := red
			if i%2 == 1 {
				c = blue
			}
			p.Rect(10, float64(20+turn), 5, 8, c)
		}
	}
	d.Pages = []*Page{small, lying, upright}
	f := parsed(t, d)
	want := []struct {
		box, first, second, ink string
	}{
		{"[0 0 200 300]", "10.00 280.00 5.00 -8.00 re f", "10.00 279.00 5.00 -8.00 re f", "0.000 0.000 1.000 rg"},
		{"[0 0 841.89 595.28]", "10.00 575.28 5.00 -8.00 re f", "10.00 574.28 5.00 -8.00 re f", "1.000 0.000 0.000 rg"},
		{"[0 0 595.28 841.89]", "10.00 821.89 5.00 -8.00 re f", "10.00 820.89 5.00 -8.00 re f", "1.000 0.000 0.000 rg"},
	}
	refs := f.Pages()
	if n := f.Dict(f.Root()["Pages"])["Count"]; len(refs) != len(want) || n != pdfobj.Num("3") {
		t.Fatalf("%d pages, counted as %v", len(refs), n)
	}
	for i, content := range contents(t, f) {
		var box []string
		for _, v := range f.Array(f.Dict(refs[i])["MediaBox"]) {
			n, _ := v.(pdfobj.Num).Float()
			box = append(box, fmt.Sprint(n))
		}
		if got := "[" + strings.Join(box, " ") + "]"; got != want[i].box {
			t.Errorf("page %d: size %s, not %s", i+1, got, want[i].box)
		}
		_, marked, _ := strings.Cut(content, "BDC\n")
		if got, want := marked, want[i].ink+"\n"+want[i].first+"\n"+want[i].second+"\nEMC\n"; got != want {
			t.Errorf("page %d: drawn\n%s\nnot\n%s", i+1, got, want)
		}
	}
}

// What is drawn is what was asked for, and text keeps thousandths of a point.
func TestContent(t *testing.T) {
	d := New(meta)
	p := d.NewPage(200, 100)
	d.Pages = []*Page{p}
	runs, err := fonts.Style{Family: fonts.Serif}.Shape("AV fi")
	if err != nil {
		t.Fatal(err)
	}
	p.Own(d.Root().Add("P"))
	p.Text(10.1234, 20.5678, 11.25, Color{51, 51, 51}, 1.5, runs)
	p.Decorate(Header)
	var path Path
	path.Move(10, 20)
	path.Line(30.456, 40)
	path.Curve(31, 41, 32, 42, 33, 43)
	path.Close()
	p.Draw(&path, Paint{Fill: &Color{0, 0, 0}, Stroke: &Color{255, 128, 0}, Width: 0.4, Dash: []float64{3, 1.5}})
	p.Rule(0, 50, 200, 50, 0.5, Color{255, 128, 0})

	_, got, _ := strings.Cut(contents(t, parsed(t, d))[0], "/P ") // after what fpdf starts each page with
	want := `<</MCID 0>> BDC
0.200 g
BT /F1 11.25 Tf 10.123 79.432 Td [<0001>128.906<0002>18.066<0003>-133.333<0004>] TJ ET
EMC
/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC
0.000 g
1.000 0.502 0.000 RG
0.40 w
[3.00 1.50] 0.00 d
10.00 80.00 m
30.46 60.00 l
31.00000 59.00000 32.00000 58.00000 33.00000 57.00000 c
h
B
0.50 w
[] 0.00 d
0.00 50.00 m
200.00 50.00 l
S
EMC
`
	if got != want {
		t.Errorf("drawn\n%s", got)
	}
}

// No measure makes what a content stream may not hold.
func TestBrokenMeasures(t *testing.T) {
	d := New(meta)
	p := d.NewPage(200, 100)
	d.Pages = []*Page{p}
	nan, inf := math.NaN(), math.Inf(1)
	var path Path
	path.Move(nan, inf)
	path.Curve(nan, nan, -inf, inf, 1, nan)
	p.Draw(&path, Paint{Stroke: &Color{}, Width: nan, Dash: []float64{0, 0.001, nan}})
	p.Rect(inf, nan, inf, nan, Color{})
	runs, err := fonts.Style{}.Shape("a b")
	if err != nil {
		t.Fatal(err)
	}
	p.Text(nan, inf, 10, Color{}, nan, runs)
	got := contents(t, parsed(t, d))[0]
	for _, wrong := range []string{"NaN", "Inf", "[0.00 0.00"} {
		if strings.Contains(got, wrong) {
			t.Errorf("%s in\n%s", wrong, got)
		}
	}
}

// The file says what we say about it, and nothing that the drawing brought.
func TestNothingButThePages(t *testing.T) {
	d := write(t, nil)
	b, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for _, stray := range []string{"FPDF", "fpdf", "D:1970", "EmbeddedFiles", "OpenAction"} {
		if bytes.Contains(b, []byte(stray)) {
			t.Errorf("%s is in the file", stray)
		}
	}
	if _, err := d.Bytes(); err == nil {
		t.Error("the document is finished twice")
	}
}

func BenchmarkDocument(b *testing.B) {
	for _, pages := range []int{60, 2000} {
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			runs, err := fonts.Style{Family: fonts.Serif}.Shape("Parterna är överens om att kraftsamla kring gemensamma mål, att följa upp dem varje")
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				out, err := benchmarked(pages, runs).Bytes()
				if err != nil {
					b.Fatal(err)
				}
				size = len(out)
			}
			b.ReportMetric(float64(size), "B/file")
		})
	}
}

// benchmarked draws pages of text, with heads drawn when all text stands.
func benchmarked(pages int, runs []fonts.Run) *Doc {
	d := New(meta)
	for range pages {
		p := d.NewPage(595.28, 841.89)
		d.Pages = append(d.Pages, p)
		for line := range 44 {
			if line%6 == 0 {
				p.Own(d.Root().Add("P"))
			}
			p.Text(85, float64(90+15*line), 11, Color{0x1A, 0x1F, 0x26}, float64(line)/20, runs)
		}
		p.Decorate(Layout)
		for i := range 6 {
			p.Rule(85, float64(180+90*i), 510, float64(180+90*i), 0.4, Color{0xC9, 0xD1, 0xD9})
		}
	}
	for i, p := range d.Pages {
		p.Decorate(Header)
		p.Text(85, 50+float64(i%3), 8, Color{0x52, 0x5C, 0x69}, 0, runs)
	}
	return d
}
