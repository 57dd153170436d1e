package lsp

import (
	"cmp"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/schema"
)

// hover tells what a word means: the thing that it names, and the field that it stands in.
func (s *Server) hover(r request) (any, error) {
	at := r.page.spot(r.at)
	where := word(at, r.at.Line)
	var parts []string
	if y, is := s.symbolAt(r); is && y.word != (diag.Range{}) {
		where = y.word
		parts = append(parts, s.about(y))
	}
	if at.place != nowhere && at.word != "" {
		parts = append(parts, s.meaning(r.file, at)...)
	}
	if len(parts) == 0 {
		return nil, nil
	}
	return hover{markup{"markdown", strings.Join(parts, "\n\n---\n\n")}, r.page.span(where)}, nil
}

// meaning tells what a value of an enumeration is called, and what its field is for.
func (s *Server) meaning(file string, at spot) (parts []string) {
	t, path := s.typeAt(file, at.path), at.path
	if at.place == aField || at.place == either && t != nil && inner(t, at.word) != nil {
		t, path = s.typeAt(file, append(slices.Clone(path), at.word)), append(path, at.word)
	}
	if t == nil || len(path) == 0 {
		return nil
	}
	if values, labels := choices(t); at.place != aField && slices.Contains(values, at.word) {
		label, _ := s.look.words.In(labels[at.word], s.opt.Lang)
		parts = append(parts, "**"+escaped(label)+"**")
	}
	return append(parts, "**"+escaped(s.titled(t))+"** `"+path[len(path)-1]+"`\n\n"+escaped(s.helped(t)))
}

// about tells what a thing is called and what it is.
func (s *Server) about(y symbol) string {
	var b strings.Builder
	b.WriteString("**" + escaped(s.named(y.Kind, y.ID, y.At.File)) + "**\n\n")
	kind := cmp.Or(s.look.words.Noun(y.Kind, s.opt.Lang).One, y.Kind)
	b.WriteString(schema.Capital(kind) + " `" + y.ID + "`, " + escaped(y.At.File))
	if g, is := s.look.index.SubGoal(y.ID); is && y.Kind == "sub-goal" {
		b.WriteString(" · " + escaped(g.Area.Title.V))
	}
	if c, is := s.look.index.Cooperation(y.ID); is && y.Kind == "cooperation-area" {
		b.WriteString(" · " + escaped(c.Area.Title.V))
	}
	if s.look.index.Withdrawn(y.Kind, y.ID).Given() {
		b.WriteString("\n\n" + s.say("Har utgått.", "Withdrawn."))
	}
	return b.String()
}

// escaped is a text of a content as Markdown that shows it letter by letter.
func escaped(text string) string {
	var b strings.Builder
	for _, c := range strings.Join(strings.Fields(text), " ") {
		if strings.ContainsRune("\\`*_{}[]<>()#+!|~&", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}
