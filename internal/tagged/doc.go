// Package tagged writes PDF documents that a screen reader can read and an
// archive can keep: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once.
//
// A document is drawn page by page, and everything drawn belongs to a structure
// element or is an artifact; nothing can be drawn outside. The same calls give
// the same bytes: there is no clock, no random number and no map order in them.
//
// github.com/go-pdf/fpdf draws: its are the pages, the graphics state, the
// paths, the content streams and their compression. Marked content goes in as
// raw operators. When all is drawn, its bytes are read back and get what fpdf
// knows nothing of: the structure tree, annotations, outline, names, metadata,
// the output intent. Its own catalogue and information are dropped.
//
// Text is drawn as raw operators too, in fonts that this package embeds. fpdf's
// UTF-8 fonts are addressed by character: they are set without kerning, and a
// ligature would not read as its letters; their cmap table is malformed, and
// their ToUnicode is one range that PDF/UA refuses (ISO 14289-1, 7.21.7).
package tagged

import (
	"compress/zlib"
	"time"

	"github.com/go-pdf/fpdf"

	"samsyn/internal/fonts"
	"samsyn/internal/pdfobj"
	"samsyn/internal/picture"
)

// Meta is what the file says about itself.
type Meta struct {
	Title, Author, Subject string
	// Language is a BCP 47 tag such as sv-SE.
	Language string
	// Producer names the tool and its version.
	Producer string
	// Created is written as the date of creation and change; none is written
	// where it is zero.
	Created time.Time
	// Commit, Today and Digest say what the file was made from: the commit, the
	// date that the content was judged against and the digest of the signed
	// content. Empty ones are left out.
	Commit, Today, Digest string
	// Since is the commit of the earlier version that an annex compares with.
	Since string
}

// Doc is a document in the making. The order of Pages is that of the document
// and may be changed until Bytes is called.
type Doc struct {
	Pages []*Page
	// Inks draws each of these colours as another.
	Inks map[Color]Color

	meta      Meta
	root      *Elem
	sheets    []*fpdf.Fpdf // what is drawn, until Bytes
	finished  bool         // Bytes has been called
	file      *pdfobj.File // what Bytes writes
	packer    *zlib.Writer // compresses its streams in turn: one for each would take a fifth of all memory that a build asks for
	resources pdfobj.Dict  // of all pages
	signing   *fontUse     // of what signed fields show; nil: they have no letters
	fonts     []*fontUse
	fontOf    map[*fonts.Face]*fontUse
	pictures  []*picture.Picture
	pictureOf map[*picture.Picture]int // their numbers, from 1
	dests     map[string]dest
	bookmarks []bookmark
	annots    []*annot
	err       error
}

type dest struct {
	page *Page
	y    float64
}

type bookmark struct {
	title string
	level int
	dest
}

// New starts a document.
func New(meta Meta) *Doc {
	return &Doc{
		meta:   meta,
		root:   &Elem{Type: "Document"},
		fontOf: map[*fonts.Face]*fontUse{},
		dests:  map[string]dest{},

		pictureOf: map[*picture.Picture]int{},
	}
}

// Root is the Document element, under which all others stand.
func (d *Doc) Root() *Elem { return d.root }

// HasDest reports whether a place has that name.
func (d *Doc) HasDest(id string) bool {
	_, ok := d.dests[id]
	return ok
}

// Elem is a structure element (ISO 32000-1, 14.7.2) of a standard type (14.8.4).
type Elem struct {
	Type string
	// Alt says in words what a figure shows; Lang is set where the language
	// is not the document's; ID is needed by notes.
	Alt, Lang, ID string

	attributes map[Name]pdfobj.Dict // by owner
	kids       []any                // *Elem, mark or *annot, in reading order
	ref        pdfobj.Ref
}

// mark is a piece of a page's content that belongs to an element.
type mark struct {
	page *Page
	id   int
}

// Name is a PDF name, as attributes have.
type Name = pdfobj.Name

// Add makes a new element the last child of e.
func (e *Elem) Add(kind string) *Elem {
	kid := &Elem{Type: kind}
	e.kids = append(e.kids, kid)
	return kid
}

// Set gives e an attribute (ISO 32000-1, 14.8.5), such as "Table", "Scope".
func (e *Elem) Set(owner, key Name, value any) *Elem {
	if e.attributes == nil {
		e.attributes = map[Name]pdfobj.Dict{}
	}
	if e.attributes[owner] == nil {
		e.attributes[owner] = pdfobj.Dict{"O": owner}
	}
	e.attributes[owner][key] = value
	return e
}

// TextValue is text as an attribute's value.
func TextValue(s string) any { return pdfobj.Text(s) }

// RectValue is a rectangle as an attribute's value, in the page's own space:
// from the lower left corner, y upwards.
func RectValue(left, bottom, right, top float64) any { return pdfobj.Rect(left, bottom, right, top) }
