package pdf

import (
	"slices"
	"testing"

	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
)

// The seal stands where the document ends and its annexes begin, whatever it consists of.
func TestWhereTheSealStands(t *testing.T) {
	part := func(words string, annex bool) document.Part {
		return document.Part{Annex: annex, Follows: true, Blocks: []block.Block{block.Para{Line: block.Line{block.Run(words)}}}}
	}
	for name, tt := range map[string]struct {
		parts []document.Part
		want  []string
	}{
		"own parts and annexes": {[]document.Part{part("a", false), part("x", true), part("b", false), part("y", true)}, []string{"a", "b", "sigill", "x", "y"}},
		"own parts alone":       {[]document.Part{part("a", false)}, []string{"a", "sigill"}},
		"annexes alone":         {[]document.Part{part("x", true), part("y", true)}, []string{"sigill", "x", "y"}},
		"nothing":               {nil, []string{"sigill"}},
	} {
		d := document.Document{ID: "d", Title: "D", Lang: "sv", Parts: tt.parts, Seal: document.Seal{FieldName: "sigill", Label: "Sigill"}}
		var stand []string
		for _, s := range (&writer{lang: "sv"}).sections(d) {
			switch b := s.Blocks[0].(type) {
			case manuscript.Paragraph:
				stand = append(stand, b.Text[0].Text)
			case manuscript.Group:
				stand = append(stand, b.Blocks[2].(manuscript.SignatureField).Name)
			}
		}
		if !slices.Equal(stand, tt.want) {
			t.Errorf("%s: %q, want %q", name, stand, tt.want)
		}
		if d.Seal.FieldName = ""; len((&writer{lang: "sv"}).sections(d)) != len(tt.parts) {
			t.Errorf("%s: sealed, though nobody seals it", name)
		}
	}
}
