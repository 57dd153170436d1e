package cli

import (
	"errors"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/identity"
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
		a.say("samsyn: det saknas en version före de två punkterna i %[1]s.", "samsyn: there is no revision before the two dots of %[1]s.", spec)
		return nil, errUsage
	}
	if two {
		if v, err := a.contentOf(""); err == nil {
			if p, q := planOf(v.content, from), planOf(v.content, to); p != nil && q != nil {
				a.tellUnread(v)
				return diff.Plans(v.content, p, v.content, q), nil
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
	a.tellUnread(before)
	a.tellUnread(after)
	return diff.Contents(before.content, after.content), nil
}

// compared is a version of the content that is compared with another.
type compared struct {
	rev     string         // "" for the folder
	content *model.Content // nil where there is none
	unread  []string       // the files that could not be read
}

// contentOf loads a revision, or the folder where rev is "". A revision may have no
// content: the very change may put it in.
func (a *app) contentOf(rev string) (compared, error) {
	v := compared{rev: rev}
	r, err := a.revision(rev)
	if err != nil {
		if errors.Is(err, history.ErrNoContent) {
			return v, nil
		}
		if errors.Is(err, history.ErrNoGit) {
			a.say("samsyn: mappen ligger inte i något git-arkiv, så det finns inget att jämföra med.", "samsyn: the folder is in no git repository, so there is nothing to compare with.")
			return v, errUsage
		}
		return v, err
	}
	defer r.close()
	loaded, err := load.Load(r.tree)
	if rev != "" && errors.Is(err, source.ErrNoRepository) {
		return v, nil
	}
	if err != nil {
		return v, err
	}
	v.content, v.unread = loaded.Content, unread(loaded.Findings)
	return v, nil
}

// unread lists the files that could not be read.
func unread(found []diag.Finding) []string {
	var files []string
	for _, f := range found {
		if f.Rule.Closes() || f.Rule == diag.PathEscapes {
			files = append(files, f.File)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// mostUnread is how many files a note names.
const mostUnread = 20

// tellUnread says which files could not be compared: all in them looks as if it were
// not there.
func (a *app) tellUnread(v compared) {
	if len(v.unread) == 0 {
		return
	}
	where, check := diag.Say("mappen", "the folder"), "samsyn validate"
	if v.rev != "" {
		where, check = diag.Say("%[1]s", "%[1]s", diag.Visible(v.rev)), "samsyn validate --rev "+diag.Visible(v.rev)
	}
	names := strings.Join(v.unread[:min(len(v.unread), mostUnread)], ", ")
	if len(v.unread) > mostUnread {
		names += ", …"
	}
	a.say("Filer som inte går att läsa i %[1]s (%[2]d): %[3]s. Det som står i dem kan berättas som borttaget, ändrat eller nytt. %[4]s visar vad som är fel.",
		"Files that cannot be read in %[1]s (%[2]d): %[3]s. What they hold may be told as removed, changed or new. %[4]s shows what is wrong.",
		where.In(a.lang), len(v.unread), identity.Mask(names), check)
}

func planOf(c *model.Content, id string) *model.Plan {
	for _, p := range c.Plans {
		if p.ID.V == id {
			return p
		}
	}
	return nil
}
