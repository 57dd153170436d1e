// Package chronicle tells the life of the content in words: what each commit
// changed, and what became of one thing over the years, through its renames and
// the initiatives that carry it on.
package chronicle

import (
	"errors"
	"maps"
	"path"
	"slices"
	"strings"

	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

// ErrUnknown says that nothing has, or had, the identifier.
var ErrUnknown = errors.New("nothing has that identifier")

// Entry is a commit and what it changed in substance.
type Entry struct {
	Commit  history.Commit
	Changes []diff.Change
}

// Chronicle reads the lives of things in a repository.
type Chronicle struct {
	History *history.History // of all files that the content has been made of
	repo    *history.Repo
	reader  *load.Reader
	outside *outside
}

// Of makes a chronicle of the commits below a revision, whose versions the reader loads.
func Of(repo *history.Repo, rev string, reader *load.Reader) (*Chronicle, error) {
	h, err := repo.History(rev, history.OwnFiles)
	if err != nil {
		return nil, err
	}
	o := newOutside(repo, reader)
	more, err := o.ever(h)
	if err != nil {
		return nil, err
	}
	if more {
		if h, err = repo.History(rev, history.AllFiles); err != nil {
			return nil, err
		}
	}
	return &Chronicle{History: h, repo: repo, reader: reader, outside: o}, nil
}

// All tells what the newest commits changed, newest first; commits that changed
// nothing in substance are left out. max is how many entries are wanted, 0 for
// all.
func (c *Chronicle) All(max int) ([]Entry, error) {
	var entries []Entry
	for _, commit := range c.History.Commits() {
		changes, err := c.changes(commit, c.touched(commit))
		if err != nil {
			return nil, err
		}
		if len(changes) > 0 {
			entries = append(entries, Entry{commit, changes})
		}
		if max > 0 && len(entries) == max {
			break
		}
	}
	return entries, nil
}

// touched lists the paths that a commit changed, former names included.
func (c *Chronicle) touched(commit history.Commit) []string {
	var paths []string
	for _, ch := range c.History.ChangesOf(commit) {
		paths = append(paths, ch.Path)
		if ch.From != "" {
			paths = append(paths, ch.From)
		}
	}
	return paths
}

// changes tells what a commit changed in the given files.
func (c *Chronicle) changes(commit history.Commit, paths []string) ([]diff.Change, error) {
	if len(paths) == 0 {
		return nil, nil
	}
	parent, known := c.History.Parent(commit)
	if !known {
		return nil, nil // what was before is not in this clone
	}
	if concerned, err := c.outside.concerns(paths, commit, parent); err != nil || !concerned {
		return nil, err
	}
	new, err := c.content(commit, paths)
	if err != nil {
		return nil, err
	}
	if more := continued(new, paths); len(more) > 0 {
		paths = append(more, paths...)
		if new, err = c.content(commit, paths); err != nil {
			return nil, err
		}
	}
	old, err := c.content(parent, paths)
	if err != nil {
		return nil, err
	}
	changes := diff.Contents(old, new)
	for i := range changes {
		changes[i].Affected.SV, changes[i].Affected.EN = "", "" // counted over a part of the content
	}
	return changes, nil
}

// content loads what is needed of a commit: the agreement, which has the names
// of everything, the given files, and the plans that they stand in. nil where
// the commit has no content.
func (c *Chronicle) content(commit history.Commit, paths []string) (*model.Content, error) {
	if commit.IsZero() {
		return nil, nil
	}
	files, err := c.repo.Files(commit)
	if errors.Is(err, history.ErrNoContent) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r, err := c.reader.Load(source.FromFS(narrowed{files, partOf(paths)}))
	if errors.Is(err, source.ErrNoRepository) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return r.Content, nil
}

// continued lists the files of initiatives that others carry on and that were
// left out: their titles are wanted.
func continued(content *model.Content, have []string) []string {
	var more []string
	if content == nil || slices.Contains(have, "plans") {
		return nil
	}
	for _, p := range content.Plans {
		for _, i := range p.Initiatives {
			if file := fileOf(i.Continues.V); i.Continues.Given() && !slices.Contains(have, file) {
				more = append(more, file)
			}
		}
	}
	return more
}

func fileOf(initiative string) string { return "plans/" + initiative + ".md" }

// Life tells what became of one thing, newest first: an initiative (2025/skill-up)
// with those that it carries on and that carry it on, and the decisions about
// its plan; a plan; an area, sub-goal or cooperation area; a party or body; an
// indicator, resource, review, results report, strategy or event; or "agreement". Things
// of several kinds that share the identifier, as a year, are all told of.
func (c *Chronicle) Life(id string) ([]Entry, error) {
	s, err := c.subject(id)
	if err != nil {
		return nil, err
	}
	wanted := map[string]bool{}
	for _, p := range s.paths {
		f, err := c.History.File(p)
		if err != nil {
			return nil, err
		}
		for _, ch := range f.Changes {
			wanted[ch.Commit.Hash] = true
			s.also(ch.Path)
		}
	}
	var entries []Entry
	for _, commit := range c.History.Commits() {
		if !wanted[commit.Hash] {
			continue
		}
		changes, err := c.changes(commit, s.paths)
		if err != nil {
			return nil, err
		}
		changes = slices.DeleteFunc(changes, func(ch diff.Change) bool { return !s.concerns(ch) })
		if len(changes) > 0 {
			entries = append(entries, Entry{commit, changes})
		}
	}
	return entries, nil
}

// subject is what a life is told of.
type subject struct {
	kinds []string        // none where it is not known any more
	paths []string        // the files that have it
	ids   map[string]bool // its identifiers over time
	plans map[string]bool // whose decisions concern it
}

// subject finds what has an identifier, in the newest commit or in any.
func (c *Chronicle) subject(id string) (*subject, error) {
	s := &subject{ids: map[string]bool{id: true}, plans: map[string]bool{}}
	if id == "agreement" {
		s.paths = []string{"agreement/agreement.yaml"}
		return s, nil
	}
	head, err := c.content(c.History.Commits()[0], []string{"plans"})
	if err != nil {
		return nil, err
	}
	if head != nil {
		for _, known := range head.Identifiers {
			// A plan, a review and a results report may all be called by their year.
			if known.ID == id && known.Kind != "measure" {
				s.kinds = append(s.kinds, known.Kind)
				s.also(known.At.File)
			}
		}
	}
	if len(s.paths) == 0 {
		s.paths = c.former(id)
	}
	if len(s.paths) == 0 {
		return nil, ErrUnknown
	}
	if strings.Contains(id, "/") {
		s.relatives(head)
	}
	return s, nil
}

// former finds the file of a thing that is gone by the name that it would have.
func (c *Chronicle) former(id string) []string {
	ever := c.History.Ever()
	for _, p := range []string{fileOf(id), "plans/" + id + "/plan.yaml", "agreement/areas/" + id + ".md",
		"agreement/indicators/" + id + ".yaml", "agreement/resources/" + id + ".md", "agreement/reviews/" + id + ".md"} {
		if _, found := slices.BinarySearch(ever, p); found {
			return []string{p}
		}
	}
	return nil
}

// relatives adds the initiatives of other years that carry an initiative on, or
// that it carries on, and the plans of all of them.
func (s *subject) relatives(head *model.Content) {
	if head != nil {
		for grown := true; grown; {
			grown = false
			for _, p := range head.Plans {
				for _, i := range p.Initiatives {
					is, was := i.FullID(), i.Continues.V
					if i.Continues.Given() && s.ids[is] != s.ids[was] {
						s.ids[is], s.ids[was], grown = true, true, true
					}
				}
			}
		}
	}
	for _, i := range slices.Sorted(maps.Keys(s.ids)) {
		s.also(fileOf(i))
		plan, _, _ := strings.Cut(i, "/")
		s.plans[plan] = true
		s.also("plans/" + plan + "/plan.yaml")
	}
}

// also adds a file, and the identifier that its name gives an initiative.
func (s *subject) also(file string) {
	if !slices.Contains(s.paths, file) {
		s.paths = append(s.paths, file)
	}
	if dir, name := path.Split(file); strings.HasPrefix(dir, "plans/") && path.Ext(name) == ".md" && !strings.Contains(name[:len(name)-3], ".") {
		s.ids[strings.TrimPrefix(strings.TrimSuffix(file, ".md"), "plans/")] = true
	}
}

// concerns tells whether a change is about the thing.
func (s *subject) concerns(c diff.Change) bool {
	if s.ids[c.ID] || c.Kind == diff.Renamed && c.Field == "id" && s.ids[c.Old] {
		return s.kinds == nil || slices.Contains(s.kinds, c.Thing)
	}
	if c.Thing == "plan" && s.plans[c.ID] {
		return c.Field == "adopted" || c.Field == "status"
	}
	switch c.Thing {
	case "measure", "report":
		return s.ids[path.Dir(c.ID)] && strings.Contains(path.Dir(c.ID), "/")
	case "observation", "priority":
		of, _, _ := strings.Cut(c.ID, "/")
		return s.ids[of]
	}
	return false
}
