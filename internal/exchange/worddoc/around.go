package worddoc

import (
	"encoding/xml"
	"strings"
)

// notePart is a part that holds what references in the text lead to.
type notePart struct {
	kind, element string
	aside         AsideKind
}

var noteParts = []notePart{
	{"footnotes", "footnote", Footnote},
	{"endnotes", "endnote", Footnote},
	{"comments", "comment", Comment},
}

// readNotes reads the notes or comments of the text.
func (r *reader) readNotes(main string, n notePart) error {
	parts, err := r.pack.related(main, n.kind)
	if err != nil || len(parts) == 0 {
		return err
	}
	return r.part(parts[0], func(s *scan) error {
		return s.each(func(e xml.StartElement) error {
			if e.Name.Local != n.element {
				return s.skip()
			}
			if t := attr(e, "type"); t != "" && t != "normal" { // the line above the notes
				return s.skip()
			}
			blocks, err := s.blocks()
			if text := joined(flat(blocks)); text != "" {
				r.notes[n.element+attr(e, "id")] = Aside{Kind: n.aside, By: clean(attr(e, "author")), Text: text}
			}
			return err
		})
	})
}

// readAround reads what stands outside the text: headers, footers, and the words of
// diagrams. The same words are told once.
func (r *reader) readAround(main string) error {
	told := map[string]bool{}
	for _, around := range []struct {
		kind string
		as   AsideKind
	}{{"header", Header}, {"footer", Footer}, {"diagramData", Diagram}} {
		parts, err := r.pack.related(main, around.kind)
		if err != nil {
			return err
		}
		for _, name := range parts {
			text, err := r.around(name)
			if err != nil {
				return err
			}
			if text != "" && !told[text] {
				told[text] = true
				r.doc.Asides = append(r.doc.Asides, Aside{Kind: around.as, Text: text})
			}
		}
	}
	return nil
}

func (r *reader) around(name string) (text string, err error) {
	err = r.part(name, func(s *scan) error {
		blocks, err := s.blocks()
		said := []string{}
		for _, p := range flat(blocks) {
			if p.Text != "" {
				said = append(said, strings.ReplaceAll(p.Text, "\t", " "))
			}
			for _, a := range p.Asides {
				said = append(said, a.Text)
			}
		}
		text = strings.TrimSpace(strings.Join(said, "\n"))
		return err
	})
	return text, err
}
