// Package pdf draws a view's document as an accessible, archival PDF. It decides
// nothing about what is said: it turns the view's blocks into the typesetter's.
package pdf

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"strings"

	"samsyn/internal/picture"
	"samsyn/internal/tagged"
	"samsyn/internal/text"
	"samsyn/internal/tint"
	"samsyn/internal/typeset"
	"samsyn/internal/typeset/design"
	"samsyn/internal/typeset/manuscript"
	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
)

// Options say what the document's links and metadata need beside the view.
type Options struct {
	// Address gives the absolute address of a page or file of the site, "" where
	// there is none.
	Address func(block.Ref) string
	// File reads a file of the site, by its path there. Without it no pictures are
	// drawn.
	File func(path string) ([]byte, error)
	// Undrawn, where not nil, is told of each picture of which only the alternative
	// text stands, and why.
	Undrawn func(path string, err error)
	// Colour is the county's own, nil where it has none: the design's stands.
	Colour *tint.Colour
	// Meta carries what the file was made from; its title, author, subject and
	// language are taken from the document.
	Meta tagged.Meta
}

// Render gives the PDF, unsigned. The same document and options give the same
// bytes. A character that the fonts lack is an error.
func Render(d document.Document, opt Options) ([]byte, error) {
	w := &writer{opt: opt, lang: d.Lang, pictures: map[string]*picture.Picture{}, decodedBefore: map[[sha256.Size]byte]*picture.Picture{}}
	meta := opt.Meta
	meta.Title, meta.Subject, meta.Author = d.Title, d.Subject, d.Publisher.S
	meta.Language = locale(d.Lang)
	out := manuscript.Document{
		Meta: meta, Words: words(d.Lang),
		RunningHead: d.RunningHead, Foot: d.Foot,
	}
	if opt.Colour != nil {
		out.Inks = design.Inks(*opt.Colour)
	}
	if d.Cover.Title.S != "" {
		out.Cover = w.cover(d)
	}
	if d.ContentsTitle != "" {
		out.Contents = &manuscript.Contents{Title: d.ContentsTitle, Depth: cmp.Or(d.ContentsDepth, 2)}
	}
	out.Sections = w.sections(d)
	data, err := typeset.Render(out)
	if err != nil {
		return nil, fmt.Errorf("%s.pdf: %w", d.ID, err)
	}
	return data, nil
}

// sections are the document's parts, with the publisher's seal where the document ends
// and its annexes begin.
func (w *writer) sections(d document.Document) []manuscript.Section {
	var own, annexes []manuscript.Section
	for _, p := range d.Parts {
		s := manuscript.Section{Landscape: p.Landscape, Follows: p.Follows, Blocks: w.blocks(p.Blocks, 1)}
		if p.Annex {
			annexes = append(annexes, s)
		} else {
			own = append(own, s)
		}
	}
	return append(sealed(own, d.Seal), annexes...)
}

// sealed puts the publisher's seal after the sections, also where there are none, apart
// from all places where somebody else signs.
func sealed(sections []manuscript.Section, s document.Seal) []manuscript.Section {
	if s.FieldName == "" {
		return sections
	}
	seal := manuscript.Group{Blocks: []manuscript.Block{
		manuscript.Heading{Level: 1, Look: 3, Text: manuscript.Text(s.Title.S)},
		manuscript.Paragraph{Tone: manuscript.Small, Text: manuscript.Text(s.Body.S)},
		manuscript.SignatureField{Name: s.FieldName, Label: s.Label},
	}}
	landscape := len(sections) > 0 && sections[len(sections)-1].Landscape
	return append(sections, manuscript.Section{Landscape: landscape, Follows: true, Kept: true, Blocks: []manuscript.Block{seal}})
}

func words(lang string) manuscript.Words {
	if lang == "en" {
		return manuscript.English
	}
	return manuscript.Swedish
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
	// pictures are those read so far, by their paths; nil what cannot be drawn.
	pictures      map[string]*picture.Picture
	decodedBefore map[[sha256.Size]byte]*picture.Picture
	budget        picture.Budget
	// smaller is by how many levels headings look smaller than they are: where
	// many things of a kind follow each other, each with a few lines.
	smaller int
}

func (w *writer) cover(d document.Document) *manuscript.Cover {
	c := &manuscript.Cover{
		Kicker: d.Cover.Kicker.S, Mark: d.Cover.Mark.S, Publisher: d.Publisher.S,
		Title: d.Cover.Title.S, Subtitle: d.Cover.Subtitle.S,
	}
	if strings.HasPrefix(c.Title, c.Kicker) {
		c.Kicker = "" // the title says it
	}
	for _, f := range d.Cover.Facts {
		fact := manuscript.CoverFact{Label: f.Label.S}
		for _, l := range f.Value {
			fact.Value = append(fact.Value, w.line(l))
		}
		c.Facts = append(c.Facts, fact)
	}
	return c
}

