package load

import (
	"path/filepath"
	"testing"
	"testing/fstest"

	"samsyn/internal/cache"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// What an initiative gives nothing of takes no memory of its own, be it read or
// remembered; and what one gives does not turn up in another.
func TestPartsAreShared(t *testing.T) {
	tree := source.FromFS(fstest.MapFS{
		source.Marker:        {Data: []byte("title: T\n")},
		"plans/2025/bare.md": {Data: []byte("---\ntitle: A\nfollow_up:\n  method: M\n---\n")},
		"plans/2025/full.md": {Data: []byte("---\ntitle: A\ntarget_group: B\nnote: C\nfollow_up:\n  due: [2025-01-01]\n---\n")},
		"plans/2025/none.md": {Data: []byte("x\n")},
	})
	memory := filepath.Join(t.TempDir(), "files")
	for _, turn := range []string{"first", "second"} {
		p := cache.Open(memory, cache.Key{})
		r, err := With(tree, Options{Memory: p})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Save(); err != nil {
			t.Fatal(err)
		}
		list := r.Content.Plans[0].Initiatives
		bare, full, none := list[0], list[1], list[2]
		if bare.InitiativeBasics != model.NoBasics || bare.InitiativeCourse == model.NoCourse || bare.InitiativeDetails != model.NoDetails ||
			bare.InitiativeRarities != model.NoRarities || bare.FollowUp.FollowUpDetails != model.NoFollowUpDetails {
			t.Errorf("%s turn: the bare one has parts of its own", turn)
		}
		if full.TargetGroup.V != "B" || full.Note.V != "C" || len(full.FollowUp.Due) != 1 {
			t.Errorf("%s turn: the full one lacks something: %+v", turn, full)
		}
		if none.InitiativeBasics != model.NoBasics || none.InitiativeCourse != model.NoCourse || none.FollowUp.FollowUpDetails != model.NoFollowUpDetails {
			t.Errorf("%s turn: the unread one has parts of its own", turn)
		}
		if model.NoDetails.TargetGroup.Given() || model.NoRarities.Note.Given() || len(model.NoFollowUpDetails.Due) > 0 {
			t.Fatalf("%s turn: the shared parts were written to", turn)
		}
	}
}
