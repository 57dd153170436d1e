package diff

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"samsyn/internal/model"
	"samsyn/internal/source"
)

// invert turns a change round.
func invert(c Change) string {
	kinds := map[Kind]Kind{Added: Removed, Removed: Added}
	if k, ok := kinds[c.Kind]; ok {
		c.Kind = k
	}
	c.Old, c.New = c.New, c.Old
	return key(c)
}

// key is what must be the same on the way back. A changed thing bears the newer
// version's identifier and title both ways.
func key(c Change) string {
	id := c.ID
	if c.Kind == Changed || c.Kind == Moved || c.Kind == Renamed {
		id = ""
	}
	return strings.Join([]string{string(c.Kind), c.Thing, id, c.Field, c.Old, c.New, fmt.Sprint(c.Signed)}, "|")
}

func inverse(t *testing.T, a, b *model.Content, what string) {
	t.Helper()
	var there, back []string
	for _, c := range Contents(a, b) {
		there = append(there, invert(c))
	}
	for _, c := range Contents(b, a) {
		back = append(back, key(c))
	}
	slices.Sort(there)
	slices.Sort(back)
	if !slices.Equal(there, back) {
		t.Errorf("%s: the way back differs\n%s\n%s", what, strings.Join(there, "\n"), strings.Join(back, "\n"))
	}
	if got := Contents(b, b); len(got) > 0 {
		t.Errorf("%s: differs from itself: %s", what, sentences(got))
	}
}

// mangle edits the files at random, as people and mistakes do.
func mangle(files fstest.MapFS, seed uint64) fstest.MapFS {
	rnd := rand.New(rand.NewPCG(seed, 7))
	out := fstest.MapFS{}
	var paths []string
	for p, f := range files {
		out[p] = &fstest.MapFile{Data: bytes.Clone(f.Data)}
		paths = append(paths, p)
	}
	slices.Sort(paths)
	for range 1 + rnd.IntN(6) {
		p := paths[rnd.IntN(len(paths))]
		f := out[p]
		if f == nil || p == source.Marker {
			continue
		}
		lines := strings.Split(string(f.Data), "\n")
		i, j := rnd.IntN(len(lines)), rnd.IntN(len(lines))
		switch rnd.IntN(7) {
		case 0:
			lines = slices.Delete(lines, i, i+1)
		case 1:
			lines[i], lines[j] = lines[j], lines[i]
		case 2:
			lines[i] += " tillagt"
		case 3:
			lines[i] = strings.ReplaceAll(lines[i], "a", "å")
		case 4:
			lines = slices.Insert(lines, i, lines[j])
		case 5:
			delete(out, p)
			continue
		case 6: // another name, perhaps with another text
			delete(out, p)
			p = strings.Replace(p, ".md", "-ny.md", 1)
			lines[i] += " nytt"
		}
		out[p] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	}
	return out
}

func FuzzInverse(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed, seed+1000)
	}
	files := example(f)
	f.Fuzz(func(t *testing.T, one, two uint64) {
		a, b := contentOf(t, mangle(files, one)), contentOf(t, mangle(files, two))
		inverse(t, a, b, fmt.Sprint(one, " ", two))
		for _, c := range Contents(a, b) {
			if c.Sentence.SV == "" || c.Sentence.EN == "" {
				t.Errorf("no sentence for %+v", c)
			}
		}
	})
}
