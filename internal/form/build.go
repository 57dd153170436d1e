package form

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/doc"
	"samsyn/internal/form/called"
	"samsyn/internal/form/wording"
	"samsyn/internal/index"
	"samsyn/internal/project"
	"samsyn/internal/text"
	"samsyn/schema"
)

// state is what a field was made of and what has become of it.
type state struct {
	name   string // the field's own, in the file
	stem   string // of a list: what its entries are called, before their number
	t      *schema.Type
	was    *yaml.Node // what stands there, nil where nothing does
	before string     // Value as the file has it
	had    []string   // Values as the file has them
	// short is, of a group, the field that may stand alone in place of the group, and of
	// Many the word that may stand in place of the list.
	short      string
	nodes      map[string]*yaml.Node
	translates bool // of a group: it is part of a translation
	placed     bool // of a translation's list: the places of its entries say what they translate
}

// builder makes fields.
type builder struct {
	p        *project.Project
	x        *index.Index
	words    *schema.Words
	wording  *wording.Wording
	language string
	form     *Form
	measures []Pick
	names    *called.Names
	listed   map[string][]Pick // what identifiers of some kinds name
}

func newBuilder(p *project.Project, o Options) (*builder, error) {
	loaded, err := p.Load()
	if err != nil {
		return nil, err
	}
	files, err := p.Files()
	b := &builder{p: p, x: index.New(loaded.Content), words: text.WordsOf(loaded.Content), language: o.Language, listed: map[string][]Pick{}}
	b.wording = wording.New(b.words)
	if b.language != "en" {
		b.language = "sv"
	}
	b.names = called.New(p.Tree, files, b.x, b.words, b.language)
	return b, err
}

// in gives words in the form's language.
func (b *builder) in(sv, en string) string { return b.names.In(sv, en) }

func (b *builder) label(l schema.Label) string { s, _ := b.words.In(l, b.language); return s }

// fields makes the fields of a mapping.
func (b *builder) fields(t *schema.Type, n *yaml.Node, path string) []*Field {
	var fields []*Field
	for _, f := range t.Fields {
		if written[f.Name] {
			continue
		}
		of := f.Type
		if f.Name == "replaced_by" && t.ReplacedBy != nil {
			with := *of
			with.Reference = t.ReplacedBy
			of = &with
		}
		sub := b.field(of, doc.Value(n, f.Name), strings.TrimPrefix(path+"."+f.Name, "."))
		sub.name, sub.Required = f.Name, (f.Required || conditional(t, n, f.Name)) && (of.Identifier == "" || sub.ReadOnly)
		sub.Either = slices.Contains(t.ExactlyOne, f.Name)
		fields = append(fields, sub)
	}
	return fields
}

// written are fields that a command writes, and nobody by hand.
var written = map[string]bool{"adopted_wording": true}

// conditional tells whether the other fields make one required.
func conditional(t *schema.Type, n *yaml.Node, name string) bool {
	return slices.ContainsFunc(t.Conditions, func(c schema.Condition) bool {
		return slices.Contains(c.Required, name) && c.Holds(func(field string) (string, bool) {
			v := doc.Value(n, field)
			if v == nil || doc.IsEmpty(v) {
				return "", false
			}
			return doc.Target(v).Value, true
		})
	})
}

// field makes the field of a value.
func (b *builder) field(t *schema.Type, n *yaml.Node, path string) *Field {
	f := &Field{Path: path, Label: b.label(t.Name.Label), Help: b.wording.Help(t), state: state{t: t, was: n}}
	switch {
	case t.KeysRefer != nil || t.Extra != nil:
		b.byKey(f)
	case t.Variants != nil:
		b.variants(f)
	case t.For("object") != nil:
		f.Kind, f.Fields = Group, b.fields(t, n, path)
		f.Help = strings.TrimSpace(f.Help + " " + wording.OneOf(t))
	case t.For("array") != nil && b.chosen(t.Items) != nil:
		b.many(f, b.chosen(t.Items))
	case t.For("array") != nil:
		b.list(f)
	default:
		b.single(f)
	}
	f.before, f.had = f.Value, f.Values
	return f
}

// scalarOf is a single value as it is written, "" where there is none.
func scalarOf(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	if n = doc.Target(n); n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		return ""
	}
	return n.Value
}

// single makes the field of a single value.
func (b *builder) single(f *Field) {
	t := f.t
	f.Value = scalarOf(f.was)
	switch {
	case t.Identifier != "":
		f.Kind = Line
		f.ReadOnly = f.Value != "" && t.Matches(f.Value)
		if !f.ReadOnly {
			f.Help = "Små bokstäver a–z, siffror och bindestreck. Lämna fältet tomt, så skapas den."
		}
	case isLanguage(t):
		b.spoken(f)
	case b.chosen(t) != nil:
		f.Kind, f.Choices = Choice, b.with(b.chosen(t), f.Value)
	case t.Allows("boolean"):
		f.Kind = YesNo
		f.Choices = b.with([]Pick{{"true", b.in("Ja", "Yes"), ""}, {"false", b.in("Nej", "No"), ""}}, f.Value)
	case t.IsDate():
		f.Kind, f.Partial = Date, t.Format == "partial-date"
	case t.Allows("integer"):
		f.Kind, f.Value = Number, b.number(f.Value)
	case t.Format == "path":
		f.Kind, f.Choices = Path, b.with(b.there(b.paths(), f.Value), f.Value)
	default:
		f.Kind = Line
		if t.Format == "" && roomy(t) && !strings.HasSuffix(f.Path, ".name") || strings.ContainsAny(f.Value, "\n\r") {
			f.Kind = Text
		}
	}
}

