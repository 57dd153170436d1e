package form

import (
	"cmp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/form/input"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/rewrite"
)

// Check holds a content with the form's new text against all rules as of a day, and puts
// what is wrong with the file at its fields; what belongs to no field, and what the text
// makes wrong in other files, is told in f.Problems. text is what Take gave. A new file that
// has no name yet is judged under one that nobody sees.
func (f *Form) Check(p *project.Project, text []byte, today model.Date) error {
	if f.File == "" {
		f.File = f.nameless()
		defer func() {
			f.File = ""
			each(f.Fields, (*Field).unnamed)
		}()
	}
	then, err := p.With(map[string][]byte{f.File: text}).Inspect(today)
	if err != nil {
		return err
	}
	caused, err := p.NotYet(then, today)
	if err != nil {
		return err
	}
	f.clear()
	f.laid = f.places(text)
	each(f.Fields, (*Field).both)
	for _, found := range about(then, f.File) {
		f.place(found)
	}
	for _, found := range caused {
		if found.File != f.File && found.Accepted == "" {
			f.tell(found, nil)
		}
	}
	return nil
}

// nameless is where a new file would lie that has no name yet.
func (f *Form) nameless() string {
	if f.Kind == "review" { // which is called by its year
		return f.fileOf("1000")
	}
	return f.fileOf("utan-namn")
}

// Tell puts what a check of the content as it is has found in the file at its fields.
func (f *Form) Tell(r *project.Result) {
	f.clear()
	f.laid = f.places(f.data)
	for _, found := range about(r, f.File) {
		f.place(found)
	}
}

// unnamed takes back that a thing lacks its identifier, which is made of a name that is not
// there yet.
func (f *Field) unnamed() {
	if f.t != nil && f.t.Identifier != "" && input.Text(f.Value) == "" {
		f.Problems = nil
	}
}

// both tells where somebody has chosen an actor and written another's name, too: a file
// has room for one, so no rule sees it.
func (f *Field) both() {
	if f.Kind != OneOf || input.Text(f.Fields[0].Value) == "" || !slices.ContainsFunc(f.Fields[1:], func(s *Field) bool { return input.Text(s.Value) != "" }) {
		return
	}
	f.Problems = append(f.Problems, Problem{Path: f.Path, Label: f.Label, Rule: diag.WrongType.Name,
		Message: diag.Text{SV: "Fyll bara i det ena: välj i listan, eller skriv ett namn.", EN: "Fill in only one of them: choose from the list, or write a name."}})
}

// about are the findings on one file that are not accepted.
func about(r *project.Result, file string) (own []diag.Finding) {
	for _, found := range r.Findings {
		if found.File == file && found.Accepted == "" {
			own = append(own, found)
		}
	}
	return own
}

// place puts a finding at the field that it is about.
func (f *Form) place(found diag.Finding) {
	at := f.laid.at(found)
	if at == nil {
		at = f.top(found)
	}
	if found.Rule != diag.MissingField {
		f.tell(found, at)
		return
	}
	for _, field := range empty(at) {
		f.tell(found, field)
	}
}

// empty are the fields of a group that is missing as a whole that have to be filled in and
// are not, so that all are told at once; any other field is missing itself.
func empty(at *Field) (fields []*Field) {
	if at != nil && at.Kind == Group && at.t != nil && len(at.t.For("object").ExactlyOne) == 0 {
		for _, sub := range at.Fields {
			if sub.Required && !sub.ReadOnly && sub.value() == nil {
				fields = append(fields, empty(sub)...)
			}
		}
	}
	if fields == nil {
		fields = []*Field{at}
	}
	return fields
}

// Errors tells whether something is wrong that rejects the file.
func (f *Form) Errors() bool {
	return slices.ContainsFunc(f.Told(), func(p Problem) bool { return !p.Warning })
}

// Told lists all problems, those of fields in the order of the form, behind those of none.
func (f *Form) Told() []Problem {
	all := slices.Clone(f.Problems)
	each(f.Fields, func(field *Field) { all = append(all, field.Problems...) })
	return all
}

// tell puts a finding at a field, or (nil) at none.
func (f *Form) tell(found diag.Finding, at *Field) {
	p := Problem{Message: f.said(found, at), Suggestion: found.Suggestion, Warning: found.Severity() == diag.Warning, Rule: found.Rule.Name}
	if at == nil {
		f.Problems = append(f.Problems, p)
		return
	}
	p.Path, p.Label = at.Path, at.Label
	at.Problems = append(at.Problems, p)
}

