package cli

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"samsyn/internal/chronicle"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/identity"
	"samsyn/internal/project"
	"samsyn/internal/text"
	"samsyn/internal/trust"
	"samsyn/internal/versions"
)

// log tells the history of one thing, or of all, in words.
func (a *app) log(args []string) error {
	fs := a.Flags("log")
	most := fs.Int("n", 0, console.Both("hur många versioner som ska tas med (0: alla)", "how many versions to tell of (0: all)"))
	rev := fs.String("rev", "HEAD", console.Both("den version i git som berättelsen slutar med", "the git revision to look back from"))
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return err
	}
	if *most < 0 {
		return a.Refuse("samsyn: -n ska vara ett antal, 0 eller fler.", "samsyn: -n must be a number, 0 or more.")
	}
	p, err := a.Open(project.Options{})
	if err != nil {
		return err
	}
	repo, err := p.Repo()
	if errors.Is(err, history.ErrNoGit) {
		return a.Refuse("samsyn: mappen ligger inte i något git-arkiv, så det finns ingen historik.", "samsyn: the folder is in no git repository, so there is no history.")
	}
	if err != nil {
		return err
	}
	id := strings.Join(rest, "") // one at most
	entries, err := p.Log(*rev, id, *most)
	if errors.Is(err, chronicle.ErrUnknown) {
		return a.unknownLife(p, id)
	}
	if err != nil {
		return err
	}
	if repo.Shallow() {
		a.Say("Klonen saknar äldre versioner; det som hände före dem visas inte.", "The clone lacks older commits; what happened before them is not told.")
	}
	known, err := a.versions(p)
	if nowhere := (*trust.NoFolder)(nil); errors.As(err, &nowhere) {
		a.Say("samsyn: versionernas underskrifter kontrolleras inte, för signing.trust i samsyn.yaml är ingen mapp i innehållet: %[1]s",
			"samsyn: the signatures of versions are not checked, since signing.trust in samsyn.yaml is no folder of the content: %[1]s", nowhere.Folder)
		known, err = versions.Unchecked(), nil
	}
	if err != nil {
		return err
	}
	a.tellLog(entries, known)
	return nil
}

// unknownLife says that nothing has, or had, an identifier, and guesses which was meant: if
// need be an initiative's where its plan was left out.
func (a *app) unknownLife(p *project.Project, id string) error {
	a.Say("samsyn: ingenting har, eller har haft, beteckningen %[1]s.", "samsyn: nothing has, or had, the identifier %[1]s.", id)
	c, err := p.Content()
	if err != nil {
		return err
	}
	whole := map[string]string{}
	for _, k := range c.Identifiers {
		if k.Kind != "measure" {
			whole[k.ID], whole[path.Base(k.ID)] = k.ID, k.ID
		}
	}
	a.Guess(cmp.Or(whole[id], whole[diag.Nearest(id, slices.Collect(maps.Keys(whole)))]))
	return console.ErrTold
}

func (a *app) tellLog(entries []chronicle.Entry, known *versions.Versions) {
	for _, e := range entries {
		fmt.Fprintf(a.Stdout, "%s  %s\n", text.FormatDate(project.DayOf(e.Commit.CommitDate), a.Lang), e.Commit.Short())
		for _, tag := range e.Commit.Tags {
			fmt.Fprintf(a.Stdout, "  Version %s: %s\n", identity.Mask(diag.Visible(tag)), known.Signature(tag).In(a.Lang))
		}
		if diff.Begins(e.Changes) {
			fmt.Fprintf(a.Stdout, "  – %s\n", diag.Say("Innehållet lades in.", "The content was put in.").In(a.Lang))
		} else {
			for _, c := range e.Changes {
				fmt.Fprintf(a.Stdout, "  – %s\n", c.Tell(a.Lang))
			}
		}
		fmt.Fprintln(a.Stdout)
	}
}
