package load

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/source"
)

// assembly puts the files together into the content.
type assembly struct {
	*run
	content  *model.Content
	findings *diag.List
	plans    map[string]*model.Plan
	declared map[declaration]bool // what has been met so far
	read     []string             // the files that were read, in byte order; once all have been
}

// declaration is an identifier of a kind.
type declaration struct{ kind, id string }

func (a *assembly) add(f *file) {
	a.findings.Add(f.findings...)
	if !f.body.Empty() && !f.unread {
		a.content.Texts = append(a.content.Texts, f.headings())
	}
	if f.of != "" {
		a.refer(f)
		a.translation(f)
		return
	}
	if f.unread {
		for _, kind := range declares(f.schema) {
			a.content.Unread[kind] = true
		}
	}
	for kind := range f.lost {
		a.content.Unread[kind] = true
	}
	a.content.Refused = append(a.content.Refused, f.refused...)
	a.names(f)
	a.declare(f.ids...)
	a.refer(f)
	a.thing(f)
}

// refer takes over what a file refers to, but for what has been met: nearly all of a
// plan refers to what the agreement has declared, and there is much of it.
func (a *assembly) refer(f *file) {
	if f.refs.List = slices.Clone(slices.DeleteFunc(f.refs.List, a.met)); len(f.refs.List) > 0 {
		a.content.References = append(a.content.References, f.refs)
	}
}

// met tells whether what a reference leads to has been declared.
func (a *assembly) met(r model.Reference) bool {
	for _, kind := range *r.Kinds {
		if a.declared[declaration{kind, r.ID}] {
			return true
		}
	}
	return false
}

// declare takes over the identifiers of a file's fields and name. A measure is one
// of its initiative alone.
func (a *assembly) declare(ids ...model.Identifier) {
	for _, id := range ids {
		if id.Kind != "measure" {
			a.declared[declaration{id.Kind, id.ID}] = true
		}
	}
	a.content.Identifiers = append(a.content.Identifiers, ids...)
}

// names takes down the identifier that a file's name gives, and holds it to the
// form of one.
func (a *assembly) names(f *file) {
	if f.kind != "" && f.kind != "initiative" { // those are told by their plans
		a.declare(model.Identifier{Kind: f.kind, Scope: model.ScopeOf(f.kind), ID: f.id, At: diag.Whole(f.path)})
	}
	name := f.id
	if f.schema == "" {
		name = strings.TrimSuffix(path.Base(f.path), ".md")
	}
	if bare := stem(name); bare != name && slug.MatchString(bare) && !f.unread {
		ending := path.Ext(f.path)
		if f.schema == "" {
			ending = ".md"
		}
		a.findings.Add(diag.New("invalid-id", diag.Whole(f.path), diag.Tell(
			"Filens namn har en ändelse för mycket. Döp om den till %s.", "The file's name has one ending too many. Rename it to %s.", bare+ending)))
		return
	}
	if name != "" && !slug.MatchString(name) && !f.unread {
		a.findings.Add(diag.New("invalid-id", diag.Whole(f.path), diag.Tell(
			"Namnet ”%[1]s” blir en beteckning och får bara bestå av små bokstäver a–z, siffror och bindestreck. Döp om det, till exempel till %[2]s.",
			"The name “%[1]s” becomes an identifier and may hold only small letters a–z, digits and hyphens. Rename it, for example to %[2]s.",
			clip(name), cmp.Or(slugged(clip(name)), "ett-annat-namn"))))
	}
}

// made is the model's thing of a file, with what could be taken of its fields.
func (f *file) made() any {
	id, own := model.Text{V: f.id, At: diag.Whole(f.path)}, model.File{Path: f.path, Broken: f.broken()}
	switch f.schema {
	case "":
		return &model.Chapter{File: own, Name: strings.TrimSuffix(path.Base(f.path), ".md"), Body: f.body}
	case "samsyn":
		return into(f, &model.Config{File: own})
	case "agreement":
		return into(f, &model.Agreement{File: own})
	case "parties":
		return into(f, &model.Parties{File: own})
	case "organisation":
		return into(f, &model.Organisation{File: own})
	case "strategies":
		return into(f, &model.Strategies{File: own})
	case "calendar":
		return into(f, &model.Calendar{File: own})
	case "signatures":
		s := into(f, &model.Signatures{File: own})
		if f.root != nil {
			if n := find(f.root, "signatures", f.bad); n != nil {
				s.SignaturesAt = f.locator.place(n)
			}
		}
		return s
	case "area":
		return into(f, &model.Area{File: own, ID: id, Body: f.body})
	case "indicator":
		return into(f, &model.Indicator{File: own, ID: id})
	case "review":
		return into(f, &model.Review{File: own, ID: id, Body: f.body})
	case "resource":
		return into(f, &model.Resource{File: own, ID: id, Body: f.body})
	case "plan":
		return into(f, &model.Plan{File: own, ID: id})
	case "initiative":
		return into(f, model.NewInitiative(own, f.body))
	}
	return nil
}

func into[T any](f *file, thing *T) *T {
	if f.root != nil {
		decoder{locator: f.locator, bad: f.bad}.decode(f.root, thing)
	}
	return thing
}

