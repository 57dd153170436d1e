package cli

import (
	"crypto/x509"
	"errors"
	"io/fs"

	"samsyn/internal/project"
	"samsyn/internal/source"
	"samsyn/internal/trust"
	"samsyn/internal/versions"
)

// trust reads the certificates that the content trusts, if the command runs in one.
func (a *app) trust() ([]*x509.Certificate, error) {
	p, err := a.Open(project.Options{})
	if a.alone(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return trust.Certificates(p)
}

// alone tells, of what came of opening the content, whether the command does its work
// without one: none was named, and none is to be found from here. Where a folder above is
// closed there is none to be found either.
func (a *app) alone(err error) bool {
	return a.At == "" && (errors.Is(err, source.ErrNoRepository) || errors.Is(err, fs.ErrPermission))
}

// versions reads whose signatures the versions bear. The keys that count are those in the
// folder as it is, since a version must not say itself whom to trust.
func (a *app) versions(p *project.Project) (*versions.Versions, error) {
	repo, err := p.Repo()
	if err != nil {
		return nil, err
	}
	now, err := a.Open(project.Options{})
	if err != nil {
		return nil, err
	}
	keys, problems, err := trust.Keys(now)
	if err != nil {
		return nil, err
	}
	for _, p := range problems {
		a.Say("samsyn: en nyckel i mappen signing.trust går inte att läsa: %[1]s", "samsyn: a key in the folder signing.trust cannot be read: %[1]s", p.Error())
	}
	return versions.Of(repo, keys)
}
