package project

import (
	"errors"
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
	Unread []string // the files that could not be read: all in them looks as if it were not there
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
	return &Comparison{Changes: diff.Plans(c, a, c, b), After: Side{Unread: unread(loaded)}}
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
	before, unreadBefore, err := p.contentOf(from)
	if err != nil {
		return nil, err
	}
	after, unreadAfter, err := p.contentOf(to)
	if err != nil {
		return nil, err
	}
	return &Comparison{diff.Contents(before, after), Side{called, unreadBefore}, Side{to, unreadAfter}}, nil
}

// contentOf loads a revision, or the folder where rev is "". A revision may have no
// content: the very change may put it in.
func (p *Project) contentOf(rev string) (c *model.Content, failed []string, err error) {
	version := p
	if rev != "" {
		if version, err = p.At(rev); err != nil {
			return nil, nil, ignore(err, history.ErrNoContent)
		}
	}
	loaded, err := version.Load()
	if err != nil {
		return nil, nil, err
	}
	return loaded.Content, unread(loaded), nil
}

// unread lists the files that could not be read.
func unread(loaded *load.Result) []string {
	var files []string
	for _, f := range loaded.Findings {
		if f.Rule.Closes() || f.Rule == diag.PathEscapes {
			files = append(files, f.File)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}
