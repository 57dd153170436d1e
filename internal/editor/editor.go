// Package editor is the web server behind samsyn edit: requests of a browser go in, and
// pages come out with forms for all of the content, proposals and what they look like.
// Everything works without script, and nothing is remembered but what git has: who sends
// a request is told by package access, what a form is by package form, and what was saved
// by package proposal.
package editor

import (
	"context"
	"errors"
	"fmt"
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
	opt   Options
	shots shots // built sites
	sends sendings
	turns turns // at heavy work
}

// New is a server that has not answered anybody yet.
func New(opt Options) *Server {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	return &Server{opt: opt, sends: sendings{wait: longestWait}, turns: make(turns, mostTurns)}
}

// Handler is all of the server: its pages behind the guard, and the door.
func (s *Server) Handler() http.Handler {
	door, pages := http.NewServeMux(), http.NewServeMux()
	s.opt.Door.Handle(door)
	s.routes(pages)
	pages.Handle("POST /logga-ut", door)
	behind := s.opt.Guard.Forms(pages)
	if s.opt.Local != nil {
		behind = s.opt.Local.Before(behind)
	}
	all := http.NewServeMux()
	all.Handle("/", behind)
	all.HandleFunc("GET /assets/{file}", s.asset)
	if s.opt.Beside != nil {
		all.Handle("/rapport/", s.opt.Beside)
	}
	all.Handle("GET /logga-in", door)
	all.Handle("GET /logga-in/", door)
	return s.opt.Guard.Before(all)
}

// routes are the pages. Those that change something are asked for by POST alone.
func (s *Server) routes(mux *http.ServeMux) {
	for at, page := range map[string]func(*visit) error{
		"GET /{$}":                 (*visit).start,
		"GET /forslag":             (*visit).proposals,
		"POST /forslag":            (*visit).restore,
		"GET /forslag/{proposal}":  (*visit).offered,
		"POST /forslag/{proposal}": (*visit).act,
	} {
		mux.Handle(at, s.page(page))
	}
	for _, place := range []string{"", "/forslag/{proposal}"} {
		for at, page := range map[string]func(*visit) error{
			"GET %s/innehall":                       (*visit).list,
			"GET %s/fil/{file...}":                  (*visit).show,
			"POST %s/fil/{file...}":                 (*visit).take,
			"GET %s/ny":                             (*visit).kinds,
			"GET %s/ny/{kind}":                      (*visit).begin,
			"POST %s/ny/{kind}":                     (*visit).make,
			"GET %s/oversatt/{language}/{file...}":  (*visit).translate,
			"POST %s/oversatt/{language}/{file...}": (*visit).translated,
			"GET %s/las-in":                         (*visit).bring,
			"POST %s/las-in":                        (*visit).brought,
			"GET %s/arbetsbok.xlsx":                 (*visit).workbook,
			"GET %s/bilaga/{file...}":               (*visit).attachment,
			"POST %s/markdown/{file...}":            (*visit).markdown,
			"GET %s/visa/{page...}":                 (*visit).site,
		} {
			mux.Handle(fmt.Sprintf(at, place), s.page(page))
		}
	}
	mux.Handle("/", s.page(func(*visit) error { return errNoPage }))
}

// visit is one request of somebody, and where they work.
type visit struct {
	*Server
	w    http.ResponseWriter
	r    *http.Request
	who  access.Person
	lang string
	// Where they work: in what is in force, or in a proposal.
	proposal *proposal.Proposal // nil: what is in force
	commit   proposal.Commit
	project  *project.Project
	content  *model.Content
	today    model.Date
}

// page makes a handler of a page: it finds out who asks and where they work, and tells
// what went wrong.
func (s *Server) page(draw func(*visit) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := &visit{Server: s, w: w, r: r, lang: language(w, r, s.opt.Lang), today: project.DayOf(s.opt.Now())}
		err := v.open()
		if err == nil {
			err = draw(v)
		}
		if v.project != nil {
			err = errors.Join(err, v.project.Close())
		}
		if err != nil {
			v.fail(err)
		}
	})
}

var (
	errNoPage  = errors.New("no such page")
	errMayNot  = errors.New("the person may not do that")
	errSignIn  = errors.New("nobody has signed in")
	errGarbled = errors.New("the form is not what the page sent")
	errFull    = errors.New("the server has its hands full")
)

// open finds out who asks, and opens the content where they work.
func (v *visit) open() error {
	who, known := v.opt.Door.Who(v.r)
	if !known {
		return errSignIn
	}
	v.who = who
	if !who.May(access.Read) {
		return errMayNot
	}
	var err error
	if name := v.r.PathValue("proposal"); name != "" {
		if v.proposal, err = v.opt.Store.Get(name); err != nil {
			return err
		}
		v.commit = v.proposal.Tip
		v.project, err = v.version(v.commit)
	} else {
		v.project, v.commit, err = v.opt.Store.Main()
	}
	if err != nil {
		return err
	}
	v.content, err = v.project.Content()
	return err
}

// version opens the content as it was in a version of where one works. Whoever asks names
// it: one of another proposal is proposal.ErrFrom.
func (v *visit) version(c proposal.Commit) (*project.Project, error) {
	if v.proposal != nil {
		return v.proposal.At(c)
	}
	return v.opt.Store.Project(c)
}

// at is an address where one works: below the proposal's own, where one works in one.
func (v *visit) at(path string) string {
	if v.proposal != nil {
		return "/forslag/" + v.proposal.Name + path
	}
	return path
}

func (v *visit) tree() *source.Tree { return v.project.Tree }

func (v *visit) person() proposal.Person {
	return proposal.Person{Name: v.who.Name, Email: v.who.Email}
}

// see leads to another page after something was done.
func (v *visit) see(path string) error {
	http.Redirect(v.w, v.r, path, http.StatusSeeOther)
	return nil
}

// mayWrite holds that the visitor may save, and writes down that they tried.
func (v *visit) mayWrite(file string) error {
	return v.held(v.who.May(access.Write), access.Write, file)
}

// mayWhole holds that the visitor may do something with all of the proposal.
func (v *visit) mayWhole(do access.Act) error { return v.held(v.isWhole(do), do, "") }

func (v *visit) isWhole(do access.Act) bool {
	return v.who.MayWhole(do, emails(v.proposal.By))
}

func (v *visit) held(may bool, do access.Act, file string) error {
	if may {
		return nil
	}
	line := access.Line{Who: v.who, Act: do, File: file, Refused: true}
	if v.proposal != nil {
		line.Proposal = v.proposal.Name
	}
	v.opt.Door.Note(line)
	return errMayNot
}

// done writes down that something was done.
func (v *visit) done(do access.Act, file string) {
	line := access.Line{Who: v.who, Act: do, File: file}
	if v.proposal != nil {
		line.Proposal = v.proposal.Name
	}
	v.opt.Door.Note(line)
}
