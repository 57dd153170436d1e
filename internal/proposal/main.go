package proposal

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"samsyn/internal/source"
)

// remote is the name of the remote, "" where there is none.
func (s *Store) remote(ctx context.Context) (string, error) {
	out, err := s.run(ctx, "remote")
	if err != nil {
		return "", err
	}
	all := strings.Fields(out)
	switch {
	case s.opt.Remote != "" && slices.Contains(all, s.opt.Remote):
		return s.opt.Remote, nil
	case s.opt.Remote != "":
		return "", nil
	case slices.Contains(all, "origin"):
		return "origin", nil
	case len(all) == 1:
		return all[0], nil
	}
	return "", nil
}

// Named holds that the branch and the remote that the options name are there: ErrNoMain,
// ErrNoRemote. What they do not name is looked for whenever it is needed.
func (s *Store) Named(ctx context.Context) error {
	if s.opt.Main == "" && s.opt.Remote == "" {
		return nil
	}
	v, err := s.look(ctx)
	if errors.Is(err, ErrNoMain) && s.opt.Main == "" {
		err = nil
	}
	if err == nil && s.opt.Remote != "" && v.remote == "" {
		err = fmt.Errorf("%w: %s", ErrNoRemote, s.opt.Remote)
	}
	return err
}

// view is where the branches are at a moment.
type view struct {
	remote string            // its name, "" where there is none
	name   string            // of the main branch
	main   Commit            // the newest of the main branch
	refs   map[string]Commit // by their full names
}

// look looks at where the branches are. ErrNoMain says that there is none to start from.
func (s *Store) look(ctx context.Context) (v view, err error) {
	if v.remote, err = s.remote(ctx); err != nil {
		return v, err
	}
	places := []string{"refs/heads", "refs/samsyn"}
	if v.remote != "" {
		places = append(places, "refs/remotes/"+v.remote)
	}
	out, err := s.run(ctx, append([]string{"for-each-ref", "--format=%(refname) %(objecttype) %(objectname) %(symref)"}, places...)...)
	if err != nil {
		return v, err
	}
	v.refs = map[string]Commit{}
	preferred := ""
	for line := range strings.Lines(out) {
		f := strings.Fields(line)
		if len(f) > 2 && f[1] == "commit" {
			v.refs[f[0]] = Commit(f[2])
		}
		if len(f) == 4 && f[0] == tracking(v.remote, "HEAD") {
			preferred = strings.TrimPrefix(f[3], tracking(v.remote, ""))
		}
	}
	if v.name = s.opt.Main; v.name == "" {
		v.name = v.usual(preferred)
	}
	v.main, err = s.newest(ctx, v.refs["refs/heads/"+v.name], v.refs[tracking(v.remote, v.name)])
	return v, err
}

// usual is the first of the usual names that a branch has here or at the remote.
func (v view) usual(preferred string) string {
	for _, name := range []string{preferred, "main", "master"} {
		if v.refs["refs/heads/"+name] != "" || v.refs[tracking(v.remote, name)] != "" {
			return name
		}
	}
	return ""
}

// newest is the repository's own branch where it has all that the remote's has, else the
// remote's.
func (s *Store) newest(ctx context.Context, local, there Commit) (Commit, error) {
	switch {
	case local == "" && there == "":
		return "", ErrNoMain
	case there == "":
		return local, nil
	case local == "":
		return there, nil
	}
	if has, err := s.contains(ctx, local, there); err != nil || has {
		return local, err
	}
	return there, nil
}

// tip is the newest version of a proposal, "" where there is none of the name: of the
// repository's own branch, or of the one that others have sent (see Fetch).
func (v view) tip(name string) (tip Commit, local bool) {
	if tip = v.refs[branch(name)]; tip != "" {
		return tip, true
	}
	if v.refs[dropped(name)] != "" {
		return "", false
	}
	return v.refs[tracking(v.remote, Prefix+name)], false
}

// names lists the names of the repository's own proposals, and of those that others have
// sent.
func (v view) names() []string {
	var names []string
	for ref := range v.refs {
		for _, place := range []string{branch(""), tracking(v.remote, Prefix)} {
			if name, is := strings.CutPrefix(ref, place); is && Nameable(name) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

// contains tells whether a commit is another, or above it.
func (s *Store) contains(ctx context.Context, tip, c Commit) (bool, error) {
	if tip == c {
		return true, nil
	}
	out, err := s.run(ctx, "rev-list", "--max-count=1", "--end-of-options", string(c), "^"+string(tip))
	return err == nil && strings.TrimSpace(out) == "", err
}

// contentOf finds the folder of the content in the main branch: the one that holds the
// marker, and lies least deep.
func (s *Store) contentOf() (string, error) {
	ctx := context.Background()
	v, err := s.look(ctx)
	if err != nil {
		return "", err
	}
	out, err := s.run(ctx, "ls-tree", "-r", "-z", "--name-only", string(v.main))
	if err != nil {
		return "", err
	}
	found, deep := "", -1
	for name := range strings.SplitSeq(out, "\x00") {
		if path.Base(name) != source.Marker {
			continue
		}
		if n := strings.Count(name, "/"); deep < 0 || n < deep {
			found, deep = path.Dir(name), n
		}
	}
	if deep < 0 {
		return "", source.ErrNoRepository
	}
	if found == "." {
		found = ""
	}
	return found, nil
}
