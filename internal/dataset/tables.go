package dataset

import (
	"strings"

	"samsyn/internal/address"
	"samsyn/internal/facts"
	"samsyn/internal/model"
	"samsyn/internal/table"
	"samsyn/internal/text"
	"samsyn/internal/view"
)

// field is a column with a field of the content, under the field's name.
func field(path string) table.Column {
	return table.Column{Name: path[strings.LastIndexByte(path, '.')+1:], Label: text.Field(path)}
}

// named is a column that has another name than a field, or is none.
func named(name string, label text.Label) table.Column {
	return table.Column{Name: name, Label: label}
}

// What has no field of its own.
var (
	identifier       = text.Field("parties.parties.id")
	page             = text.Label{SV: "Sidans adress", EN: "Address of the page"}
	plan             = text.Label{SV: "{Plan}", EN: "{Plan}"}
	area             = text.Label{SV: "{Area}", EN: "{Area}"}
	withdrawn        = text.Field("area.withdrawn.date")
	ownerOutside     = text.Label{SV: "Ansvarig utanför {the_agreement}", EN: "Responsible outside {the_agreement}"}
	coOwnersOutside  = text.Label{SV: "Medansvariga utanför {the_agreement}", EN: "Jointly responsible outside {the_agreement}"}
	partnersOutside  = text.Label{SV: "Medverkande utanför {the_agreement}", EN: "Partners outside {the_agreement}"}
	latestReport     = text.Label{SV: "Senaste lägesrapport", EN: "Latest progress report"}
	latestAssessment = text.Label{SV: "Senaste bedömning", EN: "Latest assessment"}
)

// goal is an area, a sub-goal or a cooperation area.
type goal struct {
	id, kind, area, text    string
	responsible, indicators []model.Ref
	withdrawn               model.Withdrawn
	title                   model.Text // of a sub-goal
}

func areas(v *view.View) *table.Table {
	var goals []goal
	for _, a := range v.Content.Areas {
		goals = append(goals, goal{a.ID.V, "area", a.ID.V, a.Title.V, a.Responsible, nil, a.Withdrawn, model.Text{}})
		for _, g := range a.SubGoals {
			goals = append(goals, goal{g.ID.V, "sub_goal", a.ID.V, g.Text.V, nil, g.Indicators, g.Withdrawn, g.Title})
		}
		for _, c := range a.CooperationAreas {
			responsible := c.Responsible
			if len(responsible) == 0 {
				responsible = a.Responsible
			}
			goals = append(goals, goal{c.ID.V, "cooperation_area", a.ID.V, c.Text.V, responsible, nil, c.Withdrawn, model.Text{}})
		}
	}
	return table.Of([]table.Field[goal]{
		{Column: named("id", identifier), Value: func(g goal) any { return g.id }},
		{Column: named("kind", text.Kind), Value: func(g goal) any { return g.kind }},
		{Column: named("area", area), Value: func(g goal) any { return g.area }},
		{Column: field("area.sub_goals.text"), Value: func(g goal) any { return g.text }},
		{Column: field("area.responsible"), Value: func(g goal) any { return refs(g.responsible) }},
		{Column: field("area.sub_goals.indicators"), Value: func(g goal) any { return refs(g.indicators) }},
		{Column: named("withdrawn", withdrawn), Value: func(g goal) any { return g.withdrawn.Date.V.String() }},
		{Column: named("url", page), Value: func(g goal) any { return v.Address(address.Area(g.id)) }},
		{Column: field("area.sub_goals.title"), Value: func(g goal) any { return g.title.V }},
	}, goals)
}

