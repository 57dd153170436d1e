package sign

import (
	"bytes"
	"cmp"
	"crypto/x509"
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"strings"
	"time"

	"samsyn/internal/cms"
	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

// The formats of signatures that are judged (12.8.3).
const (
	formatCAdES = pdfobj.Name("ETSI.CAdES.detached")
	formatCMS   = pdfobj.Name("adbe.pkcs7.detached")
	formatStamp = pdfobj.Name("ETSI.RFC3161")
)

// judge looks at one signature by itself: what it covers, and whether it holds for
// that.
func judge(pdf []byte, f *pdfobj.File, s signed, opt VerifyOptions) Signature {
	v := in(f, s.rev)
	rev := f.Revisions()[s.rev]
	format, _ := v.Resolve(s.sig["SubFilter"]).(pdfobj.Name)
	out := Signature{
		Sort: OfPerson, Format: string(format),
		Field: s.name, Label: v.Text(s.dict["TU"]), Signer: v.Text(s.sig["Name"]),
		Reason: v.Text(s.sig["Reason"]), Location: v.Text(s.sig["Location"]), Claimed: parseDate(v.Text(s.sig["M"])),
		Revision: s.rev + 1, Covers: rev.End,
		Untrusted: "the signature cannot be read",
	}
	if format == formatStamp || s.sig["Type"] == pdfobj.Name("DocTimeStamp") {
		out.Sort = OfDocument
	}
	open, end, last, err := byteRange(pdf, s.sig, rev)
	if err != nil {
		out.add(ByteRange, err.Error())
		return out
	}
	der, err := contents(pdf[open:end], s.sig)
	if err != nil {
		out.fails(err, Container)
		return out
	}
	covered := [][]byte{pdf[:open], pdf[end:last]}
	switch {
	case format == formatStamp && out.Sort == OfDocument:
		out.judgeStamp(der, covered, opt)
	case (format == formatCAdES || format == formatCMS) && out.Sort == OfPerson:
		out.judgeContainer(der, covered, opt)
	default:
		out.add(Kind, "it is of the kind "+string(format))
	}
	return out
}

// fails notes why a signature does not hold, or that it is not judged.
func (s *Signature) fails(err error, code Code) {
	switch {
	case errors.Is(err, cms.ErrUnknown):
		code = Kind
	case errors.Is(err, cms.ErrContent):
		code = Content
	}
	s.add(code, err.Error())
}

// byteRange demands that the range is all up to the revision's end but the
// value of /Contents, and that this lies in the revision itself.
func byteRange(pdf []byte, sig pdfobj.Dict, rev pdfobj.Revision) (open, end, last int64, err error) {
	a, _ := sig["ByteRange"].(pdfobj.Array)
	if len(a) != 4 {
		return 0, 0, 0, errors.New("there is no byte range of four numbers")
	}
	var n [4]int64
	for i, e := range a {
		num, _ := e.(pdfobj.Num)
		k, ok := num.Int()
		if !ok || k < 0 || k > len(pdf) {
			return 0, 0, 0, errors.New("the byte range is no range of the file")
		}
		n[i] = int64(k)
	}
	open, end, last = n[1], n[2], n[2]+n[3]
	// The end of the last line may be left out: another program may have added it.
	if n[0] != 0 || open < rev.Begin || open >= end || end > rev.Mark || last < rev.Mark || last > rev.End {
		return 0, 0, 0, errors.New("the byte range does not cover the whole revision")
	}
	before := bytes.TrimRight(pdf[rev.Begin:open], " \r\n\t")
	if !bytes.HasSuffix(before, []byte("/Contents")) || end-open < 2 || pdf[open] != '<' || pdf[end-1] != '>' {
		return 0, 0, 0, errors.New("the byte range leaves out something else than the signature")
	}
	return open, end, last, nil
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
	if cms.IsBER(raw) {
		return nil, cms.ErrBER
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

// judgeContainer looks at a signature by a person.
func (s *Signature) judgeContainer(der []byte, covered [][]byte, opt VerifyOptions) {
	c, err := cms.Parse(der)
	if err != nil {
		s.fails(err, Container)
		return
	}
	s.identify(c)
	if err := c.Check(cms.OIDData, covered...); err != nil {
		s.fails(err, Value)
	}
	names := c.NamesCertificate()
	if s.Format == string(formatCAdES) {
		if !names {
			s.add(Container, "it does not name its certificate")
		} else if !c.SaysTime() {
			s.Level = LevelB
		}
	}
	switch cms.MaySign(c.Signer) {
	case cms.NotForSigning:
		s.add(Purpose, "the certificate is not for signing documents")
	case cms.UnclearIfSigning:
		s.add(UnclearPurpose, "the certificate is for purposes that are not known here")
	}
	if c.Token != nil {
		info, token, err := cms.CheckToken(c.Token, c.Value())
		s.stamp(info, token, err, opt)
	}
	if s.Verdict() != Invalid {
		s.trust(c, opt)
	}
}

// judgeStamp looks at a time stamp over the document.
func (s *Signature) judgeStamp(der []byte, covered [][]byte, opt VerifyOptions) {
	info, token, err := cms.CheckToken(der, covered...)
	s.stamp(info, token, err, opt)
	if token == nil {
		return
	}
	s.identify(token)
	s.Trusted = s.Stamp.Trusted
	if s.Untrusted = ""; !s.Trusted {
		s.Untrusted = "the time-stamp service is not trusted"
	}
}

// stamp notes what a time stamp says.
func (s *Signature) stamp(info cms.TSTInfo, token *cms.Container, err error, opt VerifyOptions) {
	switch {
	case errors.Is(err, cms.ErrUnknown):
		s.add(UnclearStamp, err.Error())
	case err != nil:
		s.add(TimeStamp, "the time stamp does not hold: "+err.Error())
	default:
		s.Stamp = &Stamp{Time: info.Time, Service: signerName(token.Signer)}
		s.Stamp.Trusted = chains(token, opt.Trusted, info.Time, x509.ExtKeyUsageTimeStamping) == nil
	}
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
	return cmp.Or(c.Subject.CommonName, strings.TrimSpace(c.Subject.String()))
}
