package form

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"samsyn/internal/project"
	"samsyn/internal/source"
	"samsyn/schema"
)

// Choices lists what of some kinds there is to choose from in a content, by its titles.
func Choices(p *project.Project, kinds []string, o Options) ([]Pick, error) {
	b, err := newBuilder(p, o)
	if err != nil {
		return nil, err
	}
	return b.listOf(kinds), nil
}

// chosen lists what may be chosen for a value, nil where it is written freely.
func (b *builder) chosen(t *schema.Type) []Pick {
	switch {
	case t.Enum != nil:
		picks := make([]Pick, 0, len(t.Enum))
		for _, e := range t.Enum {
			picks = append(picks, Pick{Value: e, Label: b.label(t.Labels[e])})
		}
		return picks
	case t.Reference != nil:
		return b.things(t.Reference)
	case t.Allows("integer") && !t.Allows("number") && !t.Allows("string") && t.Min != nil && t.Max != nil && *t.Max-*t.Min < 20:
		var picks []Pick
		for n := int(*t.Min); n <= int(*t.Max); n++ {
			picks = append(picks, Pick{Value: strconv.Itoa(n), Label: strconv.Itoa(n)})
		}
		return picks
	}
	return nil
}

// with adds to what may be chosen what stands there without being among it, so that it
// is not lost.
func (b *builder) with(picks []Pick, values ...string) []Pick {
	for _, v := range values {
		if v != "" && !slices.ContainsFunc(picks, func(p Pick) bool { return p.Value == v }) {
			picks = append(picks, Pick{Value: v, Label: b.in("”"+v+"” (finns inte)", "“"+v+"” (does not exist)")})
		}
	}
	return picks
}

// things lists what identifiers of some kinds name, by their titles. They are the same
// for every field that refers to these kinds, measures apart.
func (b *builder) things(kinds []string) []Pick {
	if slices.Contains(kinds, "measure") {
		return slices.Clone(b.measures)
	}
	key := strings.Join(kinds, " ")
	if _, listed := b.listed[key]; !listed {
		b.listed[key] = b.listOf(kinds)
	}
	return slices.Clip(b.listed[key])
}

// listOf lists what identifiers of some kinds name, in the order of the content, or else
// of the alphabet.
func (b *builder) listOf(kinds []string) []Pick {
	picks := []Pick{}
	for _, kind := range kinds {
		group := ""
		if len(kinds) > 1 {
			group = schema.Capital(b.words.Noun(strings.ReplaceAll(kind, "municipality", "party"), b.language).Many)
		}
		for _, p := range b.ofKind(kind) {
			p.Group = cmp.Or(p.Group, group)
			if !slices.ContainsFunc(picks, func(q Pick) bool { return q.Value == p.Value }) {
				picks = append(picks, p)
			}
		}
	}
	return distinct(picks)
}

// distinct tells apart what has the same title: by the heading that it stands under, which
// is not seen once it is chosen, or by its identifier.
func distinct(picks []Pick) []Pick {
	alike, within := map[string]int{}, map[string]int{}
	for _, p := range picks {
		alike[p.Label]++
		within[p.Group+"\x00"+p.Label]++
	}
	for i, p := range picks {
		switch {
		case within[p.Group+"\x00"+p.Label] > 1:
			picks[i].Label += " (" + p.Value + ")"
		case alike[p.Label] > 1 && p.Group != "":
			picks[i].Label += " (" + p.Group + ")"
		}
	}
	return picks
}

