// Package verdict says what became of a signed file: a report on its signatures goes in,
// and sentences for people or JSON for programs come out.
package verdict

import (
	"errors"

	"samsyn/internal/sign"
)

// File is what became of a file.
type File struct {
	Name    string
	Report  sign.Report
	Unread  error // why there is no report
	Rebuilt *bool // whether building it anew gave the same; nil where it was not asked for
}

// Judged tells whether a file has a verdict, which one that cannot be read may have too.
func (f *File) Judged() bool {
	return f.Unread == nil || errors.Is(f.Unread, sign.ErrDamaged) || errors.Is(f.Unread, sign.ErrForeign) || errors.Is(f.Unread, sign.ErrNotPDF)
}

// Verdict is of the file as a whole.
func (f *File) Verdict() sign.Verdict {
	switch {
	case errors.Is(f.Unread, sign.ErrDamaged):
		return sign.Invalid
	case f.Unread != nil:
		return sign.Unknown
	}
	return f.Report.Verdict()
}
