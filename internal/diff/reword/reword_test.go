package reword

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ old, new, was, is string }{
		{"Fler nya invånare ska ha ett arbete inom tre år", "Fler nya invånare ska ha ett arbete inom två år", "… ha ett arbete inom tre år", "… ha ett arbete inom två år"},
		{"samma text", "samma text", "samma text", "samma text"},
		{"", "nytt", "", "nytt"},
		{"gammalt", "", "gammalt", ""},
		{"a b c d e f g h i j k l m n o", "a b c d e f g x h i j k l m n o", "… d e f g h i j k …", "… d e f g x h i j k …"},
		{"ett stort och gammalt hus", "ett litet och nytt hus", "ett stort och gammalt hus", "ett litet och nytt hus"},
	} {
		spans := Words(c.old, c.new)
		excerpt, _ := Excerpt(spans)
		if was, is := Versions(excerpt); was != c.was || is != c.is {
			t.Errorf("%q → %q is shown as %q → %q", c.old, c.new, was, is)
		}
		var old, new []string
		for _, s := range spans {
			if s.Op != Come {
				old = append(old, s.Text)
			}
			if s.Op != Gone {
				new = append(new, s.Text)
			}
		}
		if strings.Join(old, " ") != c.old || strings.Join(new, " ") != c.new {
			t.Errorf("%q → %q: pieces %v", c.old, c.new, spans)
		}
	}
}

func TestRewrittenTextIsNotToldInFull(t *testing.T) {
	var old, new []string
	for i := range 30 {
		old = append(old, fmt.Sprintf("gammalt%d samma ord följer här", i))
		new = append(new, fmt.Sprintf("nytt%d samma ord följer här", i))
	}
	excerpt, left := Excerpt(Words(strings.Join(old, " "), strings.Join(new, " ")))
	was, is := Versions(excerpt)
	if left != 30-mostChanges || strings.Count(was, "gammalt") != mostChanges {
		t.Errorf("%d left of %s", left, was)
	}
	if !strings.HasSuffix(was, "gammalt7 samma ord följer här …") || !strings.HasSuffix(is, "nytt7 samma ord följer här …") {
		t.Errorf("what is left out is not marked: %q, %q", was, is)
	}
	excerpt, _ = Excerpt(Words("", strings.Repeat("ord ", 500)))
	if _, is := Versions(excerpt); len(strings.Fields(is)) > mostWords+1 {
		t.Errorf("%d words", len(strings.Fields(is)))
	}
}

func FuzzWords(f *testing.F) {
	f.Add("ett två tre", "ett tre fyra")
	f.Add("\ud7ff a", "b \x00")
	f.Fuzz(func(t *testing.T, a, b string) {
		var old, new []string
		for _, s := range Words(a, b) {
			if s.Op != Come {
				old = append(old, strings.Fields(s.Text)...)
			}
			if s.Op != Gone {
				new = append(new, strings.Fields(s.Text)...)
			}
		}
		if !slices.Equal(old, strings.Fields(a)) || !slices.Equal(new, strings.Fields(b)) {
			t.Errorf("%q → %q gives %q → %q", a, b, old, new)
		}
	})
}
