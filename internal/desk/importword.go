package desk

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/exchange/wordplan"
	"samsyn/internal/intake"
	"samsyn/internal/project"
	"samsyn/internal/safewrite"
)

// word brings in a plan that stands as a table in a Word document, and tells how it was read.
func (t *taking) word(file string) error {
	if err := t.open(); err != nil {
		return err
	}
	d, err := t.wordFile(file)
	if err != nil {
		return err
	}
	draft, err := t.draft(d)
	if err != nil {
		return err
	}
	caused, err := t.sort(draft)
	if err != nil {
		return err
	}
	t.tellDraft(filepath.Base(file), d, draft)
	if err := t.usable(draft); err != nil {
		return err
	}
	if err := t.told(caused); err != nil {
		return err
	}
	changes, status := t.changesOf(draft), error(nil)
	if caused.Errors() > 0 {
		status = console.ErrFindings
	}
	switch {
	case len(changes) == 0:
		t.Say("samsyn: ingenting är skapat, eftersom det skulle ge fel (%[1]d). Ange det som saknas, eller en annan plan, med --area, --owner eller --plan, eller rätta det som felen ovan säger.", "samsyn: nothing was made, since it would cause errors (%[1]d). Give what is missing, or another plan, with --area, --owner or --plan, or put right what the errors above say.", caused.Errors())
		return console.ErrFindings
	case t.dryRun:
		t.Say("Ingenting är skrivet (--dry-run).", "Nothing has been written (--dry-run).")
		return status
	case !t.agreed():
		t.Say("samsyn: ingenting är skapat. Du kan själv ange kolumnerna med --columns.", "samsyn: nothing was made. You can name the columns yourself with --columns.")
		return console.ErrFindings
	}
	if n := draft.LeftOut(); n > 0 {
		t.SayOf(t.c, "samsyn: {initiatives} som inte förs in: %[1]d. Ange det som saknas med --area eller --owner, eller rätta i dokumentet, och läs in det igen.", "samsyn: {initiatives} that are not taken: %[1]d. Give what is missing with --area or --owner, or put it right in the document, and read it in again.", n)
	}
	if err := t.write(t.p, changes); err != nil {
		return err
	}
	for _, c := range changes {
		t.Say("%[1]s: skapad.", "%[1]s: made.", c.Path)
	}
	return status
}

// sort leaves out the drafts that would cause errors, so that one row stops no other. What
// comes out is what all of them cause; where the errors are not in the drafts themselves
// none is left.
func (t *taking) sort(draft *wordplan.Draft) (*project.Result, error) {
	all, err := t.caused(t.p, t.changesOf(draft))
	if err != nil || all.Errors() == 0 {
		return all, err
	}
	for _, i := range draft.Initiatives {
		if slices.ContainsFunc(all.Findings, func(f diag.Finding) bool { return f.Rule.Severity == diag.Error && f.File == draft.Path(i) }) {
			draft.LeaveOut(i)
		}
	}
	rest, err := t.caused(t.p, t.changesOf(draft))
	if err == nil && rest.Errors() > 0 {
		clear(draft.Files)
	}
	return all, err
}

// changesOf are the files of a draft in the order of their paths.
func (t *taking) changesOf(draft *wordplan.Draft) []safewrite.Change {
	var changes []safewrite.Change
	for _, path := range slices.Sorted(maps.Keys(draft.Files)) {
		data := draft.Files[path]
		if strings.HasSuffix(path, "/plan.yaml") {
			data = t.forEditors(path, "plan", data)
		}
		changes = append(changes, safewrite.Change{Path: path, After: data})
	}
	return changes
}

// agreed asks whether what was shown is right. Where nobody is there to be asked the
// flags have settled it.
func (t *taking) agreed() bool {
	if t.Stdin == nil {
		return true
	}
	t.Say("Stämmer kolumnerna och tolkningarna?", "Are the columns and the readings right?")
	return t.confirmed()
}

