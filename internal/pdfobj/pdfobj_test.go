package pdfobj

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
)

// small is a file of two pages with the objects that matter here.
func small() *File {
	f := New()
	root, pages := f.Reserve(), f.Reserve()
	p1, p2 := f.Reserve(), f.Reserve()
	f.Set(p2, Dict{"Type": Name("Page"), "Parent": pages})
	f.Set(p1, Dict{"Type": Name("Page"), "Parent": pages, "Contents": f.Add(&Stream{Data: []byte("BT ET")})})
	f.Set(pages, Dict{"Type": Name("Pages"), "Kids": Array{p1, p2}, "Count": 2, "MediaBox": Rect(0, 0, 595.28, 841.89)})
	f.Set(root, Dict{"Type": Name("Catalog"), "Pages": pages})
	f.Trailer["Root"] = root
	f.Trailer["Info"] = f.Add(Dict{"Title": Text("Överenskommelse – (utkast)"), "Nothing": f.Reserve()})
	return f
}

func mustParse(t *testing.T, b []byte) *File {
	t.Helper()
	f, err := Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestWriteFullReadsBack(t *testing.T) {
	b := small().WriteFull("1.7")
	if !bytes.Equal(b, small().WriteFull("1.7")) {
		t.Fatal("the same objects give other bytes")
	}
	f := mustParse(t, b)
	if got := f.Dict(f.Trailer["Info"])["Title"].(Str).Text(); got != "Överenskommelse – (utkast)" {
		t.Errorf("title %q", got)
	}
	if _, ok := f.Dict(f.Trailer["Info"])["Nothing"]; ok {
		t.Error("a reference to nothing is still there")
	}
	pages := f.Pages()
	if len(pages) != 2 {
		t.Fatalf("pages %v", pages)
	}
	if s := f.Stream(f.Dict(pages[0])["Contents"]); string(s.Data) != "BT ET" {
		t.Errorf("content %q", s.Data)
	}
	if again := f.WriteFull("1.7"); !bytes.Equal(again, b) {
		t.Error("reading and writing changes the bytes")
	}
}

func TestReadsFpdf(t *testing.T) {
	p := fpdf.New("P", "mm", "A4", "")
	p.SetFont("Helvetica", "", 12)
	p.AddPage()
	p.Cell(40, 10, "Hej")
	p.AddPage()
	p.Bookmark("Rubrik", 0, -1)
	var b bytes.Buffer
	if err := p.Output(&b); err != nil {
		t.Fatal(err)
	}
	f := mustParse(t, b.Bytes())
	if n := len(f.Pages()); n != 2 {
		t.Fatalf("%d pages", n)
	}
	mustParse(t, f.WriteFull("1.7"))
}

func TestIncrementalKeepsThePrefix(t *testing.T) {
	base := small().WriteFull("1.7")
	for name, src := range map[string][]byte{"with last line feed": base, "without": base[:len(base)-1]} {
		t.Run(name, func(t *testing.T) {
			f := mustParse(t, src)
			page := f.Pages()[1]
			d := f.Dict(page)
			d["Rotate"] = 90
			f.Set(page, d)
			added := f.Add(Str("new"))
			out, offs := f.WriteIncremental()
			if !bytes.HasPrefix(out, src) {
				t.Fatal("the base bytes are no prefix")
			}
			for _, r := range []Ref{page, added} {
				if want := fmt.Sprintf("%d 0 obj\n", r); !bytes.HasPrefix(out[offs[r]:], []byte(want)) {
					t.Errorf("object %d is not where it is said to be", r)
				}
			}
			g := mustParse(t, out)
			if g.Dict(g.Pages()[1])["Rotate"] != Num("90") || string(g.Resolve(added).(Str)) != "new" {
				t.Error("the update does not read back")
			}
			revs := g.Revisions()
			// A line feed that the update had to add ends the base's last line.
			if len(revs) != 2 || revs[0].End != int64(len(base)) || revs[1].End != int64(len(out)) {
				t.Fatalf("revisions %+v, base %d, whole %d", revs, len(src), len(out))
			}
			if want := []Ref{page, added}; !reflect.DeepEqual(revs[1].Objects, want) {
				t.Errorf("the update names %v, want %v", revs[1].Objects, want)
			}
			id0, id1 := f.Trailer["ID"].(Array), g.Trailer["ID"].(Array)
			if !reflect.DeepEqual(id0[0], id1[0]) || reflect.DeepEqual(id0[1], id1[1]) {
				t.Error("/ID must keep its first half and change its second")
			}
		})
	}
	f := mustParse(t, base)
	if out, offs := f.WriteIncremental(); !bytes.Equal(out, base) || len(offs) != 0 {
		t.Error("an update of nothing changes the file")
	}
}

func TestObjectsReadBack(t *testing.T) {
	for _, c := range []struct {
		src  string
		want any
	}{
		{"null", nil},
		{"true", true},
		{"-.5", Num("-.5")},
		{"+17", Num("+17")},
		{"12 0 R", Ref(12)},
		{"/A#20B#2F", Name("A B/")},
		{"/", Name("")},
		{`(a\(b\)\\\n\101\0615(c))`, Str("a(b)\\\nA15(c)")},
		{"(a\\\r\nb\rc\r\nd)", Str("ab\nc\nd")},
		{"<48 656C6C6F2>", Str("Hello ")},
		{"[1 2 0 R 3 0 4]", Array{Num("1"), Ref(2), Num("3"), Num("0"), Num("4")}},
		{"<</A<</B[]>>/C null>>", Dict{"A": Dict{"B": Array{}}}},
	} {
		got, err := (&lexer{[]byte(c.src), 0}).object(0)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %#v, %v", c.src, got, err)
			continue
		}
		var b bytes.Buffer
		Write(&b, got)
		again, err := (&lexer{b.Bytes(), 0}).object(0)
		if err != nil || !reflect.DeepEqual(again, c.want) {
			t.Errorf("%s: written %s, read back %#v, %v", c.src, b.Bytes(), again, err)
		}
	}
}

