package cli

import (
	"errors"
	"fmt"

	"samsyn/internal/chronicle"
	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/identity"
	"samsyn/internal/text"
)

// log tells the history of one thing, or of all, in words.
func (a *app) log(args []string) int {
	fs := a.flags("log")
	most := fs.Int("n", 0, "how many versions to tell of (0: all)")
	rev := fs.String("rev", "HEAD", "the git revision to look back from")
	rest, err := a.parse(fs, args, 1)
	if err != nil {
		return status(err)
	}
	tree, err := a.tree()
	if err != nil {
		return a.fail(err)
	}
	repo, err := history.Open(tree.Dir())
	if errors.Is(err, history.ErrNoGit) {
		a.say("samsyn: mappen ligger inte i något git-arkiv, så det finns ingen historik.", "samsyn: the folder is in no git repository, so there is no history.")
		return failed
	}
	if err != nil {
		return a.fail(err)
	}
	defer func() { _ = repo.Close() }()
	entries, err := a.entries(repo, *rev, rest, *most)
	if errors.Is(err, chronicle.ErrUnknown) {
		a.say("samsyn: ingenting har, eller har haft, beteckningen %[1]s.", "samsyn: nothing has, or had, the identifier %[1]s.", rest[0])
		return failed
	}
	if err != nil {
		return a.fail(err)
	}
	if repo.Shallow() {
		a.say("Klonen saknar äldre versioner; det som hände före dem berättas inte.", "The clone lacks older commits; what happened before them is not told.")
	}
	known, err := a.versions(repo, tree)
	if trust := (*errTrust)(nil); errors.As(err, &trust) {
		a.say("samsyn: versionernas underskrifter kontrolleras inte, för signing.trust i samsyn.yaml är ingen mapp i innehållet: %[1]s",
			"samsyn: the signatures of versions are not checked, since signing.trust in samsyn.yaml is no folder of the content: %[1]s", trust.folder)
		known, err = &versions{unchecked: true}, nil
	}
	if err != nil {
		return a.fail(err)
	}
	if err := a.tellLog(entries, known); err != nil {
		return a.fail(err)
	}
	return ok
}

func (a *app) entries(repo *history.Repo, rev string, id []string, most int) ([]chronicle.Entry, error) {
	walked, err := repo.History(rev)
	if err != nil {
		return nil, sought(err, repo, rev)
	}
	c := chronicle.Of(repo, walked)
	if len(id) == 0 {
		return withVersions(c, walked.Commits(), most)
	}
	entries, err := c.Life(id[0])
	if most > 0 && len(entries) > most {
		entries = entries[:most]
	}
	return entries, err
}

// withVersions tells everything, with the commits that were adopted as versions
// though nothing changed in them.
func withVersions(c *chronicle.Chronicle, commits []history.Commit, most int) ([]chronicle.Entry, error) {
	changed, err := c.All(most)
	if err != nil {
		return nil, err
	}
	var entries []chronicle.Entry
	for _, commit := range commits {
		switch {
		case most > 0 && len(entries) == most:
			return entries, nil
		case len(changed) > 0 && changed[0].Commit.Hash == commit.Hash:
			entries, changed = append(entries, changed[0]), changed[1:]
		case len(commit.Tags) > 0:
			entries = append(entries, chronicle.Entry{Commit: commit})
		}
	}
	return entries, nil
}

func (a *app) tellLog(entries []chronicle.Entry, known *versions) error {
	zone, err := sweden()
	if err != nil {
		return err
	}
	for _, e := range entries {
		fmt.Fprintf(a.Stdout, "%s  %s\n", text.FormatDate(dayOf(e.Commit, zone), a.lang), e.Commit.Short())
		for _, tag := range e.Commit.Tags {
			fmt.Fprintf(a.Stdout, "  Version %s: %s\n", identity.Mask(diag.Visible(tag)), known.signature(tag).In(a.lang))
		}
		if diff.Begins(e.Changes) {
			fmt.Fprintf(a.Stdout, "  – %s\n", diag.Say("Innehållet lades in.", "The content was put in.").In(a.lang))
		} else {
			for _, c := range e.Changes {
				fmt.Fprintf(a.Stdout, "  – %s\n", c.Tell(a.lang))
			}
		}
		fmt.Fprintln(a.Stdout)
	}
	return nil
}
