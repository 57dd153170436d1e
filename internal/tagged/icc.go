package tagged

import "encoding/binary"

// sRGB is a display profile of the matrix and curve kind (ISO 15076-1:2005,
// ICC version 4.2) with the transfer function of IEC 61966-2-1. Its primaries are those
// of that standard, moved from their white D65 to the profile connection space's D50
// the Bradford way (ISO 15076-1, annex E), worked out to five digits.
func sRGB() []byte {
	white := []float64{0.9642, 1, 0.8249} // D50
	xyz := func(v ...float64) []byte { return append([]byte("XYZ \x00\x00\x00\x00"), fixed16(v)...) }
	// Y = ((X + 0.055) / 1.055) ^ 2.4, and X / 12.92 below 0.04045: parametric
	// curve of type 3 (10.16).
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), fixed16([]float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045})...)
	return iccProfile([]iccTag{
		{"desc", localized("sRGB")},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", xyz(white...)},
		{"chad", append([]byte("sf32\x00\x00\x00\x00"), fixed16([]float64{
			1.04788, 0.02292, -0.05022,
			0.02959, 0.99048, -0.01707,
			-0.00925, 0.01508, 0.75168,
		})...)},
		{"rXYZ", xyz(0.43604, 0.22249, 0.01392)},
		{"gXYZ", xyz(0.38512, 0.71690, 0.09706)},
		{"bXYZ", xyz(0.14305, 0.06061, 0.71391)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}, white)
}

type iccTag struct {
	name string
	data []byte
}

// iccProfile writes the header (7.2) and the tags; equal data is written once.
func iccProfile(tags []iccTag, white []float64) []byte {
	head := make([]byte, 128, 1024)
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	for i, v := range []uint16{1999, 10, 18, 0, 0, 0} { // the standard's year; a clock would change the bytes
		binary.BigEndian.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], fixed16(white))

	out := binary.BigEndian.AppendUint32(head, uint32(len(tags)))
	table := len(out)
	out = append(out, make([]byte, 12*len(tags))...)
	at := map[string]int{}
	for i, t := range tags {
		offset, known := at[string(t.data)]
		if !known {
			offset = len(out)
			at[string(t.data)] = offset
			out = append(out, t.data...)
			for len(out)%4 != 0 {
				out = append(out, 0)
			}
		}
		copy(out[table+12*i:], t.name)
		binary.BigEndian.PutUint32(out[table+12*i+4:], uint32(offset))
		binary.BigEndian.PutUint32(out[table+12*i+8:], uint32(len(t.data)))
	}
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}

// localized is a multiLocalizedUnicode with one entry (10.13).
func localized(s string) []byte {
	out := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	out = binary.BigEndian.AppendUint32(out, uint32(2*len(s)))
	out = binary.BigEndian.AppendUint32(out, 28)
	for _, r := range s {
		out = binary.BigEndian.AppendUint16(out, uint16(r))
	}
	return out
}

// fixed16 writes s15Fixed16Number values (4.2).
func fixed16(v []float64) []byte {
	var out []byte
	for _, x := range v {
		x *= 65536
		if x < 0 {
			x -= 0.5
		} else {
			x += 0.5
		}
		out = binary.BigEndian.AppendUint32(out, uint32(int32(x)))
	}
	return out
}
