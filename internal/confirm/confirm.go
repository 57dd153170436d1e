// Package confirm keeps track of the wordings that initiatives were adopted for. In go a
// content and its initiatives; out come the wordings that have changed since, and an
// initiative's file with those that hold now.
package confirm

import (
	"maps"
	"slices"

	"samsyn/internal/canon"
	"samsyn/internal/model"
	"samsyn/internal/rewrite"
)

// Kinds are those of the things that have a wording which initiatives are adopted for.
var Kinds = []string{"area", "sub-goal", "cooperation-area"}

// served lists what an initiative serves, by identifier.
func served(i *model.Initiative) []string {
	refs := []string{i.CooperationArea.V}
	for _, r := range append(slices.Clone(i.Related), i.SubGoals...) {
		refs = append(refs, r.V)
	}
	return refs
}

// Serves tells whether an initiative serves an area, a cooperation area or a sub-goal.
func Serves(i *model.Initiative, ref string) bool { return slices.Contains(served(i), ref) }

// Worded tells whether an identifier is of something that has a wording; known are all
// those that are.
func Worded(c *model.Content, id string) (is bool, known []string) {
	if _, is := canon.Wording(c, id); is {
		return true, nil
	}
	for _, k := range c.Identifiers {
		if slices.Contains(Kinds, k.Kind) {
			known = append(known, k.ID)
		}
	}
	return false, known
}

// Reworded lists what an initiative serves whose wording is no longer the one that it was
// adopted for.
func Reworded(c *model.Content, i *model.Initiative) []string {
	var refs []string
	for _, ref := range served(i) {
		now, known := canon.Wording(c, ref)
		if adopted, kept := i.AdoptedWording[ref]; known && kept && adopted.V != now {
			refs = append(refs, ref)
		}
	}
	return refs
}

// File gives an initiative's file with the wordings of now: of all that it serves, or of
// the one that was changed editorially. It is nil where there is none to write.
func File(data []byte, c *model.Content, i *model.Initiative, editorial string, all bool) ([]byte, error) {
	wordings := map[string]string{}
	for ref, kept := range i.AdoptedWording {
		if _, known := canon.Wording(c, ref); known {
			wordings[ref] = kept.V
		}
	}
	for _, ref := range served(i) {
		_, kept := i.AdoptedWording[ref]
		if now, known := canon.Wording(c, ref); known && (all || ref == editorial && kept) {
			wordings[ref] = now
		}
	}
	if len(wordings) == 0 {
		return nil, nil
	}
	file, err := rewrite.Read("initiative", true, data)
	if err != nil {
		return nil, err
	}
	adopted := rewrite.Entry()
	for _, ref := range slices.Sorted(maps.Keys(wordings)) {
		adopted.Set(ref, rewrite.Text(nil, wordings[ref]))
	}
	fields := file.All()
	fields.Set("adopted_wording", adopted)
	return file.With(fields, nil)
}