// maxLevel is the deepest heading that a PDF's outline is read to.
const maxLevel = 4

func (w *writer) blocks(in []block.Block, level int) []manuscript.Block {
	var out []manuscript.Block
	for _, b := range in {
		out = append(out, w.block(b, level)...)
	}
	return out
}

func (w *writer) block(b block.Block, level int) []manuscript.Block {
	switch b := b.(type) {
	case block.Section:
		return w.section(b, level)
	case block.Fold:
		return w.section(block.Section{ID: b.ID, Title: b.Title, Blocks: b.Blocks}, level)
	case block.Notice:
		blocks := []manuscript.Block{}
		if b.Title.S != "" {
			blocks = append(blocks, manuscript.Paragraph{Text: []manuscript.Span{{Text: b.Title.S, Bold: true, Lang: b.Title.Lang}}})
		}
		return append(blocks, w.blocks(b.Blocks, level)...)
	case block.Para:
		return []manuscript.Block{manuscript.Paragraph{Tone: tone(b.Tone), Text: w.line(b.Line)}}
	case block.Facts:
		return w.facts(b)
	case block.List:
		return []manuscript.Block{w.list(b)}
	case block.Cards:
		return w.cards(b)
	case block.Table:
		return []manuscript.Block{w.table(b)}
	case block.Prose:
		// On its own page a text's headings come below the title alone; here it may
		// stand deeper.
		b.First = max(b.First, level)
		return w.prose(b)
	case block.Drawing:
		return []manuscript.Block{manuscript.Drawing{ID: b.ID, Figure: b.Figure, Caption: manuscript.Text(b.Caption.S)}}
	case block.Signing:
		return []manuscript.Block{w.signing(b)}
	case block.Contents, block.Filters, block.SearchBox:
		return nil // the document has a table of contents of its own; the others need a screen
	}
	return nil
}

func (w *writer) section(s block.Section, level int) []manuscript.Block {
	out := []manuscript.Block{manuscript.Heading{
		Level: min(level, maxLevel), Look: min(level+w.smaller, maxLevel), ID: s.ID, NewPage: s.Apart,
		Text: []manuscript.Span{{Text: s.Title.S, Lang: s.Title.Lang}},
	}}
	if s.Together && level == 1 {
		w.smaller++
		defer func() { w.smaller-- }()
	}
	if len(s.Kicker) > 0 {
		out = append(out, manuscript.Paragraph{Tone: manuscript.Small, Text: w.line(s.Kicker), Keep: true})
	}
	for _, b := range s.Blocks {
		out = append(out, w.block(s.Below(b), level+1)...)
	}
	if s.Together {
		return []manuscript.Block{manuscript.Group{Blocks: out}}
	}
	return out
}

func tone(t block.Tone) manuscript.Tone {
	switch t {
	case block.Lead:
		return manuscript.Lead
	case block.Quiet, block.Off:
		return manuscript.Small
	}
	return manuscript.Normal
}

func (w *writer) line(l block.Line) []manuscript.Span {
	spans := make([]manuscript.Span, 0, len(l))
	for i, s := range l {
		if i > 0 && s.Marked {
			spans = markedOff(spans)
		}
		if s.Gone { // on paper brackets say what a screen strikes out
			s.S = "[" + s.S + "] "
		}
		span := manuscript.Span{Text: text.Tied(s.S), Lang: s.Lang, Bold: s.Strong || s.Marked || s.Come, Italic: s.Em, Code: s.Code}
		w.lead(&span, s.Ref)
		spans = append(spans, span)
	}
	return spans
}

// markedOff sets a mark off from the words before it by a comma, unless they end
// in a sign that does. On a screen marks are set apart by their looks.
func markedOff(before []manuscript.Span) []manuscript.Span {
	last := &before[len(before)-1]
	words := strings.TrimRight(last.Text, " ")
	if words != "" && strings.ContainsAny(words[len(words)-1:], ":;,.(") || strings.HasSuffix(words, "–") {
		return before
	}
	last.Text = words
	return append(before, manuscript.Span{Text: ", "})
}

// sentence reports a text that is no name. It does not lead to the site: it is
// here in full, and a line under all of it would be in its way.
func sentence(s string) bool { return len([]rune(s)) > 60 || strings.HasSuffix(s, ".") }

// longestAddress is how many bytes an address may have to be a link in a PDF, where it
// stands again for each line of the link. No address that works everywhere is longer.
const longestAddress = 2048

