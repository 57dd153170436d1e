// Package git calls the user's own git: arguments and input go in, and what git writes
// comes out, with nothing of the repository's own being run: no hook, filter, pager or
// editor. What git needs to reach a remote (ssh, credential helpers) is as its settings
// say; see proposal, which holds these to come from no file of the content.
package git

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// Repository is where git is to work. Git is never left to look for it: it would take a
// folder of the content for one, if that holds the files of a repository.
type Repository struct {
	GitDir   string
	WorkTree string // "" for a bare repository
	Environ  []string
}

// ErrNoGit says that git is not there to be called.
var ErrNoGit = errors.New("no git program")

// harmless turns off the hooks, and the programs that a repository's own settings can name
// for work that needs no remote. Settings may lie in a file that the content brings (include.path).
var harmless = []string{
	"core.hooksPath=" + os.DevNull, "core.fsmonitor=false", "core.pager=cat", "core.editor=false",
	"core.attributesFile=" + os.DevNull, "diff.external=",
}

// Call is one call of git.
type Call struct {
	Args     []string
	Input    string
	Settings []string  // name=value, over those of the files
	Environ  []string  // beside the repository's
	Said     io.Writer // gets what git says beside its answer; nil for nobody
}

// Run runs git. The error of a git that fails holds what it said (*Failed).
func (r Repository) Run(ctx context.Context, c Call) (string, error) {
	args := []string{"--git-dir=" + r.GitDir}
	if r.WorkTree != "" {
		args = append(args, "--work-tree="+r.WorkTree)
	}
	for _, s := range append(slices.Clone(harmless), c.Settings...) {
		args = append(args, "-c", s)
	}
	cmd := exec.CommandContext(ctx, "git", append(args, c.Args...)...)
	cmd.WaitDelay = 5 * time.Second // for what git has started itself
	if cmd.Dir = r.WorkTree; cmd.Dir == "" {
		cmd.Dir = r.GitDir
	}
	cmd.Env = append(slices.DeleteFunc(slices.Clone(r.Environ), ofARepository), c.Environ...)
	cmd.Stdin = strings.NewReader(c.Input)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if c.Said != nil {
		cmd.Stderr = io.MultiWriter(&said, c.Said)
	}
	err := cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return "", ErrNoGit
	}
	if ctx.Err() != nil {
		return "", ctx.Err()
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

// Code is git's exit code; -1 where it was ended from outside.
func (e *Failed) Code() int {
	if exit := (*exec.ExitError)(nil); errors.As(e.err, &exit) {
		return exit.ExitCode()
	}
	return -1
}

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

// Setting is a setting of git's.
type Setting struct {
	Name, Value string
	// OfRepository says that it stands in the repository's settings, or in what they
	// include, and not in the user's own.
	OfRepository bool
}

// Get lists the settings whose names match an expression, in git's order.
func (r Repository) Get(ctx context.Context, names string) ([]Setting, error) {
	listed, err := r.Run(ctx, Call{Args: []string{"config", "--null", "--show-scope", "--get-regexp", names}})
	if failed := (*Failed)(nil); errors.As(err, &failed) && failed.Code() == 1 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list []Setting
	parts := strings.Split(listed, "\x00") // scope, then name and value, over and over
	for i := 0; i+1 < len(parts); i += 2 {
		name, value, _ := strings.Cut(parts[i+1], "\n")
		list = append(list, Setting{name, value, parts[i] == "local" || parts[i] == "worktree"})
	}
	return list, nil
}
