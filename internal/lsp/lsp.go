// Package lsp is a language server (Language Server Protocol 3.17) for those who write a
// content in an editor of their own. The editor's messages go in, with texts that have not
// been saved; out come what is wrong with them, what may stand at a place, what a word
// means and who refers to it, new names over all files, and corrections.
package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"sync"

	"samsyn/internal/diag"
	"samsyn/internal/history"
	"samsyn/internal/index"
	"samsyn/internal/layout"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
	"samsyn/schema"
)

// Options are what a server works with.
type Options struct {
	// Dir is a folder in the content or in one of its subfolders; "" is the one that the
	// editor has opened.
	Dir string
	// Base is the revision whose identifiers count as published; "" is the main branch,
	// or what is committed where there is none.
	Base    string
	Lang    string            // of what is said: sv or en
	Today   func() model.Date // the day that the content is held against
	Version string            // of the program
}

// Server is a conversation with one editor, about one content.
type Server struct {
	opt Options
	out io.Writer

	dir, real string // the content's folder, and where links lead from there; "" before it is known
	open      map[string]*document
	asked     initializeParams
	state     stage
	changed   bool // since the last look

	project *project.Project
	look    *look
	kinds   map[string]layout.File // what the content's files are for, as of the last look
	told    map[string]string      // the diagnostics that the editor has, by file
}

// stage is how far a conversation has come.
type stage int

const (
	unknown stage = iota // who the editor is
	ready
	stopped // the editor has said that it will leave
)

// look is the content as it was last looked at.
type look struct {
	project *project.Project
	*project.Result
	index *index.Index
	words *schema.Words   // the county's own
	pages map[string]page // that were asked for
}

// New is a server that writes its answers to out.
func New(out io.Writer, opt Options) *Server {
	return &Server{opt: opt, out: out, open: map[string]*document{}, told: map[string]string{}}
}

// ErrLeft says that the editor went without saying so before.
var ErrLeft = errors.New("the editor has left without a word")

// ErrNobody says that no editor ever began to speak: nothing came, or something else.
var ErrNobody = errors.New("no editor has said who it is")

// waiting is how many messages may wait for the one that is being answered.
const waiting = 256

// incoming is a message, or what is wrong with it.
type incoming struct {
	message
	err  error
	ctx  context.Context // ends when the editor no longer wants the answer
	done func()          // to be called when it has it
}

// Serve answers an editor until it leaves. An error means that it left without saying so,
// or that nothing can be understood any more.
func (s *Server) Serve(ctx context.Context, in io.Reader) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan incoming, waiting)
	go receive(ctx, in, queue)
	defer s.close()
	for {
		var m incoming
		more := false
		select {
		case m, more = <-queue:
		case <-ctx.Done():
		}
		if !more && s.state == unknown && ctx.Err() == nil {
			return ErrNobody
		}
		if !more {
			return ErrLeft
		}
		if m.Method == "exit" && m.err == nil {
			if s.state != stopped {
				return ErrLeft
			}
			return nil
		}
		err := s.answer(m)
		m.done()
		if err != nil {
			return err
		}
		// What the editor has sent meanwhile comes first: of many keystrokes only the
		// last is worth a look.
		if s.changed && len(queue) == 0 {
			if err := s.check(); err != nil {
				return err
			}
		}
	}
}

// receive puts what the editor sends into the queue, and ends the work on what it has
// taken back.
func receive(ctx context.Context, in io.Reader, queue chan<- incoming) {
	defer close(queue)
	r := bufio.NewReaderSize(in, longestLine)
	var wanted sync.Map // the cancelling of each request, by its identifier
	for ctx.Err() == nil {
		m, err := read(r)
		var fail *failure
		if err != nil && !errors.As(err, &fail) {
			return // it has hung up, or cannot be understood any more
		}
		if m.Method == "$/cancelRequest" {
			var p struct{ ID json.RawMessage }
			if json.Unmarshal(m.Params, &p) == nil {
				if cancel, asked := wanted.LoadAndDelete(string(p.ID)); asked {
					cancel.(context.CancelFunc)()
				}
			}
			continue
		}
		id := string(m.ID)
		its, cancel := context.WithCancel(ctx)
		if m.ID != nil {
			wanted.Store(id, cancel)
		}
		done := func() {
			wanted.Delete(id)
			cancel()
		}
		select {
		case queue <- incoming{m, err, its, done}:
		case <-ctx.Done():
			done()
			return
		}
	}
}

// close gives back what is held open.
func (s *Server) close() {
	if s.project != nil {
		_ = s.project.Close() // it was only read
	}
}

// find finds the content that the editor has opened.
func (s *Server) find() error {
	from := s.opt.Dir
	for _, f := range append(s.asked.WorkspaceFolders, folder{s.asked.RootURI}) {
		if at, ok := pathOf(f.URI); ok && from == "" {
			from = filepath.FromSlash(at)
		}
	}
	dir, err := source.Find(from)
	if err != nil {
		return err
	}
	s.dir = dir
	if s.real, err = filepath.EvalSymlinks(dir); err != nil {
		s.real = dir
	}
	return s.reopen()
}

// reopen opens the content anew, with what git says now.
func (s *Server) reopen() error {
	s.close()
	s.project = nil
	p, err := project.Open(s.dir, project.Options{})
	if err != nil {
		return err
	}
	base := s.opt.Base
	if base == "" {
		base = published(p)
	}
	if base == "" {
		s.project = p
		return nil
	}
	_ = p.Close() // it was only read
	s.project, err = project.Open(s.dir, project.Options{Base: base})
	if err != nil && s.opt.Base == "" { // a branch that has nothing in common, a shallow clone
		s.project, err = project.Open(s.dir, project.Options{})
	}
	return err
}

// published is the revision that holds what has been published: the main branch, as the
// place that it is pulled from has it or else as it is here, or what is committed; ""
// without git.
func published(p *project.Project) string {
	repo, err := p.Repo()
	if err != nil {
		return ""
	}
	for _, rev := range []string{"origin/HEAD", "origin/main", "origin/master", "main", "master", "HEAD"} {
		if _, err := repo.Find(rev); err == nil {
			return rev
		}
	}
	return ""
}

// say puts a sentence into the server's language.
func (s *Server) say(sv, en string, args ...any) string {
	return diag.Say(sv, en, diag.Shown(args)...).In(s.opt.Lang)
}

// cause tells an error in the editor's words.
func (s *Server) cause(err error) string {
	switch {
	case errors.Is(err, source.ErrNoRepository):
		return s.say("Samsyn: mappen hör inte till något innehåll (ingen samsyn.yaml). Öppna innehållets mapp, eller ange den med samsyn -C MAPP lsp.",
			"Samsyn: the folder belongs to no content (no samsyn.yaml). Open the content's folder, or name it with samsyn -C DIR lsp.")
	case errors.Is(err, history.ErrUnknownRevision):
		return s.say("Samsyn: git känner inte till %[1]s.", "Samsyn: git does not know %[1]s.", s.opt.Base)
	}
	return s.say("Samsyn: innehållet går inte att läsa: %[1]s.", "Samsyn: the content cannot be read: %[1]s.", err.Error())
}
