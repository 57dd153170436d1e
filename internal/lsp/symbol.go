package lsp

import (
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/model"
)

// symbol is a thing with an identifier, and the word at a place that names it.
type symbol struct {
	model.Identifier
	word diag.Range // the identifier at the place; the zero range where it is the file's name
}

// scope is the kind by which the index knows a thing: of a measure it is its initiative's.
func (y symbol) scope() string {
	if y.Kind == "measure" {
		return y.Scope
	}
	return y.Kind
}

// symbolAt finds the thing that a place names: by a reference, by the identifier that it
// is given there, or since the place is the title of a file that is one thing.
func (s *Server) symbolAt(r request) (symbol, bool) {
	for ref := range s.look.Content.References() {
		if ref.At.File == r.file && holds(ref.At.Range, r.at) {
			if id, is := s.declared(ref.Kinds, ref.Scope, ref.ID); is {
				return symbol{id, bare(r.page, ref.At.Range)}, true
			}
		}
	}
	at := r.page.spot(r.at)
	titled := len(at.path) == 0 && at.place == aField && at.word == "title" || len(at.path) == 1 && at.path[0] == "title"
	for _, id := range s.look.Content.Identifiers {
		switch {
		case id.At.File != r.file:
		case id.At == diag.Whole(r.file):
			if titled {
				return symbol{Identifier: id}, true
			}
		case holds(id.At.Range, r.at):
			return symbol{id, bare(r.page, id.At.Range)}, true
		}
	}
	return s.symbolWritten(r, at)
}

// symbolWritten finds the thing that a word names in a file that cannot be read yet.
func (s *Server) symbolWritten(r request, at spot) (symbol, bool) {
	t, kinds := s.typeAt(r.file, at.path), []string(nil)
	switch at.place {
	case aValue, either:
		kinds = refersTo(t)
	case aField:
		kinds = keysRefer(t)
	}
	id, is := s.declared(kinds, measuresOf(r.file), at.word)
	return symbol{id, word(at, r.at.Line)}, is
}

// measuresOf is the scope of the measures that a file has.
func measuresOf(file string) string { return "measure:" + file }

// declared finds where an identifier of one of the kinds is given. A municipality is a
// party, and an area may serve as a cooperation area.
func (s *Server) declared(kinds []string, scope, id string) (model.Identifier, bool) {
	for _, kind := range kinds {
		switch {
		case kind == "measure":
		case !s.look.index.Has(kind, id):
			continue
		case kind == "municipality":
			kind = "party"
		}
		for _, d := range s.look.Content.Identifiers {
			served := kind == "cooperation-area" && d.Kind == "area"
			if d.ID == id && (d.Kind == kind || served) && (kind != "measure" || d.Scope == scope) {
				return d, true
			}
		}
	}
	return model.Identifier{}, false
}

// bare is the range of a value without its quotes.
func bare(p page, r diag.Range) diag.Range {
	text, ok := p.Cut(r)
	if ok && len(text) > 1 && strings.ContainsRune(`"'`, rune(text[0])) && text[0] == text[len(text)-1] {
		r.Start.Column++
		r.End.Column--
	}
	return r
}

// uses lists where a thing is referred to, in the order of files and lines.
func (s *Server) uses(y symbol) []model.Reference {
	var uses []model.Reference
	for _, r := range s.look.index.Uses(y.scope(), y.ID) {
		if id, is := s.declared(r.Kinds, r.Scope, r.ID); is && id == y.Identifier {
			uses = append(uses, *r)
		}
	}
	slices.SortFunc(uses, func(a, b model.Reference) int { return a.At.Compare(b.At) })
	return uses
}

// definition is where a thing is given its identifier.
func (s *Server) definition(r request) (any, error) {
	y, is := s.symbolAt(r)
	if !is {
		return nil, nil
	}
	return s.location(y.At), nil
}

// references are where a thing is referred to.
func (s *Server) references(r request) (any, error) {
	y, is := s.symbolAt(r)
	if !is {
		return nil, nil
	}
	places := []location{}
	if r.Context.IncludeDeclaration {
		places = append(places, s.location(y.At))
	}
	for _, use := range s.uses(y) {
		places = append(places, s.location(use.At))
	}
	return places, nil
}

func (s *Server) location(at diag.Place) location {
	p := s.page(at.File)
	return location{s.uri(at.File), p.span(bare(p, at.Range))}
}

// named is what a thing is called.
func (s *Server) named(kind, id, file string) string {
	if kind == "measure" {
		if i := s.look.index.InitiativeIn(file); i != nil {
			for _, m := range i.FollowUp.Measures {
				if m.ID.V == id {
					return m.Title.V
				}
			}
		}
		return ""
	}
	return s.look.index.Name(kind, id).Full
}
