package publish

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"samsyn/internal/diag"
	"samsyn/internal/kind"
	"samsyn/internal/model"
	"samsyn/internal/pdfobj"
	"samsyn/internal/sign"
	"samsyn/internal/source"
	"samsyn/internal/tagged"
	"samsyn/internal/view"
)

// SignedFolder is the folder of the site for what parties have signed and does not take the
// place of a document. It is called as the content's own is.
const SignedFolder = source.SignedFolder

var (
	// ErrSignedLost says that an output holds a file that a party has signed and that
	// the content does not keep.
	ErrSignedLost = errors.New("the output holds a file that a party has signed and that is not kept in " + source.SignedFolder + "/")
	// ErrSignedInvalid says that a file among the signed ones is not what was signed.
	ErrSignedInvalid = errors.New("a signature does not hold")
)

// signedFile is a file that parties have signed.
type signedFile struct {
	name   string // of the file, without its folder
	data   []byte
	report sign.Report
	digest string // of the content that was signed; "" where the file does not say
	title  string // as the file says
	pages  int
}

// keptSigned reads what a content's parties have signed, by the file's name.
func keptSigned(tree *source.Tree, trusted []*x509.Certificate) (map[string]*signedFile, error) {
	names, err := fs.Glob(tree.FS(), source.SignedFolder+"/*.pdf")
	if err != nil {
		return nil, err
	}
	out := map[string]*signedFile{}
	for _, name := range names {
		data, err := tree.ReadUpTo(name, kind.MostBytes)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		f := &signedFile{name: path.Base(name), data: data}
		if f.report, err = sign.Verify(data, sign.VerifyOptions{Trusted: trusted}); err != nil {
			return nil, fmt.Errorf("%w (%w): %s", ErrSignedInvalid, err, name)
		}
		if f.report.Verdict() == sign.Invalid {
			return nil, fmt.Errorf("%w: %s", ErrSignedInvalid, name)
		}
		base := data[:f.report.Base]
		if parsed, err := pdfobj.Parse(base); err == nil {
			f.pages = len(parsed.Pages())
		}
		if meta, err := tagged.Read(base); err == nil {
			f.digest, f.title = meta.Digest, diag.Visible(meta.Title)
		}
		out[f.name] = f
	}
	return out, nil
}

// stands tells whether a signed file takes the place of a document: what was signed is
// the content as it is, every signature holds, and each party's is by somebody whom the
// content trusts, if it names any.
func (f *signedFile) stands(digest string, made view.MadeDocument, trust bool) bool {
	if f.digest != digest || len(made.Unsigned) == 0 || f.report.Verdict() != sign.Valid {
		return false
	}
	any := false
	for _, s := range f.report.Signatures {
		if isParty(s.Field) {
			any = true
			if trust && !s.Trusted {
				return false
			}
		}
	}
	return any
}

// tell says of a document what is so of the signed file.
func (f *signedFile) tell(about *view.MadeDocument) {
	base := f.data[:f.report.Base]
	sum := sha256.Sum256(base)
	about.Size, about.Pages, about.Digest = int64(len(f.data)), f.pages, hex.EncodeToString(sum[:])
	about.Certificate, about.SignedBy, about.TestKey = "", "", false
	about.Signatures, about.Unsigned = nil, unfilled(sign.Fields(f.data))
	for _, s := range f.report.Signatures {
		if s.Sort != sign.OfPerson {
			continue
		}
		if party, is := view.PartyOfField(s.Field); is {
			day, _ := model.ParseDate(s.Claimed.Format(time.DateOnly))
			about.Signatures = append(about.Signatures, view.MadeSignature{Party: party, By: diag.Visible(s.Signer), Day: day, Test: s.Test})
		} else if s.Field == view.SealField {
			about.Certificate, about.SignedBy, about.TestKey = s.Fingerprint, diag.Visible(s.Signer), s.Test
		}
	}
}

// beside are the signed files that do not take the place of a document that was made:
// what was signed then is another text than now.
func beside(signed map[string]*signedFile, made []view.MadeDocument) (pdfs []PDF, about []view.MadeDocument) {
	for _, name := range slices.Sorted(maps.Keys(signed)) {
		f := signed[name]
		if slices.ContainsFunc(made, func(d view.MadeDocument) bool { return d.File == name && len(d.Signatures) > 0 }) {
			continue
		}
		d := view.MadeDocument{File: path.Join(SignedFolder, name), Title: cmp.Or(f.title, name), Earlier: true}
		f.tell(&d)
		pdfs, about = append(pdfs, PDF{Name: d.File, Data: f.data}), append(about, d)
	}
	return pdfs, about
}

// unfilled lists the parties who have not signed in their fields.
func unfilled(fields []sign.Field, err error) (parties []string) {
	if err != nil {
		return nil // what cannot be read has nobody waiting
	}
	for _, f := range fields {
		if party, is := view.PartyOfField(f.Name); is && !f.Signed {
			parties = append(parties, diag.Visible(party))
		}
	}
	return parties
}

// lost looks through an output for a file that a party has signed and that is not among
// those kept, nor the beginning of one.
func lost(output *os.Root, kept map[string]*signedFile) error {
	return fs.WalkDir(output.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name == "filer": // what others attached to the content is there
			return fs.SkipDir
		case d.IsDir() || !d.Type().IsRegular() || !strings.EqualFold(path.Ext(name), ".pdf"):
			return nil
		}
		data, err := fs.ReadFile(output.FS(), name)
		if err != nil {
			return err
		}
		if !bytes.Contains(data, []byte("/ByteRange")) || !slices.ContainsFunc(sign.Filled(data), isParty) {
			return nil
		}
		for _, k := range kept {
			if bytes.HasPrefix(k.data, data) {
				return nil
			}
		}
		return fmt.Errorf("%w: %s", ErrSignedLost, name)
	})
}

func isParty(field string) bool {
	_, is := view.PartyOfField(field)
	return is
}
