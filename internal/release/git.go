package release

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// Repository is where git is to work. Git is never left to look for it: it would take a
// folder of the content for one, if that holds the files of a repository.
type Repository struct {
	GitDir, WorkTree string
	Environ          []string
}

// ErrNoGit says that git is not there to be called.
var ErrNoGit = errors.New("no git program")

// harmless turns off the programs that a repository's own settings can name, and its
// hooks. Settings may lie in a file that the content brings (include.path).
var harmless = []string{
	"core.hooksPath=" + os.DevNull, "core.fsmonitor=false", "core.pager=cat", "core.editor=false",
	"core.attributesFile=" + os.DevNull, "diff.external=",
}

// signers are the settings that name a program for signing, and what git runs where
// there is none. The user's own, outside the repository, count.
var signers = map[string]string{
	"gpg.program": "gpg", "gpg.openpgp.program": "gpg", "gpg.x509.program": "gpgsm",
	"gpg.ssh.program": "ssh-keygen", "gpg.ssh.defaultkeycommand": "",
}

// git runs git on the repository with nothing of the repository's own being run. The
// error of a git that fails holds what it said.
func (r Repository) git(input string, settings []string, args ...string) (string, error) {
	whole := []string{"--git-dir=" + r.GitDir, "--work-tree=" + r.WorkTree}
	for _, s := range append(slices.Clone(harmless), settings...) {
		whole = append(whole, "-c", s)
	}
	cmd := exec.Command("git", append(whole, args...)...)
	cmd.Dir = r.WorkTree
	cmd.Env = slices.DeleteFunc(slices.Clone(r.Environ), ofARepository)
	cmd.Stdin = strings.NewReader(input)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	err := cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return "", ErrNoGit
	}
	if err != nil {
		return "", &Failed{strings.TrimSpace(said.String()), err}
	}
	return out.String(), nil
}

// Failed is a git that failed, and what it said.
type Failed struct {
	Said string
	err  error
}

func (e *Failed) Error() string { return fmt.Sprintf("git: %s (%v)", e.Said, e.err) }
func (e *Failed) Unwrap() error { return e.err }

// ofARepository tells of the variables by which git would work on another repository:
// it sets them for the hooks that it runs, and one of those may be what called us.
func ofARepository(variable string) bool {
	name, _, _ := strings.Cut(variable, "=")
	switch name {
	case "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
		"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF":
		return true
	}
	return false
}

// ownSigners gives the settings that make git sign with the user's programs where the
// repository names others.
func (r Repository) ownSigners() ([]string, error) {
	listed, err := r.git("", nil, "config", "--null", "--show-scope", "--get-regexp", `^gpg\.(.*\.)?(program|defaultkeycommand)$`)
	if none := (*exec.ExitError)(nil); errors.As(err, &none) && none.ExitCode() == 1 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	own, theirs := map[string]string{}, map[string]bool{}
	parts := strings.Split(listed, "\x00") // scope, then name and value, over and over
	for i := 0; i+1 < len(parts); i += 2 {
		name, value, _ := strings.Cut(parts[i+1], "\n")
		if parts[i] == "local" || parts[i] == "worktree" {
			theirs[name] = true
		} else {
			own[name] = value
		}
	}
	var settings []string
	for name, usual := range signers {
		if !theirs[name] {
			continue
		}
		if value, has := own[name]; has {
			usual = value
		}
		settings = append(settings, name+"="+usual)
	}
	slices.Sort(settings)
	return settings, nil
}
