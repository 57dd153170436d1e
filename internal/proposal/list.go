package proposal

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Info is what is known of a proposal.
type Info struct {
	Name  string // of the branch, without the prefix: 2026-11-30-ny-insats
	Title string // the words that it was begun with
	// Tip is its newest version, Base the commit where it and the main branch parted.
	Tip, Base Commit
	Started   time.Time
	By        []Person // who began it and who saved in it, each once
	Saves     []Save   // newest first, those that were undone left out
	// Behind is how many commits the main branch has gained that the proposal lacks.
	Behind int
	// Merged says that the main branch has all of it.
	Merged bool
	// Sent is the version that the remote has, as far as is known; "" for none.
	Sent Commit
}

// Branch is the name of the proposal's branch.
func (i Info) Branch() string { return Prefix + i.Name }

// Saved is when it was last saved, or begun.
func (i Info) Saved() time.Time {
	if len(i.Saves) > 0 {
		return i.Saves[0].When
	}
	return i.Started
}

// Save is something that somebody saved.
type Save struct {
	Commit  Commit
	Who     Person
	When    time.Time
	Subject string // what it says in a line
	Text    string // what else it says
}

// All lists the proposals of the repository and those that others have sent (see
// Fetch), the one that was saved last first.
func (s *Store) All() ([]Info, error) {
	ctx := context.Background()
	v, err := s.look(ctx)
	if err != nil {
		return nil, err
	}
	var all []Info
	for _, name := range v.names() {
		if tip, _ := v.tip(name); tip == "" {
			continue
		}
		info, err := s.info(ctx, v, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, info)
	}
	sortInfos(all)
	return all, nil
}

// sortInfos puts the one that was saved last first.
func sortInfos(all []Info) {
	slices.SortFunc(all, func(a, b Info) int {
		if c := b.Saved().Compare(a.Saved()); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
}

// The trailers by which a commit says what it is. They stand last in a message, so that
// no one's words are taken for them.
const (
	begunAs   = "Forslag-start: "
	savedIn   = "Forslag: "
	broughtUp = "Forslag-huvudgren: "
	undid     = "Forslag-angrar: "
)

// logged is a commit of a proposal.
type logged struct {
	commit  Commit
	parents []Commit
	tree    string
	who     Person
	when    time.Time
	subject string
	text    string
	trailer string // the last line
}

// undoes is the save that a commit has undone, "" where it is none.
func (l logged) undoes() Commit {
	c, is := strings.CutPrefix(l.trailer, undid)
	if !is || !hash.MatchString(c) {
		return ""
	}
	return Commit(c)
}

// longestProposal is how many commits of a proposal are looked at.
const longestProposal = 2000

// log lists a proposal's own commits, newest first.
func (s *Store) log(ctx context.Context, tip, base Commit) ([]logged, error) {
	args := []string{"log", "-z", "--no-show-signature", "--first-parent", "--max-count=" + strconv.Itoa(longestProposal), "--encoding=UTF-8",
		"--format=tformat:%H%x00%P%x00%T%x00%an%x00%ae%x00%at%x00%B", string(tip)}
	if base != "" {
		args = append(args, "^"+string(base))
	}
	out, err := s.run(ctx, append(args, "--")...)
	if err != nil {
		return nil, err
	}
	const fields = 7
	parts := strings.Split(out, "\x00")
	var list []logged
	for ; len(parts) > fields-1; parts = parts[fields:] {
		l := logged{commit: Commit(parts[0]), tree: parts[2], who: Person{parts[3], parts[4]}}
		for p := range strings.FieldsSeq(parts[1]) {
			l.parents = append(l.parents, Commit(p))
		}
		if seconds, err := strconv.ParseInt(parts[5], 10, 64); err == nil {
			l.when = time.Unix(seconds, 0)
		}
		message := strings.TrimSpace(strings.ToValidUTF8(parts[6], "\uFFFD"))
		if i := strings.LastIndex(message, "\n\n"); i >= 0 && strings.HasPrefix(message[i+2:], "Forslag") && !strings.Contains(message[i+2:], "\n") {
			message, l.trailer = message[:i], message[i+2:]
		}
		l.subject, l.text, _ = strings.Cut(message, "\n")
		l.text = strings.TrimSpace(l.text)
		list = append(list, l)
	}
	return list, nil
}

// info tells of a proposal that is there.
func (s *Store) info(ctx context.Context, v view, name string) (Info, error) {
	tip, _ := v.tip(name)
	info := Info{Name: name, Tip: tip, Sent: v.refs[tracking(v.remote, Prefix+name)], Title: strings.ReplaceAll(name[min(len(name), len("2006-01-02-")):], "-", " ")}
	var err error
	if info.Base, err = s.parted(ctx, tip, v.main); err != nil {
		return info, err
	}
	info.Merged = info.Base == tip
	if !info.Merged {
		if info.Behind, err = s.count(ctx, v.main, tip); err != nil {
			return info, err
		}
	}
	list, err := s.own(ctx, name, tip, v.main)
	if err != nil {
		return info, err
	}
	gone := map[Commit]bool{}
	for _, l := range list {
		if c := l.undoes(); c != "" {
			gone[c] = true
			continue
		}
		if begins(l.trailer, name) {
			info.Title = l.subject
			info.By = append(info.By, l.who)
			info.Started = l.when
			continue
		}
		info.Started = l.when
		if len(l.parents) > 1 || gone[l.commit] { // main was brought in, or it was undone
			continue
		}
		info.By = append(info.By, l.who)
		info.Saves = append(info.Saves, Save{l.commit, l.who, l.when, l.subject, l.text})
	}
	slices.Reverse(info.By)
	info.By = each(info.By)
	return info, nil
}

// own lists the commits that are the proposal's, down to the one that began it, newest
// first. One that the main branch has taken up is its own all the same.
func (s *Store) own(ctx context.Context, name string, tip, main Commit) ([]logged, error) {
	list, err := s.log(ctx, tip, "")
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(list, func(l logged) bool { return begins(l.trailer, name) }); i >= 0 {
		return list[:i+1], nil
	}
	return s.log(ctx, tip, main) // somebody has begun the branch by hand
}

// parted is the commit where two parted.
func (s *Store) parted(ctx context.Context, a, b Commit) (Commit, error) {
	out, err := s.run(ctx, "merge-base", string(a), string(b))
	return Commit(strings.TrimSpace(out)), err
}

// count tells how many commits one has that another lacks.
func (s *Store) count(ctx context.Context, has, lacks Commit) (int, error) {
	out, err := s.run(ctx, "rev-list", "--count", string(has), "^"+string(lacks), "--")
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(out))
}

// each gives each person once, in the order in which they came.
func each(all []Person) []Person {
	var once []Person
	for _, p := range all {
		if !slices.ContainsFunc(once, func(o Person) bool { return o.Email == p.Email && (p.Email != "" || o.Name == p.Name) }) {
			once = append(once, p)
		}
	}
	return once
}
