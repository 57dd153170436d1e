package cli

import (
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/keys"
	"samsyn/internal/sign"
	"samsyn/internal/source"
)

func (a *app) verify(args []string) int {
	fs := a.flags("verify")
	trusted := fs.Bool("trusted", false, "each signer must be trusted too")
	rebuild := fs.Bool("rebuild", false, "build what the PDF says that it was made from, and compare")
	rest, err := a.parse(fs, args, 1)
	if err != nil {
		return status(err)
	}
	if len(rest) == 0 {
		a.say("samsyn: ange vilken PDF som ska kontrolleras.", "samsyn: name the PDF to verify.")
		return failed
	}
	data, err := os.ReadFile(a.inDir(rest[0]))
	if err != nil {
		return a.fail(err)
	}
	roots, err := a.trust()
	if err != nil {
		return a.fail(err)
	}
	r, err := sign.Verify(data, sign.VerifyOptions{Trusted: roots})
	switch {
	case errors.Is(err, sign.ErrDamaged):
		a.say("samsyn: %[1]s är skadad: ingen underskrift i den gäller.", "samsyn: %[1]s is damaged: no signature in it holds.", rest[0])
		return findings
	case errors.Is(err, sign.ErrForeign), errors.Is(err, sign.ErrNotPDF):
		a.say("samsyn: %[1]s är ingen PDF som samsyn har gjort, så den bedöms inte.", "samsyn: %[1]s is no PDF of samsyn's making, so it is not judged.", rest[0])
		return findings
	case err != nil:
		return a.fail(err)
	}
	a.tell(r)
	if *rebuild {
		if same, err := a.rebuilt(data); err != nil {
			return a.fail(err)
		} else if !same {
			return findings
		}
	}
	if !r.Valid() || *trusted && !r.Trusted() {
		return findings
	}
	return ok
}

// trust reads the certificates that the content repository trusts, if the
// command runs in one.
func (a *app) trust() ([]*x509.Certificate, error) {
	tree, err := a.tree()
	if err != nil {
		if errors.Is(err, source.ErrNoRepository) && a.dir == "" {
			return nil, nil
		}
		return nil, err
	}
	folder, err := trustFolder(tree)
	if err != nil || folder == "" {
		return nil, err
	}
	names, err := fs.Glob(tree.FS(), folder+"/*")
	if err != nil {
		return nil, err
	}
	var roots []*x509.Certificate
	for _, name := range names {
		if !slices.Contains([]string{".pem", ".crt", ".cer", ".der"}, strings.ToLower(path.Ext(name))) {
			continue
		}
		data, err := tree.Read(name)
		if err != nil {
			return nil, err
		}
		found, err := keys.ReadCertificates(data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		roots = append(roots, found...)
	}
	return roots, nil
}

// tell prints what became of each signature.
func (a *app) tell(r sign.Report) {
	out := func(sv, en string, args ...any) {
		fmt.Fprintln(a.Stdout, diag.Say(sv, en, args...).In(a.lang))
	}
	if len(r.Signatures) == 0 {
		out("Filen är inte undertecknad.", "The file is not signed.")
	}
	for i, s := range r.Signatures {
		out("Underskrift %[1]d: %[2]s (%[3]s)", "Signature %[1]d: %[2]s (%[3]s)", i+1, s.Signer, s.Label)
		if s.Valid() {
			out("  Giltig: det undertecknade är oförändrat.", "  Valid: what was signed is unchanged.")
		} else {
			out("  GÄLLER INTE.", "  DOES NOT HOLD.")
		}
		for _, p := range s.Problems {
			a.problem(p)
		}
		if !s.Claimed.IsZero() {
			out("  Tid enligt undertecknaren: %s", "  Time as claimed by the signer: %s", s.Claimed.Format("2006-01-02 15:04:05 -07:00"))
		}
		if s.Stamp != nil {
			out("  Tid enligt tidsstämpeltjänst: %s", "  Time from a time-stamp service: %s", s.Stamp.Time.Format("2006-01-02 15:04:05 -07:00"))
		}
		a.certificate(s)
		if s.Whole {
			out("  Omfattar hela filen (version %[1]d av %[2]d).", "  Covers the whole file (revision %[1]d of %[2]d).", s.Revision, r.Revisions)
		} else {
			out("  Omfattar version %[1]d av %[2]d, de första %[3]d byten. Därefter har bara underskrifter lagts till om inget annat sägs.",
				"  Covers revision %[1]d of %[2]d, the first %[3]d bytes. Only signatures were added after it unless told otherwise.", s.Revision, r.Revisions, s.Covers)
		}
	}
	for _, p := range r.Problems {
		a.problem(p)
	}
}

func (a *app) certificate(s sign.Signature) {
	fmt.Fprintln(a.Stdout, diag.Say("  Certifikat: SHA-256 %s", "  Certificate: SHA-256 %s", spaced(s.Fingerprint)).In(a.lang))
	switch {
	case s.Test:
		fmt.Fprintln(a.Stdout, diag.Say("  Detta är ett testcertifikat: det säger inte vem som har undertecknat.",
			"  This is a test certificate: it does not say who signed.").In(a.lang))
	case s.Trusted:
		fmt.Fprintln(a.Stdout, diag.Say("  Undertecknaren är betrodd.", "  The signer is trusted.").In(a.lang))
	default:
		fmt.Fprintln(a.Stdout, diag.Say("  Undertecknaren är inte bland de betrodda (signing.trust).", "  The signer is not among the trusted (signing.trust).").In(a.lang))
	}
}

func spaced(fingerprint string) string {
	var b strings.Builder
	for i, c := range fingerprint {
		if i > 0 && i%8 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// problems puts the codes into words.
var problems = map[sign.Code]diag.Text{
	sign.Kind:         diag.Say("underskriften är av ett slag som inte bedöms här", "the signature is of a kind that is not judged here"),
	sign.ByteRange:    diag.Say("underskriften omfattar inte allt den ska", "the signature does not cover all that it must"),
	sign.Container:    diag.Say("underskriften går inte att läsa, eller har ändrats", "the signature cannot be read, or was changed"),
	sign.Content:      diag.Say("det undertecknade har ändrats", "what was signed has changed"),
	sign.Value:        diag.Say("underskriften stämmer inte med certifikatet", "the signature does not match the certificate"),
	sign.TimeStamp:    diag.Say("tidsstämpeln stämmer inte", "the time stamp is wrong"),
	sign.OwnUpdate:    diag.Say("mer än underskriftsfältet ändrades när filen undertecknades", "more than the field changed when the file was signed"),
	sign.ChangedAfter: diag.Say("filen har ändrats efter underskriften", "the file was changed after the signature"),
	sign.Appended:     diag.Say("något har lagts till efter filens slut", "something stands behind the file's end"),
}

func (a *app) problem(p sign.Problem) {
	words := problems[p.Code].In(a.lang)
	if p.Detail != "" && a.lang == "en" { // the particulars are for specialists, and in English
		words += " (" + p.Detail + ")"
	}
	fmt.Fprintln(a.Stdout, "  – "+words)
}
