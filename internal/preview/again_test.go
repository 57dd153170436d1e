package preview

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/project"
)

// pixel is a picture of one pixel.
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

// Whatever happens to the files, what is shown is what a server shows that has just begun.
func TestABuildAfterAChangeIsAsAFreshOne(t *testing.T) {
	s := newServer(t)
	file := func(name string) string { return filepath.Join(s.opt.Dir, filepath.FromSlash(name)) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	read := func(name string) string {
		t.Helper()
		data, err := os.ReadFile(file(name))
		must(err)
		return string(data)
	}
	write := func(name, text string) { t.Helper(); must(os.WriteFile(file(name), []byte(text), 0o644)) }
	replace := func(name, old, with string) {
		t.Helper()
		text := read(name)
		if !strings.Contains(text, old) {
			t.Fatalf("%s does not say %q", name, old)
		}
		write(name, strings.Replace(text, old, with, 1))
	}
	const sprak, kok = "plans/2026/sprak.md", "plans/2026/kok.md"
	picture, err := base64.StdEncoding.DecodeString(pixel)
	must(err)
	whole := read(sprak)
	for _, step := range []struct {
		name   string
		do     func()
		broken bool
		same   string // a page that is not made anew; "" where all may be
	}{
		{"a file more", func() { write(kok, strings.Replace(whole, "Språk på jobbet", "Kök för alla", 1)) }, false, ""},
		{"an edit", func() { replace(kok, "Deltagarna lär", "Alla deltagare lär") }, false, "plans/2026/sprak"},
		{"an edit of the same length", func() { replace(kok, "Alla deltagare", "Fler deltagare") }, false, "plans/2026/sprak"},
		{"two edits at once", func() { replace(kok, "Fler", "Allt fler"); replace(sprak, "Deltagarna", "De") }, false, ""},
		{"a broken file", func() { replace(sprak, "owner: alvesta", "ownr: alvesta") }, true, ""},
		{"an edit beside it", func() { replace(kok, "Allt fler", "Alla") }, true, ""},
		{"its mending", func() { write(sprak, whole) }, false, ""},
		{"another name", func() { must(os.Rename(file(kok), file("plans/2026/bageri.md"))) }, false, "plans/2026/sprak"},
		{"the settings", func() { replace("samsyn.yaml", "title: Samverkan", "title: Samverkan framåt") }, false, ""},
		{"the parties", func() { replace("agreement/parties.yaml", "Alvesta kommun", "Alvestas kommun") }, false, ""},
		{"a picture", func() {
			write("plans/2026/bild.png", string(picture))
			write(sprak, whole+"\n![Ett kök](bild.png)\n")
		}, false, ""},
		{"the picture's bytes", func() { write("plans/2026/bild.png", string(picture)+"\n") }, false, ""},
		{"no picture", func() { must(os.Remove(file("plans/2026/bild.png"))); write(sprak, whole) }, false, ""},
		{"a file less", func() { must(os.Remove(file("plans/2026/bageri.md"))) }, false, ""},
		{"the file again", func() { write("plans/2026/bageri.md", whole) }, false, ""},
	} {
		before := s.shown.files
		step.do()
		s.Rebuild(context.Background())
		if (s.banner != "") != step.broken {
			t.Fatalf("%s: the pages say %q", step.name, s.banner)
		}
		if step.broken {
			continue
		}
		p, err := project.Open(s.opt.Dir, project.Options{})
		must(err)
		fresh := New(Options{Publish: s.opt.Publish, Dir: s.opt.Dir, Project: p, Lang: "sv", Log: io.Discard})
		fresh.Rebuild(context.Background())
		must(p.Close())
		if got, want := slices.Sorted(maps.Keys(s.shown.files)), slices.Sorted(maps.Keys(fresh.shown.files)); !slices.Equal(got, want) {
			t.Errorf("%s: the files are %q, not %q", step.name, got, want)
		}
		for name, want := range fresh.shown.files {
			if !bytes.Equal(s.shown.files[name], want) {
				t.Errorf("%s: %s is not as a fresh build has it", step.name, name)
			}
		}
		if maps.EqualFunc(before, s.shown.files, bytes.Equal) {
			t.Errorf("%s: nothing became other", step.name)
		}
		if name := step.same + ".html"; step.same != "" && &before[name][0] != &s.shown.files[name][0] {
			t.Errorf("%s: %s was made anew", step.name, name)
		}
	}
}
