package sheets

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// Place is where a row stands.
type Place struct {
	File  string
	At    diag.Pos // of the list's entry in the file; the zero Pos where the row is the file
	Under string   // the field of that entry that the row is: a measure
}

// Entry is a row: its identifier, whose it is, and its place.
type Entry struct {
	ID string
	Of string // the initiative or indicator of an entry in its list
	Place
	shape *shape
	whole any // the model's thing of the file
	n     int // which entry of its list the row is
}

// shape is where in the model's thing of a file the rows of a kind are.
type shape struct {
	list, counts []int // the fields of the kind's List and Counts
	listed, row  reflect.Type
}

// file is a file that has rows.
type file struct {
	model.File
	id    string
	thing any
}

// file notes a file that has rows.
func (b *Book) file(schema string, f model.File, id string, thing any) {
	b.files[schema] = append(b.files[schema], file{f, id, thing})
	if f.Broken {
		b.broken[f.Path] = true
	}
}

// rows are the rows of a kind of sheet.
type rows struct {
	list []Entry
	byID map[string]int
}

// rowsOf lists the rows of a kind once.
func (b *Book) rowsOf(k *Kind) *rows {
	if r := b.listed[k.Key]; r != nil {
		return r
	}
	list, err := b.list(k)
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("%s: %w", k.Key, err)
	}
	r := &rows{list, make(map[string]int, len(list))}
	for n, e := range list {
		r.byID[e.ID] = n
	}
	b.listed[k.Key] = r
	return r
}

// things are the types of the model's things, by their files' schemas.
var things = map[string]reflect.Type{
	"initiative": reflect.TypeFor[model.Initiative](),
	"indicator":  reflect.TypeFor[model.Indicator](),
	"parties":    reflect.TypeFor[model.Parties](),
}

// shaped finds where the rows of a kind are.
func shaped(k *Kind) (*shape, error) {
	s := &shape{listed: things[k.Schema]}
	s.row = s.listed
	var err error
	if k.List != "" {
		if s.list, s.listed, err = fieldOf(s.listed, k.List); err != nil {
			return nil, err
		}
		s.listed = s.listed.Elem()
		s.row = s.listed
	}
	if k.Counts != "" {
		if s.counts, s.row, err = fieldOf(s.listed, k.Counts); err != nil {
			return nil, err
		}
		s.row = s.row.Elem()
	}
	return s, nil
}

// fieldOf finds what a path of fields in a file is in the model.
func fieldOf(t reflect.Type, path string) (index []int, is reflect.Type, err error) {
	for name := range strings.SplitSeq(path, ".") {
		at := -1
		for n := range t.NumField() {
			if t.Field(n).Tag.Get("yaml") == name {
				at = n
			}
		}
		if at < 0 {
			return nil, nil, fmt.Errorf("%s has no field %s", t, path)
		}
		index, t = append(index, at), t.Field(at).Type
	}
	return index, t, nil
}

// list finds the rows of a kind.
func (b *Book) list(k *Kind) ([]Entry, error) {
	s, err := shaped(k)
	if err != nil {
		return nil, err
	}
	var name [][]int // the fields by which an entry is told from others
	for _, field := range k.name {
		index, _, err := fieldOf(s.listed, field)
		if err != nil {
			return nil, err
		}
		name = append(name, index)
	}
	var rows []Entry
	for _, f := range b.files[k.Schema] {
		if k.List == "" {
			rows = append(rows, Entry{ID: f.id, Place: Place{File: f.Path}, shape: s, whole: f.thing})
			continue
		}
		used := map[string]int{}
		for n := range reflect.ValueOf(f.thing).Elem().FieldByIndex(s.list).Len() {
			e := Entry{Of: f.id, Place: Place{File: f.Path}, shape: s, whole: f.thing, n: n}
			e.ID, e.At = named(f.id, e.entry(), name, used), placeOf(e.entry()).Range.Start
			if k.Counts == "" {
				rows = append(rows, e)
				continue
			}
			of := e.ID
			for _, measure := range e.counted() {
				e.ID, e.Under = of+"#"+measure, measure
				rows = append(rows, e)
			}
		}
	}
	return rows, nil
}

// placeOf is where a thing of the model stands.
func placeOf(v reflect.Value) diag.Place {
	at, _ := v.FieldByName("At").Interface().(diag.Place)
	return at
}

// named is the identifier of a list's entry: whose it is and what tells it from others.
func named(of string, entry reflect.Value, fields [][]int, used map[string]int) string {
	words := make([]string, len(fields))
	for n, field := range fields {
		for _, i := range itemsOf(entry.FieldByIndex(field)) {
			words[n] = strings.Join(strings.Fields(i.Value), " ")
		}
	}
	name := of + "#" + strings.TrimRight(strings.Join(words, "/"), "/")
	if of == "" {
		name = name[1:]
	}
	if used[name]++; used[name] > 1 {
		name = fmt.Sprintf("%s~%d", name, used[name])
	}
	return name
}

// entry is what the model has of the row's entry in its list, or of its file.
func (e *Entry) entry() reflect.Value {
	v := reflect.ValueOf(e.whole).Elem()
	if e.shape.list == nil {
		return v
	}
	return v.FieldByIndex(e.shape.list).Index(e.n)
}

// counts are the values by measure in the row's entry.
func (e *Entry) counts() map[string]model.Count {
	counts, _ := e.entry().FieldByIndex(e.shape.counts).Interface().(map[string]model.Count)
	return counts
}

// counted are the measures that the row's entry has values of, as the file has them.
func (e *Entry) counted() []string {
	counts := e.counts()
	return slices.SortedFunc(maps.Keys(counts), func(x, y string) int {
		return cmp.Or(counts[x].At.Compare(counts[y].At), strings.Compare(x, y))
	})
}

// thing is what the model has of the row.
func (e *Entry) thing() reflect.Value {
	if e.shape.counts == nil {
		return e.entry()
	}
	count := e.counts()[e.Under]
	return reflect.ValueOf(&count).Elem()
}

// measure is what the measure that a value is of is called; its identifier where another
// is called so too.
func (e *Entry) measure() string {
	i, is := e.whole.(*model.Initiative)
	if !is {
		return ""
	}
	title, same := e.Under, 0
	for _, m := range i.FollowUp.Measures {
		if m.ID.V == e.Under && m.Title.Given() {
			title = m.Title.V
		}
	}
	for _, m := range i.FollowUp.Measures {
		if m.Title.Given() && fold(m.Title.V) == fold(title) {
			same++
		}
	}
	if same > 1 {
		return title + " [" + e.Under + "]"
	}
	return Clean(title)
}
