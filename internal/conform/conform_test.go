package conform_test

import (
	"slices"
	"testing"

	"samsyn/internal/conform"
	"samsyn/internal/pdfobj"
)

// That each thing which a whole document can lack is noticed is tested where
// documents are made (typeset). Here: what was never a document of ours.
func TestForeign(t *testing.T) {
	empty := pdfobj.New()
	if got := conform.Check(empty); !slices.Contains(got, "the file has no structure") || !slices.Contains(got, "the file has no metadata") {
		t.Errorf("an empty file lacks only %q", got)
	}

	// A structure that goes in a circle, a page that is drawn on without a word
	// of whose it is, and entries of the wrong types.
	f := pdfobj.New()
	elem := f.Reserve()
	f.Set(elem, pdfobj.Dict{"S": pdfobj.Name("H3"), "K": pdfobj.Array{elem, pdfobj.Name("x"), nil}, "A": pdfobj.Array{nil}})
	content := f.Add(&pdfobj.Stream{D: pdfobj.Dict{}, Data: []byte("0 0 1 1 re f\n/F1 10 Tf\n")})
	page := f.Add(pdfobj.Dict{"Type": pdfobj.Name("Page"), "Contents": content, "Annots": pdfobj.Array{pdfobj.Dict{"Subtype": pdfobj.Text("Link")}}})
	root := f.Add(pdfobj.Dict{
		"Pages":          f.Add(pdfobj.Dict{"Kids": pdfobj.Array{page}}),
		"StructTreeRoot": pdfobj.Dict{"K": elem, "ParentTree": pdfobj.Dict{"Nums": pdfobj.Array{pdfobj.Name("0"), elem}}},
	})
	f.Trailer = pdfobj.Dict{"Root": root}
	got := conform.Check(f)
	for _, want := range []string{
		"a heading of level 3 follows one of level 0", "page 1: something is drawn that belongs nowhere",
		"page 1: the tab key does not follow the structure", "the font F1 is not composite",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not said of it: %q", want, got)
		}
	}
}
