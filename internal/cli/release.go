package cli

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/diff"
	"samsyn/internal/git"
	"samsyn/internal/history"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/release"
)

// release checks an adopted version and tags it, with notes on what changed
// since the version before.
func (a *app) release(args []string) error {
	fs := a.Flags("release")
	unsigned := fs.Bool("unsigned", false, console.Both("underteckna inte märkningen", "do not sign the tag"))
	dry := fs.Bool("dry-run", false, console.Both("kontrollera och skriv ut ändringarna, men märk ingenting", "check and print the notes, but make no tag"))
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return err
	}
	if err := a.nameable(rest); err != nil {
		return err
	}
	p, err := a.Open(project.Options{})
	if err != nil {
		return err
	}
	repo, err := p.Repo()
	if err != nil {
		return err
	}
	if err := a.free(repo, rest[0]); err != nil {
		return err
	}
	now, err := p.Inspect(a.Today())
	if err != nil {
		return err
	}
	if now.Errors() > 0 {
		return a.Reject(now)
	}
	if err := a.releasable(p, repo, now.Content); err != nil {
		return err
	}
	notes, err := a.notes(p, repo, now.Content)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprint(a.Stdout, notes); err != nil {
		return err // nothing is tagged that nobody could read of
	}
	if *dry {
		return nil
	}
	if err := release.Tag(repo.Git(a.Environ), rest[0], notes, !*unsigned); err != nil {
		return a.untagged(err, !*unsigned)
	}
	known, err := a.versions(p)
	if err != nil {
		return err
	}
	a.Say("Version %[1]s: %[2]s.", "Version %[1]s: %[2]s.", rest[0], known.Signature(rest[0]).In(a.Lang))
	a.Say("Versionen är märkt %[1]s. Skicka den med git push origin %[1]s.", "The version is tagged %[1]s. Send it with git push origin %[1]s.", rest[0])
	return nil
}

// untagged tells that git made no tag, and the way out.
func (a *app) untagged(err error, signed bool) error {
	said := &git.Failed{}
	switch {
	case errors.Is(err, git.ErrNoGit):
		a.Say("samsyn: programmet git finns inte på den här datorn. Det behövs för att märka en version. Installera det, och kör samsyn release igen.",
			"samsyn: the program git is not on this computer. It is needed to tag a version. Install it, and run samsyn release again.")
	case !errors.As(err, &said):
		return err
	case signed:
		a.Say("samsyn: versionen är inte märkt, för git kunde inte underteckna märkningen. Ange er nyckel med git config --global user.signingKey, och för en SSH-nyckel också git config --global gpg.format ssh. Kontrollera att nyckeln finns på den här datorn och inte har gått ut. Med --unsigned märks versionen utan underskrift.",
			"samsyn: the version is not tagged, since git could not sign the tag. Name your key with git config --global user.signingKey, and for an SSH key git config --global gpg.format ssh too. See that the key is on this computer and has not expired. With --unsigned the version is tagged without a signature.")
	default:
		a.Say("samsyn: versionen är inte märkt, för git kunde inte spara märkningen.", "samsyn: the version is not tagged, since git could not save the tag.")
	}
	for line := range strings.Lines(said.Said) {
		a.Say("git: %[1]s", "git: %[1]s", strings.TrimSpace(line))
	}
	return console.ErrTold
}

// nameable holds that the one word given can be a version's name: a tag that git and
// every forge take.
func (a *app) nameable(words []string) error {
	if len(words) == 0 {
		return a.Refuse("samsyn: ange versionens namn, till exempel antagen-2025: samsyn release NAMN.", "samsyn: name the version, for example adopted-2025: samsyn release NAME.")
	}
	name := words[0]
	if !release.Nameable(name) {
		return a.Refuse("samsyn: %[1]s kan inte vara en versions namn. Använd bokstäverna a–z och A–Z, siffror, bindestreck, understreck och enstaka punkter, med en bokstav eller siffra först.",
			"samsyn: %[1]s cannot be the name of a version. Use the letters a–z and A–Z, digits, hyphens, underscores and single dots, beginning with a letter or digit.", name)
	}
	return nil
}

// free holds that there is a commit to tag, and that no branch or tag has the name: of
// two things of one name nobody can tell which is meant. (A year may be the beginning
// of a commit's hash, and a good name all the same.)
func (a *app) free(repo *history.Repo, name string) error {
	if _, err := repo.Head(); err != nil {
		return err
	}
	taken := name == "HEAD"
	for _, kind := range []string{"refs/heads/", "refs/tags/"} {
		_, err := repo.Find(kind + name)
		taken = taken || err == nil
	}
	if taken {
		return a.Refuse("samsyn: namnet %[1]s är upptaget: det är redan en gren eller en märkning i git. Välj ett annat.",
			"samsyn: the name %[1]s is taken: there is a branch or a tag of that name in git. Choose another.", name)
	}
	return nil
}

// releasable holds that what is tagged is what was saved, and that it was adopted.
func (a *app) releasable(p *project.Project, repo *history.Repo, c *model.Content) error {
	changed, err := p.Changed()
	if err != nil {
		return err
	}
	if changed {
		a.Say("samsyn: mappen har ändringar som inte är sparade i git. Spara dem först.", "samsyn: the folder has changes that git does not have. Commit them first.")
		return console.ErrFindings
	}
	if doing := repo.InProgress(); doing != "" {
		undo := doing + " --abort"
		if doing == "bisect" {
			undo = "bisect reset"
		}
		a.Say("samsyn: det som påbörjades med git %[1]s är inte klart. Slutför det först, eller avbryt det med git %[2]s.",
			"samsyn: what was begun with git %[1]s is not done. Finish it first, or give it up with git %[2]s.", doing, undo)
		return console.ErrFindings
	}
	if s := c.Agreement.Status.V; !project.Adopted(c) {
		a.SayOf(c, "samsyn: {the_agreement} är inte {agreement:antagen|antaget} (status: %[1]s), så det finns ingen antagen version att märka.",
			"samsyn: {the_agreement} is not adopted (status: %[1]s), so there is no adopted version to tag.", s)
		return console.ErrFindings
	}
	return nil
}

// notes tell what changed since the newest tag; all of it is new where there is none.
func (a *app) notes(p *project.Project, repo *history.Repo, now *model.Content) (string, error) {
	tags, err := repo.Tags()
	if err != nil {
		return "", err
	}
	changes := diff.Contents(nil, now)
	heading := diag.Say("Den första versionen.\n\n", "The first version.\n\n")
	if len(tags) > 0 {
		last := tags[len(tags)-1].Name
		since, err := p.Since(last)
		if err != nil {
			return "", err
		}
		changes = since.Changes
		heading = diag.Say("Ändringar sedan %[1]s:\n\n", "Changes since %[1]s:\n\n", last)
	}
	var b bytes.Buffer
	b.WriteString(heading.In(a.Lang))
	err = diff.WriteText(&b, changes, a.Lang)
	return b.String(), err
}
