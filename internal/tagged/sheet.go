package tagged

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
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
	f.SetCompression(false)      // it would make a compressor for each page; pack has one
	f.SetCatalogSort(true)
	// Without dates it asks the clock. These never reach the file: readSheets
	// takes the pages alone.
	f.SetCreationDate(time.Unix(0, 0).UTC())
	f.SetModificationDate(time.Unix(0, 0).UTC())
	return f
}

// NewPage makes a page that is not in Pages yet. Measures are in points.
func (d *Doc) NewPage(width, height float64) *Page {
	// Upright to fpdf means: as wide and as high as told. It would turn the
	// measures of a landscape page around.
	d.sheets.AddPageFormat("P", fpdf.SizeType{Wd: width, Ht: height})
	return &Page{Width: width, Height: height, doc: d, number: d.sheets.PageNo()}
}

// sheet turns fpdf to the page. Pages are drawn in any order: heads and feet
// come when all the rest stands.
func (p *Page) sheet() *fpdf.Fpdf {
	p.doc.sheets.SetPage(p.number)
	return p.doc.sheets
}

// at is a place of the page for fpdf, which turns y around with the height of
// the page that was added last, whichever it draws on.
func (p *Page) at(x, y float64) (float64, float64) {
	_, last := p.doc.sheets.GetPageSize()
	return finite(x), finite(y) + last - p.Height
}

// finite keeps out what is no number, which fpdf would write as it is called.
func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

// setFill sets the colour of text and surfaces. fpdf remembers one set of colours
// for all pages; a page knows its own.
func (p *Page) setFill(c Color) {
	if !p.inked || p.fill != c {
		p.sheet().SetFillColor(int(c.R), int(c.G), int(c.B))
		p.fill, p.inked = c, true
	}
}

// setStroke sets the colour of lines.
func (p *Page) setStroke(c Color) {
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

// readSheets ends the drawing and reads what fpdf wrote, to be added to. It
// returns the page tree, which has the Pages in their order and no other page,
// and where each page is.
func (d *Doc) readSheets() (pdfobj.Ref, map[*Page]pdfobj.Ref, error) {
	for _, p := range d.Pages {
		p.close()
	}
	drawn := d.sheets.PageCount()
	d.sheets.SetPage(drawn) // it writes the pages up to the one that it is turned to
	var b bytes.Buffer
	if err := d.sheets.Output(&b); err != nil {
		return 0, nil, fmt.Errorf("drawing the pages: %w", err)
	}
	d.sheets = nil
	var err error
	if d.file, err = pdfobj.Parse(b.Bytes()); err != nil {
		return 0, nil, fmt.Errorf("reading the drawn pages: %w", err)
	}
	packer := zlib.NewWriter(io.Discard)
	sheets := d.file.Pages()
	tree, ok := d.file.Root()["Pages"].(pdfobj.Ref)
	if !ok || len(sheets) != drawn {
		return 0, nil, fmt.Errorf("%d pages were drawn, %d can be read", drawn, len(sheets))
	}
	pages := d.file.Dict(tree)
	pageRef := make(map[*Page]pdfobj.Ref, len(d.Pages))
	kids := make(pdfobj.Array, len(d.Pages))
	for i, p := range d.Pages {
		ref := sheets[p.number-1]
		page := d.file.Dict(ref)
		if page["MediaBox"] == nil {
			// fpdf leaves its standard size to the tree; simple readers look here.
			page["MediaBox"] = pages["MediaBox"]
		}
		page["StructParents"], page["Tabs"] = pdfobj.Int(i), pdfobj.Name("S")
		pageRef[p], kids[i] = ref, ref
		if err := pack(d.file.Stream(page["Contents"]), packer); err != nil {
			return 0, nil, err
		}
		p.texts = nil // Structure is for documents that are not finished
	}
	d.file.Detach()
	pages["Kids"], pages["Count"] = kids, pdfobj.Int(len(kids))
	return tree, pageRef, nil
}

// pack compresses a page's content.
func pack(s *pdfobj.Stream, w *zlib.Writer) error {
	if s == nil || s.D["Filter"] != nil {
		return errors.New("a drawn page's content is not as it was drawn")
	}
	var b bytes.Buffer
	w.Reset(&b)
	_, err := w.Write(s.Data)
	if err := errors.Join(err, w.Close()); err != nil {
		return err
	}
	s.Data, s.D["Filter"] = bytes.Clone(b.Bytes()), pdfobj.Name("FlateDecode")
	return nil
}
