package proposal

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
)

// difference is a file that is not the same in two trees.
type difference struct {
	at        string // from the root of the tree
	old, new  string // names of blobs
	was, mode string // "000000" for one that is not there
}

// gone is the mode of a file that is not there.
const gone = "000000"

// differences lists what differs between two commits.
func (s *Store) differences(ctx context.Context, a, b Commit) ([]difference, error) {
	out, err := s.run(ctx, "diff-tree", "-r", "-z", "--no-renames", "--no-ext-diff", "--end-of-options", string(a), string(b), "--")
	if err != nil {
		return nil, err
	}
	var list []difference
	parts := strings.Split(out, "\x00") // ":mode mode blob blob kind", then the path
	for i := 0; i+1 < len(parts); i += 2 {
		f := strings.Fields(strings.TrimPrefix(parts[i], ":"))
		if len(f) != 5 {
			return nil, fmt.Errorf("git tells of a difference in a way that is not known: %q", parts[i])
		}
		list = append(list, difference{at: parts[i+1], was: f[0], mode: f[1], old: f[2], new: f[3]})
	}
	return list, nil
}

// Update brings the proposal up to date with the newest main branch. Where both have
// changed the same file the changes are put together field by field, as in Apply; a
// *Conflict says where they cannot, the proposal's being Mine. Saved.Commit is where the
// proposal is then.
func (p *Proposal) Update(who Person, choose func(Clash) Choice) (*Saved, error) {
	return p.change(func(ctx context.Context) (*Saved, error) { // which has just looked
		main := p.seen.main
		return p.bring(ctx, who, main, message("Ta in det nyaste från "+p.seen.name, broughtUp+string(main)), choose)
	})
}

// bring merges a commit into the proposal.
func (p *Proposal) bring(ctx context.Context, who Person, theirs Commit, message string, choose func(Clash) Choice) (*Saved, error) {
	s := p.store
	if has, err := s.contains(ctx, p.Tip, theirs); err != nil || has {
		return &Saved{Commit: p.Tip}, err
	}
	base, err := s.run(ctx, "merge-base", string(p.Tip), string(theirs))
	if err != nil {
		return nil, err
	}
	files, merged, err := s.onto(ctx, Commit(strings.TrimSpace(base)), p.Tip, theirs, choose)
	if err != nil {
		return nil, err
	}
	tree, err := s.write(ctx, theirs, files)
	if err != nil {
		return nil, err
	}
	saved, err := p.goOn(ctx, writing{who: who, message: message, parents: []Commit{p.Tip, theirs}, tree: tree})
	if err == nil {
		saved.Merged = merged
	}
	return saved, err
}

// onto gives what has to be put into a tree, theirs, so that it has the changes from one
// commit to another too, and which files have changes of both.
func (s *Store) onto(ctx context.Context, before, mine, theirs Commit, choose func(Clash) Choice) (files []put, merged []string, err error) {
	my, err := s.differences(ctx, before, mine)
	if err != nil {
		return nil, nil, err
	}
	their, err := s.differences(ctx, before, theirs)
	if err != nil {
		return nil, nil, err
	}
	there := map[string]difference{}
	for _, d := range their {
		there[d.at] = d
	}
	tree, err := s.tree(theirs)
	if err != nil {
		return nil, nil, err
	}
	m, err := s.merging(tree, choose)
	if err != nil {
		return nil, nil, err
	}
	for _, d := range my {
		other, both := there[d.at]
		if !both {
			f := put{at: d.at, mode: d.mode, blob: d.new}
			if d.mode == gone {
				f.mode = ""
			}
			files = append(files, f)
			continue
		}
		text, err := s.both(m, d, other)
		if err != nil {
			return nil, nil, err
		}
		files, merged = append(files, text), append(merged, s.called(d.at))
	}
	return files, merged, m.done(mine)
}

// called is a file as the content calls it; one outside the content is called what the
// repository calls it.
func (s *Store) called(at string) string {
	if s.repo.Prefix() == "" {
		return at
	}
	if name, within := strings.CutPrefix(at, s.repo.Prefix()+"/"); within {
		return name
	}
	return path.Join("/", at)
}

// both merges a file that both have changed.
func (s *Store) both(m *merging, mine, theirs difference) (put, error) {
	var texts [3][]byte
	for i, side := range []struct{ mode, blob string }{{mine.was, mine.old}, {mine.mode, mine.new}, {theirs.mode, theirs.new}} {
		switch {
		case side.mode == gone:
		case !strings.HasPrefix(side.mode, "100"):
			return put{}, fmt.Errorf("%w: %s", ErrPath, mine.at)
		default:
			var err error
			if texts[i], err = s.blob(side.blob); err != nil {
				return put{}, fmt.Errorf("%s: %w", mine.at, err)
			}
		}
	}
	f := put{at: mine.at, text: m.file(s.called(mine.at), texts[0], texts[1], texts[2])}
	if f.text != nil {
		f.mode = "100644"
	}
	return f, nil
}

// blob is the content of a file.
func (s *Store) blob(name string) ([]byte, error) {
	out, err := s.run(context.Background(), "cat-file", "blob", name)
	return []byte(out), err
}

// Undo takes back the last save that stands, whoever saved it. What was saved is kept in
// git. A *Conflict says that something saved later cannot be without it; ErrNothing that
// there is nothing to take back; ErrSavedMeanwhile that somebody has saved since the
// proposal was read.
func (p *Proposal) Undo(who Person) (*Saved, error) {
	was := p.Tip
	return p.change(func(ctx context.Context) (*Saved, error) {
		if p.Tip != was {
			return nil, ErrSavedMeanwhile
		}
		if len(p.Saves) == 0 {
			return nil, ErrNothing
		}
		s, last := p.store, p.Saves[0]
		parent, err := s.run(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", string(last.Commit)+"^")
		if err != nil {
			return nil, errors.Join(ErrNothing, err)
		}
		files, _, err := s.onto(ctx, last.Commit, Commit(strings.TrimSpace(parent)), p.Tip, nil)
		if err != nil {
			return nil, err
		}
		tree, err := s.write(ctx, p.Tip, files)
		if err != nil {
			return nil, err
		}
		return p.goOn(ctx, writing{who: who, message: message("Ångra: "+last.Subject, undid+string(last.Commit)), parents: []Commit{p.Tip}, tree: tree})
	})
}