// lead makes a span lead where a reference does. What leads to the site, where
// the same is said, shows it less than what leads to others.
func (w *writer) lead(span *manuscript.Span, r block.Ref) {
	switch {
	case !r.Given(), len(r.URL) > longestAddress:
	case r.URL != "":
		span.URI = r.URL
	case r.Page == "" && r.File == "":
		span.To = r.Fragment
	case w.opt.Address != nil && (r.File != "" || !sentence(span.Text)):
		span.URI, span.Quiet = w.opt.Address(r), r.File == ""
	}
}

func (w *writer) facts(f block.Facts) []manuscript.Block {
	out := manuscript.Facts{}
	for _, item := range f.Items {
		fact := manuscript.Fact{Label: item.Label.S}
		for _, l := range runIn(item.Value) {
			fact.Value = append(fact.Value, manuscript.Paragraph{Text: w.line(l)})
		}
		out.Items = append(out.Items, fact)
	}
	if len(out.Items) == 0 {
		return nil
	}
	return []manuscript.Block{out}
}

// A value of at least runInFrom lines, none of them longer than runInLength
// characters, is a list of names, which reads better as one paragraph.
const runInFrom, runInLength = 4, 70

// runIn makes one line of the names in a long list of them.
func runIn(value []block.Line) []block.Line {
	if len(value) < runInFrom {
		return value
	}
	between := ", "
	for _, l := range value {
		s := plain(l)
		if len([]rune(s)) > runInLength {
			return value
		}
		if strings.Contains(s, ",") {
			between = "; "
		}
	}
	var all block.Line
	for i, l := range value {
		if i > 0 {
			all = append(all, block.Span{Text: block.Plain(between)})
		}
		all = append(all, l...)
	}
	return []block.Line{all}
}

func plain(l block.Line) string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.S)
	}
	return b.String()
}

func (w *writer) list(l block.List) manuscript.Block {
	out := manuscript.List{Ordered: l.Ordered}
	for _, item := range l.Items {
		out.Items = append(out.Items, manuscript.Item{Blocks: []manuscript.Block{manuscript.Paragraph{Text: w.line(item)}}})
	}
	return out
}

// cards become a list: a title and its lines.
func (w *writer) cards(c block.Cards) []manuscript.Block {
	out := manuscript.List{}
	for _, card := range c.Items {
		title := manuscript.Span{Text: card.Title.S, Lang: card.Title.Lang, Bold: true}
		w.lead(&title, card.Ref)
		head := []manuscript.Span{title}
		if len(card.Marks) > 0 {
			head = append(head, manuscript.Span{Text: " – "})
			head = append(head, w.line(card.Marks)...)
		}
		lines := manuscript.Stack{Paragraphs: []manuscript.Paragraph{{ID: card.ID, Text: head}}}
		for _, l := range append([]block.Line{card.Kicker}, card.Lines...) {
			if len(l) > 0 {
				lines.Paragraphs = append(lines.Paragraphs, manuscript.Paragraph{Text: w.line(l)})
			}
		}
		out.Items = append(out.Items, manuscript.Item{Blocks: []manuscript.Block{lines}})
	}
	if len(out.Items) == 0 {
		return nil
	}
	return []manuscript.Block{out}
}

// signing is a table with a field for each party to sign in.
func (w *writer) signing(s block.Signing) manuscript.Block {
	labels := signingLabels[w.lang == "en"]
	out := manuscript.Table{
		Summary: labels.summary,
		Columns: []manuscript.Column{{Share: 0.52, Header: true}, {Share: 0.48}},
		Header:  []manuscript.Cell{manuscript.TextCell(labels.party), manuscript.TextCell(labels.signature)},
	}
	for _, r := range s.Rows {
		field := manuscript.SignatureField{Name: r.FieldName, Label: fmt.Sprintf(labels.field, r.Party.S), Height: 40}
		out.Rows = append(out.Rows, manuscript.Row{Cells: []manuscript.Cell{{Blocks: signer(r)}, {Blocks: []manuscript.Block{field}}}})
	}
	return out
}

// signer says for whom, who, in what role, and when and how it was done
// elsewhere.
func signer(r block.SigningRow) []manuscript.Block {
	blocks := []manuscript.Block{manuscript.Paragraph{Text: []manuscript.Span{{Text: r.Party.S, Bold: true}}}}
	for _, pair := range [][2]block.Text{{r.Name, r.Role}, {r.Date, r.Method}} {
		said := pair[0].S
		if said != "" && pair[1].S != "" {
			said += ", "
		}
		if said += pair[1].S; said != "" {
			blocks = append(blocks, manuscript.Para(said))
		}
	}
	return blocks
}

var signingLabels = map[bool]struct{ party, signature, summary, field string }{
	false: {"Part", "Underskrift", "Parterna, vem som undertecknar för var och en och plats för en digital underskrift", "Underskrift för %s"},
	true:  {"Party", "Signature", "The parties, who signs for each, and room for a digital signature", "Signature for %s"},
}
