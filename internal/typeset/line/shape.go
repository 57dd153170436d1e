package line

import (
	"fmt"

	"samsyn/internal/fonts"
)

// Shape gives text its glyphs. What cannot be shown is the layout's error.
func (l *Setter) Shape(k *Look, text string) ([]fonts.Run, float64) {
	key := shapeKey{k.Font, text}
	runs, known := l.shaped[key]
	if !known {
		var err error
		if runs, err = k.Font.Shape(text); err != nil {
			l.Fail(fmt.Errorf("in %q: %w", Abridged(text, 60), err))
		}
		if len(l.shaped) < mostShaped && len(text) <= longestWord {
			l.shaped[key] = runs
		}
	}
	w := 0.0
	for _, r := range runs {
		w += r.Width() * k.Size / 1000
	}
	return runs, w
}

type shapeKey struct {
	font fonts.Style
	text string
}

// mostShaped bounds what shape remembers.
const mostShaped = 100_000

// splitRuns divides runs after n bytes of text. It fails within a glyph.
func splitRuns(runs []fonts.Run, n int) (head, tail []fonts.Run, ok bool) {
	for i, r := range runs {
		for j, g := range r.Glyphs {
			if n == 0 {
				if j > 0 {
					head = append(head, fonts.Run{Face: r.Face, Glyphs: r.Glyphs[:j:j]})
				}
				tail = append(tail, fonts.Run{Face: r.Face, Glyphs: r.Glyphs[j:]})
				return head, append(tail, runs[i+1:]...), true
			}
			if n -= len(g.Text); n < 0 {
				return nil, nil, false
			}
		}
		head = append(head, r)
	}
	return head, nil, n == 0
}
