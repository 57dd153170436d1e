// Package certtest makes keys and certificates for the tests of other packages.
// In goes a test, out comes a key with a chain of certificates. Keys that take
// long to make are made once for each kind and test program.
package certtest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/digitorus/timestamp"
)

// Signer is a key with its certificates, its own first.
type Signer struct {
	Key   crypto.Signer
	Chain []*x509.Certificate
}

// Issue makes a certificate, self-signed where by is nil. edit, where not nil,
// may change what it says.
func Issue(t testing.TB, key crypto.Signer, by *Signer, edit func(*x509.Certificate)) Signer {
	t.Helper()
	serial, err := rand.Int(rand.Reader, big.NewInt(1<<62))
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: serial, Subject: pkix.Name{CommonName: "Åsa Öberg", Organization: []string{"Exempelkommun"}},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment, BasicConstraintsValid: true,
	}
	if edit != nil {
		edit(c)
	}
	parent, signer := c, key
	var above []*x509.Certificate
	if by != nil {
		parent, signer, above = by.Chain[0], by.Key, by.Chain
	}
	der, err := x509.CreateCertificate(rand.Reader, c, parent, key.Public(), signer)
	if err != nil {
		t.Fatal(err)
	}
	x, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return Signer{Key: key, Chain: append([]*x509.Certificate{x}, above...)}
}

// AsCA makes a certificate one that signs others.
func AsCA(c *x509.Certificate) {
	c.Subject.CommonName = "Rot"
	c.IsCA = true
	c.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
}

// AsService makes a certificate one of a time-stamp service.
func AsService(c *x509.Certificate) {
	c.Subject.CommonName = "Tidsstämpling"
	c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping}
}

// EC makes a key on a curve.
func EC(t testing.TB, curve elliptic.Curve) crypto.Signer {
	t.Helper()
	k, err := ecdsa.GenerateKey(curve, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

var (
	rsaKeys = map[int]*rsa.PrivateKey{}
	rsaLock sync.Mutex
)

// RSA gives the key of this test program with so many bits.
func RSA(t testing.TB, bits int) crypto.Signer {
	t.Helper()
	rsaLock.Lock()
	defer rsaLock.Unlock()
	if rsaKeys[bits] == nil {
		k, err := rsa.GenerateKey(rand.Reader, bits)
		if err != nil {
			t.Fatal(err)
		}
		rsaKeys[bits] = k
	}
	return rsaKeys[bits]
}

// New is a signer under a root of its own.
func New(t testing.TB) Signer {
	t.Helper()
	root := Issue(t, EC(t, elliptic.P256()), nil, AsCA)
	return Issue(t, EC(t, elliptic.P256()), &root, nil)
}

// Stamp is a time-stamp token over a value (RFC 3161), as a service makes it.
func Stamp(t testing.TB, service Signer, value []byte, at time.Time) []byte {
	t.Helper()
	sum := sha256.Sum256(value)
	ts := &timestamp.Timestamp{
		HashAlgorithm: crypto.SHA256, HashedMessage: sum[:], Time: at.UTC().Truncate(time.Second),
		Policy: []int{1, 2, 3}, AddTSACertificate: true, Accuracy: time.Second,
	}
	answer, err := ts.CreateResponseWithOpts(service.Chain[0], service.Key, crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	var outer struct {
		Status asn1.RawValue
		Token  asn1.RawValue
	}
	if _, err := asn1.Unmarshal(answer, &outer); err != nil {
		t.Fatal(err)
	}
	return outer.Token.FullBytes
}
