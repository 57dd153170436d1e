package attach

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/picture"
)

// photo is a picture of a few colours.
func photo() image.Image {
	m := image.NewRGBA(image.Rect(0, 0, 40, 24))
	for n := range 40 * 24 {
		m.Set(n%40, n/40, color.RGBA{uint8(n), uint8(n * 7), 90, 255})
	}
	return m
}

func segment(marker byte, body string) []byte {
	return slices.Concat([]byte{0xFF, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)}, []byte(body))
}

// place is what a camera writes: how it was held, and a place on earth.
func place(orientation byte) string {
	return "Exif\x00\x00II*\x00\x08\x00\x00\x00\x02\x00\x12\x01\x03\x00\x01\x00\x00\x00" + string(orientation) + "\x00\x00\x00\x25\x88\x04\x00\x01\x00\x00\x00\x26\x00\x00\x00\x00\x00\x00\x00GPS 56.88N 14.81E Canon"
}

func chunk(kind, body string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(b, kind+body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

func coded(t *testing.T, code func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := code(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What a camera writes beside a picture goes, and the picture looks as it did.
func TestWhereAPhotographWasTakenGoes(t *testing.T) {
	plain := coded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, photo(), nil) })
	drawing := coded(t, func(b *bytes.Buffer) error { return png.Encode(b, photo()) })
	icc := segment(0xE2, "ICC_PROFILE\x00\x01\x01profile")
	jfif := segment(0xE0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00")
	secret := slices.Concat(segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00GPS 56.88N"), segment(0xED, "Photoshop 3.0\x00Canon"), segment(0xFE, "Canon"), segment(0xE0, "JFXX\x00\x10Canon"), segment(0xE2, "MPF\x00Canon"))
	vp8 := "VP8X\x0a\x00\x00\x00\x2c\x00\x00\x00\x27\x00\x00\x17\x00\x00" + "VP8 \x03\x00\x00\x00abc\x00"
	webp := func(flags byte, rest string) []byte {
		b := []byte("WEBP" + vp8 + rest)
		b[12] = flags
		return slices.Concat([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(len(b))), b)
	}
	turning := coded(t, func(b *bytes.Buffer) error {
		m := image.NewPaletted(image.Rect(0, 0, 3, 2), color.Palette{color.Black, color.White, color.Transparent})
		return gif.EncodeAll(b, &gif.GIF{Image: []*image.Paletted{m, m}, Delay: []int{3, 5}, Disposal: []byte{1, 2}})
	})
	first := bytes.IndexByte(turning, 0x21) // its first extension: that it goes round for ever
	told := slices.Concat([]byte("\x21\xfe\x05Canon\x0cGPS 56.88N ;\x00"), []byte("\x21\xff\x0bXMP DataXMP\x05Canon\x00"), []byte("\x21\xf9\x04\x00\x00\x00\x00\x00\x21\x01\x01x\x05Canon\x00"))
	for name, c := range map[string]struct{ data, want []byte }{
		"gif":             {slices.Concat(turning[:first], told, turning[first:len(turning)-1], told, []byte(";Canon")), turning},
		"gif bare":        {turning, turning},
		"gif cut":         {turning[:len(turning)-1], turning[:len(turning)-1]},
		"hardly a gif":    {[]byte("GIF89a"), []byte("GIF89a")},
		"jpeg":            {slices.Concat(plain[:2], jfif, segment(0xE1, place(1)), secret, icc, plain[2:], plain, []byte("Canon")), slices.Concat(plain[:2], jfif, icc, plain[2:])},
		"jpeg held":       {slices.Concat(plain[:2], segment(0xE1, place(6)), plain[2:]), slices.Concat(plain[:2], held(6), plain[2:])},
		"jpeg bare":       {plain, plain},
		"jpeg cut":        {plain[:len(plain)-2], plain[:len(plain)-2]},
		"png":             {slices.Concat(drawing[:33], chunk("eXIf", "GPS"), chunk("tEXt", "Author\x00Canon"), chunk("caBX", "Canon"), chunk("gAMA", "\x00\x00\xb1\x8f"), drawing[33:], []byte("Canon")), slices.Concat(drawing[:33], chunk("gAMA", "\x00\x00\xb1\x8f"), drawing[33:])},
		"webp":            {slices.Concat(webp(0x2c, "EXIF\x04\x00\x00\x00GPS XMP \x05\x00\x00\x00Canon\x00"), []byte("Canon")), webp(0x20, "")},
		"webp not filled": {webp(0x2c, "EXIF\x03\x00\x00\x00GPS"), webp(0x20, "")},
		"webp signed":     {webp(0x20, "C2PA\x06\x00\x00\x00Canon\x00"), webp(0x20, "")},
		"webp of nothing": {[]byte("RIFF\x00\x00\x00\x00WEBPVP8 \x00\x00\x00\x00"), []byte("RIFF\x00\x00\x00\x00WEBPVP8 \x00\x00\x00\x00")},
		"none of these":   {[]byte("%PDF-1.7 GPS"), []byte("%PDF-1.7 GPS")},
		"hardly a jpeg":   {[]byte("\xff\xd8"), []byte("\xff\xd8")},
		"a false length":  {[]byte("\xff\xd8\xff\xe1\x00\x00GPS"), []byte("\xff\xd8\xff\xe1\x00\x00GPS")},
	} {
		got := bare(c.data)
		if !bytes.Equal(got, c.want) {
			t.Errorf("%s: %q\nwant %q", name, got, c.want)
		}
		if !bytes.Equal(bare(got), got) {
			t.Errorf("%s: it becomes another the second time", name)
		}
	}
	if o := picture.Orientation(held(6)); o != 1 {
		t.Errorf("a segment alone is held %d", o)
	}
	turned := bare(slices.Concat(plain[:2], segment(0xE1, place(6)), plain[2:]))
	if o := picture.Orientation(turned); o != 6 {
		t.Errorf("the camera was held as %d", o)
	}
	f, err := Judge("Foto.jpg", slices.Concat(plain[:2], segment(0xE1, place(8)), plain[2:]), Beside, func(_ string, data []byte) bool { return bytes.Contains(data, []byte("GPS")) })
	if err != nil || f.Name != "foto.jpg" || bytes.Contains(f.Data, []byte("GPS")) {
		t.Errorf("%+v %v", f, err)
	}
	if _, err := picture.Read(f.Data); err != nil {
		t.Error(err)
	}
}

// However many parts a picture has, what is kept of it is put together once.
func TestManyParts(t *testing.T) {
	const many = 5000
	vp8 := "VP8 \x02\x00\x00\x00ab"
	webp := []byte("WEBP" + strings.Repeat(vp8, many))
	for name, data := range map[string][]byte{
		"gif":  []byte("GIF89a\x01\x00\x01\x00\x00\x00\x00" + strings.Repeat("\x21\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x00", many) + ";"),
		"jpeg": slices.Concat([]byte("\xff\xd8"), bytes.Repeat(segment(0xDB, "x"), many), []byte("\xff\xd9")),
		"png":  slices.Concat([]byte("\x89PNG\r\n\x1a\n"), bytes.Repeat(chunk("IDAT", "x"), many), chunk("IEND", "")),
		"webp": slices.Concat([]byte("RIFF"), binary.LittleEndian.AppendUint32(nil, uint32(len(webp))), webp),
	} {
		if is := bare(data); !bytes.Equal(is, data) {
			t.Errorf("%s: of %d bytes %d are kept", name, len(data), len(is))
		}
		if n := testing.AllocsPerRun(1, func() { bare(data) }); n > 10 {
			t.Errorf("%s: memory is taken %v times", name, n)
		}
	}
}

func FuzzBare(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x04ab\xff\xda\x00\x02\x00\xff\xd9"))
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x00IEND\x00\x00\x00\x00"))
	f.Add([]byte("RIFF\x0c\x00\x00\x00WEBPEXIF\x00\x00\x00\x00"))
	f.Add([]byte("GIF89a\x01\x00\x01\x00\x80\x00\x00aaabbb!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00!\xfe\x01a\x00;"))
	f.Add([]byte("RIFF\x0d\x00\x00\x00WEBPALPH\x01\x00\x00\x00a"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if is := bare(data); !bytes.Equal(bare(is), is) || len(is) > len(data)+len(held(1)) {
			t.Errorf("%q becomes %q", data, is)
		}
	})
}
