package sign

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"testing"
	"time"

	"samsyn/internal/cms/certtest"
	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

var when = time.Date(2026, 3, 26, 10, 30, 0, 0, time.FixedZone("", 3600))

// form makes a PDF of one page with signature fields. prepare, where not nil,
// may add to it before it is written.
func form(prepare func(f *pdfobj.File, root, page pdfobj.Dict), names ...string) []byte {
	f := pdfobj.New()
	font := f.Add(pdfobj.Dict{"Type": pdfobj.Name("Font"), "Subtype": pdfobj.Name("Type1"), "BaseFont": pdfobj.Name("Helvetica")})
	resources := pdfobj.Dict{"Font": pdfobj.Dict{"F1": font}}
	pageRef, pagesRef := f.Reserve(), f.Reserve()
	page := pdfobj.Dict{
		"Type": pdfobj.Name("Page"), "Parent": pagesRef, "MediaBox": pdfobj.Rect(0, 0, 595, 842), "Resources": resources,
		"Contents": f.Add(&pdfobj.Stream{Data: []byte("BT /F1 24 Tf 72 720 Td (Overenskommelse) Tj ET")}),
	}
	var fields pdfobj.Array
	for i, n := range names {
		y := float64(100 + 60*i)
		ap := f.Add(&pdfobj.Stream{D: pdfobj.Dict{
			"Type": pdfobj.Name("XObject"), "Subtype": pdfobj.Name("Form"),
			"BBox": pdfobj.Rect(0, 0, 200, 50), "Resources": resources,
		}})
		fields = append(fields, f.Add(pdfobj.Dict{
			"Type": pdfobj.Name("Annot"), "Subtype": pdfobj.Name("Widget"), "FT": pdfobj.Name("Sig"), "F": 132,
			"T": pdfobj.Text(n), "TU": pdfobj.Text("Underskrift för " + n), "Rect": pdfobj.Rect(72, y, 272, y+50),
			"P": pageRef, "AP": pdfobj.Dict{"N": ap},
		}))
	}
	page["Annots"] = fields
	root := pdfobj.Dict{
		"Type": pdfobj.Name("Catalog"), "Pages": pagesRef,
		"AcroForm": f.Add(pdfobj.Dict{"Fields": fields, "SigFlags": 3}),
	}
	if prepare != nil {
		prepare(f, root, page)
	}
	f.Set(pageRef, page)
	f.Set(pagesRef, pdfobj.Dict{"Type": pdfobj.Name("Pages"), "Kids": pdfobj.Array{pageRef}, "Count": 1})
	f.Trailer["Root"] = f.Add(root)
	f.Trailer["Info"] = f.Add(pdfobj.Dict{"Title": pdfobj.Text("Överenskommelse")})
	return f.WriteFull("1.7")
}

func twoFields() []byte { return form(nil, "kommun", "region") }

// issue makes a credential.
func issue(t testing.TB, key crypto.Signer, by *keys.Credential, edit func(*x509.Certificate)) keys.Credential {
	t.Helper()
	var above *certtest.Signer
	if by != nil {
		above = &certtest.Signer{Key: by.Key, Chain: by.Chain}
	}
	made := certtest.Issue(t, key, above, edit)
	return keys.Credential{Key: made.Key, Chain: made.Chain}
}

// signer is a credential under a root of its own.
func signer(t testing.TB) keys.Credential {
	t.Helper()
	made := certtest.New(t)
	return keys.Credential{Key: made.Key, Chain: made.Chain}
}

func mustSign(t testing.TB, pdf []byte, field string, c keys.Credential) []byte {
	t.Helper()
	out, err := Sign(pdf, Options{Field: field, Credential: c, Time: when, Reason: "Undertecknar för " + field})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(out, pdf) {
		t.Fatal("the unsigned bytes are no prefix of the signed file")
	}
	return out
}

func mustVerify(t testing.TB, pdf []byte, trusted ...*x509.Certificate) Report {
	t.Helper()
	r, err := Verify(pdf, VerifyOptions{Trusted: trusted})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// holds says whether a file is told to be whole and signed.
func holds(pdf []byte) bool {
	r, err := Verify(pdf, VerifyOptions{})
	return err == nil && r.Verdict() == Valid
}

// mustFields lists the signature fields of a revision.
func mustFields(f *pdfobj.File, rev int) []widget {
	all, err := in(f, rev).fields()
	if err != nil {
		panic(err)
	}
	return all
}
