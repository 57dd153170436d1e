package setup

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os/exec"
	"path"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/doctor"
	"samsyn/internal/keys"
	"samsyn/internal/obtain"
	"samsyn/internal/outfit"
	"samsyn/internal/project"
	"samsyn/internal/safewrite"
)

// doctor is the command doctor: it looks after what the repository runs on beside its
// content, and renews it.
func (a *app) doctor(args []string) error {
	fs := a.Flags("doctor")
	renew := fs.Bool("renew", false, console.Both("förnya det som samsyn har skrivit bredvid innehållet och som ingen har ändrat, och visa vad som skiljer i resten; filer som anges skrivs om ändå", "renew what samsyn has written beside the content and nobody has edited, and show how the rest differs; files that are named are written anew all the same"))
	format := fs.String("format", "text", console.Both("text eller json", "text or json"))
	forge := fs.String("forge", "", console.Both("lägg till granskningen för en git-server: "+strings.Join(outfit.Forges, ", "), "add the checks for a forge: "+strings.Join(outfit.Forges, ", ")))
	var tool obtain.Told
	toolFlags(fs, &tool)
	named, err := a.Parse(fs, args, mostNamed)
	if err != nil {
		return err
	}
	if err := errors.Join(a.OneOf("format", *format, []string{"text", "json"}), a.checkRenewal(*renew, named, *forge, tool)); err != nil {
		return console.ErrTold
	}
	p, err := a.Open(project.Options{})
	if err != nil {
		return err
	}
	dir := p.Tree.Dir()
	if *renew {
		if err := a.renew(dir, named, *forge, tool); err != nil {
			return a.misused(err)
		}
	}
	kept, err := outfit.Compare(dir, nil)
	if err != nil {
		return err
	}
	patient := doctor.Patient{Project: p, Dir: dir, Kept: kept, Version: console.ToolVersion(), Now: a.Now(), Environ: a.Environ}
	a.namedKey(&patient)
	_, err = exec.LookPath("samsyn")
	patient.OnPath = err == nil
	notes, err := doctor.Examine(a.Context(), patient)
	if err != nil {
		return err
	}
	return a.tellNotes(notes, *format)
}

// mostNamed is how many files can be named after --renew.
const mostNamed = 200

// checkRenewal holds that what only --renew takes comes with it.
func (a *app) checkRenewal(renew bool, named []string, forge string, tool obtain.Told) error {
	if !renew && (len(named) > 0 || forge != "" || tool != obtain.Told{}) {
		return a.Refuse("samsyn: filer, --forge och --tool-from hör ihop med --renew. Utan den ändras ingenting.", "samsyn: files, --forge and --tool-from go with --renew. Without it nothing is changed.")
	}
	if forge != "" && !slices.Contains(outfit.Forges, forge) {
		return a.Refuse("samsyn: --forge ska vara ett av: %s.", "samsyn: --forge must be one of: %s.", strings.Join(outfit.Forges, ", "))
	}
	return nil
}

