package view

// Words is a line of plain text, nil where there is none.
func words(ts ...Text) Line {
	var line Line
	for _, t := range ts {
		if t.S != "" {
			line = append(line, Span{Text: t})
		}
	}
	return line
}

// linked is a line that is one link, or plain text where it leads nowhere.
func linked(t Text, r Ref) Line {
	if t.S == "" {
		return nil
	}
	return Line{{Text: t, Ref: r}}
}

// strong is a run of text that stands out.
func strong(t Text) Span { return Span{Text: t, Strong: true} }

// plain is a run of text as it is.
func plain(s string) Span { return Span{Text: Text{S: s}} }

// mark is a short mark, such as a status.
func mark(t Text, tone Tone) Span { return Span{Text: t, Badge: tone, Marked: true} }

// joined puts spans on one line with a separator between them.
func joined(spans []Span, separator string) Line {
	var line Line
	for i, s := range spans {
		if i > 0 {
			line = append(line, plain(separator))
		}
		line = append(line, s)
	}
	return line
}

// labelled is a line "Label: value".
func labelled(label Text, value Line) Line {
	if len(value) == 0 {
		return nil
	}
	return append(Line{{Text: Text{label.S + ": ", label.Lang}}}, value...)
}

// para is a block of one line, or none.
func para(l Line) []Block {
	if len(l) == 0 {
		return nil
	}
	return []Block{Para{Line: l}}
}

// cell is a table cell of lines, each a paragraph.
func cell(lines ...Line) Cell {
	var c Cell
	for _, l := range lines {
		c.Blocks = append(c.Blocks, para(l)...)
	}
	return c
}

// facts collects labels that have values.
type factList struct{ items []Fact }

func (f *factList) add(label Text, value ...Line) {
	var lines []Line
	for _, l := range value {
		if len(l) > 0 {
			lines = append(lines, l)
		}
	}
	if len(lines) > 0 {
		f.items = append(f.items, Fact{label, lines})
	}
}

// blocks gives the facts as a block, or none where there are none.
func (f *factList) blocks() []Block {
	if len(f.items) == 0 {
		return nil
	}
	return []Block{Facts{f.items}}
}
