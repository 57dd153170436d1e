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
	unshare(&x.Agreement, &y.Agreement)
	unshare(&x.Parties, &y.Parties)
	unshare(&x.Organisation, &y.Organisation)
	unshare(&x.Strategies, &y.Strategies)
	unshare(&x.Calendar, &y.Calendar)
	unshareAll(&x.Chapters, &y.Chapters)
	unshareAll(&x.Areas, &y.Areas)
	unshareAll(&x.Indicators, &y.Indicators)
	unshareAll(&x.Reviews, &y.Reviews)
	unshareAll(&x.Resources, &y.Resources)
	return &x, &y
}

func unshare[T any](a, b **T) {
	if *a == *b {
		*a, *b = nil, nil
	}
}

func unshareAll[T any](a, b *[]*T) {
	if slices.Equal(*a, *b) {
		*a, *b = nil, nil
	}
}
