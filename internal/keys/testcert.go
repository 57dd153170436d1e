package keys

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"time"
)

// The name in a test certificate says what it is to whoever reads it.
const testName = "Samsyn testcertifikat – inte för skarpt bruk"

// testFile holds the test key and its certificate.
const testFile = "testcertifikat.pem"

const testYears = 2

// IsTest tells a test certificate by its name. Anybody can make one, which is
// the point: it proves nothing about who signed.
func IsTest(c *x509.Certificate) bool { return c.Subject.CommonName == testName }

// TestCredential gives the test key of a user, kept in dir, readable by the
// user alone. Where there is none, or it has expired, it makes one and says so.
// Two processes at once end up with the same key.
func TestCredential(dir string) (c Credential, created bool, err error) {
	path := filepath.Join(dir, testFile)
	c, err = readTest(path)
	if err == nil {
		return c, false, nil
	}
	expired := errors.Is(err, ErrExpired)
	if !expired && !errors.Is(err, fs.ErrNotExist) {
		return Credential{}, false, fmt.Errorf("%s: %w", path, err)
	}
	made, err := newTest(time.Now())
	if err != nil {
		return Credential{}, false, err
	}
	if created, err = place(path, made, expired); err != nil {
		return Credential{}, false, err
	}
	c, err = readTest(path)
	if err != nil {
		return Credential{}, false, fmt.Errorf("%s: %w", path, err)
	}
	return c, created, nil
}

func readTest(path string) (Credential, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return Credential{}, err
	}
	c, err := LoadPEM(b, b)
	if err != nil {
		return Credential{}, err
	}
	if !c.Test {
		return Credential{}, fmt.Errorf("%w: it is no test certificate", ErrCredential)
	}
	return c, nil
}

// newTest makes a key and its self-signed certificate in PEM form. It begins
// an hour ago, for clocks that differ.
func newTest(now time.Time) ([]byte, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return nil, err
	}
	template := &x509.Certificate{
		SerialNumber:          serial,
		Subject:               pkix.Name{CommonName: testName},
		NotBefore:             now.Add(-time.Hour),
		NotAfter:              now.AddDate(testYears, 0, 0),
		KeyUsage:              x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment,
		ExtKeyUsage:           []x509.ExtKeyUsage{x509.ExtKeyUsageEmailProtection}, // what readers ask of signers
		BasicConstraintsValid: true,
	}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return nil, err
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, err
	}
	out := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: pkcs8})
	return append(out, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert})...), nil
}

// place puts a finished file at path in one step. Where another process was
// first, its file stays, unless it is to be replaced.
func place(path string, content []byte, replace bool) (placed bool, err error) {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return false, err
	}
	tmp, err := os.CreateTemp(dir, ".testcertifikat-*") // of mode 0600
	if err != nil {
		return false, err
	}
	defer func() { _ = os.Remove(tmp.Name()) }() // a renamed one is gone already
	_, err = tmp.Write(content)
	if err := errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return false, err
	}
	if replace {
		return true, os.Rename(tmp.Name(), path)
	}
	err = os.Link(tmp.Name(), path) // unlike a rename, it fails where there is one
	if errors.Is(err, fs.ErrExist) {
		return false, nil
	}
	if err != nil { // a file system without links
		return true, os.Rename(tmp.Name(), path)
	}
	return true, nil
}
