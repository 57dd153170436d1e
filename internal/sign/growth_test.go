package sign

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"

	"samsyn/internal/pdfobj"
)

// work counts what looking at a file allocates: objects, which hardly any step can do
// without, and bytes.
func work(t *testing.T, pdf []byte) (objects, size uint64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	_, _ = Verify(pdf, VerifyOptions{}) // what it says is not in question here
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc
}

// append1 adds an incremental update of one object, and where its table is.
func append1(out *bytes.Buffer, number, prev, size int, root string, space string) int {
	at := out.Len()
	fmt.Fprintf(out, "%d 0 obj\n1\nendobj\n", number)
	xref := out.Len()
	fmt.Fprintf(out, "xref\n%d 1\n%010d 00000 n \ntrailer\n<</Root %s /Prev %d /Size %d>>\nstartxref%s\n%d\n%%%%EOF\n", number, at, root, prev, size, space, xref)
	return xref
}

// formOf is a file of n fields, without anything else.
func formOf(n int) (*bytes.Buffer, int) {
	out := bytes.NewBufferString("%PDF-1.7\n")
	var places []int
	put := func(body string) {
		places = append(places, out.Len())
		fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", len(places), body)
	}
	var kids bytes.Buffer
	for i := range n {
		fmt.Fprintf(&kids, "%d 0 R ", i+2)
	}
	put("<</AcroForm <</Fields [" + kids.String() + "]>>/Type /Catalog>>")
	for range n {
		put("<</FT /Sig /T ()>>")
	}
	xref := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", n+2)
	for _, p := range places {
		fmt.Fprintf(out, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(out, "trailer\n<</Root 1 0 R /Size %d>>\nstartxref\n%d\n%%%%EOF\n", n+2, xref)
	return out, xref
}

// TestWorkGrowsWithTheFile looks at files made to ask for much work at one size and at
// four times it: the work grows no faster, or stops at a bound.
func TestWorkGrowsWithTheFile(t *testing.T) {
	for name, file := range map[string]func(n int) []byte{
		"fields": func(n int) []byte {
			out, _ := formOf(n)
			return out.Bytes()
		},
		"updates": func(n int) []byte {
			out, xref := formOf(10)
			for range n {
				xref = append1(out, 12, xref, 13, "1 0 R", "")
			}
			return out.Bytes()
		},
		"fields and updates": func(n int) []byte {
			out, xref := formOf(n / 2)
			for range min(n/2, maxRevisions-1) {
				xref = append1(out, n/2+2, xref, n/2+3, "1 0 R", "")
			}
			return out.Bytes()
		},
		"hidden updates": func(n int) []byte {
			out, first := formOf(n)
			xref := first
			for i := range n {
				xref = append1(out, n+2, xref, n+3, "1 0 R", map[bool]string{true: " "}[i%2 == 1])
			}
			append1(out, n+3, first, n+4, "1 0 R", "")
			return out.Bytes()
		},
		"endings": func(n int) []byte {
			out, _ := formOf(1)
			for range n {
				out.WriteString("startxref\n9\n%%EOF\n")
			}
			return out.Bytes()
		},
		"kids of kids": func(n int) []byte {
			f := pdfobj.New()
			kids := f.Reserve()
			var list pdfobj.Array
			for range n {
				list = append(list, f.Add(pdfobj.Dict{"Kids": kids}))
			}
			f.Set(kids, list)
			f.Trailer["Root"] = f.Add(pdfobj.Dict{"AcroForm": pdfobj.Dict{"Fields": kids}, "Pages": f.Add(pdfobj.Dict{"Kids": kids})})
			return f.WriteFull("1.7")
		},
		"fields on pages": func(n int) []byte {
			return form(func(f *pdfobj.File, root, page pdfobj.Dict) {
				all := f.Dict(root["AcroForm"])
				for range n / 4 {
					ref := f.Add(pdfobj.Dict{"FT": pdfobj.Name("Sig"), "T": pdfobj.Text("a"), "Rect": pdfobj.Rect(1, 1, 2, 2)})
					all["Fields"] = append(all["Fields"].(pdfobj.Array), ref)
					page["Annots"] = append(page["Annots"].(pdfobj.Array), ref)
				}
				page["Contents"] = f.Add(&pdfobj.Stream{Data: bytes.Repeat([]byte("BT (a) Tj ET\n"), n)})
			}, "kommun")
		},
	} {
		const n = 400
		small, small4 := file(n), file(4*n)
		objects, size := work(t, small)
		objects4, size4 := work(t, small4)
		if objects4 > 6*objects+20000 || size4 > 6*size+4<<20 {
			t.Errorf("%s: %d bytes take %d objects of %d bytes, %d bytes take %d of %d", name, len(small), objects, size, len(small4), objects4, size4)
		}
		t.Logf("%s: %d bytes: %d objects; %d bytes: %d objects", name, len(small), objects, len(small4), objects4)
	}
}

// TestManySignatures signs many times: each signature looks at what came before it.
func TestManySignatures(t *testing.T) {
	names := make([]string, 9)
	for i := range names {
		names[i] = fmt.Sprint("part", i)
	}
	pdf := form(nil, names...)
	c := signer(t)
	var objects []uint64
	for i, name := range names {
		pdf = mustSign(t, pdf, name, c)
		if i == 2 || i == 8 {
			n, _ := work(t, pdf)
			objects = append(objects, n)
		}
	}
	if r := mustVerify(t, pdf); r.Verdict() != Valid || len(r.Signatures) != len(names) {
		t.Errorf("%+v", r)
	}
	if objects[1] > 5*objects[0] {
		t.Errorf("three signatures take %d objects, nine %d", objects[0], objects[1])
	}
}
