package history

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/storer"
)

// Commit is a commit as a reader wants to know it. The zero Commit is none.
type Commit struct {
	Hash       string // 40 hexadecimal digits
	CommitDate time.Time
	Subject    string
	Parents    int // how many; two or more make a merge
	Tags       []string
}

// IsZero tells whether there is no commit.
func (c Commit) IsZero() bool { return c.Hash == "" }

// Short is the first ten digits of the hash.
func (c Commit) Short() string { return c.Hash[:min(10, len(c.Hash))] }

// Tag is a tag that leads to a commit.
type Tag struct {
	Name   string
	Commit string    // hash
	Date   time.Time // of the tag, or of the commit where the tag has none
}

// rawCommit is what the walk needs of a commit beside what a reader wants to know.
type rawCommit struct {
	Commit
	hash, tree plumbing.Hash
	parents    []plumbing.Hash
}

func (o *objects) commit(h plumbing.Hash) (rawCommit, error) {
	data, err := o.raw(plumbing.CommitObject, h)
	if err != nil {
		return rawCommit{}, err
	}
	c, err := parseCommit(h, data)
	if err != nil {
		return rawCommit{}, broken(ErrCorrupt, plumbing.CommitObject, h, err)
	}
	return c, nil
}

// parseCommit reads a commit object: header lines, an empty line, the message.
func parseCommit(h plumbing.Hash, data string) (c rawCommit, err error) {
	head, message, _ := strings.Cut(data, "\n\n")
	c.hash, c.Hash = h, h.String()
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch key {
		case "tree":
			c.tree, err = parseHash(value)
		case "parent":
			var p plumbing.Hash
			p, err = parseHash(value)
			c.parents = append(c.parents, p)
		case "committer":
			c.CommitDate, err = parseDate(value)
		}
		if err != nil {
			return rawCommit{}, err
		}
	}
	if c.tree.IsZero() {
		return rawCommit{}, errors.New("it names no tree")
	}
	c.Subject, c.Parents = subject(message), len(c.parents)
	return c, nil
}

// subject is a message's first paragraph on one line.
func subject(message string) string {
	first, _, _ := strings.Cut(strings.TrimLeft(strings.ReplaceAll(message, "\r\n", "\n"), "\n"), "\n\n")
	return strings.ToValidUTF8(strings.Join(strings.Fields(first), " "), "�")
}

func parseHash(s string) (plumbing.Hash, error) {
	if !plumbing.IsHash(s) || len(s) != 40 {
		return plumbing.ZeroHash, fmt.Errorf("%q names no object", s)
	}
	return plumbing.NewHash(s), nil
}

// parseDate reads the end of "Name <address> seconds ±hhmm". A date that cannot be
// read is an error: no date is better than a wrong one.
func parseDate(s string) (time.Time, error) {
	fields := strings.Fields(s[strings.LastIndexByte(s, '>')+1:])
	if len(fields) == 0 {
		return time.Time{}, fmt.Errorf("%q has no date", s)
	}
	seconds, err := strconv.ParseInt(fields[0], 10, 64)
	if err != nil || seconds > maxUnix || seconds < -maxUnix {
		return time.Time{}, fmt.Errorf("%q has no date", s)
	}
	zone := time.UTC
	if len(fields) > 1 {
		zone = parseZone(fields[1])
	}
	return time.Unix(seconds, 0).In(zone), nil
}

// maxUnix is the end of the year 9999.
const maxUnix = 253402300799

// parseZone reads a distance from UTC, ±hhmm; one that makes no sense counts as UTC,
// as it does for git.
func parseZone(s string) *time.Location {
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 5 || n < -1400 || n > 1400 {
		return time.UTC
	}
	return time.FixedZone("", (n/100*60+n%100)*60)
}

// beyond is what git understands in a revision and ResolveRevision passes over, so that
// another commit is found than the one asked for: what a branch was before (main@{1}) or
// follows (main@{u}), a path (HEAD:plans), what is no commit (HEAD^{tree}), and a third
// parent.
var beyond = regexp.MustCompile(`@\{|:|\^\{[^/}]|\^([3-9]|[1-9][0-9])`)

// sought is a search through messages, whose words may hold anything.
var sought = regexp.MustCompile(`\^\{/[^}]*\}`)

// understood tells whether ResolveRevision takes all of a revision into account.
func understood(rev string) bool {
	return !beyond.MatchString(sought.ReplaceAllString(strings.ReplaceAll(rev, "^{commit}", ""), ""))
}

