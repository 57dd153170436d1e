// Package pass carries a rule through a content: what it may look at, and how it tells
// of what it finds. It takes a content and tables of rules, and gives their findings.
package pass

import (
	"slices"
	"sync"

	"samsyn/internal/diag"
	"samsyn/internal/index"
	"samsyn/internal/model"
	"samsyn/internal/parallel"
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
	// Read gives the bytes of a file that is no content of its own, or
	// source.ErrTooLarge; nil where there are none to be read.
	Read func(path string) ([]byte, error)
}

// MostNearest is for how many identifiers that lead nowhere it is guessed which is meant: each
// is held to all of its kind.
const MostNearest = 300

// Rule is a rule between things: its name and severity, and the function that finds
// where it is broken. Its documentation and its examples are the archive of its name
// in the folder rules.
type Rule struct {
	diag.Rule
	find func(Pass)
}

// Rejects makes a rule that a change may not break.
func Rejects(name string, find func(Pass)) Rule {
	return Finds(diag.Rule{Name: name, Severity: diag.Error}, find)
}

// Warns makes a rule that a change may break.
func Warns(name string, find func(Pass)) Rule {
	return Finds(diag.Rule{Name: name, Severity: diag.Warning}, find)
}

// Finds makes one that has its name elsewhere.
func Finds(rule diag.Rule, find func(Pass)) Rule { return Rule{rule, find} }

// Pass is the way of one rule through the content: what it finds is of that rule.
type Pass struct {
	*shared
	rule  diag.Rule
	found *[]diag.Finding
}

// shared is what all rules look at, several of them at a time.
type shared struct {
	*model.Content
	Options
	Index *index.Index
	Was   func() *index.Index // of the base, which there must be
	Rules []diag.Rule         // all that there are
	words *schema.Words       // for kinds of things
}

// Run takes each rule of the tables through the content and gives what they find, in
// no particular order. All are the rules that there are, those of single files too.
func Run(c *model.Content, opt Options, all []diag.Rule, tables [][]Rule) []diag.Finding {
	s := &shared{Content: c, Options: opt, Index: index.New(c), Rules: all, words: text.WordsOf(c)}
	s.Was = sync.OnceValue(func() *index.Index { return index.New(opt.Base) })
	rules := slices.Concat(tables...)
	found := make([][]diag.Finding, len(rules))
	parallel.Each(len(rules), func(n int) { rules[n].find(Pass{s, rules[n].Rule, &found[n]}) })
	return slices.Concat(found...)
}

// Finding makes a finding without telling of it.
func (k Pass) Finding(at diag.Place, message diag.Text) diag.Finding {
	return diag.New(k.rule, at, message)
}

// Report tells of what the rule found.
func (k Pass) Report(at diag.Place, message diag.Text) {
	k.Told(k.Finding(at, message))
}

// Suggest is Report with a suggestion, "" for none.
func (k Pass) Suggest(at diag.Place, message diag.Text, suggestion string) {
	f := k.Finding(at, message)
	f.Suggestion = suggestion
	k.Told(f)
}

// Told tells of a finding that was made.
func (k Pass) Told(f diag.Finding) { *k.found = append(*k.found, f) }

// About is Report for a warning that the secretariat may accept by identifier.
func (k Pass) About(id string, at diag.Place, message diag.Text) {
	f := k.Finding(at, message)
	f.About = id
	k.Told(f)
}

// Untaken tells whether a field of the thing at a place is there but could not be
// taken: what it lacks is told already.
func (k Pass) Untaken(of diag.Place, fields ...string) bool {
	for _, name := range fields {
		if k.Refused.Has(of, name) {
			return true
		}
	}
	return false
}

// Initiatives calls f for every initiative that is not withdrawn, nor its plan.
func (k Pass) Initiatives(f func(*model.Plan, *model.Initiative)) {
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
