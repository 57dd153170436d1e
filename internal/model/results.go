package model

import (
	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// Results is a results report: what came of the work in a time, in the secretariat's
// words. What can be counted is computed and never written in it.
type Results struct {
	File      `yaml:"-"`
	ID        Text         `yaml:"-"` // the file's name
	Title     Text         `yaml:"title"`
	Period    Period       `yaml:"period"`
	Status    Text         `yaml:"status"`
	By        Ref          `yaml:"by"`
	Adopted   Adoption     `yaml:"adopted"`
	AsOf      When         `yaml:"as_of"`
	Areas     []AreaResult `yaml:"areas"`
	Next      []Priority   `yaml:"next"`
	Answers   []Answer     `yaml:"answers"`
	Note      Text         `yaml:"note"`
	Withdrawn Withdrawn    `yaml:"withdrawn"`
	Body      *prose.Doc   `yaml:"-"`
	At        diag.Place   `yaml:"-"`
}

// Published tells whether the report is shown without being asked for.
func (r *Results) Published() bool { return r.Status.V == "adopted" }

// AreaResult is what came of the work in an area.
type AreaResult struct {
	Area       Ref  `yaml:"area"`
	Text       Text `yaml:"text"`
	Conclusion Text `yaml:"conclusion"`
}

// Answer says what was done with a recommendation.
type Answer struct {
	Resource Ref  `yaml:"resource"`
	Text     Text `yaml:"text"`
}
