package worddoc

import (
	"encoding/xml"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/diag"
)

// writing is a paragraph while it is read.
type writing struct {
	Paragraph
	b       strings.Builder
	bold    int  // bytes of b that are bold from the beginning
	notBold bool // something that is not bold has come
}

func (s *scan) paragraph() (Paragraph, error) {
	if s.paras++; s.paras > mostParas {
		return Paragraph{}, diag.Refuse("filen har fler än %[1]d stycken", "the file has more than %[1]d paragraphs", mostParas)
	}
	w := &writing{}
	err := s.each(func(e xml.StartElement) error { return s.inline(e, w) })
	text := w.b.String()
	lead := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	w.Text = strings.TrimSpace(text)
	w.Bold = min(max(w.bold-lead, 0), len(w.Text))
	return w.Paragraph, err
}

func (s *scan) inline(e xml.StartElement, w *writing) error {
	switch e.Name.Local {
	case "pPr":
		return s.each(func(e xml.StartElement) error { return s.property(e, w) })
	case "r":
		return s.run(w)
	case "del", "moveFrom":
		return s.struck()
	case "hyperlink":
		return s.link(e, w)
	case "sdtPr", "sdtEndPr", "rPr", "customXmlPr", "smartTagPr", "ctrlPr":
		return s.skip()
	case "AlternateContent":
		return s.alternative(func(e xml.StartElement) error { return s.inline(e, w) })
	}
	return s.each(func(e xml.StartElement) error { return s.inline(e, w) }) // ins, sdt, smartTag, fldSimple
}

func (s *scan) property(e xml.StartElement, w *writing) error {
	switch e.Name.Local {
	case "pStyle":
		is := s.styleOf(attr(e, "val"))
		w.Heading, w.Item = is.heading, is.item
	case "outlineLvl":
		w.Heading = level(attr(e, "val"))
	case "numPr":
		return s.each(func(e xml.StartElement) error {
			switch {
			case e.Name.Local == "ilvl":
				w.Item = level(attr(e, "val"))
			case e.Name.Local == "numId" && attr(e, "val") == "0":
				w.Item = 0
			case e.Name.Local == "numId":
				w.Item = max(w.Item, 1)
			}
			return s.skip()
		})
	}
	return s.skip()
}

// link reads a link: its address stands behind its words, where it is not among them.
func (s *scan) link(e xml.StartElement, w *writing) error {
	from := w.b.Len()
	if err := s.each(func(e xml.StartElement) error { return s.inline(e, w) }); err != nil {
		return err
	}
	to := s.links[attr(e, "id")]
	words := w.b.String()[from:]
	web := strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "http://")
	if web && strings.TrimSpace(words) != "" && !strings.Contains(words, strings.TrimSuffix(to, "/")) && !strings.ContainsAny(to, " <>()\n\t") {
		s.text += len(to)
		w.put(" ("+to+")", false)
	}
	return nil
}

// run reads a stretch of text.
func (s *scan) run(w *writing) error {
	bold, hidden := false, false
	into := w
	var piece func(e xml.StartElement) error
	piece = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr":
			return s.each(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "b":
					bold = on(e)
				case "vanish", "webHidden":
					if hidden = on(e); hidden {
						into = &writing{}
					}
				}
				return s.skip()
			})
		case "t":
			text, err := s.said()
			into.put(text, bold)
			return err
		case "tab", "ptab":
			into.put("\t", bold)
		case "br", "cr":
			into.put("\n", bold)
		case "noBreakHyphen":
			into.put("\u2011", bold)
		case "sym":
			into.put(" ", bold)
		case "delText":
			return s.struck()
		case "instrText", "delInstrText", "footnoteRef", "endnoteRef", "annotationRef":
		case "footnoteReference", "endnoteReference", "commentReference":
			if a, known := s.notes[strings.TrimSuffix(e.Name.Local, "Reference")+attr(e, "id")]; known {
				w.Asides = append(w.Asides, a)
			}
		case "drawing", "pict", "object":
			return s.drawing(e, w)
		case "AlternateContent":
			return s.alternative(piece)
		default:
			return s.each(piece)
		}
		return s.skip()
	}
	err := s.each(piece)
	if text := strings.TrimSpace(into.b.String()); hidden && text != "" {
		w.Asides = append(w.Asides, Aside{Kind: Hidden, Text: text})
	}
	return err
}

// drawing reads what a picture or a text box says.
func (s *scan) drawing(e xml.StartElement, w *writing) error {
	if e.Name.Local == "object" {
		s.doc.Objects++
	}
	var part func(e xml.StartElement) error
	part = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "txbxContent":
			blocks, err := s.blocks()
			said := flat(blocks)
			for _, p := range said {
				w.Asides = append(w.Asides, p.Asides...)
			}
			w.aside(TextBox, joined(said))
			return err
		case "p": // of a drawing without a text box
			p, err := s.paragraph()
			w.Asides = append(w.Asides, p.Asides...)
			w.aside(TextBox, p.Text)
			return err
		case "docPr":
			w.aside(Alt, attr(e, "descr"))
		case "pic", "imagedata":
			s.doc.Pictures++
		case "chart":
			s.doc.Objects++
		case "AlternateContent":
			return s.alternative(part)
		case "textpath": // WordArt
			w.aside(TextBox, attr(e, "string"))
		}
		return s.each(part)
	}
	return s.each(part)
}

func (w *writing) aside(kind AsideKind, text string) {
	if text = strings.TrimSpace(clean(text)); text != "" {
		w.Asides = append(w.Asides, Aside{Kind: kind, Text: text})
	}
}

// put adds text.
func (w *writing) put(text string, bold bool) {
	text = clean(text)
	w.b.WriteString(text)
	if bold && !w.notBold {
		w.bold = w.b.Len()
	} else if strings.TrimSpace(text) != "" {
		w.notBold = true
	}
}

// clean makes of a text what can be kept: letters in one form (NFC), common spaces, and
// nothing that cannot be seen or that turns round the letters after it.
func clean(s string) string {
	return norm.NFC.String(strings.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t':
			return c
		case c == '\r' || c == '\u2028' || c == '\u2029' || c == '\v':
			return '\n'
		case unicode.IsSpace(c):
			return ' '
		case c == '\u00ad' || c == '\u200b' || c == '\u2060' || c == '\ufeff' || diag.Reorders(c):
			return -1
		case c < ' ' || c >= 0x7f && c < 0xa0:
			return -1
		case c == '\uf0b7' || c == '\uf0a7' || c == '\uf0d8': // bullets of the fonts Symbol and Wingdings
			return '•'
		}
		return c
	}, s))
}
