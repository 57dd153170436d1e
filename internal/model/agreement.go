package model

import (
	"samsyn/internal/diag"
	"samsyn/internal/prose"
)

// File is what every file of the content has.
type File struct {
	Path   string `yaml:"-"`
	Broken bool   `yaml:"-"` // something in it could not be taken
}

// Withdrawn says that a thing has gone out of use; it keeps its page.
type Withdrawn struct {
	Date       When       `yaml:"date"`
	Reason     Text       `yaml:"reason"`
	ReplacedBy Ref        `yaml:"replaced_by"`
	At         diag.Place `yaml:"-"`
}

// Given tells whether the thing is withdrawn.
func (w Withdrawn) Given() bool { return !w.At.IsZero() }

// Actor is a party or body by its identifier (ID), or somebody outside the
// agreement by Name.
type Actor struct {
	ID   Ref
	Name Text
}

// Given tells whether there is an actor.
func (a Actor) Given() bool { return a.ID.Given() || a.Name.Given() }

// At is where the actor is named.
func (a Actor) At() diag.Place {
	if a.ID.Given() {
		return a.ID.At
	}
	return a.Name.At
}

// Contact is how one reaches somebody.
type Contact struct {
	Name  Text       `yaml:"name"`
	Email Text       `yaml:"email"`
	Phone Text       `yaml:"phone"`
	URL   Text       `yaml:"url"`
	At    diag.Place `yaml:"-"`
}

// Given tells whether there is a contact.
func (c Contact) Given() bool { return !c.At.IsZero() }

// Adoption is a decision to adopt an agreement or a plan.
type Adoption struct {
	Date       When       `yaml:"date"`
	Place      Text       `yaml:"place"`
	Body       Actor      `yaml:"body"`
	How        Text       `yaml:"how"`
	CaseNumber Text       `yaml:"case_number"`
	Minutes    Text       `yaml:"minutes"`
	At         diag.Place `yaml:"-"`
}

// Given tells whether there is a decision.
func (a Adoption) Given() bool { return !a.At.IsZero() }

// Agreement is agreement.yaml.
type Agreement struct {
	File         `yaml:"-"`
	Title        Text          `yaml:"title"`
	Subtitle     Text          `yaml:"subtitle"`
	ShortTitle   Text          `yaml:"short_title"`
	Period       Period        `yaml:"period"`
	Plans        Text          `yaml:"plans"`
	Status       Text          `yaml:"status"`
	Adopted      Adoption      `yaml:"adopted"`
	Chapters     []ChapterRef  `yaml:"chapters"`
	TargetGroups []TargetGroup `yaml:"target_groups"`
	Terms        []Term        `yaml:"terms"`
	Amendments   []Amendment   `yaml:"amendments"`
	ReviewEvery  Int           `yaml:"review_every"`
	Annexes      []Annex       `yaml:"annexes"`
	Document     Document      `yaml:"document"`
	Reporting    []Reporting   `yaml:"reporting"`
	Supersedes   Text          `yaml:"supersedes"`
	Source       Source        `yaml:"source"`
	CaseNumber   Text          `yaml:"case_number"`
	At           diag.Place    `yaml:"-"`
}

// ChapterRef puts a chapter's file, or a part of the agreement, in its order.
type ChapterRef struct {
	File Text `yaml:"file"`
	Part Text `yaml:"part"`
	// Title is what the part is called, in the place of its own name.
	Title Text `yaml:"title"`
}

// TargetGroup is whom the agreement is for.
type TargetGroup struct {
	ID         Text      `yaml:"id"`
	Name       Text      `yaml:"name"`
	Rank       Text      `yaml:"rank"`
	Definition Text      `yaml:"definition"`
	Withdrawn  Withdrawn `yaml:"withdrawn"`
}

// Term is a word and what the agreement means by it.
type Term struct {
	Term       Text `yaml:"term"`
	Definition Text `yaml:"definition"`
	Source     Text `yaml:"source"`
}

// Amendment is a later decision about the agreement.
type Amendment struct {
	Date    When  `yaml:"date"`
	Body    Actor `yaml:"body"`
	Text    Text  `yaml:"text"`
	Minutes Text  `yaml:"minutes"`
}

