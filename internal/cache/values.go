package cache

import (
	"reflect"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// direct is the code of the types that there are most of, written and read without
// reflection; nil for any other. Of structs, the form is the one they would have
// anyhow.
func direct(t reflect.Type) *code {
	switch t {
	case reflect.TypeFor[diag.Place]():
		return of((*writer).placeOf, (*reader).place)
	case reflect.TypeFor[[]string]():
		return of(func(w *writer, list *[]string) { w.list(*list) }, func(r *reader, list *[]string) {
			if known := r.list(); known != nil {
				*list = *known
			}
		})
	case reflect.TypeFor[diag.Finding]():
		return of(putFinding, getFinding)
	case reflect.TypeFor[prose.Doc]():
		return of((*writer).doc, (*reader).doc)
	case reflect.TypeFor[model.Text]():
		return of(putText, getText)
	case reflect.TypeFor[[]model.Text]():
		return of(
			func(w *writer, list *[]model.Text) {
				listed(w, *list, func(t model.Text) { putText(w, &t) })
			},
			func(r *reader, list *[]model.Text) {
				*list = many(r, ofText, func(t *model.Text) { getText(r, t) })
			})
	case reflect.TypeFor[model.References]():
		return of(
			func(w *writer, refs *model.References) {
				w.text(refs.File)
				w.text(refs.Scope)
				listed(w, refs.List, func(f model.Reference) {
					if f.Kinds == nil {
						w.list(nil)
					} else {
						w.list(*f.Kinds)
					}
					w.text(f.ID)
					w.place(refs.At(f))
				})
			},
			func(r *reader, refs *model.References) {
				refs.File, refs.Scope = r.text(), r.text()
				refs.List = many(r, ofReference, func(f *model.Reference) {
					f.Kinds = r.list()
					f.ID = r.text()
					var at diag.Place
					r.place(&at)
					f.Range = at.Range
				})
			})
	}
	return nil
}

var (
	ofText      = reflect.TypeFor[model.Text]().Size()
	ofReference = reflect.TypeFor[model.Reference]().Size()
)

// of makes a code of what writes and reads a value behind a pointer.
func of[T any](put func(*writer, *T), get func(*reader, *T)) *code {
	return &code{
		func(w *writer, v reflect.Value) {
			if !v.CanAddr() {
				copied := reflect.New(v.Type()).Elem()
				copied.Set(v)
				v = copied
			}
			if p, ok := reflect.TypeAssert[*T](v.Addr()); ok {
				put(w, p)
			}
		},
		func(r *reader, v reflect.Value) {
			if p, ok := reflect.TypeAssert[*T](v.Addr()); ok {
				get(r, p)
			}
		}}
}

func (w *writer) placeOf(p *diag.Place) { w.place(*p) }

const (
	hasValue = 1 << iota
	hasPlace
)

func putText(w *writer, t *model.Text) {
	var given uint64
	if t.V != "" {
		given |= hasValue
	}
	if t.At != (diag.Place{}) {
		given |= hasPlace
	}
	w.uint(given)
	if given&hasValue != 0 {
		w.text(t.V)
	}
	if given&hasPlace != 0 {
		w.place(t.At)
	}
}

func getText(r *reader, t *model.Text) {
	given := r.uint()
	if given > hasValue|hasPlace {
		r.fail()
	}
	if given&hasValue != 0 {
		t.V = r.text()
	}
	if given&hasPlace != 0 {
		r.place(&t.At)
	}
}
