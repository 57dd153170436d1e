package lsp

import (
	"context"
	"maps"
	"path"
	"slices"
	"strings"

	"samsyn/internal/check"
	"samsyn/internal/diag"
	"samsyn/internal/doc"
	"samsyn/internal/model"
	"samsyn/schema"
)

// renaming is a new identifier for a thing, as far as it has been thought through.
type renaming struct {
	edits map[string][]doc.Splice // of each file
	from  string                  // the file that gets another name; "" where the identifier is a field
	to    string
	moved map[string]string // all files that get other names: translations go along
}

// inFiles are the kinds whose identifier is their file's name, and can be another.
var inFiles = []string{"area", "indicator", "resource", "results", "initiative"}

// prepareRename tells which word a new name would replace. It refuses where no other name
// may be given.
func (s *Server) prepareRename(r request) (any, error) {
	y, is := s.symbolAt(r)
	if !is {
		return nil, nil
	}
	// What a name that is certainly free would bring about, any other would too.
	free := path.Base(y.ID)
	for s.taken(y, free) {
		free += "-x"
	}
	if _, err := s.renamed(r.ctx, y, free); err != nil {
		return nil, err
	}
	where := y.word
	if where == (diag.Range{}) { // by its title: the word under the cursor stands for it
		where = word(r.page.spot(r.at), r.at.Line)
	}
	return map[string]any{"range": r.page.span(where), "placeholder": path.Base(y.ID)}, nil
}

// rename gives a thing another identifier, in all files.
func (s *Server) rename(r request) (any, error) {
	y, is := s.symbolAt(r)
	if !is {
		return nil, s.refuse("Här står ingen beteckning.", "No identifier stands here.")
	}
	new := strings.TrimSpace(r.NewName)
	if y.Kind == "initiative" { // which may be written with its plan
		new = strings.TrimPrefix(new, path.Dir(y.ID)+"/")
	}
	switch {
	case new == y.ID:
		return workspaceEdit{Changes: map[string][]textEdit{}}, nil
	case !isIdentifier(new):
		return nil, s.refuse("”%[1]s” kan inte vara en beteckning. Använd små bokstäver a–z, siffror och bindestreck mellan dem.",
			"“%[1]s” cannot be an identifier. Use small letters a–z, digits and hyphens between them.", new)
	case s.taken(y, new):
		return nil, s.refuse("Beteckningen ”%[1]s” används redan.", "The identifier “%[1]s” is used already.", new)
	}
	made, err := s.renamed(r.ctx, y, new)
	if err != nil {
		return nil, err
	}
	return s.asEdit(made), nil
}

// refuse is an answer that says why something is not done.
func (s *Server) refuse(sv, en string, args ...any) error {
	return &failure{requestFailed, s.say(sv, en, args...)}
}

func isIdentifier(id string) bool {
	t, err := schema.Find("parties.parties.id")
	return err == nil && t.Matches(id)
}

// taken tells whether another thing has an identifier where a thing's is to be unique.
func (s *Server) taken(y symbol, id string) bool {
	full := renamedID(y, id)
	return slices.ContainsFunc(s.look.Content.Identifiers, func(d model.Identifier) bool { return d.Scope == y.Scope && d.ID == full })
}

// renamedID is the identifier by which a thing would be referred to.
func renamedID(y symbol, id string) string {
	if y.Kind == "initiative" {
		return path.Join(path.Dir(y.ID), id)
	}
	return id
}

