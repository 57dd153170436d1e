// Package pdf draws a view's document as an accessible, archival PDF. It decides
// nothing about what is said: it turns the view's blocks into the typesetter's.
package pdf

import (
	"fmt"
	"strings"

	"samsyn/internal/tagged"
	"samsyn/internal/typeset"
	"samsyn/internal/view"
)

// Options say what the document's links and metadata need beside the view.
type Options struct {
	// Address gives the absolute address of a page or file of the site, "" where
	// there is none.
	Address func(view.Ref) string
	// Meta carries what the file was made from; its title, author, subject and
	// language are taken from the document.
	Meta tagged.Meta
}

// Render gives the PDF, unsigned. The same document and options give the same
// bytes. A character that the fonts lack is an error.
func Render(d view.Document, opt Options) ([]byte, error) {
	w := &writer{opt: opt, lang: d.Lang}
	meta := opt.Meta
	meta.Title, meta.Subject, meta.Author = d.Title, d.Subject, d.Publisher.S
	meta.Language = locale(d.Lang)
	out := typeset.Document{
		Meta: meta, Words: words(d.Lang),
		Cover:       w.cover(d),
		RunningHead: d.RunningHead, Foot: d.Foot,
	}
	if d.ContentsTitle != "" {
		out.Contents = &typeset.Contents{Title: d.ContentsTitle, Depth: 2}
	}
	for _, p := range d.Parts {
		out.Sections = append(out.Sections, typeset.Section{Landscape: p.Landscape, Blocks: w.blocks(p.Blocks, 1)})
	}
	out.Sections = sealed(out.Sections, d.Seal)
	data, err := typeset.Render(out)
	if err != nil {
		return nil, fmt.Errorf("%s.pdf: %w", d.ID, err)
	}
	return data, nil
}

// sealed puts the publisher's seal at the end of the last section.
func sealed(sections []typeset.Section, s view.Seal) []typeset.Section {
	if s.FieldName == "" || len(sections) == 0 {
		return sections
	}
	last := &sections[len(sections)-1]
	last.Blocks = append(last.Blocks,
		typeset.Heading{Level: 1, Text: typeset.Text(s.Title.S)},
		typeset.Para(s.Body.S),
		typeset.SignatureField{Name: s.FieldName, Label: s.Label})
	return sections
}

func words(lang string) typeset.Words {
	if lang == "en" {
		return typeset.English
	}
	return typeset.Swedish
}

// locale adds the country to the languages that have theirs here.
func locale(lang string) string {
	if lang == "sv" {
		return "sv-SE"
	}
	return lang
}

type writer struct {
	opt  Options
	lang string
}

func (w *writer) cover(d view.Document) *typeset.Cover {
	c := &typeset.Cover{Publisher: d.Publisher.S, Title: d.Cover.Title.S, Subtitle: d.Cover.Subtitle.S}
	for _, s := range []string{d.Cover.Kicker.S, d.Cover.Mark.S} {
		if s != "" {
			c.Lines = append(c.Lines, s)
		}
	}
	for _, f := range d.Cover.Facts {
		var values []string
		for _, l := range f.Value {
			values = append(values, plain(l))
		}
		c.Lines = append(c.Lines, f.Label.S+": "+strings.Join(values, "; "))
	}
	return c
}

func plain(l view.Line) string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.S)
	}
	return b.String()
}

// maxLevel is the deepest heading that a PDF's outline is read to.
const maxLevel = 4

func (w *writer) blocks(in []view.Block, level int) []typeset.Block {
	var out []typeset.Block
	for _, b := range in {
		out = append(out, w.block(b, level)...)
	}
	return out
}

func (w *writer) block(b view.Block, level int) []typeset.Block {
	switch b := b.(type) {
	case view.Section:
		return w.section(b.ID, b.Title, b.Kicker, b.Blocks, level)
	case view.Fold:
		return w.section(b.ID, b.Title, nil, b.Blocks, level)
	case view.Notice:
		blocks := []typeset.Block{}
		if b.Title.S != "" {
			blocks = append(blocks, typeset.Paragraph{Text: []typeset.Span{{Text: b.Title.S, Bold: true, Lang: b.Title.Lang}}})
		}
		return append(blocks, w.blocks(b.Blocks, level)...)
	case view.Para:
		return []typeset.Block{typeset.Paragraph{Tone: tone(b.Tone), Text: w.line(b.Line)}}
	case view.Facts:
		return w.facts(b)
	case view.List:
		return []typeset.Block{w.list(b)}
	case view.Cards:
		return w.cards(b)
	case view.Table:
		return []typeset.Block{w.table(b)}
	case view.Prose:
		return w.prose(b)
	case view.Drawing:
		return []typeset.Block{typeset.Drawing{ID: b.ID, Figure: b.Figure, Caption: typeset.Text(b.Caption.S)}}
	case view.Signing:
		return []typeset.Block{w.signing(b)}
	case view.Contents, view.Filters, view.SearchBox:
		return nil // the document has a table of contents of its own; the others need a screen
	}
	return nil
}

