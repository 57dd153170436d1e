// Package check holds the content against itself: the rules between things. Each
// rule is a small function of the table below; none of them reads a file.
package check

import (
	"samsyn/internal/diag"
	"samsyn/internal/index"
	"samsyn/internal/model"
)

// Options is what a check depends on beside the content.
type Options struct {
	// Today is the day that deadlines are held against.
	Today model.Date
	// Base is the content that a change is made against; nil where there is none.
	Base *model.Content
	// Signed gives the content of the commit that was signed, nil where it cannot
	// be had.
	Signed func(commit string) *model.Content
	// Exists tells whether a path in the repository is a file.
	Exists func(path string) bool
	// IsFile is Exists for files alone.
	IsFile func(path string) bool
}

// rules is every rule between things, in no particular order: findings are
// sorted afterwards.
var rules = []func(*checker){
	(*checker).unknownReferences,
	(*checker).duplicateIDs,
	(*checker).circularReferences,
	(*checker).reversedPeriods,
	(*checker).plansInTime,
	(*checker).initiativesInTime,
	(*checker).staleStatus,
	(*checker).overdueFollowUp,
	(*checker).unscheduledFollowUp,
	(*checker).priorities,
	(*checker).responsibility,
	(*checker).ownersWithoutMembers,
	(*checker).reviews,
	(*checker).expiry,
	(*checker).minutes,
	(*checker).signatures,
	(*checker).signedContent,
	(*checker).wording,
	(*checker).indicators,
	(*checker).subGoals,
	(*checker).smallCounts,
	(*checker).statement,
	(*checker).members,
	(*checker).vanished,
	(*checker).followUpLost,
	(*checker).acceptances,
	(*checker).paths,
	(*checker).texts,
}

// Check applies every rule to the content and gives what they find, in no particular
// order.
func Check(c *model.Content, opt Options) []diag.Finding {
	k := newChecker(c, opt)
	for _, rule := range rules {
		rule(k)
	}
	return k.found
}

// checker carries what the rules share.
type checker struct {
	*model.Content
	Options
	index *index.Index
	found []diag.Finding
	// of links that lead nowhere:
	files   *linkable // once they are asked for
	guesses int
}

func newChecker(c *model.Content, opt Options) *checker {
	return &checker{Content: c, Options: opt, index: index.New(c)}
}

func (k *checker) report(rule string, at diag.Place, message diag.Text) {
	k.found = append(k.found, diag.New(rule, at, message))
}

// suggest is report with a suggestion, "" for none.
func (k *checker) suggest(rule string, at diag.Place, message diag.Text, suggestion string) {
	f := diag.New(rule, at, message)
	f.Suggestion = suggestion
	k.found = append(k.found, f)
}

// about is report for a warning that the secretariat may accept by identifier.
func (k *checker) about(id, rule string, at diag.Place, message diag.Text) {
	f := diag.New(rule, at, message)
	f.About = id
	k.found = append(k.found, f)
}

// refused tells whether a field of the thing at a place is there but could not be
// taken: what it lacks is told already.
func (k *checker) refused(of diag.Place, fields ...string) bool {
	for _, name := range fields {
		if k.Refused.Has(of, name) {
			return true
		}
	}
	return false
}

// initiatives calls f for every initiative that is not withdrawn, nor its plan.
func (k *checker) initiatives(f func(*model.Plan, *model.Initiative)) {
	for _, p := range k.Plans {
		if p.Withdrawn.Given() {
			continue
		}
		for _, i := range p.Initiatives {
			if !i.Withdrawn.Given() {
				f(p, i)
			}
		}
	}
}
