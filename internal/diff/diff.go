// Package diff tells what changed between two versions of the content, in the
// words of those who wrote it: an initiative was moved, its owner changed, a
// sub-goal was reworded. How the files are laid out is no change.
package diff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/diff/reword"
	"samsyn/internal/model"
	"samsyn/schema"
)

// Kind says what happened to a thing.
type Kind string

const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Changed Kind = "changed"
	Moved   Kind = "moved"   // to another parent: another cooperation area, another area
	Renamed Kind = "renamed" // another title, or another identifier for the same content
)

// Change is one thing that happened, and one field of it where it is a change.
type Change struct {
	Kind  Kind   `json:"kind"`
	Thing string `json:"thing"` // initiative, cooperation-area, …
	ID    string `json:"id"`    // as the new version has it, or the old one where removed
	Title string `json:"title"` // likewise
	Field string `json:"field"` // in dots, as in the files: follow_up.method
	// Old and New are the values as the files have them; a list's values stand
	// on a line each.
	Old string `json:"old"`
	New string `json:"new"`
	// Signed says that the parties have put their names to what changed.
	Signed bool `json:"-"`
	// Affected says what else the change touches, "" where nothing.
	Affected diag.Text `json:"-"`
	// File is where the thing stands in the new version, or stood in the old one.
	File string `json:"-"`
	// Sentence tells the change as a secretary would. Of a reworded text it says how the
	// changed places read before and how they read now.
	Sentence diag.Text        `json:"-"`
	reworded reword.Rewording // nothing where no text was reworded
	kinds    *schema.Words    // what kinds of things are called in the content
}

// Begins tells whether changes are those by which a content came to be. What it had
// in it was no news: the parties may have decided on it long before.
func Begins(changes []Change) bool {
	return slices.ContainsFunc(changes, func(c Change) bool { return c.Thing == "agreement" && c.Kind == Added })
}

// Contents tells how the content was changed from one version to another; an
// empty list says that nothing changed in substance. Either may be nil. The
// changes stand in the order of the newer version, what was removed last within
// its kind.
func Contents(old, new *model.Content) []Change {
	a, b := apart(old, new)
	alone := old == nil || new == nil
	return compare(snapshot(old, a, alone), snapshot(new, b, alone))
}

// Plans tells how the later of two plans differs from the earlier one: initiatives
// are the same where the later one continues the earlier one, or has its name.
// What differs from year to year by nature (reports, due dates, decisions) is
// left out. Each plan is read in the words of its own content.
func Plans(oldContent *model.Content, old *model.Plan, newContent *model.Content, new *model.Plan) []Change {
	before, after := withoutReports(planSnapshot(oldContent, old)), withoutReports(planSnapshot(newContent, new))
	follow(before, after)
	return compare(before, after)
}

// compare matches things of two versions and tells how they differ.
func compare(old, new []*thing) []Change {
	unique(old)
	unique(new)
	m := match(old, new)
	var changes []Change
	for i, t := range new {
		switch b := m.before[t]; {
		case b != nil:
			if b.id != t.id && t.within == "" {
				changes = append(changes, renaming(b, t))
			}
			changes = append(changes, differences(b, t)...)
		case !m.told(t):
			changes = append(changes, addition(t))
		}
		if i+1 == len(new) || new[i+1].kind != t.kind {
			changes = append(changes, m.removals(t.kind)...)
		}
	}
	for _, t := range old { // kinds of which nothing is left
		changes = append(changes, m.removals(t.kind)...)
	}
	for i := range changes {
		c := &changes[i]
		c.Sentence, c.Affected = harmless(c.Sentence), harmless(c.Affected)
		c.reworded.What = harmless(c.reworded.What)
	}
	return changes
}

// unique tells things apart that by mistake bear the same identifier.
func unique(things []*thing) {
	seen := map[string]int{}
	for _, t := range things {
		key := t.key()
		if n := seen[key]; n > 0 {
			t.local += "~" + strconv.Itoa(n+1)
		}
		seen[key]++
	}
}

// matching says which old thing each new thing was.
type matching struct {
	before map[*thing]*thing
	gone   map[string][]*thing // by kind: those that are no new thing
	lone   map[string]bool     // keys of the things that came or went
}

func match(old, new []*thing) matching {
	m := matching{before: map[*thing]*thing{}, gone: map[string][]*thing{}, lone: map[string]bool{}}
	came, went := m.pair(old, new)
	now := map[string]string{}
	for b, a := range pairRenamed(went, came) {
		m.before[b] = a
		now[a.key()] = b.key()
	}
	for _, t := range old { // what is a part of a thing goes with it
		if key, ok := now[t.within]; ok {
			t.within = key
		}
	}
	m.pair(old, new)
	matched := map[*thing]bool{}
	for _, t := range new {
		if b := m.before[t]; b != nil {
			matched[b] = true
		} else {
			m.lone[t.key()] = true
		}
	}
	for _, t := range old {
		if !matched[t] {
			m.gone[t.kind] = append(m.gone[t.kind], t)
			m.lone[t.key()] = true
		}
	}
	return m
}

// pair matches what has the same key, and returns the things that have no match.
func (m matching) pair(old, new []*thing) (came, went []*thing) {
	byKey := map[string]*thing{}
	for _, t := range old {
		byKey[t.key()] = t
	}
	matched := map[*thing]bool{}
	for _, t := range new {
		if m.before[t] == nil {
			m.before[t] = byKey[t.key()]
		}
		if b := m.before[t]; b != nil {
			matched[b] = true
		} else {
			came = append(came, t)
		}
	}
	for _, t := range old {
		if !matched[t] {
			went = append(went, t)
		}
	}
	return came, went
}

