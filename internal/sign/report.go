package sign

import (
	"crypto/sha256"
	"crypto/x509"
	"time"
)

// Verdict says what is to be thought of a signature, or of a file.
type Verdict string

const (
	Valid   Verdict = "valid"   // it holds
	Invalid Verdict = "invalid" // it does not
	Unknown Verdict = "unknown" // it cannot be judged here
)

// Report is what Verify found.
type Report struct {
	Signatures []Signature // in the order of signing; none where nothing is signed
	Base       int64       // length in bytes of what was there before the first signature
	Revisions  int         // how many times the file was written: once, and once per update
	Updates    []Update    // what those did that did more than sign, in order
	Problems   []Problem   // of the file as a whole
}

// Update is a revision that did something which is allowed after a signature.
type Update struct {
	Revision int // counted from 1
	Deeds    []Deed
}

// Verdict is the worst of the signatures' verdicts. A file without any cannot be
// judged.
func (r Report) Verdict() Verdict {
	all := []Verdict{verdict(r.Problems)}
	for _, s := range r.Signatures {
		all = append(all, s.Verdict())
	}
	if len(r.Signatures) == 0 {
		all = append(all, Unknown)
	}
	out := Valid
	for _, v := range all {
		if v == Invalid || v == Unknown && out == Valid {
			out = v
		}
	}
	return out
}

// Trusted says whether the report is valid and every signer is trusted.
func (r Report) Trusted() bool {
	for _, s := range r.Signatures {
		if !s.Trusted {
			return false
		}
	}
	return r.Verdict() == Valid
}

// Sort tells what a signature is.
type Sort string

const (
	OfPerson   Sort = "signature"  // by whoever the certificate names
	OfDocument Sort = "time-stamp" // over the document, by a time-stamp service
)

// Level is how much a signature brings along for those who look at it later
// (EN 319 142-1, 6). It is empty where PAdES has none for it.
type Level string

const (
	LevelB   Level = "B-B"   // a signature
	LevelT   Level = "B-T"   // with a time stamp
	LevelLT  Level = "B-LT"  // and with what is said of its certificates
	LevelLTA Level = "B-LTA" // and with a time stamp over that
)

// Signature is one signature of a file.
type Signature struct {
	Sort         Sort
	Level        Level
	Format       string // of the signature, as the file names it
	Field, Label string // the field's name, and what a screen reader says of it
	Signer       string // the name in the certificate, or else what the file says
	Certificate  *x509.Certificate
	Others       []*x509.Certificate // certificates that came with it
	Fingerprint  string              // SHA-256 of the certificate, in hexadecimal
	Reason       string
	Location     string
	Claimed      time.Time // what the signer says; zero where nothing is said
	Stamp        *Stamp    // what a time-stamp service says, or nil

	Revision int   // which writing of the file it closes, counted from 1
	Covers   int64 // length in bytes of that revision
	Whole    bool  // nothing stands behind it; else later updates do, or Problems tell

	Problems  []Problem // why it does not hold or cannot be judged; none where it holds
	Trusted   bool      // its certificate leads to a trusted one
	Untrusted string    // why not
	Test      bool      // made with a test certificate
}

// Stamp is a time stamp over a signature's value, or over the document (RFC 3161):
// what a service says about when it was there at the latest.
type Stamp struct {
	Time    time.Time
	Service string // the service's name
	Trusted bool   // the service's certificate leads to a trusted one
}

// Verdict says whether the signature holds: what it covers is unchanged, and nothing
// but what is allowed came after it.
func (s Signature) Verdict() Verdict { return verdict(s.Problems) }

func (s *Signature) add(c Code, detail string) {
	s.Problems = append(s.Problems, Problem{c, detail})
}

// Problem is one reason why a signature does not hold, or cannot be judged.
type Problem struct {
	Code   Code
	Detail string
}

func verdict(problems []Problem) Verdict {
	out := Valid
	for _, p := range problems {
		if !p.Code.unclear() {
			return Invalid
		}
		out = Unknown
	}
	return out
}

// Code tells kinds of problems apart, for those who word them.
type Code string

const (
	ByteRange    Code = "byte-range"    // it does not cover all but itself
	Container    Code = "container"     // the signature cannot be read, or was tampered with
	Content      Code = "content"       // what it covers was changed
	Value        Code = "value"         // signature or certificate are wrong
	Purpose      Code = "purpose"       // the certificate is for something else
	Revoked      Code = "revoked"       // the certificate was revoked when it signed
	TimeStamp    Code = "time-stamp"    // the time stamp is wrong, or does not fit
	OwnUpdate    Code = "own-update"    // signing changed more than the field
	ChangedAfter Code = "changed-after" // something came after it that is not allowed
	Forbidden    Code = "forbidden"     // something came after it that the signer had ruled out
	Shadow       Code = "shadow"        // a field is prepared that could cover what the page says
	Appended     Code = "appended"      // something stands behind the end

	// These say that it cannot be judged.
	Kind           Code = "kind"            // another kind of signature than is judged here
	UnclearPurpose Code = "unclear-purpose" // the certificate is for purposes that are not known here
	UnclearChange  Code = "unclear-change"  // something came after it, or with it, that is not judged here
	UnclearStamp   Code = "unclear-stamp"   // its time stamp is of a kind that is not judged here
	UnclearPlace   Code = "unclear-place"   // what stands below the fields is not judged here
	UnclearEnd     Code = "unclear-end"     // what follows is written in a way that is not judged here
)

func (c Code) unclear() bool {
	switch c {
	case Kind, UnclearPurpose, UnclearChange, UnclearStamp, UnclearPlace, UnclearEnd:
		return true
	}
	return false
}

func fingerprint(c *x509.Certificate) []byte {
	sum := sha256.Sum256(c.Raw)
	return sum[:]
}
