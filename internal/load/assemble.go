package load

import (
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// assembly puts the files together into the content.
type assembly struct {
	*run
	content  *model.Content
	findings []diag.Finding
	plans    map[string]*model.Plan
}

func (a *assembly) add(f *file) {
	a.findings = append(a.findings, f.findings...)
	if f.body != nil && !f.unread {
		a.content.Texts = append(a.content.Texts, f.headings())
	}
	if f.of != "" {
		a.content.References = append(a.content.References, f.refs...)
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
	if f.root != nil {
		f.refused(f.meant, a.content.Refused)
	}
	a.names(f)
	a.content.Identifiers = append(a.content.Identifiers, f.ids...)
	a.content.References = append(a.content.References, f.refs...)
	a.thing(f)
}

// names takes down the identifier that a file's name gives, and holds it to the
// form of one.
func (a *assembly) names(f *file) {
	if f.kind != "" {
		a.content.Identifiers = append(a.content.Identifiers,
			model.Identifier{Kind: f.kind, Scope: model.ScopeOf(f.kind), ID: f.fullID(), At: diag.Whole(f.path)})
	}
	name := f.id
	if f.schema == "" {
		name = strings.TrimSuffix(path.Base(f.path), ".md")
	}
	if name != "" && !slug.MatchString(name) && !f.unread {
		a.findings = append(a.findings, diag.New("invalid-id", diag.Whole(f.path), diag.Say(
			"Namnet ”%s” blir en beteckning och får bara bestå av små bokstäver a–z, siffror och bindestreck. Döp om %s.",
			"The name “%s” becomes an identifier and may hold only small letters a–z, digits and hyphens. Rename %s.",
			clip(name), path.Base(f.path))))
	}
}

// thing makes the model's thing of a file.
func (a *assembly) thing(f *file) {
	c, id := a.content, model.Text{V: f.id, At: diag.Whole(f.path)}
	own := model.File{Path: f.path, Broken: f.broken()}
	switch f.schema {
	case "":
		c.Chapters = append(c.Chapters, &model.Chapter{File: own, Name: strings.TrimSuffix(path.Base(f.path), ".md"), Body: f.body})
	case "samsyn":
		c.Config = into(a, f, &model.Config{File: own})
	case "agreement":
		c.Agreement = into(a, f, &model.Agreement{File: own})
	case "parties":
		c.Parties = into(a, f, &model.Parties{File: own})
	case "organisation":
		c.Organisation = into(a, f, &model.Organisation{File: own})
	case "strategies":
		c.Strategies = into(a, f, &model.Strategies{File: own})
	case "calendar":
		c.Calendar = into(a, f, &model.Calendar{File: own})
	case "signatures":
		c.Signatures = into(a, f, &model.Signatures{File: own})
		if f.root != nil {
			if n := find(f.root, "signatures", f.bad); n != nil {
				c.Signatures.SignaturesAt = f.locator.place(n)
			}
		}
	case "area":
		c.Areas = append(c.Areas, into(a, f, &model.Area{File: own, ID: id, Body: f.body}))
	case "indicator":
		c.Indicators = append(c.Indicators, into(a, f, &model.Indicator{File: own, ID: id}))
	case "review":
		c.Reviews = append(c.Reviews, into(a, f, &model.Review{File: own, ID: id, Body: f.body}))
	case "resource":
		c.Resources = append(c.Resources, into(a, f, &model.Resource{File: own, ID: id, Body: f.body}))
	case "plan":
		p := a.plan(f.plan)
		initiatives := p.Initiatives
		*p = *into(a, f, &model.Plan{File: own, ID: id})
		p.Initiatives = initiatives
	case "initiative":
		p := a.plan(f.plan)
		p.Initiatives = append(p.Initiatives, into(a, f, &model.Initiative{File: own, Plan: p, ID: id, Body: f.body}))
	}
}

func into[T any](a *assembly, f *file, thing *T) *T {
	a.decode(f.path, thing)
	return thing
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
	t := &model.Translation{File: model.File{Path: f.path, Broken: f.broken()}, Of: f.of, Language: f.language,
		Fields: map[string]string{}, Body: f.body}
	if f.root != nil {
		flatten(f.root, "", t.Fields)
	}
	a.content.Translations = append(a.content.Translations, t)
}

// flatten lists a translation's texts by their path. A thing in a list goes by
// its identifier, or its number where it has none.
func flatten(n *yaml.Node, at string, into map[string]string) {
	n = target(n)
	switch n.Kind {
	case yaml.ScalarNode:
		into[at] = n.Value
	case yaml.MappingNode:
		for _, p := range pairs(n) {
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
func (a *assembly) finish(entries []source.Entry) {
	c := a.content
	slices.SortStableFunc(c.Areas, order)
	slices.SortStableFunc(c.Plans, func(p, q *model.Plan) int { return strings.Compare(p.ID.V, q.ID.V) })
	a.required(entries)
	a.unexpected(entries)
	a.orderChapters()
}

func (a *assembly) required(entries []source.Entry) {
	missing := func(file string) {
		a.findings = append(a.findings, diag.New("missing-field", diag.Whole(file), diag.Say(
			"Filen %s saknas. Lägg till den.", "The file %s is missing. Add it.", file)))
	}
	listed := map[string]bool{}
	areas := false
	for _, e := range entries {
		listed[e.Path] = true
		areas = areas || path.Dir(e.Path) == "agreement/areas" && path.Ext(e.Path) == ".md"
	}
	for _, f := range []string{agreementFile, "agreement/parties.yaml", "agreement/organisation.yaml"} {
		if !listed[f] {
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
		if !listed[p.Path] {
			missing(p.Path)
			a.content.Identifiers = append(a.content.Identifiers,
				model.Identifier{Kind: "plan", Scope: "plan", ID: p.ID.V, At: p.ID.At})
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
