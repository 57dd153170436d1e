package files

import (
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/editor/web"
	"samsyn/internal/form"
)

// field is a field as a template draws it.
type field struct {
	*form.Field
	f       *web.Frame
	Level   int  // of headings: how deep it stands
	Row     bool // it is an entry of a list
	First   bool
	Last    bool
	Near    string // of a row: the fragment of what is near it, for when it goes
	Preview string // the address that shows a text as it will look
	apart   bool   // it is an entry of a list whose entries have pages of their own
	up      *uploads
	Section bool // it is a section of a long page, behind a line that says what it holds
	Unfold  bool // it is open all the same
}

// Frame is the page's frame, for its words.
func (x field) Frame() *web.Frame { return x.f }

// Say is a sentence in the page's language.
func (x field) Say(sv, en string, args ...any) string { return x.f.Say(sv, en, args...) }

// ID is the field's in the page. An identifier may have any character but white space.
func (x field) ID() string { return web.ID(x.Path) }

// Fragment leads to the field within the page.
func (x field) Fragment() string { return "#" + web.Fragment.Replace(x.ID()) }

// NextRow leads to the row that a list gets when one is added.
func (x field) NextRow() string {
	n := 0
	for slices.ContainsFunc(x.Fields, func(e *form.Field) bool { return strings.HasSuffix(e.Path, "[n"+strconv.Itoa(n)+"]") }) {
		n++
	}
	return x.Fragment() + web.Fragment.Replace("[n"+strconv.Itoa(n)+"]")
}

// Send is the address to which the form is sent.
func (x field) Send() string { return x.up.send }

// Folds tells whether the rows of a list are shown by their names alone until they are
// opened: where there is much in them.
func (x field) Folds() bool {
	return len(x.Fields) > 1 && slices.ContainsFunc(x.Fields, func(e *form.Field) bool { return len(e.Fields) > 2 }) && web.Controls(x.Field) > mostOpen
}

// mostOpen is how many fields the rows of a list may have together to be shown open.
const mostOpen = 12

// Unfolded tells whether a row is open though others are folded: it is new, or something
// is wrong in it.
func (x field) Unfolded() bool {
	return web.IsNew(x.Field) || web.Troubled(x.Field)
}

// Describes names what stands beside the field's control: its help and its problems.
func (x field) Describes() string {
	var ids []string
	if x.Help != "" {
		ids = append(ids, x.ID()+"-help")
	}
	if x.Original != "" {
		ids = append(ids, x.ID()+"-original")
	}
	if len(x.Problems) > 0 {
		ids = append(ids, x.ID()+"-problem")
	}
	return strings.Join(ids, " ")
}

// Invalid tells whether something is wrong with what stands in the field.
func (x field) Invalid() bool {
	return slices.ContainsFunc(x.Problems, func(p form.Problem) bool { return !p.Warning })
}

// Parts are the fields in the field, ready to be drawn.
func (x field) Parts() []field {
	var parts []field
	for n, sub := range x.Fields {
		near := x.Field
		if n+1 < len(x.Fields) {
			near = x.Fields[n+1]
		} else if n > 0 {
			near = x.Fields[n-1]
		}
		parts = append(parts, field{Field: sub, f: x.f, Level: x.Level + 1, Row: x.Kind == form.List, apart: x.Apart(), First: n == 0, Last: n == len(x.Fields)-1, Near: field{Field: near}.Fragment(), Preview: x.Preview, up: x.up})
	}
	return parts
}

// Open are the parts that are shown at once, Folded those that nobody needs and that
// have nothing in them: they are behind a heading, so that a form is no longer than what
// it holds.
func (x field) Open() []field {
	return slices.DeleteFunc(x.Parts(), field.foldable)
}

// Folded are the others.
func (x field) Folded() []field {
	return slices.DeleteFunc(x.Parts(), func(p field) bool { return !p.foldable() })
}

// foldable tells whether a part of a group may be folded away.
func (x field) foldable() bool {
	return !x.Row && !x.Required && !holds(x.Field) && rarely[last(x.Path)]
}

// last is the name of a field without where it stands.
func last(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }

// rarely are fields that most things never have.
var rarely = map[string]bool{
	"withdrawn": true, "former_ids": true, "accepted": true, "note": true, "order": true, "replaced_by": true,
	"annexes": true, "funding": true, "continues": true, "id": true, form.Name: true,
}

// holds tells whether there is anything in a field, or wrong with it.
func holds(f *form.Field) bool {
	return f.Value != "" || len(f.Values) > 0 || len(f.Problems) > 0 || slices.ContainsFunc(f.Fields, holds)
}

// Chosen tells whether a value is the field's.
func (x field) Chosen(value string) bool {
	return value == x.Value && x.Kind != form.Many || slices.Contains(x.Values, value)
}

// choiceGroup are choices that stand under one heading.
type choiceGroup struct {
	Name  string
	Picks []form.Pick
}

// Groups are the choices under their headings, in their order.
func (x field) Groups() []choiceGroup { return grouped(x.Choices) }

func grouped(picks []form.Pick) []choiceGroup {
	var groups []choiceGroup
	for _, p := range picks {
		i := slices.IndexFunc(groups, func(g choiceGroup) bool { return g.Name == p.Group })
		if i < 0 {
			groups, i = append(groups, choiceGroup{Name: p.Group}), len(groups)
		}
		groups[i].Picks = append(groups[i].Picks, p)
	}
	return groups
}

// Long tells whether there are so many choices that a search helps.
func (x field) Long() bool { return len(x.Choices) > 12 }

// Lines is how many lines a text's field shows at first.
func (x field) Lines() int {
	most, least := 24, 3
	if x.Kind == form.Markdown {
		least = 12
	}
	const wide = 70
	lines := 1
	for line := range strings.Lines(x.Value) {
		lines += 1 + len(line)/wide
	}
	return max(least, min(most, lines))
}

// Short tells whether a line is for a few characters.
func (x field) Short() bool { return x.Kind == form.Number || x.Kind == form.Date }