// renew writes anew what nobody has edited and shows how the rest differs.
func (a *app) renew(dir string, named []string, forge string, told obtain.Told) error {
	_, absent := outfit.ReadSmall(dir, obtain.EnvFile)
	known := told == obtain.Told{} && absent == nil // it stays as it is
	var source obtain.Source
	if !known {
		var err error
		if source, err = a.source(told); err != nil {
			return err
		}
	}
	var more []string
	if forge != "" {
		more = []string{forge}
	}
	kept, err := outfit.Compare(dir, more)
	if err != nil {
		return err
	}
	if kept.Own {
		return a.Refuse("samsyn: det här är programmets eget git-arkiv, så ingenting är skrivet. Kör kommandot i länets git-arkiv.", "samsyn: this is the program's own git repository, so nothing was written. Run the command in the county's git repository.")
	}
	for i, name := range named {
		named[i] = path.Clean(strings.ReplaceAll(name, `\`, "/"))
		if !kept.Has(named[i]) {
			return a.Refuse("samsyn: %s är ingen fil som samsyn skriver bredvid innehållet. Ange den som samsyn doctor gör.", "samsyn: %s is no file that samsyn writes beside the content. Name it as samsyn doctor does.", name)
		}
	}
	written, err := kept.Renew(console.ToolVersion(), named)
	if err == nil {
		err = a.renewTool(dir, source, &written)
	}
	for _, name := range written {
		a.Say("%s är skriven.", "%s is written.", name)
	}
	if err != nil {
		return err
	}
	if len(written) == 0 {
		a.Say("Det finns ingenting att förnya.", "There is nothing to renew.")
	}
	a.tellDifferences(kept, named)
	var steps []diag.Text
	if !known {
		steps = a.toolSteps(source, onlyForge(kept.Forges))
	}
	a.tellForge(forge, steps...)
	return nil
}

// onlyForge is the forge in use, where there is one alone.
func onlyForge(forges []string) string {
	if len(forges) == 1 {
		return forges[0]
	}
	return none
}

// renewTool writes where the checks get the program, if that was told.
func (a *app) renewTool(dir string, s obtain.Source, written *[]string) error {
	for _, f := range outfit.ToolFiles(s) {
		was, err := outfit.ReadSmall(dir, f.Path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			if s.Holds(dir) == nil && f.Path == s.At { // it is there already, and large
				continue
			}
			return err
		}
		if err := outfit.Put(dir, safewrite.File{Path: f.Path, Data: f.Data}, was); err != nil {
			return err
		}
		*written = append(*written, f.Path)
	}
	return nil
}

// tellDifferences shows how what was left alone differs from what this version writes.
func (a *app) tellDifferences(kept *outfit.Kept, named []string) {
	for _, p := range kept.Parts {
		if p.State != outfit.Edited || slices.Contains(named, p.Path) {
			continue
		}
		a.Say("%s är ändrad här och är inte omskriven. Så skiljer den sig från den här versionens:", "%s has been edited here and was not written anew. This is how it differs from this version's:", p.Path)
		for line := range strings.Lines(string(diff.Diff(p.Path, p.Is, p.Path+" (samsyn "+console.ToolVersion()+")", p.Want))) {
			fmt.Fprintln(a.Stderr, "  "+diag.Visible(strings.TrimRight(line, "\r\n")))
		}
	}
}

// namedKey looks at the key that the environment names for sealing, as build takes it. A key
// in a token is looked at, with a PIN where there is one.
func (a *app) namedKey(patient *doctor.Patient) {
	named := a.KeyFlags(flag.NewFlagSet("", flag.ContinueOnError))
	patient.KeyFiles = a.Files(named)
	switch {
	case named.InToken():
		token, err := a.Token(named)
		if err == nil {
			var seen keys.Sight
			seen, err = keys.LookAtToken(token)
			patient.Token = &seen
		}
		patient.KeyError = err
	case named.Given():
		key, err := a.Key(named)
		if len(key.Chain) > 0 {
			patient.Key = &key // what is amiss with its certificate is told by its days
		} else {
			patient.KeyError = err
		}
	}
}

// areaNames are what the areas are called.
var areaNames = map[doctor.Area]diag.Text{
	doctor.Settings: diag.Say("Inställningar", "Settings"),
	doctor.Program:  diag.Say("Programmet", "The program"),
	doctor.Fonts:    diag.Say("Typsnitt", "Fonts"),
	doctor.Git:      diag.Say("Git", "Git"),
	doctor.Keys:     diag.Say("Nycklar och certifikat", "Keys and certificates"),
	doctor.Clock:    diag.Say("Klockan", "The clock"),
	doctor.Checks:   diag.Say("Granskningens filer", "The files of the checks"),
	doctor.Editor:   diag.Say("Textredigerare", "Text editors"),
}

var gradeNames = map[doctor.Grade]diag.Text{
	doctor.Fine: diag.Say("bra", "fine"), doctor.Think: diag.Say("varning", "warning"), doctor.Bad: diag.Say("fel", "error"),
}

// tellNotes writes the report; what has to be mended rejects the repository.
func (a *app) tellNotes(notes []doctor.Note, format string) error {
	count := map[doctor.Grade]int{}
	for _, n := range notes {
		count[n.Grade]++
	}
	if format == "text" {
		a.notesAsText(notes, count)
	} else if err := a.notesAsJSON(notes, count); err != nil {
		return err
	}
	if count[doctor.Bad] > 0 {
		return console.ErrFindings
	}
	return nil
}

func (a *app) notesAsText(notes []doctor.Note, count map[doctor.Grade]int) {
	for i, n := range notes { // area by area
		if i == 0 || n.Area != notes[i-1].Area {
			fmt.Fprintln(a.Stdout, areaNames[n.Area].In(a.Lang))
		}
		fmt.Fprintf(a.Stdout, "  %s: %s\n", gradeNames[n.Grade].In(a.Lang), diag.Visible(n.Text.In(a.Lang)))
		if !n.Do.IsZero() {
			fmt.Fprintf(a.Stdout, "    %s\n", diag.Visible(n.Do.In(a.Lang)))
		}
	}
	fmt.Fprintf(a.Stdout, "%s, %s\n", counted(count[doctor.Bad], diag.Say("fel", "error"), diag.Say("fel", "errors")).In(a.Lang),
		counted(count[doctor.Think], diag.Say("varning", "warning"), diag.Say("varningar", "warnings")).In(a.Lang))
}

// notesAsJSON writes the notes for another program: texts in the chosen language, the rest
// in English.
func (a *app) notesAsJSON(notes []doctor.Note, count map[doctor.Grade]int) error {
	type note struct {
		Area    doctor.Area  `json:"area"`
		Grade   doctor.Grade `json:"grade"`
		Message string       `json:"message"`
		Do      string       `json:"do,omitempty"`
	}
	var out struct {
		Notes   []note `json:"notes"`
		Summary struct {
			Errors   int `json:"errors"`
			Warnings int `json:"warnings"`
		} `json:"summary"`
	}
	for _, n := range notes {
		out.Notes = append(out.Notes, note{n.Area, n.Grade, n.Text.In(a.Lang), n.Do.In(a.Lang)})
	}
	out.Summary.Errors, out.Summary.Warnings = count[doctor.Bad], count[doctor.Think]
	return diag.WriteJSON(a.Stdout, out)
}

// counted is how many things there are, by their name for one or for several.
func counted(n int, one, several diag.Text) diag.Text {
	if n == 1 {
		several = one
	}
	return diag.Say("%d %s", "%d %s", n, several)
}