func TestRefusesBrokenObjects(t *testing.T) {
	for _, src := range []string{
		"", "(", "(a\\", "<4", "<4g>", "[", "[1", "<<", "<</A", "<</A>>", "<<1 2>>", "/A#0", "/A#00", "/A#zz",
		"1..2", "--1", "endobj", "% said aside\n7", "[1 % aside\n]", "<</A 1% aside\n>>", "\x007", "\f7", "/A\x00", "/A\x01", "<4\x001>", ")", "0 0 R", "99999999999 0 R", "<</A 1/A 2>>", "<</A null/A 2>>",
		strings.Repeat("[", 1000), strings.Repeat("<</A", 1000),
	} {
		if v, err := (&lexer{[]byte(src), 0}).object(0); err == nil {
			if _, isNum := v.(Num); !isNum { // "99999999999 0 R" begins with a number
				t.Errorf("%.20q was read as %#v", src, v)
			}
		}
	}
}

func TestText(t *testing.T) {
	for _, s := range []string{"", "plain", "Åsa Öberg – ”ja”", "𝄞", "rad\nrad"} {
		if got := Text(s).Text(); got != s {
			t.Errorf("%q came back as %q", s, got)
		}
	}
	if got := Str("\x80 \xe5\xa0\x18\x7f").Text(); got != "• å€˘\uFFFD" {
		t.Errorf("PDFDocEncoding: %q", got)
	}
	if got := Str("\xef\xbb\xbf\xc3\xa5").Text(); got != "å" {
		t.Errorf("UTF-8: %q", got)
	}
	if got := Str("\xfe\xff\x00å\xd8").Text(); !strings.HasPrefix(got, "Ã") {
		t.Errorf("odd UTF-16: %q", got)
	}
}

