package setup

import (
	"cmp"
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/history"
	"samsyn/internal/obtain"
)

// toolFlags are the flags that tell where the checks get the program.
func toolFlags(fs *flag.FlagSet, t *obtain.Told) {
	fs.StringVar(&t.From, "tool-from", "", console.Both("varifrån granskningen hämtar programmet samsyn: en mapp med en utgåva, adressen till en utgåvas arkiv eller till ett git-arkiv med källkoden (https), eller en Go-modul (värd/ägare/samsyn)", "where the checks get the samsyn program: a folder with a release, the address of a release's archive or of a repository with the source (https), or a Go module (host/owner/samsyn)"))
	fs.StringVar(&t.Version, "tool-version", "", console.Both("den commit, tagg eller version som ska byggas (annars den här utgåvans)", "the commit, tag or version to build (default: that of this release)"))
	fs.StringVar(&t.SHA256, "tool-sha256", "", console.Both("arkivets kontrollsumma (SHA-256), 64 tecken 0–9 och a–f", "the archive's SHA-256 checksum, 64 hexadecimal digits"))
	fs.BoolVar(&t.Private, "tool-private", false, console.Both("det behövs en nyckel för att hämta programmet; den läggs i "+obtain.Token+" på git-servern", "a token is needed to get the program; it is put into "+obtain.Token+" on the forge"))
}

// source is what was told of where the checks get the program. What cannot be taken is a
// *diag.Refused.
func (a *app) source(t obtain.Told) (obtain.Source, error) {
	if t == (obtain.Told{}) {
		return ofOwnModule(console.ModulePath(), a.ownVersion()), nil
	}
	t.Own = a.ownVersion()
	if t.From == "" || !a.isFolder(t.From) {
		return obtain.Parse(t)
	}
	dir := a.InDir(t.From)
	if _, err := os.Stat(filepath.Join(dir, "SHA256SUMS")); err == nil {
		return obtain.Folder(dir)
	}
	if _, err := os.Stat(filepath.Join(dir, "cmd", "samsyn")); err == nil {
		return a.clone(dir, t)
	}
	return obtain.Source{}, diag.Refuse("mappen %s innehåller varken en utgåva (SHA256SUMS) eller programmets källkod", "the folder %s holds neither a release (SHA256SUMS) nor the program's source", t.From)
}

// ofOwnModule is the source where nothing is told: the module that this program is of, if
// a public host has it and this is one of its versions; else none.
func ofOwnModule(module, version string) obtain.Source {
	if !obtain.IsModule(module) || version == "" {
		return obtain.Source{}
	}
	s, err := obtain.Parse(obtain.Told{From: module, Version: version})
	if err != nil {
		return obtain.Source{} // a version such as no release has
	}
	return s
}

func (a *app) isFolder(name string) bool {
	info, err := os.Stat(a.InDir(name))
	return err == nil && info.IsDir()
}

// checkFrom holds an answer that is still to be told more of.
func (a *app) checkFrom(s string) error {
	if s == "" || a.isFolder(s) {
		_, err := a.source(obtain.Told{From: s})
		return err
	}
	trial := obtain.Told{From: s, Version: "v0.0.0"}
	if strings.HasSuffix(s, "gz") {
		trial.SHA256 = strings.Repeat("0", 64)
	}
	_, err := obtain.Parse(trial)
	return err
}

// clone is a folder with the program's source: the checks build the commit that is checked
// out there, from where the folder was cloned.
func (a *app) clone(dir string, t obtain.Told) (obtain.Source, error) {
	repo, err := history.Open(dir)
	if err != nil {
		return obtain.Source{}, err
	}
	defer func() { _ = repo.Close() }()
	head, err := repo.Head()
	if err != nil {
		return obtain.Source{}, err
	}
	urls, err := repo.Git(a.Environ).Get(context.Background(), `^remote\..*\.url$`)
	if err != nil {
		return obtain.Source{}, err
	}
	for _, u := range urls {
		if strings.HasPrefix(u.Value, "https://") {
			t.From, t.Version = u.Value, cmp.Or(t.Version, head.Hash)
			return obtain.Parse(t)
		}
	}
	return obtain.Source{}, diag.Refuse("källkoden i %s är inte hämtad från någon adress som börjar med https://. Ange adressen i stället för mappen", "the source in %s was not cloned from an address that begins with https://. Give the address instead of the folder", t.From)
}

// ownVersion is the tag of the release that this program is of, "" where it is of none.
func (a *app) ownVersion() string {
	if v := console.ToolVersion(); regexp.MustCompile(`^[0-9]+\.[0-9]+\.[0-9]+`).MatchString(v) {
		return "v" + v
	}
	return ""
}

// secretAt is where a forge keeps secrets, as its menus call it.
var secretAt = map[string]string{
	"github":  "Settings, Secrets and variables, Actions, New repository secret",
	"gitlab":  "Settings, CI/CD, Variables (Masked)",
	"forgejo": "Settings, Actions, Secrets",
	"gitea":   "Settings, Actions, Secrets",
}

// toolSteps is what is left for a person before the checks have the program.
func (a *app) toolSteps(s obtain.Source, forge string) []diag.Text {
	var steps []diag.Text
	if forge != none && s.Kind == "" {
		steps = append(steps, diag.Say("Säg varifrån granskningen hämtar samsyn: samsyn doctor --renew --tool-from ADRESS (samsyn doctor --help visar vad som går att ange). Till dess stannar den, och säger det.", "Tell where the checks get samsyn: samsyn doctor --renew --tool-from ADDRESS (samsyn doctor --help shows what can be given). Until then they stop, and say so."))
	}
	if s.Private {
		where := cmp.Or(secretAt[forge], "secrets")
		steps = append(steps, diag.Say("%[1]s: lägg nyckeln som får läsa %[2]s i %[3]s. Låt den inte få något annat. Förslag från andras kopior får den inte, och granskas då inte.", "%[1]s: put the token that may read %[2]s into %[3]s. Let it do nothing else. Proposals from forks do not get it, and are not checked then.", where, s.At, obtain.Token))
	}
	if s.Moves() {
		steps = append(steps, diag.Say("Skydda taggen %[1]s i %[2]s mot att flyttas, eller ange en commit i stället: granskningen bygger det som taggen leder till.", "Protect the tag %[1]s in %[2]s against being moved, or give a commit instead: the checks build what the tag leads to.", s.Pin, s.At))
	}
	return steps
}
