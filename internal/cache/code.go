package cache

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"reflect"
	"slices"

	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// ErrDamaged says that bytes are no value of the wanted type.
var ErrDamaged = errors.New("not what was stored")

// Codec turns values of one type into bytes and back. It takes structs of exported
// fields, lists, maps with text as keys, pointers, and interfaces that hold one of
// the kinds that it was told of.
//
// A struct is a number whose bits tell which fields are not zero, then those
// fields. Numbers are varints, signed ones in zigzag order. A list, and a map with
// its keys in byte order, is its length and one more, 0 where it is nil, then its
// things. A pointer is 0 for none, 1 and the thing, or more for a thing that another
// field has led to. An interface is 0 or the number of its kind, then the thing.
// Texts and places are as the writer has them.
type Codec struct {
	kinds []reflect.Type
	codes map[reflect.Type]*code
	top   *code
	of    reflect.Type
}

// code is how one type is written and read.
type code struct {
	put func(*writer, reflect.Value)
	get func(*reader, reflect.Value)
}

// NewCodec makes a codec for values of sample's type. The kinds are one value of
// each type (pointers to structs) that an interface within it may hold.
func NewCodec(sample any, kinds ...any) (*Codec, error) {
	c := &Codec{codes: map[reflect.Type]*code{}, of: reflect.TypeOf(sample)}
	for _, k := range kinds {
		c.kinds = append(c.kinds, reflect.TypeOf(k))
	}
	var err error
	c.top, err = c.code(c.of)
	return c, err
}

// Encoder stores values, one after another.
type Encoder struct {
	codec *Codec
	spare writer // whose room is used again
}

// Encoder makes an encoder, for one goroutine.
func (c *Codec) Encoder() *Encoder {
	return &Encoder{codec: c, spare: writer{texts: map[string]int{}, lists: map[string]int{}}}
}

// Encode stores a value of the codec's type, of which places in file are its own.
// The bytes stand until the next call. It gives false where the value cannot be
// stored.
func (e *Encoder) Encode(file string, value any) ([]byte, bool) {
	v := reflect.ValueOf(value)
	if v.Type() != e.codec.of {
		return nil, false
	}
	w := &e.spare
	if len(w.texts) > mostSpare { // to clear a large map takes long
		w.texts, w.lists = map[string]int{}, map[string]int{}
	}
	clear(w.texts)
	clear(w.lists)
	clear(w.shared)
	*w = writer{data: w.data[:0], file: file, texts: w.texts, lists: w.lists, shared: w.shared[:0]}
	w.texts[file] = 0
	e.codec.top.put(w, v)
	return w.data, !w.failed
}

// Decoder reads values back, one after another.
type Decoder struct {
	codec *Codec
	lists map[string]*[]string // of texts, by their bytes: there are few, in every file
	// Things that nobody has yet.
	paragraphs []prose.Paragraph
	runs       []prose.Text
	spare      reader // whose lists are used again
}

// Decoder makes a decoder, for one goroutine.
func (c *Codec) Decoder() *Decoder {
	return &Decoder{codec: c, lists: map[string]*[]string{}}
}

// Decode fills into, a pointer to a zero value of the codec's type, from data that
// was made of the file. Whatever the bytes are, it ends, and takes memory in
// proportion to them.
func (d *Decoder) Decode(data, file string, into any) error {
	v := reflect.ValueOf(into).Elem()
	if v.Type() != d.codec.of {
		return fmt.Errorf("a %v is to be filled: %w", v.Type(), ErrDamaged)
	}
	d.spare = reader{data: data, file: file, room: 1<<16 + mostGrowth*len(data), Decoder: d,
		texts: append(d.spare.texts[:0], file), met: d.spare.met[:0], shared: d.spare.shared[:0]}
	r := &d.spare
	d.codec.top.get(r, v)
	if r.failed || r.data != "" {
		return ErrDamaged
	}
	return nil
}

