package files

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/access"
	"samsyn/internal/carry"
	"samsyn/internal/editor/web"
	"samsyn/internal/model"
	"samsyn/internal/proposal"
	"samsyn/internal/text"
)

// carryPage asks for a plan that begins with what an earlier one had.
type carryPage struct {
	saving
	Year        string
	Plan        string // the earlier plan's identifier
	Plans       []web.Crumb
	Initiatives []carryable
}

// carryable is an initiative that may go along.
type carryable struct {
	ID, Title, Status string
	Takes             bool
}

// earlier are the plans that a year's plan can be made from, the newest first.
func (v *visit) earlier() []*model.Plan {
	var plans []*model.Plan
	for _, p := range v.Content.Plans {
		if p.Scope.V != "local" && !p.Withdrawn.Given() && carry.Begun(p) > 0 {
			plans = append(plans, p)
		}
	}
	slices.SortStableFunc(plans, func(a, b *model.Plan) int { return carry.Begun(b) - carry.Begun(a) })
	return plans
}

// carryPage makes the page; values are what was filled in.
func (v *visit) carryPage(values url.Values) (*carryPage, *model.Plan, error) {
	s, err := v.saving(v.Headed("ny", "Börja nästa års {plan}", "Begin next year's {plan}"), v.At("/ny/plan"), values)
	p := &carryPage{saving: s, Year: values.Get("year"), Plan: values.Get("plan")}
	p.Crumbs = []web.Crumb{{Label: p.Say("Lägg till", "Add"), Address: v.At("/ny")}}
	plans := v.earlier()
	var from *model.Plan
	for _, plan := range plans {
		p.Plans = append(p.Plans, web.Crumb{Label: plan.Title.V, Address: plan.ID.V})
		if plan.ID.V == p.Plan {
			from = plan
		}
	}
	if from == nil && len(plans) > 0 {
		from = plans[0]
		p.Plan = from.ID.V
	}
	if from != nil {
		p.Year = cmp.Or(p.Year, strconv.Itoa(carry.Begun(from)+1))
		chosen := values.Has("chosen")
		for _, i := range from.Initiatives {
			status, _ := text.ValueOf("status", i.Status.V).With(p.Frame.Words).In(v.Lang)
			takes := i.Open() && !i.Withdrawn.Given()
			if chosen {
				takes = slices.Contains(values["carry"], i.ID())
			}
			p.Initiatives = append(p.Initiatives, carryable{i.ID(), i.Title.V, status, takes})
		}
	}
	return p, from, err
}

func (v *visit) carryForm() error {
	p, _, err := v.carryPage(v.R.URL.Query())
	if err != nil {
		return err
	}
	return v.Draw("carry", http.StatusOK, p)
}

// outside tells whether the agreement is over, or has not begun, all of a year.
func (v *visit) outside(year int) bool {
	a := v.Content.Agreement
	if a == nil || !a.Period.From.Given() {
		return false
	}
	return a.Period.From.V.First().Year > year || a.Period.To.Given() && a.Period.To.V.Last().Year < year
}

var fourDigits = regexp.MustCompile(`^[1-9][0-9]{3}$`)

// carryOver makes the plan, in a proposal.
func (v *visit) carryOver() error {
	values := v.R.PostForm
	p, from, err := v.carryPage(values)
	if err != nil {
		return err
	}
	if values.Get("do") != "save" { // another plan was chosen: show its initiatives
		return v.Draw("carry", http.StatusOK, p)
	}
	wrong := func(at, sv, en string) { p.wrong("#"+at, p.Say(sv, en)) }
	year, err := strconv.Atoi(p.Year)
	switch {
	case from == nil:
		return web.ErrGarbled
	case !fourDigits.MatchString(p.Year) || err != nil:
		wrong("year", "Skriv året med fyra siffror, till exempel 2027.", "Write the year in four digits, such as 2027.")
	case year <= carry.Begun(from):
		wrong("year", "Året ska vara senare än {the_short_plan} som du tar med från.", "The year must be later than the {short_plan} that you carry from.")
	case v.outside(year):
		p.wrong(v.At("/fil/agreement/agreement.yaml#f-period.to"), p.Say("{The_agreement} gäller inte %[1]d. Ändra först {the_agreement's} giltighetstid, i samma förslag om du vill.", "{The_agreement} does not hold in %[1]d. Change {the_agreement's} period first, in the same proposal if you like.", year))
	case v.Tree().Exists(carry.Folder(year)):
		wrong("year", "Det finns redan en {short_plan} för det året.", "There is a {short_plan} for that year already.")
	}
	if p.wordless(); p.Wrong {
		return v.Draw("carry", http.StatusUnprocessableEntity, p)
	}
	made, err := carry.Plan(carry.Order{Content: v.Content, From: from, Year: year, Read: v.Tree().Read,
		Takes: func(i *model.Initiative) bool { return slices.Contains(values["carry"], i.ID()) }})
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	for _, f := range made.Files {
		files[f.Path] = f.Data
	}
	message := p.Say("{Plan} för %[1]d, med %[2]d {initiatives} från %[3]s", "{Plan} for %[1]d, with %[2]d {initiatives} from %[3]s", year, len(made.Taken), from.Title.V)
	switch len(made.Taken) {
	case 0:
		message = p.Say("{Plan} för %[1]d, utan {initiatives} från %[2]s", "{Plan} for %[1]d, without {initiatives} from %[2]s", year, from.Title.V)
	case 1:
		message = p.Say("{Plan} för %[1]d, med {initiative:en|ett} {initiative} från %[2]s", "{Plan} for %[1]d, with one {initiative} from %[2]s", year, from.Title.V)
	}
	err = v.saveNew(p.Into, p.Words, message, "", files)
	if conflict, is := errors.AsType[*proposal.Conflict](err); is && strings.HasPrefix(conflict.Clashes[0].File, carry.Folder(year)+"/") {
		wrong("into", "Förslaget har redan en {short_plan} för det året. Öppna förslaget och skriv vidare där, eller välj ett annat.", "The proposal has a {short_plan} for that year already. Open the proposal and go on there, or choose another.")
		return v.Draw("carry", http.StatusConflict, p)
	}
	return err
}

// saveNew saves files that were not made by their forms where one works, and leads to the
// form of one of them, or ("") to the proposal. The proposal that was chosen may have files
// of the same names, which stay: they clash.
func (v *visit) saveNew(into, words, message, leads string, files map[string][]byte) error {
	if _, err := v.Saved(web.Change{Then: v.Project, From: v.Commit, Files: files, Into: into, Words: words, Message: message}); err != nil {
		return err
	}
	v.Done(access.Write, leads)
	if leads == "" {
		return v.See(v.At("?klart=sparat"))
	}
	return v.See(v.At("/fil/" + web.Escaped(leads) + "?klart=sparat"))
}
