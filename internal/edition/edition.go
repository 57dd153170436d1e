// Package edition gathers what a build of a content is made from beside its files. In
// go an opened content and its past; out come options of package publish, the adopted
// versions that are kept beside a site, and whether a PDF is what its commit gives.
package edition

import (
	"samsyn/internal/cause"
	"samsyn/internal/diff"
	"samsyn/internal/project"
	"samsyn/internal/publish"
	"samsyn/internal/release"
	"samsyn/internal/versions"
	"samsyn/internal/view"
)

// Maker makes editions.
type Maker struct {
	Version string // of the program
	Lang    string // of what is told
	// Say tells in both languages of what is left out.
	Say func(sv, en string, args ...any)
}

// Recount puts what git knows of a content into what is built; past is nil where git
// has not got it.
func (m Maker) Recount(p *project.Project, past *project.Past, opt *publish.Options) error {
	if past == nil {
		return nil
	}
	changed, err := p.Changed()
	if err != nil {
		m.Say("samsyn: det går inte att se om innehållet är ändrat sedan den senaste versionen: %s.", "samsyn: it cannot be told whether the content has changed since the last commit: %s.", cause.Of(err, m.Lang))
	}
	if changed || err != nil {
		opt.Commit += "+"
	}
	for _, e := range past.Events {
		if e.Beginning() {
			// The site tells what came to be then, not in what words: a country's words
			// are as much as its content.
			for i, c := range e.Changes {
				e.Changes[i] = diff.Change{Kind: c.Kind, Thing: c.Thing, ID: c.ID}
			}
		}
	}
	opt.Changed, opt.History = past.Files, past.Events
	if opt.Decided, err = p.Decided(past); err != nil {
		return err
	}
	if past.Shallow {
		m.Say("Klonen saknar äldre versioner, så en del datum är inte kända.", "The clone lacks older commits, so some dates are not known.")
	}
	return nil
}

// Earlier finds the adopted versions below a content, newest first, to be kept
// beside it. Each is built as of its own day. What cannot be is told, and left out;
// known says whose signatures they bear.
func (m Maker) Earlier(p *project.Project, past *project.Past, known *versions.Versions, opt publish.Options) ([]publish.Version, error) {
	tagged, err := p.Versions(past)
	if err != nil {
		return nil, err
	}
	var all []publish.Version
	drafts := 0
	for _, t := range tagged {
		if n := t.Result.Errors(); n > 0 {
			for _, tag := range t.Commit.Tags {
				m.Say("Versionen %[1]s är inte med: innehållet i den har fel (%[2]d). Se dem med samsyn validate --rev %[1]s.",
					"Version %[1]s is left out: its content has errors (%[2]d). See them with samsyn validate --rev %[1]s.", tag, n)
			}
			continue
		}
		if !project.Adopted(t.Result.Content) {
			drafts++
			continue
		}
		v, err := m.versionOf(t)
		if err != nil {
			return nil, err
		}
		v.Options.Credential, v.Options.SealedAt = opt.Credential, opt.SealedAt
		for _, tag := range t.Commit.Tags {
			if m.presentable(tag, known) {
				v.Name = tag
				all = append(all, v)
			}
		}
	}
	if drafts == len(tagged) { // of any other it has been told why it is left out
		m.Say("Ingen antagen version är märkt i git, så inget läggs under versioner/. Märk en med samsyn release.", "No adopted version is tagged in git, so nothing is put under versioner/. Tag one with samsyn release.")
	}
	return all, nil
}

// versionOf is an adopted version as it is to be built.
func (m Maker) versionOf(t project.Version) (publish.Version, error) {
	v := publish.Version{
		Version: view.Version{Day: t.Day}, Tree: t.Tree, Content: t.Result.Content,
		Options: publish.Options{Version: m.Version, Today: t.Day, Commit: t.Commit.Hash, Created: t.Commit.CommitDate.UTC()},
	}
	past, err := t.Past()
	if err != nil {
		return v, err
	}
	return v, m.Recount(t.Project, past, &v.Options)
}

// presentable tells whether a version can be kept under its name, and says why not.
func (m Maker) presentable(tag string, known *versions.Versions) bool {
	if !release.Addressable(tag) {
		m.Say("Versionen %[1]s är inte med: namnet får inte stå i en webbadress.", "Version %[1]s is left out: its name cannot stand in an address.", tag)
		return false
	}
	if known.Tampered(tag) {
		m.Say("Versionen %[1]s är inte med: underskriften gäller inte.", "Version %[1]s is left out: its signature does not hold.", tag)
		return false
	}
	return true
}
