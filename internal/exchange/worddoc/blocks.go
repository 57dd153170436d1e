package worddoc

import (
	"encoding/xml"
	"strconv"
	"strings"

	"samsyn/internal/diag"
)

// blocks reads the paragraphs and tables within an element.
func (s *scan) blocks() ([]Block, error) {
	var list []Block
	err := s.each(func(e xml.StartElement) error { return s.block(e, &list) })
	return list, err
}

func (s *scan) block(e xml.StartElement, list *[]Block) error {
	switch e.Name.Local {
	case "p":
		p, err := s.paragraph()
		*list = append(*list, Block{Paragraph: &p})
		return err
	case "tbl":
		t, err := s.table()
		*list = append(*list, Block{Table: &t})
		return err
	case "del", "moveFrom":
		return s.struck()
	case "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "customXmlPr":
		return s.skip()
	case "altChunk":
		s.doc.Objects++
		return s.skip()
	case "AlternateContent":
		return s.alternative(func(e xml.StartElement) error { return s.block(e, list) })
	}
	return s.each(func(e xml.StartElement) error { return s.block(e, list) }) // ins, sdt, customXml
}

// alternative reads the first of several forms of the same that says anything.
func (s *scan) alternative(do func(xml.StartElement) error) error {
	before, said := s.text, false
	return s.each(func(xml.StartElement) error {
		if said {
			return s.skip()
		}
		err := s.each(do)
		said = s.text > before
		return err
	})
}

func (s *scan) table() (Table, error) {
	var t Table
	var row func(e xml.StartElement) error
	row = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			return s.row(&t)
		case "tblPr", "tblGrid", "sdtPr":
			return s.skip()
		case "del", "moveFrom":
			return s.struck()
		}
		return s.each(row)
	}
	return t, s.each(row)
}

func (s *scan) row(t *Table) error {
	if s.rows++; s.rows > mostRows {
		return diag.Refuse("filen har fler än %[1]d tabellrader", "the file has more than %[1]d rows of tables", mostRows)
	}
	var r Row
	at, gone := 0, false
	var part func(e xml.StartElement) error
	part = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "trPr":
			return s.each(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "tblHeader":
					r.Head = on(e)
				case "gridBefore":
					at = whole(attr(e, "val"), 0, mostCells)
				case "del":
					gone = true
				}
				return s.skip()
			})
		case "tc":
			if gone {
				return s.struck()
			}
			c, goesOn, err := s.cell()
			c.From = at
			at += c.Span
			if len(r.Cells) >= mostCells {
				return diag.Refuse("en tabellrad har fler än %[1]d celler", "a row of a table has more than %[1]d cells", mostCells)
			}
			if last := len(r.Cells) - 1; goesOn && last >= 0 {
				r.Cells[last].Span += c.Span
				r.Cells[last].Paragraphs = append(r.Cells[last].Paragraphs, c.Paragraphs...)
			} else {
				r.Cells = append(r.Cells, c)
			}
			return err
		case "tblPrEx", "sdtPr":
			return s.skip()
		}
		return s.each(part)
	}
	err := s.each(part)
	if !gone {
		t.Rows = append(t.Rows, r)
	}
	return err
}

// whole reads a whole number between two bounds.
func whole(s string, least, most int) int {
	n, _ := strconv.Atoi(s)
	return min(max(n, least), most)
}

// cell reads a cell; goesOn tells that it is merged with the one before it.
func (s *scan) cell() (c Cell, goesOn bool, err error) {
	c.Span = 1
	var list []Block
	err = s.each(func(e xml.StartElement) error {
		if e.Name.Local != "tcPr" {
			return s.block(e, &list)
		}
		return s.each(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "gridSpan":
				c.Span = whole(attr(e, "val"), 1, mostCells)
			case "vMerge":
				c.Above = attr(e, "val") != "restart"
			case "hMerge":
				goesOn = attr(e, "val") != "restart"
			}
			return s.skip()
		})
	})
	c.Paragraphs = flat(list)
	return c, goesOn, err
}

// flat are the paragraphs that say anything; a table's row becomes one of them.
func flat(blocks []Block) []Paragraph {
	var list []Paragraph
	for _, b := range blocks {
		if b.Paragraph != nil {
			if b.Paragraph.Text != "" || len(b.Paragraph.Asides) > 0 {
				list = append(list, *b.Paragraph)
			}
			continue
		}
		for _, r := range b.Table.Rows {
			var p Paragraph
			var cells []string
			for _, c := range r.Cells {
				if text := strings.ReplaceAll(c.Text(), "\n", " "); text != "" {
					cells = append(cells, text)
				}
				for _, inner := range c.Paragraphs {
					p.Asides = append(p.Asides, inner.Asides...)
				}
			}
			if p.Text = strings.Join(cells, " – "); p.Text != "" || len(p.Asides) > 0 {
				list = append(list, p)
			}
		}
	}
	return list
}
