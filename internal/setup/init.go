package setup

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/cause"
	"samsyn/internal/console"
	"samsyn/internal/county"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/outfit"
	"samsyn/internal/safewrite"
	"samsyn/internal/source"
)

// create is the command init: it writes a new content repository.
func (a *app) create(args []string) error {
	fs := a.Flags("init")
	var o own
	o.flags(fs)
	toolFlags(fs, &o.tool)
	piped := fs.Bool("ask", false, console.Both("ställ frågorna också när svaren kommer från ett annat program, en rad för varje svar", "ask also where the answers come from another program, a line for each"))
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return err
	}
	dir := a.InDir(strings.Join(rest, ""))
	if a.LeadsOut(dir) {
		return console.ErrTold
	}
	day := a.Today()
	o.year = cmp.Or(o.year, firstYear(day))
	q := a.askerFor(*piped)
	begin, c, err := a.beginning(&o, q, day)
	if err != nil {
		return err
	}
	files, err := outfit.Repository(begin)
	if err != nil {
		return err
	}
	if q != nil && c != nil {
		a.tellFiles(dir, files)
		if yes, err := q.goAhead(); err != nil || !yes {
			return a.Refuse("Ingenting är skapat.", "Nothing has been created.")
		}
	}
	if err := safewrite.Create(dir, files); err != nil {
		return a.failInit(dir, err)
	}
	a.tellCreated(dir, files, &o, c)
	a.tellForge(o.forge, a.toolSteps(begin.Tool, o.forge)...)
	return nil
}

// beginning is what the new repository begins with, of flags and answers: a county's own
// content, or the example where c is nil.
func (a *app) beginning(o *own, q *asker, day model.Date) (begin outfit.New, c *county.County, err error) {
	if err := a.checkPlace(o); err != nil {
		return begin, nil, err
	}
	told := o.tool
	tool, err := a.source(told) // before anything is asked
	if err != nil {
		return begin, nil, a.misused(err)
	}
	if c, err = a.begun(o, q); err != nil {
		return begin, nil, err
	}
	if o.tool != told { // it was asked for
		if tool, err = a.source(o.tool); err != nil {
			return begin, nil, a.misused(err)
		}
	}
	begin = outfit.New{Year: o.year, Tool: tool, Version: console.ToolVersion(), Forge: o.forge, Address: withSlash(o.address)}
	if c != nil {
		begin.Content, err = a.contentOf(c, day)
	}
	return begin, c, err
}

// tellFiles says what is going to be written: folders with how many files, and the files
// at the top.
func (a *app) tellFiles(dir string, files []safewrite.File) {
	a.Say("Det här skapas i %[1]s:", "This is going to be created in %[1]s:", dir)
	count := map[string]int{}
	for _, f := range files {
		top, _, below := strings.Cut(f.Path, "/")
		if below {
			top += "/"
		}
		count[top]++
	}
	for _, top := range slices.Sorted(maps.Keys(count)) {
		if !strings.HasSuffix(top, "/") {
			fmt.Fprintf(a.Stderr, "  %s\n", top)
			continue
		}
		many := counted(count[top], diag.Say("fil", "file"), diag.Say("filer", "files"))
		fmt.Fprintf(a.Stderr, "  %-14s %s\n", top, many.In(a.Lang))
	}
}

// tellCreated says what there is now, and what comes next.
func (a *app) tellCreated(dir string, files []safewrite.File, o *own, c *county.County) {
	a.Say("%[1]s: %[2]d filer. Börja med README.md. Granska med samsyn validate, se webbplatsen med samsyn serve. För att redigera i webbläsaren, med samsyn edit, behöver mappen vara ett git-arkiv. Kör då de här tre kommandona i den:",
		"%[1]s: %[2]d files. Begin with README.md. Check with samsyn validate, see the website with samsyn serve. To edit in the browser, with samsyn edit, the folder has to be a git repository. Then run these three commands in it:", dir, len(files))
	a.Say("  git init -b main\n  git add .\n  git commit -m Början", "  git init -b main\n  git add .\n  git commit -m Beginning")
	if c != nil {
		a.tellOwn(c)
		return
	}
	if !o.example {
		a.Say("Det här är ett påhittat exempel. Med ert eget län börjar ni så här: samsyn init MAPP --county \"LÄNETS NAMN\" --parties \"PARTERNA\" --areas \"OMRÅDENA\"",
			"This is a made-up example. You begin with your own county like this: samsyn init DIR --county \"NAME\" --parties \"PARTIES\" --areas \"AREAS\"")
	}
	a.tellExample(files)
}

// tellExample says what there is to replace.
func (a *app) tellExample(files []safewrite.File) {
	a.Say("De här filerna innehåller exempel, och granskningen ser inte alla. Byt ut dem; handbok.md säger i vilken ordning:",
		"These files hold examples, and the checks do not see all of them. Replace them; handbok.md says in which order:")
	for _, name := range outfit.Examples(files) {
		fmt.Fprintln(a.Stderr, "  "+name)
	}
}

func (a *app) failInit(dir string, err error) error {
	var occupied *safewrite.Occupied
	switch {
	case errors.As(err, &occupied) && slices.Contains(occupied.Paths, source.Marker):
		a.Say("samsyn: %s innehåller redan en samsyn.yaml. Ingenting är ändrat.",
			"samsyn: there is a samsyn.yaml in %s already. Nothing has been changed.", dir)
	case errors.As(err, &occupied):
		a.Say("samsyn: de här filerna finns redan i %[1]s och skulle skrivas över: %[2]s. Flytta dem, eller välj en annan mapp. Ingenting är ändrat.",
			"samsyn: these files are in %[1]s already and would be overwritten: %[2]s. Move them, or choose another folder. Nothing has been changed.",
			dir, strings.Join(occupied.Paths, ", "))
	case errors.Is(err, fs.ErrPermission):
		a.Say("samsyn: det går inte att skriva i %[1]s. Ingenting är ändrat. (%[2]s)",
			"samsyn: %[1]s cannot be written to. Nothing has been changed. (%[2]s)", dir, cause.Of(err, a.Lang))
	default:
		a.Say("samsyn: det gick inte att skapa innehållet i %[1]s. Ingenting är ändrat. (%[2]s)",
			"samsyn: the content could not be created in %[1]s. Nothing has been changed. (%[2]s)", dir, cause.Of(err, a.Lang))
	}
	return console.ErrTold
}
