package form

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/rewrite"
	"samsyn/schema"
)

const (
	// Do is the name of the buttons that add an entry, take one away or move one:
	// ”add:reports”, ”remove:reports[1]”, ”up:reports[1]”, ”down:reports[1]”.
	Do = "do"
	// mostValues is how many values may be submitted, and mostNew how many entries a list
	// may have more than it had.
	mostValues = 100_000
	mostNew    = 500
	mostBytes  = 4 << 20
)

// Take puts what was submitted into the form, so that it can be shown again, and gives
// the file's new text. What was not submitted stays as it is, and what was not touched
// stays byte for byte. An error says that nothing can be saved: ErrSubmitted, or
// rewrite.ErrForm where the file is written so that the change cannot be made alone, or
// ErrThere.
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
	return f.write()
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
		f.Value = breaks.Replace(given[0])
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
		f.renumber()
	})
	return done
}

// addTo adds an empty entry to a list.
func (b *builder) addTo(f *Field) {
	n := 0
	for ; slices.ContainsFunc(f.Fields, func(e *Field) bool { return e.name == "n"+strconv.Itoa(n) }); n++ {
	}
	key := "n" + strconv.Itoa(n)
	e := b.field(f.t.Items, nil, f.Path+"["+key+"]")
	e.name, e.Required = key, true
	e.Label += " "
	f.Fields = append(f.Fields, e)
	f.renumber()
}

// renumber counts the entries of a list anew.
func (f *Field) renumber() {
	keys := make([]string, len(f.Fields))
	for i, e := range f.Fields {
		keys[i] = e.name
		if at := strings.LastIndexByte(e.Label, ' '); at >= 0 {
			e.Label = e.Label[:at+1] + strconv.Itoa(i+1)
		}
	}
	f.Value = strings.Join(keys, " ")
}

// write is the file's text as the form is filled in.
func (f *Form) write() ([]byte, error) {
	var fields *rewrite.Value
	var body *string
	if f.role.Schema != "" {
		fields = group(f.Fields, f.file.Root)
		if fields == nil && f.file.Root != nil {
			fields = &rewrite.Value{Was: f.file.Root, Kind: yaml.MappingNode} // all have been emptied
		}
	}
	for _, field := range f.Fields {
		if field.Path == Body && typedText(field.Value) != typedText(field.before) {
			text := f.bodyOf(field.Value)
			body = &text
		}
	}
	return f.file.With(fields, body)
}

// bodyOf is the text below the fields as it is to stand: apart from them by an empty
// line, ended by a line feed.
func (f *Form) bodyOf(typed string) string {
	s := strings.Trim(breaks.Replace(typed), "\n")
	if s != "" {
		s += "\n"
	}
	lead := f.file.Body[:len(f.file.Body)-len(strings.TrimLeft(f.file.Body, "\n"))]
	if lead == "" && f.role.Schema != "" && s != "" {
		lead = "\n"
	}
	return lead + s
}

// value is what a field is to say, nil where it says nothing.
func (f *Field) value() *rewrite.Value {
	switch f.Kind {
	case Group:
		return f.group()
	case List:
		return f.list()
	case Many:
		return f.many()
	case OneOf:
		return f.oneOf()
	default:
		return f.single()
	}
}

// kept is what stands there, nil where nothing does.
func (f *Field) kept() *rewrite.Value {
	if f.was == nil {
		return nil
	}
	return rewrite.Keep(f.was)
}

func (f *Field) single() *rewrite.Value {
	typed, before := typedText(f.Value), typedText(f.before)
	if typed == before || f.ReadOnly {
		return f.kept()
	}
	if typed == "" {
		return nil
	}
	t := f.t
	switch {
	case t.Allows("boolean"):
		if typed == "true" || typed == "false" {
			return rewrite.Plain(f.was, typed)
		}
	case f.Kind == Date && !f.Partial && t.Matches(typed), f.Kind == Date && f.Partial && t.Matches(typed) && len(typed) > len("2025-01"):
		return rewrite.Plain(f.was, typed)
	case f.Kind == Date && len(typed) == len("2025") && plainInteger.MatchString(typed):
		return rewrite.Text(f.was, typed)
	case f.Kind != Date && t.Allows("integer"):
		if n, ok := typedNumber(typed); ok && scalarOf(f.was) == n {
			return f.kept()
		} else if ok {
			return rewrite.Plain(f.was, n)
		}
	}
	return rewrite.Text(f.was, typed)
}

// group is what a group says: the fields of the mapping, those that no form shows as they
// are, and in their place a single value where that means the same.
func (f *Field) group() *rewrite.Value {
	if f.short != "" {
		if alone, is := f.shortened(); is {
			return alone
		}
	}
	v := group(f.Fields, f.was)
	if !f.translates {
		return v
	}
	return f.identified(v)
}

