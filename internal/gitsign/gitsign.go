// Package gitsign tells who signed a commit or a tag: in go the object as git stores
// it and the keys that are trusted, out comes whose the signature is, or why it does
// not count. It runs neither git nor gpg nor ssh-keygen.
package gitsign

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ProtonMail/go-crypto/openpgp"
	pgperrors "github.com/ProtonMail/go-crypto/openpgp/errors"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
	"golang.org/x/crypto/ssh"
)

var (
	// ErrUnsigned says that there is no signature.
	ErrUnsigned = errors.New("not signed")
	// ErrBadSignature says that the signature does not hold.
	ErrBadSignature = errors.New("the signature does not hold")
	// ErrUntrusted says that the signature may hold but is by none of the keys
	// that count, or not by one at that time.
	ErrUntrusted = errors.New("signed by a key that is not trusted")
)

// Signature is a signature of a tag or commit that holds.
type Signature struct {
	Form   string // "ssh" or "openpgp"
	Key    string // the key's fingerprint
	Signer string // whose it is, as the trusted keys say
}

const pgpBegin = "-----BEGIN PGP SIGNATURE-----"

// Tag checks the signature of a tag object, which git has under a name, against the
// trusted keys, at a time: keys that were not valid then do not count. With
// ErrUntrusted the signature's form and, for SSH, its key are given all the same.
func Tag(name string, object []byte, keys *Keys, at time.Time) (Signature, error) {
	// A tag that says another name was signed as another version.
	if said := header(object, "tag"); said != name {
		return Signature{}, fmt.Errorf("%w: the tag %s was made as %q", ErrBadSignature, name, said)
	}
	message, signature := splitTag(string(object))
	return verify([]byte(message), signature, keys, at)
}

// Commit checks the signature of a commit object as Tag does a tag's.
func Commit(object []byte, keys *Keys, at time.Time) (Signature, error) {
	message, signature, err := splitCommit(object)
	if err != nil {
		return Signature{}, err
	}
	return verify(message, signature, keys, at)
}

func header(object []byte, key string) string {
	head, _, _ := bytes.Cut(object, []byte("\n\n"))
	for line := range strings.Lines(string(head)) {
		if value, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), key+" "); ok {
			return value
		}
	}
	return ""
}

// splitCommit takes the signature out of a commit's header: the line gpgsig and
// those after it that begin with a space. What is left was signed.
func splitCommit(data []byte) (message []byte, signature string, err error) {
	head, body, found := bytes.Cut(data, []byte("\n\n"))
	var kept, sig strings.Builder
	inside, other, signatures := false, false, 0
	for line := range strings.Lines(string(head) + "\n") {
		value, begins := strings.CutPrefix(line, "gpgsig ")
		switch {
		case begins:
			signatures++
			inside, other = true, false
			sig.WriteString(value)
		case inside && strings.HasPrefix(line, " "):
			sig.WriteString(line[1:])
		case strings.HasPrefix(line, "gpgsig-sha256 "):
			inside, other = false, true // over the commit's other form, and not signed itself
		case other && strings.HasPrefix(line, " "):
		default:
			inside, other = false, false
			kept.WriteString(line)
		}
	}
	switch {
	case signatures == 0:
		return nil, "", ErrUnsigned
	case signatures > 1:
		return nil, "", fmt.Errorf("%w: there is more than one", ErrBadSignature)
	}
	if found {
		kept.WriteString("\n")
	}
	kept.Write(body)
	return []byte(kept.String()), sig.String(), nil
}

// splitTag parts a tag from the signature that ends it: from the last line on that
// begins one, as git takes it.
func splitTag(object string) (message, signature string) {
	begin := -1
	for _, mark := range []string{sshBegin, pgpBegin} {
		begin = max(begin, strings.LastIndex("\n"+object, "\n"+mark))
	}
	if begin < 0 {
		return object, ""
	}
	return object[:begin], object[begin:]
}

func verify(message []byte, signature string, keys *Keys, at time.Time) (Signature, error) {
	switch {
	case signature == "":
		return Signature{}, ErrUnsigned
	case strings.HasPrefix(signature, sshBegin):
		return verifyBySSH(message, signature, keys, at)
	case strings.HasPrefix(signature, pgpBegin):
		return verifyByPGP(message, signature, keys, at)
	}
	return Signature{}, fmt.Errorf("%w: it is of a kind that is not known", ErrBadSignature)
}

func verifyBySSH(message []byte, signature string, keys *Keys, at time.Time) (Signature, error) {
	key, err := verifySSH(signature, message)
	if err != nil {
		return Signature{}, fmt.Errorf("%w: %w", ErrBadSignature, err)
	}
	s := Signature{Form: "ssh", Key: ssh.FingerprintSHA256(key)}
	who, ok := keys.signer(key, at)
	if !ok {
		return s, fmt.Errorf("%w: %s", ErrUntrusted, s.Key)
	}
	s.Signer = who
	return s, nil
}

func verifyByPGP(message []byte, signature string, keys *Keys, at time.Time) (s Signature, err error) {
	// The library reads packets of any making; it must not take us down.
	defer func() {
		if p := recover(); p != nil {
			s, err = Signature{}, fmt.Errorf("%w: %v", ErrBadSignature, p)
		}
	}()
	s.Form = "openpgp"
	config := &packet.Config{Time: func() time.Time { return at }}
	signer, err := openpgp.CheckArmoredDetachedSignature(keys.pgp, bytes.NewReader(message), strings.NewReader(signature), config)
	switch {
	case errors.Is(err, pgperrors.ErrUnknownIssuer):
		return s, ErrUntrusted
	case errors.Is(err, pgperrors.ErrKeyExpired), errors.Is(err, pgperrors.ErrKeyRevoked), errors.Is(err, pgperrors.ErrSignatureExpired):
		return s, fmt.Errorf("%w: %w", ErrUntrusted, err)
	case err != nil:
		return Signature{}, fmt.Errorf("%w: %w", ErrBadSignature, err)
	}
	s.Key = fmt.Sprintf("%X", signer.PrimaryKey.Fingerprint)
	if id := signer.PrimaryIdentity(); id != nil {
		s.Signer = id.Name
	}
	return s, nil
}
