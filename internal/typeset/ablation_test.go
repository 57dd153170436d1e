package typeset

import (
	"bytes"
	"compress/zlib"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samsyn/internal/conform"
	"samsyn/internal/pdfobj"
)

// ablated is a folder for the files that lack something, for validators of
// others' making to refuse.
var ablated = flag.String("ablated", "", "folder to write the files of TestOmissionsAreCaught to")

// omission takes one thing away from a file that is whole. The standard that
// wants it is ua1 or 2a, as veraPDF calls the profiles.
type omission struct {
	standard, name string
	take           func(f *pdfobj.File)
}

var omissions = []omission{
	{"ua1", "language", func(f *pdfobj.File) { delete(f.Root(), "Lang") }},
	{"ua1", "mark-info", func(f *pdfobj.File) { delete(f.Root(), "MarkInfo") }},
	{"ua1", "suspects", func(f *pdfobj.File) { f.Dict(f.Root()["MarkInfo"])["Suspects"] = true }},
	{"ua1", "title-in-window", func(f *pdfobj.File) { delete(f.Root(), "ViewerPreferences") }},
	{"ua1", "structure", func(f *pdfobj.File) { delete(f.Root(), "StructTreeRoot") }},
	{"ua1", "parent-tree", func(f *pdfobj.File) { delete(f.Dict(f.Root()["StructTreeRoot"]), "ParentTree") }},
	{"ua1", "role-map", func(f *pdfobj.File) { delete(f.Dict(f.Root()["StructTreeRoot"]), "RoleMap") }},
	{"ua1", "metadata", func(f *pdfobj.File) { delete(f.Root(), "Metadata") }},
	{"ua1", "claim-of-ua", func(f *pdfobj.File) { metadata(f, "<pdfuaid:part>1</pdfuaid:part>", "") }},
	{"ua1", "title", func(f *pdfobj.File) { metadata(f, "dc:title", "dc:source") }},
	{"2a", "claim-of-a", func(f *pdfobj.File) { metadata(f, "<pdfaid:conformance>A</pdfaid:conformance>", "") }},
	{"2a", "claim-of-part", func(f *pdfobj.File) { metadata(f, "<pdfaid:part>2</pdfaid:part>", "") }},
	{"2a", "output-intent", func(f *pdfobj.File) { delete(f.Root(), "OutputIntents") }},
	{"2a", "colour-profile", func(f *pdfobj.File) { delete(f.Dict(f.Array(f.Root()["OutputIntents"])[0]), "DestOutputProfile") }},
	{"2a", "own-action", func(f *pdfobj.File) {
		f.Root()["OpenAction"] = pdfobj.Dict{"S": pdfobj.Name("JavaScript"), "JS": pdfobj.Text("app.beep()")}
	}},
	{"2a", "picture-colours", eachPicture(func(o pdfobj.Dict) { o["ColorSpace"] = pdfobj.Name("DeviceCMYK") })},
	{"2a", "picture-smoothed", eachPicture(func(o pdfobj.Dict) { o["Interpolate"] = true })},
	{"ua1", "tabs", eachPage(func(_ *pdfobj.File, p pdfobj.Dict) { delete(p, "Tabs") })},
	{"ua1", "struct-parents", eachPage(func(_ *pdfobj.File, p pdfobj.Dict) { delete(p, "StructParents") })},
	{"ua1", "artifact", eachPage(content("/Artifact <</Type /Layout>> BDC", "/Span <<>> BDC"))},
	{"ua1", "mark", eachPage(content(" BDC\n", " DP\n", "EMC\n", "\n"))},
	{"ua1", "link-contents", eachAnnot("Link", "Contents")},
	{"ua1", "link-struct-parent", eachAnnot("Link", "StructParent")},
	{"2a", "link-flags", eachAnnot("Link", "F")},
	{"ua1", "field-name", eachAnnot("Widget", "TU")},
	{"ua1", "field-struct-parent", eachAnnot("Widget", "StructParent")},
	{"2a", "field-appearance", eachAnnot("Widget", "AP")},
	{"ua1", "alternative-text", eachElem("Figure", func(e pdfobj.Dict) { delete(e, "Alt") })},
	{"ua1", "header-scope", eachElem("TH", func(e pdfobj.Dict) { delete(e, "A") })},
	{"ua1", "note-id", eachElem("Note", func(e pdfobj.Dict) { delete(e, "ID") })},
	{"ua1", "heading-level", eachElem("H2", func(e pdfobj.Dict) { e["S"] = pdfobj.Name("H3") })},
	{"ua1", "table-cell", func(f *pdfobj.File) {
		for _, r := range f.Refs() {
			e := f.Dict(r)
			if cells := f.Array(e["K"]); e["S"] == pdfobj.Name("TR") && len(cells) > 2 {
				e["K"] = cells[:len(cells)-1]
				return
			}
		}
	}},
	{"ua1", "list-item", eachElem("LI", func(e pdfobj.Dict) { e["S"] = pdfobj.Name("Div") })},
	{"ua1", "table-row", eachElem("TR", func(e pdfobj.Dict) { e["S"] = pdfobj.Name("Div") })},
	{"ua1", "link-element", eachElem("Link", func(e pdfobj.Dict) { e["S"] = pdfobj.Name("Span") })},
	{"ua1", "form-element", eachElem("Form", func(e pdfobj.Dict) { e["S"] = pdfobj.Name("P") })},
	{"ua1", "type-unknown", eachElem("BlockQuote", func(e pdfobj.Dict) { e["S"] = pdfobj.Name("Citat") })},
	{"ua1", "to-unicode", eachFont(func(_ *pdfobj.File, font, _ pdfobj.Dict) { delete(font, "ToUnicode") })},
	{"ua1", "text-of-a-glyph", eachFont(func(f *pdfobj.File, font, _ pdfobj.Dict) {
		edit(f.Stream(font["ToUnicode"]), "<0002> <", "<7002> <")
	})},
	{"ua1", "embedded-font", eachFont(func(f *pdfobj.File, _, cid pdfobj.Dict) { delete(f.Dict(cid["FontDescriptor"]), "FontFile2") })},
	{"ua1", "glyphs-of-codes", eachFont(func(_ *pdfobj.File, _, cid pdfobj.Dict) { delete(cid, "CIDToGIDMap") })},
	{"2a", "widths", eachFont(func(_ *pdfobj.File, _, cid pdfobj.Dict) { delete(cid, "W") })},
}

