package tagged

import "encoding/binary"

// sRGB is a display profile of the matrix and curve kind (ISO 15076-1:2005,
// ICC version 4.2), made from the primaries, white point and transfer function
// of IEC 61966-2-1.
func sRGB() []byte {
	// xy chromaticities of red, green, blue and of the white D65.
	primaries := [3][2]float64{{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}}
	d65 := xyz(0.3127, 0.3290)
	d50 := vector{0.9642, 1, 0.8249} // the profile connection space's white, as ISO 15076-1 writes it

	// Scale the primaries so that they add up to the white, then move white
	// from D65 to D50 the Bradford way (ISO 15076-1, annex E).
	var p matrix
	for i, c := range primaries {
		v := xyz(c[0], c[1])
		for row := range 3 {
			p[row][i] = v[row]
		}
	}
	scale := p.inverse().times(d65)
	bradford := matrix{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}
	from, to := bradford.times(d65), bradford.times(d50)
	cones := matrix{{to[0] / from[0]}, {0, to[1] / from[1]}, {0, 0, to[2] / from[2]}}
	adapt := bradford.inverse().mul(cones).mul(bradford)

	tags := []iccTag{
		{"desc", localized("sRGB")},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", append([]byte("XYZ \x00\x00\x00\x00"), fixed16(d50[:])...)},
		{"chad", append([]byte("sf32\x00\x00\x00\x00"), fixed16(append(append(adapt[0][:], adapt[1][:]...), adapt[2][:]...))...)},
	}
	for i, name := range []string{"rXYZ", "gXYZ", "bXYZ"} {
		column := adapt.times(vector{p[0][i] * scale[i], p[1][i] * scale[i], p[2][i] * scale[i]})
		tags = append(tags, iccTag{name, append([]byte("XYZ \x00\x00\x00\x00"), fixed16(column[:])...)})
	}
	// Y = ((X + 0.055) / 1.055) ^ 2.4, and X / 12.92 below 0.04045: parametric
	// curve of type 3 (10.16).
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), fixed16([]float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045})...)
	for _, name := range []string{"rTRC", "gTRC", "bTRC"} {
		tags = append(tags, iccTag{name, curve})
	}
	return iccProfile(tags, d50)
}

type iccTag struct {
	name string
	data []byte
}

// iccProfile writes the header (7.2) and the tags; equal data is written once.
func iccProfile(tags []iccTag, white vector) []byte {
	head := make([]byte, 128, 1024)
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	for i, v := range []uint16{1999, 10, 18, 0, 0, 0} { // the standard's year; a clock would change the bytes
		binary.BigEndian.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], fixed16(white[:]))

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

type vector [3]float64

type matrix [3][3]float64

// xyz is the colour with chromaticity x, y and luminance 1.
func xyz(x, y float64) vector { return vector{x / y, 1, (1 - x - y) / y} }

func (m matrix) times(v vector) (out vector) {
	for r := range 3 {
		out[r] = m[r][0]*v[0] + m[r][1]*v[1] + m[r][2]*v[2]
	}
	return out
}

func (m matrix) mul(o matrix) (out matrix) {
	for c := range 3 {
		column := m.times(vector{o[0][c], o[1][c], o[2][c]})
		for r := range 3 {
			out[r][c] = column[r]
		}
	}
	return out
}

func (m matrix) inverse() (out matrix) {
	cofactor := func(r, c int) float64 {
		a, b, e, f := (r+1)%3, (r+2)%3, (c+1)%3, (c+2)%3
		return m[a][e]*m[b][f] - m[a][f]*m[b][e]
	}
	det := m[0][0]*cofactor(0, 0) + m[0][1]*cofactor(0, 1) + m[0][2]*cofactor(0, 2)
	for r := range 3 {
		for c := range 3 {
			out[c][r] = cofactor(r, c) / det
		}
	}
	return out
}
