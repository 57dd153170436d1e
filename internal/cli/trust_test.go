package cli

import (
	"fmt"
	"io/fs"
	"testing"

	"samsyn/internal/console"
	"samsyn/internal/source"
)

// A command that can do without a content does so where none is to be found, also when a
// folder above is closed, but not where one was named.
func TestAlone(t *testing.T) {
	closed := fmt.Errorf("open: %w", &fs.PathError{Op: "lstat", Path: "/home/samsyn.yaml", Err: fs.ErrPermission})
	for _, tt := range []struct {
		at   string
		err  error
		want bool
	}{
		{"", source.ErrNoRepository, true},
		{"", closed, true},
		{"", fs.ErrNotExist, false},
		{"", nil, false},
		{"county", source.ErrNoRepository, false},
		{"county", closed, false},
	} {
		a := &app{&console.Console{At: tt.at}}
		if a.alone(tt.err) != tt.want {
			t.Errorf("-C %q, %v: alone is %v", tt.at, tt.err, !tt.want)
		}
	}
}
