package view

import (
	"slices"
	"strings"

	"samsyn/internal/text"
)

func (t *tongue) documentsPage() *Page {
	p := &Page{Section: "agreement", Title: t.say(text.Documents), Lead: words(t.say(text.DocumentsLead))}
	made := t.documentCards(t.Options.Documents, true)
	if len(made) == 0 {
		made = []Block{Para{Line: words(t.say(text.NoDocuments))}}
	}
	p.Blocks = append(p.Blocks, section("pdf", t.say(text.MadeDocuments), made...)...)
	if len(t.Options.Documents) > 0 {
		p.Blocks = append(p.Blocks, Section{ID: "kontrollera", Title: t.say(text.HowToVerify), Blocks: t.verifying()})
	}
	a := t.Content.Agreement
	if a == nil {
		return p
	}
	var f factList
	f.add(t.say(text.Original), outside(Text{}, a.Document.URL))
	if a.Document.SHA256.Given() {
		f.add(t.say(text.OriginalDigest), Line{{Text: Text{S: a.Document.SHA256.V}, Code: true}})
	}
	p.Blocks = append(p.Blocks, section("original", t.say(text.Original), f.blocks()...)...)
	p.Blocks = append(p.Blocks, section("bilagor", t.say(text.Annexes), t.annexes()...)...)
	return p
}

// verifying tells how one sees that a PDF is the publisher's and unchanged, and
// which certificates they are sealed with.
func (t *tongue) verifying() []Block {
	blocks := []Block{
		Para{Line: words(t.say(text.VerifyWith))}, Para{Line: Line{{Text: t.say(text.VerifyFile), Code: true}}},
		Para{Line: words(t.say(text.VerifyTells))},
	}
	var f factList
	told := map[string]bool{}
	for _, d := range t.Options.Documents {
		if d.Certificate != "" && !told[d.Certificate] {
			told[d.Certificate] = true
			f.add(t.say(text.SealCertificate), words(t.own(d.SignedBy)), code(inGroups(d.Certificate)))
		}
	}
	return append(append(blocks, f.blocks()...), Para{Line: words(t.say(text.DigestIsOf))})
}

// inGroups writes a digest as samsyn verify does, to be compared by eye.
func inGroups(digest string) string {
	var groups []string
	for group := range slices.Chunk([]byte(digest), 8) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, " ")
}

func (t *tongue) annexes() []Block {
	var list List
	for n, x := range t.Content.Agreement.Annexes {
		title := t.tr(x.Title, "annexes/"+itoa(n)+"/title")
		line := words(title)
		switch {
		case x.URL.Given():
			line = linked(title, safeURL(x.URL.V))
		case x.File.Given():
			if r := t.target(t.Content.Agreement.Path, x.File.V); r.Given() {
				line = linked(title, r)
			}
		}
		if x.Signed.V {
			line = append(line, plain(" "), mark(t.say(text.PartOfSigned), Info))
		}
		list.Items = append(list.Items, line)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}

// documentCards lead to the PDFs, with size and pages, and in full with digest
// and who sealed them.
func (t *tongue) documentCards(list []MadeDocument, full bool) []Block {
	cards := Cards{Look: "document"}
	for _, d := range list {
		size := t.sayf(text.PDFOf, t.count(d.Pages, text.OnePage, text.ManyPages).S, text.FormatSize(d.Size, t.lang))
		c := Card{Title: t.own(d.Title), Ref: Ref{File: d.File}, Kicker: words(size)}
		switch {
		case !full:
		case d.TestKey:
			c.Lines = append(c.Lines, words(t.say(text.SealedWithTestKey)))
		case d.SignedBy != "":
			c.Lines = append(c.Lines, words(t.sayf(text.SealedBy, d.SignedBy)))
		}
		if full && d.Digest != "" {
			c.Lines = append(c.Lines, append(words(t.say(text.FileDigest)), plain(": "), Span{Text: Text{S: d.Digest}, Code: true}))
		}
		cards.Items = append(cards.Items, c)
	}
	if len(cards.Items) == 0 {
		return nil
	}
	return []Block{cards}
}

// documentLinks lead to the PDF of one thing.
func (t *tongue) documentLinks(id string) []Block {
	for _, d := range t.Options.Documents {
		if d.ID == id {
			return section("dokument", t.say(text.Document), t.documentCards([]MadeDocument{d}, false)...)
		}
	}
	return nil
}
