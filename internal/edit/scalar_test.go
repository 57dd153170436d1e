package edit

import (
	"testing"

	"gopkg.in/yaml.v3"
)

// What is written is read as it was, also with what ends a line in YAML alone.
func TestScalarIsReadBack(t *testing.T) {
	for _, s := range []string{"k\u0085m", "a\u2028b", "a\u007fb: c", "\ufeffa", "\u0080\"", "# ett", "ett\n# två", "å\U0001f600"} {
		var got struct{ A string }
		if err := yaml.Unmarshal([]byte("a: "+Scalar(s)+"\n"), &got); err != nil || got.A != s {
			t.Errorf("%q is written %s and read as %q: %v", s, Scalar(s), got.A, err)
		}
	}
}

// A text whose last line looks like a comment would seem to end before it.
func TestParagraphs(t *testing.T) {
	for s, want := range map[string]bool{"a\nb": true, "# a\nb": true, "a\n# b": false, "a\n  # b": false, "a": false, "a\n": false, "a\u0085\nb": false} {
		if Paragraphs(s) != want {
			t.Errorf("%q: %t", s, !want)
		}
	}
}
