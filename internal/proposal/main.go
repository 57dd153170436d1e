package proposal

import (
	"context"
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

// MainName is the name of the branch that proposals are made for.
func (s *Store) MainName() (string, error) { return s.mainName(context.Background()) }

func (s *Store) mainName(ctx context.Context) (string, error) {
	if s.opt.Main != "" {
		return s.opt.Main, nil
	}
	remote, err := s.remote(ctx)
	if err != nil {
		return "", err
	}
	if remote != "" {
		out, err := s.run(ctx, "for-each-ref", "--format=%(symref)", "refs/remotes/"+remote+"/HEAD")
		if err != nil {
			return "", err
		}
		if head, is := strings.CutPrefix(strings.TrimSpace(out), "refs/remotes/"+remote+"/"); is {
			return head, nil
		}
	}
	for _, usual := range []string{"main", "master"} {
		local, there, err := s.mains(ctx, remote, usual)
		if err != nil {
			return "", err
		}
		if local != "" || there != "" {
			return usual, nil
		}
	}
	return "", ErrNoMain
}

// mains are the main branch's commits: the repository's own, and what is known of the
// remote's; "" for one that is not there.
func (s *Store) mains(ctx context.Context, remote, name string) (local, there Commit, err error) {
	if local, err = s.ref(ctx, "refs/heads/"+name); err != nil || remote == "" {
		return local, "", err
	}
	there, err = s.ref(ctx, "refs/remotes/"+remote+"/"+name)
	return local, there, err
}

// main is the newest commit of the main branch: the repository's own where it has all
// that the remote's has, else the remote's.
func (s *Store) main(ctx context.Context) (Commit, error) {
	name, err := s.mainName(ctx)
	if err != nil {
		return "", err
	}
	remote, err := s.remote(ctx)
	if err != nil {
		return "", err
	}
	local, there, err := s.mains(ctx, remote, name)
	switch {
	case err != nil:
		return "", err
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
	main, err := s.main(ctx)
	if err != nil {
		return "", err
	}
	out, err := s.run(ctx, "ls-tree", "-r", "-z", "--name-only", string(main))
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
