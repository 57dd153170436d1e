//go:build pkcs11 && cgo

package keys

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"maps"
	"math/big"
	"slices"

	"github.com/miekg/pkcs11"
)

// LookAtToken sees whether a token can sign: its module, the key, its certificate, and that
// they belong together. With a PIN it has the key sign what means nothing and is thrown
// away; without one it looks at what the token shows anybody. Whether the certificate is
// valid is left to Fit.
func LookAtToken(t Token) (Sight, error) {
	module, err := loadModule(t.Module)
	if err != nil {
		return Sight{}, err
	}
	defer func() {
		_ = module.Finalize()
		module.Destroy()
	}()
	slot, info, err := findToken(module, t)
	if err != nil {
		return Sight{}, err
	}
	seen := Sight{Token: info.Label, Shut: shut(info, t.PIN)}
	s, err := openSession(module, slot, info, t.PIN, seen.Shut == Opened)
	if err != nil {
		return seen, err
	}
	if seen.Shut == Opened {
		err = s.prove(t, &seen)
	} else {
		err = s.glimpse(t, &seen)
	}
	return seen, err
}

// shut is why a token is not to be opened for a look.
func shut(info pkcs11.TokenInfo, pin string) Shut {
	switch {
	case info.Flags&pkcs11.CKF_LOGIN_REQUIRED == 0:
		return Opened
	case info.Flags&pkcs11.CKF_PROTECTED_AUTHENTICATION_PATH != 0:
		return Keypad
	case pin == "":
		return NoPIN
	case info.Flags&pkcs11.CKF_USER_PIN_FINAL_TRY != 0:
		return LastTry
	}
	return Opened
}

// prove has the key sign at random, which holds it against its certificate.
func (s session) prove(t Token, seen *Sight) error {
	c, err := s.credential(t)
	if len(c.Chain) == 0 {
		return err
	}
	seen.Leaf = c.Chain[0]
	if errors.Is(err, ErrKeyKind) {
		return err
	}
	digest := make([]byte, crypto.SHA256.Size())
	_, _ = rand.Read(digest) // it never fails
	if _, err := c.Key.Sign(rand.Reader, digest, crypto.SHA256); err != nil {
		return err
	}
	seen.Proof = BySignature
	return nil
}

// glimpse looks at public keys and certificates, which a token shows without a PIN, and
// decides among them as among the keys themselves. A token that shows neither tells nothing.
func (s session) glimpse(t Token, seen *Sight) error {
	held, err := s.certificates()
	if err != nil {
		return err
	}
	keys, err := s.keys(pkcs11.CKO_PUBLIC_KEY, t)
	if err != nil {
		return err
	}
	if t.KeyLabel == "" {
		keys = append(keys, alone(held, keys)...)
	}
	k, leaf, err := which(keys, held, t)
	switch {
	case errors.Is(err, ErrNoKey), errors.Is(err, ErrNoCert):
		if len(t.Certificates) > 0 {
			seen.Leaf = t.Certificates[0]
		}
		return nil
	case err != nil:
		return err
	}
	seen.Leaf = leaf
	switch {
	case k.handle == 0: // its certificate alone is seen
	case !s.shows(k.handle, leaf):
		return ErrKeyMismatch
	default:
		seen.Proof = ByPublic
	}
	return nil
}

// alone are the keys that a token shows nothing of but certificates, in the order of their
// numbers.
func alone(held map[string]*x509.Certificate, keys []key) (list []key) {
	for _, id := range slices.Sorted(maps.Keys(held)) {
		leaf := held[id]
		if slices.ContainsFunc(keys, func(k key) bool { return k.id == id }) {
			continue
		}
		list = append(list, key{label: leaf.Subject.CommonName, id: id, kind: kindOf(leaf)})
	}
	return list
}

// shows tells whether a public key in the token is the one that a certificate speaks of.
func (s session) shows(k pkcs11.ObjectHandle, leaf *x509.Certificate) bool {
	switch pub := leaf.PublicKey.(type) {
	case *rsa.PublicKey:
		return new(big.Int).SetBytes([]byte(s.text(k, pkcs11.CKA_MODULUS))).Cmp(pub.N) == 0
	case *ecdsa.PublicKey:
		want, err := pub.Bytes()
		if err != nil {
			return false
		}
		point := []byte(s.text(k, pkcs11.CKA_EC_POINT))
		var inside []byte // in DER, as the standard wants it; some tokens give it bare
		if _, err := asn1.Unmarshal(point, &inside); err == nil {
			point = inside
		}
		return bytes.Equal(point, want)
	}
	return false
}