// code makes the code of a type, once.
func (c *Codec) code(t reflect.Type) (*code, error) {
	if known := c.codes[t]; known != nil {
		return known, nil
	}
	made := &code{}
	c.codes[t] = made // a type may hold itself
	var err error
	switch {
	case direct(t) != nil:
		*made = *direct(t)
	case t.Kind() == reflect.String:
		*made = code{
			func(w *writer, v reflect.Value) { w.text(v.String()) },
			func(r *reader, v reflect.Value) { v.SetString(r.text()) }}
	case t.Kind() == reflect.Bool:
		*made = code{
			func(w *writer, v reflect.Value) { w.flag(v.Bool()) },
			func(r *reader, v reflect.Value) { v.SetBool(r.flag()) }}
	case t.Kind() >= reflect.Int && t.Kind() <= reflect.Int64:
		*made = code{
			func(w *writer, v reflect.Value) { w.int(v.Int()) },
			func(r *reader, v reflect.Value) { v.SetInt(r.int()) }}
	case t.Kind() == reflect.Float64:
		*made = code{
			func(w *writer, v reflect.Value) { w.uint(bits.ReverseBytes64(math.Float64bits(v.Float()))) },
			func(r *reader, v reflect.Value) { v.SetFloat(math.Float64frombits(bits.ReverseBytes64(r.uint()))) }}
	case t.Kind() == reflect.Struct:
		*made, err = c.structure(t)
	case t.Kind() == reflect.Slice:
		*made, err = c.slice(t)
	case t.Kind() == reflect.Map && t.Key().Kind() == reflect.String:
		*made, err = c.mapping(t)
	case t.Kind() == reflect.Pointer:
		*made, err = c.pointer(t)
	case t.Kind() == reflect.Interface:
		*made, err = c.either(t)
	default:
		err = fmt.Errorf("a %v cannot be stored", t)
	}
	return made, err
}

func (c *Codec) structure(t reflect.Type) (code, error) {
	fields := make([]*code, t.NumField())
	if len(fields) > 64 {
		return code{}, fmt.Errorf("a %v has too many fields", t)
	}
	for i := range fields {
		if !t.Field(i).IsExported() {
			return code{}, fmt.Errorf("a %v keeps %s to itself", t, t.Field(i).Name)
		}
		var err error
		if fields[i], err = c.code(t.Field(i).Type); err != nil {
			return code{}, err
		}
	}
	put := func(w *writer, v reflect.Value) {
		var given uint64
		for i := range fields {
			// Reflection takes −0 for zero.
			if f := v.Field(i); !f.IsZero() || f.Kind() == reflect.Float64 && math.Signbit(f.Float()) {
				given |= 1 << i
			}
		}
		w.uint(given)
		for ; given != 0; given &= given - 1 {
			i := bits.TrailingZeros64(given)
			fields[i].put(w, v.Field(i))
		}
	}
	get := func(r *reader, v reflect.Value) {
		given := r.uint()
		if bits.Len64(given) > len(fields) || r.depth > mostDepth {
			r.fail()
			return
		}
		r.depth++
		for ; given != 0; given &= given - 1 {
			i := bits.TrailingZeros64(given)
			fields[i].get(r, v.Field(i))
		}
		r.depth--
	}
	return code{put, get}, nil
}

func (c *Codec) slice(t reflect.Type) (code, error) {
	item, err := c.code(t.Elem())
	if err != nil {
		return code{}, err
	}
	put := func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.uint(0)
			return
		}
		w.uint(uint64(v.Len()) + 1)
		for i := range v.Len() {
			item.put(w, v.Index(i))
		}
	}
	get := func(r *reader, v reflect.Value) {
		n := r.count()
		if n < 0 || !r.take(n, t.Elem().Size()) {
			return
		}
		list := reflect.MakeSlice(t, n, n)
		for i := 0; i < n && !r.failed; i++ {
			item.get(r, list.Index(i))
		}
		v.Set(list)
	}
	return code{put, get}, nil
}

