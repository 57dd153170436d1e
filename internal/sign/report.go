package sign

import (
	"crypto/sha256"
	"crypto/x509"
	"time"
)

// Report is what Verify found.
type Report struct {
	Signatures []Signature // in the order of signing; none where nothing is signed
	Base       int64       // length in bytes of what was there before the first signature
	Revisions  int         // how many times the file was written: once, and once per update
	Problems   []Problem   // of the file as a whole
}

// Valid says whether there are signatures and every one of them holds.
func (r Report) Valid() bool {
	for _, s := range r.Signatures {
		if !s.Valid() {
			return false
		}
	}
	return len(r.Signatures) > 0 && len(r.Problems) == 0
}

// Trusted says whether the report is valid and every signer is trusted.
func (r Report) Trusted() bool {
	for _, s := range r.Signatures {
		if !s.Trusted {
			return false
		}
	}
	return r.Valid()
}

// Signature is one signature of a file.
type Signature struct {
	Field, Label string // the field's name, and what a screen reader says of it
	Signer       string // the name in the certificate
	Certificate  *x509.Certificate
	Others       []*x509.Certificate // certificates that came with it
	Fingerprint  string              // SHA-256 of the certificate, in hexadecimal
	Reason       string
	Location     string
	Claimed      time.Time // what the signer says; zero where nothing is said
	Stamp        *Stamp    // what a time-stamp service says, or nil

	Revision int   // which writing of the file it closes, counted from 1
	Covers   int64 // length in bytes of that revision
	Whole    bool  // nothing stands behind it; else later signatures do, or Problems tell

	Problems  []Problem // why it does not hold; none where it does
	Trusted   bool      // its certificate leads to a trusted one
	Untrusted string    // why not
	Test      bool      // made with a test certificate
}

// Stamp is a time stamp over a signature's value (RFC 3161): what a service
// says about when the signature was there at the latest.
type Stamp struct {
	Time    time.Time
	Service string // the service's name
	Certs   []*x509.Certificate
	Trusted bool // the service's certificate leads to a trusted one
}

// Valid says whether the signature holds: what it covers is unchanged, and
// nothing but further signatures came after it.
func (s Signature) Valid() bool { return len(s.Problems) == 0 }

func (s *Signature) add(c Code, detail string) {
	s.Problems = append(s.Problems, Problem{c, detail})
}

// Problem is one reason why a signature does not hold.
type Problem struct {
	Code   Code
	Detail string
}

// Code tells kinds of problems apart, for those who word them.
type Code string

const (
	Kind         Code = "kind"          // another kind of signature than is judged here
	ByteRange    Code = "byte-range"    // it does not cover all but itself
	Container    Code = "container"     // the signature cannot be read, or was tampered with
	Content      Code = "content"       // what it covers was changed
	Value        Code = "value"         // signature or certificate are wrong
	TimeStamp    Code = "time-stamp"    // the time stamp is wrong
	OwnUpdate    Code = "own-update"    // signing changed more than the field
	ChangedAfter Code = "changed-after" // something else than a signature came after it
	Appended     Code = "appended"      // something stands behind the end
)

func fingerprint(c *x509.Certificate) []byte {
	sum := sha256.Sum256(c.Raw)
	return sum[:]
}
