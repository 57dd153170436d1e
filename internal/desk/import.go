package desk

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/exchange"
	"samsyn/internal/intake"
	"samsyn/internal/project"
	"samsyn/internal/safewrite"
)

// mostImported is how large a file may be.
const mostImported = 64 << 20

// importing is what the command import is told.
type importing struct {
	name   string
	plan   string
	dryRun bool
	word   wordOrder
}

// importFile is the command import: it takes a file back that somebody has edited.
func (a *app) importFile(args []string) int {
	fs := a.Flags("import")
	var o importing
	fs.StringVar(&o.plan, "plan", "", console.Both("planen som nya insatser läggs i, om filen inte säger vilken (mappens namn); från Word även ett år som inte har någon plan", "the plan that new initiatives go into where the file does not say (the name of its folder); from Word also a year that has none"))
	fs.BoolVar(&o.dryRun, "dry-run", false, console.Both("visa vad som ändras, men ändra inget", "tell what changes, but change nothing"))
	o.word.flags(a, fs)
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return a.Fail(err)
	}
	if len(rest) == 0 {
		a.Say("samsyn: ange filen: samsyn import FIL.xlsx --dry-run.", "samsyn: name the file: samsyn import FILE.xlsx --dry-run.")
		return failed
	}
	o.name = rest[0]
	switch intake.KindOf(o.name) {
	case intake.Table:
		return a.importTable(o)
	case intake.Word:
		return a.importWord(o)
	}
	a.Say("samsyn: %[1]s är av ett slag som inte går att läsa in. Det går med .xlsx, .csv och .docx; spara filen så först.", "samsyn: %[1]s is of a kind that cannot be read in. It works with .xlsx, .csv and .docx; save the file so first.", o.name)
	return failed
}

// importTable takes a workbook or a CSV file.
func (a *app) importTable(o importing) int {
	data, err := readFile(a.InDir(o.name))
	if err != nil {
		return a.Fail(err)
	}
	p, err := a.Open(project.Options{})
	if err != nil {
		return a.Fail(err)
	}
	if err := a.planToImport(p, o.plan); err != nil {
		return a.Fail(err)
	}
	out, err := exchange.Take(p, o.name, data, o.plan, nil, nil)
	var why *diag.Refused
	if errors.As(err, &why) {
		a.Say("samsyn: %[1]s läses inte in: %[2]s.", "samsyn: %[1]s is not read in: %[2]s.", o.name, why.Why.In(a.Lang))
		return failed
	}
	if err != nil {
		return a.Fail(err)
	}
	a.account(intake.OfTable(out))
	return a.putImported(p, out, o.dryRun)
}

// planToImport holds that a plan that was named is there.
func (a *app) planToImport(p *project.Project, plan string) error {
	if plan == "" {
		return nil
	}
	c, err := p.Content()
	if err != nil {
		return err
	}
	var known []string
	for _, of := range c.Plans {
		if of.ID.V == plan && !of.Known() {
			return nil
		}
		known = append(known, of.ID.V)
	}
	a.SayOf(c, "samsyn: det finns {plan:ingen|inget} {plan} %[1]s.", "samsyn: there is no {plan} %[1]s.", plan)
	a.Guess(diag.Nearest(plan, known))
	return console.ErrUsage
}

// readFile reads a file that is not larger than a file of this kind may be.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return io.ReadAll(io.LimitReader(f, mostImported+1))
}

// account prints in words what comes of a file.
func (a *app) account(sections []intake.Section) {
	for n, s := range sections {
		if n > 0 && len(sections[n-1].Lines) > 0 {
			fmt.Fprintln(a.Stdout)
		}
		heading := s.Heading.In(a.Lang)
		if len(s.Lines) > 0 {
			heading += ":"
		}
		fmt.Fprintln(a.Stdout, heading)
		for _, line := range s.Lines {
			mark := ""
			if line.Asks {
				mark = "? "
			}
			fmt.Fprintf(a.Stdout, "  %s%s\n", mark, line.In(a.Lang))
		}
	}
}

// putImported writes what was taken, unless nothing is to be written.
func (a *app) putImported(p *project.Project, out *exchange.Import, dryRun bool) int {
	status := ok
	if !out.Whole() {
		status = findings
	}
	if len(out.Files) == 0 {
		a.Say("Ingenting ändras.", "Nothing changes.")
		return status
	}
	var changes []safewrite.Change
	for _, file := range slices.Sorted(maps.Keys(out.Files)) {
		changes = append(changes, safewrite.Change{Path: file, Before: out.Before[file], After: out.Files[file]})
	}
	if dryRun {
		caused, err := a.caused(p, changes)
		if err != nil {
			return a.Fail(err)
		}
		if len(caused.Findings) > 0 {
			if err := a.Report(caused); err != nil {
				return a.Fail(err)
			}
		}
		if n := caused.Errors(); n > 0 {
			a.Say("Ingenting är skrivet. Utan --dry-run skrivs heller ingenting, eftersom det skulle ge fel (%[1]d).", "Nothing has been written. Without --dry-run nothing is either, since it would cause errors (%[1]d).", n)
			return findings
		}
		a.sayDry(len(out.Before), len(changes)-len(out.Before))
		return status
	}
	written, err := a.proceed(p, changes)
	if err != nil || !written {
		return a.unwritten(err)
	}
	for _, c := range changes {
		if c.Before == nil {
			a.Say("%[1]s är skapad.", "%[1]s has been made.", c.Path)
		} else {
			a.Say("%[1]s är ändrad.", "%[1]s has been changed.", c.Path)
		}
	}
	return status
}

// sayDry says how many files would be changed and made.
func (a *app) sayDry(changed, made int) {
	switch {
	case made == 0:
		a.Say("Ingenting är skrivet. Filer som ändras utan --dry-run: %[1]d.", "Nothing has been written. Files that change without --dry-run: %[1]d.", changed)
	case changed == 0:
		a.Say("Ingenting är skrivet. Filer som skapas utan --dry-run: %[1]d.", "Nothing has been written. Files that are made without --dry-run: %[1]d.", made)
	default:
		a.Say("Ingenting är skrivet. Filer som ändras utan --dry-run: %[1]d. Filer som skapas: %[2]d.", "Nothing has been written. Files that change without --dry-run: %[1]d. Files that are made: %[2]d.", changed, made)
	}
}