func TestFlt(t *testing.T) {
	zero := 0.0
	for in, want := range map[float64]Num{1: "1", 0.5: "0.5", -0.001: "0", 595.276: "595.28", 100: "100", 1 / zero: "0"} {
		if got := Flt(in); got != want {
			t.Errorf("%v became %s, want %s", in, got, want)
		}
	}
}

func TestRefusesForeignAndDamaged(t *testing.T) {
	base := string(small().WriteFull("1.7"))
	edit := func(old, new string) string {
		if strings.Count(base, old) == 0 {
			t.Fatalf("no %q in the file", old)
		}
		return strings.Replace(base, old, new, 1)
	}
	for name, c := range map[string]struct {
		src     string
		foreign bool
	}{
		"empty":               {"", false},
		"text":                {"hej", false},
		"header alone":        {"%PDF-1.7\n", false},
		"cut":                 {base[:len(base)/2], false},
		"encrypted":           {edit("/Size", "/Encrypt 1 0 R/Size"), true},
		"hybrid":              {edit("/Size", "/XRefStm 1/Size"), true},
		"stream for xref":     {edit("xref\n0", "9 0 obj\n<</Type/XRef>>stream\n\nxref\n0"), true},
		"loop":                {edit("/Size", "/Prev "+base[strings.LastIndex(base, "startxref")+10:strings.LastIndex(base, "%%EOF")-1]+"/Size"), true},
		"forward prev":        {edit("/Size", "/Prev 99999999/Size"), true},
		"huge count":          {edit("xref\n0 ", "xref\n0 8000000"), false},
		"wrong generation":    {edit("00000 n", "00001 n"), true},
		"bogus length":        {edit("/Length 5", "/Length 500000"), false},
		"negative length":     {edit("/Length 5", "/Length -5"), false},
		"short length":        {edit("/Length 5", "/Length 4"), false},
		"indirect length":     {edit("/Length 5\n>>\nstream\nBT ET", "/Length 1 0 R\n>>\nstream\nB"), true},
		"no root":             {edit("/Root 1 0 R", "/Toor 1 0 R"), false},
		"root to nothing":     {edit("/Root 1 0 R", "/Root 99 0 R"), false},
		"generation":          {edit("/Root 1 0 R", "/Root 1 1 R"), true},
		"other startxref":     {base + "startxref\n9\n%%EOF\n", false},
		"key that comes back": {edit("/Type /Page\n", "/Type /Page\n/Type /Page\n"), false},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "stream for xref" { // startxref shall point to the stream object
				at := strings.Index(c.src, "9 0 obj")
				end := strings.LastIndex(c.src, "startxref")
				c.src = c.src[:end] + fmt.Sprintf("startxref\n%d\n%%%%EOF\n", at)
			}
			_, err := Parse([]byte(c.src))
			var syntax *SyntaxError
			switch {
			case c.foreign && !errors.Is(err, ErrUnsupported):
				t.Errorf("want ErrUnsupported, got %v", err)
			case !c.foreign && !errors.As(err, &syntax):
				t.Errorf("want a SyntaxError, got %v", err)
			}
		})
	}
}

func TestAt(t *testing.T) {
	f := mustParse(t, small().WriteFull("1.7"))
	page := f.Pages()[0]
	d := f.Dict(page)
	d["Rotate"] = 90
	f.Set(page, d)
	added := f.Add(Str("new"))
	out, _ := f.WriteIncremental()
	g := mustParse(t, out)
	for _, c := range []struct {
		rev  int
		ref  Ref
		in   int
		turn any
	}{{0, page, 0, nil}, {1, page, 1, Num("90")}, {1, 1, 0, nil}, {0, added, -1, nil}, {1, added, 1, nil}, {1, 99, -1, nil}} {
		v, in := g.At(c.rev, c.ref)
		d, _ := v.(Dict)
		if in != c.in || d["Rotate"] != c.turn || (in < 0) != (v == nil) {
			t.Errorf("object %d in revision %d is %v of revision %d", c.ref, c.rev, v, in)
		}
	}
}

