package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Metrics describe a face as a PDF font descriptor wants it (ISO 32000-1,
// 9.8.1), in thousandths of the type size.
type Metrics struct {
	Ascent, Descent, CapHeight float64
	ItalicAngle                float64
	BBox                       [4]float64
	FixedPitch                 bool
}

// Subset collects the glyphs that a document uses of one face. Glyphs are
// numbered anew in the order in which they are asked for; 0 stays ".notdef".
type Subset struct {
	Face *Face
	ids  []GlyphID
	text []string
	seen map[subsetKey]int
}

// subsetKey keeps apart what looks alike but reads differently, such as a
// hyphen and a soft hyphen.
type subsetKey struct {
	id   GlyphID
	text string
}

// NewSubset starts an empty subset.
func NewSubset(f *Face) *Subset {
	return &Subset{Face: f, ids: []GlyphID{0}, text: []string{""}, seen: map[subsetKey]int{}}
}

// Add gives the number of g in the subset.
func (s *Subset) Add(g Glyph) int {
	k := subsetKey{g.ID, g.Text}
	n, ok := s.seen[k]
	if !ok {
		n = len(s.ids)
		s.seen[k] = n
		s.ids = append(s.ids, g.ID)
		s.text = append(s.text, g.Text)
	}
	return n
}

// Len is how many glyphs the subset has, ".notdef" included.
func (s *Subset) Len() int { return len(s.ids) }

// Text is what glyph n of the subset reads as.
func (s *Subset) Text(n int) string { return s.text[n] }

// Width is the advance of glyph n of the subset in thousandths.
func (s *Subset) Width(n int) float64 { return s.Face.width(s.ids[n]) }

// Program is a TrueType font program with the glyphs of the subset and those
// that they are composed of. It has only the tables that an embedded program
// needs (ISO 32000-1, 9.9); glyphs are addressed by number, so no cmap.
func (s *Subset) Program() ([]byte, error) {
	t, err := tables(s.Face.data)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", s.Face.Name, err)
	}
	src := source{tables: t, long: binary.BigEndian.Uint16(t["head"][50:]) == 1}
	ids := slices.Clone(s.ids)
	number := map[GlyphID]int{}
	for n, id := range ids {
		if _, ok := number[id]; !ok {
			number[id] = n
		}
	}
	var glyf, loca, hmtx []byte
	for n := 0; n < len(ids); n++ { // ids grows by the parts of composed glyphs
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline := slices.Clone(src.glyph(ids[n]))
		err := eachPart(outline, func(at []byte) {
			part := GlyphID(binary.BigEndian.Uint16(at))
			if _, ok := number[part]; !ok {
				number[part] = len(ids)
				ids = append(ids, part)
			}
			binary.BigEndian.PutUint16(at, uint16(number[part]))
		})
		if err != nil {
			return nil, fmt.Errorf("font %s, glyph %d: %w", s.Face.Name, ids[n], err)
		}
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = append(hmtx, src.metric(ids[n])...)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))

	head, hhea, maxp := slices.Clone(t["head"]), slices.Clone(t["hhea"]), slices.Clone(t["maxp"])
	binary.BigEndian.PutUint32(head[8:], 0)
	binary.BigEndian.PutUint16(head[50:], 1) // long loca
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(ids)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(ids)))
	return assemble(map[string][]byte{
		"cvt ": t["cvt "], "fpgm": t["fpgm"], "prep": t["prep"],
		"glyf": glyf, "loca": loca, "hmtx": hmtx, "head": head, "hhea": hhea, "maxp": maxp,
	}), nil
}

var errBroken = errors.New("broken font file")

// tables splits a font file (OpenType 1.9, "Organization of an OpenType font").
func tables(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errBroken
	}
	out := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := 12 + 16*i
		if at+16 > len(data) {
			return nil, errBroken
		}
		off, n := uint64(binary.BigEndian.Uint32(data[at+8:])), uint64(binary.BigEndian.Uint32(data[at+12:]))
		if off+n > uint64(len(data)) {
			return nil, errBroken
		}
		out[string(data[at:at+4])] = data[off : off+n]
	}
	for tag, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0} {
		if t, ok := out[tag]; !ok || len(t) < least {
			return nil, errBroken
		}
	}
	return out, nil
}

// source reads glyphs of a whole font.
type source struct {
	tables map[string][]byte
	long   bool
}

