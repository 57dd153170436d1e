package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// references are the rules about identifiers and what refers to them.
var references = []pass.Rule{
	pass.Finds(DuplicateID, duplicateIDs),
	pass.Finds(UnknownReference, unknownReferences),
	pass.Finds(UnknownReference, missingPaths),
	pass.Finds(UnknownReference, answered),
	pass.Finds(CircularReference, circularReferences),
	pass.Finds(diag.PathEscapes, escapingPaths),
	pass.Finds(diag.InvalidValue, shapes),
}

// The rules of references that others go by.
var (
	DuplicateID       = diag.Rule{Name: "duplicate-id", Severity: diag.Error}
	UnknownReference  = diag.Rule{Name: "unknown-reference", Severity: diag.Error}
	PublishedVanished = diag.Rule{Name: "published-id-vanished", Severity: diag.Error}
	CircularReference = diag.Rule{Name: "circular-reference", Severity: diag.Error}
)

// unknownReferences tells of what leads nowhere: of an identifier that is not there once,
// at the first place that refers to it, with the others behind. Where a change has taken
// it away, that is told at the change.
func unknownReferences(k pass.Pass) {
	var lost []model.Reference
	for r := range k.References() {
		if !refersTo(k, soughtKinds(r), r) {
			lost = append(lost, r)
		}
	}
	if len(lost) == 0 {
		return
	}
	there, gone := declared(k), goneNow(k)
	u := unknown{Pass: k, among: map[string][]string{}, declared: there}
	missing := map[scoped][]model.Reference{}
	for _, r := range lost {
		key := scoped{scopeOf(r), r.ID}
		if _, other := there[key]; other || !slug.MatchString(r.ID) {
			u.one(r, nil)
		} else if !gone[key] {
			missing[key] = append(missing[key], r)
		}
	}
	for _, all := range inOrder(missing) {
		u.one(all[0], all[1:])
	}
}

// inOrder are the references to each identifier, by their first places.
func inOrder(missing map[scoped][]model.Reference) [][]model.Reference {
	groups := make([][]model.Reference, 0, len(missing))
	for _, all := range missing {
		slices.SortStableFunc(all, func(a, b model.Reference) int { return a.At.Compare(b.At) })
		groups = append(groups, all)
	}
	slices.SortFunc(groups, func(a, b []model.Reference) int { return a[0].At.Compare(b[0].At) })
	return groups
}

// unknown tells of references that find nothing.
type unknown struct {
	pass.Pass
	guesses  int
	among    map[string][]string // what there is of some kinds
	declared map[scoped]model.Identifier
}

// one tells of a reference, and of others to the same.
func (u *unknown) one(r model.Reference, others []model.Reference) {
	kinds := soughtKinds(r)
	key := strings.Join(kinds, " ")
	if _, listed := u.among[key]; !listed {
		u.among[key] = u.Index.Known(kinds...)
	}
	known, guess := u.among[key], ""
	if u.guesses++; u.guesses <= pass.MostNearest {
		if own := pass.OwnID(r.At.File); own != "" {
			known = without(known, own) // nothing that refers elsewhere means itself
		}
		guess = diag.Nearest(r.ID, known)
	}
	if id, is := u.renamed(r, others, guess); is {
		u.Told(u.misnamed(r, others, id))
		return
	}
	f := u.Finding(r.At, unknownMessage(u.Pass, r, guess, known))
	if f.Suggestion = guess; guess == "" {
		f.Suggestion = called(u.Pass, r)
	}
	f.Related = referring(others)
	u.Told(f)
}

// renamed tells whether several places refer to what has almost that identifier, and none
// to that: then it is plain where the mistake is.
func (u *unknown) renamed(r model.Reference, others []model.Reference, guess string) (model.Identifier, bool) {
	id, is := u.declared[scoped{scopeOf(r), guess}]
	if guess == "" || !is || len(others) == 0 || diag.Figures(guess) != diag.Figures(r.ID) {
		return id, false
	}
	uses := u.Index.Uses(id.Kind, guess)
	if id.Kind == "measure" {
		uses = u.Index.Uses(id.Scope, guess)
	}
	return id, len(uses) == 0
}

