package cli

import (
	"bufio"
	"crypto/x509"
	"errors"
	"path/filepath"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/signing"
	"samsyn/internal/source"
)

// signedPlace settles where a signed file goes: where the user says, else into the
// content's folder signed/, else, where there is no content, in the place of the file.
func (a *app) signedPlace(file, out string, pdf []byte) (signing.Place, error) {
	if out != "" {
		return a.namedPlace(a.InDir(out), pdf)
	}
	tree, err := a.Tree()
	if a.alone(err) {
		return signing.At(file)
	}
	if err != nil {
		return signing.Place{}, err
	}
	return a.keptPlace(tree, file, pdf)
}

// namedPlace is where the user says. Among the files that parties have signed it is as if
// nothing had been said.
func (a *app) namedPlace(file string, pdf []byte) (signing.Place, error) {
	if a.LeadsOut(filepath.Dir(file)) {
		return signing.Place{}, console.ErrTold
	}
	if dir := console.AmongSigned(file); dir != "" {
		tree, err := source.Folder(dir)
		if err != nil {
			return signing.Place{}, err
		}
		return a.keptPlace(tree, file, pdf)
	}
	if a.TakesContent(file) {
		return signing.Place{}, console.ErrTold
	}
	return signing.At(file)
}

// keptPlace is in the content's folder signed/, where no other signed file is replaced.
func (a *app) keptPlace(tree *source.Tree, file string, pdf []byte) (signing.Place, error) {
	to, err := signing.Within(tree, file, pdf)
	if other := (*signing.Other)(nil); errors.As(err, &other) {
		return signing.Place{}, a.Refuse("samsyn: %[1]s är redan undertecknad, och filen du anger bygger inte på den. Underteckna %[1]s i stället, eller ange en annan plats med --out.",
			"samsyn: %[1]s is signed already, and the file that you name does not build on it. Sign %[1]s instead, or name another place with --out.", other.Name)
	}
	return to, err
}

// askWhose asks before a party signs with a certificate that seems to be another
// party's: one that names it, or has signed for it in the same file.
func (a *app) askWhose(pdf []byte, party string, c *x509.Certificate) error {
	other, err := signing.OtherParty(pdf, party, c)
	if err != nil || other == "" {
		return nil // what is wrong with the file is told where it is signed
	}
	a.Say("samsyn: certifikatet (%[1]s) verkar tillhöra %[2]s, men underskriften gäller %[3]s.",
		"samsyn: the certificate (%[1]s) seems to be that of %[2]s, but the signature is for %[3]s.", c.Subject.CommonName, other, party)
	if a.Stdin == nil {
		return a.Refuse("Inget undertecknades. Lägg till --yes om det ändå är rätt.", "Nothing was signed. Add --yes if it is right all the same.")
	}
	a.Say("Ska den undertecknas ändå? Skriv ja:", "Sign all the same? Type yes:")
	answer, _ := bufio.NewReader(a.Stdin).ReadString('\n') // nothing is a no
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "ja", "j", "yes", "y":
		return nil
	}
	return a.Refuse("Inget undertecknades.", "Nothing was signed.")
}
