package cli

import (
	"bufio"
	"bytes"
	"crypto/x509"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/edit"
	"samsyn/internal/publish"
	"samsyn/internal/sign"
	"samsyn/internal/source"
	"samsyn/internal/view"
)

// signedPlace is where a signed file goes: a name within a folder, which is not left.
type signedPlace struct {
	dir, name string
	there     bool // a file is there already, which is replaced
	kept      bool // in the content's folder of signed files
}

func (p signedPlace) path() string { return filepath.Join(p.dir, filepath.FromSlash(p.name)) }

func (p signedPlace) write(data []byte) error {
	if p.there {
		return edit.Replace(p.dir, p.name, data)
	}
	return edit.Create(p.dir, []edit.File{{Path: p.name, Data: data}})
}

// signedPlace settles where a signed file goes: where the user says, else into the
// content's folder signed/, else, where there is no content, in the place of the file.
// It refuses to replace a file there that somebody else has signed.
func (a *app) signedPlace(file, out string, pdf []byte) (signedPlace, error) {
	if out != "" {
		out = a.inDir(out)
		return placeOf(filepath.Dir(out), filepath.Base(out), false)
	}
	tree, err := a.tree()
	if errors.Is(err, source.ErrNoRepository) && a.dir == "" {
		return placeOf(filepath.Dir(file), filepath.Base(file), false)
	}
	if err != nil {
		return signedPlace{}, err
	}
	to, err := placeOf(tree.Dir(), path.Join(publish.SignedFolder, filepath.Base(file)), true)
	if err != nil || !to.there {
		return to, err
	}
	before, err := tree.ReadUpTo(to.name, publish.MostSigned)
	if err != nil {
		return signedPlace{}, err
	}
	if !bytes.HasPrefix(pdf, before) {
		a.say("samsyn: %[1]s är redan undertecknad, och filen du anger bygger inte på den. Underteckna %[1]s i stället, eller ange en annan plats med --out.",
			"samsyn: %[1]s is signed already, and the file that you name does not build on it. Sign %[1]s instead, or name another place with --out.", to.name)
		return signedPlace{}, errUsage
	}
	return to, nil
}

func placeOf(dir, name string, kept bool) (signedPlace, error) {
	_, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return signedPlace{}, err
	}
	return signedPlace{dir, name, err == nil, kept}, nil
}

// askWhose asks before a party signs with a certificate that seems to be another
// party's: one that names it, or has signed for it in the same file.
func (a *app) askWhose(pdf []byte, party string, c *x509.Certificate) error {
	other, err := otherParty(pdf, party, c)
	if err != nil || other == "" {
		return nil // what is wrong with the file is told where it is signed
	}
	a.say("samsyn: certifikatet (%[1]s) verkar tillhöra %[2]s, men underskriften gäller %[3]s.",
		"samsyn: the certificate (%[1]s) seems to be that of %[2]s, but the signature is for %[3]s.", c.Subject.CommonName, other, party)
	if a.Stdin == nil {
		a.say("Inget undertecknades. Lägg till --yes om det ändå är rätt.", "Nothing was signed. Add --yes if it is right all the same.")
		return errUsage
	}
	a.say("Ska den undertecknas ändå? Skriv ja:", "Sign all the same? Type yes:")
	answer, _ := bufio.NewReader(a.Stdin).ReadString('\n') // nothing is a no
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "ja", "j", "yes", "y":
		return nil
	}
	a.say("Inget undertecknades.", "Nothing was signed.")
	return errUsage
}

// otherParty tells which other party of a file a certificate seems to belong to; ""
// where none does, or the party itself.
func otherParty(pdf []byte, party string, c *x509.Certificate) (string, error) {
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
	for _, n := range names {
		if n = strings.ToLower(strings.TrimSpace(n)); n != "" && strings.HasSuffix(label, " "+n) {
			return true
		}
	}
	return false
}