// told says that a thing is a part of one that came or went itself, which says
// enough.
func (m matching) told(t *thing) bool { return t.within != "" && m.lone[t.within] }

// removals tells what is gone of a kind, once.
func (m matching) removals(kind string) []Change {
	var changes []Change
	for _, t := range m.gone[kind] {
		if !m.told(t) {
			changes = append(changes, removal(t))
		}
	}
	delete(m.gone, kind)
	return changes
}

// pairRenamed finds the new things that are old ones under another identifier:
// one continues the other, or the content is the same, or the title is. It pairs
// only where there is no choice, so that the way back gives the same pairs.
func pairRenamed(went, came []*thing) map[*thing]*thing {
	pairs := map[*thing]*thing{}
	taken := map[*thing]bool{}
	for _, marks := range []func(t *thing, old bool) []string{
		func(t *thing, old bool) []string { // which continues which
			if old {
				return []string{"<" + t.id, ">" + t.continues}
			}
			return []string{"<" + t.continues, ">" + t.id}
		},
		func(t *thing, _ bool) []string { return []string{"=" + t.content} },
		func(t *thing, _ bool) []string { return []string{"=" + t.title.SV} },
	} {
		group := func(things []*thing, old bool) map[string][]*thing {
			groups := map[string][]*thing{}
			for _, t := range things {
				for _, mark := range marks(t, old) {
					if !taken[t] && t.renamable && t.within == "" && len(mark) > 1 {
						groups[t.kind+mark] = append(groups[t.kind+mark], t)
					}
				}
			}
			return groups
		}
		before, after := group(went, true), group(came, false)
		choices := func(t *thing, old bool, among map[string][]*thing) (n int) {
			for _, mark := range marks(t, old) {
				n += len(among[t.kind+mark])
			}
			return n
		}
		for mark, bs := range after {
			if as := before[mark]; len(as) == 1 && len(bs) == 1 && choices(as[0], true, after) == 1 && choices(bs[0], false, before) == 1 {
				pairs[bs[0]], taken[as[0]], taken[bs[0]] = as[0], true, true
			}
		}
	}
	return pairs
}

// differences tells how a thing changed, field by field.
func differences(old, new *thing) []Change {
	var changes []Change
	if old.title.SV != new.title.SV && new.renamable && new.titleField != "" {
		changes = append(changes, titled(old, new))
	}
	if old.parent.raw != new.parent.raw {
		changes = append(changes, moving(old, new))
	}
	for _, name := range fieldNames(old, new) {
		a, b := old.field(name), new.field(name)
		if a.order || b.order {
			a.values, b.values = shared(a.values, b.values), shared(b.values, a.values)
		}
		if a.form() == b.form() {
			continue
		}
		for _, c := range (change{a, b}).told(new.kind) {
			changes = append(changes, alteration(old, new, c.new.name, c.old, c.new))
		}
	}
	return changes
}

// shared gives what a has that b has too, in the order of a.
func shared(a, b []value) []value { return without(a, without(a, b)) }

// fieldNames lists the fields of both versions, in the order of the newer one.
func fieldNames(old, new *thing) []string {
	var names []string
	for _, t := range []*thing{new, old} {
		for _, f := range t.fields {
			if !slices.Contains(names, f.name) {
				names = append(names, f.name)
			}
		}
	}
	return names
}

func base(kind Kind, old, new *thing) Change {
	t := cmp.Or(new, old)
	return Change{Kind: kind, Thing: t.kind, ID: t.id, Title: cmp.Or(t.bare, t.title.SV), File: t.file, kinds: t.words,
		Signed: t.signed && (old != nil && old.underSignature || new != nil && new.underSignature)}
}

func addition(t *thing) Change {
	c := base(Added, nil, t)
	c.Affected, c.Sentence = t.affected, sayAdded(t)
	return c
}

func removal(t *thing) Change {
	c := base(Removed, t, nil)
	c.Affected, c.Sentence = t.affected, sayRemoved(t)
	return c
}

func titled(old, new *thing) Change {
	c := base(Renamed, old, new)
	c.Field, c.Old, c.New = new.titleField, old.title.SV, new.title.SV
	c.Signed = c.Signed && new.kind != "party" // which parties there are is signed, not what they are called
	c.Sentence = sentence(old.full(), " heter nu %s", " is now called %s", new.title)
	return c
}

func renaming(old, new *thing) Change {
	c := base(Renamed, old, new)
	c.Field, c.Old, c.New = "id", old.id, new.id
	c.Sentence = sentence(new.name(), " har bytt beteckning från %s till %s", " changed its identifier from %s to %s", old.id, new.id)
	c.Signed = false // a file's name is not what was signed
	return c
}

func moving(old, new *thing) Change {
	c := base(Moved, old, new)
	c.Field, c.Old, c.New = new.parentField, old.parent.raw, new.parent.raw
	c.Sentence = sayMoved(old, new)
	return c
}

func alteration(old, new *thing, name string, a, b field) Change {
	c := base(Changed, old, new)
	c.Field, c.Old, c.New = name, a.raw(), b.raw()
	c.Signed = (a.signed || b.signed) && (old.underSignature || new.underSignature)
	if a.long || b.long || name == "withdrawn" {
		c.Affected = new.affected
	}
	c.Sentence, c.reworded = sayAltered(new, name, a, b)
	return c
}

// lines joins values for Old and New.
func lines(values []value) string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = v.raw
	}
	return strings.Join(list, "\n")
}
