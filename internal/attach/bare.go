package attach

import (
	"bytes"
	"encoding/binary"
	"slices"

	"samsyn/internal/picture"
)

// bare is a picture without what cameras and programs write beside it: where and when it
// was taken, with what, by whom, a smaller copy of it. What decides how it looks stays: its
// colours, and how the camera was held. A file that is no such picture, or is not made as
// they are, stays as it is.
func bare(data []byte) []byte {
	var is []byte
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		is = bareJPEG(data)
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		is = barePNG(data)
	case len(data) > 12 && bytes.HasPrefix(data, []byte("RIFF")) && string(data[8:12]) == "WEBP":
		is = bareWebP(data)
	case bytes.HasPrefix(data, []byte("GIF87a")), bytes.HasPrefix(data, []byte("GIF89a")):
		is = bareGIF(data)
	}
	if is == nil {
		return data
	}
	return is
}

// The markers of JPEG (ITU-T T.81, table B.1) that are looked at here.
const (
	endOfImage  = 0xD9
	startOfScan = 0xDA
	firstApp    = 0xE0 // JFIF: the size of its pixels
	exifApp     = 0xE1
	coloursApp  = 0xE2 // an ICC profile, or other pictures
	adobeApp    = 0xEE // how its colours are coded
	lastApp     = 0xEF
	comment     = 0xFE
)

// bareJPEG is nil where the picture has no end.
func bareJPEG(data []byte) []byte {
	out := append(make([]byte, 0, len(data)), data[:2]...)
	if o := picture.Orientation(data); o > 1 && o <= 8 {
		out = append(out, held(byte(o))...)
	}
	for at := 2; at+1 < len(data); {
		marker := data[at+1]
		switch {
		case data[at] != 0xFF:
			return nil
		case marker == 0xFF: // filling
			at++
			continue
		case marker == endOfImage:
			return append(out, data[at:at+2]...) // what stands behind is another file
		case at+4 > len(data):
			return nil
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) || end < at+4 {
			return nil
		}
		if shapes(marker, data[at+4:end]) {
			out = append(out, data[at:end]...)
		}
		at = end
		if marker == startOfScan {
			at += scan(data[at:])
			out = append(out, data[end:at]...)
		}
	}
	return nil
}

// shapes tells whether a segment of a JPEG decides how the picture looks.
func shapes(marker byte, segment []byte) bool {
	switch {
	case marker == coloursApp:
		return bytes.HasPrefix(segment, []byte("ICC_PROFILE\x00"))
	case marker == firstApp:
		return bytes.HasPrefix(segment, []byte("JFIF\x00")) // and not a smaller copy
	case marker == adobeApp:
		return true
	}
	return marker != comment && (marker < firstApp || marker > lastApp)
}

// scan is how long the coded picture is that a JPEG has at a place: up to the next marker
// that is none of its own.
func scan(data []byte) int {
	for n := 0; n+1 < len(data); n++ {
		if next := data[n+1]; data[n] == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7) {
			return n
		}
	}
	return len(data)
}

// held is a segment that tells how the camera was held, and nothing else (Exif 2.32, 4.6.2).
func held(orientation byte) []byte {
	body := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00")
	body[len(body)-7] = orientation
	return slices.Concat([]byte{0xFF, exifApp, 0, byte(len(body) + 2)}, body)
}

// drawsPNG are the chunks of a PNG that decide how it looks, moving ones with them (PNG 3rd
// edition, 11). A program may write any others.
var drawsPNG = []string{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT"}

// barePNG is nil where the picture has no end.
func barePNG(data []byte) []byte {
	const signature, around = 8, 12
	out := append(make([]byte, 0, len(data)), data[:signature]...)
	for at := signature; at+around <= len(data); {
		end := at + around + int(binary.BigEndian.Uint32(data[at:]))
		if end > len(data) {
			return nil
		}
		kind := string(data[at+4 : at+8])
		if slices.Contains(drawsPNG, kind) {
			out = append(out, data[at:end]...)
		}
		if kind == "IEND" {
			return out
		}
		at = end
	}
	return nil
}

// drawsWebP are the chunks of a WebP that decide how it looks (RFC 9649, 2.7).
var drawsWebP = []string{"VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP"}

// bareWebP is nil where a chunk has no end, or nothing is drawn.
func bareWebP(data []byte) []byte {
	const header, described = 12, 0x08 | 0x04
	out := append(make([]byte, 0, len(data)), data[:header]...)
	whole := min(len(data), 8+int(binary.LittleEndian.Uint32(data[4:])))
	for at := header; at+8 <= whole; {
		size := int(binary.LittleEndian.Uint32(data[at+4:]))
		end := at + 8 + size + size%2
		if end == whole+1 && size%2 == 1 { // some programs do not fill up the last
			data, whole = append(data[:whole:whole], 0), end
		}
		if end > whole {
			return nil
		}
		if kind := string(data[at : at+4]); slices.Contains(drawsWebP, kind) {
			begin := len(out)
			if out = append(out, data[at:end]...); kind == "VP8X" && size > 0 {
				out[begin+8] &^= described
			}
		}
		at = end
	}
	if len(out) == header {
		return nil
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

// What the blocks of a GIF begin with (GIF89a, 20–27), and what kinds of extensions there are.
const (
	extensionGIF = 0x21
	imageGIF     = 0x2C
	trailerGIF   = 0x3B
	controlGIF   = 0xF9 // how long the next image is shown, and what of it is seen through
	programGIF   = 0xFF // of a program
)

// drawsGIF are the programs whose extensions decide how a GIF looks: how often it goes
// round, and its colours. Others write who made it, and with what.
var drawsGIF = []string{"NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"}

// bareGIF is nil where the picture has no end, or a block is none of the format's.
func bareGIF(data []byte) []byte {
	const header = 13
	at, ok := colours(data, header, header-3)
	if !ok {
		return nil
	}
	out := append(make([]byte, 0, len(data)), data[:at]...)
	var control []byte // of what comes next
	for at < len(data) {
		begin := at
		switch data[at] {
		case trailerGIF:
			return append(out, trailerGIF) // what stands behind is another file
		case imageGIF:
			const described, coded = 10, 1 // how many bytes its colours are coded with
			if at, ok = colours(data, at+described, at+described-1); !ok {
				return nil
			}
			if at, ok = subBlocks(data, at+coded); !ok {
				return nil
			}
			out = append(append(out, control...), data[begin:at]...)
			control = nil
		case extensionGIF:
			if at, ok = subBlocks(data, at+2); !ok {
				return nil
			}
			switch block := data[begin:at]; {
			case block[1] == controlGIF:
				control = block
			case block[1] == programGIF && block[2] == 11 && slices.Contains(drawsGIF, string(block[3:14])):
				out = append(out, block...)
			case block[1] < 0x80: // a text to be drawn, which no browser draws
				control = nil
			}
		default:
			return nil
		}
	}
	return nil
}

// colours is where the table of colours ends that stands at a place of a GIF, if the byte
// at flags says that there is one.
func colours(data []byte, at, flags int) (end int, ok bool) {
	if at > len(data) {
		return 0, false
	}
	if data[flags]&0x80 != 0 {
		at += 3 << (data[flags]&7 + 1)
	}
	return at, at <= len(data)
}

// subBlocks is where the blocks end that stand at a place of a GIF, each behind its length;
// one without a length is the last.
func subBlocks(data []byte, at int) (end int, ok bool) {
	for at < len(data) {
		n := int(data[at])
		if at += 1 + n; n == 0 {
			return at, true
		}
	}
	return 0, false
}
