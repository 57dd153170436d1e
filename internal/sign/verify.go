package sign

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"samsyn/internal/cms"
	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

// VerifyOptions say whom to trust.
type VerifyOptions struct {
	Trusted []*x509.Certificate // roots, or signers' own certificates
	Now     time.Time           // for what has expired; the present where it is zero
}

// Verify checks every signature of a PDF. An error means that the file could
// not be judged; what is wrong with a signature stands in the report.
func Verify(pdf []byte, opt VerifyOptions) (Report, error) {
	f, err := open(pdf)
	if err != nil {
		return Report{}, err
	}
	if opt.Now.IsZero() {
		opt.Now = time.Now()
	}
	revs := f.Revisions()
	report := Report{Revisions: len(revs), Base: int64(len(pdf))}
	after := int64(len(pdf)) - revs[len(revs)-1].End
	if after > 0 {
		report.Problems = append(report.Problems, Problem{Appended, fmt.Sprintf("%d bytes stand behind the end of the file", after)})
	}
	all := signedFields(f)
	if len(all) == 0 {
		return report, nil
	}
	first := all[0].rev
	report.Base = 0
	if first > 0 {
		report.Base = revs[first-1].End
	}
	updates := auditFrom(f, first)
	for _, s := range all {
		sig := judge(pdf, f, s, opt)
		sig.Whole = s.rev == len(revs)-1 && after == 0
		if err := updates[s.rev]; err != nil {
			sig.add(OwnUpdate, "its own update does more than sign: "+err.Error())
		}
		for rev := s.rev + 1; rev < len(revs); rev++ {
			if err := updates[rev]; err != nil {
				sig.add(ChangedAfter, fmt.Sprintf("changed afterwards, in revision %d: %v", rev+1, err))
			}
		}
		if after > 0 {
			sig.add(Appended, report.Problems[0].Detail)
		}
		report.Signatures = append(report.Signatures, sig)
	}
	return report, nil
}

// auditFrom judges every revision from the first signed one on.
func auditFrom(f *pdfobj.File, first int) []error {
	a := newAudit(f, first)
	out := make([]error, len(f.Revisions()))
	for rev := range out {
		if rev >= first {
			if rev == 0 {
				out[rev] = errors.New("there is no unsigned base before it")
			} else {
				out[rev] = a.update(rev)
			}
		}
		a.learn(rev)
	}
	return out
}

// Base gives the bytes before the first signature's update: what a rebuild
// gives. Where nothing is signed, that is the whole file.
func Base(pdf []byte) ([]byte, error) {
	r, err := Verify(pdf, VerifyOptions{})
	if err != nil {
		return nil, err
	}
	return pdf[:r.Base], nil
}

func judge(pdf []byte, f *pdfobj.File, s signed, opt VerifyOptions) Signature {
	v := view{f, s.rev}
	revs := f.Revisions()
	out := Signature{
		Field:     s.name,
		Label:     text(f, s.dict["TU"]),
		Reason:    v.text(s.sig["Reason"]),
		Location:  v.text(s.sig["Location"]),
		Claimed:   parseDate(v.text(s.sig["M"])),
		Revision:  s.rev + 1,
		Covers:    revs[s.rev].End,
		Untrusted: "the signature cannot be read",
	}
	if s.sig["SubFilter"] != pdfobj.Name("ETSI.CAdES.detached") {
		out.add(Kind, "a kind of signature that is not judged here")
		return out
	}
	begin := int64(0)
	if s.rev > 0 {
		begin = revs[s.rev-1].End
	}
	open, end, err := byteRange(pdf, s.sig, begin, out.Covers)
	if err != nil {
		out.add(ByteRange, err.Error())
		return out
	}
	der, err := contents(pdf[open:end], s.sig)
	if err != nil {
		out.add(Container, err.Error())
		return out
	}
	c, err := cms.Parse(der)
	if err != nil {
		out.add(Container, err.Error())
		return out
	}
	out.identify(c)
	err = c.Check(cms.OIDData, pdf[:open], pdf[end:out.Covers])
	switch {
	case errors.Is(err, cms.ErrContent):
		out.add(Content, err.Error())
	case err != nil:
		out.add(Value, err.Error())
	}
	if !cms.MaySign(c.Signer) {
		out.add(Value, keys.ErrKeyUsage.Error())
	}
	if c.Token != nil {
		out.stamp(c, opt)
	}
	if !out.Valid() { // so the certificate says nothing about who signed
		out.Untrusted = "the signature does not hold"
		return out
	}
	out.trust(c, opt)
	return out
}

