package gitsign

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/ProtonMail/go-crypto/openpgp"
	"golang.org/x/crypto/ssh"
)

// Keys are those whose signatures count, and whose they are.
type Keys struct {
	ssh []sshKey
	pgp openpgp.EntityList
}

// sshKey is a line of a file of allowed signers (ssh-keygen(1)), or a public key
// in a file of its own.
type sshKey struct {
	who           string
	key           ssh.PublicKey
	after, before time.Time // zero where unbounded
}

// maxKeyFile is the size in bytes up to which a file of keys is read.
const maxKeyFile = 1 << 20

// ReadKeys reads the keys in a folder: allowed_signers, *.pub (SSH) and *.asc
// (OpenPGP). Read it from a revision or folder that you trust, never from the
// one whose signature is in question. Problems name what could not be taken; a
// folder that is not there trusts nobody.
func ReadKeys(fsys fs.FS, folder string) (k *Keys, problems []error) {
	k = &Keys{}
	entries, err := fs.ReadDir(fsys, path.Clean(folder))
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return k, nil
		}
		return k, []error{err}
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		var take func(name string, data []byte) error
		switch {
		case e.Name() == "allowed_signers":
			take = k.takeSigners
		case path.Ext(name) == ".pub":
			take = k.takeKey
		case path.Ext(name) == ".asc":
			take = k.takePGP
		default:
			continue
		}
		info, err := fs.Stat(fsys, name)
		if err == nil && (!info.Mode().IsRegular() || info.Size() > maxKeyFile) {
			err = errors.New("no file of keys")
		}
		var data []byte
		if err == nil {
			data, err = fs.ReadFile(fsys, name)
		}
		if err == nil {
			err = take(name, data)
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", name, err))
		}
	}
	return k, problems
}

// takeKey takes a public key file; whose it is says its comment, else its name.
func (k *Keys) takeKey(name string, data []byte) error {
	key, comment, _, _, err := ssh.ParseAuthorizedKey(data)
	if err != nil {
		return err
	}
	k.ssh = append(k.ssh, sshKey{who: cmp.Or(comment, strings.TrimSuffix(path.Base(name), ".pub")), key: key})
	return nil
}

// takeSigners takes a file of allowed signers: principals, options, key.
func (k *Keys) takeSigners(_ string, data []byte) error {
	var problems []error
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if err := k.takeSigner(line); err != nil {
			problems = append(problems, fmt.Errorf("line %d: %w", number, err))
		}
	}
	return errors.Join(problems...)
}

func (k *Keys) takeSigner(line string) error {
	who, rest, ok := strings.Cut(line, " ")
	if strings.HasPrefix(line, `"`) {
		who, rest, ok = strings.Cut(line[1:], `" `)
	}
	if !ok {
		return errors.New("it names no key")
	}
	key, _, options, _, err := ssh.ParseAuthorizedKey([]byte(rest))
	if err != nil {
		return err
	}
	signer := sshKey{who: who, key: key}
	for _, o := range options {
		name, value, _ := strings.Cut(o, "=")
		value = strings.Trim(value, `"`)
		switch strings.ToLower(name) {
		case "namespaces":
			if !slices.Contains(strings.Split(value, ","), sshNamespace) {
				return nil // a key for other things
			}
		case "valid-after":
			signer.after, err = keyTime(value)
		case "valid-before":
			signer.before, err = keyTime(value)
		default:
			return fmt.Errorf("the option %s is not known", name)
		}
		if err != nil {
			return err
		}
	}
	k.ssh = append(k.ssh, signer)
	return nil
}

// keyTime reads YYYYMMDD[HHMM[SS]], in UTC with a Z after it; without one it is
// taken as UTC too, so that it means the same everywhere.
func keyTime(s string) (time.Time, error) {
	s = strings.TrimSuffix(s, "Z")
	for _, form := range []string{"20060102", "200601021504", "20060102150405"} {
		if len(s) == len(form) {
			return time.Parse(form, s)
		}
	}
	return time.Time{}, fmt.Errorf("%q is no time", s)
}

func (k *Keys) takePGP(_ string, data []byte) error {
	keys, err := openpgp.ReadArmoredKeyRing(bytes.NewReader(data))
	k.pgp = append(k.pgp, keys...)
	return err
}

// signer tells whose SSH key it is, at a time.
func (k *Keys) signer(key ssh.PublicKey, at time.Time) (who string, ok bool) {
	for _, s := range k.ssh {
		if bytes.Equal(s.key.Marshal(), key.Marshal()) &&
			(s.after.IsZero() || !at.Before(s.after)) && (s.before.IsZero() || at.Before(s.before)) {
			return s.who, true
		}
	}
	return "", false
}
