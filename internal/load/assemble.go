package load

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/internal/prose"
	"samsyn/internal/source"
)

// assembly puts the files together into the content.
type assembly struct {
	*run
	content  *model.Content
	findings []diag.Finding
	plans    map[string]*model.Plan
	read     []string // the files that were read, in byte order; once all have been
}

func (a *assembly) add(f *file) {
	a.findings = append(a.findings, f.findings...)
	if !f.body.Empty() && !f.unread {
		a.content.Texts = append(a.content.Texts, f.headings())
	}
	a.content.References = append(a.content.References, f.refs...)
	if f.of != "" {
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
	a.content.Identifiers = append(a.content.Identifiers, f.ids...)
	a.thing(f)
}

// declare takes down an identifier that the name of a file or folder gives.
func (a *assembly) declare(kind, id string, at diag.Place) {
	a.content.Identifiers = append(a.content.Identifiers, model.Identifier{Kind: kind, Scope: model.ScopeOf(kind), ID: id, At: at})
}

// names takes down the identifier that a file's name gives, and holds it to the
// form of one.
func (a *assembly) names(f *file) {
	switch f.kind {
	case "":
	case "initiative":
		a.declare(f.kind, f.plan+"/"+f.id, diag.Whole(f.path))
	default:
		a.declare(f.kind, f.id, diag.Whole(f.path))
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
		a.findings = append(a.findings, diag.New("invalid-id", diag.Whole(f.path), diag.Say(
			"Filens namn har en ändelse för mycket. Döp om den till %s.", "The file's name has one ending too many. Rename it to %s.", bare+ending)))
		return
	}
	if name != "" && !slug.MatchString(name) && !f.unread {
		a.findings = append(a.findings, diag.New("invalid-id", diag.Whole(f.path), diag.Say(
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
	case "places":
		return into(f, &model.Places{File: own})
	case "strategies":
		return into(f, &model.Strategies{File: own})
	case "calendar":
		return into(f, &model.Calendar{File: own})
	case "signatures":
		s := into(f, &model.Signatures{File: own})
		if f.root != nil {
			if n := doc.Find(f.root, "signatures", f.bad); n != nil {
				s.SignaturesAt = f.locator.Place(n)
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
	case "results":
		return into(f, &model.Results{File: own, ID: id, Body: f.body})
	case "plan":
		return into(f, &model.Plan{File: own, ID: id})
	case "initiative":
		return into(f, &model.Initiative{File: own, Body: f.body})
	}
	return nil
}

func into[T any](f *file, thing *T) *T {
	if f.root != nil {
		decoder{Locator: f.locator, bad: f.bad}.decode(f.root, thing)
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
	case *model.Places:
		c.Places = t
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
	case *model.Results:
		c.Results = append(c.Results, t)
	case *model.Review:
		c.Reviews = append(c.Reviews, t)
	case *model.Resource:
		c.Resources = append(c.Resources, t)
	case *model.Plan:
		p := a.plan(f.plan)
		initiatives := p.Initiatives
		*p = *t
		p.Initiatives = initiatives
	case *model.Initiative:
		i := *t // a file may be a part of several contents
		i.Plan = a.plan(f.plan)
		i.Plan.Initiatives = append(i.Plan.Initiatives, &i)
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
	n = doc.Target(n)
	switch n.Kind {
	case yaml.ScalarNode:
		into[at] = n.Value
	case yaml.MappingNode:
		for p := range doc.Pairs(n) {
			flatten(p.Value, strings.TrimPrefix(at+"/"+doc.Target(p.Key).Value, "/"), into)
		}
	case yaml.SequenceNode:
		for i, item := range n.Content {
			name := itoa(i)
			if id := doc.Find(item, "id", nil); id != nil {
				name = doc.Target(id).Value
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
	a.posing()
	a.orderChapters()
	a.unreadNumbers()
}

// requiredFiles are those that no content does without, beside the marker.
var requiredFiles = map[string]bool{agreementFile: true, "agreement/parties.yaml": true, "agreement/organisation.yaml": true}

func (a *assembly) required() {
	missing := func(file string) {
		if other := a.misnamed(file); other != "" {
			a.findings = append(a.findings, diag.New("missing-field", diag.Whole(file), diag.Say(
				"Filen %[1]s saknas. Är det %[2]s: döp om den till %[3]s.", "The file %[1]s is missing. If it is %[2]s, rename that to %[3]s.", file, other, path.Base(file))))
			return
		}
		a.findings = append(a.findings, diag.New("missing-field", diag.Whole(file), diag.Say(
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
			a.declare("plan", p.ID.V, p.ID.At)
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
