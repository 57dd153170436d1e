package form_test

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/form"
	"samsyn/internal/project"
)

// other is another value for a field, as somebody would fill it in, and as it is shown
// afterwards; ok is false for what cannot be filled in.
func other(f *form.Field) (typed []string, shown string, ok bool) {
	switch f.Kind {
	case form.Line:
		return []string{" Annat: något #1 "}, "Annat: något #1", !f.ReadOnly
	case form.Text, form.Markdown:
		return []string{"Annat.\r\n\r\n- \"x\"  \r\n"}, "Annat.\n\n- \"x\"", true
	case form.Number:
		return []string{"1 234"}, "1234", true
	case form.Date:
		return []string{"2031-02-03"}, "2031-02-03", true
	case form.Path:
		return []string{"text/annan.md"}, "text/annan.md", true
	case form.Choice, form.YesNo:
		for _, c := range f.Choices {
			if c.Value != f.Value {
				return []string{c.Value}, c.Value, true
			}
		}
	case form.Many:
		for _, c := range f.Choices {
			if !slices.Contains(f.Values, c.Value) && c.Value != "all_parties" {
				more := append([]string{""}, append(slices.Clone(f.Values), c.Value)...)
				return more, strings.TrimPrefix(strings.Join(more[1:], " "), "all_parties "), true
			}
		}
	}
	return nil, "", false
}

func shownIn(f *form.Field) string {
	if f.Kind == form.Many {
		return strings.Join(f.Values, " ")
	}
	return f.Value
}

// leaves lists the fields that are filled in themselves, of a list those of the first entry.
func leaves(fields []*form.Field) []*form.Field {
	var list []*form.Field
	for _, f := range fields {
		switch f.Kind {
		case form.List:
			list = append(list, leaves(f.Fields[:min(1, len(f.Fields))])...)
		case form.Group, form.OneOf:
			list = append(list, leaves(f.Fields)...)
		default:
			list = append(list, f)
		}
	}
	return list
}

// Every field of every kind of file can be filled in, says afterwards what was filled in,
// and leaves the other fields as they were.
func TestEveryFieldIsTaken(t *testing.T) {
	p := storsjo(t)
	things, err := form.Things(p, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, thing := range things {
		if seen[thing.Kind]++; seen[thing.Kind] > 1 || thing.Of != "" {
			continue
		}
		f, err := form.Open(p, thing.File, form.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, leaf := range leaves(f.Fields) {
			if typed, shown, ok := other(leaf); ok {
				taken(t, p, thing.File, leaf.Path, typed, shown)
			}
		}
	}
}

func taken(t *testing.T, p *project.Project, file, path string, typed []string, shown string) {
	t.Helper()
	f, err := form.Open(p, file, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	values := submitted(f)
	before := values[path]
	values[path] = typed
	text, err := f.Take(values)
	if err != nil {
		t.Errorf("%s %s: %v", file, path, err)
		return
	}
	again, err := form.Open(p.With(map[string][]byte{file: text}), file, form.Options{})
	if err != nil {
		t.Errorf("%s %s: %v", file, path, err)
		return
	}
	var got *form.Field
	for _, leaf := range leaves(again.Fields) {
		if leaf.Path == path {
			got = leaf
		}
	}
	if got == nil || shownIn(got) != shown && !sameWords(shownIn(got), shown) {
		t.Errorf("%s %s: %q is shown as %+v", file, path, typed, got)
		return
	}
	now := submitted(again)
	now[path] = before
	values[path] = before
	for name := range values {
		// an actor is either one of the list or somebody else
		if alike := strings.TrimSuffix(name, ".name") == strings.TrimSuffix(path, ".name"); !alike && strings.Join(values[name], "\n") != strings.Join(now[name], "\n") {
			t.Errorf("%s %s: %s was %q and is %q", file, path, name, values[name], now[name])
		}
	}
}

func sameWords(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}
