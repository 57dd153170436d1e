package files

import (
	"cmp"
	"fmt"
	"slices"

	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/exchange/wordplan"
	"samsyn/internal/facts"
	"samsyn/internal/form"
	"samsyn/internal/intake"
)

// takeWord reads a plan that stands as a table in a Word document.
func (v *visit) takeWord(p *bringPage, data []byte) (map[string][]byte, error) {
	d, err := worddoc.Read(data)
	if err != nil {
		return nil, err
	}
	x := facts.New(v.Content, v.Today, true)
	plan := cmp.Or(p.Year, p.Plan)
	if years := wordplan.PlanYears(d); plan == "" && len(years) == 1 {
		plan = years[0]
		if x.Plan(plan) != nil {
			p.Plan = plan
		} else {
			p.Year = plan
		}
	}
	if plan == "" {
		p.wrong("#plan", p.Say("Det framgår inte av dokumentet vilken {short_plan} det är. Välj {the_short_plan}, eller skriv ett år, och välj filen igen.", "The document does not tell which {short_plan} it is. Choose the {short_plan}, or write a year, and choose the file again."))
		return nil, nil
	}
	if err := v.fallbacks(p); err != nil {
		return nil, err
	}
	told := v.columnsTold(p)
	draft, err := wordplan.Make(wordplan.Order{Content: v.Content, Document: d, Plan: plan, Columns: told, Area: p.Area, Owner: p.Owner, Taken: v.Tree().Exists})
	if err != nil {
		return nil, err
	}
	p.keep(data, intake.OfDraft(v.Content, d, draft, func(kind, id string) string { return cmp.Or(x.Name(kind, id).Full, id) }), len(draft.Files))
	p.columns(draft, told)
	files := draft.Files
	fresh := slices.ContainsFunc(draft.Initiatives, func(i *wordplan.Initiative) bool { return !i.There })
	if len(draft.Initiatives) == 0 {
		p.wrong("#kolumner", p.Say("Dokumentet har ingen tabell vars rubriker säger var {initiatives} står. Välj nedan vad kolumnerna är.", "The document has no table whose headings tell where the {initiatives} stand. Choose below what the columns are."))
	}
	if !fresh {
		files = nil
	}
	p.Changes = len(files)
	return files, nil
}

// fallbacks lists what may stand where the document names no cooperation area, or nobody
// who answers for it, and holds what was chosen to be among that.
func (v *visit) fallbacks(p *bringPage) error {
	for _, list := range []struct {
		to     *[]choiceGroup
		chosen *string
		kinds  []string
	}{{&p.Areas, &p.Area, []string{"cooperation-area"}}, {&p.Owners, &p.Owner, []string{"party", "body"}}} {
		picks, err := form.Choices(v.Project, list.kinds, form.Options{Language: v.Lang})
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(picks, func(k form.Pick) bool { return k.Value == *list.chosen }) {
			*list.chosen = ""
		}
		*list.to = grouped(picks)
	}
	return nil
}

// columns lists what the columns of the document's tables were taken for. Tables that are
// equally wide are told of together.
func (p *bringPage) columns(draft *wordplan.Draft, told [][]wordplan.Kind) {
	var kinds []form.Pick
	for _, k := range wordplan.Kinds() {
		label := k.Label()
		kinds = append(kinds, form.Pick{Value: string(k), Label: p.Say(label.SV, label.EN)})
	}
	done := map[int]bool{}
	for _, t := range draft.Tables {
		var list []column
		for _, c := range t.Columns {
			list = append(list, column{c.Heading, string(c.Kind)})
		}
		if !t.Used {
			list = nil
			for _, first := range t.First {
				list = append(list, column{first, string(wordplan.Skip)})
			}
		}
		if len(list) == 0 || done[len(list)] {
			continue
		}
		done[len(list)] = true
		chosen := slices.ContainsFunc(told, func(k []wordplan.Kind) bool { return len(k) == len(list) })
		p.Columns = append(p.Columns, columns{Title: p.Say("Tabell %[1]d", "Table %[1]d", t.Number), Name: fmt.Sprintf("kolumn-%d", len(list)), Told: chosen, List: list, Kinds: kinds})
	}
}

// columnsTold are the columns for which something else was chosen than what the document
// was taken to say.
func (v *visit) columnsTold(p *bringPage) [][]wordplan.Kind {
	var told [][]wordplan.Kind
	for _, c := range v.choices("kolumner", p.fresh) {
		var list []wordplan.Kind
		for _, kind := range c.kinds {
			if !slices.Contains(wordplan.Kinds(), wordplan.Kind(kind)) {
				kind = string(wordplan.Text)
			}
			list = append(list, wordplan.Kind(kind))
		}
		told = append(told, list)
	}
	return told
}
