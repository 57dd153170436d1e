package cause_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"samsyn/internal/cause"
	"samsyn/internal/history"
	"samsyn/internal/keys"
	"samsyn/internal/sign"
)

func TestOf(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "saknas")
	_, gone := os.ReadFile(missing)
	file := filepath.Join(t.TempDir(), "fil")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, plain := os.OpenRoot(file)
	for _, c := range []struct {
		err    error
		sv, en string
	}{
		{plain, file + ": en del av sökvägen är ingen mapp", file + ": a part of the path is no folder"},
		{fmt.Errorf("read: %w", history.ErrCorrupt), "git-arkivet är skadat. Hämta det på nytt", "the git repository is damaged. Fetch it again"},
		{keys.ErrExpired, "certifikatet har gått ut", "the certificate has expired"},
		{gone, missing + ": filen eller mappen finns inte", missing + ": there is no such file or folder"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.ENOSPC}, "b: disken är full", "b: the disk is full"},
		{errors.Join(cause.ErrWatch, syscall.ENOSPC), "datorn kan inte bevaka fler mappar. På Linux höjs gränsen med sysctl fs.inotify.max_user_watches",
			"the computer cannot watch more folders. On Linux the limit is raised with sysctl fs.inotify.max_user_watches"},
		{errors.New("nobody's own"), "något som samsyn inte känner till gick fel (programmets egna ord: ”nobody's own”)", "nobody's own"},
	} {
		if got := cause.Of(c.err, "sv"); got != c.sv {
			t.Errorf("%v: %s", c.err, got)
		}
		if got := cause.Of(c.err, "en"); got != c.en {
			t.Errorf("%v: %s", c.err, got)
		}
	}
}

// What the system refuses is told without the path, which may be a secret.
func TestSystemTellsNoPath(t *testing.T) {
	if got := cause.System(&fs.PathError{Op: "open", Path: "hemligt", Err: syscall.EACCES}, "sv"); got != "du har inte behörighet till den" {
		t.Error(got)
	}
	if got := cause.System(errors.New("hemligt"), "sv"); got != "" {
		t.Error(got)
	}
}

func TestSigningKnowsItsOwn(t *testing.T) {
	if got := cause.Signing(fmt.Errorf("x: %w", sign.ErrRoom)).In("sv"); got != "underskriften får inte plats i filen" {
		t.Error(got)
	}
	if got := cause.Signing(history.ErrCorrupt).In("sv"); got != "" {
		t.Error(got)
	}
}
