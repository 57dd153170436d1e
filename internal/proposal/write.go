package proposal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"samsyn/internal/git"
)

// durable makes git put what it writes on the disk before it goes on, objects as well
// as references: what is acknowledged is there after a power cut.
var durable = []string{"core.fsync=all", "core.fsyncMethod=fsync"}

func (s *Store) run(ctx context.Context, args ...string) (string, error) {
	return s.git.Run(ctx, git.Call{Args: args})
}

// ref is the commit that a reference leads to, "" where it is not there.
func (s *Store) ref(ctx context.Context, ref string) (Commit, error) {
	out, err := s.run(ctx, "for-each-ref", "--format=%(refname) %(objecttype) %(objectname)", ref)
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(out) { // what lies below it is listed too
		if f := strings.Fields(line); len(f) == 3 && f[0] == ref && f[1] == "commit" {
			return Commit(f[2]), nil
		}
	}
	return "", nil
}

// none is what a reference leads to that is not there.
const none = "0000000000000000000000000000000000000000"

// errMoved says that a reference no longer leads to where it was believed to.
var errMoved = errors.New("the reference has been moved")

// move makes a reference lead to another commit, if it still leads to the old one; ""
// is one that is not there. All of the commit must be on the disk by then.
func (s *Store) move(ctx context.Context, ref string, from, to Commit, why string) error {
	was, is := string(from), string(to)
	if from == "" {
		was = none
	}
	args := []string{"update-ref", "--no-deref", "--create-reflog", "-m", why, ref, is, was}
	if to == "" {
		args = []string{"update-ref", "--no-deref", "-d", ref, was}
	}
	for {
		_, err := s.git.Run(ctx, git.Call{Args: args, Settings: durable})
		if err == nil {
			return nil
		}
		if now, other := s.ref(ctx, ref); other == nil && now != from {
			return errMoved
		}
		if locked, other := s.unlock(ctx, ref); other != nil || !locked {
			return errors.Join(err, other)
		}
	}
}

// unlock waits a moment for whoever has locked a reference of ours, and takes away the
// lock of one who was killed: a reference is written in an instant. locked is false
// where nobody has.
func (s *Store) unlock(ctx context.Context, ref string) (locked bool, err error) {
	out, err := s.run(ctx, "rev-parse", "--path-format=absolute", "--git-path", ref+".lock")
	if err != nil {
		return false, err
	}
	lock := strings.TrimSpace(out)
	info, err := os.Lstat(lock)
	if err != nil {
		return false, nil // it is gone, or never was
	}
	if time.Since(info.ModTime()) > s.patience {
		return true, os.Remove(lock)
	}
	time.Sleep(s.patience / 50)
	return true, nil
}

// writing is a commit to be.
type writing struct {
	who     Person
	message string
	parents []Commit
	tree    string
}

// commit stores a commit and gives its name.
func (s *Store) commit(ctx context.Context, w writing) (Commit, error) {
	who := w.who.clean()
	if who.Name == "" {
		return "", ErrNobody
	}
	now := s.opt.Now()
	when := strconv.FormatInt(now.Unix(), 10) + " " + now.Format("-0700")
	args := []string{"commit-tree", w.tree}
	for _, p := range w.parents {
		args = append(args, "-p", string(p))
	}
	out, err := s.git.Run(ctx, git.Call{Args: append(args, "-F", "-"), Input: w.message, Settings: append([]string{"i18n.commitEncoding=UTF-8"}, durable...),
		Environ: []string{"GIT_AUTHOR_NAME=" + who.Name, "GIT_AUTHOR_EMAIL=" + who.Email, "GIT_AUTHOR_DATE=" + when,
			"GIT_COMMITTER_NAME=" + who.Name, "GIT_COMMITTER_EMAIL=" + who.Email, "GIT_COMMITTER_DATE=" + when}})
	return Commit(strings.TrimSpace(out)), err
}

// clean takes out of a person's name and address what git's lines could not hold.
func (p Person) clean() Person {
	one := func(s string, most int) string {
		s = strings.Map(func(c rune) rune {
			switch {
			case unicode.IsControl(c) || c == '\u2028' || c == '\u2029' || unicode.IsSpace(c):
				return ' '
			case c == '<' || c == '>' || unicode.Is(unicode.Cf, c):
				return -1
			}
			return c
		}, strings.ToValidUTF8(s, ""))
		s = strings.Join(strings.Fields(s), " ")
		if r := []rune(s); len(r) > most {
			s = string(r[:most])
		}
		return strings.Trim(s, " .,:;\"'\\") // what git would strip itself
	}
	p.Name, p.Email = one(p.Name, 100), strings.ReplaceAll(one(p.Email, 200), " ", "")
	return p
}

// plainIndex makes an index one file, which holds all of a tree and nothing beside.
var plainIndex = []string{"core.splitIndex=false", "index.sparse=false", "core.sparseCheckout=false", "core.untrackedCache=false"}

// put is a file of a tree to be: a text, or what git has already.
type put struct {
	at         string // from the root of the tree
	text       []byte // nil for a file that is in git, or (mode "") goes
	mode, blob string
}

// put gives files of the content their places in the tree.
func (s *Store) put(files map[string][]byte) []put {
	var list []put
	for name, text := range files {
		p := put{at: path.Join(s.repo.Prefix(), name), text: text}
		if text != nil {
			p.mode = "100644"
		}
		list = append(list, p)
	}
	return list
}

// write stores a tree: that of a commit with some files replaced. It gives the tree's
// name.
func (s *Store) write(ctx context.Context, c Commit, files []put) (string, error) {
	room, err := os.MkdirTemp("", "samsyn-index-")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(room) }() // an index of ours alone
	index := []string{"GIT_INDEX_FILE=" + filepath.Join(room, "index")}
	if _, err := s.git.Run(ctx, git.Call{Args: []string{"read-tree", string(c)}, Settings: plainIndex, Environ: index}); err != nil {
		return "", err
	}
	var lines strings.Builder
	for _, f := range files {
		if f.mode == "" {
			f.mode, f.blob = "0", none
		} else if f.text != nil {
			if f.blob, err = s.git.Run(ctx, git.Call{Args: []string{"hash-object", "-w", "--stdin"}, Input: string(f.text), Settings: durable}); err != nil {
				return "", err
			}
		}
		fmt.Fprintf(&lines, "%s %s\t%s\x00", f.mode, strings.TrimSpace(f.blob), f.at)
	}
	if _, err := s.git.Run(ctx, git.Call{Args: []string{"update-index", "-z", "--index-info"}, Input: lines.String(), Settings: plainIndex, Environ: index}); err != nil {
		return "", err
	}
	out, err := s.git.Run(ctx, git.Call{Args: []string{"write-tree"}, Settings: slices.Concat(durable, plainIndex), Environ: index})
	return strings.TrimSpace(out), err
}