func (u *unknown) misnamed(r model.Reference, others []model.Reference, id model.Identifier) diag.Finding {
	f := u.Finding(id.At, diag.Say(
		"Flera ställen hänvisar till ”%[1]s”, som inte finns, och inget till ”%[2]s”, som står här. Har beteckningen bytts: skriv ”%[1]s” igen. Annars: rätta de ställen som hänvisar.",
		"Several places refer to “%[1]s”, which is not there, and none to “%[2]s”, which stands here. If the identifier was changed, write “%[1]s” again. Otherwise correct the places that refer.", advice.Clip(r.ID), advice.Clip(id.ID)))
	f.Suggestion = r.ID
	f.Related = referring(append([]model.Reference{r}, others...))
	return f
}

// referring are places that refer to what is not there.
func referring(all []model.Reference) []diag.Related {
	var places []diag.Related
	for _, r := range all {
		places = append(places, diag.Related{Place: r.At, Message: diag.Say("Här hänvisas till ”%s”.", "This refers to “%s”.", advice.Clip(r.ID))})
	}
	return places
}

// declared are the identifiers that there are.
func declared(k pass.Pass) map[scoped]model.Identifier {
	all := make(map[scoped]model.Identifier, len(k.Identifiers))
	for _, id := range k.Identifiers {
		all[scoped{id.Scope, id.ID}] = id
	}
	return all
}

// soughtKinds are the kinds of which a reference seeks one; that of a measure is its scope.
func soughtKinds(r model.Reference) []string {
	if r.Kinds[0] == "measure" {
		return []string{r.Scope}
	}
	return r.Kinds
}

// scopeOf is the scope in which a reference looks first.
func scopeOf(r model.Reference) string {
	if r.Scope != "" {
		return r.Scope
	}
	return model.ScopeOf(r.Kinds[0])
}

// slug is what can be an identifier, with its plan's before it or without.
var slug = regexp.MustCompile(`^[a-z0-9]+([-/][a-z0-9]+)*$`)

// without gives the identifiers, which are in order, but for one.
func without(known []string, one string) []string {
	if i, is := slices.BinarySearch(known, one); is {
		return slices.Concat(known[:i], known[i+1:])
	}
	return known
}

// refersTo tells whether a reference finds something, or may find it in a file
// that could not be read.
func refersTo(k pass.Pass, kinds []string, r model.Reference) bool {
	for i, kind := range kinds {
		if k.Index.Has(kind, r.ID) || k.Unread[r.Kinds[i]] {
			return true
		}
	}
	return false
}

// scoped is an identifier where it must be unique.
type scoped struct{ scope, id string }

func duplicateIDs(k pass.Pass) {
	ids := slices.Clone(k.Identifiers)
	slices.SortStableFunc(ids, func(a, b model.Identifier) int { return a.At.Compare(b.At) })
	first := make(map[scoped]diag.Place, len(ids))
	for _, id := range ids {
		key := scoped{id.Scope, id.ID}
		earlier, taken := first[key]
		if !taken {
			first[key] = id.At
			continue
		}
		k.Report(id.At, diag.Say(
			"Beteckningen ”%s” används redan i %s, rad %s. Välj en annan.",
			"The identifier “%s” is used already in %s, line %s. Choose another.", advice.Clip(id.ID), earlier.File, strconv.Itoa(int(earlier.Range.Start.Line))))
	}
}

