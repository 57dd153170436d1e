package general

import (
	"slices"
	"strconv"
	"strings"

	"samsyn/internal/text"
	"samsyn/internal/view"
	"samsyn/internal/view/block"
	"samsyn/internal/view/page"
	"samsyn/internal/view/part"
)

// Documents leads to the documents and the annexes, and tells how they are verified.
func Documents(t *view.Language) *page.Page {
	p := &page.Page{Section: "agreement", Title: t.Say(text.Documents), Lead: block.Words(t.Say(text.DocumentsLead))}
	made := page.DocumentCards(t, t.Options.Documents, true)
	if block.Empty(made) {
		made = block.Para{Line: block.Words(t.Say(text.NoDocuments))}
	}
	p.Under("pdf", t.Say(text.MadeDocuments), made)
	if slices.ContainsFunc(t.Options.Documents, func(d view.MadeDocument) bool { return d.Digest != "" }) {
		p.Add(block.Section{ID: "kontrollera", Title: t.Say(text.HowToVerify), Blocks: verifying(t)})
	}
	a := t.Content.Agreement
	if a == nil {
		return p
	}
	var f block.Facts
	f.Add(t.Say(text.Original), part.WhereOriginalIs(t)...)
	f.Add(t.Say(text.OriginalDigest), block.CodeLine(a.Document.SHA256.V))
	p.Under("original", t.Say(text.Original), f.Blocks()...)
	p.Under("bilagor", t.Say(text.Annexes), annexes(t))
	return p
}

// verifying tells how one sees that a PDF is the publisher's and unchanged, and
// which certificates they are sealed with.
func verifying(t *view.Language) []block.Block {
	blocks := []block.Block{
		block.Para{Line: block.Words(t.Say(text.VerifyWith))}, block.Para{Line: block.Line{{Text: t.Say(text.VerifyFile), Code: true}}},
		block.Para{Line: block.Words(t.Say(text.VerifyTells))},
	}
	var f block.Facts
	told := map[string]bool{}
	for _, d := range t.Options.Documents {
		if d.Certificate != "" && !told[d.Certificate] {
			told[d.Certificate] = true
			f.Add(t.Say(text.SealCertificate), block.Words(t.Own(d.SignedBy)), block.CodeLine(inGroups(d.Certificate)))
		}
	}
	return append(append(blocks, f.Blocks()...), block.Para{Line: block.Words(t.Say(text.DigestIsOf))})
}

// inGroups writes a digest as samsyn verify does, to be compared by eye.
func inGroups(digest string) string {
	var groups []string
	for group := range slices.Chunk([]byte(digest), 8) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, " ")
}

func annexes(t *view.Language) block.List {
	var list block.List
	for n, x := range t.Content.Agreement.Annexes {
		title := t.Text(x.Title, "annexes/"+strconv.Itoa(n)+"/title")
		line := block.Words(title)
		switch {
		case x.URL.Given():
			line = block.Linked(title, view.SafeURL(x.URL.V))
		case x.File.Given():
			if r := t.Target(t.Content.Agreement.Path, x.File.V); r.Given() {
				line = block.Linked(title, r)
			}
		}
		if x.Note.Given() {
			line = append(line, block.Run(". "), block.Span{Text: t.Text(x.Note, "annexes/"+strconv.Itoa(n)+"/note")})
		}
		if x.Signed.V {
			line = append(line, block.Run(" "), block.Mark(t.Say(text.PartOfSigned), block.Info))
		}
		list.Items = append(list.Items, line)
	}
	return list
}
