// Package versions says who signed the tagged versions of a repository: its tags and the
// keys that are trusted go in, and a sentence about each version comes out.
package versions

import (
	"errors"

	"samsyn/internal/diag"
	"samsyn/internal/gitsign"
	"samsyn/internal/history"
)

// Versions are the tags of a repository and the keys that count.
type Versions struct {
	repo *history.Repo
	keys *gitsign.Keys
	tags map[string]history.Tag
}

// Of reads the tags of a repository.
func Of(repo *history.Repo, keys *gitsign.Keys) (*Versions, error) {
	v := &Versions{repo: repo, keys: keys, tags: map[string]history.Tag{}}
	tags, err := repo.Tags()
	for _, t := range tags {
		v.tags[t.Name] = t
	}
	return v, err
}

// Unchecked are versions of which nobody knows whom to trust.
func Unchecked() *Versions { return &Versions{} }

// verify checks a version's signature. A tag without one leaves the word to the
// commit's.
func (v *Versions) verify(name string) (gitsign.Signature, error) {
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

// Tampered tells whether a version bears a signature that does not hold.
func (v *Versions) Tampered(name string) bool {
	_, err := v.verify(name)
	return errors.Is(err, gitsign.ErrBadSignature)
}

// Signature says who signed a version, and whether that can be trusted.
func (v *Versions) Signature(name string) diag.Text {
	if v.keys == nil {
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
