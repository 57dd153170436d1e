// Package sign is for signatures in PDF files of our own making. In go a PDF and
// what signs it, and out comes the signed file, which begins with the bytes of the
// unsigned one; in goes a signed PDF, and out comes who signed what and whether it
// holds, does not hold or cannot be judged. It knows PDF objects and certificates,
// and no agreement.
//
// A signature is a CAdES-B container (ETSI EN 319 122-1) in a field that stands
// prepared in the file, added by an incremental update (ETSI EN 319 142-1,
// ISO 32000-2, 12.8): the bytes that were there stay as they are.
package sign

import (
	"bytes"
	"errors"
	"fmt"

	"samsyn/internal/pdfobj"
)

// What Sign and Verify can refuse. They are wrapped with the particulars; compare
// with errors.Is.
var (
	ErrNotPDF  = errors.New("the file is no PDF")
	ErrForeign = errors.New("the PDF is not of our making (encrypted, or written in a way that is not judged here)")
	ErrDamaged = errors.New("the PDF is damaged, or could be read in more than one way")

	ErrNoField = errors.New("no such signature field")
	ErrSigned  = errors.New("the field is signed already")
	ErrChanged = errors.New("the PDF was changed after it was signed")
	ErrShadow  = errors.New("a signature field is not in a place of its own")
	ErrRoom    = errors.New("the signature does not fit in the room kept for it")
)

// maxRevisions bounds how many updates are judged; each signature is one.
const maxRevisions = 200

// open reads a PDF, or as much of it as can be read, and says what is wrong with
// what follows: whoever adds to a signed file must not make it look like one
// without signatures, or of another kind.
func open(pdf []byte) (f *pdfobj.File, rest, err error) {
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		return nil, nil, ErrNotPDF
	}
	f, rest = pdfobj.ParseStart(pdf)
	if f == nil {
		return nil, nil, unreadable(rest)
	}
	if len(f.Revisions()) > maxRevisions {
		return nil, nil, fmt.Errorf("%w: more than %d updates", ErrForeign, maxRevisions)
	}
	return f, rest, nil
}

func unreadable(err error) error {
	if errors.Is(err, pdfobj.ErrUnsupported) {
		return fmt.Errorf("%w: %w", ErrForeign, err)
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}
