package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/go-pdf/fpdf"

	"samsyn/internal/pdfobj"
)

// newSheets starts the fpdf document that the pages are drawn in.
func newSheets() *fpdf.Fpdf {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0) // a break within marked content would leave two pages unbalanced
	f.SetCompression(false)      // it would make a compressor for each page
	f.SetCatalogSort(true)
	// Without dates it asks the clock. These never reach the file: readSheets
	// takes the pages alone.
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	return f
}

// sheetful is how many pages are drawn in one fpdf document. It holds what is drawn
// two or three times over while it writes it, so a long document is many of them,
// read one after the other.
const sheetful = 128

// NewPage makes a page that is not in Pages yet. Measures are in points.
func (d *Doc) NewPage(width, height float64) *Page {
	if n := len(d.sheets); n == 0 || d.sheets[n-1].PageCount() == sheetful {
		d.sheets = append(d.sheets, newSheets())
	}
	sheets := d.sheets[len(d.sheets)-1]
	// Upright to fpdf means: as wide and as high as told. It would turn the
	// measures of a landscape page around.
	sheets.AddPageFormat("P", fpdf.SizeType{Wd: width, Ht: height})
	return &Page{Width: width, Height: height, doc: d, sheets: len(d.sheets) - 1, number: sheets.PageCount()}
}

// sheet turns fpdf to the page. Pages are drawn in any order: heads and feet
// come when all the rest stands.
func (p *Page) sheet() *fpdf.Fpdf {
	f := p.doc.sheets[p.sheets]
	f.SetPage(p.number)
	return f
}

// at is a place of the page for fpdf, which turns y around with the height of
// the page that was added last, whichever it draws on.
func (p *Page) at(x, y float64) (float64, float64) {
	_, last := p.doc.sheets[p.sheets].GetPageSize()
	return finite(x), finite(y) + last - p.Height
}

// finite keeps out what is no number, which fpdf would write as it is called.
func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

// ink is what a colour is drawn as.
func (d *Doc) ink(c Color) Color {
	if other, has := d.Inks[c]; has {
		return other
	}
	return c
}

// setFill sets the colour of text and surfaces. fpdf remembers one set of colours
// for all pages; a page knows its own.
func (p *Page) setFill(c Color) {
	c = p.doc.ink(c)
	if !p.inked || p.fill != c {
		p.sheet().SetFillColor(int(c.R), int(c.G), int(c.B))
		p.fill, p.inked = c, true
	}
}

// setStroke sets the colour of lines.
func (p *Page) setStroke(c Color) {
	c = p.doc.ink(c)
	if !p.lined || p.stroke != c {
		p.sheet().SetDrawColor(int(c.R), int(c.G), int(c.B))
		p.stroke, p.lined = c, true
	}
}

// setLine sets what a stroke looks like beside its colour.
func (p *Page) setLine(width float64, dash []float64) {
	f := p.sheet()
	f.SetLineWidth(max(finite(width), 0))
	dash = slices.Clone(dash)
	for i, v := range dash {
		// fpdf writes two decimals, and a pattern of noughts is an error (ISO
		// 32000-1, 8.4.3.6).
		dash[i] = max(finite(v), 0.01)
	}
	f.SetDashPattern(dash, 0)
}

// readSheets ends the drawing and takes the pages' contents out of what fpdf
// wrote. It returns the page tree.
func (d *Doc) readSheets() (pdfobj.Ref, error) {
	drawn := make([][]*Page, len(d.sheets))
	for _, p := range d.Pages {
		p.close()
		p.words, p.starts = nil, nil // Structure is for documents that are not finished
		drawn[p.sheets] = append(drawn[p.sheets], p)
	}
	contents := make(map[*Page]*pdfobj.Stream, len(d.Pages))
	for i, sheets := range d.sheets {
		d.sheets[i] = nil // what is read is not held
		if err := d.readContents(sheets, drawn[i], contents); err != nil {
			return 0, err
		}
	}
	d.sheets, d.finished, d.file = nil, true, pdfobj.New()
	tree := d.file.Reserve()
	kids := make(pdfobj.Array, len(d.Pages))
	d.resources = pdfobj.Dict{}
	resources := d.file.Add(d.resources)
	for i, p := range d.Pages {
		p.ref = d.file.Add(pdfobj.Dict{
			"Type": pdfobj.Name("Page"), "Parent": tree, "MediaBox": pdfobj.Rect(0, 0, p.Width, p.Height),
			"Resources": resources, "Contents": d.file.Add(contents[p]),
			"StructParents": pdfobj.Int(i), "Tabs": pdfobj.Name("S"),
		})
		kids[i] = p.ref
	}
	d.file.Set(tree, pdfobj.Dict{"Type": pdfobj.Name("Pages"), "Kids": kids, "Count": pdfobj.Int(len(kids))})
	return tree, nil
}

// readContents has fpdf write a document and takes the contents of its pages,
// compressed.
func (d *Doc) readContents(sheets *fpdf.Fpdf, pages []*Page, contents map[*Page]*pdfobj.Stream) error {
	drawn := sheets.PageCount()
	sheets.SetPage(drawn) // it writes the pages up to the one that it is turned to
	var b bytes.Buffer
	if err := sheets.Output(&b); err != nil {
		return fmt.Errorf("drawing the pages: %w", err)
	}
	file, err := pdfobj.Parse(b.Bytes())
	if err != nil {
		return fmt.Errorf("reading the drawn pages: %w", err)
	}
	refs := file.Pages()
	if len(refs) != drawn {
		return fmt.Errorf("%d pages were drawn, %d can be read", drawn, len(refs))
	}
	for _, p := range pages {
		content := file.Stream(file.Dict(refs[p.number-1])["Contents"])
		if content == nil || content.D["Filter"] != nil {
			return errors.New("a drawn page's content is not as it was drawn")
		}
		d.deflate(content)
		contents[p] = content
	}
	return nil
}
