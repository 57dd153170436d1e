package doctor

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/git"
	"samsyn/internal/history"
)

// git looks at the repository: its settings, its past, what has not been committed.
func (e *examination) git(ctx context.Context) error {
	repo, err := history.Open(e.Dir)
	if errors.Is(err, history.ErrNoGit) {
		e.note(Git, Think, diag.Say("Mappen är inget git-arkiv. Utan det finns inga förslag, ingen historik och ingenting att granska.", "The folder is no git repository. Without one there are no proposals, no history and nothing to check."),
			diag.Say("Kör i den: git init -b main, git add . och git commit -m Början.", "Run in it: git init -b main, git add . and git commit -m Beginning."))
		return nil
	}
	if err != nil {
		e.note(Git, Bad, because("Git-arkivet går inte att läsa", "The git repository cannot be read", err), diag.Text{})
		return nil
	}
	defer func() { _ = repo.Close() }()
	if repo.Shallow() {
		e.note(Git, Think, diag.Say("Klonen saknar äldre versioner, så datum och ändringar före dem är okända.", "The clone lacks older commits, so dates and changes before them are unknown."),
			diag.Say("Kör git fetch --unshallow. Där granskningen hämtar innehållet: fetch-depth: 0 (GIT_DEPTH: 0 i GitLab).", "Run git fetch --unshallow. Where CI checks the content out: fetch-depth: 0 (GIT_DEPTH: 0 in GitLab)."))
	}
	if doing := repo.InProgress(); doing != "" {
		e.note(Git, Think, diag.Say("Någon har börjat med git %s och inte avslutat det.", "Somebody has begun git %s and not ended it.", doing),
			diag.Say("Avsluta med git %[1]s --continue, eller ångra med git %[1]s --abort.", "End it with git %[1]s --continue, or undo it with git %[1]s --abort.", doing))
	}
	head, err := repo.Head()
	if err != nil {
		e.note(Git, Think, diag.Say("Git-arkivet har ingen version ännu.", "The git repository has no commit yet."), diag.Say("Kör git add . och git commit -m Början.", "Run git add . and git commit -m Beginning."))
	} else {
		e.clock(head)
		if err := e.uncommitted(repo); err != nil {
			return err
		}
	}
	e.gitSettings(ctx, repo.Git(e.Environ), !head.IsZero())
	if !slices.ContainsFunc(e.notes, func(n Note) bool { return n.Area == Git }) {
		e.note(Git, Fine, diag.Say("Git-arkivet är i ordning.", "The git repository is in order."), diag.Text{})
	}
	return nil
}

func (e *examination) uncommitted(repo *history.Repo) error {
	entries, err := e.Project.Tree.Entries()
	if err != nil {
		return err
	}
	dirty, err := repo.Dirty(entries)
	if err != nil {
		return err
	}
	if dirty {
		e.note(Git, Think, diag.Say("Det finns ändringar i innehållet som inte är sparade i git.", "The content has changes that are not committed."), diag.Say("git status visar dem. Spara dem med git add och git commit, eller lämna dem som ett förslag.", "git status shows them. Commit them with git add and git commit, or send them as a proposal."))
	}
	return nil
}

