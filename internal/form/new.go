package form

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/blank"
	"samsyn/internal/doc"
	"samsyn/internal/form/input"
	"samsyn/internal/layout"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/rewrite"
	"samsyn/schema"
)

// Name is the Path of the field in which somebody may choose what a new file is called.
// No field of a schema is called so.
const Name = "_name"

// NewKind is a kind of file that a content can get more of.
type NewKind struct {
	Kind, Label string
	In          []Pick // the plans that an initiative may belong to, the region's latest first
}

// folders are where new files of a kind lie, and how their names end.
var folders = map[string]struct{ dir, ext string }{
	"area":      {"agreement/areas", ".md"},
	"chapter":   {"agreement/text", ".md"},
	"indicator": {"agreement/indicators", ".yaml"},
	"resource":  {"agreement/resources", ".md"},
	"results":   {"agreement/results", ".md"},
	"review":    {"agreement/reviews", ".md"},
}

// single are the files that a content may have one of, and may lack.
var single = map[string]string{
	"calendar":   "agreement/calendar.yaml",
	"places":     "agreement/places.yaml",
	"signatures": "agreement/signatures.yaml",
	"strategies": "agreement/strategies.yaml",
}

// NewKinds lists what a content can get more of.
func NewKinds(p *project.Project, o Options) ([]NewKind, error) {
	b, err := newBuilder(p, o)
	if err != nil {
		return nil, err
	}
	var kinds []NewKind
	for _, kind := range []string{"initiative", "plan", "area", "indicator", "resource", "review", "results", "chapter", "calendar", "strategies", "places", "signatures"} {
		k := NewKind{Kind: kind, Label: b.kind(kind)}
		if kind == "initiative" {
			for _, p := range Latest(b.x.Content.Plans) {
				k.In = append(k.In, Pick{Value: p.ID.V, Label: p.Title.V})
			}
			if k.In == nil {
				continue
			}
		}
		if file, once := single[kind]; once && p.Tree.Exists(file) {
			continue
		}
		kinds = append(kinds, k)
	}
	return kinds, nil
}

// Latest are plans in the order in which one seeks them: the region's before those of a
// place or a programme, the latest first.
func Latest(plans []*model.Plan) []*model.Plan {
	list := slices.Clone(plans)
	slices.Reverse(list)
	yearly := func(p *model.Plan) int {
		if p.Scope.V == "regional" && p.Year.Given() {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b *model.Plan) int { return yearly(a) - yearly(b) })
	return list
}

// kind is what a kind of file is called.
func (b *builder) kind(kind string) string {
	switch kind {
	case "calendar":
		return b.in("Kalender", "Calendar")
	case "signatures", "strategies", "places", "parties":
		return b.in(schema.Capital(b.words.Noun(strings.TrimSuffix(strings.Replace(kind, "ies", "y", 1), "s"), "sv").Many), schema.Capital(b.words.Noun(strings.TrimSuffix(strings.Replace(kind, "ies", "y", 1), "s"), "en").Many))
	}
	return schema.Capital(b.words.Noun(kind, b.language).One)
}

// fresh is what is known of a new file.
type fresh struct {
	in string // the plan of an initiative
}

// New makes the form of a file that is not there yet. kind is one of NewKinds, in the
// plan that an initiative belongs to. What is likely is filled in. Take gives the form
// its File, named by the field Name, or by the title where that is empty.
func New(p *project.Project, kind, in string, o Options) (*Form, error) {
	b, err := newBuilder(p, o)
	if err != nil {
		return nil, err
	}
	role, ok := b.newRole(kind, in)
	if !ok {
		return nil, ErrNoForm
	}
	f := &Form{Kind: kind, opened: opened{role: role, b: b, fresh: &fresh{in: in}}}
	b.form = f
	f.File = single[kind]
	if err := f.blank(); err != nil {
		return nil, err
	}
	f.Title = b.kind(kind)
	if _, once := single[kind]; !once && kind != "review" {
		f.Fields = append(f.Fields, b.nameField(kind))
	}
	f.likely(o.Today)
	return f, nil
}

// blank makes the form of a file that has nothing in it yet.
func (f *Form) blank() (err error) {
	if f.role.Markdown && f.role.Schema != "" {
		f.data = []byte(doc.Fence + "\n" + doc.Fence + "\n")
	}
	if f.file, err = rewrite.Read(f.role.Schema, f.role.Markdown, f.data); err != nil {
		return err
	}
	return f.build()
}

func (b *builder) newRole(kind, in string) (layout.Role, bool) {
	switch kind {
	case "initiative":
		return layout.Role{Schema: kind, Markdown: true, Plan: in}, b.x.Plan(in) != nil
	case "chapter":
		return layout.Role{Markdown: true}, true
	case "plan":
		return layout.Role{Schema: kind}, true
	}
	if at, is := folders[kind]; is {
		return layout.Role{Schema: kind, Markdown: at.ext == ".md"}, true
	}
	file, is := single[kind]
	return layout.Role{Schema: kind}, is && !b.p.Tree.Exists(file)
}

func (b *builder) nameField(kind string) *Field {
	f := &Field{Path: Name, Kind: Line, Label: b.in("Namn i adresser", "Name in addresses"),
		Help: "Små bokstäver a–z, siffror och bindestreck. Lämna tomt, så görs det av titeln. Det kan inte ändras när det har publicerats."}
	if kind == "plan" {
		f.Help = "Bara för en plan utan år. " + f.Help
	}
	return f
}

