//go:build pkcs11 && cgo

package keys

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"io"
	"math/big"

	"github.com/miekg/pkcs11"

	"samsyn/internal/cms"
)

// tokenKey is a private key in a token; what is public of it comes from the
// certificate.
type tokenKey struct {
	session
	handle pkcs11.ObjectHandle
	leaf   *x509.Certificate
}

func (k *tokenKey) Public() crypto.PublicKey { return k.leaf.PublicKey }

// Sign has the token sign a digest. What it gives is held against the
// certificate, since nothing else tells that the two belong together.
func (k *tokenKey) Sign(_ io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	switch pub := k.leaf.PublicKey.(type) {
	case *rsa.PublicKey:
		info, err := digestInfo(digest, opts.HashFunc())
		if err != nil {
			return nil, err
		}
		sig, err := k.raw(pkcs11.CKM_RSA_PKCS, info)
		if err != nil {
			return nil, err
		}
		if rsa.VerifyPKCS1v15(pub, opts.HashFunc(), digest, sig) != nil {
			return nil, ErrKeyMismatch
		}
		return sig, nil
	case *ecdsa.PublicKey:
		raw, err := k.raw(pkcs11.CKM_ECDSA, digest)
		if err != nil {
			return nil, err
		}
		// A token gives both numbers one after the other, CMS wants them in DER
		// (RFC 5753, 7.2).
		half := len(raw) / 2
		sig, err := asn1.Marshal(struct{ R, S *big.Int }{new(big.Int).SetBytes(raw[:half]), new(big.Int).SetBytes(raw[half:])})
		if err != nil {
			return nil, err
		}
		if !ecdsa.VerifyASN1(pub, digest, sig) {
			return nil, ErrKeyMismatch
		}
		return sig, nil
	}
	return nil, ErrKeyKind
}

// raw has the token sign. A key made for signatures that bind may ask for the
// PIN once more for each of them.
func (k *tokenKey) raw(mechanism uint, data []byte) ([]byte, error) {
	if err := k.module.SignInit(k.session.handle, []*pkcs11.Mechanism{pkcs11.NewMechanism(mechanism, nil)}, k.handle); err != nil {
		return nil, refused(err)
	}
	if always := k.text(k.handle, pkcs11.CKA_ALWAYS_AUTHENTICATE); always != "" && always[0] != 0 {
		if err := k.module.Login(k.session.handle, pkcs11.CKU_CONTEXT_SPECIFIC, k.pin); err != nil {
			return nil, refused(err)
		}
	}
	sig, err := k.module.Sign(k.session.handle, data)
	if err != nil {
		return nil, refused(err)
	}
	return sig, nil
}

// digestInfo is what an RSA key signs (RFC 8017, 9.2): the digest and what it
// was made with.
func digestInfo(digest []byte, hash crypto.Hash) ([]byte, error) {
	if hash != crypto.SHA256 {
		return nil, ErrKeyKind
	}
	return asn1.Marshal(struct {
		Algorithm pkix.AlgorithmIdentifier
		Digest    []byte
	}{pkix.AlgorithmIdentifier{Algorithm: cms.OIDSHA256, Parameters: asn1.NullRawValue}, digest})
}
