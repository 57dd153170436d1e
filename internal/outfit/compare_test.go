package outfit

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/safewrite"
)

// written makes a repository for a forge and gives its folder.
func written(t *testing.T, forge string) string {
	t.Helper()
	files, err := Repository(New{Year: 2026, Forge: forge, Version: "1.0.0"})
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "lan")
	if err := safewrite.Create(dir, files); err != nil {
		t.Fatal(err)
	}
	return dir
}

func compared(t *testing.T, dir string, more ...string) *Kept {
	t.Helper()
	k, err := Compare(dir, more)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// states are the paths of the parts that are not as this version writes them.
func states(k *Kept) map[string]State {
	all := map[string]State{}
	for _, p := range k.Parts {
		if p.State != Same {
			all[p.Path] = p.State
		}
	}
	return all
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// older makes a file look as if an earlier version had written it.
func older(t *testing.T, dir, name, text string) {
	t.Helper()
	record := get(t, dir, RecordFile)
	put(t, dir, RecordFile, strings.Replace(record, digest([]byte(get(t, dir, name)))+"  "+name, digest([]byte(text))+"  "+name, 1))
	put(t, dir, name, text)
}

func TestCompareANewRepository(t *testing.T) {
	for _, forge := range append(slices.Clone(Forges), ForgeNone) {
		k := compared(t, written(t, forge))
		if len(states(k)) > 0 || !k.Recorded {
			t.Errorf("%s: %v", forge, states(k))
		}
		if want := []string{forge}; forge != ForgeNone && !slices.Equal(k.Forges, want) || forge == ForgeNone && len(k.Forges) > 0 {
			t.Errorf("%s: the forges are %v", forge, k.Forges)
		}
	}
	if k := compared(t, written(t, "")); !slices.Equal(k.Forges, []string{"github", "gitlab", "forgejo"}) { // Gitea reads .github
		t.Errorf("the forges are %v", k.Forges)
	}
}

// What nobody has edited is renewed, what somebody has is left until it is named, and what
// was removed stays away.
func TestRenew(t *testing.T) {
	dir := written(t, "github")
	const flow, script, hook, edited = ".github/workflows/granska.yml", ".samsyn/comment.sh", ".samsyn/hooks/pre-commit", ".editorconfig"
	want := map[string]string{flow: get(t, dir, flow), script: get(t, dir, script), edited: get(t, dir, edited)}
	older(t, dir, flow, "older\n")
	put(t, dir, flow, "older\r\n") // as a checkout on Windows may give it
	older(t, dir, script, "older\n")
	put(t, dir, edited, "mine\n")
	if err := os.Remove(filepath.Join(dir, hook)); err != nil {
		t.Fatal(err)
	}
	k := compared(t, dir)
	for name, state := range map[string]State{flow: Older, script: Older, edited: Edited, hook: Gone} {
		if states(k)[name] != state {
			t.Errorf("%s: %v", name, states(k)[name])
		}
	}
	names, err := k.Renew("2.0.0", nil)
	if err != nil || !slices.Equal(names, []string{flow, script}) {
		t.Errorf("%v, %v", names, err)
	}
	if get(t, dir, flow) != want[flow] || get(t, dir, script) != want[script] || get(t, dir, edited) != "mine\n" {
		t.Error("the files are not as they should be")
	}
	if info, err := os.Stat(filepath.Join(dir, script)); err != nil || runtime.GOOS != "windows" && info.Mode()&0o100 == 0 {
		t.Errorf("the script cannot be run any more: %v", err)
	}
	if !strings.Contains(get(t, dir, RecordFile), "samsyn 2.0.0") {
		t.Error("the record does not name the version")
	}
	k = compared(t, dir)
	if got := states(k); len(got) != 2 || got[edited] != Edited || got[hook] != Gone {
		t.Errorf("afterwards: %v", got)
	}
	if names, err = k.Renew("2.0.0", []string{edited, hook}); err != nil || len(names) != 2 {
		t.Errorf("%v, %v", names, err)
	}
	if got := states(compared(t, dir)); len(got) > 0 || get(t, dir, edited) != want[edited] {
		t.Errorf("what was named: %v", got)
	}
}

// A forge can be added, and a repository that has none of the files gets them.
func TestRenewAdds(t *testing.T) {
	dir := written(t, ForgeNone)
	k := compared(t, dir, "gitlab")
	if got := states(k); got[".gitlab-ci.yml"] != Missing {
		t.Errorf("%v", got)
	}
	if _, err := k.Renew("1.0.0", nil); err != nil {
		t.Fatal(err)
	}
	if k = compared(t, dir); len(states(k)) > 0 || !slices.Equal(k.Forges, []string{"gitlab"}) {
		t.Errorf("%v, %v", states(k), k.Forges)
	}

	bare := t.TempDir()
	k = compared(t, bare)
	if k.Recorded || len(k.Forges) > 0 {
		t.Errorf("%+v", k)
	}
	if _, err := k.Renew("1.0.0", nil); err != nil {
		t.Fatal(err)
	}
	if got := states(compared(t, bare)); len(got) > 0 {
		t.Errorf("%v", got)
	}
}

// Links, folders, huge files and a record full of nonsense are told of, and nothing is
// read or written through them.
func TestCompareHostile(t *testing.T) {
	dir := written(t, "github")
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.WriteFile(outside, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	replace := func(name string, with func(at string) error) {
		at := filepath.Join(dir, name)
		if err := os.Remove(at); err != nil {
			t.Fatal(err)
		}
		if err := with(at); err != nil {
			t.Fatal(err)
		}
	}
	const link, huge, folder = ".github/workflows/granska.yml", ".samsyn/comment.sh", ".samsyn/remind.sh"
	replace(link, func(at string) error { return os.Symlink(outside, at) })
	replace(huge, func(at string) error { return os.WriteFile(at, bytes.Repeat([]byte("x"), mostPart+1), 0o666) })
	replace(folder, func(at string) error { return os.Mkdir(at, 0o777) })
	put(t, dir, RecordFile, "00  ../../etc/passwd\n"+strings.Repeat("0", 64)+"  ../../etc/passwd\n"+strings.Repeat("\x00", 5000)+"\n"+get(t, dir, RecordFile))
	k := compared(t, dir)
	for _, name := range []string{link, huge, folder} {
		if states(k)[name] != Strange {
			t.Errorf("%s: %v", name, states(k)[name])
		}
	}
	if _, err := k.Renew("2.0.0", []string{link, huge, folder, "../../etc/passwd"}); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(outside); err != nil || string(data) != "secret" {
		t.Errorf("what lies outside: %q, %v", data, err)
	}
	if strings.Contains(get(t, dir, RecordFile), "passwd") {
		t.Error("the record has kept what is none of ours")
	}
	// A folder on the way that is a link.
	if err := os.RemoveAll(filepath.Join(dir, ".github")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Dir(outside), filepath.Join(dir, ".github")); err != nil {
		t.Fatal(err)
	}
	k = compared(t, dir, "github")
	if _, err := k.Renew("2.0.0", []string{link}); err == nil {
		if left, _ := os.ReadDir(filepath.Dir(outside)); len(left) != 1 {
			t.Errorf("it wrote through a link: %v", left)
		}
	}
}

// Somebody else changes a file between the look and the writing: it is left alone.
func TestRenewNotOverOthers(t *testing.T) {
	dir := written(t, "github")
	older(t, dir, ".samsyn/comment.sh", "older\n")
	k := compared(t, dir)
	put(t, dir, ".samsyn/comment.sh", "somebody else's\n")
	if _, err := k.Renew("2.0.0", nil); err == nil || get(t, dir, ".samsyn/comment.sh") != "somebody else's\n" {
		t.Errorf("%v", err)
	}
}

// Where the record itself is a link or a folder, that is told and nothing is written.
func TestRenewNeedsTheRecord(t *testing.T) {
	for _, make := range []func(at string) error{
		func(at string) error { return os.Mkdir(at, 0o777) },
		func(at string) error { return os.Symlink("../README.md", at) },
	} {
		dir := written(t, "github")
		older(t, dir, ".samsyn/comment.sh", "older\n")
		at := filepath.Join(dir, RecordFile)
		if err := os.Remove(at); err != nil {
			t.Fatal(err)
		}
		if err := make(at); err != nil {
			t.Skip(err)
		}
		k := compared(t, dir)
		if states(k)[RecordFile] != Strange {
			t.Errorf("%v", states(k))
		}
		var why *diag.Refused
		if names, err := k.Renew("2.0.0", []string{".samsyn/comment.sh"}); !errors.As(err, &why) || len(names) > 0 || get(t, dir, ".samsyn/comment.sh") != "older\n" {
			t.Errorf("%v, %v", names, err)
		}
	}
}
