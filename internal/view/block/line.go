package block

// Shown are those of some blocks that say something.
func Shown(blocks ...Block) []Block {
	var shown []Block
	for _, b := range blocks {
		if !Empty(b) {
			shown = append(shown, b)
		}
	}
	return shown
}

// Empty tells whether a block says nothing.
func Empty(b Block) bool {
	switch b := b.(type) {
	case Para:
		return len(b.Line) == 0
	case Facts:
		return len(b.Items) == 0
	case Table:
		return len(b.Rows) == 0
	case Cards:
		return len(b.Items) == 0
	case List:
		return len(b.Items) == 0
	case Contents:
		return len(b.Items) == 0
	}
	return false
}

// Headed puts blocks under a heading; where none of them says anything, there is no heading.
func Headed(id string, title Text, blocks ...Block) []Block {
	if blocks = Shown(blocks...); len(blocks) == 0 {
		return nil
	}
	return []Block{Section{ID: id, Title: title, Blocks: blocks}}
}

// Words is a line of plain text, nil where there is none.
func Words(ts ...Text) Line {
	var line Line
	for _, t := range ts {
		if t.S != "" {
			line = append(line, Span{Text: t})
		}
	}
	return line
}

// linked is a line that is one link, or plain text where it leads nowhere.
func Linked(t Text, r Ref) Line {
	if t.S == "" {
		return nil
	}
	return Line{{Text: t, Ref: r}}
}

// strong is a run of text that stands out.
func Strong(t Text) Span { return Span{Text: t, Strong: true} }

// plain is a run of text as it is.
func Run(s string) Span { return Span{Text: Text{S: s}} }

// mark is a short mark, such as a status.
func Mark(t Text, tone Tone) Span { return Span{Text: t, Badge: tone, Marked: true} }

// Joined puts spans on one line with a separator between them, those without words left out.
func Joined(spans []Span, separator string) Line {
	var line Line
	for _, s := range spans {
		if s.S == "" {
			continue
		}
		if len(line) > 0 {
			line = append(line, Run(separator))
		}
		line = append(line, s)
	}
	return line
}

// labelled is a line "Label: value".
func Labelled(label Text, value Line) Line {
	if len(value) == 0 {
		return nil
	}
	return append(Line{{Text: Text{label.S + ": ", label.Lang}}}, value...)
}

// para is a block of one line, or none.
func Paragraph(l Line) []Block {
	return Shown(Para{Line: l})
}

// cell is a table cell of lines, each a paragraph.
func CellOf(lines ...Line) Cell {
	var c Cell
	for _, l := range lines {
		c.Blocks = append(c.Blocks, Paragraph(l)...)
	}
	return c
}

// Add adds a label with its value, unless the value is empty.
func (f *Facts) Add(label Text, value ...Line) {
	var lines []Line
	for _, l := range value {
		if len(l) > 0 {
			lines = append(lines, l)
		}
	}
	if len(lines) > 0 {
		f.Items = append(f.Items, Fact{label, lines})
	}
}

// Blocks gives the facts as a block, or none where there are none.
func (f Facts) Blocks() []Block { return Shown(f) }

// CodeLine is a line of letters to be compared one by one.
func CodeLine(s string) Line {
	if s == "" {
		return nil
	}
	return Line{{Text: Text{S: s}, Code: true}}
}

// lines puts each span on a line of its own.
func Lines(spans []Span) []Line {
	list := make([]Line, len(spans))
	for i, s := range spans {
		list[i] = Line{s}
	}
	return list
}

// Plain is a line without its form.
func (l Line) Plain() string {
	s := ""
	for _, span := range l {
		s += span.S
	}
	return s
}
