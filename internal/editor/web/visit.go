// Package web is what every page of the editor stands on: a request goes in, and out comes
// who asks, where they work, what they may, the frame around a page and what is said where
// something went wrong. Saving, which looks at what somebody may twice, is here alone.
package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/guard"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/proposal"
	"samsyn/internal/source"
)

// Options are what a server works with.
type Options struct {
	Store *proposal.Store
	Door  access.Door
	Guard *guard.Guard
	// Local lets in whoever started the server; nil where people sign in at the door.
	Local *guard.Local
	// Beside answers what the door's own pages and links are; nil where there is none.
	Beside http.Handler
	// Send carries a proposal to where it is decided on.
	Send func(context.Context, *proposal.Proposal, proposal.Person) (*proposal.Sent, error)
	// Fetcher asks the remote for what others have done; nil where nobody does.
	Fetcher *proposal.Fetcher
	Lang    string // of the pages where the visitor has not chosen: "sv" or "en"
	// Version is the program's.
	Version string
	Now     func() time.Time
	Log     io.Writer // where mishaps are told
}

// Server answers browsers.
type Server struct {
	Opt   Options
	Shots shots // built sites
	Sends Sendings
	// Answers are pages that Back leads to.
	Answers answers
	Turns   Turns // at heavy work
}

// New is a server that has not answered anybody yet.
func New(opt Options) *Server {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	return &Server{Opt: opt, Sends: Sendings{Wait: longestWait}, Turns: make(Turns, MostTurns)}
}

// Visit is one request of somebody, and where they work.
type Visit struct {
	*Server
	W    http.ResponseWriter
	R    *http.Request
	Who  access.Person
	Lang string
	// Where they work: in what is in force, or in a proposal.
	Proposal *proposal.Proposal // nil: what is in force
	Commit   proposal.Commit
	Project  *project.Project
	Content  *model.Content
	Today    model.Date
	seen     *proposal.Moment   // how everything stood when the request came
	opened   []*project.Project // to be closed behind the visitor
}

// Page makes a handler of a page: it finds out who asks and where they work, and tells
// what went wrong.
func (s *Server) Page(draw func(*Visit) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &Visit{Server: s, W: w, R: r, Lang: language(w, r, s.Opt.Lang), Today: project.DayOf(s.Opt.Now())}
		err := v.open()
		if err == nil && !v.answeredBefore() {
			err = draw(v)
		}
		for _, p := range v.opened {
			err = errors.Join(err, p.Close())
		}
		if err != nil {
			v.fail(err)
		}
	})
}

// What a page may answer instead of itself.
var (
	ErrNoPage  = errors.New("no such page")
	errMayNot  = errors.New("the person may not do that")
	errSignIn  = errors.New("nobody has signed in")
	ErrGarbled = errors.New("the form is not what the page sent")
	ErrFull    = errors.New("the server has its hands full")
)

// open finds out who asks, and opens the content where they work.
func (v *Visit) open() error {
	who, known := v.Opt.Door.Who(v.R)
	if !known {
		return errSignIn
	}
	v.Who = who
	if !who.May(access.Read) {
		return errMayNot
	}
	var err error
	if v.seen, err = v.Opt.Store.Look(); err != nil {
		return err
	}
	if name := v.R.PathValue("proposal"); name != "" {
		if v.Proposal, err = v.seen.Get(name); err != nil {
			return err
		}
		then, err := v.Version(v.Proposal.Tip)
		if err != nil {
			return err
		}
		return v.WorkOn(then, v.Proposal.Tip)
	}
	main, at, err := v.seen.Main()
	if err != nil {
		return err
	}
	v.opened = append(v.opened, main)
	return v.WorkOn(main, at)
}

// WorkOn opens the content of a version as the one where the visitor works.
func (v *Visit) WorkOn(then *project.Project, at proposal.Commit) (err error) {
	v.Project, v.Commit = then, at
	v.Content, err = then.Content()
	return err
}

// Version opens the content as it was in a version of where one works. Whoever asks names
// it: one of another proposal is proposal.ErrFrom. It is closed behind the visitor.
func (v *Visit) Version(c proposal.Commit) (*project.Project, error) {
	open := v.seen.Project
	if v.Proposal != nil {
		open = v.Proposal.At
	}
	then, err := open(c)
	if err == nil {
		v.opened = append(v.opened, then)
	}
	return then, err
}

// At is an address where one works: below the proposal's own, where one works in one.
func (v *Visit) At(path string) string {
	if v.Proposal != nil {
		return "/forslag/" + v.Proposal.Name + path
	}
	return path
}

func (v *Visit) Tree() *source.Tree { return v.Project.Tree }

func (v *Visit) Person() proposal.Person {
	return proposal.Person{Name: v.Who.Name, Email: v.Who.Email}
}

// See leads to another page after something was done.
func (v *Visit) See(path string) error {
	http.Redirect(v.W, v.R, path, http.StatusSeeOther)
	return nil
}

// MayWrite holds that the visitor may save, and writes down that they tried.
func (v *Visit) MayWrite(file string) error {
	return v.Held(v.Who.May(access.Write), access.Write, file)
}

// MayWhole holds that the visitor may do something with all of the proposal.
func (v *Visit) MayWhole(do access.Act) error { return v.Held(v.IsWhole(do), do, "") }

func (v *Visit) IsWhole(do access.Act) bool {
	return v.Who.MayWhole(do, Emails(v.Proposal.By))
}

func (v *Visit) Held(may bool, do access.Act, file string) error {
	if may {
		return nil
	}
	v.note(access.Line{Act: do, File: file, Refused: true})
	return errMayNot
}

// Done writes down that something was done.
func (v *Visit) Done(do access.Act, file string) { v.note(access.Line{Act: do, File: file}) }

// note writes down what the visitor did where they work.
func (v *Visit) note(line access.Line) {
	line.Who = v.Who
	if v.Proposal != nil {
		line.Proposal = v.Proposal.Name
	}
	v.Opt.Door.Note(line)
}
