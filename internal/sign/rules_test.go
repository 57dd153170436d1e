package sign

import (
	"crypto/elliptic"
	"crypto/x509"
	"testing"
	"time"

	"samsyn/internal/cms/certtest"
	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

// TestStampsFit has stamps by anybody, whose time may be what they like.
func TestStampsFit(t *testing.T) {
	long := func(x *x509.Certificate) { x.NotBefore = time.Now().AddDate(-20, 0, 0) }
	service := certtest.Issue(t, certtest.RSA(t, 2048), nil, func(x *x509.Certificate) { certtest.AsService(x); long(x) })
	by := func(c keys.Credential, claimed, at time.Time) Verdict {
		pdf, err := Sign(twoFields(), Options{Field: "kommun", Credential: c, Time: claimed,
			Timestamp: func(value []byte) ([]byte, error) { return certtest.Stamp(t, service, value, at), nil }})
		if err != nil {
			return Invalid
		}
		return mustVerify(t, pdf).Verdict()
	}
	now := time.Now()
	for name, k := range map[string]struct {
		claimed, at time.Time
		want        Verdict
	}{
		"fits":                             {now, now, Valid},
		"before the signer's certificate":  {now.AddDate(-2, 0, 0), now.AddDate(-2, 0, 0), Invalid},
		"older than the signature is said": {now, now.AddDate(0, 0, -3), Invalid},
		"younger than the signature says":  {now.AddDate(0, 0, -3), now, Valid},
		"of a time that has not come":      {now, now.AddDate(0, 0, 3), Invalid},
	} {
		c := issue(t, certtest.EC(t, elliptic.P256()), nil, func(x *x509.Certificate) {
			x.NotBefore, x.NotAfter = now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0)
		})
		if got := by(c, k.claimed, k.at); got != k.want {
			t.Errorf("%s: %s, want %s", name, got, k.want)
		}
	}
}

// TestPurposes signs with certificates that are for something else.
func TestPurposes(t *testing.T) {
	oid := func(n ...int) []int { return n }
	for name, k := range map[string]struct {
		usage   []x509.ExtKeyUsage
		unknown []int
		want    Verdict
	}{
		"none said":         {nil, nil, Valid},
		"mail":              {[]x509.ExtKeyUsage{x509.ExtKeyUsageEmailProtection}, nil, Valid},
		"anything":          {[]x509.ExtKeyUsage{x509.ExtKeyUsageAny}, nil, Valid},
		"documents":         {nil, oid(1, 3, 6, 1, 5, 5, 7, 3, 36), Valid},
		"servers":           {[]x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, nil, Invalid},
		"signing in":        {[]x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}, nil, Invalid},
		"time stamps":       {[]x509.ExtKeyUsage{x509.ExtKeyUsageTimeStamping}, nil, Invalid},
		"programs":          {[]x509.ExtKeyUsage{x509.ExtKeyUsageCodeSigning}, nil, Invalid},
		"something unheard": {nil, oid(1, 3, 6, 1, 4, 1, 99999, 1), Unknown},
		"servers and mail":  {[]x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageEmailProtection}, nil, Valid},
	} {
		c := issue(t, certtest.EC(t, elliptic.P256()), nil, func(x *x509.Certificate) {
			x.ExtKeyUsage = k.usage
			if k.unknown != nil {
				x.UnknownExtKeyUsage = append(x.UnknownExtKeyUsage, k.unknown)
			}
		})
		pdf := fillBySigner(t, twoFields(), 0, c, func(*pdfobj.File, pdfobj.Ref) {})
		if got := mustVerify(t, pdf).Verdict(); got != k.want {
			t.Errorf("%s: %s, want %s", name, got, k.want)
		}
		_, err := Sign(twoFields(), Options{Field: "kommun", Credential: c})
		if (err == nil) != (k.want != Invalid) {
			t.Errorf("%s: signing: %v", name, err)
		}
	}
}

// TestRules has a first signer who rules out what a second one does.
func TestRules(t *testing.T) {
	mdp := func(method string, params pdfobj.Dict) pdfobj.Array {
		return pdfobj.Array{pdfobj.Dict{"Type": pdfobj.Name("SigRef"), "TransformMethod": pdfobj.Name(method), "TransformParams": params}}
	}
	fieldsOf := func(action string, names ...string) pdfobj.Dict {
		var list pdfobj.Array
		for _, n := range names {
			list = append(list, pdfobj.Text(n))
		}
		return pdfobj.Dict{"Action": pdfobj.Name(action), "Fields": list}
	}
	for name, k := range map[string]struct {
		reference pdfobj.Array
		want      Verdict
	}{
		"no change at all":      {mdp("DocMDP", pdfobj.Dict{"P": pdfobj.Int(1)}), Invalid},
		"forms may be filled":   {mdp("DocMDP", pdfobj.Dict{"P": pdfobj.Int(2)}), Valid},
		"no field":              {mdp("FieldMDP", fieldsOf("All")), Invalid},
		"none but this":         {mdp("FieldMDP", fieldsOf("Exclude", "region")), Valid},
		"none but another":      {mdp("FieldMDP", fieldsOf("Exclude", "landsting")), Invalid},
		"not this":              {mdp("FieldMDP", fieldsOf("Include", "region")), Invalid},
		"not another":           {mdp("FieldMDP", fieldsOf("Include", "landsting")), Valid},
		"a rule not known here": {mdp("UR3", pdfobj.Dict{}), Valid},
	} {
		once := fillBy(t, twoFields(), 0, func(f *pdfobj.File, field pdfobj.Ref) { setIn(f, f.Dict(field)["V"], "Reference", k.reference) })
		if got := mustVerify(t, once).Verdict(); got != Valid {
			t.Fatalf("%s: alone it is %s", name, got)
		}
		stamped := stampDocument(t, once, certtest.Issue(t, certtest.RSA(t, 2048), nil, certtest.AsService), time.Now(), nil)
		if got := mustVerify(t, stamped).Verdict(); got != Valid {
			t.Errorf("%s: with a time stamp over it, it is %s", name, got)
		}
		twice := fillBy(t, once, 1, func(*pdfobj.File, pdfobj.Ref) {})
		r := mustVerify(t, twice)
		if s := r.Signatures; s[0].Verdict() != k.want || s[1].Verdict() != Valid || k.want == Invalid && s[0].Problems[0].Code != Forbidden {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// TestPlainCMS judges the older format, which names no certificate.
func TestPlainCMS(t *testing.T) {
	c := signer(t)
	pdf := fillBySigner(t, twoFields(), 0, c, func(f *pdfobj.File, field pdfobj.Ref) {
		setIn(f, f.Dict(field)["V"], "SubFilter", formatCMS)
		setIn(f, f.Dict(field)["V"], "Reason", pdfobj.Text("Skäl"))
	})
	s := mustVerify(t, pdf, c.Chain[1]).Signatures[0]
	if s.Verdict() != Valid || s.Level != "" || s.Format != "adbe.pkcs7.detached" || s.Signer != "Åsa Öberg" || s.Reason != "Skäl" || !s.Trusted || len(s.Fingerprint) != 64 {
		t.Errorf("%+v", s)
	}
	other := fillBy(t, twoFields(), 0, func(f *pdfobj.File, field pdfobj.Ref) {
		setIn(f, f.Dict(field)["V"], "SubFilter", pdfobj.Name("adbe.pkcs7.sha1"))
	})
	s = mustVerify(t, other).Signatures[0]
	if s.Verdict() != Unknown || s.Problems[0].Code != Kind || s.Signer == "" {
		t.Errorf("a kind that is not judged: %+v", s)
	}
}
