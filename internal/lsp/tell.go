package lsp

import (
	"encoding/json"
	"maps"
	"slices"

	"samsyn/internal/diag"
	"samsyn/internal/index"
	"samsyn/internal/layout"
	"samsyn/internal/text"
)

// mostTold is how many findings are told of a file.
const mostTold = 1000

// check looks at the content with what has not been saved, and tells what is wrong. An
// error means that the editor no longer listens.
func (s *Server) check() error {
	s.changed = false
	if s.dir == "" || s.project == nil {
		return nil
	}
	if err := s.inspect(); err != nil {
		s.look = nil
		return s.show(s.cause(err))
	}
	found := map[string][]diag.Finding{}
	for _, f := range s.look.Findings {
		if len(found[f.File]) < mostTold {
			found[f.File] = append(found[f.File], f)
		}
	}
	for file := range s.told { // those that have nothing wrong any more are told of too
		if _, still := found[file]; !still {
			found[file] = nil
		}
	}
	for _, file := range slices.Sorted(maps.Keys(found)) {
		if err := s.publish(file, found[file]); err != nil {
			return err
		}
	}
	return nil
}

// inspect looks at the content with what has not been saved.
func (s *Server) inspect() error {
	now, err := s.project.Now(s.texts())
	if err != nil {
		return err
	}
	result, err := now.Inspect(s.opt.Today())
	if err != nil {
		return err
	}
	files, err := now.Files()
	if err != nil {
		return err
	}
	s.kinds = map[string]layout.File{}
	for _, f := range files {
		s.kinds[f.Path] = f
	}
	s.look = &look{now, result, index.New(result.Content), text.WordsOf(result.Content), map[string]page{}}
	return nil
}

// publish tells what is wrong with a file, unless the editor knows it.
func (s *Server) publish(file string, findings []diag.Finding) error {
	p := s.page(file)
	list := []diagnostic{}
	for _, f := range findings {
		list = append(list, s.diagnostic(p, f))
	}
	if s.told[file] == "" && len(list) == 0 {
		return nil
	}
	body, err := json.Marshal(diagnosticsOf{s.uri(file), s.version(file), list})
	if err != nil {
		return err
	}
	if s.told[file] == string(body) {
		return nil
	}
	if err := write(s.out, message{Method: "textDocument/publishDiagnostics", Params: body}); err != nil {
		return err
	}
	s.told[file] = string(body)
	if len(list) == 0 {
		delete(s.told, file)
	}
	return nil
}

// diagnostic is a finding as editors take it. A warning that is accepted is only hinted at.
func (s *Server) diagnostic(p page, f diag.Finding) diagnostic {
	d := diagnostic{Range: p.span(f.Range), Severity: severityError, Code: f.Rule.Name, Source: "samsyn", Message: f.Message.In(s.opt.Lang)}
	if f.Severity() == diag.Warning {
		d.Severity = severityWarning
	}
	if f.Accepted != "" {
		d.Severity = severityHint
		d.Message += " " + s.say("Godtagen: %[1]s", "Accepted: %[1]s", f.Accepted)
	}
	for _, r := range f.Related {
		other := p
		if r.File != p.Path {
			other = s.page(r.File)
		}
		d.Related = append(d.Related, related{location{s.uri(r.File), other.span(r.Range)}, r.Message.In(s.opt.Lang)})
	}
	return d
}

// page is the text of a file, saved or not; without a line where it cannot be read.
func (s *Server) page(file string) page {
	if p, known := s.look.pages[file]; known {
		return p
	}
	data, _ := s.look.project.Tree.Read(file)
	p := newPage(file, data, s.kinds[file].Markdown)
	s.look.pages[file] = p
	return p
}
