package project

import (
	"errors"
	"path"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/load"
	"samsyn/internal/model"
)

// Comparison is what changed between two versions of a content.
type Comparison struct {
	Changes       []diff.Change
	Before, After Side
}

// Side is one of the versions that are compared.
type Side struct {
	Rev    string   // "" for the folder
	Unread []string // the files that could not be read whole: no change of them is told
}

// ErrNoStart says that a comparison does not name where it starts.
var ErrNoStart = errors.New("nothing to compare from")

// Compare tells what changed between the versions that a text names, as git writes
// them: BASE compares the folder with the commit where it and BASE parted, FROM...TO
// a revision with the commit where it and FROM parted, FROM..TO two revisions with each
// other. Two plans of the content (2024..2025) can be named too.
func (p *Project) Compare(spec string) (*Comparison, error) {
	from, to, parted := strings.Cut(spec, "...")
	two := parted
	if !parted {
		from, to, two = strings.Cut(spec, "..")
	}
	if from == "" {
		return nil, ErrNoStart
	}
	if two && !parted {
		if c := p.comparePlans(from, to); c != nil {
			return c, nil
		}
	}
	if two && to == "" {
		to = "HEAD"
	}
	before := from
	if parted || !two {
		other := "HEAD"
		if two {
			other = to
		}
		base, err := p.mergeBase(from, other)
		if err != nil {
			return nil, err
		}
		before = base.Hash
	}
	return p.compare(before, from, to)
}

// comparePlans compares two plans of the content; nil where it has not both.
func (p *Project) comparePlans(from, to string) *Comparison {
	loaded, err := p.Load()
	if err != nil {
		return nil // two revisions can be compared all the same
	}
	c := loaded.Content
	a, b := planOf(c, from), planOf(c, to)
	if a == nil || b == nil {
		return nil
	}
	failed := unread(loaded)
	if gone := counterparts(failed, from, to); len(gone) > 0 {
		if loaded, err = p.With(gone).Load(); err != nil {
			return nil
		}
		c = loaded.Content
		a, b = planOf(c, from), planOf(c, to)
	}
	return &Comparison{Changes: diff.Plans(c, a, c, b), After: Side{Unread: failed}}
}

// counterparts are the initiatives' files among some of two plans, and those of the same
// name in the other plan, as files that are gone.
func counterparts(files []string, from, to string) map[string][]byte {
	gone := map[string][]byte{}
	for _, f := range files {
		plan, base := path.Base(path.Dir(f)), path.Base(f)
		if path.Dir(path.Dir(f)) == "plans" && base != "plan.yaml" && (plan == from || plan == to) {
			gone["plans/"+from+"/"+base], gone["plans/"+to+"/"+base] = nil, nil
		}
	}
	return gone
}

func planOf(c *model.Content, id string) *model.Plan {
	for _, p := range c.Plans {
		if p.ID.V == id {
			return p
		}
	}
	return nil
}

// compare compares two revisions; "" is the folder. The first one is called what the
// user called it.
func (p *Project) compare(from, called, to string) (*Comparison, error) {
	before, err := p.version(from)
	if err != nil {
		return nil, err
	}
	after, err := p.version(to)
	if err != nil {
		return nil, err
	}
	sides := [2]Side{{called, before.unread}, {to, after.unread}}
	if err := settle(before, after); err != nil {
		return nil, err
	}
	return &Comparison{diff.Contents(before.content, after.content), sides[0], sides[1]}, nil
}

// version is one that is compared.
type version struct {
	*Project
	content *model.Content // nil where it has none: the very change may put it in
	unread  []string       // the files that could not be read whole, in byte order
}

// version loads a revision, or the folder where rev is "".
func (p *Project) version(rev string) (*version, error) {
	v := &version{Project: p}
	if rev != "" {
		var err error
		if v.Project, err = p.At(rev); err != nil {
			return v, ignore(err, history.ErrNoContent)
		}
	}
	return v, v.load()
}

func (v *version) load() error {
	loaded, err := v.Load()
	if err != nil {
		return err
	}
	v.content, v.unread = loaded.Content, unread(loaded)
	return nil
}

// settle gives both versions the same text of each file that one of them cannot read,
// so that no change of it is claimed: the text of the one that can.
func settle(before, after *version) error {
	if before.content == nil || after.content == nil {
		return nil
	}
	was, is := map[string][]byte{}, map[string][]byte{}
	for _, name := range slices.Concat(before.unread, after.unread) {
		if slices.Contains(after.unread, name) {
			is[name] = before.text(name)
		} else {
			was[name] = after.text(name)
		}
	}
	for v, texts := range map[*version]map[string][]byte{before: was, after: is} {
		if len(texts) == 0 {
			continue
		}
		v.Project = v.With(texts)
		if err := v.load(); err != nil {
			return err
		}
	}
	return nil
}

// text is the text of a file, nil where it has none that can be read.
func (v *version) text(name string) []byte {
	data, err := v.Tree.Read(name)
	if err != nil {
		return nil // the file is not there, or leads elsewhere
	}
	return append([]byte{}, data...)
}

// refusing are the rules of values that could not be taken, beside those that end the
// reading of a file.
var refusing = []diag.Rule{diag.PathEscapes, diag.WrongType, diag.InvalidValue, diag.InvalidDate, diag.InvalidID, diag.UnknownField, diag.DuplicateKey}

// unread lists the files that could not be read whole.
func unread(loaded *load.Result) []string {
	var files []string
	for _, f := range loaded.Findings {
		if f.Rule.Closes() || slices.Contains(refusing, f.Rule) {
			files = append(files, f.File)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}
