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

// Config is samsyn.yaml.
type Config struct {
	File          `yaml:"-"`
	Title         Text          `yaml:"title"`
	Publisher     Ref           `yaml:"publisher"`
	BaseURL       Text          `yaml:"base_url"`
	Language      Text          `yaml:"language"`
	Languages     []Text        `yaml:"languages"`
	Licence       Text          `yaml:"licence"`
	Contact       Contact       `yaml:"contact"`
	Accessibility Accessibility `yaml:"accessibility"`
	Signing       Signing       `yaml:"signing"`
	Accepted      []Acceptance  `yaml:"accepted"`
	At            diag.Place    `yaml:"-"`
}

// Signing tells where the certificates of trusted signers are.
type Signing struct {
	Trust Text       `yaml:"trust"`
	At    diag.Place `yaml:"-"`
}

// Accessibility is the accessibility statement.
type Accessibility struct {
	Conformance Text       `yaml:"conformance"`
	Assessed    When       `yaml:"assessed"`
	Updated     When       `yaml:"updated"`
	Method      Text       `yaml:"method"`
	ReportTo    Text       `yaml:"report_to"`
	Supervisor  Supervisor `yaml:"supervisor"`
	Exceptions  []struct {
		What   Text       `yaml:"what"`
		Why    Text       `yaml:"why"`
		Ground Text       `yaml:"ground"`
		At     diag.Place `yaml:"-"`
	} `yaml:"exceptions"`
	At diag.Place `yaml:"-"`
}

// Supervisor is the authority that one can complain to.
type Supervisor struct {
	Name Text       `yaml:"name"`
	URL  Text       `yaml:"url"`
	At   diag.Place `yaml:"-"`
}

// Given tells whether there is a statement.
func (a Accessibility) Given() bool { return !a.At.IsZero() }

// Acceptance is a warning that the secretariat answers for.
type Acceptance struct {
	Rule   Text       `yaml:"rule"`
	Where  Text       `yaml:"where"`
	Reason Text       `yaml:"reason"`
	Until  When       `yaml:"until"`
	At     diag.Place `yaml:"-"`
}

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
	Supersedes   Text          `yaml:"supersedes"`
	Source       Source        `yaml:"source"`
	CaseNumber   Text          `yaml:"case_number"`
	At           diag.Place    `yaml:"-"`
}

// ChapterRef puts a chapter's file, or a part of the agreement, in its order.
type ChapterRef struct {
	File Text       `yaml:"file"`
	Part Text       `yaml:"part"`
	At   diag.Place `yaml:"-"`
}

// TargetGroup is whom the agreement is for.
type TargetGroup struct {
	ID         Text       `yaml:"id"`
	Name       Text       `yaml:"name"`
	Rank       Text       `yaml:"rank"`
	Definition Text       `yaml:"definition"`
	Withdrawn  Withdrawn  `yaml:"withdrawn"`
	At         diag.Place `yaml:"-"`
}

// Term is a word and what the agreement means by it.
type Term struct {
	Term       Text       `yaml:"term"`
	Definition Text       `yaml:"definition"`
	Source     Text       `yaml:"source"`
	At         diag.Place `yaml:"-"`
}

// Amendment is a later decision about the agreement.
type Amendment struct {
	Date    When       `yaml:"date"`
	Body    Actor      `yaml:"body"`
	Text    Text       `yaml:"text"`
	Minutes Text       `yaml:"minutes"`
	At      diag.Place `yaml:"-"`
}

// Annex is a document that belongs to the agreement.
type Annex struct {
	Title  Text       `yaml:"title"`
	File   Text       `yaml:"file"`
	URL    Text       `yaml:"url"`
	Signed Bool       `yaml:"signed"`
	At     diag.Place `yaml:"-"`
}

// Document is the signed original that this content transcribes.
type Document struct {
	URL    Text       `yaml:"url"`
	SHA256 Text       `yaml:"sha256"`
	At     diag.Place `yaml:"-"`
}

// Given tells whether an original is named.
func (d Document) Given() bool { return !d.At.IsZero() }

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

// Parties is parties.yaml.
type Parties struct {
	File    `yaml:"-"`
	Parties []Party    `yaml:"parties"`
	At      diag.Place `yaml:"-"`
}

