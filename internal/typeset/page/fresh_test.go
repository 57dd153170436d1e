package page

import "testing"

// What wants a fresh page gets one where the page before is well filled, and begins on it
// where it would be left half empty.
func TestNoPageIsLeftHalfEmpty(t *testing.T) {
	percent := Fill(false, nil, nil).Whole() / 100
	for _, test := range []struct{ before, page int }{{10, 1}, {50, 1}, {70, 2}, {95, 2}} {
		at := pages(t, []*Piece{{Height: percent * float64(test.before)}, {Height: percent, FreshPage: true}})
		if at[1] != test.page {
			t.Errorf("after %d %% of a page it stands on page %d, not %d", test.before, at[1], test.page)
		}
	}
	at := pages(t, []*Piece{{Height: percent}, {Height: percent, NewPage: true}})
	if at[1] != 2 {
		t.Errorf("what must begin a page stands on page %d", at[1])
	}
}
