package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"

	"samsyn/internal/model"
	"samsyn/internal/source"
)

// A new output that somebody is at work on stays; one that nobody is, goes.
func TestStageRemovesWhatNobodyIsAtWorkOn(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	atWork, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	killed, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	killed.close() // as the system does
	next, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(filepath.Join(filepath.Dir(out), killed.fresh)); err == nil && runtime.GOOS != "windows" {
		t.Error("the killed build's folder is left")
	}
	for _, s := range []*staging{atWork, next} {
		if err := errors.Join(s.write("x", nil), s.swap()); err != nil {
			t.Fatal(err)
		}
		s.close()
	}
	if beside, err := os.ReadDir(filepath.Dir(out)); err != nil || len(beside) != 1 && runtime.GOOS != "windows" {
		t.Errorf("left beside the output: %v, %v", beside, err)
	}
}

// Two builds into the same folder leave each other alone; the last one's stays.
func TestTwoBuildsAtOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	second, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(first.write("x", []byte("first")), second.write("x", []byte("second")), first.swap(), second.swap()); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(out, "x")); got != "second" {
		t.Errorf("output is %q", got)
	}
	if beside, err := os.ReadDir(filepath.Dir(out)); err != nil || len(beside) != 1 {
		t.Errorf("left beside the output: %v, %v", beside, err)
	}
}

// Whatever ends a build, before its work as well as within it, its folder goes.
func TestNothingStaysOfABuildThatFails(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	spoilt := source.FromFS(fstest.MapFS{SignedFolder + "/avtal.pdf": {Data: []byte("not a PDF")}})
	if _, err := ToFolder(context.Background(), spoilt, &model.Content{}, placeOf(out), Options{}); !errors.Is(err, ErrSignedInvalid) {
		t.Fatalf("a spoilt file in %s: %v", SignedFolder, err)
	}
	if beside, err := os.ReadDir(filepath.Dir(out)); err != nil || len(beside) != 0 {
		t.Errorf("left behind: %v, %v", beside, err)
	}
}

// A file that was kept is the old output's too, and is written over in the new one
// alone.
func TestWriteLeavesTheOldOutput(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	place(t, filepath.Join(out, marker), "")
	place(t, filepath.Join(out, "x"), "old")
	s, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.keep("x", s.inOld("x")), s.write("x", []byte("new"))); err != nil {
		t.Fatal(err)
	}
	if old, made := read(t, filepath.Join(out, "x")), read(t, filepath.Join(s.dir.Name(), "x")); old != "old" || made != "new" {
		t.Errorf("the old output has %q, the new one %q", old, made)
	}
}

func TestWriteStaysInside(t *testing.T) {
	s, err := stage(placeOf(filepath.Join(t.TempDir(), "public")))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"../x", "/x", "a/../../x"} {
		if s.write(name, nil) == nil {
			t.Errorf("%s was written", name)
		}
	}
}

// A build that is told to stop does not wait for what it is at; what that writes after
// all goes nowhere.
func TestStoppingDoesNotWait(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	s, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	released, late := make(chan struct{}), make(chan error)
	_, err = s.until(ctx, func() (Output, error) {
		if err := s.write("a/x", []byte("half")); err != nil {
			t.Error(err)
		}
		cancel()
		<-released
		late <- errors.Join(s.write("a/y", []byte("late")), s.keep("a/z", s.inOld("a/z")))
		return Output{}, nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("until: %v", err)
	}
	s.discard()
	close(released)
	if err := <-late; !errors.Is(err, context.Canceled) {
		t.Errorf("written after the end: %v", err)
	}
	s.close()
	if entries, err := os.ReadDir(filepath.Dir(out)); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
}

// A file is kept of the output that was there when the build began, not of one that
// another build has put there meanwhile.
func TestKeepTakesNothingOfAnotherBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	place(t, filepath.Join(out, marker), "")
	place(t, filepath.Join(out, "x"), "same")
	place(t, filepath.Join(out, "y"), "same")
	first, err := stage(placeOf(out))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(out, filepath.Join(filepath.Dir(out), "aside")); err != nil {
		t.Fatal(err)
	}
	place(t, filepath.Join(out, marker), "")
	place(t, filepath.Join(out, "x"), "theirs")
	place(t, filepath.Join(out, "y"), "theirs")
	if first.keep("x", first.inOld("x")) == nil {
		t.Error("it was kept")
	}
	if err := errors.Join(first.write("x", []byte("same")), first.write("y", []byte("same")), first.swap()); err != nil {
		t.Fatal(err)
	}
	first.close()
	for _, name := range []string{"x", "y"} {
		if got := read(t, filepath.Join(out, name)); got != "same" {
			t.Errorf("%s is %q", name, got)
		}
	}
}
