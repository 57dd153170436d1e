package diff

import (
	"reflect"
	"strconv"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/model"
	"samsyn/schema"
)

// phrase is how a thing of a kind is told of: as the subject of a sentence, ”insatsen”,
// where it has come, ”ny insats”, and alone, ”insats”. The nouns are the schema's.
type phrase struct{ the, new, one diag.Text }

// phrases are those of the kinds that are told of in other words than the common ones.
var phrases = map[string]phrase{
	"amendment":   {the: diag.Say("{the_amendment}", "{the_amendment} of"), new: diag.Say("{amendment:ny|nytt} {amendment} av {the_agreement}", "new {amendment} of {the_agreement}")},
	"event":       {the: same("{the_event}"), new: diag.Say("{event:ny|nytt} {event} i kalendern", "new {event} in the calendar")},
	"observation": {the: diag.Say("{the_observation}", "{the_observation} for"), new: diag.Say("{observation:ny|nytt} {observation}", "new {observation}")},
	"review":      {the: diag.Say("{the_review}", "{the_review} of"), new: diag.Say("{review:ny|nytt} {review}", "new {review}")},
	"signatures":  {the: same("{the_signatures}"), new: same("{signatures}")},
	"places":      {the: same("{the_places}"), new: same("{places}")},
	"signature":   {the: diag.Say("{the_signature} av", "{the_signature} of"), new: diag.Say("{signature:ny|nytt} {signature}", "new {signature}")},
	"priority":    {the: diag.Say("{the_priority} av", "{the_priority}"), new: diag.Say("{cooperation_area:ny prioriterad|nytt prioriterat} {cooperation_area}", "new {priority}")},
	"report":      {the: diag.Say("{the_report}", "{the_report} of"), new: diag.Say("{report:ny|nytt} {report}", "new {report}")},
	"translation": {the: diag.Say("{the_translation} av", "{the_translation} of"), new: diag.Say("{translation:ny|nytt} {translation} av", "new {translation} of")},
}

// expanded puts the words of a content into a phrase.
func expanded(words *schema.Words, t diag.Text) diag.Text {
	return diag.Text{SV: words.Expand(t.SV, "sv"), EN: words.Expand(t.EN, "en")}
}

// phraseOf gives the words for a thing of a kind.
func phraseOf(kind string, words *schema.Words) phrase {
	mark := strings.ReplaceAll(kind, "-", "_")
	if kind == "plan" {
		mark = "short_plan"
	}
	p, own := phrases[kind]
	if !own {
		p = phrase{the: same("{the_" + mark + "}"), new: diag.Text{SV: "{" + mark + ":ny|nytt} {" + mark + "}", EN: "new {" + mark + "}"}}
	}
	return phrase{expanded(words, p.the), expanded(words, p.new), expanded(words, same("{"+mark+"}"))}
}

// lists are what the files are called that hold many things.
var lists = map[string]diag.Text{
	"party":    {SV: "parterna", EN: "the parties"},
	"body":     {SV: "organisationen", EN: "the organisation"},
	"event":    {SV: "kalendern", EN: "the calendar"},
	"strategy": {SV: "strategierna", EN: "the strategies"},
}

// Adjectives with the endings that the noun before them wants.
var (
	changed    = [...]string{schema.Common: "ändrad", schema.Neuter: "ändrat", schema.Plural: "ändrade"}
	reworded   = [...]string{schema.Common: "omformulerad", schema.Neuter: "omformulerat", schema.Plural: "omformulerade"}
	dropped    = [...]string{schema.Common: "borttagen", schema.Neuter: "borttaget", schema.Plural: "borttagna"}
	supplied   = [...]string{schema.Common: "tillagd", schema.Neuter: "tillagt", schema.Plural: "tillagda"}
	rearranged = [...]string{schema.Common: "omordnad", schema.Neuter: "omordnat", schema.Plural: "omordnade"}
)

// home is where the fields of a kind of thing are.
type home struct {
	path  string // in the schemas
	model reflect.Type
	names []string // fields by which the thing is told apart or hangs somewhere: no change of a field
	first []string // fields that are told before the others
}

// at is a home without fields that are set apart.
func at[T any](path string) home { return home{path: path, model: reflect.TypeFor[T]()} }

func (h home) named(fields ...string) home { h.names = fields; return h }

func (h home) told(fields ...string) home { h.first = fields; return h }

