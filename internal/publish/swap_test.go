package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func place(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// placeOf is a place with a name that nobody else can tell.
func placeOf(out string) Place {
	return Place{Folder: out, Within: filepath.Dir(out), Content: filepath.Dir(out), Own: "secret"}
}

// ownFolder is what a build into out calls a folder beside it.
func ownFolder(out, rest string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".samsyn-secret-"+rest)
}

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestSwapReplacesItsOwnOutput(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	for _, text := range []string{"first", "second"} {
		s, err := stage(placeOf(out))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.write("a/b.html", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if err := s.swap(); err != nil {
			t.Fatal(err)
		}
		if got := read(t, filepath.Join(out, "a", "b.html")); got != text {
			t.Errorf("output is %q, want %q", got, text)
		}
	}
	beside, err := os.ReadDir(filepath.Dir(out))
	if err != nil || len(beside) != 1 {
		t.Errorf("left beside the output: %v, %v", beside, err)
	}
}

func TestStageRefusesWhatIsNotItsOwn(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	place(t, filepath.Join(out, "thesis.doc"), "years of work")
	if _, err := stage(placeOf(out)); !errors.Is(err, ErrForeignOutput) {
		t.Errorf("stage: %v", err)
	}
	if read(t, filepath.Join(out, "thesis.doc")) != "years of work" {
		t.Error("the file was touched")
	}
	file := filepath.Join(t.TempDir(), "file")
	place(t, file, "a file")
	if _, err := stage(placeOf(file)); !errors.Is(err, ErrForeignOutput) {
		t.Errorf("stage over a file: %v", err)
	}
}

func TestDiscardLeavesTheOldOutput(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	s, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.write("x", []byte("old")), s.swap()); err != nil {
		t.Fatal(err)
	}
	s, err = stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.write("x", []byte("half")); err != nil {
		t.Fatal(err)
	}
	s.discard()
	if got := read(t, filepath.Join(out, "x")); got != "old" {
		t.Errorf("output is %q", got)
	}
}

// A build that was killed between the two renames leaves the old output set
// aside and a new one half made; the next build must find its way back.
func TestStageRecoversFromAKilledBuild(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	place(t, filepath.Join(ownFolder(out, "old-1"), "x"), "old")
	place(t, filepath.Join(ownFolder(out, "old-1"), marker), "")
	half := ownFolder(out, "new-1")
	place(t, filepath.Join(half, "x"), "half")
	if err := os.Chtimes(half, time.Time{}, time.Now().Add(-2*abandoned)); err != nil {
		t.Fatal(err)
	}
	s, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	s.discard()
	s.close()
	if got := read(t, filepath.Join(out, "x")); got != "old" {
		t.Errorf("output is %q", got)
	}
	if entries, _ := os.ReadDir(parent); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// An old output that is not whole is none.
func TestStagePutsBackWholeOutputsAlone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	place(t, filepath.Join(ownFolder(out, "old-1"), "x"), "half")
	s, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	s.discard()
	s.close()
	if entries, _ := os.ReadDir(filepath.Dir(out)); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}

// What a content may bring with it: folders of the names that a build uses, without
// the user's own part; and, should that have become known, links of those names.
func TestStageTouchesNothingThatCameWithTheContent(t *testing.T) {
	parent := t.TempDir()
	outside := filepath.Join(t.TempDir(), "outside")
	place(t, filepath.Join(outside, marker), "")
	place(t, filepath.Join(outside, "a", "b", "letter.txt"), "years of work")
	out := filepath.Join(parent, "public")
	for _, name := range []string{"old-1", "old", "new-1", "", "x-old-1"} {
		planted := filepath.Join(parent, ".public.samsyn-"+name)
		place(t, filepath.Join(planted, marker), "")
		place(t, filepath.Join(planted, "index.html"), "<p>Hej!</p>")
		if err := os.Chtimes(planted, time.Time{}, time.Now().Add(-2*abandoned)); err != nil {
			t.Fatal(err)
		}
	}
	for _, link := range []string{filepath.Join(parent, ".public.samsyn-old-2"), ownFolder(out, "old-2"), ownFolder(out, "new-2")} {
		if err := os.Symlink(outside, link); err != nil {
			t.Fatal(err)
		}
	}
	before, err := os.ReadDir(parent)
	if err != nil {
		t.Fatal(err)
	}
	s, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(out); err == nil {
		t.Error("something was taken for the old output")
	}
	if err := errors.Join(s.write("x", []byte("new")), s.swap()); err != nil {
		t.Fatal(err)
	}
	s.close()
	if got := read(t, filepath.Join(outside, "a", "b", "letter.txt")); got != "years of work" {
		t.Errorf("the letter says %q", got)
	}
	if got := read(t, filepath.Join(parent, ".public.samsyn-old-1", "index.html")); got != "<p>Hej!</p>" {
		t.Errorf("the planted page says %q", got)
	}
	if after, err := os.ReadDir(parent); err != nil || len(after) != len(before)+1 {
		t.Errorf("%d things beside the output, then %d, %v", len(before), len(after)-1, err)
	}
}