func (b *builder) ofKind(kind string) []Pick {
	switch kind {
	case "cooperation-area", "sub-goal", "area":
		return b.agreed(kind)
	case "initiative":
		var picks []Pick
		for _, p := range slices.Backward(b.x.Content.Plans) {
			for _, i := range p.Initiatives {
				picks = append(picks, b.gone(Pick{i.FullID(), i.Title.V, p.Title.V}, i.Withdrawn.Given()))
			}
		}
		return picks
	}
	var picks []Pick
	for _, id := range b.x.Known(kind) {
		picks = append(picks, b.gone(Pick{Value: id, Label: cmp.Or(b.x.Name(kind, id).Full, id)}, b.x.Withdrawn(kind, id).Given()))
	}
	collator := collate.New(language.Swedish, collate.IgnoreCase)
	slices.SortStableFunc(picks, func(p, q Pick) int { return collator.CompareString(p.Label, q.Label) })
	return picks
}

// agreed lists areas, or their sub-goals or cooperation areas under them.
func (b *builder) agreed(kind string) []Pick {
	var picks []Pick
	for _, a := range b.x.Content.Areas {
		gone := a.Withdrawn.Given()
		switch {
		case kind == "area":
			picks = append(picks, b.gone(Pick{a.ID.V, a.Title.V, ""}, gone))
		case kind == "sub-goal":
			for _, g := range a.SubGoals {
				picks = append(picks, b.gone(Pick{g.ID.V, g.Text.V, a.Title.V}, gone || g.Withdrawn.Given()))
			}
		case len(a.CooperationAreas) == 0:
			picks = append(picks, b.gone(Pick{a.ID.V, a.Title.V, a.Title.V}, gone))
		default:
			for _, c := range a.CooperationAreas {
				picks = append(picks, b.gone(Pick{c.ID.V, c.Text.V, a.Title.V}, gone || c.Withdrawn.Given()))
			}
		}
	}
	return picks
}

// gone says of what has been withdrawn that it has.
func (b *builder) gone(p Pick, withdrawn bool) Pick {
	if withdrawn {
		p.Label += b.in(" (utgått)", " (withdrawn)")
	}
	return p
}

// paths lists the files of the content that a field may name, as seen from the form's
// own file, and not those that are content themselves, chapters apart.
func (b *builder) paths() []Pick {
	const key = "/" // no kind's
	if picks, listed := b.listed[key]; listed {
		return slices.Clip(picks)
	}
	entries, err := b.p.Tree.Entries()
	if err != nil || b.form == nil {
		return []Pick{}
	}
	picks := []Pick{}
	for _, e := range entries {
		role, is := b.names.Role(e.Path)
		if e.State != source.Plain || is && role.Schema != "" {
			continue
		}
		if rel, ok := relative(path.Dir(b.form.File), e.Path); ok && is { // a chapter
			picks = append(picks, Pick{Value: rel, Label: b.names.Of(e.Path) + " (" + rel + ")"})
		} else if ok {
			picks = append(picks, Pick{Value: rel, Label: rel})
		}
	}
	b.listed[key] = picks
	return slices.Clip(picks)
}

// there adds to the files a path that stands in the form and leads to what is there, though
// it is no file of the content's: a logotype beside samsyn.yaml, a folder of certificates.
func (b *builder) there(picks []Pick, path string) []Pick {
	if b.form != nil && path != "" && !slices.ContainsFunc(picks, func(p Pick) bool { return p.Value == path }) && b.p.Tree.Exists(beside(b.form.File, path)) {
		picks = append(picks, Pick{Value: path, Label: path})
	}
	return picks
}

// beside is a path as it is written in a file, from the root of the content.
func beside(file, name string) string { return path.Join(path.Dir(file), name) }

// relative is a path as it is written in a file of a folder; ok is false where it does
// not lie in that folder.
func relative(dir, name string) (string, bool) {
	if dir == "." {
		return name, true
	}
	return strings.CutPrefix(name, dir+"/")
}

// roomy tells whether a text may need several lines.
func roomy(t *schema.Type) bool {
	if t.Reference != nil || t.Pattern == nil || t.Pattern.String() != `\S` {
		return false
	}
	return !slices.ContainsFunc(t.Examples, func(e any) bool {
		s, is := e.(string)
		return is && len(s) < 60
	})
}
