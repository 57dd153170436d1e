package build

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
		s, err := stage(out)
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
	if _, err := stage(out); !errors.Is(err, ErrForeignOutput) {
		t.Errorf("stage: %v", err)
	}
	if read(t, filepath.Join(out, "thesis.doc")) != "years of work" {
		t.Error("the file was touched")
	}
	file := filepath.Join(t.TempDir(), "file")
	place(t, file, "a file")
	if _, err := stage(file); !errors.Is(err, ErrForeignOutput) {
		t.Errorf("stage over a file: %v", err)
	}
}

func TestDiscardLeavesTheOldOutput(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	s, err := stage(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.write("x", []byte("old")), s.swap()); err != nil {
		t.Fatal(err)
	}
	s, err = stage(out)
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
	place(t, filepath.Join(parent, prefix(out)+"old", "x"), "old")
	place(t, filepath.Join(parent, prefix(out)+"old", marker), "")
	half := filepath.Join(parent, prefix(out)+"new-1")
	place(t, filepath.Join(half, "x"), "half")
	if err := os.Chtimes(half, time.Time{}, time.Now().Add(-2*abandoned)); err != nil {
		t.Fatal(err)
	}
	s, err := stage(out)
	if err != nil {
		t.Fatal(err)
	}
	s.discard()
	if got := read(t, filepath.Join(out, "x")); got != "old" {
		t.Errorf("output is %q", got)
	}
	if entries, _ := os.ReadDir(parent); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

// Two builds into the same folder leave each other alone; the last one's stays.
func TestTwoBuildsAtOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first, err := stage(out)
	if err != nil {
		t.Fatal(err)
	}
	second, err := stage(out)
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

// A file that was kept is the old output's too, and is written over in the new one
// alone.
func TestWriteLeavesTheOldOutput(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	place(t, filepath.Join(out, marker), "")
	place(t, filepath.Join(out, "x"), "old")
	s, err := stage(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.keep("x"), s.write("x", []byte("new"))); err != nil {
		t.Fatal(err)
	}
	if old, made := read(t, filepath.Join(out, "x")), read(t, filepath.Join(s.dir, "x")); old != "old" || made != "new" {
		t.Errorf("the old output has %q, the new one %q", old, made)
	}
}

func TestWriteStaysInside(t *testing.T) {
	s, err := stage(filepath.Join(t.TempDir(), "public"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"../x", "/x", "a/../../x"} {
		if s.write(name, nil) == nil {
			t.Errorf("%s was written", name)
		}
	}
}
