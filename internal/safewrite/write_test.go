package safewrite_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"samsyn/internal/safewrite"
)

// Where somebody else has changed or removed one of the files nothing is written, neither
// what comes before it nor what is new.
func TestWriteIsWhole(t *testing.T) {
	for _, test := range []struct {
		name    string
		before  string // of b, as it was read
		is      string // b now, "" for gone
		changed bool
	}{
		{"as it was", "b", "b", false},
		{"changed", "b", "theirs", true},
		{"removed", "b", "", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			put := func(name, text string) {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			put("a", "a")
			if test.is != "" {
				put("b", test.is)
			}
			err := safewrite.Write(dir, []safewrite.Change{
				{Path: "a", Before: []byte("a"), After: []byte("new a")},
				{Path: "fresh", After: []byte("new")},
				{Path: "b", Before: []byte(test.before), After: []byte("new b")},
			})
			if errors.Is(err, safewrite.ErrChanged) != test.changed || err != nil != test.changed {
				t.Fatalf("got %v", err)
			}
			want := map[string]string{"a": "new a", "b": "new b", "fresh": "new"}
			if test.changed {
				want = map[string]string{"a": "a", "b": test.is, "fresh": ""}
			}
			for name, text := range want {
				if got, _ := os.ReadFile(filepath.Join(dir, name)); string(got) != text {
					t.Errorf("%s is %q, want %q", name, got, text)
				}
			}
		})
	}
}