func (w *writer) section(id string, title view.Text, kicker view.Line, blocks []view.Block, level int) []typeset.Block {
	out := []typeset.Block{typeset.Heading{Level: min(level, maxLevel), ID: id, Text: []typeset.Span{{Text: title.S, Lang: title.Lang}}}}
	if len(kicker) > 0 {
		out = append(out, typeset.Paragraph{Tone: typeset.Small, Text: w.line(kicker)})
	}
	return append(out, w.blocks(blocks, level+1)...)
}

func tone(t view.Tone) typeset.Tone {
	switch t {
	case view.Lead:
		return typeset.Lead
	case view.Quiet, view.Off:
		return typeset.Small
	}
	return typeset.Normal
}

func (w *writer) line(l view.Line) []typeset.Span {
	spans := make([]typeset.Span, 0, len(l))
	for _, s := range l {
		span := typeset.Span{Text: s.S, Lang: s.Lang, Bold: s.Strong || s.Marked, Italic: s.Em, Code: s.Code}
		w.lead(&span, s.Ref)
		spans = append(spans, span)
	}
	return spans
}

// lead makes a span lead where a reference does.
func (w *writer) lead(span *typeset.Span, r view.Ref) {
	switch {
	case !r.Given():
	case r.URL != "":
		span.URI = r.URL
	case r.Page == "" && r.File == "":
		span.To = r.Fragment
	case w.opt.Address != nil:
		span.URI = w.opt.Address(r)
	}
}

func (w *writer) facts(f view.Facts) []typeset.Block {
	out := typeset.Facts{}
	for _, item := range f.Items {
		fact := typeset.Fact{Label: item.Label.S}
		for _, l := range item.Value {
			fact.Value = append(fact.Value, typeset.Paragraph{Text: w.line(l)})
		}
		out.Items = append(out.Items, fact)
	}
	if len(out.Items) == 0 {
		return nil
	}
	return []typeset.Block{out}
}

func (w *writer) list(l view.List) typeset.Block {
	out := typeset.List{Ordered: l.Ordered}
	for _, item := range l.Items {
		out.Items = append(out.Items, typeset.Item{Blocks: []typeset.Block{typeset.Paragraph{Text: w.line(item)}}})
	}
	return out
}

// cards become a list: a title and its lines.
func (w *writer) cards(c view.Cards) []typeset.Block {
	out := typeset.List{}
	for _, card := range c.Items {
		title := typeset.Span{Text: card.Title.S, Lang: card.Title.Lang, Bold: true}
		w.lead(&title, card.Ref)
		head := []typeset.Span{title}
		if len(card.Marks) > 0 {
			head = append(head, typeset.Span{Text: " – "})
			head = append(head, w.line(card.Marks)...)
		}
		item := typeset.Item{Blocks: []typeset.Block{typeset.Paragraph{ID: card.ID, Text: head}}}
		for _, l := range append([]view.Line{card.Kicker}, card.Lines...) {
			if len(l) > 0 {
				item.Blocks = append(item.Blocks, typeset.Paragraph{Text: w.line(l)})
			}
		}
		out.Items = append(out.Items, item)
	}
	if len(out.Items) == 0 {
		return nil
	}
	return []typeset.Block{out}
}

func (w *writer) table(t view.Table) typeset.Block {
	out := typeset.Table{ID: t.ID, Summary: t.Summary.S}
	if t.Caption.S != "" {
		out.Caption = typeset.Text(t.Caption.S)
	}
	for _, c := range t.Columns {
		column := typeset.Column{Share: c.Share, Header: c.Header}
		if c.Numeric {
			column.Align = typeset.Right
		}
		out.Columns = append(out.Columns, column)
		out.Header = append(out.Header, typeset.TextCell(c.Label.S))
	}
	for _, r := range t.Rows {
		row := typeset.Row{Emphasis: r.Group}
		for _, c := range r.Cells {
			cell := typeset.Cell{Blocks: w.blocks(c.Blocks, maxLevel)}
			if r.Group {
				cell.Span = len(t.Columns)
			}
			row.Cells = append(row.Cells, cell)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// signing is a table with a field for each party to sign in.
func (w *writer) signing(s view.Signing) typeset.Block {
	labels := signingLabels[w.lang == "en"]
	out := typeset.Table{
		Summary: labels.summary,
		Columns: []typeset.Column{{Share: 0.55, Header: true}, {Share: 0.45}},
		Header:  []typeset.Cell{typeset.TextCell(labels.party), typeset.TextCell(labels.signature)},
	}
	for _, r := range s.Rows {
		who := []typeset.Block{typeset.Paragraph{Text: []typeset.Span{{Text: r.Party.S, Bold: true}}}}
		for _, t := range []view.Text{r.Name, r.Role, r.Date, r.Method} {
			if t.S != "" {
				who = append(who, typeset.Para(t.S))
			}
		}
		field := typeset.SignatureField{Name: r.FieldName, Label: fmt.Sprintf(labels.field, r.Party.S)}
		out.Rows = append(out.Rows, typeset.Row{Cells: []typeset.Cell{{Blocks: who}, {Blocks: []typeset.Block{field}}}})
	}
	return out
}

var signingLabels = map[bool]struct{ party, signature, summary, field string }{
	false: {"Part", "Underskrift", "Parterna, vem som undertecknar för var och en och plats för en digital underskrift", "Underskrift för %s"},
	true:  {"Party", "Signature", "The parties, who signs for each, and room for a digital signature", "Signature for %s"},
}