// likely fills in what a new thing most likely is; all of it can be changed.
func (f *Form) likely(today model.Date) {
	values := map[string]string{}
	switch f.Kind {
	case "initiative":
		time := f.b.x.Plan(f.fresh.in).Time()
		values["status"] = "planned"
		if time.From.Given() {
			values["period.from"] = time.From.V.First().String()
		}
		if time.To.Given() {
			values["period.to"] = time.To.V.Last().String()
		}
	case "plan":
		values["scope"], values["status"] = "regional", "draft"
		if !today.IsZero() {
			values["year"] = strconv.Itoa(today.Year + 1)
		}
	case "results":
		values["status"] = "draft"
	case "review":
		values["date"] = today.String()
		if c := f.b.x.Content.Config; c != nil {
			values["by"] = c.Publisher.V
		}
	case "area":
		values["order"] = strconv.Itoa(len(f.b.x.Content.Areas) + 1)
	}
	each(f.Fields, func(field *Field) {
		if v := values[field.Path]; v != "" {
			field.Value = v
		}
	})
}

// named gives a new file its name: by what was asked for, else by its title. It is "" as
// long as neither is there; it never is that of a file that is there.
func (f *Form) named() error {
	if f.fresh == nil || single[f.Kind] != "" {
		return nil
	}
	name := blank.Slug(input.Text(f.valueOf(Name)))
	switch {
	case f.Kind == "review":
		name = firstYear(f.valueOf("date"))
	case name != "":
	case f.Kind == "plan" && f.valueOf("year") != "":
		name = firstYear(f.valueOf("year"))
	case f.Kind == "results":
		name = years(f.valueOf("period.from"), f.valueOf("period.to"))
	case f.Kind == "chapter":
		name = blank.Slug(heading(f.valueOf(Body)))
	}
	if name == "" {
		name = blank.Slug(f.valueOf("title"))
	}
	f.File = ""
	if name == "" {
		return nil
	}
	f.File = f.fileOf(name)
	if f.b.p.Tree.Exists(f.File) { // most likely the same, sent once more
		return fmt.Errorf("%w: %s", ErrThere, f.File)
	}
	return nil
}

// Folder is the folder in which the form's file lies, or will.
func (f *Form) Folder() string {
	if f.File != "" {
		return path.Dir(f.File)
	}
	return path.Dir(f.fileOf("1000"))
}

func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	return name + "-" + strconv.Itoa(n)
}

func (f *Form) fileOf(name string) string {
	switch f.Kind {
	case "initiative":
		return path.Join("plans", f.fresh.in, name+".md")
	case "plan":
		return path.Join("plans", name, "plan.yaml")
	}
	at := folders[f.Kind]
	return path.Join(at.dir, name+at.ext)
}

// valueOf is what has been filled in in the field of a path.
func (f *Form) valueOf(path string) string {
	value := ""
	each(f.Fields, func(field *Field) {
		if field.Path == path {
			value = input.Text(field.Value)
		}
	})
	return value
}

// firstYear is the year that a date begins with, "" where there is none.
func firstYear(date string) string {
	year, _, _ := strings.Cut(date, "-")
	if len(year) != len("2025") || !doc.IsWhole(year) {
		return ""
	}
	return year
}

// years names a period by its years.
func years(from, to string) string {
	from, to = firstYear(from), firstYear(to)
	if from == "" || to == "" || from == to {
		return from
	}
	return from + "-" + to
}

// heading is the text of the first heading of a chapter.
func heading(s string) string {
	for line := range strings.Lines(s) {
		if title, is := strings.CutPrefix(line, "# "); is {
			return strings.TrimSpace(title)
		}
	}
	return ""
}

// beside gives the other files that a new one changes: the agreement names its chapters.
func (f *Form) beside() (map[string][]byte, error) {
	if f.fresh == nil || f.Kind != "chapter" || f.File == "" {
		return nil, nil
	}
	data, err := f.b.p.Tree.Read(layout.Agreement)
	if err != nil {
		return nil, err
	}
	agreement, err := rewrite.Read("agreement", false, data)
	if err != nil {
		return nil, err
	}
	if agreement.Root == nil {
		return nil, rewrite.ErrForm
	}
	all := rewrite.Of(agreement.Root)
	entry := &rewrite.Value{Kind: yaml.MappingNode, Fields: []rewrite.Field{{Name: "file", Value: rewrite.Text(nil, strings.TrimPrefix(f.File, "agreement/"))}}}
	list := &rewrite.Value{Kind: yaml.SequenceNode, Items: []*rewrite.Value{entry}}
	at := slices.IndexFunc(all.Fields, func(f rewrite.Field) bool { return f.Name == "chapters" })
	if at < 0 {
		all.Fields = append(all.Fields, rewrite.Field{Name: "chapters", Value: list})
	} else {
		chapters := rewrite.Of(all.Fields[at].Value.Was)
		if chapters.Kind != yaml.SequenceNode {
			return nil, rewrite.ErrForm
		}
		chapters.Items = append(chapters.Items, entry)
		all.Fields[at].Value = chapters
	}
	text, err := agreement.With(all, nil)
	return map[string][]byte{layout.Agreement: text}, err
}
