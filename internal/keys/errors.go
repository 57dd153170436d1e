// Package keys is for what signs: a key and its certificates, out of a file
// (PKCS#12, PEM), a card or a security module (PKCS#11), or made for tests. What
// cannot sign now is refused.
package keys

import (
	"errors"

	"samsyn/internal/cms"
)

// What loading a key can refuse. They are wrapped with the particulars; compare
// with errors.Is.
var (
	ErrExpired      = errors.New("the certificate has expired")
	ErrNotYetValid  = errors.New("the certificate is not valid yet")
	ErrKeyMismatch  = errors.New("the key does not belong to the certificate")
	ErrKeyKind      = cms.ErrKeyKind
	ErrKeyUsage     = errors.New("the certificate is not made for signatures")
	ErrEncryptedKey = errors.New("the key is encrypted; put key and certificate in a PKCS#12 file or decrypt the key first")
	ErrPassword     = errors.New("the password is wrong")
	ErrCredential   = errors.New("the key or certificate cannot be read")
)
