package model

import (
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// Plan is a folder of plans: a year's regional plan, or a local one.
type Plan struct {
	File        `yaml:"-"`
	ID          Text          `yaml:"-"` // the folder's name
	Title       Text          `yaml:"title"`
	Scope       Text          `yaml:"scope"`
	Year        Int           `yaml:"year"`
	Parties     []Ref         `yaml:"parties"`
	Period      Period        `yaml:"period"`
	Status      Text          `yaml:"status"`
	Adopted     Adoption      `yaml:"adopted"`
	Priorities  []Priority    `yaml:"priorities"`
	Note        Text          `yaml:"note"`
	Withdrawn   Withdrawn     `yaml:"withdrawn"`
	Initiatives []*Initiative `yaml:"-"` // in the order of their identifiers
	At          diag.Place    `yaml:"-"`
}

// Time is the period that the plan is for. A regional plan's is its year, and
// the folder's name counts before the field; one over several years has a period.
func (p *Plan) Time() Period {
	if p.Scope.V == "local" || p.Period.Given() && !p.Year.Given() {
		return p.Period
	}
	if year, err := strconv.Atoi(p.ID.V); err == nil {
		return YearPeriod(year, p.ID.At)
	}
	if p.Year.Given() {
		return YearPeriod(p.Year.V, p.Year.At)
	}
	return Period{}
}

// InForce tells whether the plan has been adopted (and perhaps closed since).
func (p *Plan) InForce() bool { return p.Status.V == "adopted" || p.Status.V == "closed" }

// Known tells whether all that is known of the plan is that it exists.
func (p *Plan) Known() bool { return p.Status.V == "known" }

// Published tells whether the plan is shown without being asked for.
func (p *Plan) Published() bool { return p.InForce() }

// Priority is a cooperation area that the plan puts first.
type Priority struct {
	CooperationArea Ref    `yaml:"cooperation_area"`
	Emphasis        []Text `yaml:"emphasis"`
	Text            Text   `yaml:"text"`
}

// Initiative is what somebody does under a cooperation area.
type Initiative struct {
	File            `yaml:"-"`
	Plan            *Plan           `yaml:"-"`
	Title           Text            `yaml:"title"`
	CooperationArea Ref             `yaml:"cooperation_area"`
	Related         []Ref           `yaml:"related_cooperation_areas"`
	SubGoals        []Ref           `yaml:"sub_goals"`
	Owner           Actor           `yaml:"owner"`
	CoOwners        []Actor         `yaml:"co_owners"`
	Partners        []Actor         `yaml:"partners"`
	Places          []Ref           `yaml:"places"`
	CountyWide      Bool            `yaml:"county_wide"`
	TargetGroup     Text            `yaml:"target_group"`
	Period          Period          `yaml:"period"`
	Status          Text            `yaml:"status"`
	FollowUp        FollowUp        `yaml:"follow_up"`
	Contact         Contact         `yaml:"contact"`
	HowToJoin       Text            `yaml:"how_to_join"`
	Funding         []Funding       `yaml:"funding"`
	AdoptedWording  map[string]Text `yaml:"adopted_wording"`
	Continues       Ref             `yaml:"continues"`
	Reports         []Report        `yaml:"reports"`
	Note            Text            `yaml:"note"`
	Withdrawn       Withdrawn       `yaml:"withdrawn"`
	Body            *prose.Doc      `yaml:"-"`
	At              diag.Place      `yaml:"-"`
}

// ID is the initiative's name in its plan: its file's.
func (i *Initiative) ID() string {
	return strings.TrimSuffix(i.Path[strings.LastIndexByte(i.Path, '/')+1:], ".md")
}

// FullID is how the initiative is referred to: its plan, a slash, its name.
func (i *Initiative) FullID() string { return i.Plan.ID.V + "/" + i.ID() }

// Open tells whether the initiative is still planned or going on.
func (i *Initiative) Open() bool { return i.Status.V == "planned" || i.Status.V == "ongoing" }

// Funding is where money comes from.
type Funding struct {
	Source     Text       `yaml:"source"`
	Role       Text       `yaml:"role"`
	Programme  Text       `yaml:"programme"`
	CaseNumber Text       `yaml:"case_number"`
	AmountSEK  Int        `yaml:"amount_sek"` // kronor
	At         diag.Place `yaml:"-"`
}

// FollowUp says how, by whom and when it is followed what came of an initiative.
type FollowUp struct {
	Method      Text       `yaml:"method"`
	Responsible Ref        `yaml:"responsible"`
	ReportedBy  Ref        `yaml:"reported_by"`
	ReportsTo   []Actor    `yaml:"reports_to"`
	Due         []When     `yaml:"due"`
	Measures    []Measure  `yaml:"measures"`
	At          diag.Place `yaml:"-"`
}

// Measure is what an initiative counts.
type Measure struct {
	ID           Text       `yaml:"id"`
	Title        Text       `yaml:"title"`
	Unit         Text       `yaml:"unit"`
	CountsPeople Bool       `yaml:"counts_people"`
	Target       Number     `yaml:"target"`
	TargetMax    Number     `yaml:"target_max"`
	TargetText   Text       `yaml:"target_text"`
	Indicator    Ref        `yaml:"indicator"`
	Withdrawn    Withdrawn  `yaml:"withdrawn"`
	At           diag.Place `yaml:"-"`
}

// Report is how an initiative stands on a day.
type Report struct {
	Date       When             `yaml:"date"`
	By         Ref              `yaml:"by"`
	Assessment Text             `yaml:"assessment"`
	Text       Text             `yaml:"text"`
	Values     map[string]Count `yaml:"values"` // by measure
	At         diag.Place       `yaml:"-"`
}

// Count is a value, where known for women and men too. A plain number is its
// Total.
type Count struct {
	Total Number     `yaml:"total"`
	Women Number     `yaml:"women"`
	Men   Number     `yaml:"men"`
	At    diag.Place `yaml:"-"`
}

// Indicator measures how it goes for the county.
type Indicator struct {
	File         `yaml:"-"`
	ID           Text            `yaml:"-"`
	Title        Text            `yaml:"title"`
	Definition   Text            `yaml:"definition"`
	Population   Text            `yaml:"population"`
	Unit         Text            `yaml:"unit"`
	CountsPeople Bool            `yaml:"counts_people"`
	Direction    Text            `yaml:"direction"`
	Source       IndicatorSource `yaml:"source"`
	Baseline     struct {
		Year  Int    `yaml:"year"`
		Value Number `yaml:"value"`
	} `yaml:"baseline"`
	Target struct {
		Year  Int    `yaml:"year"`
		Value Number `yaml:"value"`
		Text  Text   `yaml:"text"`
	} `yaml:"target"`
	Series    []Observation `yaml:"series"`
	Withdrawn Withdrawn     `yaml:"withdrawn"`
	At        diag.Place    `yaml:"-"`
}

// IndicatorSource says where the figures come from.
type IndicatorSource struct {
	Name      Text  `yaml:"name"`
	ID        Text  `yaml:"id"`
	URL       Text  `yaml:"url"`
	Retrieved When  `yaml:"retrieved"`
	Fetch     Fetch `yaml:"fetch"`
}

// Fetch names the figures that are fetched from a source.
type Fetch struct {
	From       Text              `yaml:"from"`
	Figure     Text              `yaml:"figure"`
	Places     []Text            `yaml:"places"` // codes
	Dimensions map[string][]Text `yaml:"dimensions"`
	Sexes      Bool              `yaml:"sexes"`
	At         diag.Place        `yaml:"-"`
}

// Given tells whether figures are fetched.
func (f Fetch) Given() bool { return !f.At.IsZero() }

// Observation is an indicator's value in one year, or in one month.
type Observation struct {
	Year     Int        `yaml:"year"`
	Month    Int        `yaml:"month"` // where it is of a month
	Place    Text       `yaml:"place"`
	Category Text       `yaml:"category"`
	Total    Number     `yaml:"total"`
	Women    Number     `yaml:"women"`
	Men      Number     `yaml:"men"`
	Flag     Text       `yaml:"flag"`
	Note     Text       `yaml:"note"`
	At       diag.Place `yaml:"-"`
}
