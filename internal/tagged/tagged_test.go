package tagged

import (
	"bytes"
	"compress/zlib"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"samsyn/internal/fonts"
	"samsyn/internal/pdfobj"
)

var meta = Meta{
	Title: "Överenskommelse <1> & 2", Author: "Region Exempel", Subject: "Prov", Language: "sv-SE", Producer: "Samsyn prov",
	Created: time.Date(2026, 1, 15, 9, 30, 0, 0, time.FixedZone("CET", 3600)), Commit: "abc123", Today: "2026-01-15", Digest: "sha256:00",
}

// write draws a document with one of each.
func write(t *testing.T, change func(d *Doc)) *Doc {
	t.Helper()
	d := New(meta)
	sans := fonts.Style{Family: fonts.Sans}
	text := func(p *Page, e *Elem, y float64, s string) {
		runs, err := sans.Shape(s)
		if err != nil {
			t.Fatal(err)
		}
		p.Own(e)
		p.Text(72, y, 12, Color{}, 0, runs)
	}
	one, two := d.NewPage(595.28, 841.89), d.NewPage(841.89, 595.28)
	d.Pages = []*Page{one, two}

	h := d.Root().Add("H1")
	text(one, h, 72, "Rubrik – å")
	one.Dest("rubrik", 60)
	one.Bookmark(1, "Rubrik", 60)
	one.Bookmark(2, "Under", 90)
	two.Bookmark(3, "Under under", 60)
	two.Bookmark(1, "Nästa", 60)

	para := d.Root().Add("P")
	text(one, para, 100, "Början på sidan ett")
	text(two, para, 100, "och slutet på sidan två")

	link := d.Root().Add("P").Add("Link")
	text(two, link, 130, "länk")
	two.LinkURI(link, 72, 120, 30, 12, "https://exempel.se/å b", "Länk till exempel")
	inner := d.Root().Add("P").Add("Link")
	text(two, inner, 150, "upp")
	two.LinkTo(inner, 72, 140, 30, 12, "rubrik", "Gå till rubriken")

	fig := d.Root().Add("Figure").Set("Layout", "BBox", RectValue(72, 300, 172, 400))
	fig.Alt = "En kvadrat"
	two.Own(fig)
	two.Rect(72, 195, 100, 100, Color{0, 80, 120})

	note := d.Root().Add("Note")
	note.ID = "note:1"
	text(two, note, 500, "En not")

	form := d.Root().Add("Form")
	two.SignatureField(form, 300, 300, 100, 40, "part-1", "Underskrift för en part")
	two.Decorate(Footer)
	runs, err := sans.Shape("Sida 2")
	if err != nil {
		t.Fatal(err)
	}
	two.Text(72, 560, 8, Color{}, 0, runs)
	if change != nil {
		change(d)
	}
	return d
}

