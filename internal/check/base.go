package check

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/advice"
	"samsyn/internal/canon"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// The rules of this file need yesterday: the content of the base that a change
// is made against.

// change are the rules about what a change may not take away.
var change = []pass.Rule{
	pass.Finds(PublishedVanished, vanished),
	pass.Rejects("follow-up-lost", followUpLost),
}

// vanished holds that an identifier which was there is still there, as the same
// kind of thing in the same place.
func vanished(k pass.Pass) {
	if k.Base == nil {
		return
	}
	now := declared(k)
	heirs := newcomers(k)
	moved := map[[2]string]bool{} // from a file to that of its own thing's new name
	for _, v := range vanishings(k, now) {
		heir, renamed := heirOf(k, v.Identifier, heirs)
		if renamed {
			moved[[2]string{v.At.File, heir.At.File}] = true
		}
		k.Told(removed(k, v, heir, renamed))
	}
	unpublished := unpublished(k.Base)
	for _, was := range k.Base.Identifiers {
		is, there := now[scoped{was.Scope, was.ID}]
		switch {
		case !there || untold(k, was, unpublished) || moved[[2]string{was.At.File, is.At.File}]:
		case is.Kind != was.Kind:
			k.Report(is.At, diag.Say(
				"Beteckningen ”%[1]s” var %[2]s och kan inte återanvändas för %[3]s. Välj en ny beteckning.",
				"The identifier “%[1]s” was %[2]s and cannot be used again for %[3]s. Choose a new one.",
				advice.Clip(was.ID), k.Kind(was.Kind), k.Kind(is.Kind)))
		case is.At.File != was.At.File:
			k.Report(is.At, diag.Say(
				"”%[1]s” hörde till %[2]s och har flyttats. Märk det gamla med withdrawn och ge det nya en egen beteckning.",
				"“%[1]s” belonged to %[2]s and has been moved. Mark the old one with withdrawn and give the new one an identifier of its own.",
				advice.Clip(was.ID), was.At.File))
		}
	}
}

// vanishing is an identifier that a change has taken away, with those that went with it:
// what the file held whose own thing it was, or the others of a list whose file is gone.
type vanishing struct {
	model.Identifier
	with []model.Identifier
}

// vanishings lists what a change has taken away.
func vanishings(k pass.Pass, now map[scoped]model.Identifier) []vanishing {
	var list []vanishing
	owners := map[string]int{} // in the list, of files and folders whose own thing is gone; -1 where that is not told
	unpublished := unpublished(k.Base)
	for _, rank := range []int{0, 1, 2} {
		for _, was := range k.Base.Identifiers {
			if _, there := now[scoped{was.Scope, was.ID}]; there || rankOf(was.Kind) != rank {
				continue
			}
			owner, gone := owners[was.At.File]
			if was.Kind == "initiative" {
				owner, gone = owners[path.Dir(was.At.File)]
			}
			switch {
			case gone && owner >= 0:
				list[owner].with = append(list[owner].with, was)
			case gone:
			case untold(k, was, unpublished):
				owner = -1
			default:
				owner = len(list)
				list = append(list, vanishing{Identifier: was})
			}
			if ownsFile[was.Kind] || owner >= 0 && !k.IsFile(was.At.File) {
				owners[was.At.File] = owner
			}
			if was.Kind == "plan" {
				owners[path.Dir(was.At.File)] = owner
			}
		}
	}
	return list
}

// rankOf puts what holds others before them.
func rankOf(kind string) int {
	switch {
	case kind == "plan":
		return 0
	case ownsFile[kind]:
		return 1
	}
	return 2
}

// untold tells whether nothing is said of an identifier that was there: a review is none,
// what cannot be read may still be there, and a draft was never published.
func untold(k pass.Pass, was model.Identifier, unpublished map[string]bool) bool {
	return was.Kind == "review" || k.Unread[was.Kind] || unpublished[was.At.File]
}

