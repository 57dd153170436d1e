package diag

import (
	"slices"
	"strings"
	"testing"
)

func TestDistance(t *testing.T) {
	long := strings.Repeat("å", 60)
	for _, tt := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"plannd", "planned", 1}, {"ab", "ba", 2}, {"abc", "xyz", 3}, {"å", "ö", 1},
		{long, long, 0}, {long, long[2:] + "x", 1}, {"a", "abcd", 3},
		{strings.Repeat("a", 47), strings.Repeat("b", 47), 47}, {strings.Repeat("a", 48), strings.Repeat("a", 47) + "b", 1},
	} {
		if got := distance([]rune(tt.a), []rune(tt.b)); got != tt.want {
			t.Errorf("%.10s… and %.10s… are %d apart, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestByNearness(t *testing.T) {
	got := ByNearness("ac", []string{"xyzzy", "abc", "ad", "ac", "zzzzz", "abcd"})
	if want := []string{"ac", "abc", "ad", "abcd", "xyzzy", "zzzzz"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