// number shows a number as the language writes it.
func (b *builder) number(s string) string {
	if b.language == "sv" && doc.IsNumber(s) {
		return strings.Replace(s, ".", ",", 1)
	}
	return s
}

// many makes the field of a list of what may be chosen.
func (b *builder) many(f *Field, choices []Pick) {
	f.Kind, f.Choices = Many, choices
	items := itemsOf(f.was)
	if items == nil {
		items = []*yaml.Node{f.was} // one that should have been a list
	}
	for _, item := range items {
		if s := scalarOf(item); s != "" {
			f.Values = append(f.Values, s)
		}
	}
	f.Choices = b.with(f.Choices, f.Values...)
}

// list makes a list of entries, each with a key: its number.
func (b *builder) list(f *Field) {
	f.Kind, f.Entry, f.stem = List, b.noun(f.t.Items), b.label(f.t.Items.Name.Label)
	if isLanguage(f.t.Items) {
		f.Entry, f.stem = b.in("språk", "language"), b.in("Språk", "Language")
	}
	if general[f.t.Items.Name.SV] {
		f.Entry, f.stem = b.noun(f.t), f.Label
	}
	f.Entry = schema.Uncapital(f.Entry)
	var keys []string
	for i := range itemsOf(f.was) {
		keys = append(keys, strconv.Itoa(i))
	}
	b.entries(f, keys)
}

// entries gives a list its entries.
func (b *builder) entries(f *Field, keys []string) {
	f.Value, f.Fields = strings.Join(keys, " "), nil
	for _, key := range keys {
		b.entry(f, key)
	}
	f.number()
}

// entry gives a list one more entry.
func (b *builder) entry(f *Field, key string) {
	e := b.field(f.t.Items, f.entryNode(key), f.Path+"["+key+"]")
	e.name, e.Required = key, true
	f.Fields = append(f.Fields, e)
}

// general are the titles of types that say nothing of what a list is of.
var general = map[string]bool{"Text": true, "Datum": true, "Part, grupp eller namn": true, "": true}

// number counts the entries of a list, and tells what those are called that are called
// something: ”Mått 2: Deltagare”.
func (f *Field) number() {
	keys := make([]string, len(f.Fields))
	for i, e := range f.Fields {
		keys[i] = e.name
		e.Label = f.stem + " " + strconv.Itoa(i+1)
		for _, name := range append(titles, "text", "source", "date") {
			if s := e.sub(name); e.Kind == Group && s != nil && s.Value != "" {
				e.Label += ": " + wording.Shortened(s.Value)
				break
			}
		}
	}
	f.Value = strings.Join(keys, " ")
}

// entryNode is what stands in an entry, nil in a new one.
func (f *Field) entryNode(key string) *yaml.Node {
	items := itemsOf(f.was)
	if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(items) {
		return items[i]
	}
	return nil
}

// sub is the field of a name in a group, nil where there is none.
func (f *Field) sub(name string) *Field {
	if i := slices.IndexFunc(f.Fields, func(s *Field) bool { return s.name == name }); i >= 0 {
		return f.Fields[i]
	}
	return nil
}

func (b *builder) noun(t *schema.Type) string {
	if b.language == "en" && t.Name.Noun.EN != "" {
		return b.words.Expand(t.Name.Noun.EN, "en")
	}
	return b.words.Expand(t.Name.Noun.SV, "sv")
}

// variants makes the field of a value that may be of several forms.
func (b *builder) variants(f *Field) {
	t := f.t
	object, array, single := t.For("object"), t.For("array"), t.Scalar()
	switch {
	case array != nil: // or a word that stands for all
		f.t = array
		f.short = single.Enum[0]
		b.many(f, append([]Pick{{f.short, b.label(single.Labels[f.short]), ""}}, b.chosen(array.Items)...))
	case object != nil && alike(object, single) != "":
		f.Kind, f.short = Group, alike(object, single)
		f.Fields = b.fields(object, f.was, f.Path)
		if scalarOf(f.was) != "" {
			f.alone(b)
		}
	case object != nil:
		b.actorOrName(f, object, single)
	}
}

// alike finds the field of an object that means what a single value means alone.
func alike(object, single *schema.Type) string {
	for _, f := range object.Fields {
		if slices.Equal(f.Type.Types, single.Types) && slices.Equal(f.Type.Reference, single.Reference) && (single.Reference != nil || single.Allows("number")) {
			return f.Name
		}
	}
	return ""
}

// alone puts a value that stands in place of a group into the field that it means.
func (f *Field) alone(b *builder) {
	if sub := f.sub(f.short); sub != nil {
		name, required := sub.name, sub.Required
		*sub = *b.field(sub.t, f.was, sub.Path)
		sub.name, sub.Required = name, required
	}
}

// actorOrName makes the two fields of an actor: who it is, or the name of somebody else.
func (b *builder) actorOrName(f *Field, object, single *schema.Type) {
	f.Kind = OneOf
	who := b.field(single, nil, f.Path)
	who.Value = scalarOf(f.was)
	who.before, who.Choices = who.Value, b.with(who.Choices, who.Value)
	who.Label = b.in("Part eller grupp", "Party or group")
	who.Help, who.Either = "", true
	f.Fields = []*Field{who}
	for _, sub := range b.fields(object, f.was, f.Path) {
		sub.Label, sub.Required, sub.Either = b.in("Någon annan: namn", "Somebody else: name"), false, true
		f.Fields = append(f.Fields, sub)
	}
}

// body makes the field of the text below the fields.
func (b *builder) body(s string) *Field {
	f := &Field{Path: Body, Kind: Markdown, Label: b.in("Text", "Text"), Value: strings.Trim(s, "\n")}
	f.before = f.Value
	return f
}

// Body is the Path of the text below the fields. No field of a schema is called so.
const Body = "_text"