// Parties are the parties of the agreement.
func Parties(v *view.View) *table.Table {
	columns := []table.Field[model.Party]{
		{Column: field("parties.parties.id"), Value: func(p model.Party) any { return p.ID.V }},
		{Column: field("parties.parties.name"), Value: func(p model.Party) any { return p.Name.V }},
		{Column: field("parties.parties.short_name"), Value: func(p model.Party) any { return p.ShortName.V }},
		{Column: field("parties.parties.kind"), Value: func(p model.Party) any { return p.Kind.V }},
		{Column: named("website", text.Field("parties.parties.url")), Value: func(p model.Party) any { return p.URL.V }},
		{Column: named("withdrawn", withdrawn), Value: func(p model.Party) any { return p.Withdrawn.Date.V.String() }},
		{Column: named("url", page), Value: func(p model.Party) any { return v.Address(address.Party(p.ID.V)) }},
		{Column: field("parties.parties.code"), Value: func(p model.Party) any { return p.Code.V }},
	}
	return table.Of(append(columns, contactColumns(func(p model.Party) model.Contact { return p.Contact })...), v.Content.Parties.All())
}

// Initiatives are those of some plans.
func Initiatives(v *view.View, plans ...*model.Plan) *table.Table {
	var all []*model.Initiative
	for _, p := range plans {
		all = append(all, p.Initiatives...)
	}
	return table.Of([]table.Field[*model.Initiative]{
		{Column: named("id", identifier), Value: func(i *model.Initiative) any { return i.FullID() }},
		{Column: named("plan", plan), Value: func(i *model.Initiative) any { return i.Plan.ID.V }},
		{Column: field("initiative.title"), Value: func(i *model.Initiative) any { return i.Title.V }},
		{Column: field("initiative.cooperation_area"), Value: func(i *model.Initiative) any { return i.CooperationArea.V }},
		{Column: field("initiative.related_cooperation_areas"), Value: func(i *model.Initiative) any { return refs(i.Related) }},
		{Column: field("initiative.sub_goals"), Value: func(i *model.Initiative) any { return refs(i.SubGoals) }},
		{Column: field("initiative.owner"), Value: func(i *model.Initiative) any { return i.Owner.ID.V }},
		{Column: field("initiative.co_owners"), Value: func(i *model.Initiative) any { return inside(i.CoOwners) }},
		{Column: named("co_owners_outside", coOwnersOutside), Value: func(i *model.Initiative) any { return outside(i.CoOwners) }},
		{Column: field("initiative.partners"), Value: func(i *model.Initiative) any { return inside(i.Partners) }},
		{Column: named("partners_outside", partnersOutside), Value: func(i *model.Initiative) any { return outside(i.Partners) }},
		{Column: field("initiative.places"), Value: func(i *model.Initiative) any { return refs(i.Places) }},
		{Column: field("initiative.period.from"), Value: func(i *model.Initiative) any { return i.Period.From.V.String() }},
		{Column: field("initiative.period.to"), Value: func(i *model.Initiative) any { return i.Period.To.V.String() }},
		{Column: field("initiative.status"), Value: func(i *model.Initiative) any { return i.Status.V }},
		{Column: field("initiative.target_group"), Value: func(i *model.Initiative) any { return i.TargetGroup.V }},
		{Column: field("initiative.continues"), Value: func(i *model.Initiative) any { return i.Continues.V }},
		{Column: named("follow_up_method", text.Field("initiative.follow_up.method")), Value: func(i *model.Initiative) any { return i.FollowUp.Method.V }},
		{Column: named("follow_up_responsible", text.Field("initiative.follow_up.responsible")), Value: func(i *model.Initiative) any { return i.FollowUp.Responsible.V }},
		{Column: field("initiative.follow_up.due"), Value: func(i *model.Initiative) any { return due(i) }},
		{Column: named("latest_report", latestReport), Value: func(i *model.Initiative) any { return latest(i).Date.V.String() }},
		{Column: named("latest_assessment", latestAssessment), Value: func(i *model.Initiative) any { return latest(i).Assessment.V }},
		{Column: named("withdrawn", withdrawn), Value: func(i *model.Initiative) any { return i.Withdrawn.Date.V.String() }},
		{Column: named("url", page), Value: func(i *model.Initiative) any { return v.Address(address.Initiative(i)) }},
		{Column: named("owner_outside", ownerOutside), Value: func(i *model.Initiative) any { return i.Owner.Name.V }},
		{Column: field("initiative.county_wide"), Value: func(i *model.Initiative) any { return yes(i.CountyWide) }},
	}, all)
}

