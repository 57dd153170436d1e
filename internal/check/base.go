package check

import (
	"slices"

	"samsyn/internal/canon"
	"samsyn/internal/check/pass"
	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// The rules of this file need yesterday: the content of the base that a change
// is made against.

// change are the rules about what a change may not take away.
var change = []pass.Rule{
	pass.Rejects("published-id-vanished", vanished),
	pass.Rejects("follow-up-lost", followUpLost),
}

// vanished holds that an identifier which was there is still there, as the same
// kind of thing in the same place.
func vanished(k pass.Pass) {
	if k.Base == nil {
		return
	}
	now := map[string]model.Identifier{}
	for _, id := range k.Identifiers {
		now[id.Scope+"\x00"+id.ID] = id
	}
	gone, unpublished := goneFiles(k, now), unpublished(k.Base)
	for _, was := range k.Base.Identifiers {
		if gone[was.At.File] && !ownsFile[was.Kind] {
			continue // it went with the thing that its file is
		}
		if was.Kind == "review" || k.Unread[was.Kind] || unpublished[was.At.File] {
			continue // a review is no identifier; what cannot be read may still be there
		}
		is, there := now[was.Scope+"\x00"+was.ID]
		switch {
		case !there:
			k.Report(diag.Whole(was.At.File), diag.Say(
				"”%[2]s” (%[1]s) har tagits bort. Det som har publicerats ska gå att hitta: lägg tillbaka det och märk det med withdrawn.",
				"“%[2]s” (%[3]s) was removed. What has been published must be found: put it back and mark it with withdrawn.",
				k.Kind(was.Kind).SV, pass.Short(was.ID), k.Kind(was.Kind).EN))
		case is.Kind != was.Kind:
			k.Report(is.At, diag.Say(
				"Beteckningen ”%[1]s” var %[2]s och kan inte återanvändas för %[3]s. Välj en ny beteckning.",
				"The identifier “%[1]s” was %[4]s and cannot be used again for %[5]s. Choose a new one.",
				pass.Short(was.ID), k.Kind(was.Kind).SV, k.Kind(is.Kind).SV, k.Kind(was.Kind).EN, k.Kind(is.Kind).EN))
		case is.At.File != was.At.File:
			k.Report(is.At, diag.Say(
				"”%[1]s” hörde till %[2]s och har flyttats. Märk det gamla med withdrawn och ge det nya en egen beteckning.",
				"“%[1]s” belonged to %[2]s and has been moved. Mark the old one with withdrawn and give the new one an identifier of its own.",
				pass.Short(was.ID), was.At.File))
		}
	}
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

// goneFiles lists the files whose own thing is not there any more.
func goneFiles(k pass.Pass, now map[string]model.Identifier) map[string]bool {
	gone := map[string]bool{}
	for _, was := range k.Base.Identifiers {
		if _, there := now[was.Scope+"\x00"+was.ID]; ownsFile[was.Kind] && !there {
			gone[was.At.File] = true
		}
	}
	return gone
}

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
	report := func(sv, en string, args ...any) {
		k.Report(is.Title.At, k.Say(sv, en, args...))
	}
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
