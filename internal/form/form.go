// Package form lets people change a content without seeing how it is written. A file and
// the content that it stands in go in; out comes a form: its fields in the order of the
// schema, in the county's words, with what may be chosen. What somebody has filled in goes
// in again, and out comes the file's new text, in which only what was touched differs, and
// what is wrong with it, field by field. The package knows no web server and no git.
package form

import (
	"errors"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/layout"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/rewrite"
	"samsyn/schema"
)

// Kind says what a field is filled in with.
type Kind string

// The kinds of fields. Each has its value in Value, but for those of several.
const (
	Line     Kind = "line"     // a text on one line
	Text     Kind = "text"     // a text that may have several
	Markdown Kind = "markdown" // the text below a file's fields
	Number   Kind = "number"   // as people write numbers: 6,5 or 1 200
	Date     Kind = "date"     // a date, or where Partial is set a month or a year
	YesNo    Kind = "yesno"    // one of Choices: true, false or nothing
	Choice   Kind = "choice"   // one of Choices
	Many     Kind = "many"     // some of Choices, which are in Values
	Group    Kind = "group"    // Fields
	List     Kind = "list"     // Fields are its entries; Value has their keys in order
	OneOf    Kind = "oneof"    // one of Fields is filled in: an actor, or the name of somebody else
	Path     Kind = "file"     // a file of the content, by its path from the form's file; Choices are those there are
)

// Field is a field of a form.
type Field struct {
	// Path names the field in what is submitted: "follow_up.method", "reports[0].text".
	// An entry that is new has a key such as n0 for its number.
	Path  string
	Kind  Kind
	Label string
	// Help is in Swedish, whatever the form's language.
	Help string
	// Required tells that it has to be filled in; within a group that does not, where
	// anything of the group is.
	Required        bool
	Either          bool     // it is one of several of which one is filled in
	Partial         bool     // of a date: a year or a month will do
	ReadOnly        bool     // it is told, and not taken
	Fixed           bool     // of a list: no entry can be added, taken away or moved
	Value           string   // as it is shown, or as somebody typed it
	Values, Offered []string // of Many: what is chosen; of Line: what one may write, among others
	Choices         []Pick
	Fields          []*Field
	// Entry is what one more entry of a list is called: "lägesrapport".
	Entry string
	// Original is what a translation translates.
	Original string
	Problems []Problem

	state
}

// Pick is something that may be chosen.
type Pick struct {
	Value, Label string
	Group        string // under which it stands; "" for none
}

// Problem is something that is wrong with a field, or may be.
type Problem struct {
	Path       string // of the field; "" where it belongs to none
	Label      string // of the field
	Message    diag.Text
	Suggestion string // what would be right, or ""
	Warning    bool   // it may stay so
	Rule       string
}

// Form is the form of a file.
type Form struct {
	File   string // its path; "" of a new one until its title is known
	Kind   string // its schema, or "chapter"
	Title  string // what the thing is called
	Of     string // the file that it translates, or ""
	Fields []*Field
	// Problems are those of no field. Check fills them in.
	Problems []Problem
	// Acted tells that a button for entries was pressed: the form is to be shown again,
	// and nothing is to be saved.
	Acted bool

	// Beside are the new texts of other files that go with it, by their paths: the
	// agreement's, which names a new chapter. Take fills them in.
	Beside map[string][]byte

	opened
}

// opened is what a form was made of.
type opened struct {
	role  layout.Role
	fresh bool // it is a new file's
	file  *rewrite.File
	data  []byte
	b     *builder
	laid  *places // the fields in the new text, once it has been checked
}

// Options say how a form is made.
type Options struct {
	Language string     // of labels: sv or en
	Today    model.Date // for what a new file most likely says; the zero date where it is not known
}

// Errors of this package.
var (
	// ErrNoForm says that a path has no form: nothing reads the file.
	ErrNoForm = errors.New("no content file")
	// ErrUnreadable says that a file cannot be read as what it is to be.
	ErrUnreadable = errors.New("the file cannot be read")
	// ErrThere says that the file that a new one is to be is there already.
	ErrThere = errors.New("there already")
	// ErrSubmitted says that what was submitted does not come from the form.
	ErrSubmitted = errors.New("not what the form asks for")
)

// Open makes the form of a file of a content, saved or not.
func Open(p *project.Project, file string, o Options) (*Form, error) {
	b, err := newBuilder(p, o)
	if err != nil {
		return nil, err
	}
	role, ok := b.names.Role(file)
	if !ok {
		return nil, ErrNoForm
	}
	data, err := p.Tree.Read(file)
	if err != nil {
		return nil, err
	}
	f := &Form{File: file, Kind: kindOf(role), Of: role.Of, opened: opened{role: role, data: data, b: b}}
	b.form = f
	if f.file, err = rewrite.Read(role.Schema, role.Markdown, data); err != nil {
		return nil, errors.Join(ErrUnreadable, err)
	}
	return f, f.build()
}

// Alone tells whether a text differs from the file only in the entry of a list that has a
// path: the lines before it and behind it are the same, byte for byte.
func (f *Form) Alone(path string, text []byte) bool {
	field := f.at(path)
	if field == nil || field.was == nil {
		return false
	}
	of := field.was
	was, is := strings.SplitAfter(string(f.data), "\n"), strings.SplitAfter(string(text), "\n")
	before, behind := f.file.At.Line(of)-1, len(was)-f.file.At.LastLine(&yaml.Node{Line: of.Line, Column: of.Column - 1})
	return before+behind <= len(is) && slices.Equal(was[:before], is[:before]) && slices.Equal(was[len(was)-behind:], is[len(is)-behind:])
}

// at is the field of a path, nil where there is none.
func (f *Form) at(path string) (at *Field) {
	each(f.Fields, func(field *Field) {
		if field.Path == path {
			at = field
		}
	})
	return at
}

// kindOf is the kind of a file's form.
func kindOf(r layout.Role) string {
	if r.Schema == "" {
		return "chapter"
	}
	return r.Schema
}

func (f *Form) build() error {
	f.Title = f.b.names.Of(f.File)
	if f.role.Of != "" {
		return f.b.beside(f)
	}
	if f.role.Schema != "" {
		t, err := schema.TypeOf(f.role.Schema)
		if err != nil {
			return err
		}
		f.b.measuresOf(f.file.Root)
		f.Fields = f.b.fields(t, f.file.Root, "")
	}
	if f.role.Markdown {
		f.Fields = append(f.Fields, f.b.body(f.file.Body))
	}
	return nil
}