// observation is a value of an indicator.
type observation struct {
	of *model.Indicator
	model.Observation
}

// Series are the values of indicators. Where there is one indicator, its unit is that
// of the columns too.
func Series(indicators ...*model.Indicator) *table.Table {
	var all []observation
	for _, i := range indicators {
		for _, o := range i.Series {
			all = append(all, observation{i, o})
		}
	}
	counted := func(name string) table.Column {
		c := field("indicator.series." + name)
		if len(indicators) == 1 {
			c.Unit = indicators[0].Unit.V
		}
		return c
	}
	return table.Of([]table.Field[observation]{
		{Column: named("indicator", text.Indicator), Value: func(o observation) any { return o.of.ID.V }},
		{Column: field("indicator.title"), Value: func(o observation) any { return o.of.Title.V }},
		{Column: field("indicator.unit"), Value: func(o observation) any { return o.of.Unit.V }},
		{Column: field("indicator.population"), Value: func(o observation) any { return o.of.Population.V }},
		{Column: field("indicator.series.year"), Value: func(o observation) any { return o.Year.V }},
		{Column: field("indicator.series.place"), Value: func(o observation) any { return o.Place.V }},
		{Column: field("indicator.series.category"), Value: func(o observation) any { return o.Category.V }},
		{Column: counted("total"), Value: func(o observation) any { return number(o.Total) }},
		{Column: counted("women"), Value: func(o observation) any { return number(o.Women) }},
		{Column: counted("men"), Value: func(o observation) any { return number(o.Men) }},
		{Column: field("indicator.series.flag"), Value: func(o observation) any { return o.Flag.V }},
		{Column: field("indicator.series.note"), Value: func(o observation) any { return o.Note.V }},
		{Column: named("source", text.Source), Value: func(o observation) any { return o.of.Source.Name.V }},
		{Column: field("indicator.source.retrieved"), Value: func(o observation) any { return o.of.Source.Retrieved.V.String() }},
		{Column: field("indicator.series.month"), Value: func(o observation) any { return integer(o.Month) }},
	}, all)
}

// listed says something of each of a list, nothing of those that say nothing.
func listed[T any](list []T, separator string, said func(T) string) string {
	var all []string
	for _, one := range list {
		if s := said(one); s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, separator)
}

// refs lists identifiers, with spaces between.
func refs(list []model.Ref) string {
	return listed(list, " ", func(r model.Ref) string { return r.V })
}

// inside lists the identifiers of those actors that have one.
func inside(list []model.Actor) string {
	return listed(list, " ", func(a model.Actor) string { return a.ID.V })
}

// outside lists the names of those actors that have no identifier, with semicolons
// between, since names have spaces.
func outside(list []model.Actor) string {
	return listed(list, "; ", func(a model.Actor) string {
		if a.ID.Given() {
			return ""
		}
		return a.Name.V
	})
}

func due(i *model.Initiative) string {
	return listed(i.FollowUp.Due, " ", func(d model.When) string { return d.V.String() })
}

// latest is an initiative's newest report, an empty one where there is none.
func latest(i *model.Initiative) model.Report {
	if r := facts.Latest(i); r != nil {
		return *r
	}
	return model.Report{}
}

// yes is what a table says of what is so; of what is not it says nothing.
func yes(b model.Bool) string {
	if b.V {
		return "true"
	}
	return ""
}

func integer(n model.Int) any {
	if !n.Given() {
		return nil
	}
	return n.V
}

func number(n model.Number) any {
	if !n.Given() {
		return nil
	}
	return n.V
}
