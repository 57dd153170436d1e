package text

import (
	"cmp"
	"sync"

	"samsyn/schema"
)

// enumerations are the fields whose values have names, by what they are called here. A
// field of the same name in two kinds of things is told apart by its kind.
var enumerations = map[string]string{
	"agreement-status": "agreement.status",
	"part":             "agreement.chapters.part",
	"plans":            "agreement.plans",
	"reporters":        "agreement.reporting.from",
	"every":            "agreement.reporting.every",
	"place-kind":       "places.places.kind",
	"results-status":   "results.status",
	"plan-status":      "plan.status",
	"plan-scope":       "plan.scope",
	"rank":             "agreement.target_groups.rank",
	"followed":         "area.sub_goals.followed",
	"party-kind":       "parties.parties.kind",
	"body-role":        "organisation.bodies.role",
	"body-status":      "organisation.bodies.status",
	"level":            "strategies.strategies.level",
	"population":       "indicator.population",
	"unit":             "indicator.unit",
	"direction":        "indicator.direction",
	"flag":             "indicator.series.flag",
	"conclusion":       "review.conclusion",
	"event-kind":       "calendar.events.kind",
	"resource-kind":    "resource.kind",
	"method":           "signatures.signatures.method",
	"emphasis":         "plan.priorities.emphasis",
	"status":           "initiative.status",
	"assessment":       "initiative.reports.assessment",
	"conformance":      "samsyn.accessibility.conformance",
	"ground":           "samsyn.accessibility.exceptions.ground",
}

// Enumerations are the names of the values of each of them.
var Enumerations = sync.OnceValue(func() map[string]map[string]Label {
	all := map[string]map[string]Label{}
	for name, path := range enumerations {
		t, err := schema.Find(path)
		if err != nil {
			panic(err) // only a wrong path in the table above can be the cause
		}
		all[name] = map[string]Label{}
		for v, l := range t.Choices() {
			all[name][v] = Label(l)
		}
	}
	return all
})

func value(field, value string) Label { return Enumerations()[field][value] }

// ValueOf is what a value of an enumeration is called; a value that has no name is
// given back as it is.
func ValueOf(field, value string) Label {
	return cmp.Or(Enumerations()[field][value], Label{SV: value, EN: value, AR: value})
}
