// Package intake takes a file that somebody brings: a workbook, a CSV file or a Word
// document goes in with the content that it is for, and out come the files that change and
// an account in words of what was taken, what clashes and what could not be placed. Where
// the files are written is for whoever asked.
package intake

import (
	"path"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/exchange"
	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/exchange/wordplan"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/schema"
)

// Kind is a kind of file that can be taken.
type Kind int

// The kinds. A file of another kind is None.
const (
	None  Kind = iota
	Table      // a workbook, or a CSV file
	Word
)

// KindOf tells a file's kind by the ending of its name.
func KindOf(name string) Kind {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx", ".xlsm", ".csv":
		return Table
	case ".docx":
		return Word
	}
	return None
}

// Section is a part of an account.
type Section struct {
	Heading diag.Text // without an end, or a sentence where no lines follow
	Lines   []Line
}

// Line is a line of a section. Asks tells that somebody should look at it.
type Line struct {
	diag.Text
	Asks bool
}

// OfTable tells what comes of a workbook or a CSV file: what changes, what clashes, with
// both values, and what could not be taken.
func OfTable(in *exchange.Import) []Section {
	var all []Section
	for _, o := range exchange.Outcomes {
		if in.Count(o) == 0 {
			continue
		}
		s := Section{Heading: diag.Say("%s (%d)", "%s (%d)", exchange.Headings[o], in.Count(o))}
		for _, t := range in.Told {
			if t.Outcome != o {
				continue
			}
			line := t.Sentence()
			if where := t.Where(); where != "" {
				line = diag.Say("%s: %s", "%s: %s", where, line)
			}
			s.Lines = append(s.Lines, Line{Text: line, Asks: o == exchange.Conflict || o == exchange.Untaken})
		}
		all = append(all, s)
	}
	return all
}

// account is the account of a Word document as it grows.
type account struct {
	words *schema.Words
	plain bool // no identifiers and no files
	all   []Section
}

func (a *account) say(sv, en string, args ...any) diag.Text {
	return diag.Say(a.words.Expand(sv, "sv"), a.words.Expand(en, "en"), diag.Shown(args)...)
}

func (a *account) section(heading diag.Text) { a.all = append(a.all, Section{Heading: heading}) }

func (a *account) line(asks bool, text diag.Text) {
	last := &a.all[len(a.all)-1]
	last.Lines = append(last.Lines, Line{text, asks})
}

// OfDraft tells how a Word document was read: its columns, the drafts, what somebody should
// look at, and every word that stands in no field as it was written. name gives what an
// identifier of a kind is called, for people who know no identifiers and no files; nil for
// those who do.
func OfDraft(c *model.Content, d *worddoc.Document, draft *wordplan.Draft, name func(kind, id string) string) []Section {
	a := &account{words: text.WordsOf(c), plain: name != nil}
	if !a.plain {
		name = func(_, id string) string { return id }
	}
	for _, t := range draft.Tables {
		a.table(t)
	}
	for _, i := range draft.Initiatives {
		a.initiative(draft, i, name)
	}
	if len(draft.Remarks) > 0 {
		a.section(a.say("Att kontrollera", "To be checked"))
		for _, r := range draft.Remarks {
			a.line(true, r.Text)
		}
	}
	a.left(d, draft)
	return a.all
}

func (a *account) table(t *wordplan.Table) {
	switch {
	case !t.Used:
		a.section(a.say("Tabell %[1]d läses inte, eftersom ingen rubrik visar var {initiatives} står.", "Table %[1]d is not read: no heading tells where the {initiatives} stand.", t.Number))
		return
	case t.Like:
		a.section(a.say("Tabell %[1]d har inga rubriker och läses som tabellen före (rader: %[2]d).", "Table %[1]d has no headings and is read as the one before it (rows: %[2]d).", t.Number, t.Rows))
		return
	}
	a.section(a.say("Tabell %[1]d ({initiatives}: %[2]d), med kolumnerna", "Table %[1]d ({initiatives}: %[2]d), with the columns", t.Number, t.Rows))
	for n, c := range t.Columns {
		label, kind := c.Kind.Label(), " ("+string(c.Kind)+")"
		if a.plain {
			kind = ""
		}
		a.line(!c.Sure, a.say("%[1]d. ”%[2]s”: "+label.SV+"%[3]s", "%[1]d. “%[2]s”: "+label.EN+"%[3]s", n+1, c.Heading, kind))
	}
}

