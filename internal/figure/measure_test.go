package figure

import (
	"slices"
	"testing"
)

func TestTextWidth(t *testing.T) {
	if w := TextWidth("", 10, false); w != 0 {
		t.Errorf("nothing is %v wide", w)
	}
	narrow, wide := TextWidth("illi", 10, false), TextWidth("MWMW", 10, false)
	if narrow*2 > wide {
		t.Errorf("illi is %v, MWMW is %v", narrow, wide)
	}
	if plain, bold := TextWidth("Växjö", 10, false), TextWidth("Växjö", 10, true); bold <= plain {
		t.Errorf("bold %v is not wider than plain %v", bold, plain)
	}
	// Arial sets this at 10 points in 116.1 points: stay near, rather wide than narrow.
	if w := TextWidth("Länsstyrelsen i Kronoberg", 10, false); w < 116.1*0.95 || w > 116.1*1.2 {
		t.Errorf("a common name is %v wide", w)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in    string
		width float64
		want  []string
	}{
		{"", 100, nil},
		{"  \n ", 100, nil},
		{"ett två tre", 1000, []string{"ett två tre"}},
		{"ett två tre", 1, []string{"ett", "två", "tre"}},
	} {
		if got := Wrap(c.in, 10, false, c.width); !slices.Equal(got, c.want) {
			t.Errorf("Wrap(%q, %v) = %q, want %q", c.in, c.width, got, c.want)
		}
	}
}
