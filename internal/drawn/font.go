package drawn

import "samsyn/internal/pdfobj"

// font is how wide a font's letters are, in thousandths of its size.
type font struct {
	composite bool // codes of two bytes (9.7)
	widths    map[int]float64
	other     float64
}

// wide is the width of a letter of which nothing is said: rather too much than too
// little.
const wide = 600

// mostWidths bounds how many letters a font may tell the width of.
const mostWidths = 1 << 16

// width adds up a text, and counts its letters and spaces.
func (f *font) width(s pdfobj.Str) (units float64, letters, spaces int) {
	if f == nil {
		return wide * float64(len(s)), len(s), 0
	}
	step := 1
	if f.composite {
		step = 2
	}
	for i := 0; i+step <= len(s); i += step {
		code := int(s[i])
		if f.composite {
			code = code<<8 | int(s[i+1])
		} else if code == ' ' {
			spaces++
		}
		w, ok := f.widths[code]
		if !ok {
			w = f.other
		}
		units += w
		letters++
	}
	return units, letters, spaces
}

// fontOf reads the font of a name, once. Of one that is no object of its own, which
// nothing would keep from being read each time, no widths are known.
func (d *drawing) fontOf(resources pdfobj.Dict, name pdfobj.Name) *font {
	all := d.f.Dict(resources["Font"])
	ref, isRef := all[name].(pdfobj.Ref)
	if !isRef {
		return nil
	}
	if known, is := d.fonts[ref]; is {
		return known
	}
	var out *font
	if dict, ok := d.f.Resolve(ref).(pdfobj.Dict); ok {
		out = d.readFont(dict)
	}
	d.fonts[ref] = out
	return out
}

func (d *drawing) readFont(dict pdfobj.Dict) *font {
	out := &font{widths: map[int]float64{}, other: wide}
	if d.f.Resolve(dict["Subtype"]) != pdfobj.Name("Type0") {
		first, _ := d.f.Resolve(dict["FirstChar"]).(pdfobj.Num)
		code, _ := first.Int()
		list := d.f.Array(dict["Widths"])
		d.put(out, code, list)
		return out
	}
	out.composite, out.other = true, 1000
	below := d.f.Array(dict["DescendantFonts"])
	if len(below) != 1 {
		return out
	}
	inner := d.f.Dict(below[0])
	if w, ok := d.f.Resolve(inner["DW"]).(pdfobj.Num); ok {
		out.other = number(w)
	}
	list := d.f.Array(inner["W"])
	for len(list) >= 2 { // a code with the widths from there on, or two codes with one width (9.7.4.3)
		from, _ := d.f.Resolve(list[0]).(pdfobj.Num)
		code, _ := from.Int()
		if widths, ok := d.f.Resolve(list[1]).(pdfobj.Array); ok {
			d.put(out, code, widths)
			list = list[2:]
			continue
		}
		if len(list) < 3 {
			break
		}
		to, _ := d.f.Resolve(list[1]).(pdfobj.Num)
		last, _ := to.Int()
		for c := code; c <= last && len(out.widths) < mostWidths; c++ {
			out.widths[c] = number(d.f.Resolve(list[2]))
		}
		list = list[3:]
	}
	return out
}

func (d *drawing) put(f *font, code int, widths pdfobj.Array) {
	for i, w := range widths {
		if len(f.widths) == mostWidths {
			return
		}
		f.widths[code+i] = number(d.f.Resolve(w))
	}
}
