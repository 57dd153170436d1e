// Package fonts holds the faces that the PDFs are set in: which characters they
// can show, how wide text is, and the part of a face that a document embeds.
//
// Text is set in Liberation Serif, headings and tables in Liberation Sans, code
// in Liberation Mono (SIL Open Font License); what those lack comes from DejaVu
// Sans (Bitstream Vera licence). All four come as Go modules.
package fonts

import (
	"slices"
	"sync"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationmonobold"
	"github.com/go-fonts/liberation/liberationmonobolditalic"
	"github.com/go-fonts/liberation/liberationmonoitalic"
	"github.com/go-fonts/liberation/liberationmonoregular"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansbolditalic"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Family is a group of faces that belong together.
type Family uint8

// The families.
const (
	Serif Family = iota
	Sans
	Mono
)

// Style chooses a face of a family.
type Style struct {
	Family       Family
	Bold, Italic bool
}

// Face is one font file. It is safe for concurrent use.
type Face struct {
	// Name is the PostScript name, such as LiberationSerif-Bold.
	Name string
	// Italic says that the face leans.
	Italic bool

	data      []byte
	ligatures bool
	open      func() (*sfnt.Font, error)

	mu     sync.Mutex
	buf    sfnt.Buffer
	glyphs map[rune]sfnt.GlyphIndex
	widths map[sfnt.GlyphIndex]float64
	kerns  map[[2]sfnt.GlyphIndex]float64
}

func newFace(name string, data []byte, italic, ligatures bool) *Face {
	return &Face{
		Name: name, Italic: italic, data: data, ligatures: ligatures,
		open:   sync.OnceValues(func() (*sfnt.Font, error) { return sfnt.Parse(data) }),
		glyphs: map[rune]sfnt.GlyphIndex{},
		widths: map[sfnt.GlyphIndex]float64{},
		kerns:  map[[2]sfnt.GlyphIndex]float64{},
	}
}

// faces is indexed by family, bold, italic.
var faces = [3][2][2]*Face{
	Serif: {
		{newFace("LiberationSerif", liberationserifregular.TTF, false, true), newFace("LiberationSerif-Italic", liberationserifitalic.TTF, true, true)},
		{newFace("LiberationSerif-Bold", liberationserifbold.TTF, false, true), newFace("LiberationSerif-BoldItalic", liberationserifbolditalic.TTF, true, true)},
	},
	Sans: {
		{newFace("LiberationSans", liberationsansregular.TTF, false, false), newFace("LiberationSans-Italic", liberationsansitalic.TTF, true, false)},
		{newFace("LiberationSans-Bold", liberationsansbold.TTF, false, false), newFace("LiberationSans-BoldItalic", liberationsansbolditalic.TTF, true, false)},
	},
	Mono: {
		{newFace("LiberationMono", liberationmonoregular.TTF, false, false), newFace("LiberationMono-Italic", liberationmonoitalic.TTF, true, false)},
		{newFace("LiberationMono-Bold", liberationmonobold.TTF, false, false), newFace("LiberationMono-BoldItalic", liberationmonobolditalic.TTF, true, false)},
	},
}

// The faces that stand in, in this order, for what a style's own face lacks.
var (
	wide     = newFace("DejaVuSans", dejavusans.TTF, false, false)
	wideBold = newFace("DejaVuSans-Bold", dejavusansbold.TTF, false, false)
)

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Face is the style's own face, without those that stand in for it.
func (s Style) Face() *Face {
	f := min(s.Family, Mono)
	return faces[f][index(s.Bold)][index(s.Italic)]
}

// remembered is what measure finds in the font for a key, once; the zero value where it
// finds nothing.
func remembered[K comparable, V any](f *Face, known map[K]V, key K, measure func(*sfnt.Font) (V, error)) V {
	f.mu.Lock()
	defer f.mu.Unlock()
	v, ok := known[key]
	if !ok {
		if sf, err := f.open(); err == nil {
			if found, err := measure(sf); err == nil {
				v = found
			}
		}
		known[key] = v
	}
	return v
}

// glyph is the glyph of r, 0 where the face has none.
func (f *Face) glyph(r rune) sfnt.GlyphIndex {
	return remembered(f, f.glyphs, r, func(sf *sfnt.Font) (sfnt.GlyphIndex, error) { return sf.GlyphIndex(&f.buf, r) })
}

// exact measures in thousandths of the type size: at a size of one unit per em unit the
// answer is exact.
func exact(sf *sfnt.Font, measure func(size fixed.Int26_6) (fixed.Int26_6, error)) (float64, error) {
	em := int(sf.UnitsPerEm())
	v, err := measure(fixed.I(em))
	return float64(v) / 64 * 1000 / float64(em), err
}

// width is the advance of g in thousandths of the type size.
func (f *Face) width(g sfnt.GlyphIndex) float64 {
	return remembered(f, f.widths, g, func(sf *sfnt.Font) (float64, error) {
		return exact(sf, func(size fixed.Int26_6) (fixed.Int26_6, error) {
			return sf.GlyphAdvance(&f.buf, g, size, font.HintingNone)
		})
	})
}

// kern is what to add between a and b, in thousandths of the type size.
func (f *Face) kern(a, b sfnt.GlyphIndex) float64 {
	return remembered(f, f.kerns, [2]sfnt.GlyphIndex{a, b}, func(sf *sfnt.Font) (float64, error) {
		return exact(sf, func(size fixed.Int26_6) (fixed.Int26_6, error) { return sf.Kern(&f.buf, a, b, size, font.HintingNone) })
	})
}

// Outline is the shape of g at a size in pixels; y grows downwards. It is empty for
// a space.
func (f *Face) Outline(g GlyphID, size int) (sfnt.Segments, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	sf, err := f.open()
	if err != nil {
		return nil, err
	}
	outline, err := sf.LoadGlyph(&f.buf, g, fixed.I(size), nil)
	return slices.Clone(outline), err // the buffer is used again
}
