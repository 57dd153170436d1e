package cli

import (
	"samsyn/internal/cause"
	"samsyn/internal/diff"
	"samsyn/internal/project"
	"samsyn/internal/publish"
	"samsyn/internal/release"
	"samsyn/internal/versions"
	"samsyn/internal/view"
)

// recount puts what git knows of a content into what is built; past is nil where git
// has not got it.
func (a *app) recount(p *project.Project, past *project.Past, opt *publish.Options) error {
	if past == nil {
		return nil
	}
	changed, err := p.Changed()
	if err != nil {
		a.say("samsyn: det går inte att se om innehållet är ändrat sedan den senaste versionen: %s.", "samsyn: it cannot be told whether the content has changed since the last commit: %s.", cause.Of(err, a.lang))
	}
	if changed || err != nil {
		opt.Commit += "+"
	}
	opt.Changed = map[string]view.Times{}
	for file, t := range past.Files {
		opt.Changed[file] = view.Times(t)
	}
	for _, e := range past.Events {
		if diff.Begins(e.Changes) {
			// The site tells what came to be then, not in what words: a country's words
			// are as much as its content.
			for i, c := range e.Changes {
				e.Changes[i] = diff.Change{Kind: c.Kind, Thing: c.Thing, ID: c.ID}
			}
		}
		opt.History = append(opt.History, *pastOf(&e))
	}
	decided, err := p.Decided(past)
	if err != nil {
		return err
	}
	opt.Decided = pastOf(decided)
	if past.Shallow {
		a.say("Klonen saknar äldre versioner, så en del datum är inte kända.", "The clone lacks older commits, so some dates are not known.")
	}
	return nil
}

// pastOf is an event as the site tells it; nil of none.
func pastOf(e *project.Event) *view.Past {
	if e == nil {
		return nil
	}
	return &view.Past{Day: e.Day, Commit: e.Commit.Hash, Tags: e.Commit.Tags, Changes: e.Changes}
}

// sinceThen is what has changed from a revision to a content; nil where none is named.
func sinceThen(p *project.Project, rev string) (*view.Past, error) {
	if rev == "" {
		return nil, nil
	}
	e, err := p.Since(rev)
	if err != nil {
		return nil, err
	}
	return &view.Past{Day: e.Day, Commit: e.Commit.Hash, Changes: e.Changes}, nil
}

// earlier finds the adopted versions below a content, newest first, to be kept
// beside it. Each is built as of its own day. What cannot be is told, and left out.
func (a *app) earlier(p *project.Project, past *project.Past, opt publish.Options) ([]publish.Version, error) {
	if past == nil {
		a.say("samsyn: det finns ingen sparad version i git, så --versions har inget att bygga.", "samsyn: git has no saved version, so --versions has nothing to build.")
		return nil, errUsage
	}
	known, err := a.versions(p)
	if err != nil {
		return nil, err
	}
	tagged, err := p.Versions(past)
	if err != nil {
		return nil, err
	}
	var all []publish.Version
	for _, t := range tagged {
		if n := t.Result.Errors(); n > 0 {
			for _, tag := range t.Commit.Tags {
				a.say("Versionen %[1]s är inte med: innehållet i den har fel (%[2]d). Se dem med samsyn validate --rev %[1]s.",
					"Version %[1]s is left out: its content has errors (%[2]d). See them with samsyn validate --rev %[1]s.", tag, n)
			}
			continue
		}
		if !project.Adopted(t.Result.Content) {
			continue
		}
		v, err := a.versionOf(t)
		if err != nil {
			return nil, err
		}
		v.Options.Credential, v.Options.SealedAt = opt.Credential, opt.SealedAt
		for _, tag := range t.Commit.Tags {
			if a.presentable(tag, known) {
				v.Name = tag
				all = append(all, v)
			}
		}
	}
	return all, nil
}

// versionOf is an adopted version as it is to be built.
func (a *app) versionOf(t project.Version) (publish.Version, error) {
	v := publish.Version{
		Version: view.Version{Day: t.Day}, Tree: t.Tree, Content: t.Result.Content,
		Options: publish.Options{Version: ToolVersion(), Today: t.Day, Commit: t.Commit.Hash, Created: t.Commit.CommitDate.UTC()},
	}
	past, err := t.Past()
	if err != nil {
		return v, err
	}
	return v, a.recount(t.Project, past, &v.Options)
}

// presentable tells whether a version can be kept under its name, and says why not.
func (a *app) presentable(tag string, known *versions.Versions) bool {
	if !release.Addressable(tag) {
		a.say("Versionen %[1]s är inte med: namnet får inte stå i en webbadress.", "Version %[1]s is left out: its name cannot stand in an address.", tag)
		return false
	}
	if known.Tampered(tag) {
		a.say("Versionen %[1]s är inte med: underskriften gäller inte.", "Version %[1]s is left out: its signature does not hold.", tag)
		return false
	}
	return true
}
