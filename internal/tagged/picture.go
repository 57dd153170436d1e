package tagged

import (
	"fmt"

	"samsyn/internal/pdfobj"
	"samsyn/internal/picture"
)

// Picture draws a picture in a rectangle of the page. One that is drawn many
// times is in the file once.
func (p *Page) Picture(m *picture.Picture, x, y, w, h float64) {
	n, known := p.doc.pictureOf[m]
	if !known {
		n = len(p.doc.pictures) + 1
		p.doc.pictures = append(p.doc.pictures, m)
		p.doc.pictureOf[m] = n
	}
	ops := []byte("q ")
	for i, v := range [...]float64{w, 0, 0, h, x, p.Height - y - h} {
		if i > 0 {
			ops = append(ops, ' ')
		}
		ops = appendNum(ops, v)
	}
	p.begin().RawWriteStr(string(ops) + fmt.Sprintf(" cm /I%d Do Q", n))
}

// writePictures writes every picture (ISO 32000-1, 8.9.5) and gives their names
// in the resources.
func (d *Doc) writePictures() pdfobj.Dict {
	names := pdfobj.Dict{}
	for i, m := range d.pictures {
		o := pdfobj.Dict{
			"Type": pdfobj.Name("XObject"), "Subtype": pdfobj.Name("Image"),
			"Width": pdfobj.Int(m.Width), "Height": pdfobj.Int(m.Height),
			"BitsPerComponent": pdfobj.Int(8), "ColorSpace": pdfobj.Name("DeviceRGB"), "Filter": pdfobj.Name("FlateDecode"),
		}
		if m.Gray {
			o["ColorSpace"] = pdfobj.Name("DeviceGray")
		}
		if m.JPEG {
			o["Filter"] = pdfobj.Name("DCTDecode")
		}
		names[pdfobj.Name(fmt.Sprintf("I%d", i+1))] = d.file.Add(&pdfobj.Stream{D: o, Data: m.Data})
	}
	return names
}
