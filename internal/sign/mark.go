package sign

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"unicode/utf16"

	"samsyn/internal/drawn"
	"samsyn/internal/pdfobj"
)

// Mark is what a signed field shows. It is for the eye alone: no evidence.
type Mark struct {
	// Drawing is operators of a content stream, in the field's own frame, from its
	// lower left corner.
	Drawing []byte
	// Lines are set beside the drawing, in the font that was prepared for the field,
	// cut where they are too long. One with a letter that the font lacks is left out,
	// and so are all where no font was prepared.
	Lines []string
}

// Where the lines stand in a field, in points.
const (
	markLeft, markRight = 48.0, 6.0
	markSize, markLead  = 8.0, 11.0
)

// content is the mark as a content stream for an appearance.
func (m Mark) content(f *pdfobj.File, appearance pdfobj.Dict) []byte {
	out := bytes.Clone(m.Drawing)
	name, font := preparedFont(f, appearance)
	box := drawn.Rect(f.Objects, appearance["BBox"])
	if font == nil {
		return out
	}
	var lines [][]byte
	for _, s := range m.Lines {
		if codes := font.fit(s, box[2]-box[0]-markLeft-markRight); codes != nil {
			lines = append(lines, codes)
		}
	}
	// Half the height of a capital letter below the middle of its line.
	y := (box[3]-box[1])/2 + markLead*float64(len(lines)-1)/2 - markSize*0.36
	for _, codes := range lines {
		out = fmt.Appendf(out, "BT 0.1 0.12 0.15 rg /%s %g Tf %g %.2f Td <%X> Tj ET\n", name, markSize, markLeft, y, codes)
		y -= markLead
	}
	return out
}

// markFont is a composite font as this product writes them: codes of two bytes,
// a text and a width for each.
type markFont struct {
	codes  map[string]int
	widths []float64 // in thousandths of the size
}

// mostText is the largest table of texts, in bytes, that is looked into.
const mostText = 1 << 20

var textEntry = regexp.MustCompile(`(?m)^<([0-9A-Fa-f]{4})> <((?:[0-9A-Fa-f]{4})+)>`)

// preparedFont finds the font among an appearance's resources.
func preparedFont(f *pdfobj.File, appearance pdfobj.Dict) (pdfobj.Name, *markFont) {
	fonts := f.Dict(f.Dict(appearance["Resources"])["Font"])
	for name, ref := range fonts {
		font := f.Dict(ref)
		table := f.Stream(font["ToUnicode"])
		descendants := f.Array(font["DescendantFonts"])
		if len(fonts) != 1 || table == nil || len(descendants) != 1 || font["Encoding"] != pdfobj.Name("Identity-H") {
			return "", nil
		}
		text, err := table.Decoded(mostText)
		if err != nil {
			return "", nil
		}
		out := &markFont{codes: map[string]int{}}
		for _, m := range textEntry.FindAllSubmatch(text, -1) {
			code, _ := strconv.ParseUint(string(m[1]), 16, 16) // four digits
			var units []uint16
			for i := 0; i < len(m[2]); i += 4 {
				u, _ := strconv.ParseUint(string(m[2][i:i+4]), 16, 16)
				units = append(units, uint16(u))
			}
			s := string(utf16.Decode(units))
			if _, known := out.codes[s]; !known {
				out.codes[s] = int(code)
			}
		}
		if w := f.Array(f.Dict(descendants[0])["W"]); len(w) == 2 {
			for _, v := range f.Array(w[1]) {
				n, _ := v.(pdfobj.Num)
				width, _ := n.Float()
				out.widths = append(out.widths, width)
			}
		}
		return name, out
	}
	return "", nil
}

// fit gives the codes of as much of a text as there is room for; nil where there
// is nothing to show, or a letter of it cannot be shown.
func (m *markFont) fit(s string, room float64) []byte {
	var out []byte
	ends, width := 0, 0.0
	dots, has := m.codes["…"]
	left := room*1000/markSize - m.width(dots)
	for _, r := range s {
		code, known := m.codes[string(r)]
		if !known {
			return nil
		}
		width += m.width(code)
		out = append(out, byte(code>>8), byte(code))
		if width <= left {
			ends = len(out)
		}
	}
	if width*markSize/1000 <= room {
		return out
	}
	if out = out[:ends]; has && len(out) > 0 {
		return append(out, byte(dots>>8), byte(dots))
	}
	return nil
}

func (m *markFont) width(code int) float64 {
	if code < len(m.widths) {
		return m.widths[code]
	}
	return 1000
}
