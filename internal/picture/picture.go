// Package picture makes pictures ready for paper: upright, on white, in sRGB or
// grey, and with no more pixels than a printer can show. What it gives holds
// nothing of the file that it came from but the pixels: no place where a photo
// was taken, and no bytes made to harm who reads them.
package picture

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // whose size is told
	"image/jpeg"
	_ "image/png"
	"net/http"

	"golang.org/x/image/draw"
)

// What Read refuses. They are wrapped with the particulars.
var (
	ErrKind     = errors.New("the picture is neither PNG nor JPEG")
	ErrTooLarge = errors.New("the picture has too many pixels")
	ErrDamaged  = errors.New("the picture is damaged")
)

// A file of a few bytes can unfold to any number of pixels, so what is decoded is
// bounded: by what a large camera makes, by what decoding takes in memory, and by the
// file's own size. Photographs have some ten pixels to the byte, flat drawings a few
// hundred; small files may have more.
const (
	mostPixels    = 50_000_000
	mostMemory    = 200_000_000 // bytes, of the decoded pixels
	anyPixels     = 9_000_000   // that every file may have: a drawing of a whole page
	pixelsPerByte = 64          // that it may have beside those
	mostTogether  = 250_000_000 // of the pictures of one document, beside those for their bytes
)

// Budget bounds what the pictures of one document take together. The zero Budget is
// whole.
type Budget struct{ pixels int }

// Read is the package's Read, as long as the budget lasts.
func (b *Budget) Read(file []byte) (*Picture, error) {
	w, h := Size(file)
	if w > 0 && h > 0 && h <= mostPixels && w <= mostPixels/h {
		b.pixels += max(0, w*h-pixelsPerByte*len(file))
	}
	if b.pixels > mostTogether {
		return nil, fmt.Errorf("%w: the document's pictures have more than %d together", ErrTooLarge, mostTogether)
	}
	return Read(file)
}

// mostSide bounds the sides, since scaling a strip down takes far more for each
// pixel. Panoramas are narrower.
const mostSide = 30_000

// longest is how many pixels the longer side keeps: 300 to the inch where a
// picture fills the column.
const longest = 1750

// quality of JPEG, from 1 to 100.
const quality = 88

// Picture is pixels, from the upper left corner, row by row.
type Picture struct {
	Width, Height int // pixels, at least 1
	Gray          bool
	// JPEG tells that Data is a JPEG file. Else it is the samples, compressed by zlib
	// (RFC 1950), a byte for each: one for a grey pixel, three (red, green, blue) for
	// another.
	JPEG bool
	Data []byte
}

// Size tells how large a browser shows a PNG, JPEG or GIF file, in pixels: a photo
// upright, however the camera was held. It is zero where that cannot be read.
func Size(file []byte) (width, height int) {
	c, _, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return 0, 0
	}
	if o := Orientation(file); o > 4 && o < 9 {
		return c.Height, c.Width
	}
	return c.Width, c.Height
}

// Read decodes a PNG or a JPEG file.
func Read(file []byte) (*Picture, error) {
	kind := http.DetectContentType(file)
	photo := kind == "image/jpeg"
	if !photo && kind != "image/png" {
		return nil, fmt.Errorf("%w but %s", ErrKind, kind)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if c.Width < 1 || c.Height < 1 || max(c.Width, c.Height) > mostSide || c.Width > mostFor(c, len(file))/c.Height {
		return nil, fmt.Errorf("%w: %d × %d, at most %d in all and %d in a row", ErrTooLarge, c.Width, c.Height, mostFor(c, len(file)), mostSide)
	}
	decoded, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	flat := flatten(decoded)
	if photo {
		flat = upright(flat, Orientation(file))
	}
	return packed(flat, photo)
}

// mostFor is how many pixels a file of a size in bytes may have.
func mostFor(c image.Config, size int) int {
	return min(mostPixels, mostMemory/bytesOf(c.ColorModel), anyPixels+pixelsPerByte*size)
}

// bytesOf is how many bytes the decoders of this package keep for a pixel.
func bytesOf(m color.Model) int {
	switch m {
	case color.GrayModel:
		return 1
	case color.Gray16Model:
		return 2
	case color.YCbCrModel:
		return 3
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	}
	if _, indexed := m.(color.Palette); indexed {
		return 1
	}
	return 4
}

// flatten puts a picture on white, in eight bits for each colour, scaled down
// where it must be.
func flatten(m image.Image) *image.RGBA {
	from := m.Bounds()
	w, h := from.Dx(), from.Dy()
	if side := max(w, h); side > longest {
		w, h = max(1, w*longest/side), max(1, h*longest/side)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	if w == from.Dx() && h == from.Dy() {
		draw.Draw(out, out.Rect, m, from.Min, draw.Over)
	} else {
		m = halfway(m)
		draw.CatmullRom.Scale(out, out.Rect, m, m.Bounds(), draw.Over, nil)
	}
	return out
}

// halfway makes a very large picture at most twice as large as it is to be: the good
// scaling keeps 32 bytes for each row's pixels on the way.
func halfway(m image.Image) image.Image {
	from := m.Bounds()
	side := max(from.Dx(), from.Dy())
	if side <= 2*longest {
		return m
	}
	out := image.NewNRGBA(image.Rect(0, 0, max(1, from.Dx()*2*longest/side), max(1, from.Dy()*2*longest/side)))
	draw.ApproxBiLinear.Scale(out, out.Rect, m, from, draw.Src, nil)
	return out
}

func packed(m *image.RGBA, photo bool) (*Picture, error) {
	p := &Picture{Width: m.Rect.Dx(), Height: m.Rect.Dy(), Gray: gray(m), JPEG: photo}
	if photo {
		var from image.Image = m
		if p.Gray {
			g := image.NewGray(m.Rect)
			draw.Draw(g, g.Rect, m, image.Point{}, draw.Src)
			from = g
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, from, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		p.Data = b.Bytes()
		return p, nil
	}
	each := 3
	if p.Gray {
		each = 1
	}
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	row := make([]byte, 0, p.Width*each)
	for y := range p.Height {
		row = row[:0]
		for x := range p.Width {
			i := m.PixOffset(x, y)
			row = append(row, m.Pix[i:i+each]...)
		}
		if _, err := w.Write(row); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	p.Data = b.Bytes()
	return p, nil
}

// gray tells whether a picture has no colours.
func gray(m *image.RGBA) bool {
	for i := 0; i < len(m.Pix); i += 4 {
		if m.Pix[i] != m.Pix[i+1] || m.Pix[i] != m.Pix[i+2] {
			return false
		}
	}
	return true
}

// upright turns and mirrors a picture as its orientation (Exif 2.3, 4.6.4, tag
// 274) asks: o says where its first row and column are to stand.
func upright(m *image.RGBA, o int) *image.RGBA {
	if o < 2 || o > 8 {
		return m
	}
	w, h := m.Rect.Dx(), m.Rect.Dy()
	onSide := o > 4
	mirrored := o == 2 || o == 3 || o == 7 || o == 8 // its first column stands to the right, or below
	turned := o == 3 || o == 4 || o == 6 || o == 7   // its first row stands below, or to the right
	size := image.Rect(0, 0, w, h)
	if onSide {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewRGBA(size)
	for y := range h {
		for x := range w {
			to := image.Pt(x, y)
			if mirrored {
				to.X = w - 1 - x
			}
			if turned {
				to.Y = h - 1 - y
			}
			if onSide {
				to.X, to.Y = to.Y, to.X
			}
			out.SetRGBA(to.X, to.Y, m.RGBAAt(x, y))
		}
	}
	return out
}
