package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"testing"
)

var (
	red   = color.RGBA{200, 0, 0, 255}
	green = color.RGBA{0, 150, 0, 255}
	blue  = color.RGBA{0, 0, 200, 255}
	white = color.RGBA{255, 255, 255, 255}
)

// quarters is a picture of four colours: red, green above, blue, white below.
func quarters(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := [...]color.RGBA{red, green, blue, white}[x*2/w+2*(y*2/h)]
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func pngOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	quick := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := quick.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// held puts an Exif segment with an orientation into a JPEG file.
func held(file []byte, o int, order binary.ByteOrder) []byte {
	tiff := []byte("MM\x00*")
	if order == binary.LittleEndian {
		tiff = []byte("II*\x00")
	}
	put16 := func(v int) {
		b := make([]byte, 2)
		order.PutUint16(b, uint16(v))
		tiff = append(tiff, b...)
	}
	put32 := func(v int) {
		b := make([]byte, 4)
		order.PutUint32(b, uint32(v))
		tiff = append(tiff, b...)
	}
	put32(8)
	put16(2)
	for _, e := range [][2]int{{0x0100, 7}, {0x0112, o}} {
		put16(e[0])
		put16(3)
		put32(1)
		put16(e[1])
		put16(0)
	}
	segment := append([]byte("Exif\x00\x00"), tiff...)
	head := []byte{0xFF, 0xE1, byte((len(segment) + 2) >> 8), byte(len(segment) + 2)}
	return append(append(append(bytes.Clone(file[:2]), head...), segment...), file[2:]...)
}

// seen decodes what was made of a picture.
func seen(t *testing.T, p *Picture) image.Image {
	t.Helper()
	if p.JPEG {
		m, err := jpeg.Decode(bytes.NewReader(p.Data))
		if err != nil {
			t.Fatal(err)
		}
		if m.Bounds().Dx() != p.Width || m.Bounds().Dy() != p.Height {
			t.Fatalf("the JPEG is %v, told is %d × %d", m.Bounds(), p.Width, p.Height)
		}
		return m
	}
	m := image.NewRGBA(image.Rect(0, 0, p.Width, p.Height))
	each := 3
	if p.Gray {
		each = 1
	}
	r, err := zlib.NewReader(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil || len(data) != p.Width*p.Height*each {
		t.Fatalf("%d bytes for %d × %d pixels, %v", len(data), p.Width, p.Height, err)
	}
	for i := range p.Width * p.Height {
		s := data[i*each : i*each+each]
		c := color.RGBA{s[0], s[each/2], s[each-1], 255}
		m.SetRGBA(i%p.Width, i/p.Width, c)
	}
	return m
}

// near compares colours as an eye would, after JPEG.
func near(a, b color.Color) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	d := func(x, y uint32) bool { return max(x, y)-min(x, y) < 24<<8 }
	return d(r1, r2) && d(g1, g2) && d(b1, b2)
}

func corners(m image.Image) [4]color.Color {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	return [4]color.Color{m.At(w/4, h/4), m.At(w*3/4, h/4), m.At(w/4, h*3/4), m.At(w*3/4, h*3/4)}
}

func TestReadTurnsUpright(t *testing.T) {
	for o, want := range map[int][4]color.RGBA{
		1: {red, green, blue, white}, 2: {green, red, white, blue}, 3: {white, blue, green, red}, 4: {blue, white, red, green},
		5: {red, blue, green, white}, 6: {blue, red, white, green}, 7: {white, green, blue, red}, 8: {green, white, red, blue},
		0: {red, green, blue, white}, 9: {red, green, blue, white},
	} {
		for _, order := range []binary.ByteOrder{binary.BigEndian, binary.LittleEndian} {
			p, err := Read(held(jpegOf(t, quarters(64, 32)), o, order))
			if err != nil {
				t.Fatal(err)
			}
			if w, h := Size(held(jpegOf(t, quarters(64, 32)), o, order)); (w == 32) != (p.Width == 32) || w*h != 64*32 {
				t.Errorf("orientation %d is shown as %d × %d", o, w, h)
			}
			if onSide := o > 4 && o < 9; (p.Width == 32) != onSide || p.Gray || !p.JPEG {
				t.Errorf("orientation %d: %d × %d", o, p.Width, p.Height)
			}
			for i, c := range corners(seen(t, p)) {
				if !near(c, want[i]) {
					t.Errorf("orientation %d: corner %d is %v, want %v", o, i, c, want[i])
				}
			}
		}
	}
}

func TestReadFlattens(t *testing.T) {
	clear := image.NewNRGBA(image.Rect(0, 0, 4, 4))
	clear.SetNRGBA(0, 0, color.NRGBA{200, 0, 0, 255})
	clear.SetNRGBA(1, 0, color.NRGBA{0, 0, 0, 128})
	deep := image.NewRGBA64(image.Rect(0, 0, 4, 4))
	for i := range deep.Pix {
		deep.Pix[i] = 0xFF
	}
	deep.SetRGBA64(0, 0, color.RGBA64{200 << 8, 0, 0, 0xFFFF})
	few := image.NewPaletted(image.Rect(3, 5, 7, 9), color.Palette{white, red})
	few.SetColorIndex(3, 5, 1)
	for name, m := range map[string]image.Image{"transparent": clear, "16 bits": deep, "palette": few} {
		p, err := Read(pngOf(t, m))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := seen(t, p)
		if p.JPEG || p.Gray || !near(got.At(0, 0), red) || !near(got.At(3, 3), white) {
			t.Errorf("%s: %+v", name, p)
		}
	}
	p, err := Read(pngOf(t, clear))
	if err != nil || !near(seen(t, p).At(1, 0), color.Gray{127}) {
		t.Errorf("half clear black is %v on white, %v", seen(t, p).At(1, 0), err)
	}
}

func TestReadKnowsGrey(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 16, 16))
	for i := range m.Pix {
		m.Pix[i] = byte(i)
	}
	for name, file := range map[string][]byte{"PNG": pngOf(t, m), "JPEG": jpegOf(t, m)} {
		p, err := Read(file)
		if err != nil || !p.Gray {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
		if !near(seen(t, p).At(8, 8), m.At(8, 8)) {
			t.Errorf("%s: %v became %v", name, m.At(8, 8), seen(t, p).At(8, 8))
		}
	}
}