// goneNow are the identifiers of which vanished tells that they are gone.
func goneNow(k pass.Pass) map[scoped]bool {
	gone := map[scoped]bool{}
	if k.Base == nil {
		return gone
	}
	for _, v := range vanishings(k, declared(k)) {
		for _, id := range append(v.with, v.Identifier) {
			gone[scoped{id.Scope, id.ID}] = true
		}
	}
	return gone
}

// removed tells of what a change has taken away, or named anew, and where it is still
// referred to.
func removed(k pass.Pass, v vanishing, heir model.Identifier, renamed bool) diag.Finding {
	f := k.Finding(diag.Whole(v.At.File), diag.Say(
		"”%[2]s” (%[1]s) har tagits bort. Det som har publicerats ska gå att hitta: lägg tillbaka det och märk det med withdrawn.",
		"“%[2]s” (%[1]s) was removed. What has been published must be found: put it back and mark it with withdrawn.",
		k.Kind(v.Kind), advice.Clip(v.ID)))
	switch {
	case len(v.with) > 0 && rankOf(v.Kind) == 2 && !k.IsFile(v.At.File): // of one kind, with the file that listed them
		f = k.Finding(diag.Whole(v.At.File), listRemoved(v))
	case renamed:
		f = k.Finding(heir.At, diag.Say(
			"”%[2]s” (%[1]s) heter nu ”%[3]s”. Det som har publicerats ska gå att hitta: byt tillbaka till ”%[2]s”.",
			"“%[2]s” (%[1]s) is called “%[3]s” now. What has been published must be found: change it back to “%[2]s”.",
			k.Kind(v.Kind), advice.Clip(v.ID), advice.Clip(heir.ID)))
		f.Suggestion = v.ID
	}
	var still []model.Reference
	for _, id := range append(v.with, v.Identifier) {
		for _, r := range k.Index.Uses(id.Scope, id.ID) {
			still = append(still, *r)
		}
	}
	slices.SortStableFunc(still, func(a, b model.Reference) int { return a.At.Compare(b.At) })
	f.Related = referring(still)
	return f
}

// listRemoved names what went with a file, or says how much it was.
func listRemoved(v vanishing) diag.Text {
	var ids []string
	for _, id := range append([]model.Identifier{v.Identifier}, v.with...) {
		ids = append(ids, advice.Clip(id.ID))
	}
	if len(ids) > pass.Listed {
		return diag.Say(
			"Filen har tagits bort, och med den %[1]s beteckningar. Det som har publicerats ska gå att hitta: lägg tillbaka filen och märk det som har utgått med withdrawn.",
			"The file was removed, and %[1]s identifiers with it. What has been published must be found: put the file back and mark what is no longer in use with withdrawn.",
			strconv.Itoa(len(ids)))
	}
	return diag.Say(
		"Filen har tagits bort, och med den de här beteckningarna: %[1]s. Det som har publicerats ska gå att hitta: lägg tillbaka filen och märk det som har utgått med withdrawn.",
		"The file was removed, and these identifiers with it: %[1]s. What has been published must be found: put the file back and mark what is no longer in use with withdrawn.",
		strings.Join(ids, ", "))
}

// home is where things of a kind stand: those that have a file to themselves in its folder.
type home struct{ kind, in string }

func homeOf(id model.Identifier) home {
	if id.Kind == "plan" {
		return home{id.Kind, "plans"}
	}
	if ownsFile[id.Kind] {
		return home{id.Kind, path.Dir(id.At.File)}
	}
	return home{id.Kind, id.At.File}
}

// newcomers are the identifiers that the base did not have.
func newcomers(k pass.Pass) map[home][]model.Identifier {
	before := map[scoped]bool{}
	for _, was := range k.Base.Identifiers {
		before[scoped{was.Scope, was.ID}] = true
	}
	fresh := map[home][]model.Identifier{}
	for _, is := range k.Identifiers {
		if !before[scoped{is.Scope, is.ID}] {
			fresh[homeOf(is)] = append(fresh[homeOf(is)], is)
		}
	}
	return fresh
}

