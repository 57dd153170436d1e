// Package access says who sends a request to the editor and what they may do. In go a
// request and the server's own file of people; out come a person and yes or no. It signs
// people in by OpenID Connect, makes and reads the links by which a party reports without
// an account, and writes a line for each act.
package access

import (
	"net/http"
	"slices"

	"samsyn/internal/model"
)

// Role is what somebody is to the editor.
type Role string

// The roles, with what they may do.
const (
	// Local is whoever runs the editor on their own computer: everything.
	Local Role = "local"
	// Reviewer may do what an editor may, and accepts or drops anybody's proposal.
	Reviewer Role = "reviewer"
	// Editor changes all content in proposals, sends them, and drops their own.
	Editor Role = "editor"
	// Party changes the initiatives of its own actors, and reports on those that they
	// report on; it sends proposals in which nobody else has written.
	Party Role = "party"
	// Link is a letter's link: it reports for one actor, on that actor's initiatives.
	Link Role = "link"
)

// Act is something that one does in the editor.
type Act string

// The acts. Read and Write are about a file, the others about a proposal.
const (
	Read   Act = "read"
	Write  Act = "write"  // save a file in a proposal
	Send   Act = "send"   // push a proposal, and open its pull request
	Drop   Act = "drop"   // remove a proposal
	Review Act = "review" // accept a proposal into what is in force
	SignIn Act = "sign-in"
	Leave  Act = "sign-out"
)

// Person is who sends a request.
type Person struct {
	ID     string // what the server's file calls them; "" for the local user
	Name   string // as commits and pages show it
	Email  string
	Role   Role
	Actors []string // the parties and bodies that somebody of Role Party or Link acts for
}

// LocalUser is whoever runs the editor on their own computer, called as git calls them.
func LocalUser(name, email string) Person { return Person{Name: name, Email: email, Role: Local} }

// Door lets people in: the editor asks it at each request.
type Door interface {
	// Who tells who sends a request; false where nobody is signed in, or where they may
	// no longer come in.
	Who(*http.Request) (Person, bool)
	// Handle adds the pages of the door itself: /logga-in, /logga-in/svar, /logga-ut.
	Handle(*http.ServeMux)
	// Note writes the line of an act that was done, or refused.
	Note(Line)
}

// Line is one line of the log of acts. It holds no secrets: no token, no cookie, no link.
type Line struct {
	Who      Person
	Act      Act
	Proposal string // its name, "" where it is about none
	File     string // the content's file, "" where it is about none
	Refused  bool   // it was not done, since they may not
}

// May tells whether a person may do something at all, whatever the file is. The editor
// asks Change too before it saves.
func (p Person) May(do Act) bool {
	switch p.Role {
	case Local, Reviewer:
		return true
	case Editor:
		return do != Review
	case Party:
		return do == Read || do == Write || do == Send
	}
	return false
}

// MayWhole tells whether a person may do something with all of a proposal: bring it up to
// date, undo its newest save, send or drop it. writers are the addresses of those who have
// written in it: somebody of a party may do so where nobody else has, and so it is with
// an editor who drops one.
func (p Person) MayWhole(do Act, writers []string) bool {
	other := func(address string) bool { return !sameName(address, p.Email) }
	alone := p.Role == Party || p.Role == Editor && do == Drop
	return p.May(do) && (!alone || !slices.ContainsFunc(writers, other))
}

// MayOpen tells whether a person may change some of a file, so that its form is worth
// showing; what they changed is held against Change when it is saved. c is the content of
// the proposal, or of what is in force.
func (p Person) MayOpen(file string, c *model.Content) bool {
	if !p.May(Write) {
		return false
	}
	if p.Role != Party {
		return true
	}
	i := c.InitiativeIn(file)
	return i != nil && p.rights(i) != nothing
}