// TestUpdatesKeepToThemselves has updates that reach into what was there.
func TestUpdatesKeepToThemselves(t *testing.T) {
	base := small().WriteFull("1.7")
	f := mustParse(t, base)
	old := bytes.Index(base, []byte("3 0 obj"))
	f.Set(3, f.Dict(Ref(3)))
	inc, offs := f.WriteIncremental()
	entry := []byte(fmt.Sprintf("%010d 00000 n", offs[3]))
	if bytes.Count(inc, entry) != 1 {
		t.Fatal("the update has no such entry")
	}
	reach := bytes.Replace(inc, entry, []byte(fmt.Sprintf("%010d 00000 n", old)), 1)
	if _, err := Parse(reach); err == nil {
		t.Error("an update may take an object of the base for its own")
	}
	// "startxref" holds "xref": a section could begin inside the base's last lines.
	inside := bytes.LastIndex(base, []byte("startxref")) + len("start")
	size := len(f.Refs()) + 1
	within := append(bytes.Clone(base), fmt.Sprintf(" 0\ntrailer\n<</Size %d/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", size, f.Revisions()[0].Xref, inside)...)
	if _, err := Parse(within); err == nil {
		t.Error("a section may stand inside the base")
	}
}

// TestSizeOfAnUpdate allows one number too many, as another program counts, and no more.
func TestSizeOfAnUpdate(t *testing.T) {
	f := mustParse(t, small().WriteFull("1.7"))
	f.Set(3, f.Dict(Ref(3)))
	inc, _ := f.WriteIncremental()
	right := len(f.Refs()) + 1
	for by, ok := range map[int]bool{-1: false, 0: true, 1: true, 2: false} {
		at := bytes.LastIndex(inc, []byte("/Size "))
		other := append(bytes.Clone(inc[:at]), fmt.Sprintf("/Size %d%s", right+by, inc[at+len(fmt.Sprintf("/Size %d", right)):])...)
		if _, err := Parse(other); (err == nil) != ok {
			t.Errorf("%d more than there are: %v", by, err)
		}
	}
}

// TestWorkStaysSmall reads what would take for ever if shared lists were
// walked once for each that shares them.
func TestWorkStaysSmall(t *testing.T) {
	f := New()
	const n = 5000
	kids := f.Reserve()
	var list Array
	for range n {
		list = append(list, f.Add(Dict{"Kids": kids}))
	}
	f.Set(kids, list)
	f.Trailer["Root"] = f.Add(Dict{"Pages": f.Add(Dict{"Kids": kids})})
	g := mustParse(t, f.WriteFull("1.7"))
	if got := g.Pages(); len(got) != 0 {
		t.Errorf("%d pages", len(got))
	}
}

func FuzzParse(f *testing.F) {
	base := small().WriteFull("1.7")
	f.Add(base)
	g, err := Parse(base)
	if err != nil {
		f.Fatal(err)
	}
	g.Add(Str("new"))
	inc, _ := g.WriteIncremental()
	f.Add(inc)
	f.Fuzz(func(t *testing.T, src []byte) {
		f, err := Parse(src)
		if err != nil {
			return
		}
		f.Pages()
		once := f.WriteFull("1.7")
		g, err := Parse(once)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%q", err, once)
		}
		if !bytes.Equal(g.WriteFull("1.7"), once) {
			t.Fatal("reading and writing again changes the bytes")
		}
		f.Add(Str("x"))
		inc, _ := f.WriteIncremental()
		if !bytes.HasPrefix(inc, src) {
			t.Fatal("the base bytes are no prefix")
		}
		if _, err := Parse(inc); err != nil {
			t.Fatalf("the update cannot be read: %v", err)
		}
	})
}