// usable holds that there is anything to make of a document, and nothing that somebody must
// settle first.
func (t *taking) usable(draft *wordplan.Draft) error {
	doubtful := draft.Doubtful()
	switch {
	case len(draft.Initiatives) > 0 && !slices.ContainsFunc(draft.Initiatives, func(i *wordplan.Initiative) bool { return !i.There }):
		t.SayOf(t.c, "samsyn: alla {initiatives} i dokumentet finns redan i {the_short_plan}. Ingenting är ändrat.", "samsyn: all {initiatives} of the document are in the {short_plan} already. Nothing has been changed.")
	case len(draft.Initiatives) == 0:
		t.SayOf(t.c, "samsyn: dokumentet har ingen tabell med en rubrik som visar var {initiatives} står. Ange kolumnerna från vänster med --columns, till exempel --columns area,title,who,follow-up.",
			"samsyn: the document has no table whose headings tell where the {initiatives} stand. Name the columns from the left with --columns, such as --columns area,title,who,follow-up.")
	case len(doubtful) > 0 && t.Stdin == nil && !t.dryRun:
		t.Say("samsyn: det är osäkert vad kolumnen ”%[1]s” innehåller. Ange kolumnerna från vänster med --columns, till exempel %[2]s.", "samsyn: it is doubtful what the column “%[1]s” holds. Name the columns from the left with --columns, such as %[2]s.", doubtful[0].Heading, t.guessed(draft))
	default:
		return nil
	}
	return console.ErrTold
}

// guessed is --columns as the document was read.
func (t *taking) guessed(draft *wordplan.Draft) string {
	for _, table := range draft.Tables {
		if !slices.ContainsFunc(table.Columns, func(c wordplan.Column) bool { return !c.Sure && c.Kind != wordplan.Text }) {
			continue
		}
		var kinds []string
		for _, c := range table.Columns {
			kinds = append(kinds, string(c.Kind))
		}
		return "--columns " + strings.Join(kinds, ",")
	}
	return "--columns area,title,who,follow-up"
}

// tellDraft says how a document was read.
func (t *taking) tellDraft(name string, d *worddoc.Document, draft *wordplan.Draft) {
	fmt.Fprintln(t.Stdout, diag.Say("%[1]s, till %[2]s:", "%[1]s, for %[2]s:", diag.Visible(name), "plans/"+draft.Plan).In(t.Lang))
	t.account(intake.OfDraft(t.c, d, draft, nil))
}

// takeColumns reads --columns.
func (t *taking) takeColumns(s string) error {
	var list []wordplan.Kind
	var known []string
	for _, k := range wordplan.Kinds() {
		known = append(known, string(k))
	}
	for _, name := range console.Listed(s) {
		if err := t.OneOf("columns", name, known); err != nil {
			return err
		}
		list = append(list, wordplan.Kind(name))
	}
	if len(list) == 0 {
		return errors.New("no columns")
	}
	t.columns = append(t.columns, list)
	return nil
}

// wordFile reads a Word document of the user's.
func (t *taking) wordFile(file string) (*worddoc.Document, error) {
	data, err := readFile(file)
	if err != nil {
		return nil, err
	}
	d, err := worddoc.Read(data)
	return d, t.TellWhy(err, "samsyn: %[1]s går inte att läsa: %[2]s.", "samsyn: %[1]s cannot be read: %[2]s.", filepath.Base(file))
}

// choosePlan is the plan that a document is for, where no flag says it: the year that its
// headings name.
func (t *taking) choosePlan(d *worddoc.Document) error {
	if t.plan != "" {
		return nil
	}
	years := wordplan.PlanYears(d)
	if len(years) != 1 {
		return t.Refuse("samsyn: det framgår inte av dokumentet vilket års plan det är. Ange den med --plan, till exempel --plan 2027.", "samsyn: the document does not tell which plan it is. Name it with --plan, such as --plan 2027.")
	}
	t.plan = years[0]
	t.Say("Dokumentets rubriker nämner %[1]s, så det läses som planen för det året.", "The document's headings name %[1]s, so it is read as the plan of that year.", t.plan)
	return nil
}

// draft reads a document into drafts.
func (t *taking) draft(d *worddoc.Document) (*wordplan.Draft, error) {
	if err := t.choosePlan(d); err != nil {
		return nil, err
	}
	if t.area != "" {
		if err := t.known(t.area, "cooperation-area"); err != nil {
			return nil, err
		}
	}
	if t.owner != "" {
		if err := t.known(t.owner, "party", "body"); err != nil {
			return nil, err
		}
	}
	draft, err := wordplan.Make(wordplan.Order{Content: t.c, Document: d, Plan: t.plan, Columns: t.columns, Area: t.area, Owner: t.owner, Taken: t.p.Tree.Exists})
	return draft, t.TellWhy(err, "samsyn: %s.", "samsyn: %s.")
}