func TestReadScalesDown(t *testing.T) {
	p, err := Read(pngOf(t, quarters(2*longest, longest/4)))
	if err != nil || p.Width != longest || p.Height != longest/8 {
		t.Fatalf("%d × %d, %v", p.Width, p.Height, err)
	}
	for i, c := range corners(seen(t, p)) {
		if want := [...]color.RGBA{red, green, blue, white}[i]; !near(c, want) {
			t.Errorf("corner %d is %v, want %v", i, c, want)
		}
	}
	if p, err = Read(pngOf(t, quarters(5*longest, 1000))); err != nil || p.Width != longest || p.Height != 200 {
		t.Fatalf("%v, %v", p, err)
	}
	for i, c := range corners(seen(t, p)) {
		if want := [...]color.RGBA{red, green, blue, white}[i]; !near(c, want) {
			t.Errorf("corner %d of a large one is %v, want %v", i, c, want)
		}
	}
	if p, err = Read(pngOf(t, quarters(3*longest, 2))); err != nil || p.Height != 1 {
		t.Errorf("a hair became %+v, %v", p, err)
	}
	if p, err = Read(pngOf(t, quarters(1, 3*longest))); err != nil || p.Width != 1 || !near(seen(t, p).At(0, longest-1), blue) {
		t.Errorf("a hair on end became %+v, %v", p, err)
	}
}

// claiming is a PNG file whose header claims any size.
func claiming(t *testing.T, w, h uint32) []byte {
	file := pngOf(t, quarters(2, 2))
	binary.BigEndian.PutUint32(file[16:], w)
	binary.BigEndian.PutUint32(file[20:], h)
	binary.BigEndian.PutUint32(file[29:], crc32.ChecksumIEEE(file[12:29]))
	return file
}

// deep makes a PNG's header say that it has sixteen bits for each of four colours.
func deep(file []byte) []byte {
	file = append(file, make([]byte, 1<<20)...) // so that its own size allows the pixels
	file[24], file[25] = 16, 6
	binary.BigEndian.PutUint32(file[29:], crc32.ChecksumIEEE(file[12:29]))
	return file
}

func TestBudget(t *testing.T) {
	file := pngOf(t, quarters(1000, 1000))
	b := Budget{pixels: mostTogether - 900_000} // as though there had been others
	if _, err := b.Read(file); err != nil {
		t.Errorf("the last one that there is room for: %v", err)
	}
	if _, err := b.Read(file); !errors.Is(err, ErrTooLarge) {
		t.Errorf("one more: %v", err)
	}
}

func TestReadRefuses(t *testing.T) {
	var animated bytes.Buffer
	if err := gif.Encode(&animated, quarters(4, 4), nil); err != nil {
		t.Fatal(err)
	}
	whole, photo := pngOf(t, quarters(40, 40)), jpegOf(t, quarters(400, 400))
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"GIF":            {animated.Bytes(), ErrKind},
		"SVG":            {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), ErrKind},
		"nothing":        {nil, ErrKind},
		"deep colours":   {deep(claiming(t, 3000, 9000)), ErrTooLarge},
		"much of little": {claiming(t, 3300, 3000), ErrTooLarge},
		"a bomb":         {claiming(t, 50_001, 1000), ErrTooLarge},
		"a larger bomb":  {claiming(t, 1<<20, 1<<20), ErrTooLarge},
		"a strip":        {claiming(t, 2, 20_000_000), ErrTooLarge},
		"less than told": {claiming(t, 3000, 3000), ErrDamaged},
		"half a PNG":     {whole[:len(whole)/2], ErrDamaged},
		"a PNG's head":   {whole[:20], ErrDamaged},
		"half a JPEG":    {photo[:len(photo)/2], ErrDamaged},
		"a JPEG's head":  {photo[:4], ErrDamaged},
	} {
		if p, err := Read(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v, want %v", name, p != nil, err, c.want)
		}
	}
}

// Whatever a file says of itself: Read gives an error or a picture that is whole.
func FuzzRead(f *testing.F) {
	f.Add(pngOf(f, quarters(4, 4)))
	f.Add(jpegOf(f, quarters(16, 16)))
	f.Add(held(jpegOf(f, quarters(16, 16)), 6, binary.LittleEndian))
	f.Fuzz(func(t *testing.T, file []byte) {
		if at := bytes.Index(file, []byte("IHDR")); at >= 0 && len(file) > at+12 {
			file[at+4], file[at+5], file[at+8], file[at+9] = 0, 0, 0, 0 // large ones are slow, not wrong
		}
		if p, err := Read(file); err == nil {
			if p.Width < 1 || p.Height < 1 || p.Width > longest || p.Height > longest {
				t.Errorf("%d × %d", p.Width, p.Height)
			}
			seen(t, p)
		}
	})
}
