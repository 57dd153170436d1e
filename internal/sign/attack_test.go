package sign

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samsyn/internal/cms"
	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

// forging is a second signature over a file that somebody has signed, written by
// hand, so that each part of it can be written otherwise than it should be.
type forging struct {
	begin, end   string              // before the first object, and behind the last
	table        func(string) string // changes the table
	size         string              // instead of the right one
	prev         string              // instead of the right one
	trailer      string              // more entries
	afterTrailer string
	startxref    string // with %d for the table's place
	field        func(pdfobj.Dict)
	object       func(string) string // changes the field's object as it is written
}

// write makes the update and signs it, so that only how it is written is wrong.
func (k forging) write(t *testing.T, pdf []byte, c keys.Credential) []byte {
	t.Helper()
	f, err := pdfobj.Parse(pdf)
	if err != nil {
		t.Fatal(err)
	}
	w, err := emptyField(f, "region")
	if err != nil {
		t.Fatal(err)
	}
	refs := f.Refs()
	sig := refs[len(refs)-1] + 1
	var b bytes.Buffer
	b.Write(pdf)
	b.WriteString(k.begin)
	atField := b.Len()
	d := pdfobj.Dict{}
	for key, v := range w.dict {
		d[key] = v
	}
	d["V"] = sig
	if k.field != nil {
		k.field(d)
	}
	var field bytes.Buffer
	fmt.Fprintf(&field, "%d 0 obj\n", w.ref)
	pdfobj.Write(&field, d)
	field.WriteString("\nendobj\n")
	if k.object != nil {
		b.WriteString(k.object(field.String()))
	} else {
		b.Write(field.Bytes())
	}
	atSig := b.Len()
	fmt.Fprintf(&b, "%d 0 obj\n<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange ", sig)
	atRange := b.Len()
	b.WriteString(strings.Repeat(" ", rangeRoom) + " /Contents ")
	const room = 4096
	open := b.Len()
	b.WriteString("<" + strings.Repeat("0", 2*room) + ">")
	end := b.Len()
	b.WriteString(">>\nendobj\n" + k.end)
	xref := b.Len()
	table := fmt.Sprintf("xref\n%d 1\n%010d 00000 n \n%d 1\n%010d 00000 n \n", w.ref, atField, sig, atSig)
	if k.table != nil {
		table = k.table(table)
	}
	size, prev, startxref := fmt.Sprint(sig+1), fmt.Sprint(f.Revisions()[len(f.Revisions())-1].Xref), "startxref\n%d\n%%%%EOF\n"
	if k.size != "" {
		size = k.size
	}
	if k.prev != "" {
		prev = k.prev
	}
	if k.startxref != "" {
		startxref = k.startxref
	}
	var rest bytes.Buffer
	for _, key := range []pdfobj.Name{"ID", "Info", "Root"} {
		fmt.Fprintf(&rest, "/%s ", key)
		pdfobj.Write(&rest, f.Trailer[key])
	}
	fmt.Fprintf(&b, "%strailer\n<<%s /Prev %s /Size %s %s>>\n%s", table, rest.String(), prev, size, k.trailer, k.afterTrailer)
	fmt.Fprintf(&b, startxref, xref)
	out := b.Bytes()
	copy(out[atRange:], fmt.Sprintf("[0 %d %d %d]", open, end, len(out)-end))
	der, err := cms.Make([][]byte{out[:open], out[end:]}, c.Key, c.Chain, nil)
	if err != nil {
		t.Fatal(err)
	}
	hex.Encode(out[open+1:], der)
	return out
}

// another is a page's content that says something else, as an object of the number
// that the content has. A reader that looks for objects finds it.
func another(t *testing.T, pdf []byte) string {
	t.Helper()
	f, err := pdfobj.Parse(pdf)
	if err != nil {
		t.Fatal(err)
	}
	const says = "BT /F1 24 Tf 72 720 Td (Nagot helt annat) Tj ET"
	return fmt.Sprintf("%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n", f.Dict(f.Pages()[0])["Contents"], len(says), says)
}

func replaced(old, new string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, new, 1) }
}

