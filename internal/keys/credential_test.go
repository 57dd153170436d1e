package keys

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"software.sslmate.com/src/go-pkcs12"

	"samsyn/internal/cms"
	"samsyn/internal/cms/certtest"
)

func pemCerts(certs ...*x509.Certificate) (out []byte) {
	for _, c := range certs {
		out = append(out, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: c.Raw})...)
	}
	return out
}

// issue makes a credential.
func issue(t *testing.T, key crypto.Signer, by *Credential, edit func(*x509.Certificate)) Credential {
	t.Helper()
	var above *certtest.Signer
	if by != nil {
		above = &certtest.Signer{Key: by.Key, Chain: by.Chain}
	}
	made := certtest.Issue(t, key, above, edit)
	return Credential{Key: made.Key, Chain: made.Chain}
}

// signer is a credential under a root of its own.
func signer(t *testing.T) Credential {
	t.Helper()
	root := issue(t, certtest.EC(t, elliptic.P256()), nil, certtest.AsCA)
	return issue(t, certtest.EC(t, elliptic.P256()), &root, nil)
}

// signs makes a container with a credential and reads it back.
func signs(t *testing.T, c Credential) {
	t.Helper()
	content := []byte("content")
	der, err := cms.Make([][]byte{content}, c.Key, c.Chain, nil)
	if err != nil {
		t.Fatal(err)
	}
	read, err := cms.Parse(der)
	if err != nil || read.Check(cms.OIDData, content) != nil || !read.Signer.Equal(c.Chain[0]) {
		t.Errorf("what it signs does not hold: %v", err)
	}
}

func pemKey(t *testing.T, c Credential) []byte {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(c.Key)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
}

func TestLoadPEM(t *testing.T) {
	root := issue(t, certtest.EC(t, elliptic.P256()), nil, certtest.AsCA)
	c := issue(t, certtest.EC(t, elliptic.P256()), &root, nil)
	stranger := signer(t).Chain[1]
	got, err := LoadPEM(pemKey(t, c), pemCerts(stranger, root.Chain[0], c.Chain[0]))
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Chain) != 2 || !got.Chain[0].Equal(c.Chain[0]) || !got.Chain[1].Equal(root.Chain[0]) || got.Test {
		t.Errorf("chain %v", got.Chain)
	}
	signs(t, got)

	sec1, err := x509.MarshalECPrivateKey(c.Key.(*ecdsa.PrivateKey))
	if err != nil {
		t.Fatal(err)
	}
	params := pem.EncodeToMemory(&pem.Block{Type: "EC PARAMETERS", Bytes: []byte{6, 1, 0}})
	file := append(params, pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: sec1})...)
	if _, err := LoadPEM(file, pemCerts(c.Chain[0])); err != nil {
		t.Errorf("a key as openssl ecparam writes it: %v", err)
	}

	expired := issue(t, certtest.EC(t, elliptic.P256()), nil, func(x *x509.Certificate) { x.NotAfter = time.Now().Add(-time.Minute) })
	early := issue(t, certtest.EC(t, elliptic.P256()), nil, func(x *x509.Certificate) { x.NotBefore = time.Now().Add(time.Hour) })
	encrypted := pem.EncodeToMemory(&pem.Block{Type: "ENCRYPTED PRIVATE KEY", Bytes: []byte{1}})
	oldEncrypted := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Headers: map[string]string{"DEK-Info": "AES-128-CBC,00"}, Bytes: []byte{1}})
	for name, k := range map[string]struct {
		key, cert []byte
		want      error
	}{
		"another key":        {pemKey(t, signer(t)), pemCerts(c.Chain[0]), ErrKeyMismatch},
		"expired":            {pemKey(t, expired), pemCerts(expired.Chain[0]), ErrExpired},
		"not yet valid":      {pemKey(t, early), pemCerts(early.Chain[0]), ErrNotYetValid},
		"encrypted":          {encrypted, pemCerts(c.Chain[0]), ErrEncryptedKey},
		"encrypted, of old":  {oldEncrypted, pemCerts(c.Chain[0]), ErrEncryptedKey},
		"no key":             {pemCerts(c.Chain[0]), pemCerts(c.Chain[0]), ErrCredential},
		"no certificate":     {pemKey(t, c), pemKey(t, c), ErrCredential},
		"broken key":         {pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: []byte{1}}), pemCerts(c.Chain[0]), ErrCredential},
		"broken certificate": {pemKey(t, c), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: []byte{1}}), ErrCredential},
		"nothing":            {nil, nil, ErrCredential},
	} {
		if _, err := LoadPEM(k.key, k.cert); !errors.Is(err, k.want) {
			t.Errorf("%s: want %v, got %v", name, k.want, err)
		}
	}
}

