package build

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
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
	place(t, filepath.Join(parent, prefix(out)+"new-1", "x"), "half")
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
