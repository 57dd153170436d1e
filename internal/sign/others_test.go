package sign

import (
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/hex"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"samsyn/internal/cms/certtest"
	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

// xmp is a packet as this product writes one, with what may be changed of it.
func xmp(changed, title, more string) []byte {
	return fmt.Appendf(nil, `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
<pdfaid:part>2</pdfaid:part><xmp:ModifyDate>%s</xmp:ModifyDate>%s
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`, title, changed, more)
}

// otherwise is the same packet as another program writes it: with attributes and
// other prefixes.
func otherwise(changed string) []byte {
	return fmt.Appendf(nil, `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<m:xmpmeta xmlns:m="adobe:ns:meta/" m:xmptk="other"><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<r:Description r:about="" xmlns:a="http://www.aiim.org/pdfa/ns/id/" xmlns:b="http://ns.adobe.com/xap/1.0/" a:part="2" b:ModifyDate="%s">
<d:title xmlns:d="http://purl.org/dc/elements/1.1/"><r:Alt><r:li xml:lang="x-default">Namn</r:li></r:Alt></d:title>
</r:Description></r:RDF></m:xmpmeta><?xpacket end="r"?>`, changed)
}

// described is a file with information and metadata that is signed once.
func described(t *testing.T) []byte {
	t.Helper()
	base := form(func(f *pdfobj.File, root, _ pdfobj.Dict) {
		root["Metadata"] = f.Add(&pdfobj.Stream{D: pdfobj.Dict{"Type": pdfobj.Name("Metadata"), "Subtype": pdfobj.Name("XML")}, Data: xmp("2026-01-01T10:00:00+01:00", "Namn", "")})
	}, "kommun", "region", "landsting")
	return mustSign(t, base, "kommun", signer(t))
}

func setMetadata(f *pdfobj.File, data []byte) {
	ref := f.Root()["Metadata"].(pdfobj.Ref)
	f.Set(ref, &pdfobj.Stream{D: f.Stream(ref).D, Data: data})
}

// addDSS adds validation data.
func addDSS(f *pdfobj.File, lists ...[]byte) {
	var refs pdfobj.Array
	for _, l := range lists {
		refs = append(refs, f.Add(&pdfobj.Stream{D: pdfobj.Dict{}, Data: l}))
	}
	vri := f.Add(pdfobj.Dict{"Type": pdfobj.Name("VRI"), "CRL": slices.Clone(refs)})
	setIn(f, f.Trailer["Root"], "DSS", f.Add(pdfobj.Dict{"CRLs": refs, "VRI": pdfobj.Dict{"AA": vri}}))
}

// TestOthersChanges has other programs write to a signed file.
func TestOthersChanges(t *testing.T) {
	once := described(t)
	catalogue := func(k pdfobj.Name, v any) func(f *pdfobj.File) {
		return func(f *pdfobj.File) { setIn(f, f.Trailer["Root"], k, v) }
	}
	info := func(k pdfobj.Name, v any) func(f *pdfobj.File) {
		return func(f *pdfobj.File) { setIn(f, f.Trailer["Info"], k, v) }
	}
	formIs := func(k pdfobj.Name, v any) func(f *pdfobj.File) {
		return func(f *pdfobj.File) { setIn(f, f.Root()["AcroForm"], k, v) }
	}
	metadata := func(data []byte) func(f *pdfobj.File) {
		return func(f *pdfobj.File) { setMetadata(f, data) }
	}
	const later = "2026-03-01T10:00:00Z"
	for name, k := range map[string]struct {
		edit  func(f *pdfobj.File)
		want  Verdict
		deeds []Deed
	}{
		"nothing, written again":     {func(f *pdfobj.File) { f.Set(f.Pages()[0], f.Dict(f.Pages()[0])) }, Valid, nil},
		"when it was changed":        {info("ModDate", pdfobj.Str("D:20260301100000Z")), Valid, []Deed{Properties}},
		"a date that is none":        {info("ModDate", pdfobj.Str("igår")), Invalid, nil},
		"with what":                  {info("Producer", pdfobj.Text("Annat program – 1")), Valid, []Deed{Properties}},
		"the title, coded otherwise": {info("Title", pdfobj.Str("\xd6verenskommelse")), Valid, nil},
		"the author":                 {info("Author", pdfobj.Text("Annan")), Invalid, nil},
		"a key of their own":         {info("Extra", pdfobj.Text("x")), Unknown, nil},
		"metadata's date":            {metadata(xmp(later, "Namn", "")), Valid, []Deed{Properties}},
		"metadata written otherwise": {metadata(otherwise(later)), Valid, []Deed{Properties}},
		"metadata's title":           {metadata(xmp(later, "Annat", "")), Invalid, nil},
		"metadata's part":            {metadata([]byte(strings.Replace(string(xmp(later, "Namn", "")), ">2<", ">3<", 1))), Unknown, nil},
		"metadata of their own":      {metadata(xmp(later, "Namn", "<x:y xmlns:x='urn:x'>1</x:y>")), Unknown, nil},
		"metadata that are none":     {metadata([]byte("<x")), Invalid, nil},
		"metadata taken away":        {catalogue("Metadata", nil), Invalid, nil},
		"extensions":                 {catalogue("Extensions", pdfobj.Dict{"ESIC": pdfobj.Dict{"BaseVersion": pdfobj.Name("1.7"), "ExtensionLevel": 5}}), Valid, []Deed{Declared}},
		"extensions that lead away":  {func(f *pdfobj.File) { setIn(f, f.Trailer["Root"], "Extensions", pdfobj.Dict{"A": f.Pages()[0]}) }, Invalid, nil},
		"another edition":            {catalogue("Version", pdfobj.Name("2.0")), Valid, []Deed{Declared}},
		"no edition":                 {catalogue("Version", pdfobj.Name("9.9")), Invalid, nil},
		"private data":               {catalogue("PieceInfo", pdfobj.Dict{"X": pdfobj.Dict{}}), Unknown, nil},
		"another language":           {catalogue("Lang", pdfobj.Str("en")), Invalid, nil},
		"fonts for text fields":      {formIs("DR", pdfobj.Dict{"Font": pdfobj.Dict{}}), Valid, nil},
		"appearances to be drawn":    {formIs("NeedAppearances", true), Invalid, nil},
		"a form not signed":          {formIs("SigFlags", 0), Invalid, nil},
		"validation data":            {func(f *pdfobj.File) { addDSS(f, []byte{1}) }, Valid, []Deed{Validation}},
		"validation data, a page's": {func(f *pdfobj.File) {
			setIn(f, f.Trailer["Root"], "DSS", pdfobj.Dict{"CRLs": pdfobj.Array{f.Dict(f.Pages()[0])["Contents"]}})
			c := f.Dict(f.Pages()[0])["Contents"].(pdfobj.Ref)
			f.Set(c, &pdfobj.Stream{D: pdfobj.Dict{}, Data: []byte("q Q")})
		}, Invalid, nil},
		"an empty field that is not seen": {func(f *pdfobj.File) { addField(f, pdfobj.Rect(0, 0, 0, 0), nil) }, Unknown, nil},
		"an empty field that is seen":     {func(f *pdfobj.File) { addField(f, pdfobj.Rect(0, 0, 9, 9), nil) }, Invalid, nil},
		"an action for the file":          {catalogue("AA", pdfobj.Dict{}), Invalid, nil},
	} {
		t.Run(name, func(t *testing.T) {
			pdf := change(t, once, k.edit)
			r := mustVerify(t, pdf)
			var deeds []Deed
			for _, u := range r.Updates {
				deeds = append(deeds, u.Deeds...)
			}
			if r.Verdict() != k.want || !slices.Equal(deeds, k.deeds) && k.want == Valid {
				t.Fatalf("%s, %v; want %s, %v\n%+v", r.Verdict(), deeds, k.want, k.deeds, r.Signatures[0].Problems)
			}
			// The next party goes on where nothing is known to be wrong.
			next, err := Sign(pdf, Options{Field: "region", Credential: signer(t), Time: when})
			if (err == nil) != (k.want != Invalid) {
				t.Fatalf("signed on: %v", err)
			}
			if err == nil {
				s := mustVerify(t, next).Signatures
				if len(s) != 2 || s[0].Verdict() != k.want || s[1].Verdict() != Valid {
					t.Errorf("then the first is %s, the second %s", s[0].Verdict(), s[1].Verdict())
				}
			}
		})
	}
}

// addField adds a signature field and lists it on the first page.
func addField(f *pdfobj.File, rect pdfobj.Array, value any) pdfobj.Ref {
	page := f.Pages()[0]
	field := f.Add(pdfobj.Dict{
		"Type": pdfobj.Name("Annot"), "Subtype": pdfobj.Name("Widget"), "FT": pdfobj.Name("Sig"), "F": 132,
		"T": pdfobj.Text("stamp"), "Rect": rect, "P": page, "V": value,
	})
	acroForm := f.Root()["AcroForm"]
	setIn(f, acroForm, "Fields", append(slices.Clone(f.Array(f.Dict(acroForm)["Fields"])), field))
	setIn(f, page, "Annots", append(slices.Clone(f.Array(f.Dict(page)["Annots"])), field))
	return field
}

// stampDocument adds a time stamp over the document (ISO 32000-2, 12.8.5).
func stampDocument(t *testing.T, pdf []byte, service certtest.Signer, at time.Time, edit func(f *pdfobj.File)) []byte {
	t.Helper()
	f, err := pdfobj.Parse(pdf)
	if err != nil {
		t.Fatal(err)
	}
	const room = 8192
	d := signatureDict(Options{Time: when, Credential: keys.Credential{Chain: service.Chain}}, room)
	maps.DeleteFunc(d, func(k pdfobj.Name, _ any) bool { return k == "M" || k == "Name" })
	d["Type"], d["SubFilter"] = pdfobj.Name("DocTimeStamp"), formatStamp
	sig := f.Add(d)
	addField(f, pdfobj.Rect(0, 0, 0, 0), sig)
	if edit != nil {
		edit(f)
	}
	return filled(t, f, sig, room, func(covered []byte) []byte { return certtest.Stamp(t, service, covered, at) })
}

// filled writes an update and puts a container into it.
func filled(t *testing.T, f *pdfobj.File, sig pdfobj.Ref, room int, container func(covered []byte) []byte) []byte {
	t.Helper()
	out, places := f.WriteIncremental()
	at := int(places[sig])
	open := at + strings.Index(string(out[at:]), "/Contents <") + len("/Contents ")
	end := open + 2*room + len("<>")
	r := at + strings.Index(string(out[at:]), "/ByteRange ") + len("/ByteRange ")
	copy(out[r:r+rangeRoom], fmt.Sprintf("[0 %d %d %d]", open, end, len(out)-end))
	hex.Encode(out[open+1:], container(slices.Concat(out[:open], out[end:])))
	return out
}

func TestLevels(t *testing.T) {
	root := certtest.Issue(t, certtest.EC(t, elliptic.P256()), nil, certtest.AsCA)
	c := certtest.Issue(t, certtest.EC(t, elliptic.P256()), &root, nil)
	service := certtest.Issue(t, certtest.RSA(t, 2048), &root, certtest.AsService)
	list := func(serials ...*big.Int) []byte {
		l := &x509.RevocationList{Number: big.NewInt(1), ThisUpdate: time.Now(), NextUpdate: time.Now().Add(time.Hour)}
		for _, s := range serials {
			l.RevokedCertificateEntries = append(l.RevokedCertificateEntries, x509.RevocationListEntry{SerialNumber: s, RevocationTime: time.Now().Add(-time.Minute)})
		}
		der, err := x509.CreateRevocationList(rand.Reader, l, root.Chain[0], root.Key)
		if err != nil {
			t.Fatal(err)
		}
		return der
	}
	sign := func(stamp bool) []byte {
		opt := Options{Field: "kommun", Credential: keys.Credential{Key: c.Key, Chain: c.Chain}}
		if stamp {
			opt.Timestamp = func(value []byte) ([]byte, error) { return certtest.Stamp(t, service, value, time.Now()), nil }
		}
		out, err := Sign(twoFields(), opt)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	stamped := sign(true)
	lt := change(t, stamped, func(f *pdfobj.File) { addDSS(f, list()) })
	revoked := change(t, stamped, func(f *pdfobj.File) { addDSS(f, list(c.Chain[0].SerialNumber)) })
	for name, k := range map[string]struct {
		pdf  []byte
		want Level
		v    Verdict
	}{
		"a signature":                 {sign(false), LevelB, Valid},
		"with validation data":        {change(t, sign(false), func(f *pdfobj.File) { addDSS(f, list()) }), LevelB, Valid},
		"with a stamp":                {stamped, LevelT, Valid},
		"with a stamp over all":       {stampDocument(t, sign(false), service, time.Now(), nil), LevelT, Valid},
		"and validation data":         {lt, LevelLT, Valid},
		"of something else":           {change(t, stamped, func(f *pdfobj.File) { addDSS(f, []byte{1}) }), LevelT, Valid},
		"and a stamp over that":       {stampDocument(t, lt, service, time.Now(), nil), LevelLTA, Valid},
		"both at once":                {stampDocument(t, stamped, service, time.Now(), func(f *pdfobj.File) { addDSS(f, list()) }), LevelLTA, Valid},
		"revoked, with unknown stamp": {revoked, LevelLT, Invalid},
	} {
		r := mustVerify(t, k.pdf)
		if s := r.Signatures[0]; s.Level != k.want || s.Verdict() != k.v || s.Sort != OfPerson {
			t.Errorf("%s: %s %s, want %s %s (%v)", name, s.Level, s.Verdict(), k.want, k.v, s.Problems)
		}
	}
	// Whoever trusts the service knows that the signature is younger than the revocation.
	r := mustVerify(t, revoked, root.Chain[0])
	if s := r.Signatures[0]; s.Verdict() != Invalid || s.Trusted || s.Problems[0].Code != Revoked {
		t.Errorf("%+v", s)
	}
}

func TestStampsOverTheDocument(t *testing.T) {
	once := mustSign(t, twoFields(), "kommun", signer(t))
	service := certtest.Issue(t, certtest.RSA(t, 2048), nil, certtest.AsService)
	good := stampDocument(t, once, service, time.Now(), nil)
	r := mustVerify(t, good, service.Chain[0])
	if s := r.Signatures[1]; r.Verdict() != Valid || s.Sort != OfDocument || s.Signer != "Tidsstämpling" || s.Level != "" || !s.Trusted || !s.Stamp.Trusted {
		t.Errorf("%+v", s)
	}
	if s := mustVerify(t, good).Signatures[1]; s.Trusted || s.Stamp.Trusted {
		t.Errorf("anybody's stamp is trusted: %+v", s)
	}
	second := stampDocument(t, good, service, time.Now(), nil)
	if r := mustVerify(t, second); r.Verdict() != Valid || len(r.Signatures) != 3 {
		t.Errorf("a second one: %+v", r)
	}
	other := certtest.Issue(t, certtest.RSA(t, 2048), nil, nil)
	for name, pdf := range map[string][]byte{
		"of another purpose":       stampDocument(t, once, other, time.Now(), nil),
		"before its certificate":   stampDocument(t, once, service, time.Now().AddDate(-1, 0, 0), nil),
		"older than the one below": stampDocument(t, good, service, time.Now().Add(-30*time.Minute), nil),
		"with a field that is seen": stampDocument(t, once, service, time.Now(), func(f *pdfobj.File) {
			all := f.Array(f.Dict(f.Root()["AcroForm"])["Fields"])
			setIn(f, all[len(all)-1], "Rect", pdfobj.Rect(0, 0, 9, 9))
		}),
		"with a page changed": stampDocument(t, once, service, time.Now(), func(f *pdfobj.File) {
			setIn(f, f.Pages()[0], "Rotate", 90)
		}),
	} {
		if r := mustVerify(t, pdf); r.Verdict() != Invalid {
			t.Errorf("%s: %s", name, r.Verdict())
		}
	}
	wrong := slices.Clone(good)
	wrong[strings.Index(string(wrong), "Overenskommelse")] = 'o'
	if s := mustVerify(t, wrong).Signatures[1]; s.Verdict() != Invalid {
		t.Errorf("over something else: %+v", s)
	}
}