func (c *Codec) mapping(t reflect.Type) (code, error) {
	item, err := c.code(t.Elem())
	if err != nil {
		return code{}, err
	}
	put := func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.uint(0)
			return
		}
		keys := make([]string, 0, v.Len())
		for _, k := range v.MapKeys() {
			keys = append(keys, k.String())
		}
		slices.Sort(keys)
		w.uint(uint64(len(keys)) + 1)
		for _, k := range keys {
			w.text(k)
			value := reflect.New(t.Elem()).Elem()
			value.Set(v.MapIndex(reflect.ValueOf(k).Convert(t.Key())))
			item.put(w, value)
		}
	}
	get := func(r *reader, v reflect.Value) {
		n := r.count()
		if n < 0 || !r.take(n, t.Key().Size()+t.Elem().Size()) {
			return
		}
		m := reflect.MakeMapWithSize(t, n)
		for i := 0; i < n && !r.failed; i++ {
			key := reflect.ValueOf(r.text()).Convert(t.Key())
			value := reflect.New(t.Elem()).Elem()
			item.get(r, value)
			m.SetMapIndex(key, value)
		}
		v.Set(m)
	}
	return code{put, get}, nil
}

// nothing is what pointers of some types lead to in place of being nil.
var nothing = []reflect.Value{
	reflect.ValueOf(model.NoBasics), reflect.ValueOf(model.NoCourse), reflect.ValueOf(model.NoDetails), reflect.ValueOf(model.NoRarities), reflect.ValueOf(model.NoFollowUpDetails)}

// pointer stores what several fields lead to once, and nothing as 0.
func (c *Codec) pointer(t reflect.Type) (code, error) {
	to, err := c.code(t.Elem())
	if err != nil {
		return code{}, err
	}
	none := reflect.Zero(t)
	for _, n := range nothing {
		if n.Type() == t {
			none = n
		}
	}
	put := func(w *writer, v reflect.Value) {
		if v.IsNil() || v.Pointer() == none.Pointer() {
			w.uint(0)
			return
		}
		for i, known := range w.shared {
			if known.Type() == t && known.Pointer() == v.Pointer() {
				w.uint(uint64(i) + 2)
				return
			}
		}
		w.uint(1)
		w.shared = append(w.shared, v)
		to.put(w, v.Elem())
	}
	get := func(r *reader, v reflect.Value) {
		switch n := r.uint(); {
		case n == 0:
			v.Set(none)
		case n == 1 && r.take(1, t.Elem().Size()):
			made := reflect.New(t.Elem())
			r.shared = append(r.shared, made)
			to.get(r, made.Elem())
			v.Set(made)
		case n-2 < uint64(len(r.shared)) && r.shared[n-2].Type() == t:
			v.Set(r.shared[n-2])
		default:
			r.fail()
		}
	}
	return code{put, get}, nil
}

// either stores which of the kinds an interface holds, and that.
func (c *Codec) either(t reflect.Type) (code, error) {
	to := make([]*code, len(c.kinds))
	for i, kind := range c.kinds {
		if !kind.Implements(t) {
			continue
		}
		var err error
		if to[i], err = c.code(kind.Elem()); err != nil {
			return code{}, err
		}
	}
	put := func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.uint(0)
			return
		}
		i := slices.Index(c.kinds, v.Elem().Type())
		if i < 0 || v.Elem().IsNil() {
			w.failed = true
			return
		}
		w.uint(uint64(i) + 1)
		to[i].put(w, v.Elem().Elem())
	}
	get := func(r *reader, v reflect.Value) {
		n := r.uint()
		if n == 0 {
			return
		}
		if n > uint64(len(to)) || to[n-1] == nil || !r.take(1, c.kinds[n-1].Elem().Size()) {
			r.fail()
			return
		}
		made := reflect.New(c.kinds[n-1].Elem())
		to[n-1].get(r, made.Elem())
		v.Set(made)
	}
	return code{put, get}, nil
}