// homes are those of the kinds that have fields.
var homes = map[string]home{
	"agreement":        at[model.Agreement]("agreement"),
	"target-group":     at[model.TargetGroup]("agreement.target_groups").named("id"),
	"term":             at[model.Term]("agreement.terms").named("term"),
	"amendment":        at[model.Amendment]("agreement.amendments").named("date").told("text"),
	"annex":            at[model.Annex]("agreement.annexes").named("title"),
	"reporting":        at[model.Reporting]("agreement.reporting").named("id"),
	"area":             at[model.Area]("area"),
	"sub-goal":         at[model.SubGoal]("area.sub_goals").named("id").told("text"),
	"cooperation-area": at[model.CooperationArea]("area.cooperation_areas").named("id"),
	"party":            at[model.Party]("parties.parties").named("id"),
	"duty":             at[model.SharedDuty]("parties.duties").named("text"),
	"body":             at[model.Body]("organisation.bodies").named("id"),
	"strategy":         at[model.Strategy]("strategies.strategies").named("id"),
	"places":           at[model.Places]("places"),
	"place":            at[model.Place]("places.places").named("id"),
	"indicator":        at[model.Indicator]("indicator"),
	"observation":      at[model.Observation]("indicator.series").named("year", "month", "place", "category"),
	"review":           at[model.Review]("review"),
	"event":            at[model.Event]("calendar.events").named("id"),
	"resource":         at[model.Resource]("resource"),
	"results":          at[model.Results]("results"),
	"signatures":       at[model.Signatures]("signatures").told("digest", "commit", "signed.date", "signed.place"),
	"signature":        at[model.Signature]("signatures.signatures").named("party"),
	"plan":             at[model.Plan]("plan"),
	"priority":         at[model.Priority]("plan.priorities").named("cooperation_area"),
	"initiative": at[model.Initiative]("initiative").named("cooperation_area").told("related_cooperation_areas", "sub_goals", "owner", "co_owners", "partners",
		"places", "county_wide", "period", "status", "target_group", "contact", "how_to_join", "adopted_wording", "funding", "continues", "note"),
	"measure": at[model.Measure]("initiative.follow_up.measures").named("id"),
	"report":  at[model.Report]("initiative.reports").named("date"),
	"site":    at[model.Config]("samsyn"),
}

// unwritten are the names of what is told as a field and is none in a file: the text
// below the fields, and orders.
var unwritten = map[string]schema.Name{
	"initiative text":         named("beskrivning", "description"),
	"resource text":           named("beskrivning", "description"),
	"area text":               named("inledning", "introduction"),
	"results text":            named("inledning", "introduction"),
	"review text":             named("nulägesbeskrivning", "current state"),
	"chapter text":            named("text", "text"),
	"translation text":        named("text", "text"),
	"area order_within":       among(named("ordning mellan {sub_goals} och {cooperation_areas}", "order of {sub_goals} and {cooperation_areas}"), "bland {sub_goals} och {cooperation_areas}"),
	"agreement chapters":      among(named("avsnittens ordning", "order of the chapters"), "bland avsnitten"),
	"agreement target_groups": named("ordning mellan målgrupper", "order of target groups"),
	"agreement terms":         named("ordning mellan begrepp", "order of terms"),
	"agreement parties":       named("ordning mellan parter", "order of parties"),
}

func named(sv, en string) schema.Name {
	return schema.Name{Noun: schema.Label{SV: sv, EN: en}, Among: "bland " + sv}
}

func among(n schema.Name, sv string) schema.Name {
	n.Among = sv
	return n
}

// labelOf is what a field of a thing is called.
func labelOf(kind string, f field, words *schema.Words) schema.Name {
	n := named(f.name, f.name)
	switch own, is := unwritten[kind+" "+f.name]; {
	case f.called.Noun.SV != "":
		return f.called
	case is:
		n = own
	case homes[kind].path != "":
		if t, err := schema.Find(homes[kind].path + "." + f.name); err == nil {
			n = t.Name
			if i := strings.LastIndexByte(f.name, '.'); f.group && i > 0 { // ”anmärkning (källa)”
				n = within(n, labelOf(kind, field{name: f.name[:i]}, words))
			}
		}
	}
	n.Noun, n.Among = words.Of(n.Noun), words.Expand(n.Among, "sv")
	return n
}

// translated is what a field of a translation is called, as the field of the original is:
// ”kortnamn (lansstyrelsen)”, with the entry of a list by its identifier or number.
func translated(root, path string, words *schema.Words) schema.Name {
	at, n, entry := root, named(path, path), ""
	for part := range strings.SplitSeq(path, "/") {
		t, err := schema.Find(at + "." + part)
		if err == nil {
			at, n = at+"."+part, t.Name
		} else if i, err := strconv.Atoi(part); err == nil {
			entry = strconv.Itoa(i + 1) // people count from one
		} else {
			entry = part
		}
	}
	n.Noun = words.Of(n.Noun)
	if at != root && entry != "" {
		n.Noun.SV, n.Noun.EN = n.Noun.SV+" ("+entry+")", n.Noun.EN+" ("+entry+")"
	}
	return n
}

// within says of what a field is one.
func within(n, of schema.Name) schema.Name {
	n.Noun.SV, n.Noun.EN = n.Noun.SV+" ("+of.Noun.SV+")", n.Noun.EN+" ("+of.Noun.EN+")"
	n.Among = "bland " + n.Noun.SV
	return n
}