func (s source) glyph(id GlyphID) []byte {
	loca, glyf := s.tables["loca"], s.tables["glyf"]
	var from, to int
	if i := int(id); s.long && 4*i+8 <= len(loca) {
		from, to = int(binary.BigEndian.Uint32(loca[4*i:])), int(binary.BigEndian.Uint32(loca[4*i+4:]))
	} else if !s.long && 2*i+4 <= len(loca) {
		from, to = 2*int(binary.BigEndian.Uint16(loca[2*i:])), 2*int(binary.BigEndian.Uint16(loca[2*i+2:]))
	}
	if from > to || to > len(glyf) {
		return nil
	}
	return glyf[from:to]
}

// metric is the advance and left side bearing of a glyph. The last advances of
// a fixed-pitch font are told only once.
func (s source) metric(id GlyphID) []byte {
	hmtx, full := s.tables["hmtx"], int(binary.BigEndian.Uint16(s.tables["hhea"][34:]))
	i := int(id)
	if i < full && 4*i+4 <= len(hmtx) {
		return hmtx[4*i : 4*i+4]
	}
	side := 4*full + 2*(i-full)
	if full == 0 || side+2 > len(hmtx) {
		return []byte{0, 0, 0, 0}
	}
	return slices.Concat(hmtx[4*full-4:4*full-2], hmtx[side:side+2])
}

// eachPart calls fn with the place of each component's number in a composed
// glyph (OpenType 1.9, glyf, "Composite glyph description").
func eachPart(outline []byte, fn func(at []byte)) error {
	const (
		wordArguments = 1 << 0
		oneScale      = 1 << 3
		more          = 1 << 5
		twoScales     = 1 << 6
		matrix        = 1 << 7
	)
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return nil
	}
	for at := 10; ; {
		if at+4 > len(outline) {
			return errBroken
		}
		flags := binary.BigEndian.Uint16(outline[at:])
		fn(outline[at+2 : at+4])
		at += 6
		if flags&wordArguments != 0 {
			at += 2
		}
		switch {
		case flags&oneScale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			return nil
		}
	}
}

// assemble writes a font file: directory, tables that are not empty, checksums.
func assemble(t map[string][]byte) []byte {
	tags := slices.DeleteFunc(slices.Sorted(maps.Keys(t)), func(tag string) bool { return len(t[tag]) == 0 })
	n, power := len(tags), 0
	for 2<<power <= n {
		power++
	}
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, 16 << power, power, 16*n - 16<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	out = append(out, make([]byte, 16*n)...)
	headAt := 0
	for i, tag := range tags {
		entry, at := 12+16*i, len(out)
		if tag == "head" {
			headAt = at
		}
		out = append(out, t[tag]...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
		copy(out[entry:], tag)
		binary.BigEndian.PutUint32(out[entry+4:], checksum(out[at:]))
		binary.BigEndian.PutUint32(out[entry+8:], uint32(at))
		binary.BigEndian.PutUint32(out[entry+12:], uint32(len(t[tag])))
	}
	binary.BigEndian.PutUint32(out[headAt+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds up words; b's length is a multiple of 4.
func checksum(b []byte) uint32 {
	var sum uint32
	for i := 0; i+4 <= len(b); i += 4 {
		sum += binary.BigEndian.Uint32(b[i:])
	}
	return sum
}

// Metrics reads the face's measures.
func (f *Face) Metrics() (Metrics, error) {
	t, err := tables(f.data)
	if err != nil {
		return Metrics{}, fmt.Errorf("font %s: %w", f.Name, err)
	}
	em := float64(binary.BigEndian.Uint16(t["head"][18:]))
	if em == 0 {
		return Metrics{}, fmt.Errorf("font %s: %w", f.Name, errBroken)
	}
	short := func(tag string, at int) float64 {
		return float64(int16(binary.BigEndian.Uint16(t[tag][at:]))) * 1000 / em
	}
	m := Metrics{Ascent: short("hhea", 4), Descent: short("hhea", 6)}
	for i := range m.BBox {
		m.BBox[i] = short("head", 36+2*i)
	}
	m.CapHeight = m.Ascent * 0.75
	if len(t["OS/2"]) >= 90 {
		m.CapHeight = short("OS/2", 88)
	}
	if post := t["post"]; len(post) >= 16 {
		m.ItalicAngle = float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536
		m.FixedPitch = binary.BigEndian.Uint32(post[12:]) != 0
	}
	return m, nil
}
