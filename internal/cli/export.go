package cli

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"

	"samsyn/internal/address"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/exchange"
	"samsyn/internal/facts"
	"samsyn/internal/history"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/publish"
)

// export writes a document for others' programs.
func (a *app) export(args []string) error {
	fs := a.Flags("export")
	format := fs.String("format", "", console.Both("docx: ett dokument att redigera i Word eller LibreOffice; xlsx: en arbetsbok att redigera i Excel eller LibreOffice; csv: insatserna i en textfil; json: öppna data för andras program", "docx: a document to edit in Word or LibreOffice; xlsx: a workbook to edit in Excel or LibreOffice; csv: the initiatives in a text file; json: open data for others' programs"))
	plan := fs.String("plan", "", console.Both("planen som ska skrivas (mappens namn); utan --plan och --results skrivs överenskommelsen (docx) eller alla planer (xlsx, csv)", "the plan to write (the name of its folder); without --plan and --results the agreement (docx) or all plans (xlsx, csv) are written"))
	results := fs.String("results", "", console.Both("resultatrapporten som ska skrivas (filens namn)", "the results report to write (the name of its file)"))
	out := fs.String("out", "", console.Both("filen som ska skrivas, eller - för att skriva ut den (annars dokumentets namn, här)", "the file to write, or - to print it (default: the document's name, here)"))
	today := fs.String("today", "", console.Both("dagen som innehållet bedöms efter (ÅÅÅÅ-MM-DD)", "the day that the content is judged against (YYYY-MM-DD)"))
	if _, err := a.Parse(fs, args, 0); err != nil {
		return err
	}
	if *format == "" {
		return a.Refuse("samsyn: export behöver --format: samsyn export --format docx.", "samsyn: export needs --format: samsyn export --format docx.")
	}
	if err := a.OneOf("format", *format, []string{"docx", "xlsx", "csv", "json"}); err != nil {
		return err
	}
	if *plan != "" && *results != "" {
		return a.Refuse("samsyn: ange --plan eller --results, inte båda.", "samsyn: give --plan or --results, not both.")
	}
	p, err := a.Open(project.Options{})
	if err != nil {
		return err
	}
	if *results != "" && *format != "docx" {
		return a.Refuse("samsyn: en resultatrapport går bara att skriva som docx.", "samsyn: a results report can be written as docx only.")
	}
	if *format == "xlsx" || *format == "csv" {
		return a.exportTable(p, *format, *plan, *out)
	}
	return a.exportDocument(p, document{*format, *plan, *results, *out}, *today)
}

// document is which one is written, and where to.
type document struct{ format, plan, results, out string }

// exportDocument writes a document for Word, or the open data. It has what lies in the
// folder, drafts too: they are what one edits.
func (a *app) exportDocument(p *project.Project, d document, today string) error {
	opt, err := a.settled(p, today)
	if err != nil {
		return err
	}
	opt.Drafts = true
	r, err := a.sound(p, opt.Today)
	if err != nil {
		return err
	}
	name, err := a.documentOf(r.Content, d.plan, d.results)
	if err != nil {
		return err
	}
	var data []byte
	if d.format == "json" {
		data, err = publish.JSON(p.Tree, r.Content, facts.New(r.Content, model.Date{}, true).Plan(d.plan), opt)
	} else {
		data, err = publish.Word(p.Tree, r.Content, name, opt)
	}
	if err != nil {
		return err
	}
	if data == nil {
		return a.Refuse("samsyn: innehållet har inget sådant dokument.", "samsyn: the content has no such document.")
	}
	return a.put(func(to io.Writer) error { _, err := to.Write(data); return err }, name+"."+d.format, d.out)
}

// exportTable writes a workbook or a CSV file. It has what is committed, since what comes
// back is held against a commit.
func (a *app) exportTable(p *project.Project, format, plan, out string) error {
	changed, err := p.Changed()
	if err != nil && !errors.Is(err, history.ErrNoGit) {
		return err
	}
	if commit := a.Commit(p); changed && !commit.IsZero() {
		a.Say("Mappen har ändringar som inte är sparade i git. Filen har det som är sparat.", "The folder has changes that are not committed to git. The file has what is committed.")
		if p, err = p.At(commit.Hash); err != nil {
			return err
		}
	}
	c, err := p.Content()
	if err != nil {
		return err
	}
	// What could not be taken would be missing in a table. What is wrong between things does
	// no harm there.
	if whole, err := p.Whole(); err != nil {
		return err
	} else if !whole {
		_, err := a.sound(p, a.Today())
		return err
	}
	name, err := a.documentOf(c, plan, "")
	if err != nil {
		return err
	}
	write := exchange.Workbook
	if format == "csv" {
		write = exchange.CSV
	}
	return a.put(func(to io.Writer) error { return write(to, p, plan) }, name+"."+format, out)
}

// sound is what is to be said of a content without errors. Those of another are told.
func (a *app) sound(p *project.Project, day model.Date) (*project.Result, error) {
	r, err := p.Inspect(day)
	if err == nil && r.Errors() > 0 {
		err = a.rejected(r)
	}
	return r, err
}

// put writes a document to the file that was named, to stdout where that is -, or by its
// own name, where it replaces nothing: the one that lies there may have been edited.
func (a *app) put(write func(io.Writer) error, own, named string) error {
	if named == "-" {
		return write(a.Stdout)
	}
	to := a.InDir(cmp.Or(named, own))
	if a.LeadsOut(filepath.Dir(to)) || a.TakesContent(to) {
		return console.ErrTold
	}
	if _, err := os.Lstat(to); err == nil && named == "" {
		return a.Refuse("samsyn: %[1]s finns redan och är orörd. Ange en annan fil med --out, eller samma för att ersätta den.",
			"samsyn: %[1]s is there already and was left alone. Name another file with --out, or the same to replace it.", to)
	}
	if err := writeWhole(to, write); err != nil {
		return err
	}
	a.Say("%[1]s är skriven.", "%[1]s has been written.", to)
	return nil
}

// documentOf is the name of a plan's document, of a results report's, or else of the
// agreement's.
func (a *app) documentOf(c *model.Content, plan, results string) (string, error) {
	x := facts.New(c, model.Date{}, true)
	switch {
	case plan != "":
		if p := x.Plan(plan); p != nil {
			return address.PlanDocument(p), nil
		}
		return "", a.unknownDocument(plan, x.Known("plan"))
	case results != "":
		var known []string
		for _, r := range c.Results {
			if r.ID.V == results {
				return address.ResultsDocument(results), nil
			}
			known = append(known, r.ID.V)
		}
		return "", a.unknownDocument(results, known)
	}
	return address.Agreement, nil
}

// unknownDocument says that nothing has an identifier.
func (a *app) unknownDocument(id string, known []string) error {
	a.Say("samsyn: ingenting har beteckningen %[1]s.", "samsyn: nothing has the identifier %[1]s.", diag.Visible(id))
	a.Guess(diag.Nearest(id, known))
	return console.ErrTold
}

// writeWhole writes a file so that there is never half of it. What is no file, such as
// /dev/stdout or a pipe, is written to and not replaced.
func writeWhole(name string, write func(io.Writer) error) error {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(write(f), f.Close())
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".samsyn-*")
	if wrong := (*os.PathError)(nil); errors.As(err, &wrong) {
		wrong.Path = name // the draft beside it is nothing to tell of
	}
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }() // gone already where all went well
	if err = write(f); err == nil {
		err = f.Chmod(0o644)
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	return err
}
