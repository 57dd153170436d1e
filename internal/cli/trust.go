package cli

import (
	"io/fs"
	"path"

	"samsyn/internal/gitsign"
	"samsyn/internal/project"
	"samsyn/internal/versions"
)

// trustFolder is the folder of keys and certificates that the content trusts;
// "" where it names none.
func trustFolder(p *project.Project) (string, error) {
	c, err := p.Content()
	if err != nil || c.Config == nil || !c.Config.Signing.Trust.Given() {
		return "", err
	}
	folder := path.Clean(c.Config.Signing.Trust.V)
	if !fs.ValidPath(folder) {
		return "", &errTrust{folder}
	}
	return p.Tree.Named(folder), nil
}

// errTrust says that signing.trust names no folder of the content, which is a
// finding of validate.
type errTrust struct{ folder string }

func (e *errTrust) Error() string { return "signing.trust: " + e.folder }

// versions reads whose signatures the versions bear. The keys that count are those in the
// folder as it is, since a version must not say itself whom to trust.
func (a *app) versions(p *project.Project) (*versions.Versions, error) {
	repo, err := p.Repo()
	if err != nil {
		return nil, err
	}
	now, err := a.open(project.Options{})
	if err != nil {
		return nil, err
	}
	folder, err := trustFolder(now)
	if err != nil {
		return nil, err
	}
	keys := &gitsign.Keys{}
	if folder != "" {
		var problems []error
		keys, problems = gitsign.ReadKeys(now.Tree.FS(), folder)
		for _, p := range problems {
			a.say("samsyn: en nyckel i mappen signing.trust går inte att läsa: %[1]s", "samsyn: a key in the folder signing.trust cannot be read: %[1]s", p.Error())
		}
	}
	return versions.Of(repo, keys)
}
