package lsp

import (
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/edit"
	"samsyn/internal/mend"
)

// codeActions lists the corrections of what is wrong in a range, those first that can only
// be meant; and, where the editor asks for it, all of those in the file at once.
func (s *Server) codeActions(r request) (any, error) {
	sure, err := mend.Sure(s.look.project.Tree, s.look.Result)
	if err != nil {
		return nil, err
	}
	actions := []codeAction{}
	if wanted(r.Context.Only, quickFix) {
		actions = s.quickFixes(r, sure)
	}
	if wanted(r.Context.Only, fixAll) {
		var edits []textEdit
		for _, c := range sure {
			if c.File == r.file {
				edits = append(edits, correcting(r.page, c))
			}
		}
		if len(edits) > 0 {
			actions = append(actions, s.action(r, s.say("Rätta det som säkert går att rätta i filen", "Mend what is safe to mend in the file"), fixAll, edits...))
		}
	}
	return actions, nil
}

// wanted tells whether an editor that asks for some kinds of actions, or for all, wants one.
func wanted(only []string, kind string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o string) bool { return kind == o || strings.HasPrefix(kind, o+".") })
}

func (s *Server) quickFixes(r request, sure []mend.Correction) []codeAction {
	actions := []codeAction{}
	begin, end := r.page.pos(r.Range.Start), r.page.pos(r.Range.End)
	for _, f := range s.look.Findings {
		if f.File != r.file || f.Range.End.Line < begin.Line || f.Range.Start.Line > end.Line {
			continue
		}
		if c, can := mend.Offered(f, r.page.Text); can {
			a := s.action(r, s.doing(c), quickFix, correcting(r.page, c))
			a.IsPreferred = slices.Contains(sure, c)
			actions = append(actions, a)
		}
		if f.Add != "" && f.Look > 0 {
			actions = append(actions, s.action(r, s.say("Lägg till %[1]s", "Add %[1]s", strings.TrimRight(strings.TrimSpace(f.Add), ": …")), quickFix, adding(r.page, f)))
		}
	}
	return actions
}

// doing says what a correction does.
func (s *Server) doing(c mend.Correction) string {
	if c.New == "" {
		return s.say("Ta bort %[1]s", "Remove %[1]s", strings.TrimSpace(c.Old))
	}
	return s.say("Byt till %[1]s", "Change to %[1]s", c.New)
}

// correcting is a correction as an editor takes it. A line that goes takes its end along.
func correcting(p page, c mend.Correction) textEdit {
	r := c.Range
	if c.Line {
		r.Start.Column, r.End = 1, diag.Pos{Line: r.Start.Line + 1, Column: 1}
	}
	return textEdit{p.span(r), c.New}
}

// adding puts in the line that a finding says is missing, below the one to look at.
func adding(p page, f diag.Finding) textEdit {
	at := p.position(diag.At(f.Look+1, 1))
	return textEdit{span{at, at}, strings.TrimSuffix(f.Add, "…") + "\n"}
}

func (s *Server) action(r request, title, kind string, edits ...textEdit) codeAction {
	return codeAction{Title: title, Kind: kind, Edit: workspaceEdit{Changes: map[string][]textEdit{r.TextDocument.URI: edits}}}
}

// formatting brings a document into its canonical form. What cannot be read, or not be laid
// out without a risk, is left as it is: the findings say why.
func (s *Server) formatting(r request) (any, error) {
	kind, known := s.kinds[r.file]
	data, err := s.look.project.Tree.Read(r.file)
	if err != nil || !known {
		return nil, nil
	}
	laid, err := edit.Format(kind.Schema, kind.Markdown, data)
	if err != nil || string(laid) == string(data) {
		return nil, nil
	}
	return []textEdit{{r.page.whole(), string(laid)}}, nil
}