// Party has put its name to the agreement.
type Party struct {
	ID        Text `yaml:"id"`
	Name      Text `yaml:"name"`
	ShortName Text `yaml:"short_name"`
	Kind      Text `yaml:"kind"`
	URL       Text `yaml:"url"`
	Duties    []struct {
		Text   Text       `yaml:"text"`
		Law    Text       `yaml:"law"`
		Period Period     `yaml:"period"`
		At     diag.Place `yaml:"-"`
	} `yaml:"duties"`
	Signatory Signatory  `yaml:"signatory"`
	Withdrawn Withdrawn  `yaml:"withdrawn"`
	At        diag.Place `yaml:"-"`
}

// Short is the name to use where there is little room.
func (p *Party) Short() string {
	if p.ShortName.Given() {
		return p.ShortName.V
	}
	return p.Name.V
}

// Signatory is who signs for a party.
type Signatory struct {
	Name Text       `yaml:"name"`
	Role Text       `yaml:"role"`
	At   diag.Place `yaml:"-"`
}

// Organisation is organisation.yaml.
type Organisation struct {
	File   `yaml:"-"`
	Bodies []Body     `yaml:"bodies"`
	At     diag.Place `yaml:"-"`
}

// Body is a group or forum that decides, prepares or answers for something.
type Body struct {
	ID          Text       `yaml:"id"`
	Name        Text       `yaml:"name"`
	ShortName   Text       `yaml:"short_name"`
	Role        Text       `yaml:"role"`
	Status      Text       `yaml:"status"`
	Acting      Ref        `yaml:"acting"`
	Chair       Text       `yaml:"chair"`
	Convener    Ref        `yaml:"convener"`
	Members     []Member   `yaml:"members"`
	ReportsTo   Ref        `yaml:"reports_to"`
	Meets       Text       `yaml:"meets"`
	Description Text       `yaml:"description"`
	Note        Text       `yaml:"note"`
	Withdrawn   Withdrawn  `yaml:"withdrawn"`
	At          diag.Place `yaml:"-"`
}

// Short is the name to use where there is little room.
func (b *Body) Short() string {
	if b.ShortName.Given() {
		return b.ShortName.V
	}
	return b.Name.V
}

// Stands tells whether the body exists now.
func (b *Body) Stands() bool { return !b.Status.Given() || b.Status.V == "existing" }

// Member is a party in a body, or a named person for it.
type Member struct {
	Party   Ref        `yaml:"party"`
	Name    Text       `yaml:"name"`
	Role    Text       `yaml:"role"`
	CoOpted Bool       `yaml:"co_opted"`
	At      diag.Place `yaml:"-"`
}

// Strategies is strategies.yaml.
type Strategies struct {
	File       `yaml:"-"`
	Strategies []Strategy `yaml:"strategies"`
	At         diag.Place `yaml:"-"`
}

// Strategy is another strategy or agreement that this one works with.
type Strategy struct {
	ID        Text       `yaml:"id"`
	Title     Text       `yaml:"title"`
	Period    Period     `yaml:"period"`
	Level     Text       `yaml:"level"`
	Relation  Text       `yaml:"relation"`
	Areas     []Ref      `yaml:"areas"`
	URL       Text       `yaml:"url"`
	Withdrawn Withdrawn  `yaml:"withdrawn"`
	At        diag.Place `yaml:"-"`
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
	Events []Event    `yaml:"events"`
	At     diag.Place `yaml:"-"`
}

// Event is a meeting, dialogue, deadline or decision.
type Event struct {
	ID        Text       `yaml:"id"`
	Date      When       `yaml:"date"`
	To        When       `yaml:"to"`
	Title     Text       `yaml:"title"`
	Kind      Text       `yaml:"kind"`
	Body      Ref        `yaml:"body"`
	Place     Text       `yaml:"place"`
	Outcome   Text       `yaml:"outcome"`
	Decides   []Ref      `yaml:"decides"`
	Minutes   Text       `yaml:"minutes"`
	URL       Text       `yaml:"url"`
	Note      Text       `yaml:"note"`
	Withdrawn Withdrawn  `yaml:"withdrawn"`
	At        diag.Place `yaml:"-"`
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
		Date  When       `yaml:"date"`
		Place Text       `yaml:"place"`
		At    diag.Place `yaml:"-"`
	} `yaml:"signed"`
	Signatures   []Signature `yaml:"signatures"`
	SignaturesAt diag.Place  `yaml:"-"`
	At           diag.Place  `yaml:"-"`
}

// Signature is one party's signature under the agreement.
type Signature struct {
	Party       Ref        `yaml:"party"`
	Name        Text       `yaml:"name"`
	Role        Text       `yaml:"role"`
	Date        When       `yaml:"date"`
	Method      Text       `yaml:"method"`
	Certificate Text       `yaml:"certificate"`
	At          diag.Place `yaml:"-"`
}