func parsed(t *testing.T, d *Doc) *pdfobj.File {
	t.Helper()
	b, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	f, err := pdfobj.Parse(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func inflated(t *testing.T, s *pdfobj.Stream) []byte {
	t.Helper()
	if s == nil {
		t.Fatal("no stream")
	}
	r, err := zlib.NewReader(bytes.NewReader(s.Data))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func textOf(f *pdfobj.File, v any) string {
	s, _ := f.Resolve(v).(pdfobj.Str)
	return s.Text()
}

// What PDF/UA-1 and PDF/A-2a want of the catalogue.
func TestCatalogue(t *testing.T) {
	f := parsed(t, write(t, nil))
	root := f.Root()
	if got := textOf(f, root["Lang"]); got != "sv-SE" {
		t.Errorf("Lang %q", got)
	}
	if f.Dict(root["MarkInfo"])["Marked"] != true {
		t.Error("not marked")
	}
	if f.Dict(root["MarkInfo"])["Suspects"] != nil {
		t.Error("suspects")
	}
	if f.Dict(root["ViewerPreferences"])["DisplayDocTitle"] != true {
		t.Error("the title is not displayed")
	}
	if f.Dict(root["StructTreeRoot"])["ParentTree"] == nil {
		t.Error("no parent tree")
	}
	intent := f.Dict(f.Array(root["OutputIntents"])[0])
	if got := inflated(t, f.Stream(intent["DestOutputProfile"])); string(got[36:40]) != "acsp" {
		t.Error("no colour profile")
	}
	if got, _ := f.Resolve(f.Dict(root["AcroForm"])["SigFlags"]).(pdfobj.Num); got != "3" {
		t.Errorf("SigFlags %v", got)
	}
	xmp := string(f.Stream(root["Metadata"]).Data)
	for _, want := range []string{
		"<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "Överenskommelse &lt;1&gt; &amp; 2<", "<xmp:CreateDate>2026-01-15T08:30:00+00:00<",
		"<samsyn:commit>abc123<", "<samsyn:today>2026-01-15<", "<samsyn:digest>sha256:00<",
		"<pdfaSchema:prefix>samsyn<", "<pdfaProperty:name>digest<",
	} {
		if !strings.Contains(xmp, want) {
			t.Errorf("metadata lack %s", want)
		}
	}
	info := f.Dict(f.Trailer["Info"])
	if textOf(f, info["Title"]) != meta.Title || textOf(f, info["CreationDate"]) != "D:20260115083000+00'00'" {
		t.Errorf("info: %v", info)
	}
}

func TestPagesAndAnnotations(t *testing.T) {
	f := parsed(t, write(t, nil))
	parents := f.Array(f.Dict(f.Dict(f.Root()["StructTreeRoot"])["ParentTree"])["Nums"])
	owner := map[string]any{}
	for i := 0; i+1 < len(parents); i += 2 {
		owner[string(parents[i].(pdfobj.Num))] = parents[i+1]
	}
	kinds := map[string]string{}
	for i, ref := range f.Pages() {
		p := f.Dict(ref)
		if p["Tabs"] != pdfobj.Name("S") {
			t.Errorf("page %d: Tabs %v", i+1, p["Tabs"])
		}
		content := string(inflated(t, f.Stream(p["Contents"])))
		if begun, ended := strings.Count(content, "BDC"), strings.Count(content, "EMC"); begun != ended || begun == 0 {
			t.Errorf("page %d: %d sequences begin, %d end", i+1, begun, ended)
		}
		owners := f.Array(owner[string(p["StructParents"].(pdfobj.Num))])
		if got := strings.Count(content, "MCID"); got != len(owners) {
			t.Errorf("page %d: %d marks, %d owners", i+1, got, len(owners))
		}
		for _, a := range f.Array(p["Annots"]) {
			a := f.Dict(a)
			e := f.Dict(owner[string(a["StructParent"].(pdfobj.Num))])
			kinds[string(a["Subtype"].(pdfobj.Name))+" "+textOf(f, a["Contents"])] = string(e["S"].(pdfobj.Name))
			if flags, _ := a["F"].(pdfobj.Num).Int(); flags&printed == 0 {
				t.Error("an annotation is not printed")
			}
			if a["Subtype"] == pdfobj.Name("Widget") && (a["AP"] == nil || textOf(f, a["TU"]) == "" || textOf(f, a["T"]) != "part-1") {
				t.Errorf("field: %v", a)
			}
			if action := f.Dict(a["A"]); action != nil && textOf(f, action["URI"]) != "https://exempel.se/%C3%A5%20b" {
				t.Errorf("address: %v", textOf(f, action["URI"]))
			}
		}
	}
	want := map[string]string{"Link Länk till exempel": "Link", "Link Gå till rubriken": "Link", "Widget Underskrift för en part": "Form"}
	for k, v := range want {
		if kinds[k] != v {
			t.Errorf("%s belongs to %q, not %s", k, kinds[k], v)
		}
	}
}

func TestStructure(t *testing.T) {
	want := `Document
  H1
    "Rubrik – å"
  P
    "Början på sidan ett"
    "och slutet på sidan två"
  P
    Link
      "länk"
      -> https://exempel.se/å b "Länk till exempel"
  P
    Link
      "upp"
      -> rubrik "Gå till rubriken"
  Figure Alt="En kvadrat"
    ""
  Note ID="note:1"
    "En not"
  Form
    -> part-1 "Underskrift för en part"
`
	d := write(t, nil)
	if got := d.Structure(); got != want {
		t.Errorf("got\n%s", got)
	}
	f := parsed(t, d)
	tree := f.Dict(f.Root()["StructTreeRoot"])
	ids := f.Array(f.Dict(tree["IDTree"])["Names"])
	if len(ids) != 2 || f.Dict(ids[1])["S"] != pdfobj.Name("Note") {
		t.Errorf("identifiers: %v", ids)
	}
	document := f.Dict(f.Array(tree["K"])[0])
	para := f.Dict(f.Array(document["K"])[1])
	kids := f.Array(para["K"])
	if len(kids) != 2 || f.Dict(kids[1])["Type"] != pdfobj.Name("MCR") || f.Dict(kids[1])["Pg"] == para["Pg"] {
		t.Errorf("a paragraph on two pages: %v", kids)
	}
}

func TestOutline(t *testing.T) {
	f := parsed(t, write(t, nil))
	top := f.Dict(f.Root()["Outlines"])
	var titles []string
	var walk func(v any, depth int) int
	walk = func(first any, depth int) (n int) {
		for v := first; v != nil; v = f.Dict(v)["Next"] {
			item := f.Dict(v)
			titles = append(titles, strings.Repeat(" ", depth)+textOf(f, item["Title"]))
			below := 0
			if item["First"] != nil {
				below = walk(item["First"], depth+1)
				if got, _ := item["Count"].(pdfobj.Num).Int(); got != below {
					t.Errorf("%s counts %d, not %d", textOf(f, item["Title"]), got, below)
				}
			}
			n += 1 + below
		}
		return n
	}
	n := walk(top["First"], 0)
	if got, _ := top["Count"].(pdfobj.Num).Int(); got != n || n != 4 {
		t.Errorf("the outline counts %d, has %d", got, n)
	}
	if got := strings.Join(titles, "|"); got != "Rubrik| Under|  Under under|Nästa" {
		t.Errorf("outline %s", got)
	}
}

func TestFonts(t *testing.T) {
	f := parsed(t, write(t, nil))
	font := f.Dict(f.Dict(f.Dict(f.Dict(f.Pages()[0])["Resources"])["Font"])["F1"])
	if name := string(font["BaseFont"].(pdfobj.Name)); name != "SAMSAA+LiberationSans" {
		t.Errorf("font %s", name)
	}
	cid := f.Dict(f.Array(font["DescendantFonts"])[0])
	if f.Stream(f.Dict(cid["FontDescriptor"])["FontFile2"]) == nil || cid["CIDToGIDMap"] != pdfobj.Name("Identity") {
		t.Error("not embedded")
	}
	unicode := string(inflated(t, f.Stream(font["ToUnicode"])))
	for _, want := range []string{"<0001> <0052>\n", "<2013>", "<00E5>"} { // R first, then – and å
		if !strings.Contains(unicode, want) {
			t.Errorf("ToUnicode lacks %s", want)
		}
	}
}

func TestSameBytes(t *testing.T) {
	a, err := write(t, nil).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		b, err := write(t, nil).Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Fatal("the same document gives other bytes")
		}
	}
}

func TestWithoutDate(t *testing.T) {
	f := parsed(t, write(t, func(d *Doc) { d.meta.Created, d.meta.Commit = time.Time{}, "" }))
	xmp := string(f.Stream(f.Root()["Metadata"]).Data)
	if info := f.Dict(f.Trailer["Info"]); info["CreationDate"] != nil || info["ModDate"] != nil || strings.Contains(xmp, "<xmp:") || strings.Contains(xmp, "<samsyn:commit>") {
		t.Errorf("a date or a commit out of nothing: %v", info)
	}
}

func TestRefused(t *testing.T) {
	for want, change := range map[string]func(d *Doc){
		"without pages":     func(d *Doc) { d.Pages = nil },
		"without a title":   func(d *Doc) { d.meta.Title = "" },
		"without a languag": func(d *Doc) { d.meta.Language = "" },
		"not UTF-8":         func(d *Doc) { d.meta.Author = "\xff" },
		"not in the docume": func(d *Doc) { d.Pages[0].LinkTo(d.Root().Add("Link"), 0, 0, 1, 1, "ingenstans", "x") },
		"fields are called": func(d *Doc) { d.Pages[0].SignatureField(d.Root().Add("Form"), 0, 0, 1, 1, "part-1", "x") },
		"elements are call": func(d *Doc) { d.Root().Add("Note").ID = "note:1" },
	} {
		if _, err := write(t, change).Bytes(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error is %v", want, err)
		}
	}
}

// The colorants of the published sRGB profiles, adapted to D50.
func TestColourProfile(t *testing.T) {
	p := sRGB()
	if n := int(p[0])<<24 | int(p[1])<<16 | int(p[2])<<8 | int(p[3]); n != len(p) {
		t.Errorf("says %d bytes, has %d", n, len(p))
	}
	u32 := func(at int) int { return int(p[at])<<24 | int(p[at+1])<<16 | int(p[at+2])<<8 | int(p[at+3]) }
	want := map[string][3]float64{"rXYZ": {0.4361, 0.2225, 0.0139}, "gXYZ": {0.3851, 0.7169, 0.0971}, "bXYZ": {0.1431, 0.0606, 0.7141}, "wtpt": {0.9642, 1, 0.8249}}
	found := 0
	for i := range u32(128) {
		entry := 132 + 12*i
		w, ok := want[string(p[entry:entry+4])]
		if !ok {
			continue
		}
		found++
		for k, v := range w {
			got := float64(int32(u32(u32(entry+4)+8+4*k))) / 65536
			if math.Abs(got-v) > 0.0006 {
				t.Errorf("%s[%d] is %.4f, not %.4f", p[entry:entry+4], k, got, v)
			}
		}
	}
	if found != len(want) {
		t.Errorf("%d of %d tags", found, len(want))
	}
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", 1.5: "1.5", 0.0004: "0", -0.0001: "0", 100: "100", 12.3456: "12.346", math.Inf(1): "0", math.Inf(-1): "0"} {
		if got := string(appendNum(nil, v)); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
	if got := string(appendNum(nil, math.NaN())); got != "0" {
		t.Errorf("NaN is written %s", got)
	}
}

func TestWhatAFileSaysOfItselfIsReadBack(t *testing.T) {
	pdf, err := write(t, nil).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(pdf)
	want := meta
	want.Author, want.Subject, want.Language, want.Created = "", "", "", meta.Created.UTC()
	got.Created = got.Created.UTC()
	if err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
}
