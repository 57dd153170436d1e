package proposal

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"samsyn/internal/git"
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

	mark string // see StartOnce
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
func (m *Moment) All() ([]Info, error) {
	all, err := m.store.infos(context.Background(), m.seen, m.seen.names()...)
	if err != nil {
		return nil, err
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

// logs reads commits, in the order in which they are given.
func (s *Store) logs(ctx context.Context, commits []Commit) ([]logged, error) {
	if len(commits) == 0 {
		return nil, nil
	}
	var names strings.Builder
	for _, c := range commits {
		names.WriteString(string(c) + "\n")
	}
	out, err := s.git.Run(ctx, git.Call{Input: names.String(), Args: []string{"log", "-z", "--no-walk=unsorted", "--stdin", "--no-show-signature", "--encoding=UTF-8",
		"--format=tformat:%H%x00%P%x00%T%x00%an%x00%ae%x00%at%x00%B"}})
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

// infos tells of the proposals of some names, as many as there are, with two or three calls
// of git for all: how commits hang together, and what the proposals' own say.
func (s *Store) infos(ctx context.Context, v view, names ...string) ([]Info, error) {
	tips := []Commit{v.main}
	var all []Info
	for _, name := range names {
		if tip, _ := v.tip(name); tip != "" {
			all = append(all, Info{Name: name, Tip: tip, Sent: v.refs[tracking(v.remote, Prefix+name)], Title: strings.ReplaceAll(name[min(len(name), len("2006-01-02-")):], "-", " ")})
			tips = append(tips, tip)
		}
	}
	if all == nil {
		return nil, nil
	}
	g, err := s.graph(ctx, tips)
	if err != nil {
		return nil, err
	}
	inMain := g.reach(v.main)
	for i := range all {
		all[i].Base, all[i].Behind = g.parted(all[i].Tip, inMain)
		all[i].Merged = all[i].Base == all[i].Tip
		if all[i].Merged {
			all[i].Behind = 0
		}
	}
	return all, s.fill(ctx, all, g, v.main, inMain)
}

// fill fills in what the proposals' own commits say. They are looked for until the branch
// that the main one is, and further down where the commit is not found that began one: it
// has been taken up as it was.
func (s *Store) fill(ctx context.Context, all []Info, g *graph, main Commit, inMain reached) error {
	trunk := map[Commit]bool{}
	for i, more := g.at[main]; more; i, more = g.first(i) {
		trunk[g.commits[i]] = true
	}
	read := map[Commit]logged{}
	for _, above := range []map[Commit]bool{trunk, nil} {
		var missing []Commit
		for _, i := range all {
			if _, found := begun(i.Name, g.chain(i.Tip, trunk), read); found {
				continue
			}
			for _, c := range g.chain(i.Tip, above) {
				if _, known := read[c]; !known {
					missing = append(missing, c)
				}
			}
		}
		list, err := s.logs(ctx, missing)
		if err != nil {
			return err
		}
		for _, l := range list {
			read[l.commit] = l
		}
	}
	for i := range all {
		own, found := begun(all[i].Name, g.chain(all[i].Tip, nil), read)
		if !found { // somebody has begun the branch by hand
			own = slices.DeleteFunc(own, func(l logged) bool { return inMain[g.at[l.commit]] })
		}
		all[i].tell(own)
	}
	return nil
}

// begun are the commits of a chain, as far as they were read, down to the one that began
// the proposal, newest first; found tells whether that is there.
func begun(name string, chain []Commit, read map[Commit]logged) (own []logged, found bool) {
	for _, c := range chain {
		l, known := read[c]
		if !known {
			break
		}
		own = append(own, l)
		if _, is := begins(l.trailer, name); is {
			return own, true
		}
	}
	return own, false
}

// info tells of a proposal that is there.
func (s *Store) info(ctx context.Context, v view, name string) (Info, error) {
	all, err := s.infos(ctx, v, name)
	if err != nil {
		return Info{}, err
	}
	if len(all) == 0 {
		return Info{}, fmt.Errorf("%w: %s", ErrUnknown, name)
	}
	return all[0], nil
}

// tell fills in what a proposal's own commits say, newest first.
func (i *Info) tell(list []logged) {
	gone := map[Commit]bool{}
	for _, l := range list {
		if c := l.undoes(); c != "" {
			gone[c] = true
			continue
		}
		if mark, is := begins(l.trailer, i.Name); is {
			i.mark = mark
			i.Title = l.subject
			i.By = append(i.By, l.who)
			i.Started = l.when
			continue
		}
		i.Started = l.when
		if len(l.parents) > 1 || gone[l.commit] { // main was brought in, or it was undone
			continue
		}
		i.By = append(i.By, l.who)
		i.Saves = append(i.Saves, Save{l.commit, l.who, l.when, l.subject, l.text})
	}
	slices.Reverse(i.By)
	i.By = each(i.By)
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
