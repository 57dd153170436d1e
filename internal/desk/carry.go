package desk

import (
	"fmt"
	"slices"
	"strings"

	"samsyn/internal/carry"
	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/internal/safewrite"
	"samsyn/internal/text"
)

// carried makes a year's plan out of an earlier one, and tells what came along.
func (n *fresh) carried(year int) ([]safewrite.Change, error) {
	from, err := n.planOf(n.from)
	if err != nil {
		return nil, err
	}
	if from.Scope.V == "local" {
		n.SayOf(n.c, "samsyn: %[1]s är lokal. Ett år tas från en regional {short_plan}.", "samsyn: %[1]s is local. A year is taken from a regional {short_plan}.", n.from)
		return nil, console.ErrTold
	}
	if carry.Begun(from) >= year {
		n.SayOf(n.c, "samsyn: {the_short_plan} %[1]s är inte tidigare än %[2]d. Ta {initiatives} från en tidigare {short_plan}.", "samsyn: the {short_plan} %[1]s is not earlier than %[2]d. Take {initiatives} from an earlier one.", n.from, year)
		return nil, console.ErrTold
	}
	takes, err := n.takes(from)
	if err != nil {
		return nil, err
	}
	c, err := carry.Plan(carry.Order{Content: n.c, From: from, Year: year, Takes: takes, Read: n.p.Tree.Read})
	if err != nil {
		return nil, err
	}
	var changes []safewrite.Change
	for _, f := range c.Files {
		data := f.Data
		if strings.HasSuffix(f.Path, "/plan.yaml") {
			data = n.forEditors(f.Path, "plan", data)
		}
		changes = append(changes, safewrite.Change{Path: f.Path, After: data})
	}
	n.after = func() { n.tellCarried(c, from, year) }
	return changes, nil
}

// takes reads --carry.
func (n *fresh) takes(from *model.Plan) (func(*model.Initiative) bool, error) {
	switch n.carry {
	case "", "ongoing":
		return func(i *model.Initiative) bool { return i.Open() && !i.Withdrawn.Given() }, nil
	case "none":
		return func(*model.Initiative) bool { return false }, nil
	}
	var known, wanted []string
	for _, i := range from.Initiatives {
		known = append(known, i.ID())
	}
	for id := range strings.SplitSeq(n.carry, ",") {
		id = strings.TrimPrefix(strings.TrimSpace(id), from.ID.V+"/")
		if !slices.Contains(known, id) {
			n.SayOf(n.c, "samsyn: {the_short_plan} %[1]s har {initiative:ingen|inget} {initiative} %[2]s. --carry tar beteckningar med komma emellan, ongoing eller none.",
				"samsyn: the {short_plan} %[1]s has no {initiative} %[2]s. --carry takes identifiers with commas between them, ongoing or none.", n.from, id)
			n.Guess(diag.Nearest(id, known))
			return nil, console.ErrTold
		}
		wanted = append(wanted, id)
	}
	return func(i *model.Initiative) bool { return slices.Contains(wanted, i.ID()) }, nil
}

// tellCarried says in words what came along, what did not, and what is to be decided.
func (n *fresh) tellCarried(c *carry.Carried, from *model.Plan, year int) {
	words := text.WordsOf(n.c)
	tell := func(sv, en string, args ...any) {
		fmt.Fprintln(n.Stdout, diag.Say(words.Expand(sv, "sv"), words.Expand(en, "en"), diag.Shown(args)...).In(n.Lang))
	}
	list := func(of []*model.Initiative, said func(*model.Initiative) string) {
		for _, i := range of {
			tell("  - %[1]s (%[2]s)%[3]s", "  - %[1]s (%[2]s)%[3]s", i.Title.V, i.FullID(), said(i))
		}
	}
	tell("Följer med från %[1]s till utkastet för %[2]d:", "Carried from %[1]s into the draft for %[2]d:", from.Title.V, year)
	list(c.Taken, func(*model.Initiative) string { return "" })
	tell("  - prioriterade {cooperation_areas}: %[1]d, utan inriktning", "  - priority {cooperation_areas}: %[1]d, without emphasis", len(c.Priorities))
	if len(c.Taken) > 0 {
		tell("Tider och redovisningsdatum är flyttade %[1]d år framåt. Mått och målvärden är desamma.", "Periods and due dates were moved ahead, years: %[1]d. Measures and targets are the same.", year-carry.Begun(from))
	}
	tell("Lämnas kvar:", "Left behind:")
	list(c.Left, func(i *model.Initiative) string { return n.why(i) })
	if behind := behind(from); behind.SV != "" {
		tell("  - "+behind.SV, "  - "+behind.EN)
	} else if len(c.Left)+len(c.Withdrawn) == 0 && !c.Granted {
		tell("  - ingenting", "  - nothing")
	}
	if c.Granted {
		tell("  - beviljade belopp och finansiärernas diarienummer", "  - amounts granted and the funders' case numbers")
	}
	for _, id := range c.Withdrawn {
		tell("  - prioriteringen av %[1]s, som har utgått", "  - the priority of %[1]s, which is withdrawn", id)
	}
	tell("Att bestämma:", "To be decided:")
	if len(c.Priorities) > 0 {
		tell("  - inriktningen (emphasis) för varje prioritering i plan.yaml", "  - the emphasis of each priority in plan.yaml")
	}
	if len(c.Taken) > 0 {
		tell("  - om tiderna, datumen och målvärdena stämmer för %[1]d, och om anmärkningarna (note) fortfarande gäller", "  - whether the periods, dates and targets hold for %[1]d, and whether the notes still apply", year)
	}
	if c.Funded {
		tell("  - vad som beviljas för %[1]d", "  - what is granted for %[1]d", year)
	}
	tell("  - när {the_short_plan} antas, och av vem", "  - when {the_short_plan} is adopted, and by whom")
}

// behind names what a plan has of its own that no later plan takes over.
func behind(p *model.Plan) diag.Text {
	reported := slices.ContainsFunc(p.Initiatives, func(i *model.Initiative) bool { return len(i.Reports) > 0 })
	var sv, en []string
	for _, of := range []struct {
		there bool
		said  diag.Text
	}{
		{p.Adopted.Given(), diag.Say("beslutet", "the decision")},
		{p.Adopted.Minutes.Given(), diag.Say("protokollet", "the minutes")},
		{p.Adopted.CaseNumber.Given(), diag.Say("diarienumret", "the case number")},
		{p.Note.Given(), diag.Say("anmärkningen", "the note")},
		{reported, diag.Say("allt som har redovisats", "all that was reported")},
	} {
		if of.there {
			sv, en = append(sv, of.said.SV), append(en, of.said.EN)
		}
	}
	return diag.Text{SV: text.List(sv, "sv"), EN: text.List(en, "en")}
}

// why says why an initiative stays behind.
func (n *fresh) why(i *model.Initiative) string {
	if i.Withdrawn.Given() {
		return diag.Say(": utgått", ": withdrawn").In(n.Lang)
	}
	if !i.Open() {
		said, _ := text.ValueOf("status", i.Status.V).With(text.WordsOf(n.c)).In(n.Lang)
		return ": " + strings.ToLower(said)
	}
	return ""
}