// Links in an old output lead to nothing: a file that they lead to is neither read nor
// given a place in the new one, nor removed with the old one.
func TestLinksInTheOldOutputAreNotFollowed(t *testing.T) {
	parent := t.TempDir()
	outside := filepath.Join(t.TempDir(), "outside")
	place(t, filepath.Join(outside, "b", "x"), "same")
	out := filepath.Join(parent, "public")
	place(t, filepath.Join(out, marker), "")
	if err := errors.Join(os.Symlink(outside, filepath.Join(out, "a")), os.Symlink(filepath.Join(outside, "b", "x"), filepath.Join(out, "y"))); err != nil {
		t.Fatal(err)
	}
	s, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a/b/x", "y"} {
		if s.keep(name, s.inOld(name)) == nil {
			t.Errorf("%s was kept", name)
		}
		if err := s.write(name, []byte("same")); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.swap(); err != nil {
		t.Fatal(err)
	}
	s.close()
	theirs, err := os.Stat(filepath.Join(outside, "b", "x"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a/b/x", "y"} {
		ours, err := os.Lstat(filepath.Join(out, name))
		if err != nil || !ours.Mode().IsRegular() || os.SameFile(theirs, ours) {
			t.Errorf("%s: %v, %v", name, ours, err)
		}
	}
}

// A link in the content's folder is no way out of it, where the output lies there.
func TestTheWayToAnOutputStaysInside(t *testing.T) {
	content, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(content, "site")); err != nil {
		t.Fatal(err)
	}
	if _, err := stage(Place{Folder: filepath.Join(content, "site", "a", "public"), Within: content, Own: "secret"}); !errors.Is(err, ErrLinkedOutput) {
		t.Errorf("stage: %v", err)
	}
	if entries, err := os.ReadDir(outside); err != nil || len(entries) != 0 {
		t.Errorf("outside: %v, %v", entries, err)
	}
}

// The marker may come with a content; a folder that holds a content or a repository is
// no output of ours all the same.
func TestStageRefusesARepositoryWithTheMarker(t *testing.T) {
	for _, theirs := range []string{"samsyn.yaml", ".git/config"} {
		out := filepath.Join(t.TempDir(), "content")
		place(t, filepath.Join(out, marker), "")
		place(t, filepath.Join(out, theirs), "theirs")
		if _, err := stage(placeOf(out)); !errors.Is(err, ErrForeignOutput) {
			t.Errorf("%s: %v", theirs, err)
		}
		if got := read(t, filepath.Join(out, theirs)); got != "theirs" {
			t.Errorf("%s says %q", theirs, got)
		}
	}
}

// What appears in the output's place during a build stays, and so does what was built.
func TestSwapLeavesWhatAppearedMeanwhile(t *testing.T) {
	for _, hadOld := range []bool{false, true} {
		parent := t.TempDir()
		out := filepath.Join(parent, "public")
		if hadOld {
			place(t, filepath.Join(out, marker), "")
		}
		s, err := stage(placeOf(out))
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(s.write("x", []byte("new")), os.RemoveAll(out)); err != nil {
			t.Fatal(err)
		}
		place(t, filepath.Join(out, "thesis.doc"), "years of work")
		if err := s.swap(); !errors.Is(err, ErrForeignOutput) {
			t.Errorf("swap: %v", err)
		}
		s.discard()
		s.close()
		if got := read(t, filepath.Join(out, "thesis.doc")); got != "years of work" {
			t.Errorf("the file says %q", got)
		}
		if entries, _ := os.ReadDir(parent); len(entries) != 1 {
			t.Errorf("left behind: %v", entries)
		}
	}
}

// Systems that cannot exchange two folders set the old one aside first.
func TestSwapInTwo(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	place(t, filepath.Join(out, marker), "")
	place(t, filepath.Join(out, "x"), "old")
	s, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.write("x", []byte("new")); err != nil {
		t.Fatal(err)
	}
	s.closeFolders()
	old, err := s.swapInTwo()
	if err != nil {
		t.Fatal(err)
	}
	s.close()
	if got := read(t, filepath.Join(out, "x")); got != "new" {
		t.Errorf("output is %q", got)
	}
	if got := read(t, filepath.Join(filepath.Dir(out), old, "x")); got != "old" {
		t.Errorf("the old output is %q", got)
	}
}