// forgeries are files that say something else to some readers, or that somebody
// changed, each with the name of what is done. The first is honest.
func forgeries(t *testing.T) (names []string, files map[string][]byte) {
	a, b := signer(t), signer(t)
	base := twoFields()
	once := mustSign(t, base, "kommun", a)
	evil := another(t, base)
	files = map[string][]byte{}
	add := func(name string, pdf []byte) {
		names = append(names, name)
		files[name] = pdf
	}
	size := func(n string) forging { return forging{end: evil, size: n} }
	honest := forging{}.write(t, once, b)
	add("honest", honest)
	for _, k := range []struct {
		name string
		forging
	}{
		{"object-between-objects", forging{end: evil}},
		{"object-before-the-first", forging{begin: evil}},
		{"spaces-before-eof", forging{end: evil, startxref: "startxref\n%d\n" + strings.Repeat(" ", 6000) + "\n%%%%EOF\n"}},
		{"comment-behind-startxref", forging{end: evil, startxref: "startxref\n%%x\n%d\n%%%%EOF\n"}},
		{"long-comment-behind-startxref", forging{end: evil, startxref: "startxref %%" + strings.Repeat("y", 6000) + "\n%d\n%%%%EOF\n"}},
		{"zeros-in-startxref", forging{end: evil, startxref: "startxref\n000000000%d\n%%%%EOF\n"}},
		{"space-behind-startxref", forging{startxref: "startxref \n%d\n%%%%EOF\n"}},
		{"no-eof", forging{startxref: "startxref\n%d\n"}},
		{"startxref-behind-the-end", forging{startxref: "startxref\n%d00000\n%%%%EOF\n"}},
		{"two-startxref", forging{startxref: "startxref\n%[1]d\n%%%%EOF\nstartxref\n%[1]d\n%%%%EOF\n"}},
		{"comment-in-the-table", forging{end: evil, table: replaced("xref\n", "xref\n%x\n")}},
		{"spaces-in-the-table", forging{table: replaced("xref\n", "xref\n   \n")}},
		{"nul-in-the-table", forging{end: evil, table: replaced("xref\n", "xref\n\x00\x00\n")}},
		{"entries-end-with-nul", forging{end: evil, table: replaced("n \n", "n\x00\x00")}},
		{"entries-end-with-form-feed", forging{end: evil, table: replaced("n \n", "n\x0c\x0c")}},
		{"empty-part-of-the-table", forging{end: evil, table: func(s string) string { return s + "5 0\n" }}},
		{"table-out-of-order", forging{table: func(s string) string { return s + "1 1\n0000000000 65535 f \n" }}},
		{"offset-one-too-low", forging{table: func(s string) string { return shifted(s, -1) }}},
		{"offset-one-too-high", forging{table: func(s string) string { return shifted(s, 1) }}},
		{"object-left-out-of-the-table", forging{table: func(s string) string { return s[:strings.LastIndex(s[:len(s)-21], "\n")+1] }}},
		{"size-too-small", size("3")},
		{"size-nothing", size("0")},
		{"size-negative", size("-1")},
		{"size-a-text", size("(x)")},
		{"size-absent", size("null")},
		{"size-huge", size("99999999999999")},
		{"comment-behind-the-trailer", forging{end: evil, afterTrailer: "%" + strings.Repeat("x", 3000) + "\n"}},
		{"comment-between-objects", forging{end: "% aside\n"}},
		{"dictionary-cut-by-a-comment", forging{object: replaced("/FT /Sig", "/FT /Sig % >> endobj\n")}},
		{"key-twice", forging{object: replaced("/FT /Sig", "/FT /Sig /FT /Sig")}},
		{"nul-in-a-dictionary", forging{object: replaced("/FT /Sig", "/FT\x00/Sig")}},
		{"object-without-its-end", forging{object: replaced("endobj\n", "")}},
		{"object-twice", forging{object: func(s string) string { return s + s }}},
		{"another-generation", forging{object: replaced(" 0 obj", " 1 obj")}},
		{"prev-past-the-signature", forging{prev: fmt.Sprint(bytes.Index(base, []byte("xref\n0 ")))}},
		{"prev-to-nowhere", forging{prev: "7"}},
		{"hybrid-table", forging{end: evil, trailer: "/XRefStm 15"}},
		{"encrypted-afterwards", forging{end: evil, trailer: "/Encrypt 1 0 R"}},
		{"field-over-the-page", forging{field: func(d pdfobj.Dict) { d["Rect"] = pdfobj.Rect(0, 0, 595, 842) }}},
		{"field-with-an-action", forging{field: func(d pdfobj.Dict) {
			d["A"] = pdfobj.Dict{"S": pdfobj.Name("URI"), "URI": pdfobj.Str("http://x.example/")}
		}}},
	} {
		add(k.name, k.write(t, once, b))
	}
	add("document-in-the-signature", fillBy(t, once, 1, func(f *pdfobj.File, field pdfobj.Ref) {
		pages := f.Add(pdfobj.Dict{"Type": pdfobj.Name("Pages"), "Kids": pdfobj.Array{}, "Count": 0})
		setIn(f, f.Dict(field)["V"], "X", f.Add(pdfobj.Dict{"Type": pdfobj.Name("Catalog"), "Pages": pages}))
	}))
	addChanges(t, add, once, honest)
	add("field-as-large-as-the-page", overlaid(t, a, b))
	add("revisions-without-a-way-back", withoutPrev(t, honest))
	return names, files
}

