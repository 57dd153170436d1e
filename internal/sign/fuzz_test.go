package sign

import (
	"bytes"
	"testing"
)

// FuzzVerify changes a signed file at a place. Nothing but the file itself may
// hold, and nothing may panic.
func FuzzVerify(f *testing.F) {
	once := mustSign(f, twoFields(), "kommun", signer(f))
	twice := mustSign(f, once, "region", signer(f))
	f.Add(uint(0), uint(0), []byte(nil))
	f.Add(uint(len(twice)), uint(0), []byte("\n%%EOF\n"))
	f.Add(uint(len(once)), uint(len(twice)), []byte("startxref\n9\n%%EOF\n"))
	f.Add(uint(gaps(twice)[0][0]), uint(10), []byte("3082000000"))
	f.Fuzz(func(t *testing.T, at, cut uint, put []byte) {
		pdf := splice(twice, at, cut, put)
		r, err := Verify(pdf, VerifyOptions{})
		if err != nil || r.Verdict() != Valid {
			return
		}
		if !bytes.Equal(pdf, twice) && !bytes.Equal(pdf, once) {
			t.Errorf("%d bytes at %d may become %q", cut, at, put)
		}
	})
}

// splice puts bytes in the place of cut others.
func splice(b []byte, at, cut uint, put []byte) []byte {
	at = min(at, uint(len(b)))
	cut = min(cut, uint(len(b))-at)
	return bytes.Join([][]byte{b[:at], put, b[at+cut:]}, nil)
}
