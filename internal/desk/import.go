package desk

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime/debug"
	"slices"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/exchange"
	"samsyn/internal/exchange/wordplan"
	"samsyn/internal/intake"
	"samsyn/internal/project"
	"samsyn/internal/safewrite"
)

// mostImported is how large a file may be.
const mostImported = 64 << 20

// taking is one import: what was told, and what it is about.
type taking struct {
	fresh   // plan, area and owner serve where the file does not say
	columns [][]wordplan.Kind
	dryRun  bool
}

// importFile is the command import: it takes a file back that somebody has edited.
func (a *app) importFile(args []string) error {
	fs := a.Flags("import")
	t := &taking{fresh: fresh{app: a}}
	fs.StringVar(&t.plan, "plan", "", console.Both("planen som nya insatser läggs i, om filen inte säger vilken (mappens namn); från Word även ett år som inte har någon plan", "the plan that new initiatives go into where the file does not say (the name of its folder); from Word also a year that has none"))
	fs.BoolVar(&t.dryRun, "dry-run", false, console.Both("visa vad som ändras, men ändra inget", "tell what changes, but change nothing"))
	fs.Func("columns", console.Both("Word: vad kolumnerna är, från vänster, som area,title,who,follow-up; en gång för varje antal kolumner", "Word: what the columns are, from the left, as area,title,who,follow-up; once for each number of columns"), t.takeColumns)
	fs.StringVar(&t.area, "area", "", console.Both("Word: samverkansområdet där dokumentet inte säger vilket", "Word: the cooperation area where the document does not say which"))
	fs.StringVar(&t.owner, "owner", "", console.Both("Word: den ansvariga där dokumentet inte säger vem", "Word: who is responsible where the document does not say"))
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return err
	}
	if len(rest) == 0 {
		return a.Refuse("samsyn: ange filen (.xlsx, .csv eller .docx): samsyn import FIL --dry-run.", "samsyn: name the file (.xlsx, .csv or .docx): samsyn import FILE --dry-run.")
	}
	switch intake.KindOf(rest[0]) {
	case intake.Table:
		return t.table(rest[0])
	case intake.Word:
		return t.word(a.InDir(rest[0]))
	}
	return a.Refuse("samsyn: %[1]s är av ett slag som inte går att läsa in. Det går med .xlsx, .csv och .docx; spara filen så först.", "samsyn: %[1]s is of a kind that cannot be read in. It works with .xlsx, .csv and .docx; save the file so first.", rest[0])
}

// table takes a workbook or a CSV file.
func (t *taking) table(name string) error {
	file, err := os.Open(t.InDir(name))
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // only read
	var from io.ReadSeeker = file
	if _, err := file.Seek(0, io.SeekCurrent); err != nil { // a pipe is read once
		data, err := io.ReadAll(io.LimitReader(file, mostImported+1))
		if err != nil {
			return err
		}
		from = bytes.NewReader(data)
	}
	if t.p, err = t.Open(project.Options{}); err != nil {
		return err
	}
	if err := t.planToImport(); err != nil {
		return err
	}
	if _, err := t.p.Content(); err != nil {
		return err
	}
	// From here on the content and the file are in memory at once, and mostly one thing is done
	// after another: another processor has time to collect garbage twice as often, which saves a
	// country 50 MiB.
	defer debug.SetGCPercent(debug.SetGCPercent(50))
	out, err := exchange.Take(t.p, name, from, t.plan, nil, nil)
	if err != nil {
		return t.TellWhy(err, "samsyn: %[1]s läses inte in: %[2]s.", "samsyn: %[1]s is not read in: %[2]s.", name)
	}
	t.account(intake.OfTable(out))
	return t.put(out)
}

// planToImport holds that a plan that was named is there.
func (t *taking) planToImport() error {
	if t.plan == "" {
		return nil
	}
	c, err := t.p.Content()
	if err != nil {
		return err
	}
	var known []string
	for _, of := range c.Plans {
		if of.ID.V == t.plan && !of.Known() {
			return nil
		}
		known = append(known, of.ID.V)
	}
	t.SayOf(c, "samsyn: det finns {plan:ingen|inget} {plan} %[1]s.", "samsyn: there is no {plan} %[1]s.", t.plan)
	t.Guess(diag.Nearest(t.plan, known))
	return console.ErrTold
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
func (t *taking) account(sections []intake.Section) {
	for n, s := range sections {
		if n > 0 && len(sections[n-1].Lines) > 0 {
			fmt.Fprintln(t.Stdout)
		}
		heading := s.Heading.In(t.Lang)
		if len(s.Lines) > 0 {
			heading += ":"
		}
		fmt.Fprintln(t.Stdout, heading)
		for _, line := range s.Lines {
			mark := ""
			if line.Asks {
				mark = "? "
			}
			fmt.Fprintf(t.Stdout, "  %s%s\n", mark, line.In(t.Lang))
		}
	}
}

// put writes what was taken, unless nothing is to be written.
func (t *taking) put(out *exchange.Import) error {
	var status error
	if !out.Whole() {
		status = console.ErrFindings
	}
	if len(out.Files) == 0 {
		t.Say("Ingenting ändras.", "Nothing changes.")
		return status
	}
	var changes []safewrite.Change
	for _, file := range slices.Sorted(maps.Keys(out.Files)) {
		changes = append(changes, safewrite.Change{Path: file, Before: out.Before[file], After: out.Files[file]})
	}
	if t.dryRun {
		caused, err := t.foretold(t.p, changes)
		if err != nil {
			return err
		}
		if n := caused.Errors(); n > 0 {
			t.Say("Ingenting är skrivet. Utan --dry-run skrivs heller ingenting, eftersom det skulle ge fel (%[1]d). Rätta det som felen ovan säger, och läs in filen igen.", "Nothing has been written. Without --dry-run nothing is either, since it would cause errors (%[1]d). Put right what the errors above say, and read the file in again.", n)
			return console.ErrFindings
		}
		t.sayDry(len(out.Before), len(changes)-len(out.Before))
		return status
	}
	if err := t.proceed(t.p, changes); err != nil {
		return err
	}
	for _, c := range changes {
		if c.Before == nil {
			t.Say("%[1]s är skapad.", "%[1]s has been made.", c.Path)
		} else {
			t.Say("%[1]s är ändrad.", "%[1]s has been changed.", c.Path)
		}
	}
	return status
}

// sayDry says how many files would be changed and made.
func (t *taking) sayDry(changed, made int) {
	switch {
	case made == 0:
		t.Say("Ingenting är skrivet. Filer som ändras utan --dry-run: %[1]d.", "Nothing has been written. Files that change without --dry-run: %[1]d.", changed)
	case changed == 0:
		t.Say("Ingenting är skrivet. Filer som skapas utan --dry-run: %[1]d.", "Nothing has been written. Files that are made without --dry-run: %[1]d.", made)
	default:
		t.Say("Ingenting är skrivet. Filer som ändras utan --dry-run: %[1]d. Filer som skapas: %[2]d.", "Nothing has been written. Files that change without --dry-run: %[1]d. Files that are made: %[2]d.", changed, made)
	}
}
