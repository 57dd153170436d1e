package word

import (
	"bytes"
	"cmp"
	"image"
	_ "image/jpeg" // the kinds of pictures that are shown
	_ "image/png"
	"strconv"
	"strings"

	"samsyn/internal/view/block"
)

// emu is how many English Metric Units, which sizes are told in, a point has.
const emu = 12700

// widest and tallest are how much room a picture has, in points.
const (
	widest  = 450.0
	tallest = 560.0
	sharp   = 2 // pixels to a point of a drawing
)

// drawing is a chart as a picture with its text alternative, and its caption.
func (w *writer) drawing(d block.Drawing) {
	alt := strings.TrimSuffix(d.Figure.Title+". "+d.Figure.Desc, ". ")
	if d.Figure.Width <= 0 || d.Figure.Height <= 0 || w.opt.Draw == nil {
		w.para("Normal", run(alt, ""))
		return
	}
	data, err := w.opt.Draw(d.Figure, sharp)
	if err != nil {
		w.err = cmp.Or(w.err, err)
		return
	}
	w.styled("Normal", `<w:keepNext/>`, w.picture(data, alt, min(d.Figure.Width, widest)))
	if d.Caption.S != "" {
		w.para("Caption", run(d.Caption.S, look{}.properties(d.Caption.Lang)))
	}
}

// picture is a run with a PNG or JPEG, so many points wide (0: as its pixels ask for); ""
// where it is of another kind, or has more bytes or pixels than a document should.
func (w *writer) picture(data []byte, alt string, width float64) string {
	const mostBytes, mostPixels = 10 << 20, 40 << 20
	m, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || kind != "png" && kind != "jpeg" || len(data) > mostBytes || m.Width < 1 || m.Height < 1 || m.Width > mostPixels/m.Height {
		return ""
	}
	width = cmp.Or(width, min(float64(m.Width)*0.75, widest))
	height := width * float64(m.Height) / float64(m.Width)
	if height > tallest {
		width, height = width*tallest/height, tallest
	}
	w.pictures = append(w.pictures, data)
	n := len(w.pictures)
	id := w.relate("image", pictureName(n-1, data), "")
	number, cx, cy := strconv.Itoa(n), strconv.Itoa(int(width*emu)), strconv.Itoa(int(height*emu))
	name := `id="` + number + `" name="Bild ` + number + `" descr="` + escaped(alt) + `"`
	return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="` + cx + `" cy="` + cy + `"/><wp:docPr ` + name + `/>` +
		`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">` +
		`<pic:pic><pic:nvPicPr><pic:cNvPr ` + name + `/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="` + id + `"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="` + cx + `" cy="` + cy + `"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

// pictureName is the part that a picture is.
func pictureName(n int, data []byte) string {
	ending := ".png"
	if bytes.HasPrefix(data, []byte{0xFF, 0xD8}) {
		ending = ".jpeg"
	}
	return "media/image" + strconv.Itoa(n+1) + ending
}