func circularReferences(k pass.Pass) {
	reports, prepares, appointed := map[string]model.Ref{}, map[string]model.Ref{}, map[string]model.Ref{}
	for _, b := range k.Index.Bodies() {
		reports[b.ID.V], prepares[b.ID.V], appointed[b.ID.V] = b.ReportsTo, b.PreparesFor, b.AppointedBy
	}
	within := map[string]model.Ref{}
	for _, p := range k.Places.All() {
		within[p.ID.V] = p.Within
	}
	continues := map[string]model.Ref{}
	for _, p := range k.Plans {
		for _, i := range p.Initiatives {
			if i.Continues.Given() {
				continues[i.FullID()] = i.Continues
			}
		}
	}
	circles(k, reports, diag.Say(
		"Kedjan av reports_to leder tillbaka till början. Ändra en av grupperna så att den slutar hos den som beslutar.",
		"The chain of reports_to comes back to where it began. Change one of the bodies so that it ends with the one that decides."))
	circles(k, prepares, diag.Say(
		"Kedjan av prepares_for leder tillbaka till början. Ändra en av grupperna så att den slutar hos den som beslutar.",
		"The chain of prepares_for comes back to where it began. Change one of the bodies so that it ends with the one that decides."))
	circles(k, appointed, diag.Say(
		"Kedjan av appointed_by leder tillbaka till början. Ändra en av grupperna: ingen kan utse den som har utsett den.",
		"The chain of appointed_by comes back to where it began. Change one of the bodies: nobody can appoint those who appointed them."))
	circles(k, within, diag.Say(
		"Kedjan av within leder tillbaka till början. Ändra en av platserna: den större ligger inte i den mindre.",
		"The chain of within comes back to where it began. Change one of the places: the larger does not lie in the smaller."))
	round := circles(k, continues, k.Say(
		"Kedjan av continues leder tillbaka till början. {initiative:En|Ett} {initiative} kan bara fortsätta på {initiative:en|ett} tidigare {initiative}.",
		"The chain of continues comes back to where it began. {A_initiative} can continue only an earlier one."))
	continuesLater(k, round)
}

// continuesLater tells of initiatives that continue one of their own plan, or of a later
// one. Those that go round in a circle are told already.
func continuesLater(k pass.Pass, round map[string]bool) {
	for _, p := range k.Plans {
		for _, i := range p.Initiatives {
			other := k.Index.Initiative(i.Continues.V)
			if !i.Continues.Given() || other == nil || round[i.FullID()] {
				continue
			}
			switch from, to := p.Time().From, other.Plan.Time().From; {
			case other.Plan == p:
				k.Report(i.Continues.At, k.Say(
					"{The_initiative} %s hör till samma {short_plan}. {initiative:En|Ett} {initiative} fortsätter på {initiative:en|ett} i {short_plan:en|ett} tidigare {short_plan}.",
					"{The_initiative} %s belongs to the same {short_plan}. {A_initiative} continues one of an earlier {short_plan}.", i.Continues.V))
			case from.Given() && to.Given() && from.V.Before(to.V):
				k.Report(i.Continues.At, k.Say(
					"{The_initiative} %s hör till {short_plan:en|ett} senare {short_plan}. {initiative:En|Ett} {initiative} fortsätter på {initiative:en|ett} i {short_plan:en|ett} tidigare {short_plan}.",
					"{The_initiative} %s belongs to a later {short_plan}. {A_initiative} continues one of an earlier {short_plan}.", i.Continues.V))
			}
		}
	}
}

// circles tells of each circle once, at the last of its places, and gives its members. next
// is what each thing refers to.
func circles(k pass.Pass, next map[string]model.Ref, message diag.Text) (members map[string]bool) {
	members = map[string]bool{}
	seen := map[string]string{} // from where each was come to first
	for start := range next {
		at := start
		for at != "" && seen[at] == "" {
			seen[at] = start
			at = next[at].V // "" where the chain ends
		}
		if at == "" || seen[at] != start || members[at] {
			continue
		}
		last := next[at].At
		for !members[at] {
			members[at] = true
			if here := next[at].At; here.Compare(last) > 0 {
				last = here
			}
			at = next[at].V
		}
		k.Report(last, message)
	}
	return members
}