func metadata(f *pdfobj.File, old, new string) {
	s := f.Stream(f.Root()["Metadata"])
	s.Data = bytes.ReplaceAll(s.Data, []byte(old), []byte(new))
}

func eachPage(take func(*pdfobj.File, pdfobj.Dict)) func(*pdfobj.File) {
	return func(f *pdfobj.File) {
		for _, r := range f.Pages() {
			take(f, f.Dict(r))
		}
	}
}

// content replaces operators of a page's content.
func content(pairs ...string) func(*pdfobj.File, pdfobj.Dict) {
	return func(f *pdfobj.File, p pdfobj.Dict) { edit(f.Stream(p["Contents"]), pairs...) }
}

// edit replaces strings in a compressed stream.
func edit(s *pdfobj.Stream, pairs ...string) {
	r, err := zlib.NewReader(bytes.NewReader(s.Data))
	if err != nil {
		panic(err)
	}
	var plain, packed bytes.Buffer
	if _, err := plain.ReadFrom(r); err != nil {
		panic(err)
	}
	w := zlib.NewWriter(&packed)
	if _, err := w.Write([]byte(strings.NewReplacer(pairs...).Replace(plain.String()))); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	s.Data = packed.Bytes()
}

func eachAnnot(kind, key pdfobj.Name) func(*pdfobj.File) {
	return eachPage(func(f *pdfobj.File, p pdfobj.Dict) {
		for _, a := range f.Array(p["Annots"]) {
			if a := f.Dict(a); a["Subtype"] == kind {
				delete(a, key)
			}
		}
	})
}

func eachElem(kind pdfobj.Name, take func(pdfobj.Dict)) func(*pdfobj.File) {
	return func(f *pdfobj.File) {
		for _, r := range f.Refs() {
			if e := f.Dict(r); e["S"] == kind && e["P"] != nil {
				take(e)
			}
		}
	}
}

func eachPicture(take func(pdfobj.Dict)) func(*pdfobj.File) {
	return func(f *pdfobj.File) {
		for _, r := range f.Refs() {
			if o := f.Stream(r); o != nil && o.D["Subtype"] == pdfobj.Name("Image") {
				take(o.D)
			}
		}
	}
}

func eachFont(take func(f *pdfobj.File, font, cid pdfobj.Dict)) func(*pdfobj.File) {
	return func(f *pdfobj.File) {
		for _, r := range f.Refs() {
			if font := f.Dict(r); font["Subtype"] == pdfobj.Name("Type0") {
				take(f, font, f.Dict(f.Array(font["DescendantFonts"])[0]))
			}
		}
	}
}

// The check of finished files must find a whole one whole, and notice when any
// one thing is taken away.
func TestOmissionsAreCaught(t *testing.T) {
	whole, err := Render(sample())
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "whole", whole)
	if lacks := conform.Check(parse(t, whole)); len(lacks) > 0 {
		t.Fatalf("the whole file: %s", strings.Join(lacks, "; "))
	}
	for _, o := range omissions {
		t.Run(o.name, func(t *testing.T) {
			f := parse(t, whole)
			o.take(f)
			data := f.WriteFull("1.7")
			if bytes.Equal(data, whole) {
				t.Fatal("nothing was taken away")
			}
			keep(t, o.standard+"-"+o.name, data)
			lacks := conform.Check(parse(t, data))
			if len(lacks) == 0 {
				t.Error("nothing is said to lack")
			}
			t.Log(strings.Join(lacks, "; "))
		})
	}
}

func parse(t *testing.T, data []byte) *pdfobj.File {
	t.Helper()
	f, err := pdfobj.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// keep writes a file for the validators, where somebody wants it.
func keep(t *testing.T, name string, data []byte) {
	t.Helper()
	if *ablated == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*ablated, name+".pdf"), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
