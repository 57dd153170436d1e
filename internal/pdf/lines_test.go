package pdf

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/prose"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/view/block"
)

// Marks, which a screen shows as labels of their own, are set off by a comma, unless
// a sign does that already.
func TestMarksAreSetOff(t *testing.T) {
	mark := func(s string) block.Span { return block.Span{Text: block.Plain(s), Marked: true} }
	word := func(s string) block.Span { return block.Span{Text: block.Plain(s)} }
	for want, line := range map[string]block.Line{
		"Pågår, Enligt plan":              {mark("Pågår"), mark("Enligt plan")},
		"1\u00a0december 2025, Redovisad": {word("1 december 2025"), word(" "), mark("Redovisad")},
		"1\u00a0december 2026, Redovisad": {word("1 december 2026 "), mark("Redovisad")},
		"Läge: Pågår":                     {word("Läge: "), mark("Pågår")},
		"Pågår":                           {mark("Pågår")},
		"Först – Pågår":                   {word("Först – "), mark("Pågår")},
	} {
		var said strings.Builder
		for _, s := range (&writer{lang: "sv"}).line(line) {
			said.WriteString(s.Text)
		}
		if said.String() != want {
			t.Errorf("%q, want %q", said.String(), want)
		}
	}
}

// A text's headings come below the one that the text stands under, however deep.
func TestTextsStandBelowTheirHeadings(t *testing.T) {
	doc, err := prose.Parse("text.md", 1, []byte("## Lärt\n\nText.\n\n### Mer\n\nText."))
	if err != nil {
		t.Fatal(err)
	}
	blocks := (&writer{lang: "sv"}).blocks([]block.Block{block.Section{Title: block.Plain("Områden"), Blocks: []block.Block{
		block.Section{Title: block.Plain("Arbete"), Blocks: []block.Block{block.Prose{Doc: doc, First: 2}}},
	}}}, 1)
	var levels []int
	for _, b := range blocks {
		if h, is := b.(manuscript.Heading); is {
			levels = append(levels, h.Level)
		}
	}
	if !slices.Equal(levels, []int{1, 2, 3, 4}) {
		t.Errorf("levels %v", levels)
	}
}

// What says of which kind a section is stays with what the section says.
func TestKickersStayWithTheirSection(t *testing.T) {
	blocks := (&writer{lang: "sv"}).blocks([]block.Block{block.Section{Title: block.Plain("Fler arbetar"), Kicker: block.Line{block.Run("Delmål")}, Blocks: []block.Block{block.Para{Line: block.Line{block.Run("Text.")}}}}}, 1)
	var kept []bool
	for _, b := range blocks {
		if p, is := b.(manuscript.Paragraph); is {
			kept = append(kept, p.Keep)
		}
	}
	if !slices.Equal(kept, []bool{true, false}) {
		t.Errorf("kept with what comes next: %v", kept)
	}
}
