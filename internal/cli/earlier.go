package cli

import (
	"errors"
	"time"

	"samsyn/internal/history"
	"samsyn/internal/inspect"
	"samsyn/internal/publish"
	"samsyn/internal/source"
	"samsyn/internal/view"
)

// earlier finds the adopted versions below a content, newest first, to be kept
// beside it. Each is built as of its own day. What cannot be is told, and left out.
func (a *app) earlier(content revision, opt publish.Options) ([]publish.Version, error) {
	if content.repo == nil {
		a.say("samsyn: det finns ingen sparad version i git, så --versions har inget att bygga.", "samsyn: git has no saved version, so --versions has nothing to build.")
		return nil, errUsage
	}
	zone, err := sweden()
	if err != nil {
		return nil, err
	}
	walked, err := a.walked(content)
	if err != nil {
		return nil, err
	}
	tree, err := a.tree()
	if err != nil {
		return nil, err
	}
	known, err := a.versions(content.repo, tree)
	if err != nil {
		return nil, err
	}
	var all []publish.Version
	for _, commit := range walked.Commits() {
		if len(commit.Tags) == 0 {
			continue
		}
		v, err := a.versionOf(content.repo, commit, zone)
		if err != nil {
			return nil, err
		}
		if v == nil {
			continue
		}
		v.Options.Credential, v.Options.SealedAt = opt.Credential, opt.SealedAt
		for _, tag := range commit.Tags {
			if !tagName.MatchString(tag) {
				a.say("Versionen %[1]s är inte med: namnet får inte stå i en webbadress.", "Version %[1]s is left out: its name cannot stand in an address.", tag)
				continue
			}
			if known.tampered(tag) {
				a.say("Versionen %[1]s är inte med: underskriften gäller inte.", "Version %[1]s is left out: its signature does not hold.", tag)
				continue
			}
			named := *v
			named.Name = tag
			all = append(all, named)
		}
	}
	return all, nil
}

// versionOf reads a version that was tagged; nil where it is none that was adopted,
// or where its content is such that nothing can be built of it.
func (a *app) versionOf(repo *history.Repo, commit history.Commit, zone *time.Location) (*publish.Version, error) {
	tree, _, err := repo.Tree(commit.Hash)
	if errors.Is(err, history.ErrNoContent) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	day := dayOf(commit, zone)
	r, err := inspect.Tree(tree, day)
	if errors.Is(err, source.ErrNoRepository) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if r.Errors() > 0 {
		for _, tag := range commit.Tags {
			a.say("Versionen %[1]s är inte med: innehållet i den har fel (%[2]d). Se dem med samsyn validate --rev %[1]s.",
				"Version %[1]s is left out: its content has errors (%[2]d). See them with samsyn validate --rev %[1]s.", tag, r.Errors())
		}
		return nil, nil
	}
	if !adopted(r.Content) {
		return nil, nil
	}
	v := &publish.Version{
		Version: view.Version{Day: day}, Tree: tree, Content: r.Content,
		Options: publish.Options{Version: ToolVersion(), Today: day, Commit: commit.Hash, Created: commit.CommitDate.UTC()},
	}
	content := revision{tree: tree, commit: commit.Hash, when: commit.CommitDate, repo: repo}
	entries, err := tree.Entries()
	if err != nil {
		return nil, err
	}
	p, err := a.readPast(content, entries)
	if err != nil {
		return nil, err
	}
	return v, a.recount(p, content, r.Content, &v.Options)
}
