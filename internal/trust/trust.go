// Package trust reads whom a content trusts. In goes an opened content; out come the
// certificates and the keys in the folder that its signing.trust names.
package trust

import (
	"crypto/x509"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"samsyn/internal/gitsign"
	"samsyn/internal/keys"
	"samsyn/internal/load"
	"samsyn/internal/project"
)

// NoFolder says that signing.trust names no folder of the content, which is a finding of
// validate.
type NoFolder struct{ Folder string }

func (e *NoFolder) Error() string { return "signing.trust: " + e.Folder }

// folder is the folder of keys and certificates that the content trusts; "" where it
// names none.
func folder(p *project.Project) (string, error) {
	c, err := load.Config(p.Tree)
	if err != nil || c == nil || !c.Signing.Trust.Given() {
		return "", err
	}
	folder := path.Clean(c.Signing.Trust.V)
	if !fs.ValidPath(folder) {
		return "", &NoFolder{folder}
	}
	return p.Tree.Named(folder), nil
}

// Certificates are those that a party's signature may go back to; none where the content
// names none.
func Certificates(p *project.Project) ([]*x509.Certificate, error) {
	folder, err := folder(p)
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

// Keys are those that a version may be signed with, and what is wrong with files that
// cannot be read.
func Keys(p *project.Project) (keys *gitsign.Keys, problems []error, err error) {
	folder, err := folder(p)
	if err != nil || folder == "" {
		return &gitsign.Keys{}, nil, err
	}
	keys, problems = gitsign.ReadKeys(p.Tree.FS(), folder)
	return keys, problems, nil
}