func (v view) text(x any) string {
	s, _ := v.resolve(x).(pdfobj.Str)
	return s.Text()
}

// byteRange demands that the range is all up to the revision's end but the
// value of /Contents, and that this lies in the revision itself.
func byteRange(pdf []byte, sig pdfobj.Dict, begin, covers int64) (open, end int64, err error) {
	a, _ := sig["ByteRange"].(pdfobj.Array)
	if len(a) != 4 {
		return 0, 0, errors.New("there is no byte range of four numbers")
	}
	var n [4]int64
	for i, e := range a {
		num, _ := e.(pdfobj.Num)
		k, ok := num.Int()
		if !ok || k < 0 {
			return 0, 0, errors.New("the byte range is no range")
		}
		n[i] = int64(k)
	}
	open, end = n[1], n[2]
	if n[0] != 0 || open < begin || open >= end || end > covers || n[3] != covers-end {
		return 0, 0, errors.New("the byte range does not cover the whole revision")
	}
	before := bytes.TrimRight(pdf[begin:open], " \r\n\t")
	if !bytes.HasSuffix(before, []byte("/Contents")) || end-open < 2 || pdf[open] != '<' || pdf[end-1] != '>' {
		return 0, 0, errors.New("the byte range leaves out something else than the signature")
	}
	return open, end, nil
}

// contents reads the container out of its hexadecimal form. There may be
// nothing but zeros behind it, no white space, and letters of one case only:
// nothing signs these bytes, so there must be one way to write them.
func contents(hexed []byte, sig pdfobj.Dict) ([]byte, error) {
	digits := hexed[1 : len(hexed)-1]
	if bytes.ContainsAny(digits, "abcdef") && bytes.ContainsAny(digits, "ABCDEF") {
		return nil, errors.New("the signature is written in two ways")
	}
	raw := make([]byte, hex.DecodedLen(len(digits)))
	if _, err := hex.Decode(raw, digits); err != nil {
		return nil, errors.New("the signature is not in hexadecimal form")
	}
	if s, _ := sig["Contents"].(pdfobj.Str); !bytes.Equal(s, raw) {
		return nil, errors.New("the signature stands in another place")
	}
	var outer asn1.RawValue
	rest, err := asn1.Unmarshal(raw, &outer)
	if err != nil {
		return nil, errors.New("the signature is no container")
	}
	if len(bytes.Trim(rest, "\x00")) > 0 {
		return nil, errors.New("something stands behind the signature")
	}
	return outer.FullBytes, nil
}

func (s *Signature) identify(c *cms.Container) {
	s.Certificate = c.Signer
	s.Signer = signerName(c.Signer)
	s.Fingerprint = hex.EncodeToString(fingerprint(c.Signer))
	s.Test = keys.IsTest(c.Signer)
	for _, x := range c.Certs {
		if x != c.Signer {
			s.Others = append(s.Others, x)
		}
	}
}

func (s *Signature) stamp(c *cms.Container, opt VerifyOptions) {
	info, token, err := cms.CheckToken(c.Token, c.Value())
	if err != nil {
		s.add(TimeStamp, "the time stamp does not hold: "+err.Error())
		return
	}
	s.Stamp = &Stamp{Time: info.Time, Service: signerName(token.Signer), Certs: token.Certs}
	s.Stamp.Trusted = chains(token, opt.Trusted, info.Time, x509.ExtKeyUsageTimeStamping) == nil
}

// trust looks for a way from the signer to somebody trusted, at the time that
// a trusted time stamp gives, else now.
func (s *Signature) trust(c *cms.Container, opt VerifyOptions) {
	at := opt.Now
	if s.Stamp != nil && s.Stamp.Trusted {
		at = s.Stamp.Time
	}
	if err := chains(c, opt.Trusted, at, x509.ExtKeyUsageAny); err != nil {
		s.Untrusted = err.Error()
		return
	}
	s.Trusted, s.Untrusted = true, ""
}

func chains(c *cms.Container, trusted []*x509.Certificate, at time.Time, usage x509.ExtKeyUsage) error {
	o := x509.VerifyOptions{
		Roots: x509.NewCertPool(), Intermediates: x509.NewCertPool(),
		CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{usage},
	}
	for _, x := range trusted {
		o.Roots.AddCert(x)
	}
	for _, x := range c.Certs {
		o.Intermediates.AddCert(x)
	}
	_, err := c.Signer.Verify(o)
	return err
}

func signerName(c *x509.Certificate) string {
	if c.Subject.CommonName != "" {
		return c.Subject.CommonName
	}
	return strings.TrimSpace(c.Subject.String())
}
