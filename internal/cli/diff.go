package cli

import (
	"errors"
	"strings"

	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/load"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

func (a *app) diff(args []string) int {
	fs := a.flags("diff")
	format := fs.String("format", "text", "text, markdown or json")
	rest, err := a.parse(fs, args, 1)
	if err != nil {
		return status(err)
	}
	if err := a.oneOf("format", *format, []string{"text", "markdown", "json"}); err != nil {
		return a.fail(err)
	}
	spec := "HEAD"
	if len(rest) == 1 {
		spec = rest[0]
	}
	changes, err := a.changes(spec)
	if err != nil {
		return a.fail(err)
	}
	switch *format {
	case "json":
		err = diff.WriteJSON(a.Stdout, changes)
	case "markdown":
		err = diff.WriteMarkdown(a.Stdout, changes, a.lang)
	default:
		err = diff.WriteText(a.Stdout, changes, a.lang)
	}
	if err != nil {
		return a.fail(err)
	}
	return ok
}

// changes compares what spec names: a revision with the folder, two revisions
// (BASE..HEAD), or two plans of the content (2024..2025).
func (a *app) changes(spec string) ([]diff.Change, error) {
	from, to, two := strings.Cut(spec, "..")
	if two && from == "" {
		a.say("samsyn: det saknas en version före de två punkterna i %[1]s.", "samsyn: there is no revision before the two dots of %[1]s.", printable(spec))
		return nil, errUsage
	}
	if two {
		if c, err := a.contentOf(""); err == nil {
			if p, q := planOf(c, from), planOf(c, to); p != nil && q != nil {
				return diff.Plans(c, p, c, q), nil
			}
		}
		if to == "" {
			to = "HEAD"
		}
	}
	before, err := a.contentOf(from)
	if err != nil {
		return nil, err
	}
	after, err := a.contentOf(to)
	if err != nil {
		return nil, err
	}
	return diff.Contents(before, after), nil
}

// contentOf loads a revision, or the folder where rev is "". It gives nil where the
// revision has no content: the very change may put it in.
func (a *app) contentOf(rev string) (*model.Content, error) {
	r, err := a.revision(rev)
	if err != nil {
		if errors.Is(err, history.ErrNoContent) {
			return nil, nil
		}
		if errors.Is(err, history.ErrNoGit) {
			a.say("samsyn: mappen ligger inte i något git-arkiv, så det finns inget att jämföra med.", "samsyn: the folder is in no git repository, so there is nothing to compare with.")
			return nil, errUsage
		}
		return nil, err
	}
	defer r.close()
	loaded, err := load.Load(r.tree)
	if rev != "" && errors.Is(err, source.ErrNoRepository) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return loaded.Content, nil
}

func planOf(c *model.Content, id string) *model.Plan {
	for _, p := range c.Plans {
		if p.ID.V == id {
			return p
		}
	}
	return nil
}
