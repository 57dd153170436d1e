package form

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/blank"
	"samsyn/internal/doc"
	"samsyn/internal/form/called"
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

// paths are where the files of a kind lie; PLAN and NAME are told of each. Of those without
// a NAME or a PLAN a content may have one, and may lack it.
var paths = map[string]string{
	"initiative": "plans/PLAN/NAME.md",
	"plan":       "plans/NAME/plan.yaml",
	"area":       "agreement/areas/NAME.md",
	"chapter":    "agreement/text/NAME.md",
	"indicator":  "agreement/indicators/NAME.yaml",
	"resource":   "agreement/resources/NAME.md",
	"results":    "agreement/results/NAME.md",
	"review":     "agreement/reviews/NAME.md",
	"calendar":   "agreement/calendar.yaml",
	"places":     "agreement/places.yaml",
	"signatures": "agreement/signatures.yaml",
	"strategies": "agreement/strategies.yaml",
}

// single tells whether a content may have one file of a kind.
func single(kind string) bool { return !strings.Contains(paths[kind], "NAME") }

// pathOf is the path of a new file: plan is where an initiative belongs.
func pathOf(kind, plan, name string) string {
	return strings.NewReplacer("PLAN", plan, "NAME", name).Replace(paths[kind])
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
		if single(kind) && p.Tree.Exists(paths[kind]) {
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
	if single(kind) {
		return b.names.In(called.Alone[kind].SV, called.Alone[kind].EN)
	}
	return schema.Capital(b.words.Noun(kind, b.language).One)
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
	f := &Form{Kind: kind, opened: opened{role: role, b: b, fresh: true}}
	b.form = f
	if single(kind) {
		f.File = paths[kind]
	}
	if err := f.blank(); err != nil {
		return nil, err
	}
	f.Title = b.kind(kind)
	if !single(kind) && kind != "review" {
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

// newRole is what a new file of a kind is for; ok is false where there can be none.
func (b *builder) newRole(kind, in string) (role layout.Role, ok bool) {
	file := pathOf(kind, in, "NAME")
	switch {
	case kind == "chapter":
		return layout.Role{Markdown: true}, true
	case kind == "initiative" && b.x.Plan(in) == nil, single(kind) && b.p.Tree.Exists(file):
		return layout.Role{}, false
	}
	return layout.Layout{}.Role(file)
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
		time := f.b.x.Plan(f.role.Plan).Time()
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
	for path, value := range values {
		if field := f.at(path); field != nil && value != "" {
			field.Value = value
		}
	}
}

// named gives a new file its name: by what was asked for, else by its title. It is "" as
// long as neither is there; it never is that of a file that is there.
func (f *Form) named() error {
	if !f.fresh || single(f.Kind) {
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
		name = blank.Slug(called.Heading(f.valueOf(Body)))
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
	return path.Dir(f.nameless())
}

// fileOf is the path of the form's file, if that is new and so called.
func (f *Form) fileOf(name string) string { return pathOf(f.Kind, f.role.Plan, name) }

// valueOf is what has been filled in in the field of a path.
func (f *Form) valueOf(path string) string {
	if field := f.at(path); field != nil {
		return input.Text(field.Value)
	}
	return ""
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

// beside gives the other files that a new one changes: the agreement names its chapters.
func (f *Form) beside() (map[string][]byte, error) {
	if !f.fresh || f.Kind != "chapter" || f.File == "" {
		return nil, nil
	}
	data, err := f.b.p.Tree.Read(layout.Agreement)
	if err != nil {
		return nil, err
	}
	entry := rewrite.Entry(rewrite.Field{Name: "file", Value: rewrite.Text(nil, strings.TrimPrefix(f.File, "agreement/"))})
	text, err := rewrite.Append("agreement", false, data, "chapters", entry)
	return map[string][]byte{layout.Agreement: text}, err
}
