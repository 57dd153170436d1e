package cache

import "samsyn/internal/diag"

// A finding is its rule, its place, the two sentences of its message and what is put
// into them, its suggestion, and what few have, 0 before it where there is none.

func putFinding(w *writer, f *diag.Finding) {
	w.text(f.Rule())
	w.place(f.Place)
	sv, en, names := f.Message.Parts()
	w.text(sv)
	w.text(en)
	listed(w, names, w.text)
	w.text(f.Suggestion())
	rare := f.Rare()
	if rare == (diag.Rarities{}) {
		w.uint(0)
		return
	}
	w.uint(1)
	w.text(rare.About)
	w.text(rare.Accepted)
	w.text(rare.Add)
	w.int(int64(rare.Look))
	w.flag(rare.Secret)
}

func getFinding(r *reader, f *diag.Finding) {
	rule := r.text()
	var at diag.Place
	r.place(&at)
	sv, en := r.text(), r.text()
	names := many(r, ofInterface, func(name *string) { *name = r.text() })
	*f = diag.New(rule, at, diag.Tell(sv, en, names...)).Suggest(r.text())
	if r.uint() != 0 {
		*f = f.With(diag.Rarities{About: r.text(), Accepted: r.text(), Add: r.text(), Look: int32(r.int()), Secret: r.flag()})
	}
}
