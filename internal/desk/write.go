package desk

import (
	"bufio"
	"errors"
	"strings"

	"samsyn/internal/project"
	"samsyn/internal/safewrite"
)

// proceed tells what a change causes, and then writes it. What has errors is not
// written; where somebody is there to be asked, warnings are asked about. written is
// false where nothing was written, which has been told.
func (a *app) proceed(p *project.Project, changes []safewrite.Change) (written bool, err error) {
	caused, err := a.caused(p, changes)
	if err != nil {
		return false, err
	}
	if len(caused.Findings) > 0 {
		if err := a.Report(caused); err != nil {
			return false, err
		}
	}
	if n := caused.Errors(); n > 0 {
		a.Say("samsyn: ingenting är ändrat, eftersom det skulle ge fel (%[1]d).", "samsyn: nothing has been changed, since it would cause errors (%[1]d).", n)
		return false, nil
	}
	if len(caused.Findings) > 0 && !a.confirmed() {
		a.Say("samsyn: ingenting är ändrat.", "samsyn: nothing has been changed.")
		return false, nil
	}
	err = safewrite.Write(p.Dir(), changes)
	return err == nil, err
}

// caused is what would be found after a change that is not found now.
func (a *app) caused(p *project.Project, changes []safewrite.Change) (*project.Result, error) {
	day, err := a.Day("")
	if err != nil {
		return nil, err
	}
	texts := map[string][]byte{}
	for _, c := range changes {
		texts[c.Path] = c.After
	}
	return p.Caused(texts, day)
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

// unwritten is the status of a command that wrote nothing.
func (a *app) unwritten(err error) int {
	if err == nil {
		return findings
	}
	if taken := (*safewrite.Occupied)(nil); errors.As(err, &taken) {
		a.Say("samsyn: de här filerna finns redan: %[1]s. Ingenting är ändrat.", "samsyn: these files are there already: %[1]s. Nothing has been changed.", strings.Join(taken.Paths, ", "))
		return failed
	}
	if errors.Is(err, safewrite.ErrChanged) {
		a.Say("samsyn: någon annan har ändrat filen under tiden, så ingenting är skrivet. Försök igen.",
			"samsyn: somebody else has changed the file meanwhile, so nothing was written. Try again.")
		return failed
	}
	return a.Fail(err)
}
