package picture

import (
	"bytes"
	"encoding/binary"
)

// Orientation reads how a camera was held, from 1 (upright) to 8, out of a JPEG
// file's Exif segment. What it does not find or cannot read is upright.
func Orientation(file []byte) int {
	const upright = 1
	at := 2 // after the start of the image
	for at+4 <= len(file) && file[at] == 0xFF {
		marker, size := file[at+1], int(binary.BigEndian.Uint16(file[at+2:]))
		if marker == 0xFF { // filling
			at++
			continue
		}
		if marker == 0xDA || size < 2 || at+2+size > len(file) {
			return upright
		}
		segment := file[at+4 : at+2+size]
		if tiff, is := bytes.CutPrefix(segment, []byte("Exif\x00\x00")); is && marker == 0xE1 {
			return tiffOrientation(tiff)
		}
		at += 2 + size
	}
	return upright
}

// tiffOrientation reads the tag from a TIFF structure (TIFF 6.0, section 2).
func tiffOrientation(b []byte) int {
	const upright, tag, short = 1, 0x0112, 3
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return upright
	}
	if len(b) < 8 {
		return upright
	}
	at := uint64(order.Uint32(b[4:]))
	if at+2 > uint64(len(b)) {
		return upright
	}
	entries := b[at+2:]
	for range order.Uint16(b[at:]) {
		if len(entries) < 12 {
			return upright
		}
		e := entries[:12]
		if order.Uint16(e) == tag && order.Uint16(e[2:]) == short {
			return int(order.Uint16(e[8:]))
		}
		entries = entries[12:]
	}
	return upright
}
