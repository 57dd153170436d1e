package form

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/form/input"
	"samsyn/internal/rewrite"
	"samsyn/schema"
)

const (
	// Do is the name of the buttons that add an entry, take one away or move one:
	// ”add:reports”, ”remove:reports[1]”, ”up:reports[1]”, ”down:reports[1]”.
	Do = "do"
	// mostValues is how many values may be submitted, mostNew how many entries a list may
	// have more than it had, and mostBytes how long all of it may be: as long as a request,
	// so that a text that is too long for its file is told of with the text still there.
	mostValues = 100_000
	mostNew    = 500
	mostBytes  = 12 << 20
)

// Take puts what was submitted into the form, so that it can be shown again, and gives
// the file's new text. What was not submitted stays as it is, and what was not touched
// stays byte for byte. An error says that nothing can be saved: ErrSubmitted,
// ErrThere, or ErrUnreadable where the file is written so that the change cannot be made
// alone.
func (f *Form) Take(values url.Values) ([]byte, error) {
	if err := bounded(values); err != nil {
		return nil, err
	}
	f.Acted = false
	f.clear()
	for _, field := range f.Fields {
		if err := f.b.fill(field, values); err != nil {
			return nil, err
		}
		f.identify(field)
		if holds(field.t, "measure") {
			f.b.measuresIn(f.Fields)
		}
	}
	if do := values.Get(Do); do != "" {
		f.Acted = f.b.act(f.Fields, do)
	}
	if err := f.named(); err != nil {
		return nil, err
	}
	var err error
	if f.Beside, err = f.beside(); err != nil {
		return nil, err
	}
	text, err := f.write()
	if errors.Is(err, rewrite.ErrForm) {
		err = errors.Join(ErrUnreadable, err)
	}
	return text, err
}

func bounded(values url.Values) error {
	n, size := 0, 0
	for name, list := range values {
		n += len(list)
		size += len(name)
		for _, v := range list {
			size += len(v)
		}
	}
	if n > mostValues || size > mostBytes {
		return fmt.Errorf("%w: too much", ErrSubmitted)
	}
	return nil
}

// holds tells whether a type has identifiers of a kind in it.
func holds(t *schema.Type, kind string) bool {
	if t == nil {
		return false
	}
	return t.Identifier == kind || holds(t.Items, kind) || slices.ContainsFunc(t.Fields, func(f schema.Field) bool { return holds(f.Type, kind) })
}

func (f *Form) clear() {
	f.Problems = nil
	each(f.Fields, func(f *Field) { f.Problems = nil })
}

// fill puts what was submitted into a field.
func (b *builder) fill(f *Field, values url.Values) error {
	given, there := values[f.Path]
	switch {
	case f.Kind == List && there && !f.Fixed:
		keys := strings.Fields(given[0])
		if err := f.sound(keys); err != nil {
			return err
		}
		b.entries(f, keys)
		defer f.number() // they are called what has been filled in
	case f.Kind == Many && there:
		f.Values = nil
		for _, v := range given {
			if v != "" && !slices.Contains(f.Values, v) {
				f.Values = append(f.Values, v)
			}
		}
		f.Choices = b.with(f.Choices, f.Values...)
	case f.Kind == Group && f.nodes != nil:
		b.byKey(f)
	case f.Kind == Group, f.Kind == List, f.Kind == OneOf, f.ReadOnly, !there:
	default:
		f.Value = input.Lines(given[0])
		if f.Kind == Choice || f.Kind == YesNo {
			f.Choices = b.with(f.Choices, f.Value)
		}
	}
	for _, sub := range f.Fields {
		if err := b.fill(sub, values); err != nil {
			return err
		}
	}
	return nil
}

// sound tells whether keys may be those of a list's entries: each that was there at most
// once, and not too many new ones.
func (f *Field) sound(keys []string) error {
	seen := map[string]bool{}
	fresh := 0
	for _, key := range keys {
		n, isNew := strings.CutPrefix(key, "n")
		number, err := strconv.Atoi(n)
		switch {
		case err != nil, number < 0, strconv.Itoa(number) != n, seen[key], !isNew && f.entryNode(key) == nil:
			return fmt.Errorf("%w: entry %q", ErrSubmitted, key)
		case isNew:
			fresh++
		}
		seen[key] = true
	}
	if fresh > mostNew {
		return fmt.Errorf("%w: too many entries", ErrSubmitted)
	}
	return nil
}

// act does what a button for entries asks; it tells whether there is such a button.
func (b *builder) act(fields []*Field, do string) bool {
	what, at, _ := strings.Cut(do, ":")
	done := false
	each(fields, func(f *Field) {
		if f.Kind != List || f.Fixed || done {
			return
		}
		if what == "add" && f.Path == at {
			done = true
			b.addTo(f)
			return
		}
		i := slices.IndexFunc(f.Fields, func(e *Field) bool { return e.Path == at })
		if i < 0 {
			return
		}
		switch {
		case what == "remove":
			f.Fields = slices.Delete(f.Fields, i, i+1)
		case what == "up" && i > 0:
			f.Fields[i-1], f.Fields[i] = f.Fields[i], f.Fields[i-1]
		case what == "down" && i+1 < len(f.Fields):
			f.Fields[i+1], f.Fields[i] = f.Fields[i], f.Fields[i+1]
		}
		done = true
		f.number()
	})
	return done
}

// addTo adds an empty entry to a list.
func (b *builder) addTo(f *Field) {
	n := 0
	for f.sub("n"+strconv.Itoa(n)) != nil {
		n++
	}
	b.entry(f, "n"+strconv.Itoa(n))
	f.number()
}
