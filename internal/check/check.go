// Package check holds a content against itself and against a day: the rules between
// things. It takes a loaded content and gives findings; it reads no file. A rule is an
// entry of the table at the head of the file that holds its function.
package check

import (
	"slices"

	"samsyn/internal/diag"
	"samsyn/internal/index"
	"samsyn/internal/model"
	"samsyn/internal/text"
	"samsyn/schema"
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

// Rule is a rule between things: its name and severity, and the function that finds
// where it is broken. Its documentation and its examples are the archive of its name
// in the folder rules.
type Rule struct {
	diag.Rule
	find func(pass)
}

// rejects and warns make a rule that a change may not break, and one that it may.
func rejects(name string, find func(pass)) Rule {
	return Rule{diag.Rule{Name: name, Severity: diag.Error}, find}
}

func warns(name string, find func(pass)) Rule {
	return Rule{diag.Rule{Name: name, Severity: diag.Warning}, find}
}

// tables are all rules between things, by what they are about.
var tables = [][]Rule{references, periods, agreement, decisions, texts, writing, change, organisation, plans, reach, followUps, statuses, reporting, repetitions, indicators, figures, site, addresses}

// Rules lists every rule there is, those of single files first, in the order in which
// they are documented.
func Rules() []diag.Rule {
	all := slices.Clone(diag.Rules)
	for _, table := range tables {
		for _, r := range table {
			if !slices.Contains(all, r.Rule) {
				all = append(all, r.Rule)
			}
		}
	}
	return all
}

// Check applies every rule to the content and gives what they find, in no particular
// order.
func Check(c *model.Content, opt Options) []diag.Finding {
	k := &checker{Content: c, Options: opt, index: index.New(c), rules: Rules(), words: text.WordsOf(c)}
	for _, table := range tables {
		for _, rule := range table {
			rule.find(pass{k, rule.Rule})
		}
	}
	return k.found
}

// checker carries what the rules share.
type checker struct {
	*model.Content
	Options
	index *index.Index
	rules []diag.Rule   // all that there are
	words *schema.Words // for kinds of things
	found []diag.Finding
	// of links that lead nowhere:
	files   *linkable // once they are asked for
	guesses int
}

// pass is the way of one rule through the content: what it finds is of that rule.
type pass struct {
	*checker
	rule diag.Rule
}

func (k pass) finding(at diag.Place, message diag.Text) diag.Finding {
	return diag.New(k.rule, at, message)
}

func (k pass) report(at diag.Place, message diag.Text) {
	k.found = append(k.found, k.finding(at, message))
}

// suggest is report with a suggestion, "" for none.
func (k pass) suggest(at diag.Place, message diag.Text, suggestion string) {
	f := k.finding(at, message)
	f.Suggestion = suggestion
	k.found = append(k.found, f)
}

// about is report for a warning that the secretariat may accept by identifier.
func (k pass) about(id string, at diag.Place, message diag.Text) {
	f := k.finding(at, message)
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