// thing gives the model's thing of a file its place in the content.
func (a *assembly) thing(f *file) {
	c := a.content
	switch t := f.thing.(type) {
	case *model.Chapter:
		c.Chapters = append(c.Chapters, t)
	case *model.Config:
		c.Config = t
	case *model.Agreement:
		c.Agreement = t
	case *model.Parties:
		c.Parties = t
	case *model.Organisation:
		c.Organisation = t
	case *model.Strategies:
		c.Strategies = t
	case *model.Calendar:
		c.Calendar = t
	case *model.Signatures:
		c.Signatures = t
	case *model.Area:
		c.Areas = append(c.Areas, t)
	case *model.Indicator:
		c.Indicators = append(c.Indicators, t)
	case *model.Review:
		c.Reviews = append(c.Reviews, t)
	case *model.Resource:
		c.Resources = append(c.Resources, t)
	case *model.Plan:
		p := a.plan(f.plan)
		t.Initiatives = p.Initiatives
		*p = *t
	case *model.Initiative:
		t.Plan = a.plan(f.plan)
		t.Plan.Initiatives = append(t.Plan.Initiatives, t)
	}
}

// plan gives the plan of a folder, before or after its own file has been met.
func (a *assembly) plan(folder string) *model.Plan {
	if a.plans == nil {
		a.plans = map[string]*model.Plan{}
	}
	p := a.plans[folder]
	if p == nil {
		file := path.Join("plans", folder, "plan.yaml")
		p = &model.Plan{File: model.File{Path: file, Broken: true}, ID: model.Text{V: folder, At: diag.Whole(file)}}
		a.plans[folder] = p
		a.content.Plans = append(a.content.Plans, p)
	}
	return p
}

func (a *assembly) translation(f *file) {
	a.content.Translations = append(a.content.Translations, &model.Translation{
		File: model.File{Path: f.path, Broken: f.broken()}, Of: f.of, Language: f.language, Fields: f.texts, Body: f.body})
}

// flatten lists a translation's texts by their path. A thing in a list goes by
// its identifier, or its number where it has none.
func flatten(n *yaml.Node, at string, into map[string]string) {
	n = target(n)
	switch n.Kind {
	case yaml.ScalarNode:
		into[at] = n.Value
	case yaml.MappingNode:
		for p := range pairs(n) {
			flatten(p.value, strings.TrimPrefix(at+"/"+target(p.key).Value, "/"), into)
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			name := itoa(i)
			if id := find(item, "id", nil); id != nil {
				name = target(id).Value
			}
			flatten(item, at+"/"+name, into)
		}
	}
}

// finish looks at the repository as a whole: what must be there, and what
// nothing reads.
func (a *assembly) finish() {
	c := a.content
	slices.SortStableFunc(c.Areas, order)
	slices.SortStableFunc(c.Plans, func(p, q *model.Plan) int { return strings.Compare(p.ID.V, q.ID.V) })
	a.required()
	a.unexpected()
	a.orderChapters()
	a.unreadNumbers()
}

// requiredFiles are those that no content does without, beside the marker.
var requiredFiles = map[string]bool{agreementFile: true, "agreement/parties.yaml": true, "agreement/organisation.yaml": true}

func (a *assembly) required() {
	missing := func(file string) {
		if other := a.misnamed(file); other != "" {
			a.findings.Add(diag.New("missing-field", diag.Whole(file), diag.Tell(
				"Filen %[1]s saknas. Är det %[2]s: döp om den till %[3]s.", "The file %[1]s is missing. If it is %[2]s, rename that to %[3]s.", file, other, path.Base(file))))
			return
		}
		a.findings.Add(diag.New("missing-field", diag.Whole(file), diag.Tell(
			"Filen %s saknas. Lägg till den.", "The file %s is missing. Add it.", file)))
	}
	listed := func(file string) bool {
		e, there := a.layout.entry(file)
		return there && e.State != source.Odd
	}
	areas := false
	for _, e := range a.layout.entries {
		if e.State == source.Escapes {
			a.content.Outside[prose.Composed(e.Path)] = true
			a.unknown(e.Path)
		}
		if e.State == source.Garbled {
			a.unknown(e.Path)
		}
		areas = areas || path.Dir(e.Path) == "agreement/areas" && path.Ext(e.Path) == ".md"
	}
	for _, f := range slices.Sorted(maps.Keys(requiredFiles)) {
		if !listed(f) {
			missing(f)
			for _, kind := range declares(strings.TrimSuffix(path.Base(f), ".yaml")) {
				a.content.Unread[kind] = true
			}
		}
	}
	if !areas {
		missing("agreement/areas")
		for _, kind := range append(declares("area"), "area") {
			a.content.Unread[kind] = true
		}
	}
	for _, p := range a.content.Plans {
		if !listed(p.Path) {
			missing(p.Path)
			a.declare(model.Identifier{Kind: "plan", Scope: "plan", ID: p.ID.V, At: p.ID.At})
		}
	}
}

// unknown takes down what cannot be known because a file cannot be read.
func (a *assembly) unknown(name string) {
	if r, ok := a.layout.role(name); ok && r.of == "" {
		for _, kind := range append(declares(r.schema), r.kind) {
			a.content.Unread[kind] = true
		}
	}
}

// orderChapters puts the chapters in the order in which the agreement has them.
func (a *assembly) orderChapters() {
	if a.content.Agreement == nil {
		return
	}
	place := map[string]int{}
	for i, c := range a.content.Agreement.Chapters {
		if c.File.Given() {
			place[path.Join("agreement", c.File.V)] = i
		}
	}
	slices.SortStableFunc(a.content.Chapters, func(x, y *model.Chapter) int { return place[x.Path] - place[y.Path] })
}