// gitSettings looks at who commits, where to, and at the branch that everything starts
// from. All of it is asked of the user's own git.
func (e *examination) gitSettings(ctx context.Context, repo git.Repository, committed bool) {
	set, err := repo.Get(ctx, `^(user\.(name|email)|remote\..*\.(push)?url)$`)
	if errors.Is(err, git.ErrNoGit) {
		e.note(Git, Think, diag.Say("Programmet git finns inte. samsyn edit och samsyn release behöver det.", "There is no program git. samsyn edit and samsyn release need it."), diag.Say("Installera git (git-scm.com).", "Install git (git-scm.com)."))
		return
	}
	if err != nil {
		e.note(Git, Bad, because("Git kan inte läsa sina inställningar", "Git cannot read its settings", err), diag.Text{})
		return // the rest can be looked at
	}
	known := map[string]bool{}
	var remotes []git.Setting
	for _, s := range set {
		if strings.HasPrefix(s.Name, "remote.") {
			remotes = append(remotes, s)
		} else if s.Value != "" {
			known[s.Name] = true
		}
	}
	byEnviron := func(name string) bool {
		return slices.ContainsFunc(e.Environ, func(v string) bool { return strings.HasPrefix(v, name+"=") && len(v) > len(name)+1 })
	}
	if !known["user.name"] && !byEnviron("GIT_AUTHOR_NAME") || !known["user.email"] && !byEnviron("GIT_AUTHOR_EMAIL") {
		e.note(Git, Think, diag.Say("Git vet inte vem du är, så inget går att spara.", "Git does not know who you are, so nothing can be committed."),
			diag.Say(`Kör git config --global user.name "NAMN" och git config --global user.email ADRESS.`, `Run git config --global user.name "NAME" and git config --global user.email ADDRESS.`))
	}
	e.remotes(remotes)
	if !committed {
		return
	}
	branches, err := repo.Run(ctx, git.Call{Args: []string{"for-each-ref", "--format=%(refname)", "refs/heads/main", "refs/remotes/*/main"}})
	if err == nil && strings.TrimSpace(branches) == "" && len(e.Kept.Forges) > 0 {
		e.note(Git, Bad, diag.Say("Det finns ingen gren som heter main. Granskningen och publiceringen utgår från den.", "There is no branch named main. The checks and the publishing start from it."), diag.Say("Kör git branch -m main i grenen som gäller, och välj main som huvudgren på git-servern.", "Run git branch -m main on the branch that holds, and choose main as the default branch on the forge."))
	}
	tracked, err := repo.Run(ctx, git.Call{Args: []string{"ls-files", "-z", "--", "*.p12", "*.pfx", "*.key"}})
	if files := strings.FieldsFunc(tracked, func(r rune) bool { return r == 0 }); err == nil && len(files) > 0 {
		e.note(Keys, Bad, diag.Say("Det ser ut som om nycklar ligger i git, där alla kan läsa dem: %s.", "Keys seem to lie in git, where everybody can read them: %s.", strings.Join(files[:min(len(files), 5)], ", ")),
			diag.Say("Spärra certifikatet hos den som har utfärdat det, och skaffa ett nytt. Det räcker inte att ta bort filen: äldre versioner har den kvar.", "Have the certificate revoked by whoever issued it, and get a new one. Removing the file is not enough: older commits still have it."))
	}
}

// holdsSecret tells whether an address has a password in it, or a token in the place of a
// name, as forges' help pages write it.
func holdsSecret(u *url.URL) bool {
	const longestName = 20
	_, password := u.User.Password()
	return password || strings.HasPrefix(u.Scheme, "http") && len(u.User.Username()) > longestName
}

// remotes looks at where the repository is sent to.
func (e *examination) remotes(remotes []git.Setting) {
	if len(remotes) == 0 && len(e.Kept.Forges) > 0 {
		e.note(Git, Think, diag.Say("Git-arkivet är inte kopplat till någon git-server, så inget granskas och inget publiceras.", "The repository is connected to no forge, so nothing is checked and nothing is published."), diag.Say("Kör git remote add origin ADRESS och git push -u origin main.", "Run git remote add origin ADDRESS and git push -u origin main."))
		return
	}
	for _, s := range remotes {
		u, err := url.Parse(s.Value)
		if err != nil {
			continue // another form of git's: user@host:path
		}
		name := strings.TrimPrefix(s.Name[:strings.LastIndexByte(s.Name, '.')], "remote.")
		which := name // as git remote set-url takes it
		if strings.HasSuffix(s.Name, ".pushurl") {
			which = "--push " + name
		}
		if holdsSecret(u) {
			e.note(Git, Bad, diag.Say("Adressen till %s har ett lösenord eller en nyckel i sig, i klartext i git:s inställningar.", "The address of %s has a password or a token in it, in plain text in git's settings.", name), diag.Say("Byt adressen: git remote set-url %s ADRESS, och låt git fråga efter lösenordet (git config credential.helper).", "Change the address: git remote set-url %s ADDRESS, and let git ask for the password (git config credential.helper).", which))
		} else if u.Scheme == "http" || u.Scheme == "git" {
			e.note(Git, Think, diag.Say("Adressen till %s är okrypterad (%s).", "The address of %s is not encrypted (%s).", name, u.Scheme), diag.Say("Byt till https eller ssh: git remote set-url %s ADRESS.", "Change to https or ssh: git remote set-url %s ADDRESS.", which))
		}
	}
}
