package cms

import (
	"bytes"
	"testing"

	"samsyn/internal/cms/certtest"
)

// FuzzContainer changes a container. Only another way to write the same
// signature may hold, and no time stamp may come out of nothing.
func FuzzContainer(f *testing.F) {
	c := certtest.New(f)
	content := []byte("content")
	der, err := made([][]byte{content}, c)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint(0), uint(0), []byte(nil))
	f.Add(uint(0), uint(len(der)), []byte{0x30, 0x80, 0, 0})
	f.Add(uint(len(der)-8), uint(4), []byte{0xA1, 0x02, 0x30, 0x00})
	f.Fuzz(func(t *testing.T, at, cut uint, put []byte) {
		in := splice(der, at, cut, put)
		if _, _, err := CheckToken(in, content); err == nil {
			t.Error("a time stamp out of nothing")
		}
		got, err := Parse(in)
		if err != nil || got.Check(OIDData, content) != nil || !got.Signer.Equal(c.Chain[0]) {
			return
		}
		if len(got.Certs) != len(c.Chain) || !bytes.Contains(der, got.signedBytes()[1:]) {
			t.Error("another container holds for the same signer")
		}
	})
}

// splice puts bytes in the place of cut others.
func splice(b []byte, at, cut uint, put []byte) []byte {
	at = min(at, uint(len(b)))
	cut = min(cut, uint(len(b))-at)
	return bytes.Join([][]byte{b[:at], put, b[at+cut:]}, nil)
}
