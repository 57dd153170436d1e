package cms

import (
	"bytes"
	"crypto"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"io"
	"math/big"
	"testing"
	"time"

	"samsyn/internal/cms/certtest"
)

// TestEveryByteOfAStampedContainer changes each byte of a container with a time
// stamp, of which no signature covers the whole either.
func TestEveryByteOfAStampedContainer(t *testing.T) {
	t.Parallel()
	content := []byte("content")
	c := certtest.New(t)
	tsa := certtest.Issue(t, certtest.RSA(t, 2048), nil, certtest.AsService)
	der, err := Make([][]byte{content}, c.Key, c.Chain, func(value []byte) ([]byte, error) { return certtest.Stamp(t, tsa, value, time.Now()), nil })
	if err != nil {
		t.Fatal(err)
	}
	holds := func() bool {
		c, err := Parse(der)
		if err != nil || c.Check(OIDData, content) != nil {
			return false
		}
		_, _, err = CheckToken(c.Token, c.Value())
		return err == nil
	}
	if !holds() {
		t.Fatal("it does not hold to begin with")
	}
	for i := 0; i < len(der); i += step() {
		der[i] ^= 1 << (i % 8)
		if holds() {
			t.Errorf("byte %d of %d may become %#x", i, len(der), der[i])
		}
		der[i] ^= 1 << (i % 8)
	}
}

// step is how far apart the bytes are that are changed: one, where there is time.
func step() int {
	if testing.Short() {
		return 16
	}
	return 1
}

func made(content [][]byte, c certtest.Signer) ([]byte, error) {
	return Make(content, c.Key, c.Chain, nil)
}

// TestEveryBitOfTheContainer changes each bit of a container: no signature
// covers it as a whole.
func TestEveryBitOfTheContainer(t *testing.T) {
	t.Parallel()
	content := []byte("content")
	c := certtest.New(t)
	der, err := made([][]byte{content}, c)
	if err != nil {
		t.Fatal(err)
	}
	holds := func() bool {
		c, err := Parse(der)
		return err == nil && c.Check(OIDData, content) == nil
	}
	if !holds() {
		t.Fatal("it does not hold to begin with")
	}
	for i := 0; i < len(der); i += step() {
		for bit := byte(1); bit != 0; bit <<= 1 {
			der[i] ^= bit
			if holds() {
				t.Errorf("byte %d of %d may become %#x", i, len(der), der[i])
			}
			der[i] ^= bit
		}
	}
}

func TestContainerOfOthers(t *testing.T) {
	content := [][]byte{[]byte("content")}
	root := certtest.Issue(t, certtest.EC(t, elliptic.P256()), nil, certtest.AsCA)
	c := certtest.Issue(t, certtest.EC(t, elliptic.P256()), &root, nil)
	alone := certtest.Signer{Key: c.Key, Chain: c.Chain[:1]}
	parsed := func(c certtest.Signer, certs ...*x509.Certificate) *Container {
		der, err := made(content, c)
		if err != nil {
			t.Fatal(err)
		}
		k, err := Parse(der)
		if err != nil {
			t.Fatal(err)
		}
		k.Certs = certs
		return k
	}
	leaf, up := c.Chain[0], c.Chain[1]
	middle := certtest.Issue(t, certtest.EC(t, elliptic.P256()), &root, func(x *x509.Certificate) {
		certtest.AsCA(x)
		x.Subject.CommonName = "Mellan"
	})
	c2 := certtest.Issue(t, certtest.EC(t, elliptic.P256()), &middle, nil)
	stranger := certtest.Issue(t, certtest.EC(t, elliptic.P256()), &root, nil).Chain[0] // of a root that does not stand there
	for name, k := range map[string]struct {
		c    *Container
		want error
	}{
		"as made":                      {parsed(c, leaf, up), nil},
		"without its root":             {parsed(c, leaf), nil},
		"the signer's gone":            {parsed(c, up), errCertificate},
		"one more, that nobody named":  {parsed(alone, leaf, stranger), errCertificate},
		"with one above, not its root": {parsed(c2, c2.Chain[0], c2.Chain[1]), nil},
		"one more, signed by itself":   {parsed(alone, leaf, up), nil},
		"of another content":           {parsed(c, leaf, up), ErrContent},
		"another signer's certificate": {parsed(c, leaf, up), errSignature},
	} {
		text := bytes.Clone(content[0])
		switch {
		case errors.Is(k.want, ErrContent):
			text[0] ^= 1
		case errors.Is(k.want, errSignature):
			k.c.Signer = stranger
		}
		if err := k.c.Check(OIDData, text); !errors.Is(err, k.want) {
			t.Errorf("%s: want %v, got %v", name, k.want, err)
		}
	}
	if err := parsed(c, leaf, up).Check(oidTSTInfo, content[0]); err == nil {
		t.Error("a signature passes for a time stamp")
	}
}

// huge is a key of a million bits that signs whatever it is given.
type huge struct{ rsa.PublicKey }

func (k *huge) Public() crypto.PublicKey { return &k.PublicKey }

func (k *huge) Sign(io.Reader, []byte, crypto.SignerOpts) ([]byte, error) {
	return bytes.Repeat([]byte{1}, k.N.BitLen()/8), nil
}

// TestKeysThatNobodyUses refuses what would take minutes to look at.
func TestKeysThatNobodyUses(t *testing.T) {
	content := [][]byte{[]byte("content")}
	root := certtest.Issue(t, certtest.EC(t, elliptic.P256()), nil, certtest.AsCA)
	key := &huge{rsa.PublicKey{N: new(big.Int).Add(new(big.Int).Lsh(big.NewInt(1), 1_000_000), big.NewInt(1)), E: 65537}}
	leaf := certtest.Issue(t, key, &root, nil)
	der, err := made(content, leaf)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Parse(der); !errors.Is(err, ErrUnknown) {
		t.Errorf("a key of a million bits: %v", err)
	}
	if _, err := Certificate(leaf.Chain[0].Raw); !errors.Is(err, ErrUnknown) {
		t.Errorf("a certificate of such a key: %v", err)
	}
	many := certtest.New(t)
	for len(many.Chain) <= maxCerts {
		many.Chain = append(many.Chain, certtest.New(t).Chain[1])
	}
	if der, err = made(content, many); err != nil {
		t.Fatal(err)
	}
	if _, err := Parse(der); !errors.Is(err, ErrUnknown) {
		t.Errorf("%d certificates: %v", len(many.Chain), err)
	}
}