// resolve finds the commit that a revision names.
func (r *Repo) resolve(rev string) (h plumbing.Hash, err error) {
	r.objects.mu.Lock()
	defer r.objects.mu.Unlock()
	defer func() {
		if p := recover(); p != nil {
			h, err = plumbing.ZeroHash, fmt.Errorf("%w: %s", ErrUnknownRevision, rev)
		}
	}()
	if rev == "HEAD" {
		ref, err := r.repo.Head()
		if errors.Is(err, plumbing.ErrReferenceNotFound) {
			return plumbing.ZeroHash, ErrNoCommits
		}
		if err != nil {
			return plumbing.ZeroHash, fmt.Errorf("reading HEAD: %w", err)
		}
		return ref.Hash(), nil
	}
	// As for git, a whole name of a commit is no branch's: none needs to be looked for.
	if h := plumbing.NewHash(rev); h.String() == rev {
		if _, err := r.repo.CommitObject(h); err == nil {
			return h, nil
		}
	}
	if !understood(rev) {
		return plumbing.ZeroHash, fmt.Errorf("%w: %s", ErrUnknownRevision, rev)
	}
	found, err := r.repo.ResolveRevision(plumbing.Revision(rev))
	if err != nil {
		return plumbing.ZeroHash, fmt.Errorf("%w: %s", ErrUnknownRevision, rev)
	}
	return *found, nil
}

// Find gives the commit that a revision names: a branch, a tag, a hash or its
// beginning, HEAD~2. It does not say what tags the commit has: to find those, every
// reference is read, and each proposal has one.
func (r *Repo) Find(rev string) (Commit, error) {
	h, err := r.resolve(rev)
	if err != nil {
		return Commit{}, err
	}
	raw, err := r.objects.commit(h)
	return raw.Commit, err
}

// Head is the commit that the work tree stands on, without its tags.
func (r *Repo) Head() (Commit, error) { return r.Find("HEAD") }

// Tags lists the tags that lead to a commit, oldest first.
func (r *Repo) Tags() ([]Tag, error) {
	refs, err := r.refs(plumbing.ReferenceName.IsTag)
	if err != nil {
		return nil, err
	}
	var tags []Tag
	for _, ref := range refs {
		if t, ok := r.tag(ref); ok {
			tags = append(tags, t)
		}
	}
	slices.SortFunc(tags, func(a, b Tag) int {
		return cmp.Or(a.Date.Compare(b.Date), strings.Compare(a.Name, b.Name))
	})
	return tags, nil
}

// Names lists the names of branches and tags, as far as they can be read.
func (r *Repo) Names() (names []string) {
	refs, _ := r.refs(func(name plumbing.ReferenceName) bool { return name.IsBranch() || name.IsTag() })
	for _, ref := range refs {
		names = append(names, ref.Name().Short())
	}
	return names
}

func (r *Repo) refs(wanted func(plumbing.ReferenceName) bool) (refs []*plumbing.Reference, err error) {
	r.objects.mu.Lock()
	defer r.objects.mu.Unlock()
	iter, err := r.objects.store.IterReferences()
	if err != nil {
		return nil, fmt.Errorf("reading the branches and tags: %w", err)
	}
	err = storer.NewReferenceFilteredIter(func(ref *plumbing.Reference) bool {
		return wanted(ref.Name()) && ref.Type() == plumbing.HashReference
	}, iter).ForEach(func(ref *plumbing.Reference) error {
		refs = append(refs, ref)
		return nil
	})
	return refs, err
}

// tag follows a tag to its commit; ok is false for one that leads elsewhere.
func (r *Repo) tag(ref *plumbing.Reference) (t Tag, ok bool) {
	t.Name = ref.Name().Short()
	target := ref.Hash()
	if data, err := r.objects.raw(plumbing.TagObject, target); err == nil {
		if target, t.Date, err = parseTag(data); err != nil {
			return Tag{}, false
		}
	}
	c, err := r.objects.commit(target)
	if err != nil {
		return Tag{}, false
	}
	t.Commit = c.Hash
	if t.Date.IsZero() {
		t.Date = c.CommitDate
	}
	return t, true
}

// parseTag reads what a tag object leads to, and when it was made.
func parseTag(data string) (target plumbing.Hash, date time.Time, err error) {
	head, _, _ := strings.Cut(data, "\n\n")
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch key {
		case "object":
			target, err = parseHash(value)
		case "tagger":
			date, err = parseDate(value)
		}
		if err != nil {
			return plumbing.ZeroHash, time.Time{}, err
		}
	}
	return target, date, nil
}

// TagObject gives a tag as git stores it, nil for a lightweight tag, which is no object.
func (r *Repo) TagObject(name string) ([]byte, error) {
	tags, err := r.refs(plumbing.ReferenceName.IsTag)
	if err != nil {
		return nil, err
	}
	for _, ref := range tags {
		if ref.Name().Short() != name {
			continue
		}
		data, err := r.objects.raw(plumbing.TagObject, ref.Hash())
		if err != nil {
			if _, lightweight := r.objects.commit(ref.Hash()); lightweight == nil {
				return nil, nil
			}
		}
		return []byte(data), err
	}
	return nil, fmt.Errorf("%w: %s", ErrUnknownRevision, name)
}

// CommitObject gives the commit that a revision names as git stores it.
func (r *Repo) CommitObject(rev string) ([]byte, error) {
	h, err := r.resolve(rev)
	if err != nil {
		return nil, err
	}
	data, err := r.objects.raw(plumbing.CommitObject, h)
	return []byte(data), err
}
