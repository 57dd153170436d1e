package history

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ProtonMail/go-crypto/openpgp"
	pgperrors "github.com/ProtonMail/go-crypto/openpgp/errors"
	"github.com/ProtonMail/go-crypto/openpgp/packet"
	"github.com/go-git/go-git/v5/plumbing"
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

// VerifyTag checks a tag's signature against the trusted keys, at a time: keys
// that were not valid then do not count. With ErrUntrusted the signature's form
// and, for SSH, its key are given all the same.
func (r *Repo) VerifyTag(name string, trust *Trust, at time.Time) (Signature, error) {
	tags, err := r.tagRefs()
	if err != nil {
		return Signature{}, err
	}
	for _, ref := range tags {
		if ref.Name().Short() != name {
			continue
		}
		data, err := r.objects.raw(plumbing.TagObject, ref.Hash())
		if err != nil {
			if _, lightweight := r.objects.commit(ref.Hash()); lightweight == nil {
				return Signature{}, ErrUnsigned
			}
			return Signature{}, err
		}
		// A tag that says another name was signed as another version.
		if said := header(data, "tag"); said != name {
			return Signature{}, fmt.Errorf("%w: the tag %s was made as %q", ErrBadSignature, name, said)
		}
		message, signature := splitSignature(string(data))
		return verify([]byte(message), signature, trust, at)
	}
	return Signature{}, fmt.Errorf("%w: %s", ErrUnknownRevision, name)
}

// VerifyCommit checks a commit's signature against the trusted keys, at a time.
func (r *Repo) VerifyCommit(rev string, trust *Trust, at time.Time) (Signature, error) {
	h, err := r.resolve(rev)
	if err != nil {
		return Signature{}, err
	}
	data, err := r.objects.raw(plumbing.CommitObject, h)
	if err != nil {
		return Signature{}, err
	}
	message, signature, err := splitCommit(data)
	if err != nil {
		return Signature{}, err
	}
	return verify(message, signature, trust, at)
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

func verify(message []byte, signature string, trust *Trust, at time.Time) (Signature, error) {
	switch {
	case signature == "":
		return Signature{}, ErrUnsigned
	case strings.HasPrefix(signature, sshBegin):
		return verifyBySSH(message, signature, trust, at)
	case strings.HasPrefix(signature, pgpBegin):
		return verifyByPGP(message, signature, trust, at)
	}
	return Signature{}, fmt.Errorf("%w: it is of a kind that is not known", ErrBadSignature)
}

func verifyBySSH(message []byte, signature string, trust *Trust, at time.Time) (Signature, error) {
	key, err := verifySSH(signature, message)
	if err != nil {
		return Signature{}, fmt.Errorf("%w: %w", ErrBadSignature, err)
	}
	s := Signature{Form: "ssh", Key: ssh.FingerprintSHA256(key)}
	who, ok := trust.signer(key, at)
	if !ok {
		return s, fmt.Errorf("%w: %s", ErrUntrusted, s.Key)
	}
	s.Signer = who
	return s, nil
}

func verifyByPGP(message []byte, signature string, trust *Trust, at time.Time) (s Signature, err error) {
	// The library reads packets of any making; it must not take us down.
	defer func() {
		if p := recover(); p != nil {
			s, err = Signature{}, fmt.Errorf("%w: %v", ErrBadSignature, p)
		}
	}()
	s.Form = "openpgp"
	config := &packet.Config{Time: func() time.Time { return at }}
	signer, err := openpgp.CheckArmoredDetachedSignature(trust.pgp, bytes.NewReader(message), strings.NewReader(signature), config)
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
