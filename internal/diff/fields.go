package diff

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"samsyn/internal/canon"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/schema"
)

// member is a field that things of a kind may have: its name, where it is in the model's
// type, and what the schema says of it.
type member struct {
	name string
	at   []int
	of   *schema.Type // nil of the text below the fields
}

// members are those of each kind, in the order in which they are told.
var members = sync.OnceValue(func() map[string][]member {
	all := map[string][]member{}
	for kind, h := range homes {
		list := slices.DeleteFunc(membersOf(h.model, h.path, "", nil), func(m member) bool { return slices.Contains(h.names, m.name) })
		slices.SortStableFunc(list, func(a, b member) int { return rank(h.first, a.name) - rank(h.first, b.name) })
		all[kind] = list
	}
	return all
})

// rank is a name's place in a list; behind all of them where it is not there.
func rank(list []string, name string) int {
	if i := slices.Index(list, name); i >= 0 {
		return i
	}
	return len(list)
}

// membersOf lists the fields of a type of the model in its order; those of a part of it that
// is not given as a whole stand for it. The text below the fields comes before what says that
// the thing is withdrawn.
func membersOf(t reflect.Type, path, prefix string, at []int) (list []member) {
	var last []member
	for i := range t.NumField() {
		f, at := t.Field(i), append(slices.Clone(at), i)
		name := prefix + f.Tag.Get("yaml")
		_, whole := reflect.Zero(f.Type).Interface().(interface{ Given() bool })
		switch {
		case f.Type == reflect.TypeFor[*prose.Doc]():
			list = append(list, member{"text", at, nil})
		case strings.HasSuffix(name, "-"):
		case f.Type == reflect.TypeFor[model.Withdrawn]():
			last = append(last, member{name, at, known(path + "." + name)})
		case f.Type.Kind() == reflect.Struct && !whole:
			list = append(list, membersOf(f.Type, path, name+".", at)...)
		default:
			list = append(list, member{name, at, known(path + "." + name)})
		}
	}
	return append(list, last...)
}

// known is what the schema says of a field of the model.
func known(path string) *schema.Type {
	t, err := schema.Find(path)
	if err != nil {
		panic(err) // only a field of the model that no schema has can be the cause
	}
	return t
}

// tell adds the fields of a thing; part points to what the model has of it. What has been
// added before, in words of its own, comes to stand in its place among the others. Lists of
// things with fields of their own are told by whoever knows them.
func (t *taker) tell(n *thing, part any) {
	if n.alone {
		return
	}
	all, v, before := members()[n.kind], reflect.ValueOf(part).Elem(), len(n.fields)
	for _, m := range all {
		if m.name != n.titleField && !slices.ContainsFunc(n.fields[:before], func(f field) bool { return m.isIn(f.name) }) {
			t.member(n, m, v.FieldByIndex(m.at).Addr().Interface())
		}
	}
	if before > 0 {
		place := func(f field) int {
			return slices.IndexFunc(all, func(m member) bool { return m.isIn(f.name) || strings.HasPrefix(f.name, m.name+".") })
		}
		slices.SortStableFunc(n.fields, func(a, b field) int { return place(a) - place(b) })
	}
}

// isIn tells whether the member is a field or in it.
func (m member) isIn(field string) bool {
	return m.name == field || strings.HasPrefix(m.name, field+".")
}

// member adds one field, if it is given. It is false of a type that it does not know.
func (t *taker) member(n *thing, m member, v any) (known bool) {
	f := field{name: m.name}
	switch v := v.(type) {
	case *model.Text:
		f.values = one(*v, func(s string) value { return t.word(m.of, s) })
		f.long = isLong(f.raw())
	case *model.Bool:
		f.values = one(*v, truth)
	case *model.Int:
		f.values = one(*v, integer)
	case *model.Number:
		f.values = one(*v, func(x float64) value { return number(x, n.unit) })
	case *model.When:
		f.values = one(*v, day)
	case *model.Period:
		if v.Given() {
			f.values = []value{period(*v)}
		}
	case *model.Actor:
		f.values = t.someone(*v)
	case *[]model.Text: // choices are told as one
		f.list, f.values = m.of.Choices() == nil, each(*v, func(w model.Text) value { return t.word(m.of.Items, w.V) })
	case *[]model.Int:
		f.list, f.values = true, each(*v, func(w model.Int) value { return integer(w.V) })
	case *[]model.When:
		f.list, f.values = true, each(*v, func(w model.When) value { return day(w.V) })
	case *[]model.Actor:
		f.list, f.values = true, each(*v, t.names.anyone)
	case *model.Contact:
		n.group(m.name, *v, same(join(v.Name.V, v.Email.V, v.Phone.V, v.URL.V)))
	case *model.Adoption:
		t.adoption(n, *v)
	case *model.Withdrawn:
		if v.Given() {
			f.values = []value{{rawOf(*v), diag.Say("%s: %s", "%s: %s", day(v.Date.V).said, canon.Text(v.Reason.V))}}
		}
	case **prose.Doc:
		n.body(*v)
	default:
		return false
	}
	n.add(f)
	return true
}

// one is the value of a field that has no more than one.
func one[T any](v model.Value[T], say func(T) value) []value {
	if !v.Given() {
		return nil
	}
	return []value{say(v.V)}
}

// word puts a text into words: a reference by what it leads to, a choice by what it is
// called, and any other in quotation marks.
func (t *taker) word(of *schema.Type, s string) value {
	if of.Reference != nil {
		return t.names.referred(of.Reference[0], s)
	}
	if l, is := of.Choices()[s]; is && l.EN != "" {
		l = t.words.Of(l)
		return value{s, diag.Text{SV: l.SV, EN: l.EN}}
	}
	s = canon.Text(s)
	return value{s, quote(s)}
}

func integer(v int) value { return value{strconv.Itoa(v), same(strconv.Itoa(v))} }
