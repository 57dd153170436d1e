package sign

import (
	"bytes"
	"crypto/elliptic"
	"crypto/x509"
	"errors"
	"testing"
)

// TestEveryBitOfTheContainer changes each bit of a container: no signature
// covers it as a whole.
func TestEveryBitOfTheContainer(t *testing.T) {
	t.Parallel()
	content := []byte("content")
	der, err := signCMS([][]byte{content}, signer(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	holds := func() bool {
		c, err := parseContainer(der)
		return err == nil && c.check(oidData, content) == nil
	}
	if !holds() {
		t.Fatal("it does not hold to begin with")
	}
	for i := range der {
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
	root := issue(t, ecKey(t, elliptic.P256()), nil, asCA)
	c := issue(t, ecKey(t, elliptic.P256()), &root, nil)
	alone := Credential{Key: c.Key, Chain: c.Chain[:1]}
	made := func(c Credential, certs ...*x509.Certificate) *container {
		der, err := signCMS(content, c, nil)
		if err != nil {
			t.Fatal(err)
		}
		k, err := parseContainer(der)
		if err != nil {
			t.Fatal(err)
		}
		k.certs = certs
		return k
	}
	leaf, up := c.Chain[0], c.Chain[1]
	stranger := signer(t).Chain[1]
	stranger.Signature[0] ^= 1 // so that nothing vouches for it
	for name, k := range map[string]struct {
		c    *container
		want error
	}{
		"as made":                      {made(c, leaf, up), nil},
		"one of the named gone":        {made(c, leaf), errCertificate},
		"one more, that nobody named":  {made(alone, leaf, stranger), errCertificate},
		"one more, signed by itself":   {made(alone, leaf, up), nil},
		"of another content":           {made(c, leaf, up), errContent},
		"another signer's certificate": {made(c, leaf, up), errSignature},
	} {
		text := bytes.Clone(content[0])
		switch {
		case errors.Is(k.want, errContent):
			text[0] ^= 1
		case errors.Is(k.want, errSignature):
			k.c.signer = stranger
		}
		if err := k.c.check(oidData, text); !errors.Is(err, k.want) {
			t.Errorf("%s: want %v, got %v", name, k.want, err)
		}
	}
	if err := made(c, leaf, up).check(oidTSTInfo, content[0]); err == nil {
		t.Error("a signature passes for a time stamp")
	}
}
