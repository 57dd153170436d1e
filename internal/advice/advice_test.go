package advice

import (
	"regexp"
	"testing"
)

var identifier = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func TestSlugged(t *testing.T) {
	for in, want := range map[string]string{
		"älvesta": "alvesta", "Handslaget Kronoberg kopia": "handslaget-kronoberg-kopia", "handslaget (1)": "handslaget-1",
		"a\u030aland": "aland", "Språk_vän!": "sprak-van", "”": "", "": "", "O'Neills Smørrebrød": "oneills-smorrebrod",
	} {
		if got := Slugged(in); got != want || got != "" && !identifier.MatchString(got) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
