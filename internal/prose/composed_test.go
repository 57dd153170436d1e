package prose_test

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/prose"
)

func TestComposedIsNFC(t *testing.T) {
	for c := rune(0); c < 0x3100; c++ {
		for _, s := range []string{string(c), "a" + string(c), "å" + string(c) + "\u0323", string(c) + "\u030a", string(c) + "\xcc"} {
			if got, want := prose.Composed(s), norm.NFC.String(s); got != want {
				t.Fatalf("%+q gives %+q, want %+q", s, got, want)
			}
		}
	}
}
