package page

import (
	"testing"

	"samsyn/internal/tagged"
)

// pages lays pieces and tells on which page each is drawn.
func pages(t *testing.T, pieces []*Piece) []int {
	t.Helper()
	out := tagged.New(tagged.Meta{Title: "Sidor", Language: "sv-SE"})
	g := Fill(false, out.NewPage, func(*tagged.Page) {})
	at := make([]int, len(pieces))
	for i, p := range pieces {
		p.Draw = func(Spot) { at[i] = len(g.pages) }
		g.Add(p)
	}
	g.End()
	return at
}

func TestKeepTogether(t *testing.T) {
	for before := range 60 {
		var pieces []*Piece
		for range before {
			pieces = append(pieces, &Piece{Height: 15})
		}
		heading := len(pieces)
		pieces = append(pieces, &Piece{Height: 20, Before: 30, Keep: true}, &Piece{Height: 15, Keep: true}, &Piece{Height: 15})
		at := pages(t, pieces)
		if at[heading] != at[heading+1] || at[heading] != at[heading+2] {
			t.Errorf("after %d lines a heading stands on page %d, its text on %d and %d", before, at[heading], at[heading+1], at[heading+2])
		}
		for i, p := range at {
			if p == 0 || i > 0 && p < at[i-1] {
				t.Fatalf("pages %v", at)
			}
		}
	}
}

// Never a first or a last line alone.
func TestNoWidows(t *testing.T) {
	for n := 1; n <= 8; n++ {
		for before := range 50 {
			var pieces []*Piece
			for range before {
				pieces = append(pieces, &Piece{Height: 15})
			}
			for i := range n {
				pieces = append(pieces, &Piece{Height: 15, Keep: KeepsLine(i, n)})
			}
			at := pages(t, pieces)[before:]
			on := map[int]int{}
			for _, p := range at {
				on[p]++
			}
			if n == 1 || len(on) == 1 {
				continue
			}
			for p, lines := range on {
				if lines < 2 {
					t.Errorf("%d lines after %d others: %d alone on page %d", n, before, lines, p)
				}
			}
		}
	}
}

// A list's items of one line stand four together at least, those of three lines two
// together, none of them divided.
func TestItemsKeepCompany(t *testing.T) {
	for lines, least := range map[int]int{1: 4, 3: 2} {
		alone := 9 // how few items stood together at the fewest
		for before := range 50 {
			var pieces []*Piece
			for range before {
				pieces = append(pieces, &Piece{Height: 15})
			}
			const items = 9
			for i := range items {
				var item []*Piece
				for range lines {
					item = append(item, &Piece{Height: 15})
				}
				KeepItem(item, i, items)
				pieces = append(pieces, item...)
			}
			at := pages(t, pieces)[before:]
			for i := range items {
				for k := range lines {
					if at[i*lines+k] != at[i*lines] {
						t.Errorf("%d lines before: item %d of %d lines is divided: %v", before, i, lines, at)
					}
				}
			}
			on := map[int]int{}
			for i := range items {
				on[at[i*lines]]++
			}
			for _, n := range on {
				alone = min(alone, n)
			}
		}
		if alone != least {
			t.Errorf("%d items of %d lines stood alone on a page, want %d", alone, lines, least)
		}
	}
}

func TestTooTallForAnyPage(t *testing.T) {
	var pieces []*Piece
	for range 100 { // one chunk of more than two pages
		pieces = append(pieces, &Piece{Height: 15, Keep: true})
	}
	pieces = append(pieces, &Piece{Height: 15}, &Piece{Height: 5000}, &Piece{Height: 15})
	at := pages(t, pieces)
	for i, p := range at {
		if p == 0 {
			t.Fatalf("piece %d is lost", i)
		}
	}
	if last := at[len(at)-1]; last != 5 {
		t.Errorf("ends on page %d", last)
	}
}
