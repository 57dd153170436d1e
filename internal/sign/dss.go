package sign

import (
	"cmp"
	"crypto/x509"
	"fmt"
	"slices"
	"time"

	"samsyn/internal/cms"
	"samsyn/internal/pdfobj"
)

// How far clocks may be apart: those of time-stamp services, and that of a signer,
// who may not even tell the zone.
const (
	stampSkew = time.Minute
	claimSkew = 24 * time.Hour
)

// fitStamps holds each time stamp against what it must fit: the signer's
// certificate, the time that the signer claims, the present, and the stamps before
// and after it. What is signed later was signed later.
func fitStamps(all []Signature, now time.Time) {
	latest := -1 // the signature before with the latest stamp
	for i := range all {
		s := &all[i]
		if s.Stamp == nil {
			continue
		}
		t := s.Stamp.Time
		wrong := func(why string) { s.add(TimeStamp, "the time stamp does not fit: "+why) }
		if t.After(now.Add(claimSkew)) {
			wrong("it is of the future")
		}
		if s.Sort == OfPerson {
			if c := s.Certificate; t.Before(c.NotBefore) || t.After(c.NotAfter) {
				wrong("the signer's certificate was not valid then")
			}
			if !s.Claimed.IsZero() && s.Claimed.After(t.Add(claimSkew)) {
				wrong("it is older than the signature says to be")
			}
		}
		if latest >= 0 {
			if before := &all[latest]; t.Before(before.Stamp.Time.Add(-stampSkew)) {
				if s.Stamp.Trusted && !before.Stamp.Trusted {
					before.add(TimeStamp, "the time stamp does not fit: it is younger than a trusted one that came after it")
				} else {
					wrong("it is older than one that came before it")
				}
			}
		}
		if latest < 0 || t.After(all[latest].Stamp.Time) {
			latest = i
		}
	}
}

// validationData are what the file's newest DSS dictionary holds (12.8.4.3), and in
// which revision each certificate's statements came.
type validationData struct {
	certs       []*x509.Certificate
	revocations cms.Revocations
	rev         int // the last revision that changed it
}

// Bounds of validation data: streams of each kind, and bytes of one.
const (
	mostStatements = 64
	mostStatement  = 4 << 20
)

// readValidation reads the dictionary; nil where there is none.
func readValidation(f *pdfobj.File) *validationData {
	v := in(f, lastRevision(f))
	dss := v.Dict(v.root()["DSS"])
	if dss == nil {
		return nil
	}
	out := &validationData{}
	each := func(key pdfobj.Name, take func(der []byte)) {
		list := v.Array(dss[key])
		for _, e := range list[:min(len(list), mostStatements)] {
			s := v.Stream(e)
			if s == nil {
				continue
			}
			if der, err := s.Decoded(mostStatement); err == nil {
				take(der)
			}
			if ref, ok := e.(pdfobj.Ref); ok {
				_, rev := f.At(v.rev, ref)
				out.rev = max(out.rev, rev)
			}
		}
	}
	each("Certs", func(der []byte) {
		if c, err := cms.Certificate(der); err == nil {
			out.certs = append(out.certs, c)
		}
	})
	each("CRLs", out.revocations.AddList)
	each("OCSPs", out.revocations.AddAnswer)
	return out
}

// inspectValidation tells each signature's level, and whether its certificate was
// revoked when it signed.
func inspectValidation(f *pdfobj.File, all []Signature) {
	data := readValidation(f)
	for i := range all {
		s := &all[i]
		if s.Certificate == nil || s.Sort != OfPerson {
			continue
		}
		at, stamped := s.Stamp != nil, s.Stamp
		after := 0 // the last revision with a time stamp over the document after it
		for _, t := range all[i+1:] {
			if t.Sort == OfDocument && t.Stamp != nil && t.Verdict() != Invalid {
				stamped = cmp.Or(stamped, t.Stamp)
				at, after = true, t.Revision
			}
		}
		if s.Level == LevelB && at {
			s.Level = LevelT
		}
		if data == nil {
			continue
		}
		told := data.told(s, stamped)
		if s.Level == LevelT && told {
			s.Level = LevelLT
			if after > data.rev { // revisions are counted from 0 there
				s.Level = LevelLTA
			}
		}
	}
}

// told says whether something is said of each certificate of a signature up to its
// root, and notes one that was revoked when it signed.
func (d *validationData) told(s *Signature, stamp *Stamp) bool {
	all := true
	chain := cms.Chain(s.Certificate, append(append([]*x509.Certificate{}, s.Others...), d.certs...))
	for i, c := range chain {
		if string(c.RawIssuer) == string(c.RawSubject) { // nobody above it says anything
			return all && (i > 0 || slices.ContainsFunc(d.certs, c.Equal))
		}
		if i+1 == len(chain) {
			return false
		}
		status := d.revocations.Of(c, chain[i+1])
		all = all && status.Told
		if r := status.Revoked; !r.IsZero() && (stamp == nil || !stamp.Trusted || !stamp.Time.Before(r)) {
			s.add(Revoked, fmt.Sprintf("the certificate of %s was revoked %s", signerName(c), r.Format(time.DateOnly)))
		}
	}
	return all
}
