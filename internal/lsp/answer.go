package lsp

import (
	"context"
	"encoding/json"
	"errors"

	"samsyn/internal/diag"
)

// request is a question about a place in a document.
type request struct {
	documentParams
	ctx  context.Context
	file string
	page page
	at   diag.Pos // of its position
}

// methods are the questions about documents. Those about something that is not the
// content's are answered with nothing.
var methods = map[string]func(*Server, request) (any, error){
	"textDocument/completion":    (*Server).completion,
	"textDocument/hover":         (*Server).hover,
	"textDocument/definition":    (*Server).definition,
	"textDocument/references":    (*Server).references,
	"textDocument/prepareRename": (*Server).prepareRename,
	"textDocument/rename":        (*Server).rename,
	"textDocument/codeAction":    (*Server).codeActions,
	"textDocument/formatting":    (*Server).formatting,
}

// answer does what a message asks for. An error means that the editor no longer listens.
func (s *Server) answer(m incoming) error {
	result, err := s.handle(m)
	if m.ID == nil && m.err == nil { // a notification, which gets no answer
		return nil
	}
	reply := message{ID: m.ID, Result: result}
	if reply.ID == nil {
		reply.ID = json.RawMessage("null")
	}
	if m.ctx.Err() != nil {
		err = &failure{cancelled, "cancelled"}
	}
	var fail *failure
	switch {
	case errors.As(err, &fail):
		reply.Result, reply.Error = nil, fail
	case err != nil:
		reply.Result, reply.Error = nil, &failure{internalError, s.cause(err)}
	case result == nil:
		reply.Result = json.RawMessage("null")
	}
	return write(s.out, reply)
}

func (s *Server) handle(m incoming) (any, error) {
	switch {
	case m.err != nil:
		return nil, m.err
	case m.Method == "": // an answer to what was never asked
		return nil, &failure{invalidRequest, "no method"}
	case m.Method == "initialize":
		return s.initialize(m.Params)
	case s.state == unknown:
		return nil, &failure{notInitialized, "initialize comes first"}
	case s.state == stopped:
		return nil, &failure{invalidRequest, "shut down"}
	case m.ctx.Err() != nil:
		return nil, &failure{cancelled, "cancelled"}
	case m.Method == "shutdown":
		s.state = stopped
		return nil, nil
	case m.ID == nil:
		return nil, s.notified(m.Method, m.Params)
	}
	ask, known := methods[m.Method]
	if !known {
		return nil, &failure{unknownMethod, m.Method}
	}
	r := request{ctx: m.ctx}
	if err := json.Unmarshal(m.Params, &r.documentParams); err != nil {
		return nil, &failure{invalidParams, err.Error()}
	}
	var ours bool
	if r.file, ours = s.file(r.TextDocument.URI); !ours {
		return nil, nil
	}
	if s.changed || s.look == nil {
		if err := s.check(); err != nil {
			return nil, err
		}
	}
	if s.look == nil { // the content cannot be read, of which the editor knows
		return nil, nil
	}
	r.page = s.page(r.file)
	r.at = r.page.pos(r.Position)
	return ask(s, r)
}

func (s *Server) initialize(params json.RawMessage) (any, error) {
	if s.state != unknown {
		return nil, &failure{invalidRequest, "initialized already"}
	}
	if err := json.Unmarshal(params, &s.asked); err != nil {
		return nil, &failure{invalidParams, err.Error()}
	}
	s.state, s.changed = ready, true
	return map[string]any{
		"capabilities": capabilities,
		"serverInfo":   map[string]string{"name": "samsyn", "version": s.opt.Version},
	}, nil
}

// notified takes what the editor tells without asking.
func (s *Server) notified(method string, params json.RawMessage) error {
	var p documentParams
	if err := json.Unmarshal(params, &p); err != nil && len(params) > 0 {
		return nil // nothing can be answered, and what was known stands
	}
	uri := p.TextDocument.URI
	switch method {
	case "initialized":
		if err := s.find(); err != nil {
			s.dir = ""
			return s.show(s.cause(err))
		}
		s.changed = true
	case "textDocument/didOpen":
		s.take(uri, p.TextDocument.Version, p.TextDocument.Text)
	case "textDocument/didChange":
		if n := len(p.ContentChanges); n > 0 {
			s.take(uri, p.TextDocument.Version, p.ContentChanges[n-1].Text)
		}
	case "textDocument/didClose":
		if name, ours := s.file(uri); ours {
			delete(s.open, name)
			s.changed = true
		}
	case "textDocument/didSave":
		s.changed = true
	case "workspace/didChangeWatchedFiles": // by git, perhaps
		s.changed = true
		if s.dir != "" {
			if err := s.reopen(); err != nil {
				return s.show(s.cause(err))
			}
		}
	}
	return nil
}

// show shows a sentence to who sits at the editor.
func (s *Server) show(sentence string) error {
	return s.tell("window/showMessage", map[string]any{"type": messageError, "message": sentence})
}

// tell sends what nobody has asked for.
func (s *Server) tell(method string, params any) error {
	body, err := json.Marshal(params)
	if err != nil {
		return err
	}
	return write(s.out, message{Method: method, Params: body})
}
