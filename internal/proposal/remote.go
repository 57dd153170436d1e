package proposal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"samsyn/internal/git"
)

var (
	// ErrSettings says that git's settings come from a file of the content, which may
	// name programs: git is not let on the network with them.
	ErrSettings = errors.New("git's settings include a file of the content")
	// ErrNoRemote says that the repository has no remote, or none of the name.
	ErrNoRemote = errors.New("the repository has no remote")
)

// longestFar is how long git may take with the network.
const longestFar = 3 * time.Minute

// far calls git to reach the remote: with the user's own credentials, without asking
// anybody anything, and not for ever. It gives what git says beside its answer, without
// passwords.
func (s *Store) far(ctx context.Context, args ...string) (said string, err error) {
	if err := s.trusted(ctx); err != nil {
		return "", err
	}
	ssh, err := s.ssh(ctx)
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, longestFar)
	defer cancel()
	var told bytes.Buffer
	_, err = s.git.Run(ctx, git.Call{Args: args, Said: &told, Settings: append([]string{"protocol.ext.allow=never", "push.gpgSign=false", "push.recurseSubmodules=no", "fetch.recurseSubmodules=no", "gc.auto=0", "maintenance.auto=false", "http.lowSpeedLimit=500", "http.lowSpeedTime=30"}, durable...),
		Environ: append([]string{"GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=", "SSH_ASKPASS=", "GCM_INTERACTIVE=never"}, ssh...)})
	if failed := (*git.Failed)(nil); errors.As(err, &failed) {
		failed.Said = masked(failed.Said)
	}
	return masked(told.String()), err
}

// ssh makes the user's own ssh ask nothing.
func (s *Store) ssh(ctx context.Context) ([]string, error) {
	command := "ssh"
	set, err := s.git.Get(ctx, `^core\.sshcommand$`)
	if err != nil {
		return nil, err
	}
	if len(set) > 0 {
		command = set[len(set)-1].Value
	}
	for _, v := range s.git.Environ {
		switch name, value, _ := strings.Cut(v, "="); name {
		case "GIT_SSH":
			return nil, nil // a program that takes other options
		case "GIT_SSH_COMMAND":
			command = value
		}
	}
	return []string{"GIT_SSH_COMMAND=" + command + " -o BatchMode=yes -o ConnectTimeout=20"}, nil
}

// trusted holds git's settings to be the user's: none may come from a file in the work
// tree, which the content brings.
func (s *Store) trusted(ctx context.Context) error {
	if s.git.WorkTree == "" {
		return nil
	}
	out, err := s.run(ctx, "config", "--null", "--show-origin", "--name-only", "--list")
	if err != nil {
		return err
	}
	common, err := s.run(ctx, "rev-parse", "--path-format=absolute", "--git-common-dir")
	if err != nil {
		return err
	}
	parts := strings.Split(out, "\x00") // origin, then name, over and over
	for i := 0; i+1 < len(parts); i += 2 {
		file, is := strings.CutPrefix(parts[i], "file:")
		if !is {
			continue
		}
		if !filepath.IsAbs(file) {
			file = filepath.Join(s.git.WorkTree, file)
		}
		if below(s.git.WorkTree, file) && !below(s.git.GitDir, file) && !below(strings.TrimSpace(common), file) {
			return fmt.Errorf("%w: %s", ErrSettings, file)
		}
	}
	return nil
}

// below tells whether a file lies in a folder, by whatever links.
func below(dir, file string) bool {
	for _, path := range []*string{&dir, &file} {
		if real, err := filepath.EvalSymlinks(*path); err == nil {
			*path = real
		}
	}
	within, err := filepath.Rel(dir, file)
	return err == nil && filepath.IsLocal(within)
}

// keys are the names and passwords that may stand in an address.
var keys = regexp.MustCompile(`(://)[^/@\s]+@`)

func masked(s string) string { return keys.ReplaceAllString(s, "$1") }

// Fetch asks the remote for its main branch, and for the proposals that others have
// sent. Where there is no remote it does nothing.
func (s *Store) Fetch(ctx context.Context) error {
	v, err := s.look(ctx)
	if err != nil && (v.name == "" || !errors.Is(err, ErrNoMain)) {
		return err // one that is named may be at the remote alone
	}
	if v.remote == "" {
		return nil
	}
	remote, main := v.remote, v.name
	_, err = s.far(ctx, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--prune", "--refmap=", "--end-of-options", remote,
		"+refs/heads/"+main+":"+tracking(remote, main), "+"+branch("*")+":"+tracking(remote, Prefix+"*"))
	return err
}

// tracking is the reference of what is known of a remote's branch.
func tracking(remote, branch string) string { return "refs/remotes/" + remote + "/" + branch }