// shortened is the value of the field that may stand alone, where it is the only one and
// the file does not have it otherwise.
func (f *Field) shortened() (*rewrite.Value, bool) {
	if f.was != nil && doc.Target(f.was).Kind == yaml.MappingNode {
		return nil, false
	}
	var only *rewrite.Value
	for _, sub := range f.Fields {
		v := sub.value()
		switch {
		case sub.name == f.short:
			only = v
		case v != nil:
			return nil, false
		}
	}
	switch {
	case only == nil && scalarOf(f.was) == "":
		return f.kept(), true
	case only != nil:
		only.Was = f.was
	}
	return only, true
}

func group(fields []*Field, was *yaml.Node) *rewrite.Value {
	v := &rewrite.Value{Was: was, Kind: yaml.MappingNode}
	done := map[string]bool{}
	byName := map[string]*Field{}
	for _, f := range fields {
		byName[f.name] = f
	}
	if was != nil && doc.Target(was).Kind == yaml.MappingNode {
		for p := range doc.Pairs(was) {
			name := doc.Target(p.Key).Value
			f := byName[name]
			if f == nil || done[name] || f.was != p.Value {
				v.Fields = append(v.Fields, rewrite.Field{Name: name, Value: rewrite.Keep(p.Value)})
				continue
			}
			done[name] = true
			if sub := f.value(); sub != nil {
				v.Fields = append(v.Fields, rewrite.Field{Name: name, Value: sub})
			}
		}
	}
	for _, f := range fields {
		if f.name == "" || done[f.name] {
			continue
		}
		if sub := f.value(); sub != nil {
			v.Fields = append(v.Fields, rewrite.Field{Name: f.name, Value: unplaced(sub)})
		}
	}
	if len(v.Fields) == 0 {
		return nothing(was)
	}
	return v
}

// unplaced is a value as one that stands nowhere yet: that of a field which a group has
// got from a value alone.
func unplaced(v *rewrite.Value) *rewrite.Value {
	if v.Was != nil && v.Kept {
		return v
	}
	v.Was = nil
	return v
}

// nothing is what becomes of a group that says nothing: what said nothing before stays,
// as does what is no mapping and so no form could show; another goes.
func nothing(was *yaml.Node) *rewrite.Value {
	if was != nil && (doc.IsEmpty(was) || mappingOf(was) == nil) {
		return rewrite.Keep(was)
	}
	return nil
}

func (f *Field) list() *rewrite.Value {
	v := &rewrite.Value{Was: f.was, Kind: yaml.SequenceNode}
	if f.placed {
		v.Items = f.inPlaces()
	} else {
		for _, e := range f.Fields {
			if item := e.value(); item != nil {
				v.Items = append(v.Items, item)
			}
		}
	}
	if len(v.Items) == 0 {
		if f.was != nil && f.Value == f.before {
			if n := doc.Target(f.was); n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
				return rewrite.Keep(f.was)
			}
		}
		return nil
	}
	return v
}

func (f *Field) many() *rewrite.Value {
	if sameSet(f.Values, f.had) {
		return f.kept()
	}
	if len(f.Values) == 0 {
		return nil
	}
	if f.short != "" {
		for _, p := range f.Values {
			if f.t.Items.Reference != nil && p == "all_parties" {
				return rewrite.Text(f.was, p)
			}
		}
	}
	v := &rewrite.Value{Was: f.was, Kind: yaml.SequenceNode}
	chosen := slices.Clone(f.Values)
	if f.was != nil && doc.Target(f.was).Kind == yaml.SequenceNode {
		for _, item := range doc.Target(f.was).Content {
			s := scalarOf(item)
			if i := slices.Index(chosen, s); i >= 0 {
				v.Items = append(v.Items, rewrite.Keep(item))
				chosen = slices.Delete(chosen, i, i+1)
			} else if s == "" {
				v.Items = append(v.Items, rewrite.Keep(item))
			}
		}
	}
	for _, s := range chosen {
		if f.t.Items.Allows("integer") && plainInteger.MatchString(s) {
			v.Items = append(v.Items, rewrite.Plain(nil, s))
		} else {
			v.Items = append(v.Items, rewrite.Text(nil, typedText(s)))
		}
	}
	return v
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// oneOf is an actor, or the name of somebody else: the one that was touched, where both
// are filled in.
func (f *Field) oneOf() *rewrite.Value {
	who := f.Fields[0]
	touched := typedText(who.Value) != typedText(who.before)
	named := group(f.Fields[1:], mappingOf(f.was))
	nameTouched := slices.ContainsFunc(f.Fields[1:], func(s *Field) bool { return typedText(s.Value) != typedText(s.before) })
	switch {
	case !touched && !nameTouched:
		return f.kept()
	case nameTouched && named != nil, typedText(who.Value) == "":
		if named != nil && named.Was == nil {
			named.Was = f.was
		}
		return named
	}
	return rewrite.Text(f.was, typedText(who.Value))
}

// mappingOf is a node that is a mapping, else nil.
func mappingOf(n *yaml.Node) *yaml.Node {
	if n == nil || doc.Target(n).Kind != yaml.MappingNode {
		return nil
	}
	return n
}
