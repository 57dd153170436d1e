package desk

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"samsyn/internal/console"
	"samsyn/internal/diag"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/rewrite"
	"samsyn/internal/safewrite"
)

// addReport is the command report: it adds a report to an initiative's file.
func (a *app) addReport(args []string) error {
	fs := a.Flags("report")
	date := fs.String("date", "", console.Both("rapportens dag (ÅÅÅÅ-MM-DD, ÅÅÅÅ-MM eller ÅÅÅÅ; annars i dag)", "the day of the report (YYYY-MM-DD, YYYY-MM or YYYY; default: today)"))
	assessment := fs.String("assessment", "", console.Both("on_track (enligt plan), at_risk (risk för avvikelse), off_track (avviker från plan) eller completed (genomförd)", "on_track, at_risk, off_track or completed"))
	text := fs.String("text", "", console.Both("hur det går, i några meningar", "how it goes, in some sentences"))
	var values []string
	fs.Func("value", console.Both("ett måtts värde: MÅTT=TAL eller MÅTT=TOTALT/KVINNOR/MÄN; går att ange flera gånger", "a measure's value: MEASURE=NUMBER, or MEASURE=TOTAL/WOMEN/MEN; may be given several times"), func(s string) error {
		values = append(values, s)
		return nil
	})
	rest, err := a.Parse(fs, args, 1)
	if err != nil {
		return err
	}
	if len(rest) == 0 || strings.TrimSpace(*text) == "" {
		return a.Refuse("samsyn: ange insatsen och vad som har hänt: samsyn report PLAN/INSATS --text \"...\".", "samsyn: name the initiative and say what has happened: samsyn report PLAN/INITIATIVE --text \"...\".")
	}
	p, c, err := a.OpenContent()
	if err != nil {
		return err
	}
	i, err := a.initiative(c, rest[0])
	if err != nil {
		return err
	}
	entry, err := a.reportEntry(c, i, *date, *assessment, *text, values)
	if err != nil {
		return err
	}
	data, err := p.Tree.Read(i.Path)
	if err != nil {
		return err
	}
	after, err := rewrite.Append("initiative", true, data, "reports", entry)
	if err != nil {
		return a.unamended(i.Path, err)
	}
	if err := a.proceed(p, []safewrite.Change{{Path: i.Path, Before: data, After: after}}); err != nil {
		return err
	}
	a.SayOf(c, "%[1]s: lägesrapporten är tillagd i %[2]s.", "%[1]s: the report was added to %[2]s.", i.FullID(), i.Path)
	if day, valid := model.ParseDate(entry.Field("date").Text); valid && facts.Ahead(i, day) {
		a.SayOf(c, "Rapportens datum, %[1]s, ligger före {the_initiative's} period, som börjar %[2]s. Kontrollera att året stämmer. Rapporten räknas som den står.",
			"The report's date, %[1]s, lies before the {initiative's} period, which begins %[2]s. Check that the year is right. The report counts as it stands.", day.String(), i.Period.From.V.String())
	}
	return nil
}

// initiative finds one by its identifier.
func (a *app) initiative(c *model.Content, id string) (*model.Initiative, error) {
	if err := a.named(c, []string{id}); err != nil {
		return nil, err
	}
	for _, p := range c.Plans {
		for _, i := range p.Initiatives {
			if i.FullID() == id {
				return i, nil
			}
		}
	}
	return nil, console.ErrTold
}

// reportEntry makes the entry, and holds that what was given can stand in it.
func (a *app) reportEntry(c *model.Content, i *model.Initiative, date, assessment, said string, values []string) (*rewrite.Value, error) {
	date = cmp.Or(date, a.Today().String())
	if _, valid := model.ParseDate(date); !valid {
		return nil, a.Refuse("samsyn: --date ska vara ett datum som 2025-04-03, 2025-04 eller 2025, inte ”%[1]s”.", "samsyn: --date must be a date like 2025-04-03, 2025-04 or 2025, not “%[1]s”.", date)
	}
	entry := rewrite.Entry(rewrite.Field{Name: "date", Value: rewrite.Date(date)})
	if assessment != "" {
		if err := a.OneOf("assessment", assessment, []string{"on_track", "at_risk", "off_track", "completed"}); err != nil {
			return nil, err
		}
		entry.Set("assessment", rewrite.Plain(nil, assessment))
	}
	entry.Set("text", rewrite.Text(nil, strings.TrimSpace(strings.ReplaceAll(said, "\r\n", "\n"))))
	counted, err := a.values(c, i, values)
	if err != nil {
		return nil, err
	}
	if counted != nil {
		entry.Set("values", rewrite.Entry(counted...))
	}
	return entry, nil
}

// values are what was given of measures, in the order of the measures.
func (a *app) values(c *model.Content, i *model.Initiative, values []string) ([]rewrite.Field, error) {
	var known []string
	for _, m := range i.FollowUp.Measures {
		known = append(known, m.ID.V)
	}
	var fields []rewrite.Field
	for _, v := range values {
		name, number, is := strings.Cut(v, "=")
		if !slices.Contains(known, name) {
			a.SayOf(c, "samsyn: {the_initiative} %[1]s har inget mått %[2]s. Det finns: %[3]s.", "samsyn: the {initiative} %[1]s has no measure %[2]s. It has: %[3]s.",
				i.FullID(), name, cmp.Or(strings.Join(known, ", "), "–"))
			a.Guess(diag.Nearest(name, known))
			return nil, console.ErrTold
		}
		if slices.ContainsFunc(fields, func(f rewrite.Field) bool { return f.Name == name }) {
			return nil, a.Refuse("samsyn: måttet %[1]s är angivet två gånger.", "samsyn: the measure %[1]s is given twice.", name)
		}
		count, valid := rewrite.Count(number)
		if !is || !valid {
			return nil, a.Refuse("samsyn: --value ska vara %[1]s=TAL eller %[1]s=TOTALT/KVINNOR/MÄN, till exempel %[1]s=58 eller %[1]s=58/41/17, inte ”%[2]s”.",
				"samsyn: --value must be %[1]s=NUMBER or %[1]s=TOTAL/WOMEN/MEN, such as %[1]s=58 or %[1]s=58/41/17, not “%[2]s”.", name, number)
		}
		fields = append(fields, rewrite.Field{Name: name, Value: count})
	}
	slices.SortFunc(fields, func(x, y rewrite.Field) int {
		return cmp.Compare(slices.Index(known, x.Name), slices.Index(known, y.Name))
	})
	return fields, nil
}

// unamended tells why nothing could be added to a file, and gives an error that is told.
func (a *app) unamended(path string, err error) error {
	if errors.Is(err, rewrite.ErrForm) {
		return a.Refuse("samsyn: %[1]s är skriven så att inget säkert går att lägga till. Kör samsyn fmt, eller skriv för hand. Ingenting är ändrat.",
			"samsyn: %[1]s is written so that nothing can safely be added. Run samsyn fmt, or write by hand. Nothing has been changed.", path)
	}
	a.Say("samsyn: %[1]s går inte att läsa och är orörd. samsyn validate säger varför.", "samsyn: %[1]s cannot be read and was left alone. samsyn validate says why.", path)
	return console.ErrFindings
}
