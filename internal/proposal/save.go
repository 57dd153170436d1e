package proposal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"samsyn/internal/source"
)

// Start begins a proposal from the newest main branch. The words become its title and,
// with the day, its name. The branch is there at once, with a commit that changes
// nothing and says who began it.
func (s *Store) Start(who Person, words string) (*Proposal, error) {
	p, _, err := s.StartOnce(who, words, "")
	return p, err
}

// StartOnce is Start for what may be sent twice, as when somebody presses a button again
// before the answer is there: the proposal that was begun that day by the same words and
// the same mark is given once more. begun tells whether it is new. A mark is letters a to z
// and digits.
func (s *Store) StartOnce(who Person, words, mark string) (p *Proposal, begun bool, err error) {
	ctx := context.Background()
	s.saving.Lock()
	defer s.saving.Unlock()
	v, err := s.look(ctx)
	if err != nil {
		return nil, false, err
	}
	tree, err := s.run(ctx, "rev-parse", string(v.main)+"^{tree}")
	if err != nil {
		return nil, false, err
	}
	title, twin := subject(words), false
	for nth := 1; nth < 1000; nth++ {
		name := named(s.opt.Now().Format("2006-01-02"), title, nth)
		if there := v.refs[branch(name)]; there != "" && mark != "" {
			p, err := s.get(ctx, v, name)
			if err != nil || p.mark == mark {
				return p, false, err
			}
		}
		if v.refs[branch(name)]+v.refs[dropped(name)]+v.refs[tracking(v.remote, Prefix+name)] != "" {
			twin = twin || v.refs[dropped(name)] == ""
			continue
		}
		c, err := s.commit(ctx, writing{who: who, message: message(title, beginning(name, mark)), parents: []Commit{v.main}, tree: strings.TrimSpace(tree)})
		if err != nil {
			return nil, false, err
		}
		err = s.move(ctx, branch(name), "", c, "begun")
		if errors.Is(err, errMoved) {
			continue // somebody else took the name
		}
		if err != nil {
			return nil, false, err
		}
		if p, err = s.Get(name); err == nil {
			p.Twin = twin
		}
		return p, true, err
	}
	return nil, false, ErrBusy
}

// beginning is the trailer of the commit that begins a proposal.
func beginning(name, mark string) string { return strings.TrimSpace(begunAs + name + " " + mark) }

// begins tells whether a trailer is that of the commit that begins a proposal, and its mark.
func begins(trailer, name string) (mark string, is bool) {
	said, is := strings.CutPrefix(trailer, begunAs)
	said, mark, _ = strings.Cut(said, " ")
	return mark, is && said == name
}

// Saved is what came of saving.
type Saved struct {
	// Commit is the proposal's newest version now. Nothing was saved where it is the one
	// that it was before: the files were so already.
	Commit Commit
	// Merged are the files that somebody else had changed in the meantime in other
	// fields, and that now have both changes.
	Merged []string
}

// Edit is what somebody wants to save.
type Edit struct {
	Who     Person
	Message string // what changed; "" for what the content itself tells
	// From is the version that the files were made of, one of the proposal's or of the main
	// branch; "" for the proposal's newest.
	From  Commit
	Files map[string][]byte // texts by their paths within the content, nil for one that goes
	// Choose makes up one's mind about what clashes; what it leaves undecided is a
	// *Conflict. nil decides nothing.
	Choose func(Clash) Choice
	// May is asked last: whether what is really to be written may be, files of the newest
	// version of the proposal and what others have changed with them. Its error is Apply's,
	// and nothing is saved. nil lets everything through.
	May func(tip Commit, files map[string][]byte) error
}

// Apply saves an edit in the proposal. Where somebody else has changed the same file since
// the version that it was made of, both changes are kept where they touch different fields,
// and nothing is saved where they touch the same (*Conflict). Once Apply has returned, the
// files are on the disk.
func (p *Proposal) Apply(e Edit) (*Saved, error) {
	return p.change(func(ctx context.Context) (*Saved, error) { return p.apply(ctx, e) })
}

// change does something to the proposal as it is now, and again where another program
// was faster: its change counts as one in the meantime.
func (p *Proposal) change(do func(context.Context) (*Saved, error)) (*Saved, error) {
	p.store.saving.Lock()
	defer p.store.saving.Unlock()
	ctx := context.Background()
	for range 20 {
		if err := p.renew(ctx); err != nil {
			return nil, err
		}
		saved, err := do(ctx)
		if !errors.Is(err, errMoved) {
			return saved, err
		}
	}
	return nil, ErrBusy
}

