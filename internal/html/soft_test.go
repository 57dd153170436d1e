package html

import (
	"runtime"
	"strings"
	"testing"

	"samsyn/internal/prose"
	blocks "samsyn/internal/view/block"
	"samsyn/internal/view/page"
)

func TestLongWordsMayBeDivided(t *testing.T) {
	for in, want := range map[string]string{
		"Boende":                  "Boende",
		"":                        "",
		"Arbetsmarknad/kompetens": "Arbets\u00admarknad/\u200bkompetens",
		"en kort rad":             "en kort rad",
		"samverkansområdena":      "samverkans\u00adområdena",
	} {
		if got := Soft(in); got != want {
			t.Errorf("%q became %q, not %q", in, got, want)
		}
	}
	for _, s := range []string{strings.Repeat("å", 300), "a<b & samhällsorientering", "\xff\xfe förvaltningsövergripande", "https://www.example.se/en/mycket/lang/adress"} {
		back := strings.NewReplacer("\u00ad", "", "\u200b", "").Replace(Soft(s))
		if back != s {
			t.Errorf("%q became %q", s, back)
		}
	}
}

func TestNothingRunsOnForEver(t *testing.T) {
	for _, s := range []string{strings.Repeat("x", 300), "https://www.example.se/" + strings.Repeat("mycket", 30), strings.Repeat("FÖRVALTNINGSÖVERGRIPANDE", 12)} {
		broken := breakable(Soft(s))
		for _, piece := range strings.FieldsFunc(broken, mayBreak) {
			if n := len([]rune(piece)); n > longest {
				t.Errorf("%.20s: %d letters without a place to break", s, n)
			}
		}
		if back := strings.NewReplacer("\u00ad", "", "\u200b", "").Replace(broken); back != s {
			t.Errorf("%q became %q", s, back)
		}
	}
	for _, s := range []string{"", "samverkan", "en.ganska.lang.adress.till.nagon@lansstyrelsen.example", strings.Repeat("ord ", 50)} {
		if got := breakable(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
}

// The parts of a telephone number stay in their order in a text from right to left.
// A text without an end is written once, however many places to break it gets.
func TestEndlessTextsAreWrittenOnce(t *testing.T) {
	text := strings.Repeat("a", 1<<18)
	var from, to runtime.MemStats
	runtime.ReadMemStats(&from)
	broken := breakable(text)
	runtime.ReadMemStats(&to)
	if strings.Count(broken, breakHere) < 1000 || strings.ReplaceAll(broken, breakHere, "") != text {
		t.Error("the text is not the same with places to break")
	}
	if took := to.TotalAlloc - from.TotalAlloc; took > 16<<20 {
		t.Errorf("takes %d MiB in all", took>>20)
	}
}

func TestNumbersToCallReadFromTheLeft(t *testing.T) {
	d := &drawer{page: &page.Page{Lang: "ar"}}
	drawn := string(drawn(d.line, blocks.Line{{Text: blocks.Plain("0980-319 201"), Ref: blocks.Ref{URL: "tel:+46980319201"}}}))
	if want := `<a href="tel:+46980319201" dir="ltr">0980-319 201</a>`; strings.ReplaceAll(drawn, "&#43;", "+") != want {
		t.Errorf("%s, not %s", drawn, want)
	}
}

// A column's label, which stands in each cell on a telephone, is divided as other words are.
func TestLabelsOfCellsMayBeDivided(t *testing.T) {
	d := &drawer{page: &page.Page{Lang: "sv"}}
	table := blocks.Table{Columns: []blocks.Column{{Label: blocks.Plain("Insats"), Header: true}, {Label: blocks.Plain("Samverkansområde")}},
		Rows: []blocks.Row{{Cells: []blocks.Cell{blocks.CellOf(blocks.Words(blocks.Plain("A"))), blocks.CellOf(blocks.Words(blocks.Plain("B")))}}}}
	if drawn, want := string(d.all([]blocks.Block{table})), "data-label=\"Samverkans\u00adområde\""; !strings.Contains(drawn, want) {
		t.Errorf("%s lacks %s", drawn, want)
	}
}

// What people copy has nothing in it that does not show.
func TestWhatIsCopiedIsWhole(t *testing.T) {
	d := &drawer{page: &page.Page{Lang: "sv"}}
	for _, s := range []string{
		"integrationssamordning@lansstyrelsen.se", "www.integrationssamordning.se/overenskommelse", "lansstyrelsen.se/arbetsmarknadsintegration/samverkansomraden",
		"arbetsmarknadsnämnden2024:17", "0470-86 00 00", "https://kommunalförbundet.example/samverkansöverenskommelser",
	} {
		for name, drawn := range map[string]string{
			"a line": string(drawn(d.line, blocks.Line{{Text: blocks.Plain("Skriv till " + s + ", samverkansområdena.")}})),
			"prose":  string(d.all([]blocks.Block{blocks.Prose{Doc: &prose.Doc{Blocks: []prose.Block{&prose.Paragraph{Inlines: []prose.Inline{&prose.Text{Value: s}}}}}}})),
		} {
			if copied := strings.ReplaceAll(drawn, "<wbr>", ""); !strings.Contains(copied, s) || strings.Contains(copied, breakHere) {
				t.Errorf("%s: %s is copied as %q", name, s, copied)
			}
		}
	}
}
