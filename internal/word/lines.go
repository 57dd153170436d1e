package word

import (
	"cmp"
	"strconv"
	"strings"

	"samsyn/internal/view/block"
	"samsyn/internal/view/document"
)

// look is how a run of text looks.
type look struct{ bold, italic, strike, code, link bool }

func (l look) properties(lang string) string {
	var b strings.Builder
	put := func(is bool, s string) {
		if is {
			b.WriteString(s)
		}
	}
	put(l.link, `<w:rStyle w:val="Hyperlink"/>`)
	put(l.code, `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>`)
	put(l.bold, `<w:b/>`)
	put(l.italic, `<w:i/>`)
	put(l.strike, `<w:strike/>`)
	put(lang != "", `<w:lang w:val="`+locale(lang)+`"/>`)
	if b.Len() == 0 {
		return ""
	}
	return `<w:rPr>` + b.String() + `</w:rPr>`
}

// run is text with its properties; "" where there is none.
func run(text, properties string) string {
	if text == "" {
		return ""
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + escaped(text) + `</w:t></w:r>`
}

const lineBreak = `<w:r><w:br/></w:r>`

// para writes a paragraph of runs in a style.
func (w *writer) para(style, runs string) { w.styled(style, "", runs) }

// styled writes a paragraph with properties beside its style's.
func (w *writer) styled(style, more, runs string) {
	w.put(`<w:p><w:pPr><w:pStyle w:val="`, style, `"/>`, more, `</w:pPr>`, runs, `</w:p>`)
}

// line is a line as runs.
func (w *writer) line(l block.Line, bold bool) string {
	var b strings.Builder
	before := ""
	for n, s := range l {
		if n > 0 && s.Marked {
			b.WriteString(run(setOff(before), ""))
		}
		looks := look{bold: bold || s.Strong || s.Marked || s.Come, italic: s.Em, strike: s.Gone, code: s.Code}
		b.WriteString(w.linked(s.S, s.Lang, looks, s.Ref))
		before = s.S
	}
	return b.String()
}

// setOff is what stands between words and a mark, which a screen sets apart by its look.
func setOff(before string) string {
	words := strings.TrimRight(before, " ")
	switch {
	case words == "" || strings.ContainsAny(words[len(words)-1:], ":;,.(") || strings.HasSuffix(words, "–"):
		return ""
	case words != before:
		return "– "
	}
	return ", "
}

// longestAddress is how many bytes an address may have to be a link.
const longestAddress = 2048

// linked is a run that leads where a reference does.
func (w *writer) linked(text, lang string, l look, r block.Ref) string {
	address := r.URL
	switch {
	case text == "" || !r.Given():
		return run(text, l.properties(lang))
	case address == "" && r.Page == "" && r.File == "":
		name, known := w.places[r.Fragment]
		if !known {
			return run(text, l.properties(lang))
		}
		l.link = true
		return `<w:hyperlink w:anchor="` + name + `">` + run(text, l.properties(lang)) + `</w:hyperlink>`
	case address == "" && w.opt.Address != nil:
		address = w.opt.Address(r)
	}
	if address == "" || len(address) > longestAddress {
		return run(text, l.properties(lang))
	}
	id, known := w.links[address]
	if !known {
		id = w.relate("hyperlink", address, ` TargetMode="External"`)
		w.links[address] = id
	}
	l.link = true
	return `<w:hyperlink r:id="` + id + `">` + run(text, l.properties(lang)) + `</w:hyperlink>`
}

// mark gives the sections that can be led to a bookmark each.
func (w *writer) mark(list []block.Block) {
	for _, b := range list {
		switch b := b.(type) {
		case block.Section:
			if b.ID != "" && w.places[b.ID] == "" {
				w.places[b.ID] = "_S" + strconv.Itoa(len(w.places)+1)
			}
			w.mark(b.Blocks)
		case block.Fold:
			w.mark(b.Blocks)
		}
	}
}

// deepestHeading is the deepest level that there is a style for.
const deepestHeading = 4

func (w *writer) heading(level int, id string, runs string) {
	if name, has := w.places[id]; has && id != "" {
		w.bookmark++
		n := strconv.Itoa(w.bookmark)
		runs = `<w:bookmarkStart w:id="` + n + `" w:name="` + name + `"/>` + runs + `<w:bookmarkEnd w:id="` + n + `"/>`
	}
	w.para("Heading"+strconv.Itoa(min(level, deepestHeading)), runs)
}

// cover is the document's title with what stands around it.
func (w *writer) cover(d document.Document) {
	c := d.Cover
	if c.Title.S == "" {
		return
	}
	if c.Kicker.S != "" && !strings.HasPrefix(c.Title.S, c.Kicker.S) {
		w.para("Normal", run(c.Kicker.S, look{bold: true}.properties(c.Kicker.Lang)))
	}
	w.para("Title", run(c.Title.S, look{}.properties(c.Title.Lang)))
	if c.Subtitle.S != "" {
		w.para("Subtitle", run(c.Subtitle.S, look{}.properties(c.Subtitle.Lang)))
	}
	if c.Mark.S != "" {
		w.para("Lead", run(c.Mark.S, look{bold: true}.properties(c.Mark.Lang)))
	}
	w.facts(block.Facts{Items: c.Facts})
	w.para("Normal", run(d.Publisher.S, look{bold: true}.properties(d.Publisher.Lang)))
	w.pageBreak()
}

// contents is a table of contents that Word can renew; its lines lead to the headings.
func (w *writer) contents(d document.Document) {
	if d.ContentsTitle == "" {
		return
	}
	w.para("TOCHeading", run(d.ContentsTitle, ""))
	depth := cmp.Or(d.ContentsDepth, 2)
	begin := `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-` + strconv.Itoa(depth) + `" \h \z </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`
	w.entries(partBlocks(d), 1, depth, &begin)
	w.put(`<w:p>`, begin, `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)
	w.pageBreak()
}

func partBlocks(d document.Document) (all []block.Block) {
	for _, p := range d.Parts {
		all = append(all, p.Blocks...)
	}
	return all
}

// entries writes a line for each section; before stands in front of the first.
func (w *writer) entries(list []block.Block, level, depth int, before *string) {
	for _, b := range list {
		s, is := b.(block.Section)
		if !is || level > depth {
			continue
		}
		text := run(s.Title.S, look{}.properties(s.Title.Lang))
		if name, has := w.places[s.ID]; has && s.ID != "" {
			text = `<w:hyperlink w:anchor="` + name + `">` + text + `</w:hyperlink>`
		}
		w.para("TOC"+strconv.Itoa(level), *before+text)
		*before = ""
		w.entries(s.Blocks, level+1, depth, before)
	}
}
