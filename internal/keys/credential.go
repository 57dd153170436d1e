package keys

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"fmt"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"samsyn/internal/cms"
)

// Credential is what signs: a key, and the certificates from the signer's own
// up towards a root.
type Credential struct {
	Key   crypto.Signer
	Chain []*x509.Certificate
	Test  bool // made by TestCredential
}

// LoadPKCS12 reads a PKCS#12 file (RFC 7292). It refuses what cannot sign now.
func LoadPKCS12(file []byte, password string) (Credential, error) {
	key, leaf, others, err := pkcs12.DecodeChain(file, password)
	if errors.Is(err, pkcs12.ErrIncorrectPassword) {
		return Credential{}, ErrPassword
	}
	if err != nil {
		return Credential{}, fmt.Errorf("%w: %w", ErrCredential, err)
	}
	return newCredential(key, append([]*x509.Certificate{leaf}, others...))
}

// LoadPEM reads a key (PKCS#8, PKCS#1 or SEC 1) and the certificate that
// belongs to it, with those above it if they stand there too, in any order.
func LoadPEM(keyPEM, certPEM []byte) (Credential, error) {
	key, err := readKey(keyPEM)
	if err != nil {
		return Credential{}, err
	}
	certs, err := ReadCertificates(certPEM)
	if err != nil {
		return Credential{}, err
	}
	return newCredential(key, certs)
}

// ReadCertificates reads the certificates of a file, in PEM form, or one in
// DER form. A file without any is an error.
func ReadCertificates(file []byte) ([]*x509.Certificate, error) {
	if bytes.HasPrefix(file, []byte{asn1.TagSequence | 0x20}) {
		c, err := x509.ParseCertificate(file)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrCredential, err)
		}
		return []*x509.Certificate{c}, nil
	}
	var certs []*x509.Certificate
	for b, rest := pem.Decode(file); b != nil; b, rest = pem.Decode(rest) {
		if b.Type != "CERTIFICATE" {
			continue
		}
		c, err := x509.ParseCertificate(b.Bytes)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrCredential, err)
		}
		certs = append(certs, c)
	}
	if len(certs) == 0 {
		return nil, fmt.Errorf("%w: no certificate in it", ErrCredential)
	}
	return certs, nil
}

func readKey(keyPEM []byte) (any, error) {
	for b, rest := pem.Decode(keyPEM); b != nil; b, rest = pem.Decode(rest) {
		if b.Type == "ENCRYPTED PRIVATE KEY" || b.Headers["DEK-Info"] != "" {
			return nil, ErrEncryptedKey
		}
		var key any
		var err error
		switch b.Type {
		case "PRIVATE KEY":
			key, err = x509.ParsePKCS8PrivateKey(b.Bytes)
		case "RSA PRIVATE KEY":
			key, err = x509.ParsePKCS1PrivateKey(b.Bytes)
		case "EC PRIVATE KEY":
			key, err = x509.ParseECPrivateKey(b.Bytes)
		default:
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrCredential, err)
		}
		return key, nil
	}
	return nil, fmt.Errorf("%w: no private key in PEM form", ErrCredential)
}

func newCredential(key any, certs []*x509.Certificate) (Credential, error) {
	signer, ok := key.(crypto.Signer)
	if !ok {
		return Credential{}, ErrKeyKind
	}
	for _, c := range certs {
		if belongs(signer, c) {
			cred := Credential{Key: signer, Chain: cms.Chain(c, certs), Test: IsTest(c)}
			return cred, cred.Usable(time.Now())
		}
	}
	return Credential{}, ErrKeyMismatch
}

func belongs(key crypto.Signer, c *x509.Certificate) bool {
	pub, ok := c.PublicKey.(interface{ Equal(crypto.PublicKey) bool })
	return ok && pub.Equal(key.Public())
}

// Usable refuses a credential that cannot make a good signature at a time.
func (c Credential) Usable(at time.Time) error {
	if c.Key == nil || len(c.Chain) == 0 {
		return fmt.Errorf("%w: there is none", ErrCredential)
	}
	leaf := c.Chain[0]
	if !belongs(c.Key, leaf) {
		return ErrKeyMismatch
	}
	return Fit(leaf, at)
}

// Fit refuses a certificate that cannot be signed with at a time.
func Fit(leaf *x509.Certificate, at time.Time) error {
	if err := cms.Fits(leaf.PublicKey); err != nil {
		return err
	}
	if at.Before(leaf.NotBefore) {
		return fmt.Errorf("%w: it begins %s", ErrNotYetValid, leaf.NotBefore.Format(time.DateOnly))
	}
	if at.After(leaf.NotAfter) {
		return fmt.Errorf("%w: it ended %s", ErrExpired, leaf.NotAfter.Format(time.DateOnly))
	}
	if cms.MaySign(leaf) == cms.NotForSigning {
		return ErrKeyUsage
	}
	return nil
}
