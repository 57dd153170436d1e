package files

import (
	"slices"
	"strings"

	"samsyn/internal/editor/web"
	"samsyn/internal/form"
	"samsyn/internal/form/wording"
)

// manyControls is how much a page has to fill in whose sections are folded: each has a line
// then that says what is in it. Nothing remembers which of them somebody has opened.
const manyControls = 25

// fewControls is how much a section has at most that is never folded.
const fewControls = 2

// sections folds the sections of a long page, but those that something has to be mended in,
// those that a new thing has to have, and the one at hand: whose button was pressed.
func (p *formPage) sections(pressed string) {
	n := 0
	for _, x := range p.Fields {
		n += web.Controls(x.Field)
	}
	if n < manyControls {
		return
	}
	_, at, _ := strings.Cut(pressed, ":")
	for i, x := range p.Fields {
		group := x.Kind == form.Group || x.Kind == form.List
		p.Fields[i].Section = group && (web.Controls(x.Field) > fewControls || x.Kind == form.List && len(x.Fields) == 0)
		within := at == x.Path || strings.HasPrefix(at, x.Path+".") || strings.HasPrefix(at, x.Path+"[")
		p.Fields[i].Unfold = web.Troubled(x.Field) || within || p.New && x.Required || slices.ContainsFunc(x.Fields, web.IsNew)
	}
}

// longestSaid is about how many characters of what a section holds stand in its line.
const longestSaid = 60

// Holds is what a section holds, in a line; "" where there is nothing in it.
func (x field) Holds() string {
	said := strings.Join(says(x.Field, nil), " · ")
	if x.Kind == form.List && len(x.Fields) > 1 {
		said = x.Say("%[1]d stycken: %[2]s", "%[1]d: %[2]s", len(x.Fields), said)
	}
	return wording.Shortened(said)
}

// says adds to a list what stands in a field, as people read it. An entry of a list is told
// by what it is called.
func says(f *form.Field, list []string) []string {
	switch {
	case f.ReadOnly, len(strings.Join(list, " ")) > longestSaid:
		return list
	case f.Kind == form.List:
		for _, entry := range f.Fields {
			if _, name, called := strings.Cut(entry.Label, ": "); called {
				list = append(list, name)
			} else {
				list = says(entry, list)
			}
		}
		return list
	case len(f.Fields) > 0:
		for _, sub := range f.Fields {
			list = says(sub, list)
		}
		return list
	}
	for _, value := range append(slices.Clone(f.Values), f.Value) {
		if i := slices.IndexFunc(f.Choices, func(c form.Pick) bool { return c.Value == value }); i >= 0 {
			value = f.Choices[i].Label
		}
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			list = append(list, value)
		}
	}
	return list
}
