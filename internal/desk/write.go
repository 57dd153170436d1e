package desk

import (
	"bufio"
	"errors"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/project"
	"samsyn/internal/safewrite"
)

// proceed tells what a change causes, and then writes it. What has errors is not
// written; where somebody is there to be asked, warnings are asked about. The error of
// what was not written has been told.
func (a *app) proceed(p *project.Project, changes []safewrite.Change) error {
	caused, err := a.foretold(p, changes)
	if err != nil {
		return err
	}
	if n := caused.Errors(); n > 0 {
		a.Say("samsyn: ingenting är ändrat, eftersom det skulle ge fel (%[1]d). Rätta det som felen ovan säger, och kör kommandot igen.", "samsyn: nothing has been changed, since it would cause errors (%[1]d). Put right what the errors above say, and run the command again.", n)
		return console.ErrFindings
	}
	if len(caused.Findings) > 0 && !a.confirmed() {
		a.Say("samsyn: ingenting är ändrat.", "samsyn: nothing has been changed.")
		return console.ErrFindings
	}
	return a.write(p, changes)
}

// write writes files, all of them or none.
func (a *app) write(p *project.Project, changes []safewrite.Change) error {
	return a.unwritten(safewrite.Write(p.Dir(), changes))
}

// foretold tells what would be found after a change that is not found now.
func (a *app) foretold(p *project.Project, changes []safewrite.Change) (*project.Result, error) {
	caused, err := a.caused(p, changes)
	if err != nil {
		return nil, err
	}
	return caused, a.told(caused)
}

// told prints what was found, where anything was.
func (a *app) told(found *project.Result) error {
	if len(found.Findings) == 0 {
		return nil
	}
	return a.Report(found)
}

// caused is what would be found after a change that is not found now.
func (a *app) caused(p *project.Project, changes []safewrite.Change) (*project.Result, error) {
	texts := map[string][]byte{}
	for _, c := range changes {
		texts[c.Path] = c.After
	}
	return p.Caused(texts, a.Today())
}

// confirmed asks whether to write what has warnings. Where nobody can be asked they
// stop nothing.
func (a *app) confirmed() bool {
	if a.Stdin == nil {
		return true
	}
	a.Say("Skriva ändå? [j/N]", "Write it anyway? [y/N]")
	answer, _ := bufio.NewReader(a.Stdin).ReadString('\n')
	answer = strings.ToLower(strings.TrimSpace(answer))
	return strings.HasPrefix(answer, "j") || strings.HasPrefix(answer, "y")
}

// unwritten tells why nothing was written, where that is for others than this command to know.
func (a *app) unwritten(err error) error {
	if taken := (*safewrite.Occupied)(nil); errors.As(err, &taken) {
		return a.Refuse("samsyn: de här filerna finns redan: %[1]s. Ingenting är ändrat.", "samsyn: these files are there already: %[1]s. Nothing has been changed.", strings.Join(taken.Paths, ", "))
	}
	if errors.Is(err, safewrite.ErrChanged) {
		return a.Refuse("samsyn: någon annan har ändrat filen under tiden, så ingenting är skrivet. Försök igen.",
			"samsyn: somebody else has changed the file meanwhile, so nothing was written. Try again.")
	}
	return err
}
