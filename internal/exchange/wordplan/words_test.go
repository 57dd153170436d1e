package wordplan

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/exchange/worddoc/wordtest"
	"samsyn/internal/model"
	"samsyn/internal/prose"
)

// scribe writes documents at random, in which every word is another one.
type scribe struct {
	r *rand.Rand
	n int
}

func (s *scribe) word() string {
	s.n++
	w := fmt.Sprintf("ord%d", s.n)
	marks := []string{"%s", "%s", "%s", "*%s*", "_%s_", "<%s>", "[%s]", "%s.", "%s,", "# %s", "1. %s", "• %s", "&amp;%s;", "`%s`", "- %s", "|%s|", "~%s~", "==%s", "> %s", "%s:", "\\%s"}
	return fmt.Sprintf(marks[s.r.IntN(len(marks))], w)
}

func (s *scribe) text(most int) string {
	var parts []string
	for range 1 + s.r.IntN(most) {
		parts = append(parts, s.word())
	}
	return strings.Join(parts, []string{" ", "\n", "  "}[s.r.IntN(3)])
}

func (s *scribe) pick(list ...string) string { return list[s.r.IntN(len(list))] }

// cell is what may stand in a cell.
func (s *scribe) cell() string {
	switch s.r.IntN(9) {
	case 0:
		return ""
	case 1:
		return "^"
	case 2:
		return s.pick("Åsby kommun", "ASA", "Region Fjälla och Norrvik", "Arbetsformedlingen", "hösten 2026", "2026-01-01 – 2026-12-31", "Pågår", "Hälsa", "Upptäcka ohälsa tidigt.", "löpande", "Insats")
	case 3:
		return "Åsby kommun ansvarar " + s.text(4)
	default:
		return s.text(8)
	}
}

func (s *scribe) table() string {
	heads := []string{"Samverkansområde", "Insats", "Ansvarig", "Genomförande (ansvar och hur)", "Uppföljning", "Tid", "Målgrupp", "Status", "Delmål", "Nr", "Medverkande", "Redovisas senast", s.word(), "Upföljning"}
	s.r.Shuffle(len(heads), func(a, b int) { heads[a], heads[b] = heads[b], heads[a] })
	head := heads[:3+s.r.IntN(4)]
	if s.r.IntN(6) > 0 {
		head[0] = strings.ReplaceAll("Insats "+head[0], "Insats Insats", "Insats")
	}
	rows := [][]string{head}
	for range s.r.IntN(8) {
		var row []string
		for range len(head) + s.r.IntN(3)/2*(s.r.IntN(3)-1) {
			row = append(row, s.cell())
		}
		if s.r.IntN(8) == 0 {
			row = []string{s.pick("Hälsa", s.text(3))}
		}
		rows = append(rows, row)
	}
	if s.r.IntN(4) == 0 { // pasted as tabs
		out := ""
		for _, row := range rows {
			out += wordtest.P(strings.ReplaceAll(strings.Join(row, "\t"), "\n", " "))
		}
		return out
	}
	return wordtest.Table(rows...)
}

func (s *scribe) document() (body string, parts wordtest.Parts) {
	for range 1 + s.r.IntN(6) {
		switch s.r.IntN(6) {
		case 0:
			body += wordtest.Styled("Rubrik1", s.pick("Hälsa", "Arbete och kompetens", s.text(4)))
		case 1:
			body += wordtest.P(s.text(12))
		case 2:
			body += `<w:p><w:del><w:r><w:delText>struket</w:delText></w:r></w:del><w:ins>` + wordtest.Run(s.text(3)) + `</w:ins></w:p>`
		default:
			body += s.table()
		}
	}
	parts = wordtest.Parts{"header": wordtest.P(s.text(3)), "footnotes": `<w:footnote w:id="7">` + wordtest.P(s.text(3)) + `</w:footnote>`, "comments": `<w:comment w:id="7">` + wordtest.P(s.text(3)) + `</w:comment>`}
	mark := `<w:r><w:footnoteReference w:id="7"/><w:commentReference w:id="7"/></w:r>`
	if at := strings.LastIndex(body, "</w:p>"); at >= 0 {
		return body[:at] + mark + body[at:], parts
	}
	return body + `<w:p>` + mark + `</w:p>`, parts
}

// anyWord is a word that a scribe has written.
var anyWord = regexp.MustCompile(`ord\d+`)

// Every word of a document is in the file that it is said to be in, or is listed.
func TestEveryWordIsPlacedOrListed(t *testing.T) {
	c := content(t)
	rounds := 200
	if testing.Short() {
		rounds = 60
	}
	for seed := range rounds {
		s := &scribe{r: rand.New(rand.NewPCG(uint64(seed), 19))}
		body, parts := s.document()
		lostNoWord(t, c, body, parts)
		if t.Failed() {
			t.Fatalf("seed %d:\n%s", seed, body)
		}
	}
}

func lostNoWord(t *testing.T, c *model.Content, body string, parts wordtest.Parts) {
	t.Helper()
	d := made(t, Order{Content: c}, body, parts)
	told := map[string]bool{}
	for _, p := range d.Pieces {
		file := map[string]bool{}
		if p.Use == Written || p.Use == Kept {
			if p.For == nil {
				t.Errorf("%q is in no file", p.Text)
				continue
			}
			file = shown(t, string(d.Files["plans/2026/"+p.For.ID+".md"]))
		}
		for _, w := range wordsOf(p.Text) {
			told[w] = true
			if (p.Use == Written || p.Use == Kept) && !file[w] {
				t.Errorf("%q of %q is not in the file of %s:\n%s", w, p.Text, p.For.ID, d.Files["plans/2026/"+p.For.ID+".md"])
			}
		}
	}
	for _, w := range anyWord.FindAllString(fmt.Sprint(body, parts), -1) {
		if !told[w] {
			t.Errorf("%s is neither placed nor listed", w)
		}
	}
}

// shown are the words that a file's fields and the text below them show.
func shown(t *testing.T, file string) map[string]bool {
	t.Helper()
	_, rest, _ := strings.Cut(file, "---\n")
	front, body, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		t.Fatalf("no front matter in\n%s", file)
	}
	text, err := prose.Parse("x.md", 1, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	if len(text.Literals) > 0 {
		t.Errorf("Markdown that is none: %+v in\n%s", text.Literals, body)
	}
	set := map[string]bool{}
	add := func(s string) {
		for _, w := range wordsOf(s) {
			set[w] = true
		}
	}
	add(front)
	text.Walk(nil, func(in prose.Inline) { add(prose.Plain([]prose.Inline{in})) })
	return set
}

// What is read of any document makes no panic, and loses no paragraph.
func FuzzMake(f *testing.F) {
	f.Add(wordtest.Table([]string{"Insats", "Ansvarig"}, []string{"Kurs", "Åsby"}))
	f.Add(wordtest.P("Insats\tTid") + wordtest.P("a\t2026-01-01 –"))
	f.Add(wordtest.Styled("Rubrik1", "Hälsa") + wordtest.Table([]string{"^", "Insats", "Uppföljning"}, []string{"", "", "x"}, []string{"Hälsa"}))
	c := content(f)
	f.Fuzz(func(t *testing.T, body string) {
		d, err := worddoc.Read(wordtest.File(body, nil, nil))
		if err != nil {
			return
		}
		if _, err := Make(Order{Content: c, Document: d, Plan: "2026", Taken: func(string) bool { return false }}); err != nil {
			t.Error(err)
		}
	})
}