// renamed works out what a new identifier changes, and refuses it where that would do
// harm: where the old one has been published, or the content would have an error more.
func (s *Server) renamed(ctx context.Context, y symbol, id string) (*renaming, error) {
	made := &renaming{edits: map[string][]doc.Splice{}, moved: map[string]string{}}
	if y.At == diag.Whole(y.At.File) {
		if err := s.moving(made, y, id); err != nil {
			return nil, err
		}
	} else if err := s.splice(made, y.At, y.ID, id); err != nil {
		return nil, err
	}
	for _, use := range s.uses(y) {
		if err := s.splice(made, use.At, y.ID, renamedID(y, id)); err != nil {
			return nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, &failure{cancelled, "cancelled"}
	}
	texts, err := s.after(made)
	if err != nil {
		return nil, err
	}
	return made, s.harmless(y, texts)
}

// moving notes that a thing's file gets another name, and its translations with it.
func (s *Server) moving(made *renaming, y symbol, id string) error {
	if !slices.Contains(inFiles, y.Kind) {
		return s.refuse("Namnet på den här filen eller mappen kan inte bytas härifrån.", "The name of this file or folder cannot be changed from here.")
	}
	edit := s.asked.Capabilities.Workspace.WorkspaceEdit
	if !edit.DocumentChanges || !slices.Contains(edit.ResourceOperations, "rename") {
		return s.refuse("Beteckningen är filens namn, och redigeraren kan inte byta namn på filer härifrån. Byt filens namn själv.",
			"The identifier is the file's name, and the editor cannot rename files from here. Rename the file yourself.")
	}
	made.from, made.to = y.At.File, path.Join(path.Dir(y.At.File), id+path.Ext(y.At.File))
	old, new := strings.TrimSuffix(made.from, path.Ext(made.from)), strings.TrimSuffix(made.to, path.Ext(made.to))
	made.moved[made.from] = made.to
	for file, kind := range s.kinds {
		if kind.Of == made.from {
			made.moved[file] = new + strings.TrimPrefix(file, old)
		}
	}
	if source := old + ".source.json"; y.Kind == "indicator" && s.look.project.Tree.IsFile(source) {
		made.moved[source] = new + ".source.json"
	}
	return nil
}

// splice notes that a place gets another identifier. What is written in an unusual way is
// left alone, and so the whole is.
func (s *Server) splice(made *renaming, at diag.Place, old, new string) error {
	p := s.page(at.File)
	r := bare(p, at.Range)
	if text, ok := p.Cut(r); !ok || text != old {
		return s.refuse("”%[1]s” på rad %[2]d i %[3]s är skrivet så att det inte säkert kan bytas. Skriv beteckningen utan citattecken och tecken som ersätter andra.",
			"“%[1]s” on line %[2]d of %[3]s is written so that it cannot be replaced with certainty. Write the identifier without quotes and without signs that stand for others.", old, at.Range.Start.Line, at.File)
	}
	made.edits[at.File] = append(made.edits[at.File], doc.Splice{Range: r, Old: old, New: new})
	return nil
}

// after are the texts of the files as they would become; nil is a file that is gone.
func (s *Server) after(made *renaming) (map[string][]byte, error) {
	texts := map[string][]byte{}
	for file, edits := range made.edits {
		data, err := s.look.project.Tree.Read(file)
		if err != nil {
			return nil, err
		}
		if texts[file], err = doc.Replace(data, edits); err != nil {
			return nil, err
		}
	}
	for from, to := range made.moved {
		text, changed := texts[from]
		if !changed {
			var err error
			if text, err = s.look.project.Tree.Read(from); err != nil {
				return nil, err
			}
		}
		texts[from], texts[to] = nil, text
	}
	return texts, nil
}

// harmless holds the content as it would become: it may have no error that it has not now.
func (s *Server) harmless(y symbol, texts map[string][]byte) error {
	then, err := s.look.project.With(texts).Inspect(s.opt.Today())
	if err != nil {
		return err
	}
	known := map[[2]string]int{}
	for _, f := range s.look.Findings {
		known[[2]string{f.Rule.Name, f.Message.SV}]++
	}
	for _, f := range then.Findings {
		key := [2]string{f.Rule.Name, f.Message.SV}
		if known[key]--; known[key] >= 0 || f.Severity() != diag.Error {
			continue
		}
		if f.Rule == check.PublishedVanished {
			return s.refuse("Beteckningen ”%[1]s” har publicerats och kan inte bytas: länkar till den ska fortsätta att fungera. Märk det som har utgått med withdrawn.",
				"The identifier “%[1]s” has been published and cannot be changed: links to it must go on working. Mark what is no longer in use with withdrawn.", y.ID)
		}
		return s.refuse("Bytet görs inte, för det skulle ge ett nytt fel i %[1]s: %[2]s", "The name is not changed, since that would bring a new error in %[1]s: %[2]s", f.File, f.Message.In(s.opt.Lang))
	}
	return nil
}

// asEdit is a renaming as editors take it. Texts change before files get other names.
func (s *Server) asEdit(made *renaming) workspaceEdit {
	changes := map[string][]textEdit{}
	var list []any
	for _, file := range slices.Sorted(maps.Keys(made.edits)) {
		p := s.page(file)
		var edits []textEdit
		for _, e := range made.edits[file] {
			edits = append(edits, textEdit{p.span(e.Range), e.New})
		}
		changes[s.uri(file)] = edits
		list = append(list, documentEdit{versioned{s.uri(file), s.version(file)}, edits})
	}
	if len(made.moved) == 0 {
		return workspaceEdit{Changes: changes}
	}
	for _, from := range slices.Sorted(maps.Keys(made.moved)) {
		list = append(list, fileRename{"rename", s.uri(from), s.uri(made.moved[from])})
	}
	return workspaceEdit{DocumentChanges: list}
}
