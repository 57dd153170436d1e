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
)

func (a *app) verify(args []string) int {
	fs := a.flags("verify")
	trusted := fs.Bool("trusted", false, "each signer must be trusted too")
	rebuild := fs.Bool("rebuild", false, "build what the PDF says that it was made from, and compare")
	format := fs.String("format", "text", "text or json")
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
	v := &verification{file: rest[0]}
	v.report, v.unread = sign.Verify(data, sign.VerifyOptions{Trusted: roots})
	if v.unread != nil && !v.verdictless() {
		return a.fail(v.unread)
	}
	if *format == "text" {
		a.tell(v)
	}
	if *rebuild && v.unread == nil {
		same, said, err := a.rebuilt(data)
		if err != nil {
			return a.fail(err)
		}
		if v.rebuilt = &same; *format == "text" {
			fmt.Fprintln(a.Stdout, said.In(a.lang))
		}
	}
	if *format == "json" {
		if err := a.writeVerification(v); err != nil {
			return a.fail(err)
		}
	}
	if v.verdict() != sign.Valid || *trusted && !v.report.Trusted() || v.rebuilt != nil && !*v.rebuilt {
		return findings
	}
	return ok
}

// verification is what became of a file.
type verification struct {
	file    string
	report  sign.Report
	unread  error // why there is no report
	rebuilt *bool // nil where it was not asked for
}

// verdictless tells whether a file without a report has a verdict all the same.
func (v *verification) verdictless() bool {
	return errors.Is(v.unread, sign.ErrDamaged) || errors.Is(v.unread, sign.ErrForeign) || errors.Is(v.unread, sign.ErrNotPDF)
}

func (v *verification) verdict() sign.Verdict {
	switch {
	case errors.Is(v.unread, sign.ErrDamaged):
		return sign.Invalid
	case v.unread != nil:
		return sign.Unknown
	}
	return v.report.Verdict()
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
