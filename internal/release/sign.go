package release

import (
	"context"
	"slices"

	"samsyn/internal/git"
)

// signers are the settings that name a program for signing, and what git runs where
// there is none. The user's own, outside the repository, count.
var signers = map[string]string{
	"gpg.program": "gpg", "gpg.openpgp.program": "gpg", "gpg.x509.program": "gpgsm",
	"gpg.ssh.program": "ssh-keygen", "gpg.ssh.defaultkeycommand": "",
}

// ownSigners gives the settings that make git sign with the user's programs where the
// repository names others.
func ownSigners(r git.Repository) ([]string, error) {
	set, err := r.Get(context.Background(), `^gpg\.(.*\.)?(program|defaultkeycommand)$`)
	if err != nil {
		return nil, err
	}
	own, theirs := map[string]string{}, map[string]bool{}
	for _, s := range set {
		if s.OfRepository {
			theirs[s.Name] = true
		} else {
			own[s.Name] = s.Value
		}
	}
	var settings []string
	for name, usual := range signers {
		if !theirs[name] {
			continue
		}
		if value, has := own[name]; has {
			usual = value
		}
		settings = append(settings, name+"="+usual)
	}
	slices.Sort(settings)
	return settings, nil
}
