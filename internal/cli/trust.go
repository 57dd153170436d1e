package cli

import (
	"errors"
	"io/fs"
	"path"

	"samsyn/internal/diag"
	"samsyn/internal/gitsign"
	"samsyn/internal/history"
	"samsyn/internal/project"
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

// versions says whose signatures the versions of a repository bear.
type versions struct {
	repo      *history.Repo
	keys      *gitsign.Keys
	tags      map[string]history.Tag
	unchecked bool // whom to trust is not known
}

// versions reads the tags, and the keys that count: those in the folder as it is,
// since a version must not say itself whom to trust.
func (a *app) versions(p *project.Project) (*versions, error) {
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
	v := &versions{repo: repo, keys: &gitsign.Keys{}, tags: map[string]history.Tag{}}
	if folder != "" {
		var problems []error
		v.keys, problems = gitsign.ReadKeys(now.Tree.FS(), folder)
		for _, p := range problems {
			a.say("samsyn: en nyckel i mappen signing.trust går inte att läsa: %[1]s", "samsyn: a key in the folder signing.trust cannot be read: %[1]s", p.Error())
		}
	}
	tags, err := repo.Tags()
	for _, t := range tags {
		v.tags[t.Name] = t
	}
	return v, err
}

// verify checks a version's signature. A tag without one leaves the word to the
// commit's.
func (v *versions) verify(name string) (gitsign.Signature, error) {
	// As git does, keys are judged as of the day that the tag says: a version
	// stays signed when its signer's key has had its time.
	at := v.tags[name].Date
	tag, err := v.repo.TagObject(name)
	if err != nil {
		return gitsign.Signature{}, err
	}
	if tag != nil {
		if s, err := gitsign.Tag(name, tag, v.keys, at); !errors.Is(err, gitsign.ErrUnsigned) {
			return s, err
		}
	}
	commit, err := v.repo.CommitObject(v.tags[name].Commit)
	if err != nil {
		return gitsign.Signature{}, err
	}
	return gitsign.Commit(commit, v.keys, at)
}

// tampered tells whether a version bears a signature that does not hold.
func (v *versions) tampered(name string) bool {
	_, err := v.verify(name)
	return errors.Is(err, gitsign.ErrBadSignature)
}

// signature says who signed a version, and whether that can be trusted.
func (v *versions) signature(name string) diag.Text {
	if v.unchecked {
		return diag.Say("underskriften är inte kontrollerad", "the signature has not been checked")
	}
	s, err := v.verify(name)
	switch {
	case err == nil:
		return diag.Say("underskriven av %[1]s med en betrodd nyckel", "signed by %[1]s with a trusted key", diag.Visible(s.Signer))
	case errors.Is(err, gitsign.ErrUnsigned):
		return diag.Say("inte underskriven", "not signed")
	case errors.Is(err, gitsign.ErrUntrusted) && s.Key != "":
		return diag.Say("undertecknad med en nyckel som inte är betrodd: %[1]s", "signed with a key that is not trusted: %[1]s", s.Key)
	case errors.Is(err, gitsign.ErrUntrusted):
		return diag.Say("undertecknad med en nyckel som inte är betrodd", "signed with a key that is not trusted")
	case errors.Is(err, gitsign.ErrBadSignature):
		return diag.Say("UNDERSKRIFTEN GÄLLER INTE", "THE SIGNATURE DOES NOT HOLD")
	}
	return diag.Say("underskriften går inte att läsa: %[1]s", "the signature cannot be read: %[1]s", diag.Visible(err.Error()))
}
