package sign

import (
	"bytes"
	"crypto/elliptic"
	"crypto/x509"
	"errors"
	"strings"
	"testing"
	"time"

	"samsyn/internal/cms/certtest"
	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

func TestSignTwice(t *testing.T) {
	a, b := signer(t), signer(t)
	base := twoFields()
	if r := mustVerify(t, base); len(r.Signatures) != 0 || r.Verdict() == Valid || r.Base != int64(len(base)) {
		t.Fatalf("an unsigned file is reported as %+v", r)
	}
	once := mustSign(t, base, "region", a)
	twice := mustSign(t, once, "kommun", b)

	r := mustVerify(t, once, a.Chain[1])
	if r.Verdict() != Valid || !r.Trusted() || len(r.Signatures) != 1 || !r.Signatures[0].Whole {
		t.Fatalf("signed once: %+v", r)
	}
	r = mustVerify(t, twice, a.Chain[1])
	if r.Verdict() != Valid || r.Trusted() || len(r.Signatures) != 2 {
		t.Fatalf("signed twice: %+v", r)
	}
	s, s2 := r.Signatures[0], r.Signatures[1]
	if s.Field != "region" || s.Label != "Underskrift för region" || s.Signer != "Åsa Öberg" || s.Reason != "Undertecknar för region" {
		t.Errorf("the first signature: %+v", s)
	}
	if !s.Claimed.Equal(when) || s.Test || s.Stamp != nil || len(s.Fingerprint) != 64 {
		t.Errorf("the first signature: %+v", s)
	}
	if s.Whole || s.Revision != 2 || s.Covers != int64(len(once)) || !s.Trusted || s.Untrusted != "" {
		t.Errorf("the first signature's coverage: %+v", s)
	}
	if !s2.Whole || s2.Revision != 3 || s2.Covers != int64(len(twice)) || s2.Trusted || s2.Untrusted == "" {
		t.Errorf("the second signature's coverage: %+v", s2)
	}
	got, err := Base(twice)
	if err != nil || !bytes.Equal(got, base) {
		t.Errorf("the base is not what was there before signing (%v)", err)
	}
	fields, err := Fields(once)
	if err != nil || len(fields) != 2 || fields[0] != (Field{"kommun", "Underskrift för kommun", 200, 50, false}) || !fields[1].Signed {
		t.Errorf("fields %+v, %v", fields, err)
	}
}

func TestKindsOfKeys(t *testing.T) {
	for name, c := range map[string]keys.Credential{
		"RSA 2048":    issue(t, certtest.RSA(t, 2048), nil, nil),
		"ECDSA P-256": issue(t, certtest.EC(t, elliptic.P256()), nil, nil),
		"ECDSA P-384": issue(t, certtest.EC(t, elliptic.P384()), nil, nil),
	} {
		if r := mustVerify(t, mustSign(t, twoFields(), "kommun", c), c.Chain[0]); !r.Trusted() {
			t.Errorf("%s: %+v", name, r)
		}
	}
	for name, c := range map[string]keys.Credential{
		"RSA 1024":    issue(t, certtest.RSA(t, 1024), nil, nil),
		"ECDSA P-521": issue(t, certtest.EC(t, elliptic.P521()), nil, nil),
	} {
		if _, err := Sign(twoFields(), Options{Field: "kommun", Credential: c}); !errors.Is(err, keys.ErrKeyKind) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSignRefuses(t *testing.T) {
	c := signer(t)
	base := twoFields()
	once := mustSign(t, base, "kommun", c)
	broken := bytes.Clone(once)
	broken[bytes.Index(broken, []byte("Overenskommelse"))] = 'o'
	other := c
	other.Key = certtest.EC(t, elliptic.P256())
	with := func(edit func(*x509.Certificate)) keys.Credential {
		return issue(t, certtest.EC(t, elliptic.P256()), nil, edit)
	}
	for name, k := range map[string]struct {
		pdf   []byte
		field string
		cred  keys.Credential
		want  error
	}{
		"no such field":      {base, "ingen", c, ErrNoField},
		"part of a name":     {base, "kommu", c, ErrNoField},
		"signed already":     {once, "kommun", c, ErrSigned},
		"changed content":    {broken, "region", c, ErrChanged},
		"junk after it":      {append(bytes.Clone(once), "\n%hej\n"...), "region", c, ErrChanged},
		"junk, unsigned":     {append(bytes.Clone(base), "hej"...), "region", c, ErrDamaged},
		"cut":                {base[:len(base)-100], "region", c, ErrDamaged},
		"no PDF":             {[]byte("PK\x03\x04"), "region", c, ErrNotPDF},
		"encrypted":          {bytes.Replace(base, []byte("/Size"), []byte("/Encrypt 1 0 R/Size"), 1), "region", c, ErrForeign},
		"another key":        {base, "kommun", other, keys.ErrKeyMismatch},
		"no credential":      {base, "kommun", keys.Credential{}, keys.ErrCredential},
		"expired":            {base, "kommun", with(func(x *x509.Certificate) { x.NotAfter = time.Now().Add(-time.Minute) }), keys.ErrExpired},
		"not yet valid":      {base, "kommun", with(func(x *x509.Certificate) { x.NotBefore = time.Now().Add(time.Hour) }), keys.ErrNotYetValid},
		"not for signing":    {base, "kommun", with(func(x *x509.Certificate) { x.KeyUsage = x509.KeyUsageKeyEncipherment }), keys.ErrKeyUsage},
		"no form in the PDF": {form(func(_ *pdfobj.File, root, _ pdfobj.Dict) { delete(root, "AcroForm") }, "kommun"), "kommun", c, ErrNoField},
	} {
		out, err := Sign(k.pdf, Options{Field: k.field, Credential: k.cred})
		if !errors.Is(err, k.want) || out != nil {
			t.Errorf("%s: want %v, got %v", name, k.want, err)
		}
	}
}

func TestNoRoom(t *testing.T) {
	huge := func([]byte) ([]byte, error) {
		return append([]byte{0x04, 0x82, 0x75, 0x30}, make([]byte, 30000)...), nil
	}
	_, err := Sign(twoFields(), Options{Field: "kommun", Credential: signer(t), Timestamp: huge})
	if !errors.Is(err, ErrRoom) {
		t.Errorf("want ErrRoom, got %v", err)
	}
}

func TestAppearance(t *testing.T) {
	mark := []byte("BT /F1 10 Tf 4 20 Td (Undertecknad) Tj ET")
	out, err := Sign(twoFields(), Options{Field: "kommun", Credential: signer(t), Mark: &Mark{Drawing: mark}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfobj.Parse(out)
	if err != nil {
		t.Fatal(err)
	}
	w := mustFields(f, 1)[0]
	s := f.Stream(f.Dict(w.dict["AP"])["N"])
	if w.name != "kommun" || !bytes.Equal(s.Data, mark) || f.Dict(s.D["Resources"])["Font"] == nil {
		t.Errorf("the field %s shows %+v", w.name, s)
	}
	bare := form(func(f *pdfobj.File, root, _ pdfobj.Dict) {
		for _, r := range f.Dict(root["AcroForm"])["Fields"].(pdfobj.Array) {
			delete(f.Dict(r), "AP")
		}
	}, "kommun")
	if _, err := Sign(bare, Options{Field: "kommun", Credential: signer(t), Mark: &Mark{Drawing: mark}}); err == nil {
		t.Error("a field without a frame was drawn in")
	}
}

func TestNobodyIsTrustedForWhatDoesNotHold(t *testing.T) {
	c := signer(t)
	pdf := mustSign(t, twoFields(), "kommun", c)
	pdf[bytes.Index(pdf, []byte("Overenskommelse"))] = 'o'
	if s := mustVerify(t, pdf, c.Chain...).Signatures[0]; s.Verdict() == Valid || s.Trusted || s.Untrusted == "" || s.Problems[0].Code != Content {
		t.Errorf("%+v", s)
	}
}

func TestDates(t *testing.T) {
	for _, zone := range []int{0, 3600, -12600} {
		in := time.Date(2026, 3, 26, 10, 30, 5, 0, time.FixedZone("", zone))
		if got := parseDate(pdfDate(in)); !got.Equal(in) {
			t.Errorf("%s came back as %s", pdfDate(in), got)
		}
	}
	if got := pdfDate(when); got != "D:20260326103000+01'00'" {
		t.Errorf("written as %s", got)
	}
	if !parseDate("D:2026").IsZero() || parseDate("D:20260326093000Z").UTC().Hour() != 9 {
		t.Error("dates of others are misread")
	}
}

func TestNamesInErrors(t *testing.T) {
	_, err := Sign(twoFields(), Options{Field: "landsting", Credential: signer(t)})
	if err == nil || !strings.Contains(err.Error(), "kommun, region") {
		t.Errorf("the error does not say which fields there are: %v", err)
	}
}