func (p *Proposal) apply(ctx context.Context, e Edit) (*Saved, error) {
	s := p.store
	var merged []string
	files, err := s.named(p.Tip, e.Files)
	if err != nil {
		return nil, err
	}
	if e.From != "" && e.From != p.Tip {
		if err := p.started(ctx, e.From); err != nil {
			return nil, err
		}
		if files, merged, err = s.combine(e.From, p.Tip, files, e.Choose); err != nil {
			return nil, err
		}
	}
	if e.May != nil {
		if err := e.May(p.Tip, files); err != nil {
			return nil, err
		}
	}
	tree, err := s.write(ctx, p.Tip, s.put(files))
	if err != nil {
		return nil, err
	}
	was, err := s.run(ctx, "rev-parse", string(p.Tip)+"^{tree}")
	if err != nil || strings.TrimSpace(was) == tree {
		return &Saved{Commit: p.Tip, Merged: merged}, err
	}
	text := e.Message
	if text == "" {
		text = s.told(p.Tip, files)
	}
	saved, err := p.goOn(ctx, writing{who: e.Who, message: message(text, savedIn+p.Name), parents: []Commit{p.Tip}, tree: tree})
	if err == nil {
		saved.Merged = merged
	}
	return saved, err
}

// started holds that a version is one that somebody can have started from: the proposal's,
// or the main branch's.
func (p *Proposal) started(ctx context.Context, from Commit) error {
	if p.store.descends(ctx, p.Tip, from) == nil {
		return nil
	}
	v, err := p.store.look(ctx)
	if err != nil {
		return err
	}
	return p.store.descends(ctx, v.main, from)
}

// goOn makes a commit the newest version of the proposal.
func (p *Proposal) goOn(ctx context.Context, w writing) (*Saved, error) {
	c, err := p.store.commit(ctx, w)
	if err != nil {
		return nil, err
	}
	if err := p.store.move(ctx, branch(p.Name), p.Tip, c, "saved"); err != nil {
		return nil, err
	}
	return &Saved{Commit: c}, p.renew(ctx)
}

// renew looks at where the proposal is now. One that others have sent becomes a branch
// of ours, too.
func (p *Proposal) renew(ctx context.Context) error {
	v, err := p.store.look(ctx)
	if err != nil {
		return err
	}
	tip, local := v.tip(p.Name)
	if tip == "" {
		return fmt.Errorf("%w: %s", ErrUnknown, p.Name)
	}
	if !local {
		if err := p.store.move(ctx, branch(p.Name), "", tip, "taken up"); err != nil {
			return err
		}
	}
	p.seen = v
	p.Info, err = p.store.info(ctx, v, p.Name)
	return err
}

// asRead renews a proposal, and holds that it is what it was.
func (p *Proposal) asRead(ctx context.Context) error {
	was := p.Tip
	if err := p.renew(ctx); err != nil {
		return err
	}
	if p.Tip != was {
		return ErrSavedMeanwhile
	}
	return nil
}

// descends tells whether a branch goes on from a version.
func (s *Store) descends(ctx context.Context, tip, from Commit) error {
	if !hash.MatchString(string(from)) {
		return ErrFrom
	}
	if has, err := s.contains(ctx, tip, from); err != nil || !has {
		return ErrFrom
	}
	return nil
}

// named holds files to be ones of the content, and calls them what the content calls
// them, however their letters are composed.
func (s *Store) named(c Commit, files map[string][]byte) (map[string][]byte, error) {
	tree, err := s.tree(c)
	if err != nil {
		return nil, err
	}
	checked := map[string][]byte{}
	for name, text := range files {
		if !fs.ValidPath(name) || !source.IsContent(name) || len(name) > 500 || strings.ContainsFunc(name, unfit) {
			return nil, fmt.Errorf("%w: %q", ErrPath, name)
		}
		if len(text) > LargestFile {
			return nil, fmt.Errorf("%w: %s", ErrLarge, name)
		}
		name = tree.Named(name)
		for at := name; at != "."; at = path.Dir(at) {
			info, err := fs.Lstat(tree.FS(), at)
			if err == nil && !(info.Mode().IsRegular() && at == name || info.IsDir() && at != name) {
				return nil, fmt.Errorf("%w: %q is no plain file", ErrPath, name)
			}
		}
		checked[name] = text
	}
	return checked, nil
}

// unfit are the characters that no file of the content has in its name, for some system
// could not have it.
func unfit(c rune) bool { return c < ' ' || c == 0x7f || strings.ContainsRune(`\:*?"<>|`, c) }
