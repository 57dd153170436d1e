package cache

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"samsyn/internal/diag"
)

type leaf struct {
	Name string
	At   diag.Place
}

func (*leaf) isNode() {}

type branch struct {
	Nodes []node
	Rows  [][]node
}

func (*branch) isNode() {}

type node interface{ isNode() }

type thing struct {
	diag.Finding
	Yes      bool
	Number   int
	Small    int32
	Ratio    float64
	Texts    []string
	Leaves   []leaf
	ByName   map[string]leaf
	Flags    map[string]bool
	Tree     node
	First    *branch
	Second   *branch
	Anything any
}

func testCodec(t testing.TB) *Codec {
	t.Helper()
	c, err := NewCodec(thing{}, &leaf{}, &branch{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func place(file string, numbers ...int32) diag.Place {
	return diag.Place{File: file, Range: diag.Range{Start: diag.Pos{Line: numbers[0], Column: numbers[1]}, End: diag.Pos{Line: numbers[2], Column: numbers[3]}}}
}

func samples() []thing {
	shared := &branch{Nodes: []node{&leaf{Name: "å"}, nil, &branch{Rows: [][]node{nil, {}, {&leaf{}}}}}}
	return []thing{
		{},
		{Yes: true, Number: -1, Small: math.MinInt32, Ratio: math.Copysign(0, -1)},
		{Number: math.MaxInt, Ratio: 2.5, Texts: []string{}, Leaves: []leaf{}, ByName: map[string]leaf{}},
		{Texts: []string{"a", ""}, Leaves: []leaf{{}, {Name: "b", At: place("f", 3, 1, 3, 2)}, {At: place("g", 1, 1, 1, 1)}, {At: place("f", 90, 7, 91, 1)}}},
		{ByName: map[string]leaf{"x": {Name: "y"}, "": {}}, Flags: map[string]bool{"a": true, "b": false}},
		{Tree: shared, First: shared, Second: shared, Anything: &leaf{Name: "c"}},
		{First: shared, Second: shared, Texts: []string{"a", ""}},
		{Finding: diag.New("r", place("f", 1, 2, 3, 4), diag.Tell("ö", ""))},
		{Finding: diag.New("r", place("g", 1, 2, 3, 4), diag.Tell("ö %s", "%s o", "å", "")).Suggest("å").With(
			diag.Rarities{About: "a", Accepted: "b", Add: "c", Look: 3, Secret: true})},
	}
}

func TestWhatIsStoredComesBack(t *testing.T) {
	c := testCodec(t)
	d := c.Decoder()
	for i, want := range samples() {
		data, ok := c.Encoder().Encode("f", want)
		if !ok {
			t.Fatalf("sample %d cannot be stored", i)
		}
		again, _ := c.Encoder().Encode("f", want)
		if string(again) != string(data) {
			t.Errorf("sample %d: other bytes the second time", i)
		}
		var got thing
		if err := d.Decode(string(data), "f", &got); err != nil {
			t.Fatalf("sample %d: %v", i, err)
		}
		if !reflect.DeepEqual(got, want) || math.Signbit(got.Ratio) != math.Signbit(want.Ratio) {
			t.Errorf("sample %d: %+v, want %+v", i, got, want)
		}
		if want.First != nil && got.First != got.Second {
			t.Errorf("sample %d: what two fields led to is there twice", i)
		}
		for n := range data {
			if err := d.Decode(string(data[:n]), "f", &thing{}); !errors.Is(err, ErrDamaged) {
				t.Errorf("sample %d cut off after %d bytes: %v", i, n, err)
			}
		}
	}
}

func TestWhatCannotBeStored(t *testing.T) {
	c := testCodec(t)
	if _, ok := c.Encoder().Encode("f", thing{Anything: 1}); ok {
		t.Error("a kind that the codec does not know was stored")
	}
	if _, ok := c.Encoder().Encode("f", leaf{}); ok {
		t.Error("another type was stored")
	}
	for _, sample := range []any{struct{ hidden int }{}, struct{ C chan int }{}, struct{ M map[int]string }{}} {
		if _, err := NewCodec(sample); err == nil {
			t.Errorf("%T: a codec for what cannot be stored", sample)
		}
	}
}

// FuzzDecode reads any bytes. What can be read is a value that can be stored.
func FuzzDecode(f *testing.F) {
	c := testCodec(f)
	for _, s := range samples() {
		data, _ := c.Encoder().Encode("f", s)
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, data string) {
		var got thing
		if err := c.Decoder().Decode(data, "f", &got); err != nil {
			return
		}
		again, ok := c.Encoder().Encode("f", got)
		var second thing
		if err := c.Decoder().Decode(string(again), "f", &second); !ok || err != nil {
			t.Fatalf("%q cannot be stored again: %v", data, err)
		}
	})
}