// Annex is a document that belongs to the agreement.
type Annex struct {
	Title  Text `yaml:"title"`
	File   Text `yaml:"file"`
	URL    Text `yaml:"url"`
	Note   Text `yaml:"note"` // where it is, in words
	Signed Bool `yaml:"signed"`
}

// Document is the signed original that this content transcribes.
type Document struct {
	URL    Text       `yaml:"url"`
	Note   Text       `yaml:"note"` // where it is, in words
	SHA256 Text       `yaml:"sha256"`
	Size   Text       `yaml:"size"` // as published
	At     diag.Place `yaml:"-"`
}

// Given tells whether an original is named.
func (d Document) Given() bool { return !d.At.IsZero() }

// Reporting is a duty to report that recurs.
type Reporting struct {
	ID        Text       `yaml:"id"`
	Title     Text       `yaml:"title"`
	From      Reporters  `yaml:"from"`
	To        Actor      `yaml:"to"`
	Every     Text       `yaml:"every"` // year, half_year, quarter or month
	Month     Int        `yaml:"month"` // of the first one in the year
	Received  []Received `yaml:"received"`
	Note      Text       `yaml:"note"`
	Withdrawn Withdrawn  `yaml:"withdrawn"`
	At        diag.Place `yaml:"-"`
}

// Reporters are those who are to report: some actors, or all parties.
type Reporters struct {
	All    Text // "all_parties", or absent
	Actors []Ref
}

// Given tells whether anybody is to report. Because there is such a method, diff tells
// of the whole as one field, which is what it is in a file.
func (r Reporters) Given() bool { return r.All.Given() || len(r.Actors) > 0 }

// Received is a report that has come in.
type Received struct {
	Date When `yaml:"date"`
	From Ref  `yaml:"from"`
	URL  Text `yaml:"url"`
	Note Text `yaml:"note"`
}

// Source is what the content was taken from.
type Source struct {
	Title Text       `yaml:"title"`
	URL   Text       `yaml:"url"`
	Note  Text       `yaml:"note"`
	At    diag.Place `yaml:"-"`
}

// Given tells whether a source is named.
func (s Source) Given() bool { return !s.At.IsZero() }

// Chapter is a file of the agreement's text.
type Chapter struct {
	File
	Name string // the file's name in agreement/text
	Body *prose.Doc
}

// Area is a focus area.
type Area struct {
	File             `yaml:"-"`
	ID               Text              `yaml:"-"`
	Title            Text              `yaml:"title"`
	Order            Int               `yaml:"order"`
	Responsible      []Ref             `yaml:"responsible"`
	SDGs             []Int             `yaml:"sdgs"`
	SubGoals         []SubGoal         `yaml:"sub_goals"`
	CooperationAreas []CooperationArea `yaml:"cooperation_areas"`
	Withdrawn        Withdrawn         `yaml:"withdrawn"`
	Body             *prose.Doc        `yaml:"-"`
	At               diag.Place        `yaml:"-"`
}

// SubGoal is what an area wants to reach.
type SubGoal struct {
	ID         Text       `yaml:"id"`
	Title      Text       `yaml:"title"`
	Text       Text       `yaml:"text"`
	SDGs       []Int      `yaml:"sdgs"`
	Indicators []Ref      `yaml:"indicators"`
	Followed   Text       `yaml:"followed"`
	Withdrawn  Withdrawn  `yaml:"withdrawn"`
	At         diag.Place `yaml:"-"`
}

// CooperationArea is what the parties do together within an area.
type CooperationArea struct {
	ID          Text       `yaml:"id"`
	Text        Text       `yaml:"text"`
	Responsible []Ref      `yaml:"responsible"`
	Note        Text       `yaml:"note"`
	Withdrawn   Withdrawn  `yaml:"withdrawn"`
	At          diag.Place `yaml:"-"`
}

// Strategies is strategies.yaml.
type Strategies struct {
	File       `yaml:"-"`
	Strategies []Strategy `yaml:"strategies"`
}

// All are the strategies; a file that is not there has none.
func (f *Strategies) All() []Strategy {
	if f == nil {
		return nil
	}
	return f.Strategies
}

