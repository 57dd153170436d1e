package cache

import (
	"reflect"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// full sets every field of a value to something, so that a field that is not
// stored is missed.
func full(t *testing.T, v reflect.Value) {
	t.Helper()
	switch v.Type() {
	case reflect.TypeFor[prose.Block]():
		v.Set(reflect.ValueOf(&prose.Paragraph{Inlines: []prose.Inline{&prose.Text{Value: "å"}, nil}}))
		return
	case reflect.TypeFor[prose.Inline]():
		v.Set(reflect.ValueOf(&prose.Text{Value: "a longer text"}))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		full(t, v.Elem())
	case reflect.String:
		v.SetString("text")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32:
		v.SetInt(7)
	case reflect.Struct:
		for i := range v.NumField() {
			full(t, v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		full(t, v.Index(0))
		full(t, v.Index(1))
	default:
		t.Fatalf("no value for a %v", v.Type())
	}
}

func TestEveryFieldOfATextIsStored(t *testing.T) {
	blocks := []prose.Block{&prose.Heading{}, &prose.Paragraph{}, &prose.List{}, &prose.Quote{}, &prose.Code{}, &prose.Table{}, &prose.Rule{}, &prose.RawBlock{}}
	inlines := []prose.Inline{&prose.Text{}, &prose.Emphasis{}, &prose.CodeSpan{}, &prose.Link{}, &prose.Image{}, &prose.LineBreak{}, &prose.FootnoteRef{}, &prose.RawInline{}}
	for _, b := range blocks {
		full(t, reflect.ValueOf(b).Elem())
	}
	for _, in := range inlines {
		full(t, reflect.ValueOf(in).Elem())
	}
	doc := prose.Doc{File: "f", Blocks: append(blocks, &prose.Paragraph{Inlines: inlines}, nil, &prose.Table{}, &prose.Quote{})}
	full(t, reflect.ValueOf(&doc.Footnotes).Elem())
	roundTrip(t, doc)
}

func TestEveryFieldOfAReferenceIsStored(t *testing.T) {
	refs := model.References{List: make([]model.Reference, 3)}
	full(t, reflect.ValueOf(&refs.File).Elem())
	full(t, reflect.ValueOf(&refs.Scope).Elem())
	full(t, reflect.ValueOf(&refs.List[0]).Elem())
	full(t, reflect.ValueOf(&refs.List[1]).Elem())
	refs.List[1].Kinds = &[]string{"party", "body"}
	refs.List[1].Range.End.Line++
	roundTrip(t, refs)
	own := diag.Place{File: "f", Range: refs.List[1].Range}
	roundTrip(t, []model.Text{{}, {V: "a"}, {At: refs.At(refs.List[0])}, {V: "b", At: own}})
}

func roundTrip[T any](t *testing.T, want T) {
	t.Helper()
	c, err := NewCodec(want)
	if err != nil {
		t.Fatal(err)
	}
	data, ok := c.Encoder().Encode("f", want)
	if !ok {
		t.Fatal("cannot be stored")
	}
	var got T
	if err := c.Decoder().Decode(string(data), "f", &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for n := range data {
		var cut T
		if c.Decoder().Decode(string(data[:n]), "f", &cut) == nil {
			t.Errorf("cut off after %d bytes, and taken", n)
		}
	}
}

// A text that nests without end must not exhaust the stack.
func TestDeepTextsEnd(t *testing.T) {
	c, err := NewCodec(prose.Doc{})
	if err != nil {
		t.Fatal(err)
	}
	data := []byte{0, 2}
	for range 1 << 20 {
		data = append(data, aQuote, 2)
	}
	var got prose.Doc
	if c.Decoder().Decode(string(data), "f", &got) == nil {
		t.Error("taken")
	}
}
