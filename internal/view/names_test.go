package view_test

import (
	"testing"

	"samsyn/internal/view"
)

// That one more is left is not said where its name would take the same room.
func TestNoNameIsLeftAlone(t *testing.T) {
	for all, want := range map[int]int{0: 0, 2: 2, 3: 3, 4: 4, 5: 3, 90: 3} {
		if got := view.Named(all, 3); got != want {
			t.Errorf("of %d at most 3 are named: %d, not %d", all, got, want)
		}
	}
}