func (a *account) initiative(draft *wordplan.Draft, i *wordplan.Initiative, name func(kind, id string) string) {
	if i.There {
		a.section(a.say("%[1]s finns redan i {the_short_plan}, så raden förs inte in.", "%[1]s is in the {short_plan} already, so its row is not taken.", i.Title))
		return
	}
	cooperation, owner, from, to := draft.Told(i)
	if a.plain {
		a.section(a.say("%[1]s", "%[1]s", i.Title))
	} else {
		a.section(a.say("%[1]s (%[2]s)", "%[1]s (%[2]s)", i.Title, "plans/"+draft.Plan+"/"+i.ID+".md"))
	}
	a.line(false, a.say("{cooperation_area}: %[1]s · ansvarig: %[2]s · tid: %[3]s", "{cooperation_area}: %[1]s · responsible: %[2]s · period: %[3]s",
		said(name("cooperation-area", cooperation)), said(name("party", owner)), span(from, to)))
	if i.Out {
		a.line(true, a.say("raden förs inte in, eftersom det skulle ge fel. Rätta i dokumentet, eller för in {the_initiative} för hand", "its row is not taken, since it would cause errors. Put it right in the document, or enter the {initiative} by hand"))
	}
	for _, r := range i.Remarks {
		a.line(true, r.Text)
	}
}

// span is a period; from and to are one where they are the same year, month or day.
func span(from, to string) string {
	if from == to {
		return said(from)
	}
	return from + "–" + to
}

// said is a value, or the mark that it is missing.
func said(value string) string {
	if value == "" {
		return "–"
	}
	return value
}

// left lists what does not stand in a field as it was written: what was read as a value,
// what is kept as text, and what goes nowhere.
func (a *account) left(d *worddoc.Document, draft *wordplan.Draft) {
	for _, use := range []struct {
		is   wordplan.Use
		said diag.Text
	}{
		{wordplan.Left, a.say("Kommer inte med (läs igenom, och skriv själv in det som behövs)", "Left out (read it through, and enter by hand what is needed)")},
		{wordplan.Kept, a.say("Behålls som text under en egen rubrik i {the_initiative}", "Kept as text below a heading of its own in the {initiative}")},
		{wordplan.Read, a.say("Lästes som uppgifter (område, namn, tid och liknande)", "Read as values (area, name, time and the like)")},
	} {
		pieces := slices.DeleteFunc(slices.Clone(draft.Pieces), func(p wordplan.Piece) bool { return p.Use != use.is })
		if len(pieces) > 0 {
			a.section(use.said)
		}
		for _, p := range pieces {
			of := ""
			if p.For != nil {
				of = ", " + p.For.Title
			}
			a.line(false, a.say("%[1]s%[2]s: %[3]s", "%[1]s%[2]s: %[3]s", p.Where, of, strings.Join(strings.Fields(p.Text), " ")))
		}
	}
	if d.Struck > 0 {
		a.section(a.say("Strukna ord (spårade ändringar) som inte läses: %[1]d.", "Words that tracked changes have struck and that are not read: %[1]d.", d.Struck))
	}
	if d.Pictures+d.Objects > 0 {
		a.section(a.say("Bilder och inbäddade objekt som inte läses: %[1]d.", "Pictures and embedded objects that are not read: %[1]d.", d.Pictures+d.Objects))
	}
}
