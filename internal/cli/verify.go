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

	"samsyn/internal/keys"
	"samsyn/internal/project"
	"samsyn/internal/sign"
	"samsyn/internal/source"
	"samsyn/internal/verdict"
)

func (a *app) verify(args []string) int {
	fs := a.flags("verify")
	trusted := fs.Bool("trusted", false, both("varje undertecknare måste också vara betrodd", "each signer must be trusted too"))
	rebuild := fs.Bool("rebuild", false, both("bygg det som PDF:en säger att den är gjord av, och jämför", "build what the PDF says that it was made from, and compare"))
	format := fs.String("format", "text", both("text eller json", "text or json"))
	rest, err := a.parse(fs, args, 1)
	if err != nil {
		return status(err)
	}
	if err := a.oneOf("format", *format, []string{"text", "json"}); err != nil {
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
	f := &verdict.File{Name: rest[0]}
	f.Report, f.Unread = sign.Verify(data, sign.VerifyOptions{Trusted: roots})
	if !f.Judged() {
		return a.fail(f.Unread)
	}
	if err := a.tellVerdict(f, *format, data, *rebuild); err != nil {
		return a.fail(err)
	}
	if f.Verdict() != sign.Valid || *trusted && !f.Report.Trusted() || f.Rebuilt != nil && !*f.Rebuilt {
		return findings
	}
	return ok
}

// tellVerdict writes what became of a file, which is built anew in between if the user
// wants to compare.
func (a *app) tellVerdict(f *verdict.File, format string, pdf []byte, rebuild bool) error {
	var err error
	switch {
	case format == "text" && f.Unread != nil:
		a.unread(f)
	case format == "text":
		err = f.WriteText(a.Stdout, a.lang)
	}
	if err != nil {
		return err
	}
	if rebuild && f.Unread == nil {
		same, said, err := a.rebuilt(pdf)
		if err != nil {
			return err
		}
		if f.Rebuilt = &same; format == "text" {
			fmt.Fprintln(a.Stdout, said.In(a.lang))
		}
	}
	if format == "json" {
		return f.WriteJSON(a.Stdout, a.lang)
	}
	return nil
}

// unread tells why there is no report on a file.
func (a *app) unread(f *verdict.File) {
	if errors.Is(f.Unread, sign.ErrDamaged) {
		a.say("samsyn: %[1]s är skadad, eller skriven så att den kan läsas på mer än ett sätt: ingen underskrift i den gäller.",
			"samsyn: %[1]s is damaged, or written so that it can be read in more than one way: no signature in it holds.", f.Name)
		return
	}
	a.say("samsyn: %[1]s är ingen PDF som samsyn har gjort, så den bedöms inte.", "samsyn: %[1]s is no PDF of samsyn's making, so it is not judged.", f.Name)
}

// trust reads the certificates that the content repository trusts, if the
// command runs in one.
func (a *app) trust() ([]*x509.Certificate, error) {
	p, done, err := a.opened(project.Options{})
	if err != nil {
		if errors.Is(err, source.ErrNoRepository) && a.dir == "" {
			return nil, nil
		}
		return nil, err
	}
	defer done()
	folder, err := trustFolder(p)
	if err != nil || folder == "" {
		return nil, err
	}
	names, err := fs.Glob(p.Tree.FS(), folder+"/*")
	if err != nil {
		return nil, err
	}
	var roots []*x509.Certificate
	for _, name := range names {
		if !slices.Contains([]string{".pem", ".crt", ".cer", ".der"}, strings.ToLower(path.Ext(name))) {
			continue
		}
		data, err := p.Tree.Read(name)
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
