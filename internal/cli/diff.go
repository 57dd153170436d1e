package cli

import (
	"cmp"
	"errors"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/identity"
	"samsyn/internal/project"
)

func (a *app) diff(args []string) error {
	fs := a.Flags("diff")
	format := fs.String("format", "text", console.Both("text, markdown eller json", "text, markdown or json"))
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return err
	}
	if err := a.OneOf("format", *format, []string{"text", "markdown", "json"}); err != nil {
		return err
	}
	changes, err := a.changes(cmp.Or(strings.Join(rest, ""), "HEAD"))
	if err != nil {
		return err
	}
	switch *format {
	case "json":
		err = diff.WriteJSON(a.Stdout, changes)
	case "markdown":
		err = diff.WriteMarkdown(a.Stdout, changes, a.Lang)
	default:
		err = diff.WriteText(a.Stdout, changes, a.Lang)
	}
	return err
}

// changes compares what spec names.
func (a *app) changes(spec string) ([]diff.Change, error) {
	p, err := a.Open(project.Options{})
	if err != nil {
		return nil, err
	}
	c, err := p.Compare(spec)
	switch {
	case errors.Is(err, project.ErrNoStart):
		return nil, a.Refuse("samsyn: det saknas en version före punkterna i %[1]s.", "samsyn: there is no revision before the dots of %[1]s.", spec)
	case errors.Is(err, history.ErrNoGit):
		return nil, a.Refuse("samsyn: mappen ligger inte i något git-arkiv, så det finns inget att jämföra med.", "samsyn: the folder is in no git repository, so there is nothing to compare with.")
	case err != nil:
		return nil, err
	}
	a.tellUnread(c.Before)
	a.tellUnread(c.After)
	return c.Changes, nil
}

// mostUnread is how many files a note names.
const mostUnread = 20

// tellUnread says which files could not be compared.
func (a *app) tellUnread(v project.Side) {
	if len(v.Unread) == 0 {
		return
	}
	where, check := diag.Say("mappen", "the folder"), "samsyn validate"
	if v.Rev != "" {
		where, check = diag.Say("%[1]s", "%[1]s", diag.Visible(v.Rev)), "samsyn validate --rev "+diag.Visible(v.Rev)
	}
	names := strings.Join(v.Unread[:min(len(v.Unread), mostUnread)], ", ")
	if len(v.Unread) > mostUnread {
		names += ", …"
	}
	a.Say("Filer som inte går att läsa i sin helhet i %[1]s (%[2]d): %[3]s. Ändringar i dem visas inte. %[4]s visar vad som är fel.",
		"Files that cannot be read whole in %[1]s (%[2]d): %[3]s. Changes in them are not told. %[4]s shows what is wrong.",
		where.In(a.Lang), len(v.Unread), identity.Mask(names), check)
}
