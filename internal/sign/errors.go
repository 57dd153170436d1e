// Package sign puts electronic signatures into PDF files of our own making and
// checks them. It knows PDF objects and certificates, and no agreement.
//
// A signature is a CAdES-B container (ETSI EN 319 122-1) in a field that stands
// prepared in the file, added by an incremental update (ETSI EN 319 142-1,
// ISO 32000-1, 12.8): the bytes that were there stay as they are.
package sign

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"

	"samsyn/internal/pdfobj"
)

// What Sign, Verify and the loading of keys can refuse. They are wrapped with
// the particulars; compare with errors.Is.
var (
	ErrNotPDF  = errors.New("the file is no PDF")
	ErrForeign = errors.New("the PDF is not of our making (encrypted, or written in a way that is not judged here)")
	ErrDamaged = errors.New("the PDF is damaged")

	ErrNoField = errors.New("no such signature field")
	ErrSigned  = errors.New("the field is signed already")
	ErrChanged = errors.New("the PDF was changed after it was signed")
	ErrRoom    = errors.New("the signature does not fit in the room kept for it")
)

// Bounds of the work: how many updates are judged (each signature is one), and
// how many earlier ends of a file are tried where it does not tell of them.
const (
	maxRevisions = 200
	maxTries     = 64
)

// open reads a PDF. Where a signed file of ours stands at its beginning and
// what follows hides it or cannot be read, it gives that file: whoever adds to
// it must not make it look like a PDF without signatures or of another kind.
func open(pdf []byte) (*pdfobj.File, error) {
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		return nil, ErrNotPDF
	}
	f, err := pdfobj.Parse(pdf)
	known := map[int]bool{}
	if err == nil {
		for _, r := range f.Revisions() {
			known[int(r.Xref)] = true
		}
	}
	if hidden := signedPrefix(pdf, known); hidden != nil {
		return hidden, nil
	}
	switch {
	case errors.Is(err, pdfobj.ErrUnsupported):
		return nil, fmt.Errorf("%w: %w", ErrForeign, err)
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	case len(f.Revisions()) > maxRevisions:
		return nil, fmt.Errorf("%w: more than %d updates", ErrForeign, maxRevisions)
	}
	return f, nil
}

var fileEnd = regexp.MustCompile(`startxref[\r\n]+([0-9]{1,10})[\r\n]+%%EOF(\r\n|\n|\r)?`)

// signedPrefix finds the longest beginning of pdf that is a signed file of its
// own, among those whose cross-reference section is not known. Each section is
// tried once, with the first end that names it.
func signedPrefix(pdf []byte, known map[int]bool) (found *pdfobj.File) {
	tries := 0
	for _, m := range fileEnd.FindAllSubmatchIndex(pdf, -1) {
		end := m[1]
		xref, err := strconv.Atoi(string(pdf[m[2]:m[3]]))
		if err != nil || known[xref] || xref >= end || !bytes.HasPrefix(pdf[xref:], []byte("xref")) {
			continue
		}
		known[xref] = true
		if tries++; tries > maxTries {
			break
		}
		f, err := pdfobj.Parse(pdf[:end])
		if err == nil && len(f.Revisions()) <= maxRevisions && len(signedFields(f)) > 0 {
			found = f
		}
	}
	return found
}
