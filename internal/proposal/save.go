package proposal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/source"
)

// Start begins a proposal from the newest main branch. The words become its title and,
// with the day, its name. The branch is there at once, with a commit that changes
// nothing and says who began it.
func (s *Store) Start(who Person, words string) (*Proposal, error) {
	ctx := context.Background()
	s.saving.Lock()
	defer s.saving.Unlock()
	v, err := s.look(ctx)
	if err != nil {
		return nil, err
	}
	tree, err := s.run(ctx, "rev-parse", string(v.main)+"^{tree}")
	if err != nil {
		return nil, err
	}
	title := subject(words)
	for nth := 1; nth < 1000; nth++ {
		name := named(s.opt.Now().Format("2006-01-02"), title, nth)
		if v.refs[branch(name)]+v.refs[dropped(name)]+v.refs[tracking(v.remote, Prefix+name)] != "" {
			continue
		}
		c, err := s.commit(ctx, writing{who: who, message: message(title, begunAs+name), parents: []Commit{v.main}, tree: strings.TrimSpace(tree)})
		if err != nil {
			return nil, err
		}
		err = s.move(ctx, branch(name), "", c, "begun")
		if errors.Is(err, errMoved) {
			continue // somebody else took the name
		}
		if err != nil {
			return nil, err
		}
		return s.Get(name)
	}
	return nil, ErrBusy
}

// longestSubject is how many characters of a message stand in its first line.
const longestSubject = 100

// subject makes a line of some words.
func subject(s string) string {
	s = strings.Join(strings.Fields(printable(s)), " ")
	if s == "" {
		s = "Ändring"
	}
	return cut(s, longestSubject)
}

// message is a commit's message, with the trailer that says what it is. Lines that a
// forge or git would take for more than words are left to be words: the trailer is last.
func message(text, trailer string) string {
	first, rest, _ := strings.Cut(strings.TrimSpace(printable(text)), "\n")
	if rest = strings.TrimSpace(rest); rest != "" {
		rest = "\n\n" + rest
	}
	return subject(first) + rest + "\n\n" + trailer + "\n"
}

// printable leaves out of a text what steers a screen, or turns the order of its words.
func printable(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(c rune) rune {
		if diag.Steers(c) && c != '\n' && c != '\t' {
			return -1
		}
		return c
	}, s)
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

// Save saves files in the proposal: texts by their paths within the content, nil for
// one that goes. from is the version that they were made of; where somebody else has
// changed the same file since, both changes are kept where they touch different fields,
// and nothing is saved where they touch the same (*Conflict). Once Save has returned,
// the files are on the disk. The message says what changed; "" for what the content
// itself tells.
func (p *Proposal) Save(who Person, message string, from Commit, files map[string][]byte) (*Saved, error) {
	return p.SaveChoosing(who, message, from, files, nil)
}

// SaveChoosing is Save where somebody has made up their mind about what clashes. What
// choose leaves undecided is a *Conflict again.
func (p *Proposal) SaveChoosing(who Person, message string, from Commit, files map[string][]byte, choose func(Clash) Choice) (*Saved, error) {
	return p.change(func(ctx context.Context) (*Saved, error) { return p.save(ctx, who, message, from, files, choose) })
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

func (p *Proposal) save(ctx context.Context, who Person, text string, from Commit, files map[string][]byte, choose func(Clash) Choice) (*Saved, error) {
	s := p.store
	var merged []string
	files, err := s.named(p.Tip, files)
	if err != nil {
		return nil, err
	}
	if from != "" && from != p.Tip {
		if err := s.descends(ctx, p.Tip, from); err != nil {
			return nil, err
		}
		if files, merged, err = s.combine(from, p.Tip, files, choose); err != nil {
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
	if text == "" {
		text = s.told(p.Tip, files)
	}
	saved, err := p.goOn(ctx, writing{who: who, message: message(text, savedIn+p.Name), parents: []Commit{p.Tip}, tree: tree})
	if err == nil {
		saved.Merged = merged
	}
	return saved, err
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
