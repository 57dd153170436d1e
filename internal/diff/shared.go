package diff

import (
	"slices"

	"samsyn/internal/model"
)

// apart gives what two versions do not share. Where a part of one is the very same in
// the other (neighbours in a history have most files in common, and each is read once),
// there is nothing in it to tell.
func apart(old, new *model.Content) (a, b *model.Content) {
	// A translation is called what the things that it translates are called.
	if old == nil || new == nil || len(old.Translations)+len(new.Translations) > 0 {
		return old, new
	}
	x, y := *old, *new
	if old.Agreement == new.Agreement {
		x.Agreement, y.Agreement = nil, nil
	}
	if old.Parties == new.Parties {
		x.Parties, y.Parties = nil, nil
	}
	if old.Organisation == new.Organisation {
		x.Organisation, y.Organisation = nil, nil
	}
	if old.Strategies == new.Strategies {
		x.Strategies, y.Strategies = nil, nil
	}
	if old.Calendar == new.Calendar {
		x.Calendar, y.Calendar = nil, nil
	}
	if slices.Equal(old.Chapters, new.Chapters) {
		x.Chapters, y.Chapters = nil, nil
	}
	if slices.Equal(old.Areas, new.Areas) {
		x.Areas, y.Areas = nil, nil
	}
	if slices.Equal(old.Indicators, new.Indicators) {
		x.Indicators, y.Indicators = nil, nil
	}
	if slices.Equal(old.Reviews, new.Reviews) {
		x.Reviews, y.Reviews = nil, nil
	}
	if slices.Equal(old.Resources, new.Resources) {
		x.Resources, y.Resources = nil, nil
	}
	return &x, &y
}
