package fonts

import (
	"errors"
	"math"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

var styles = func() (out []Style) {
	for _, f := range []Family{Serif, Sans, Mono} {
		for _, b := range []bool{false, true} {
			for _, i := range []bool{false, true} {
				out = append(out, Style{f, b, i})
			}
		}
	}
	return out
}()

const (
	swedish   = "abcdefghijklmnopqrstuvwxyzåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ0123456789"
	nordic    = "æøðþýÆØÐÞÝáíóúÁÍÓÚ"
	sami      = "áčđŋšŧžïâõǥǧǩǯʒåÁČĐŊŠŦŽÏǤǦǨǮƷʼˈ"
	ukrainian = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ’"
	signs     = "–—•…”’“„‚‘»«§°²³½×÷±−≤≥≠≈€£%‰→←↑↓✓✔☐☑■□●○†‡\u00A0\u00AD\u2011\u2009\u202F"
)

func TestCovers(t *testing.T) {
	for _, text := range []string{swedish, nordic, sami, ukrainian, signs} {
		for _, r := range text {
			if !Covers(r) {
				t.Errorf("%q (%U) is not covered", r, r)
			}
		}
	}
	for _, r := range "漢字ひ한สวัสดีשלוםسلامनम\u0000\u0007\u0085\uFFFE\U000F0000" {
		if Covers(r) {
			t.Errorf("%q (%U) is covered, but no face can show it well", r, r)
		}
	}
}

func TestShapeShowsAllThatIsCovered(t *testing.T) {
	for _, s := range styles {
		for r := rune(0); r < 0x20000; r++ {
			if !Covers(r) || r >= 0xD800 && r < 0xE000 {
				continue
			}
			runs, err := s.Shape(string(r))
			if err != nil {
				t.Fatalf("%+v: %U: %v", s, r, err)
			}
			for _, run := range runs {
				if run.Glyphs[0].ID == 0 {
					t.Fatalf("%+v: %U is shown as an empty box", s, r)
				}
			}
		}
	}
}

func TestShape(t *testing.T) {
	runs, err := Style{}.Shape("AVfi\u00ADk✓")
	if err != nil {
		t.Fatal(err)
	}
	if len(runs) != 2 || runs[0].Face.Name != "LiberationSerif" || runs[1].Face.Name != "DejaVuSans" {
		t.Fatalf("runs: %+v", runs)
	}
	g := runs[0].Glyphs
	if len(g) != 4 || g[2].Text != "fi" || g[3].Text != "k" {
		t.Errorf("glyphs: %+v", g)
	}
	if g[0].Kern >= 0 {
		t.Errorf("A and V stand %v apart", g[0].Kern)
	}
	var missing *MissingGlyph
	if _, err := (Style{}).Shape("ok 漢"); !errors.As(err, &missing) || missing.Rune != '漢' {
		t.Errorf("error is %v", err)
	}
	var invalid *InvalidText
	if _, err := (Style{}).Shape("\xff"); !errors.As(err, &invalid) {
		t.Errorf("error is %v", err)
	}
	if h := (Style{}).Hyphen(); h.Glyphs[0].Text != "\u00AD" || h.Glyphs[0].ID == 0 {
		t.Errorf("hyphen: %+v", h)
	}
}

// The subset must be a font that another reader understands, with the same
// widths and the same outlines.
func TestSubset(t *testing.T) {
	for _, s := range append(styles, Style{Family: 9}) {
		runs, err := s.Shape("Åtgärd fi 123 ǥ✓")
		if err != nil {
			t.Fatal(err)
		}
		face := s.Face()
		sub := NewSubset(face)
		for _, run := range runs {
			if run.Face != face {
				continue
			}
			for _, g := range run.Glyphs {
				n := sub.Add(g)
				if again := sub.Add(g); again != n {
					t.Errorf("%s: glyph %d is added twice", face.Name, g.ID)
				}
			}
		}
		program, err := sub.Program()
		if err != nil {
			t.Fatal(err)
		}
		got, err := sfnt.Parse(complete(program, face))
		if err != nil {
			t.Fatalf("%s: %v", face.Name, err)
		}
		want, err := sfnt.Parse(face.data)
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		ppem := fixed.I(100)
		for n := range sub.Len() {
			a, err := got.LoadGlyph(&buf, sfnt.GlyphIndex(n), ppem, nil)
			if err != nil {
				t.Fatalf("%s: glyph %d: %v", face.Name, n, err)
			}
			segments := append(sfnt.Segments(nil), a...)
			b, err := want.LoadGlyph(&buf, sub.ids[n], ppem, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(segments) != len(b) {
				t.Fatalf("%s: %q has %d segments, not %d", face.Name, sub.Text(n), len(segments), len(b))
			}
			for i := range b {
				if segments[i] != b[i] {
					t.Fatalf("%s: %q differs in segment %d", face.Name, sub.Text(n), i)
				}
			}
			w, err := got.GlyphAdvance(&buf, sfnt.GlyphIndex(n), fixed.I(1000), font.HintingNone)
			if err != nil {
				t.Fatal(err)
			}
			if math.Abs(float64(w)/64-sub.Width(n)) > 1 {
				t.Errorf("%s: %q is %v wide, not %v", face.Name, sub.Text(n), float64(w)/64, sub.Width(n))
			}
		}
	}
}

// complete adds what sfnt.Parse asks for and an embedded program does without.
func complete(program []byte, face *Face) []byte {
	t, err := tables(program)
	if err != nil {
		panic(err)
	}
	t["cmap"] = []byte{0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 12, 0, 4, 0, 24, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 1, 0, 1, 0, 0}
	original, err := tables(face.data)
	if err != nil {
		panic(err)
	}
	t["OS/2"] = original["OS/2"]
	t["name"] = []byte{0, 0, 0, 0, 0, 6}
	t["post"] = append([]byte{0, 3, 0, 0}, make([]byte, 28)...)
	return assemble(t)
}

func TestTablesRefusesBrokenFonts(t *testing.T) {
	good := faces[Serif][0][0].data
	for _, n := range []int{0, 5, 12, 40, 1000, len(good) / 2} {
		if _, err := tables(good[:n]); err == nil {
			t.Errorf("%d bytes of a font are taken for whole", n)
		}
	}
}

func TestMetrics(t *testing.T) {
	m, err := Style{Family: Mono}.Face().Metrics()
	if err != nil {
		t.Fatal(err)
	}
	if !m.FixedPitch || m.Ascent < 700 || m.Descent > -100 || m.CapHeight < 400 || m.CapHeight > 800 {
		t.Errorf("metrics: %+v", m)
	}
	if m, err = (Style{Italic: true}).Face().Metrics(); err != nil || m.ItalicAngle >= 0 {
		t.Errorf("italic: %+v, %v", m, err)
	}
}
