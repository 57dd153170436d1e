package sign

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"samsyn/internal/keys"
	"samsyn/internal/pdfobj"
)

// change adds an update of any kind to a file.
func change(t *testing.T, pdf []byte, edit func(f *pdfobj.File)) []byte {
	t.Helper()
	f, err := pdfobj.Parse(pdf)
	if err != nil {
		t.Fatal(err)
	}
	edit(f)
	out, _ := f.WriteIncremental()
	return out
}

func setIn(f *pdfobj.File, r any, key pdfobj.Name, v any) {
	d := f.Dict(r)
	d[key] = v
	f.Set(r.(pdfobj.Ref), d)
}

// TestUpdatesAfterSigning adds to a signed file what is no signature.
func TestUpdatesAfterSigning(t *testing.T) {
	const dangling = pdfobj.Ref(500)
	once := mustSign(t, form(func(f *pdfobj.File, root, page pdfobj.Dict) {
		// Prepared to show an object that is not there yet. The writer drops
		// such references, so it stands in the file as raw text.
		page["Prepared"] = pdfobj.Raw(fmt.Sprintf("%d 0 R", dangling))
	}, "kommun", "region"), "kommun", signer(t))
	if !holds(once) {
		t.Fatal("the file does not hold to begin with")
	}
	field := func(f *pdfobj.File, i int) pdfobj.Ref {
		return f.Array(f.Dict(f.Root()["AcroForm"])["Fields"])[i].(pdfobj.Ref)
	}
	other := func(f *pdfobj.File) pdfobj.Ref {
		return f.Add(&pdfobj.Stream{Data: []byte("BT /F1 24 Tf 72 720 Td (Annat) Tj ET")})
	}
	for name, edit := range map[string]func(f *pdfobj.File){
		"page content replaced": func(f *pdfobj.File) { setIn(f, f.Pages()[0], "Contents", other(f)) },
		"content overwritten": func(f *pdfobj.File) {
			f.Set(f.Dict(f.Pages()[0])["Contents"].(pdfobj.Ref), &pdfobj.Stream{Data: []byte("q Q")})
		},
		"catalog changed":     func(f *pdfobj.File) { setIn(f, f.Trailer["Root"], "Lang", pdfobj.Text("en")) },
		"another catalog":     func(f *pdfobj.File) { f.Trailer["Root"] = f.Add(f.Root()) },
		"open action":         func(f *pdfobj.File) { setIn(f, f.Trailer["Root"], "OpenAction", pdfobj.Array{f.Pages()[0]}) },
		"information changed": func(f *pdfobj.File) { setIn(f, f.Trailer["Info"], "Title", pdfobj.Text("Annan")) },
		"trailer changed":     func(f *pdfobj.File) { f.Trailer["Extra"] = 1; f.Add(pdfobj.Dict{}) },
		"identity changed": func(f *pdfobj.File) {
			f.Trailer["ID"] = pdfobj.Array{pdfobj.Str("a"), pdfobj.Str("b")}
			f.Add(pdfobj.Dict{})
		},
		"object added":      func(f *pdfobj.File) { f.Add(pdfobj.Dict{}) },
		"gap filled":        func(f *pdfobj.File) { f.Set(dangling, pdfobj.Dict{}) },
		"object taken away": func(f *pdfobj.File) { f.Set(f.Dict(f.Pages()[0])["Contents"].(pdfobj.Ref), nil) },
		"annotation added": func(f *pdfobj.File) {
			setIn(f, f.Pages()[0], "Annots", pdfobj.Array{f.Add(pdfobj.Dict{"Subtype": pdfobj.Name("FreeText")})})
		},
		"signature taken away":   func(f *pdfobj.File) { setIn(f, field(f, 0), "V", nil) },
		"signed field redrawn":   func(f *pdfobj.File) { setIn(f, field(f, 0), "AP", pdfobj.Dict{"N": other(f)}) },
		"signed field moved":     func(f *pdfobj.File) { setIn(f, field(f, 0), "Rect", pdfobj.Rect(0, 0, 595, 842)) },
		"empty field moved":      func(f *pdfobj.File) { setIn(f, field(f, 1), "Rect", pdfobj.Rect(0, 0, 595, 842)) },
		"empty field redrawn":    func(f *pdfobj.File) { setIn(f, field(f, 1), "AP", pdfobj.Dict{"N": other(f)}) },
		"signature used twice":   func(f *pdfobj.File) { setIn(f, field(f, 1), "V", f.Dict(field(f, 0))["V"]) },
		"signature dict changed": func(f *pdfobj.File) { setIn(f, f.Dict(field(f, 0))["V"], "Reason", pdfobj.Text("Annat skäl")) },
		"new signature, a copy": func(f *pdfobj.File) {
			setIn(f, field(f, 1), "V", f.Add(f.Dict(f.Dict(field(f, 0))["V"])))
		},
		"new signature, empty": func(f *pdfobj.File) { setIn(f, field(f, 1), "V", f.Add(pdfobj.Dict{"Type": pdfobj.Name("Sig")})) },
		"form emptied": func(f *pdfobj.File) {
			setIn(f, f.Root()["AcroForm"], "Fields", pdfobj.Array{})
		},
		"signature outside the form": func(f *pdfobj.File) {
			setIn(f, f.Trailer["Root"], "V", f.Add(pdfobj.Dict{"Type": pdfobj.Name("Sig")}))
		},
		"form taken away": func(f *pdfobj.File) { setIn(f, f.Trailer["Root"], "AcroForm", nil) },
		"font replaced": func(f *pdfobj.File) {
			setIn(f, f.Dict(f.Dict(f.Dict(f.Pages()[0])["Resources"])["Font"])["F1"], "BaseFont", pdfobj.Name("Symbol"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			pdf := change(t, once, edit)
			r := mustVerify(t, pdf)
			if r.Verdict() == Valid {
				t.Fatal("it holds")
			}
			if len(r.Signatures) == 0 {
				t.Fatal("the signature is not seen any more")
			}
			if strings.HasPrefix(name, "new signature") {
				// The first holds; what was put on top does not.
				if len(r.Signatures) != 2 || r.Signatures[0].Verdict() != Valid || r.Signatures[1].Verdict() == Valid {
					t.Errorf("%+v", r.Signatures)
				}
			} else if s := r.Signatures[0]; len(s.Problems) == 0 || s.Problems[0].Code != ChangedAfter {
				t.Errorf("the first signature is told to be %+v", s.Problems)
			}
			// Whoever signs on top must not hide it.
			if _, err := Sign(pdf, Options{Field: "region", Credential: signer(t)}); err == nil {
				t.Error("it can be signed")
			}
		})
	}
}

// TestFormThatComesAndGoes has the form in neither the first nor the last
// revision.
func TestFormThatComesAndGoes(t *testing.T) {
	bare := form(func(_ *pdfobj.File, root, _ pdfobj.Dict) {
		root["Kept"] = root["AcroForm"]
		delete(root, "AcroForm")
	}, "kommun")
	withForm := change(t, bare, func(f *pdfobj.File) { setIn(f, f.Trailer["Root"], "AcroForm", f.Root()["Kept"]) })
	once := mustSign(t, withForm, "kommun", signer(t))
	gone := change(t, once, func(f *pdfobj.File) { setIn(f, f.Trailer["Root"], "AcroForm", nil) })
	if r := mustVerify(t, gone); len(r.Signatures) != 1 || r.Verdict() == Valid {
		t.Errorf("%+v", r)
	}
}

// TestHiddenBehindAnotherFile puts a file without a way back to the signed one
// behind it, so that a reader sees the new one only.
func TestHiddenBehindAnotherFile(t *testing.T) {
	once := mustSign(t, twoFields(), "kommun", signer(t))
	whole := change(t, once, func(f *pdfobj.File) {
		for _, r := range f.Refs() {
			f.Set(r, f.Resolve(r))
		}
		for _, r := range f.Array(f.Dict(f.Root()["AcroForm"])["Fields"]) {
			setIn(f, r, "V", nil)
		}
	})
	at := bytes.LastIndex(whole, []byte("/Prev "))
	end := at + bytes.IndexByte(whole[at:], '\n')
	copy(whole[at:end], strings.Repeat(" ", end-at))
	foreign := append(bytes.Clone(once), "9 0 obj\n<</Type/XRef>>stream\n\nendstream\nendobj\nstartxref\n"+strconv.Itoa(len(once))+"\n%%EOF\n"...)
	for name, k := range map[string]struct {
		pdf  []byte
		code Code
	}{"own table": {whole, Appended}, "cross-reference stream": {foreign, UnclearEnd}} {
		r := mustVerify(t, k.pdf)
		if r.Verdict() == Valid || len(r.Signatures) != 1 || r.Signatures[0].Problems[0].Code != k.code || r.Signatures[0].Whole {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// TestSignerChangesMore has a second signer whose valid signature comes with
// more than a signature.
func TestSignerChangesMore(t *testing.T) {
	const dangling = pdfobj.Ref(500)
	once := mustSign(t, form(func(_ *pdfobj.File, _, page pdfobj.Dict) {
		page["Prepared"] = pdfobj.Raw(fmt.Sprintf("%d 0 R", dangling))
	}, "kommun", "region", "landsting"), "kommun", signer(t))
	drawing := func(f *pdfobj.File, box pdfobj.Array) *pdfobj.Stream {
		d := frame(f.Stream(f.Dict(mustFields(f, 1)[1].dict["AP"])["N"]).D)
		d["BBox"] = box
		return &pdfobj.Stream{D: d, Data: []byte("q Q")}
	}
	mark := func(f *pdfobj.File, box pdfobj.Array) pdfobj.Ref { return f.Add(drawing(f, box)) }
	box := pdfobj.Rect(0, 0, 200, 50)
	for name, k := range map[string]struct {
		edit  func(f *pdfobj.File, field pdfobj.Ref)
		holds bool
	}{
		"a mark in a gap": {func(f *pdfobj.File, r pdfobj.Ref) {
			f.Set(dangling, drawing(f, box))
			setIn(f, r, "AP", pdfobj.Dict{"N": dangling})
		}, false},
		"nothing": {func(*pdfobj.File, pdfobj.Ref) {}, true},
		"a mark":  {func(f *pdfobj.File, r pdfobj.Ref) { setIn(f, r, "AP", pdfobj.Dict{"N": mark(f, box)}) }, true},
		"another frame": {func(f *pdfobj.File, r pdfobj.Ref) {
			setIn(f, r, "AP", pdfobj.Dict{"N": mark(f, pdfobj.Rect(0, 0, 9, 9))})
		}, true}, // a reader fits it into the field
		"no frame": {func(f *pdfobj.File, r pdfobj.Ref) {
			setIn(f, r, "AP", pdfobj.Dict{"N": mark(f, pdfobj.Rect(0, 0, 0, 9))})
		}, false},
		"more states": {func(f *pdfobj.File, r pdfobj.Ref) {
			setIn(f, r, "AP", pdfobj.Dict{"N": mark(f, box), "D": mark(f, box)})
		}, false},
		"no mark":         {func(f *pdfobj.File, r pdfobj.Ref) { setIn(f, r, "AP", nil) }, false},
		"an old mark":     {func(f *pdfobj.File, r pdfobj.Ref) { setIn(f, r, "AP", f.Dict(mustFields(f, 1)[0].dict["AP"])) }, false},
		"another place":   {func(f *pdfobj.File, r pdfobj.Ref) { setIn(f, r, "Rect", pdfobj.Rect(0, 0, 595, 842)) }, false},
		"another name":    {func(f *pdfobj.File, r pdfobj.Ref) { setIn(f, r, "T", pdfobj.Text("kommun2")) }, false},
		"an action":       {func(f *pdfobj.File, r pdfobj.Ref) { setIn(f, r, "A", pdfobj.Dict{"S": pdfobj.Name("URI")}) }, false},
		"a filled gap":    {func(f *pdfobj.File, _ pdfobj.Ref) { f.Set(dangling, pdfobj.Dict{}) }, false},
		"one more object": {func(f *pdfobj.File, _ pdfobj.Ref) { f.Add(pdfobj.Dict{}) }, false},
		"other content": {func(f *pdfobj.File, _ pdfobj.Ref) {
			setIn(f, f.Pages()[0], "Contents", f.Add(&pdfobj.Stream{Data: []byte("q Q")}))
		}, false},
		"a second field": {func(f *pdfobj.File, r pdfobj.Ref) { setIn(f, mustFields(f, 1)[2].ref, "V", f.Dict(r)["V"]) }, false},
		"the trailer":    {func(f *pdfobj.File, _ pdfobj.Ref) { f.Trailer["Extra"] = 1 }, false},
		"the identity":   {func(f *pdfobj.File, _ pdfobj.Ref) { f.Trailer["ID"] = pdfobj.Array{pdfobj.Str("a"), pdfobj.Str("b")} }, false},
	} {
		t.Run(name, func(t *testing.T) {
			out := fillBy(t, once, 1, k.edit)
			r := mustVerify(t, out)
			if (r.Verdict() == Valid) != k.holds {
				t.Fatalf("%s: %+v", r.Verdict(), r)
			}
			if k.holds {
				return
			}
			for i, want := range []Code{ChangedAfter, OwnUpdate} {
				if p := r.Signatures[i].Problems; len(p) != 1 || p[0].Code != want {
					t.Errorf("signature %d: %+v, want %s", i+1, p, want)
				}
			}
		})
	}
}

// fillBy signs a field by hand, whatever stands in it, and whatever else edit
// does.
func fillBy(t *testing.T, pdf []byte, field int, edit func(f *pdfobj.File, field pdfobj.Ref)) []byte {
	t.Helper()
	return fillBySigner(t, pdf, field, signer(t), edit)
}

func fillBySigner(t *testing.T, pdf []byte, field int, c keys.Credential, edit func(f *pdfobj.File, field pdfobj.Ref)) []byte {
	t.Helper()
	f, err := pdfobj.Parse(pdf)
	if err != nil {
		t.Fatal(err)
	}
	w := mustFields(f, lastRevision(f))[field]
	opt := Options{Credential: c, Time: when}
	sig := f.Add(signatureDict(opt, roomFor(opt)))
	setIn(f, w.ref, "V", sig)
	edit(f, w.ref)
	out, offs := f.WriteIncremental()
	if err := fill(out, int(offs[sig]), roomFor(opt), opt); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestFieldSignedAnew(t *testing.T) {
	once := mustSign(t, twoFields(), "kommun", signer(t))
	r := mustVerify(t, fillBy(t, once, 0, func(*pdfobj.File, pdfobj.Ref) {}))
	if len(r.Signatures) != 2 || r.Signatures[0].Verdict() == Valid || r.Signatures[1].Verdict() == Valid {
		t.Errorf("%+v", r)
	}
}
