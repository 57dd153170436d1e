package form

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/layout"
	"samsyn/internal/project"
	"samsyn/internal/rewrite"
	"samsyn/internal/text"
	"samsyn/schema"
)

// NewTranslation makes the form of a file's translation that is not there yet.
func NewTranslation(p *project.Project, file, language string, o Options) (*Form, error) {
	b, err := newBuilder(p, o)
	if err != nil {
		return nil, err
	}
	role, ok := b.names.Role(file)
	if !ok || role.Of != "" || !slices.Contains(b.x.Content.Config.Translated(), language) {
		return nil, ErrNoForm
	}
	role.Of, role.Language = file, language
	dot := strings.LastIndexByte(file, '.')
	f := &Form{File: file[:dot] + "." + language + file[dot:], Kind: kindOf(role), Of: file, opened: opened{role: role, b: b}}
	if p.Tree.Exists(f.File) {
		return nil, fmt.Errorf("%w: %s", ErrThere, f.File)
	}
	b.form = f
	if err := f.blank(); err != nil {
		return nil, err
	}
	f.Title = b.names.Of(file) + b.names.Into(language)
	return f, nil
}

// Translations are those of a file: the languages of the content into which it has been
// translated, by their files, and those into which it has not. A file that is a
// translation has none.
func Translations(p *project.Project, file string, o Options) (there map[string]string, missing []string, err error) {
	b, err := newBuilder(p, o)
	if err != nil {
		return nil, nil, err
	}
	there = map[string]string{}
	for _, f := range b.names.Files {
		if f.Of == file {
			there[f.Language] = f.Path
		}
		if f.Path == file {
			missing = b.missing(f)
		}
	}
	return there, missing, nil
}

// missing are the languages into which a file that has texts has not been translated.
func (b *builder) missing(f layout.File) []string {
	languages := b.x.Content.Config.Translated()
	if f.Of != "" || len(languages) == 0 {
		return nil
	}
	dot := strings.LastIndexByte(f.Path, '.')
	languages = slices.DeleteFunc(languages, func(l string) bool { return b.p.Tree.Exists(f.Path[:dot] + "." + l + f.Path[dot:]) })
	if len(languages) == 0 || !b.hasTexts(f) {
		return nil
	}
	return languages
}

// hasTexts tells whether a file has anything that would be translated.
func (b *builder) hasTexts(f layout.File) bool {
	role := f.Role
	role.Of = f.Path
	tried := &Form{opened: opened{role: role, b: b, file: &rewrite.File{}}}
	if err := b.beside(tried); err != nil {
		return false
	}
	return slices.ContainsFunc(tried.Fields, func(f *Field) bool {
		return f.Original != "" || f.Kind == Group || f.Kind == List
	})
}

// LanguageName is what a language is called within a sentence.
func LanguageName(code string) diag.Text {
	l := text.LanguageOf(code)
	return diag.Text{SV: l.SV, EN: l.EN}
}

// beside makes the fields of a translation: the texts that the original has, each with
// the original's words.
func (b *builder) beside(f *Form) error {
	data, err := b.p.Tree.Read(f.role.Of)
	if err != nil {
		return err
	}
	original, err := rewrite.Read(f.role.Schema, f.role.Markdown, data)
	if err != nil {
		return errors.Join(ErrUnreadable, err)
	}
	if f.role.Schema != "" {
		t, err := schema.TypeOf(f.role.Schema)
		if err != nil {
			return err
		}
		f.Fields = b.translated(t, original.Root, f.file.Root, "")
	}
	if f.role.Markdown {
		body := b.body(f.file.Body)
		body.Original = strings.Trim(original.Body, "\n")
		f.Fields = append(f.Fields, body)
	}
	return nil
}

// untranslated are fields that hold texts nobody reads in a language.
var untranslated = map[string]bool{"fetch": true, "synonyms": true, "accepted": true, "code": true, "phone": true, "case_number": true, "signatory": true}

// translated makes the fields of a mapping of a translation.
func (b *builder) translated(t *schema.Type, original, n *yaml.Node, path string) []*Field {
	var fields []*Field
	for _, f := range t.Fields {
		from, to := doc.Value(original, f.Name), doc.Value(n, f.Name)
		if written[f.Name] || untranslated[f.Name] || (from == nil || doc.IsEmpty(from)) && to == nil {
			continue
		}
		sub := b.translation(f.Type, from, to, strings.TrimPrefix(path+"."+f.Name, "."))
		if sub == nil {
			continue
		}
		sub.name, sub.Label, sub.before = f.Name, b.label(f.Type.Name.Label), sub.Value
		fields = append(fields, sub)
	}
	return fields
}

