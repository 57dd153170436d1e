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
		{long, long, 0}, {long, long[2:] + "x", 1}, {"a", "abcd", 3}, {"kitten", "sitting", 3}, {"", "ab", 2}, {"ab", "", 2}, {"abcdef", "cdef", 2}, {"abcdef", "abef", 2}, {"abcd", "bcde", 2}, {"abcdefgh", "bcdefghab", 3},
		{strings.Repeat("a", 47), strings.Repeat("b", 47), 3}, {strings.Repeat("a", 48), strings.Repeat("a", 47) + "b", 1},
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

// whole is the distance by the book, for short words.
func whole(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	cost := 1
	if a[0] == b[0] {
		cost = 0
	}
	return min(whole(a[1:], b)+1, whole(a, b[1:])+1, whole(a[1:], b[1:])+cost)
}

func TestDistanceIsThatOfTheBook(t *testing.T) {
	words := []string{""}
	for from := 0; len(words) < 200; from++ {
		for _, c := range "abc" {
			words = append(words, words[from]+string(c))
		}
	}
	for _, a := range words {
		for _, b := range words {
			want := min(whole([]rune(a), []rune(b)), nearEnough+1)
			if got := distance([]rune(a), []rune(b)); got != want {
				t.Fatalf("%q and %q are %d apart, want %d", a, b, got, want)
			}
			if got := apart(a, b); got != want {
				t.Fatalf("%q and %q are %d apart by their ends, want %d", a, b, got, want)
			}
		}
	}
}
