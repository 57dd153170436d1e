package tagged

import (
	"bytes"
	"fmt"
	"unicode/utf16"

	"samsyn/internal/fonts"
	"samsyn/internal/pdfobj"
)

// fontUse is one face in the document.
type fontUse struct {
	name   string // as content streams call it, with the solidus
	subset *fonts.Subset
	ref    pdfobj.Ref // once it is written
}

func (d *Doc) use(f *fonts.Face) *fontUse {
	u, ok := d.fontOf[f]
	if !ok {
		u = &fontUse{name: fmt.Sprintf("/F%d", len(d.fonts)+1), subset: fonts.NewSubset(f)}
		d.fonts = append(d.fonts, u)
		d.fontOf[f] = u
	}
	return u
}

// writeResources writes every face and picture and names them for all pages.
func (d *Doc) writeResources() error {
	names := pdfobj.Dict{}
	for i, u := range d.fonts {
		font, err := d.font(u.subset, i)
		if err != nil {
			return err
		}
		names[pdfobj.Name(u.name[1:])], u.ref = font, font
	}
	d.resources["Font"], d.resources["XObject"] = names, d.writePictures()
	return nil
}

// font writes a composite font (ISO 32000-1, 9.7) whose codes are the numbers
// of the subset's glyphs.
func (d *Doc) font(s *fonts.Subset, n int) (pdfobj.Ref, error) {
	program, err := s.Program()
	if err != nil {
		return 0, err
	}
	m, err := s.Face.Metrics()
	if err != nil {
		return 0, err
	}
	// A subset's name has a tag of six letters of its own (9.6.4).
	name := pdfobj.Name(fmt.Sprintf("SAMS%c%c+%s", 'A'+n/26%26, 'A'+n%26, s.Face.Name))
	flags := 1 << 2 // symbolic: the glyphs are addressed by number
	if m.FixedPitch {
		flags |= 1
	}
	if s.Face.Italic {
		flags |= 1 << 6
	}
	var widths pdfobj.Array
	for g := range s.Len() {
		widths = append(widths, pdfobj.Flt(s.Width(g)))
	}
	file := d.deflated(program)
	file.D["Length1"] = pdfobj.Int(len(program))
	descriptor := d.file.Add(pdfobj.Dict{
		"Type": pdfobj.Name("FontDescriptor"), "FontName": name, "Flags": pdfobj.Int(flags),
		"FontBBox":    pdfobj.Rect(m.BBox[0], m.BBox[1], m.BBox[2], m.BBox[3]),
		"ItalicAngle": pdfobj.Flt(m.ItalicAngle), "Ascent": pdfobj.Flt(m.Ascent), "Descent": pdfobj.Flt(m.Descent),
		"CapHeight": pdfobj.Flt(m.CapHeight), "StemV": pdfobj.Int(80), "FontFile2": d.file.Add(file),
	})
	cid := d.file.Add(pdfobj.Dict{
		"Type": pdfobj.Name("Font"), "Subtype": pdfobj.Name("CIDFontType2"), "BaseFont": name,
		"CIDSystemInfo": pdfobj.Dict{"Registry": pdfobj.Text("Adobe"), "Ordering": pdfobj.Text("Identity"), "Supplement": pdfobj.Int(0)},
		"CIDToGIDMap":   pdfobj.Name("Identity"), "FontDescriptor": descriptor,
		"DW": pdfobj.Flt(s.Width(0)), "W": pdfobj.Array{pdfobj.Int(0), widths},
	})
	return d.file.Add(pdfobj.Dict{
		"Type": pdfobj.Name("Font"), "Subtype": pdfobj.Name("Type0"), "BaseFont": name,
		"Encoding": pdfobj.Name("Identity-H"), "DescendantFonts": pdfobj.Array{cid},
		"ToUnicode": d.file.Add(d.deflated(toUnicode(s))),
	}), nil
}

// toUnicode maps each code to the text that it stands for (ISO 32000-1, 9.10.3).
func toUnicode(s *fonts.Subset) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	const most = 100 // entries in one block
	for from := 1; from < s.Len(); from += most {
		to := min(from+most, s.Len())
		fmt.Fprintf(&b, "%d beginbfchar\n", to-from)
		for g := from; g < to; g++ {
			fmt.Fprintf(&b, "<%04X> <", g)
			for _, u := range utf16.Encode([]rune(s.Text(g))) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