// translation makes the field of a value of a translation, nil where nothing of it is
// translated.
func (b *builder) translation(t *schema.Type, original, n *yaml.Node, path string) *Field {
	f := &Field{Path: path, state: state{t: t, was: n}}
	switch {
	case t.Identifier != "":
		f.Kind, f.ReadOnly, f.Value = Line, true, scalarOf(original)
		return f
	case t.Variants != nil, t.Extra != nil:
		return nil
	case t.For("object") != nil:
		f.Kind, f.translates, f.Fields = Group, true, b.translated(t, original, n, path)
	case t.For("array") != nil:
		return b.translations(f, original)
	case t.IsWords():
		b.single(f)
		f.Original = scalarOf(original)
		if f.Kind == Line && strings.Contains(f.Original, "\n") {
			f.Kind = Text
		}
		return f
	}
	if slices.ContainsFunc(f.Fields, func(s *Field) bool { return !s.ReadOnly }) {
		return f
	}
	return nil
}

// translations makes a list of a translation: an entry for each of the original's, which
// has the same identifier, or else the same place.
func (b *builder) translations(f *Field, original *yaml.Node) *Field {
	f.Kind, f.Fixed = List, true
	items := itemsOf(f.was)
	used := map[*yaml.Node]bool{}
	var keys []string
	add := func(from, to *yaml.Node) {
		key := strconv.Itoa(len(keys))
		e := b.translation(f.t.Items, from, to, f.Path+"["+key+"]")
		if e == nil {
			return
		}
		e.name, e.Label, used[to] = key, b.label(f.t.Items.Name.Label)+" "+strconv.Itoa(len(keys)+1), true
		keys = append(keys, key)
		f.Fields = append(f.Fields, e)
	}
	byID := f.t.Items.Field("id") != nil
	f.placed = !byID
	for i, from := range itemsOf(original) {
		var to *yaml.Node
		if byID {
			at := slices.IndexFunc(items, func(n *yaml.Node) bool {
				return scalarOf(doc.Value(n, "id")) == scalarOf(doc.Value(from, "id")) && !used[n]
			})
			if at >= 0 {
				to = items[at]
			}
		} else if i < len(items) {
			to = items[i]
		}
		add(from, to)
	}
	for _, to := range items {
		if !used[to] {
			add(to, to)
		}
	}
	if len(f.Fields) == 0 {
		return nil
	}
	f.Value = strings.Join(keys, " ")
	return f
}

func itemsOf(n *yaml.Node) []*yaml.Node {
	if n == nil || doc.Target(n).Kind != yaml.SequenceNode {
		return nil
	}
	return doc.Target(n).Content
}

// identified gives an entry of a translation the identifier of what it translates; one
// that translates nothing any more is nil.
func (f *Field) identified(v *rewrite.Value) *rewrite.Value {
	i := slices.IndexFunc(f.Fields, func(s *Field) bool { return s.t.Identifier != "" && s.ReadOnly })
	if i < 0 || v == nil || v.Kept || f.Fields[i].Value == "" {
		return v
	}
	id := f.Fields[i]
	at := slices.IndexFunc(v.Fields, func(s rewrite.Field) bool { return s.Name == id.name })
	switch {
	case at < 0:
		v.Fields = append(v.Fields, rewrite.Field{Name: id.name, Value: rewrite.Text(nil, id.Value)})
	case len(v.Fields) == 1 && f.was != nil && len(doc.Target(f.was).Content) > 2:
		return nil
	}
	return v
}

// inPlaces are the entries of a list whose places say what they translate: those that
// say nothing stand empty between the others.
func (f *Field) inPlaces() []*rewrite.Value {
	var items []*rewrite.Value
	last := 0
	for i, e := range f.Fields {
		v := e.value()
		if v != nil {
			last = i + 1
		} else if v = (&rewrite.Value{Kind: yaml.MappingNode}); e.Kind != Group {
			v = rewrite.Text(nil, "")
		}
		items = append(items, v)
	}
	return items[:last]
}
