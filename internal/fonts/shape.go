package fonts

import (
	"fmt"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"
)

// GlyphID numbers a glyph within its face.
type GlyphID = sfnt.GlyphIndex

// Glyph is one glyph of shaped text. Widths are in thousandths of the type size.
type Glyph struct {
	ID GlyphID
	// Text is what a reader gets who copies or listens: one character, or
	// several where the glyph is a ligature.
	Text string
	// Width is the advance of the glyph alone.
	Width float64
	// Kern is added after the glyph; it is mostly 0 or negative.
	Kern float64
}

// Run is text in one face.
type Run struct {
	Face   *Face
	Glyphs []Glyph
}

// MissingGlyph is the error for a character that no face can show.
type MissingGlyph struct{ Rune rune }

func (e *MissingGlyph) Error() string {
	return fmt.Sprintf("no font has the character %q (%U)", e.Rune, e.Rune)
}

// InvalidText is the error for bytes that are not UTF-8.
type InvalidText struct{ Text string }

func (e *InvalidText) Error() string { return fmt.Sprintf("text is not UTF-8: %q", e.Text) }

// Shape turns text, in NFC, into glyphs with kerning. Invisible characters are
// left out. The error is a *MissingGlyph or an *InvalidText.
func (s Style) Shape(text string) ([]Run, error) {
	if !utf8.ValidString(text) {
		return nil, &InvalidText{text}
	}
	var runs []Run
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		source := text[i : i+n]
		i += n
		if Invisible(r) {
			continue
		}
		if !Covers(r) {
			return nil, &MissingGlyph{r}
		}
		face, id := s.find(plain(r))
		if r == 'f' && face.ligatures && i < len(text) {
			if g := face.ligature(text[i]); g != 0 {
				source, id = "f"+text[i:i+1], g
				i++
			}
		}
		g := Glyph{ID: id, Text: source, Width: face.width(id)}
		if len(runs) == 0 || runs[len(runs)-1].Face != face {
			runs = append(runs, Run{Face: face})
		}
		run := &runs[len(runs)-1]
		if k := len(run.Glyphs); k > 0 && !(digit(run.Glyphs[k-1].Text) && digit(source)) {
			run.Glyphs[k-1].Kern = face.kern(run.Glyphs[k-1].ID, id)
		}
		run.Glyphs = append(run.Glyphs, g)
	}
	return runs, nil
}

// digit reports a figure. Figures are not kerned, so that they stand under each
// other in columns.
func digit(s string) bool { return len(s) == 1 && s[0] >= '0' && s[0] <= '9' }

// ligature is the glyph for f and the letter after it, 0 where there is none.
func (f *Face) ligature(after byte) GlyphID {
	switch after {
	case 'i':
		return f.glyph('ﬁ')
	case 'l':
		return f.glyph('ﬂ')
	}
	return 0
}

// Hyphen is the glyph that ends a line within a word. It reads as a soft
// hyphen, so that the word is whole to who listens or copies (ISO 32000-1,
// 14.8.2.2.3).
func (s Style) Hyphen() Run {
	f := s.Face()
	id := f.glyph('-')
	return Run{f, []Glyph{{ID: id, Text: "\u00AD", Width: f.width(id)}}}
}

// Width is how wide the run is at a type size of 1000.
func (r Run) Width() float64 {
	w := 0.0
	for _, g := range r.Glyphs {
		w += g.Width + g.Kern
	}
	return w
}

// Space is the glyph of a space, where the face has one.
func (f *Face) Space() (Glyph, bool) {
	id := f.glyph(' ')
	return Glyph{ID: id, Text: " ", Width: f.width(id)}, id != 0
}