func TestReadCertificates(t *testing.T) {
	c := signer(t)
	for name, k := range map[string]struct {
		file []byte
		want int // certificates, 0 for an error
	}{
		"PEM":        {append([]byte("said aside\n"), pemCerts(c.Chain...)...), 2},
		"DER":        {c.Chain[0].Raw, 1},
		"DER and":    {append(c.Chain[0].Raw[:len(c.Chain[0].Raw):len(c.Chain[0].Raw)], 0), 0},
		"a key":      {pemKey(t, c), 0},
		"nothing":    {nil, 0},
		"other text": {[]byte("0 hej"), 0},
	} {
		got, err := ReadCertificates(k.file)
		if len(got) != k.want || (err != nil) != (k.want == 0) || (err != nil && !errors.Is(err, ErrCredential)) {
			t.Errorf("%s: %d certificates, %v", name, len(got), err)
		}
	}
}

func TestLoadPKCS12(t *testing.T) {
	c := signer(t)
	file, err := pkcs12.Modern.Encode(c.Key, c.Chain[0], c.Chain[1:], "hemligt")
	if err != nil {
		t.Fatal(err)
	}
	got, err := LoadPKCS12(file, "hemligt")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Chain) != 2 || !got.Chain[1].Equal(c.Chain[1]) {
		t.Errorf("chain %v", got.Chain)
	}
	signs(t, got)
	if _, err := LoadPKCS12(file, "fel"); !errors.Is(err, ErrPassword) {
		t.Errorf("a wrong password: %v", err)
	}
	if _, err := LoadPKCS12(file[:len(file)/2], "hemligt"); !errors.Is(err, ErrCredential) {
		t.Errorf("half a file: %v", err)
	}
	expired := issue(t, certtest.EC(t, elliptic.P256()), nil, func(x *x509.Certificate) { x.NotAfter = time.Now().Add(-time.Minute) })
	if file, err = pkcs12.Modern.Encode(expired.Key, expired.Chain[0], nil, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadPKCS12(file, ""); !errors.Is(err, ErrExpired) {
		t.Errorf("expired: %v", err)
	}
}

func TestTestCredential(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	first, err := TestCredential(dir)
	if err != nil || !first.Created || first.Closed || !first.Test {
		t.Fatalf("%+v, %v", first, err)
	}
	path := filepath.Join(dir, testFile)
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	again, err := TestCredential(dir)
	if err != nil || again.Created || !again.Chain[0].Equal(first.Chain[0]) {
		t.Errorf("the second time: %v, %v", again.Created, err)
	}
	signs(t, first.Credential)
	if !IsTest(first.Chain[0]) || first.Chain[0].Subject.CommonName != testName {
		t.Errorf("it does not say that it is a test: %v", first.Chain[0].Subject)
	}

	old, err := newTest(time.Now().AddDate(-testYears, 0, -1))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, old, 0o600); err != nil {
		t.Fatal(err)
	}
	fresh, err := TestCredential(dir)
	if err != nil || !fresh.Created || fresh.Usable(time.Now()) != nil {
		t.Errorf("an expired one is not made anew: %v, %v", fresh.Created, err)
	}

	real := signer(t)
	if err := os.WriteFile(path, append(pemKey(t, real), pemCerts(real.Chain...)...), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := TestCredential(dir); !errors.Is(err, ErrCredential) {
		t.Errorf("another certificate passes for a test certificate: %v", err)
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A test key that others can read is closed to them, and that is told once.
func TestTestCredentialIsClosedToOthers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file's mode tells nothing here")
	}
	dir := t.TempDir()
	if _, err := TestCredential(dir); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, testFile)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, false} {
		k, err := TestCredential(dir)
		if err != nil || k.Closed != want || k.Created {
			t.Errorf("time %d: %+v, %v", i, k, err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("time %d: %v, %v", i, info, err)
		}
	}
}

func TestTestCredentialInARace(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	const n = 16
	got := make([]TestKey, n)
	for i := range n {
		wg.Go(func() {
			var err error
			if got[i], err = TestCredential(dir); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	makers := 0
	for i := range n {
		if got[i].Created {
			makers++
		}
		if !t.Failed() && !got[i].Chain[0].Equal(got[0].Chain[0]) {
			t.Error("two processes have different keys")
		}
	}
	if makers != 1 {
		t.Errorf("%d made it", makers)
	}
}

func TestTestCredentialWithoutAPlace(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := TestCredential(filepath.Join(file, "dir")); err == nil {
		t.Error("a folder below a file")
	}
}