// Strategy is another strategy or agreement that this one works with.
type Strategy struct {
	ID        Text      `yaml:"id"`
	Title     Text      `yaml:"title"`
	Period    Period    `yaml:"period"`
	Level     Text      `yaml:"level"`
	Relation  Text      `yaml:"relation"`
	Areas     []Ref     `yaml:"areas"`
	URL       Text      `yaml:"url"`
	Withdrawn Withdrawn `yaml:"withdrawn"`
}

// Review is a relevance review of the agreement.
type Review struct {
	File       `yaml:"-"`
	ID         Text       `yaml:"-"` // the year, as the file's name
	Date       When       `yaml:"date"`
	By         Ref        `yaml:"by"`
	Conclusion Text       `yaml:"conclusion"`
	CaseNumber Text       `yaml:"case_number"`
	Body       *prose.Doc `yaml:"-"`
	At         diag.Place `yaml:"-"`
}

// Calendar is calendar.yaml.
type Calendar struct {
	File   `yaml:"-"`
	Events []Event `yaml:"events"`
}

// All are the events; a file that is not there has none.
func (f *Calendar) All() []Event {
	if f == nil {
		return nil
	}
	return f.Events
}

// Event is a meeting, dialogue, deadline or decision.
type Event struct {
	ID        Text            `yaml:"id"`
	Date      When            `yaml:"date"`
	To        When            `yaml:"to"`
	Title     Text            `yaml:"title"`
	Kind      Text            `yaml:"kind"`
	Body      Ref             `yaml:"body"`
	Place     Text            `yaml:"place"`
	Programme []ProgrammeItem `yaml:"programme"`
	Outcome   Text            `yaml:"outcome"`
	Decides   []Ref           `yaml:"decides"`
	Minutes   Text            `yaml:"minutes"`
	URL       Text            `yaml:"url"`
	Note      Text            `yaml:"note"`
	Withdrawn Withdrawn       `yaml:"withdrawn"`
	At        diag.Place      `yaml:"-"`
}

// ProgrammeItem is an item on an event's programme.
type ProgrammeItem struct {
	Title   Text  `yaml:"title"`
	Speaker Text  `yaml:"speaker"`
	Areas   []Ref `yaml:"areas"`
}

// Resource is a good example, method, report or recommendation.
type Resource struct {
	File             `yaml:"-"`
	ID               Text       `yaml:"-"`
	Title            Text       `yaml:"title"`
	Kind             Text       `yaml:"kind"`
	Publisher        Text       `yaml:"publisher"`
	Date             When       `yaml:"date"`
	URL              Text       `yaml:"url"`
	Areas            []Ref      `yaml:"areas"`
	CooperationAreas []Ref      `yaml:"cooperation_areas"`
	Places           []Ref      `yaml:"places"`
	AddressedTo      Text       `yaml:"addressed_to"`
	Withdrawn        Withdrawn  `yaml:"withdrawn"`
	Body             *prose.Doc `yaml:"-"`
	At               diag.Place `yaml:"-"`
}

// Signatures is signatures.yaml: which text was signed, by whom.
type Signatures struct {
	File   `yaml:"-"`
	Digest Text            `yaml:"digest"`
	Parts  map[string]Text `yaml:"parts"`
	Commit Text            `yaml:"commit"`
	Signed struct {
		Date  When `yaml:"date"`
		Place Text `yaml:"place"`
	} `yaml:"signed"`
	Signatures   []Signature `yaml:"signatures"`
	SignaturesAt diag.Place  `yaml:"-"`
	At           diag.Place  `yaml:"-"`
}

// All are the signatures; a file that is not there has none.
func (f *Signatures) All() []Signature {
	if f == nil {
		return nil
	}
	return f.Signatures
}

// Signature is one party's signature under the agreement.
type Signature struct {
	Party       Ref  `yaml:"party"`
	Name        Text `yaml:"name"`
	Role        Text `yaml:"role"`
	Date        When `yaml:"date"`
	Method      Text `yaml:"method"`
	Certificate Text `yaml:"certificate"`
}