// heirOf finds the only newcomer that has the name of what is gone.
func heirOf(k pass.Pass, was model.Identifier, heirs map[home][]model.Identifier) (heir model.Identifier, is bool) {
	fresh := heirs[homeOf(was)]
	if len(fresh) == 0 {
		return heir, false
	}
	name := k.Was().Name(was.Kind, was.ID).Full
	for _, id := range fresh {
		if name != "" && k.Index.Name(id.Kind, id.ID).Full == name {
			if is {
				return heir, false
			}
			heir, is = id, true
		}
	}
	return heir, is
}

// unpublished are the files of plans and results that nobody has seen yet.
func unpublished(c *model.Content) map[string]bool {
	files := map[string]bool{}
	for _, p := range c.Plans {
		if p.Status.V == "draft" || p.Status.V == "proposed" {
			files[p.Path] = true
			for _, i := range p.Initiatives {
				files[i.Path] = true
			}
		}
	}
	for _, r := range c.Results {
		if !r.Published() {
			files[r.Path] = true
		}
	}
	return files
}

// ownsFile are the kinds of things that have a file, or a folder, to themselves.
var ownsFile = map[string]bool{"area": true, "indicator": true, "resource": true, "results": true, "plan": true, "initiative": true}

// followUpLost holds that an adopted plan's initiatives keep their follow-up.
func followUpLost(k pass.Pass) {
	if k.Base == nil {
		return
	}
	was := map[string]*model.Initiative{}
	for _, p := range k.Base.Plans {
		if p.InForce() {
			for _, i := range p.Initiatives {
				was[i.FullID()] = i
			}
		}
	}
	for _, p := range k.Plans {
		for _, i := range p.Initiatives {
			if before := was[i.FullID()]; before != nil && i.Title.Given() {
				lost(k, before, i)
			}
		}
	}
}

func lost(k pass.Pass, was, is *model.Initiative) {
	report := func(sv, en string, args ...any) { k.Report(is.Title.At, k.Say(sv, en, args...)) }
	method := was.FollowUp.Method.Given() && !is.FollowUp.Method.Given() && !k.Untaken(is.FollowUp.At, "method")
	due := len(was.FollowUp.Due) > 0 && len(is.FollowUp.Due) == 0 && !k.Untaken(is.FollowUp.At, "due")
	switch {
	case method && due:
		report("{The_initiative} i {short_plan:den|det} beslutade {the_short_plan} har förlorat sin uppföljning, både metod och datum. Lägg tillbaka follow_up.method och follow_up.due.",
			"{The_initiative} of the adopted {short_plan} lost its follow-up, both method and dates. Put follow_up.method and follow_up.due back.")
	case method:
		report("{The_initiative} i {short_plan:den|det} beslutade {the_short_plan} har förlorat sin uppföljningsmetod. Lägg tillbaka follow_up.method.",
			"{The_initiative} of the adopted {short_plan} lost its follow-up method. Put follow_up.method back.")
	case due:
		report("{The_initiative} i {short_plan:den|det} beslutade {the_short_plan} har förlorat alla datum för uppföljning. Lägg tillbaka follow_up.due.",
			"{The_initiative} of the adopted {short_plan} lost all its dates of follow-up. Put follow_up.due back.")
	}
	for _, r := range was.Reports {
		kept := func(now model.Report) bool {
			return now.Date.V == r.Date.V || canon.Text(now.Text.V) == canon.Text(r.Text.V) && canon.Of(now.Values) == canon.Of(r.Values)
		}
		if !slices.ContainsFunc(is.Reports, kept) {
			report("Lägesrapporten från %s har tagits bort. Lägg tillbaka den, eller rätta den i stället.",
				"The report of %s was removed. Put it back, or correct it instead.", r.Date.V.String())
		}
	}
}