// shifted moves the first entry of a table.
func shifted(table string, by int) string {
	at := strings.Index(table, " 1\n") + 3
	var off int
	if _, err := fmt.Sscanf(table[at:at+10], "%d", &off); err != nil {
		panic(err)
	}
	return table[:at] + fmt.Sprintf("%010d", off+by) + table[at+10:]
}

// addChanges adds what somebody changes without signing.
func addChanges(t *testing.T, add func(string, []byte), once, honest []byte) {
	stream := func(f *pdfobj.File) pdfobj.Ref {
		return f.Add(&pdfobj.Stream{Data: []byte("BT /F1 24 Tf 72 720 Td (Nagot helt annat) Tj ET")})
	}
	add("content-replaced", change(t, honest, func(f *pdfobj.File) { setIn(f, f.Pages()[0], "Contents", stream(f)) }))
	add("note-added", change(t, honest, func(f *pdfobj.File) {
		page := f.Pages()[0]
		note := f.Add(pdfobj.Dict{"Type": pdfobj.Name("Annot"), "Subtype": pdfobj.Name("FreeText"), "Rect": pdfobj.Rect(72, 600, 500, 800), "DA": pdfobj.Str("/F1 24 Tf"), "Contents": pdfobj.Str("Annat")})
		setIn(f, page, "Annots", append(f.Array(f.Dict(page)["Annots"]), note))
	}))
	add("font-replaced", change(t, honest, func(f *pdfobj.File) {
		setIn(f, f.Dict(f.Dict(f.Dict(f.Pages()[0])["Resources"])["Font"])["F1"], "BaseFont", pdfobj.Name("Symbol"))
	}))
	add("opens-elsewhere", change(t, honest, func(f *pdfobj.File) {
		setIn(f, f.Trailer["Root"], "OpenAction", pdfobj.Dict{"S": pdfobj.Name("URI"), "URI": pdfobj.Str("http://x.example/")})
	}))
	add("title-changed", change(t, honest, func(f *pdfobj.File) { setIn(f, f.Trailer["Info"], "Title", pdfobj.Text("Annan")) }))
	add("signature-moved", change(t, honest, func(f *pdfobj.File) {
		setIn(f, mustFields(f, 0)[0].ref, "Rect", pdfobj.Rect(72, 700, 500, 800))
	}))
	add("signature-taken-away", change(t, honest, func(f *pdfobj.File) { setIn(f, mustFields(f, 0)[0].ref, "V", nil) }))
	add("byte-of-the-content", bytes.Replace(honest, []byte("Overenskommelse"), []byte("Uverenskommelse"), 1))
	add("cut", honest[:len(honest)-40])
	add("text-behind-the-end", append(bytes.Clone(honest), "\n% mer\n"...))
	add("object-behind-the-end", append(bytes.Clone(honest), another(t, once)...))
	f, err := pdfobj.Parse(honest)
	if err != nil {
		t.Fatal(err)
	}
	at, next := len(honest), f.Refs()[len(f.Refs())-1]+1
	last := f.Revisions()[2].Xref
	packed := "1 0 <</Type /Catalog>>"
	add("object-stream", append(bytes.Clone(honest), fmt.Sprintf("%d 0 obj\n<</Type /ObjStm /N 1 /First 4 /Length %d>>\nstream\n%s\nendstream\nendobj\nxref\n%d 1\n%010d 00000 n \ntrailer\n<</Root %d 0 R /Prev %d /Size %d>>\nstartxref\n%d\n%%%%EOF\n",
		next, len(packed), packed, next, at, f.Trailer["Root"], last, next+1, at+100)...))
	add("table-as-a-stream", append(bytes.Clone(honest), fmt.Sprintf("%d 0 obj\n<</Type /XRef /W [1 4 2] /Index [%d 1] /Size %d /Root %d 0 R /Prev %d /Length 7>>\nstream\n\x01\x00\x00%c%c\x00\x00\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		next, next, next+1, f.Trailer["Root"], last, at>>8, at&255, at)...))
}

// overlaid is a file with a field as large as the page, which the second signer fills
// with something to read.
func overlaid(t *testing.T, a, b keys.Credential) []byte {
	t.Helper()
	base := form(func(f *pdfobj.File, root, _ pdfobj.Dict) {
		d := f.Dict(f.Array(f.Dict(root["AcroForm"])["Fields"])[1])
		d["Rect"] = pdfobj.Rect(0, 0, 595, 842)
		f.Stream(f.Dict(d["AP"])["N"]).D["BBox"] = pdfobj.Rect(0, 0, 595, 842)
	}, "kommun", "region")
	out := base
	for _, k := range []struct {
		field string
		c     keys.Credential
	}{{"kommun", a}, {"region", b}} {
		f, err := pdfobj.Parse(out)
		if err != nil {
			t.Fatal(err)
		}
		w, err := emptyField(f, k.field)
		if err != nil {
			t.Fatal(err)
		}
		opt := Options{Field: k.field, Credential: k.c, Time: when}
		sig := f.Add(signatureDict(opt, roomFor(opt)))
		setIn(f, w.ref, "V", sig)
		if k.field == "region" {
			d := frame(f.Stream(f.Dict(w.dict["AP"])["N"]).D)
			setIn(f, w.ref, "AP", pdfobj.Dict{"N": f.Add(&pdfobj.Stream{D: d, Data: []byte("1 g 0 0 595 842 re f 0 g BT /F1 24 Tf 72 720 Td (Nagot helt annat) Tj ET")})})
		}
		var places map[pdfobj.Ref]int64
		out, places = f.WriteIncremental()
		if err := fill(out, int(places[sig]), roomFor(opt), opt); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// withoutPrev puts a whole other file behind a signed one.
func withoutPrev(t *testing.T, pdf []byte) []byte {
	t.Helper()
	whole := change(t, pdf, func(f *pdfobj.File) {
		for _, r := range f.Refs() {
			f.Set(r, f.Resolve(r))
		}
	})
	at := bytes.LastIndex(whole, []byte("/Prev "))
	end := at + bytes.IndexByte(whole[at:], '\n')
	copy(whole[at:end], strings.Repeat(" ", end-at))
	return whole
}

// TestForgeries holds every forgery to its verdict. With SAMSYN_FORGERIES it writes
// them to that folder, for other programs to judge.
func TestForgeries(t *testing.T) {
	names, files := forgeries(t)
	if len(names) < 40 {
		t.Errorf("only %d forgeries", len(names))
	}
	dir := os.Getenv("SAMSYN_FORGERIES")
	for i, name := range names {
		pdf := files[name]
		if got := holds(pdf); got != (name == "honest") {
			r, err := Verify(pdf, VerifyOptions{})
			t.Errorf("%s: it holds: %v (%+v, %v)", name, got, r, err)
		}
		if dir == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d-%s.pdf", i, name)), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