// places knows which field stands where in a text.
type places struct {
	locate doc.Locator
	keys   map[diag.Pos]keyed // where a key begins
	ends   []placed           // values, in the order in which they begin
	body   *Field
	from   int // the line on which the text below the fields begins
}

// keyed is a key: the fields of the mapping that it stands in, which owner holds (nil for
// the whole file), and the field that it is of, nil for none.
type keyed struct {
	owner  *Field
	fields []*Field
	of     *Field
}

type placed struct {
	start diag.Pos
	of    *Field
}

func (f *Form) places(text []byte) *places {
	pl := &places{keys: map[diag.Pos]keyed{}, body: f.at(Body)}
	file, err := rewrite.Read(f.role.Schema, f.role.Markdown, text)
	if err != nil {
		return pl
	}
	pl.locate, pl.from = file.At, file.BodyLine
	if file.Root != nil {
		pl.mapping(nil, f.Fields, file.Root)
	}
	slices.SortStableFunc(pl.ends, func(a, b placed) int { return compare(a.start, b.start) })
	return pl
}

func compare(a, b diag.Pos) int {
	return diag.Place{Range: diag.Range{Start: a}}.Compare(diag.Place{Range: diag.Range{Start: b}})
}

func (pl *places) mapping(owner *Field, fields []*Field, n *yaml.Node) {
	for p := range doc.Pairs(n) {
		name := doc.Target(p.Key).Value
		k := keyed{owner: owner, fields: fields}
		if i := slices.IndexFunc(fields, func(f *Field) bool { return f.name == name && name != "" }); i >= 0 {
			k.of = fields[i]
			pl.value(fields[i], p.Value)
		} else if owner != nil {
			pl.put(owner, p.Value)
		}
		pl.keys[pl.locate.Place(p.Key).Range.Start] = k
	}
}

func (pl *places) put(f *Field, n *yaml.Node) {
	pl.ends = append(pl.ends, placed{pl.locate.Place(n).Range.Start, f})
}

func (pl *places) value(f *Field, n *yaml.Node) {
	pl.put(f, n)
	n = doc.Target(n)
	switch {
	case f.Kind == List && n.Kind == yaml.SequenceNode:
		pl.list(f, n)
	case f.Kind == Group && n.Kind == yaml.MappingNode:
		pl.mapping(f, f.Fields, n)
	case f.Kind == OneOf && n.Kind == yaml.MappingNode:
		pl.mapping(f, f.Fields[1:], n)
	case f.Kind == Group && f.short != "":
		pl.put(f.sub(f.short), n)
	}
}

func (pl *places) list(f *Field, n *yaml.Node) {
	i := 0
	for _, e := range f.Fields {
		if !f.placed && e.value() == nil {
			continue
		}
		if i < len(n.Content) {
			pl.value(e, n.Content[i])
		}
		i++
	}
}

// at is the field that a finding is about, nil where it is none.
func (pl *places) at(found diag.Finding) *Field {
	start := found.Range.Start
	if pl.body != nil && int(start.Line) >= pl.from && pl.from > 0 {
		return pl.body
	}
	if k, is := pl.keys[start]; is {
		return pl.about(found, k)
	}
	i, exact := slices.BinarySearchFunc(pl.ends, start, func(p placed, at diag.Pos) int { return compare(p.start, at) })
	if exact {
		for i+1 < len(pl.ends) && pl.ends[i+1].start == start {
			i++ // the innermost
		}
		return pl.ends[i].of
	}
	if i == 0 {
		return nil
	}
	return pl.ends[i-1].of
}

// about is the field that a finding at a key is about: the one that is missing where the
// key stands, or the one whose key it is.
func (pl *places) about(found diag.Finding, k keyed) *Field {
	if found.Rule == diag.MissingField {
		for _, f := range k.fields {
			if f.value() == nil && strings.HasPrefix(found.Message.SV, "Fältet "+f.name+" ") {
				return f
			}
		}
		return k.owner
	}
	return cmp.Or(k.of, k.owner)
}

// top is the field that a finding at the beginning of a file is about which has no fields.
func (f *Form) top(found diag.Finding) *Field {
	if found.Rule != diag.MissingField {
		return nil
	}
	return (&places{}).about(found, keyed{fields: f.Fields})
}
