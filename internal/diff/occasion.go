package diff

import "samsyn/internal/model"

// Occasion is what was changed in substance at one time.
type Occasion struct {
	Day     model.Date
	Commit  string
	Tags    []string // the versions that were adopted as it was then
	Changes []Change
}

// Beginning tells whether the content came to be then.
func (o Occasion) Beginning() bool { return Begins(o.Changes) }

// Times are when something came to be and when it last changed.
type Times struct{ Created, Changed model.Date }

// With spans both: the earlier beginning and the later change.
func (t Times) With(u Times) Times {
	if t.Created.IsZero() || !u.Created.IsZero() && u.Created.Before(t.Created) {
		t.Created = u.Created
	}
	if t.Changed.IsZero() || t.Changed.Before(u.Changed) {
		t.Changed = u.Changed
	}
	return t
}
