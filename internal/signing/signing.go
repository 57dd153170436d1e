// Package signing settles where a file goes that a party signs, and whose certificate
// that seems to be. In go the file, the folder that it may be kept in and the
// certificate; out come a place to write to and the other party that is meant, if any.
package signing

import (
	"bytes"
	"crypto/x509"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/kind"
	"samsyn/internal/safewrite"
	"samsyn/internal/sign"
	"samsyn/internal/source"
	"samsyn/internal/view"
)

// Place is where a signed file goes: a name within a folder, which is not left.
type Place struct {
	dir, name string
	there     bool // a file is there already, which is replaced
	// Kept tells that it is the content's folder of signed files.
	Kept bool
}

// Path is the file's path on disk.
func (p Place) Path() string { return filepath.Join(p.dir, filepath.FromSlash(p.name)) }

// Write puts a signed file into its place.
func (p Place) Write(data []byte) error {
	if p.there {
		return safewrite.Replace(p.dir, p.name, data)
	}
	return safewrite.Create(p.dir, []safewrite.File{{Path: p.name, Data: data}})
}

// At is the place of a path on disk.
func At(file string) (Place, error) { return placeOf(filepath.Dir(file), filepath.Base(file), false) }

// Other says that there is a signed file in the place already, on which the one that is
// to be signed does not build.
type Other struct{ Name string } // from the content's root

func (e *Other) Error() string { return e.Name + " is signed already" }

// Within is the place of a file in a content's folder signed/. It is an *Other where
// somebody else has signed the file that is there.
func Within(tree *source.Tree, file string, pdf []byte) (Place, error) {
	to, err := placeOf(tree.Dir(), path.Join(source.SignedFolder, filepath.Base(file)), true)
	if err != nil || !to.there {
		return to, err
	}
	before, err := tree.ReadUpTo(to.name, kind.MostBytes)
	if err != nil {
		return Place{}, err
	}
	if !bytes.HasPrefix(pdf, before) {
		return Place{}, &Other{to.name}
	}
	return to, nil
}

func placeOf(dir, name string, kept bool) (Place, error) {
	_, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Place{}, err
	}
	return Place{dir, name, err == nil, kept}, nil
}

// OtherParty tells which other party of a file a certificate seems to belong to: one that
// it names, or that has signed with it in the same file. It is "" where it seems to be
// nobody's, or the party's own.
func OtherParty(pdf []byte, party string, c *x509.Certificate) (string, error) {
	fields, err := sign.Fields(pdf)
	if err != nil {
		return "", err
	}
	r, err := sign.Verify(pdf, sign.VerifyOptions{})
	if err != nil {
		return "", err
	}
	used := map[string]bool{} // the fields that it has signed
	for _, s := range r.Signatures {
		used[s.Field] = s.Certificate != nil && s.Certificate.Equal(c)
	}
	names := append([]string{c.Subject.CommonName}, append(c.Subject.Organization, c.Subject.OrganizationalUnit...)...)
	other := ""
	for _, f := range fields {
		id, is := view.PartyOfField(f.Name)
		if !is {
			continue
		}
		named := mentions(f.Label, names)
		switch {
		case id == party && named:
			return "", nil
		case id != party && (named || used[f.Name]) && other == "":
			other = diag.Visible(id)
		}
	}
	return other, nil
}

// mentions tells whether what is said of a field ends with one of the names, as
// “Underskrift för Alvesta kommun” does.
func mentions(label string, names []string) bool {
	label = " " + strings.ToLower(strings.TrimSpace(label))
	return slices.ContainsFunc(names, func(n string) bool {
		n = strings.ToLower(strings.TrimSpace(n))
		return n != "" && strings.HasSuffix(label, " "+n)
	})
}
