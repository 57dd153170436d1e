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
	"io"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// The name in a test certificate says what it is to whoever reads it.
const testName = "Samsyn testcertifikat – inte för skarpt bruk"

// testFile holds the test certificate and its key.
const testFile = "testcertifikat.pem"

const testYears = 2

// IsTest tells a test certificate by its name. Anybody can make one, which is
// the point: it proves nothing about who signed.
func IsTest(c *x509.Certificate) bool { return c.Subject.CommonName == testName }

// TestKey is what became of a user's test certificate.
type TestKey struct {
	Credential
	Created bool // there was none, or it had expired
	Closed  bool // others could read it, until now
}

// TestCredential gives the test certificate of a user and its key, kept in dir, readable by the
// user alone. Where there is none, or it has expired, it makes one and says so; where
// others can read it, it sees to it that they cannot any more.
// Two processes at once end up with the same key.
func TestCredential(dir string) (TestKey, error) {
	path := filepath.Join(dir, testFile)
	k, err := readTest(path)
	if err == nil {
		return k, nil
	}
	expired := errors.Is(err, ErrExpired)
	if !expired && !errors.Is(err, fs.ErrNotExist) {
		return TestKey{}, fmt.Errorf("%s: %w", path, err)
	}
	made, err := newTest(time.Now())
	if err != nil {
		return TestKey{}, err
	}
	created, err := place(path, made, expired)
	if err != nil {
		return TestKey{}, err
	}
	if k, err = readTest(path); err != nil {
		return TestKey{}, fmt.Errorf("%s: %w", path, err)
	}
	k.Created = created
	return k, nil
}

func readTest(path string) (TestKey, error) {
	f, err := os.Open(path)
	if err != nil {
		return TestKey{}, err
	}
	defer func() { _ = f.Close() }() // only read
	b, err := io.ReadAll(io.LimitReader(f, largestTest))
	if err != nil {
		return TestKey{}, err
	}
	c, err := LoadPEM(b, b)
	if err != nil {
		return TestKey{}, err
	}
	if !c.Test {
		return TestKey{}, fmt.Errorf("%w: it is no test certificate", ErrCredential)
	}
	closed, err := closeToOthers(f)
	return TestKey{Credential: c, Closed: closed}, err
}

// largestTest is more than the file of a test certificate ever holds.
const largestTest = 64 << 10

// closeToOthers takes the permission to read and write a file from all but its owner,
// where others have it. Windows tells nothing of that in a file's mode.
func closeToOthers(f *os.File) (closed bool, err error) {
	info, err := f.Stat()
	if err != nil || runtime.GOOS == "windows" || info.Mode().Perm()&0o077 == 0 {
		return false, err
	}
	return true, f.Chmod(info.Mode().Perm() &^ 0o077)
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
