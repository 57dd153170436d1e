package sign

import (
	"bytes"
	"strings"
	"testing"

	"samsyn/internal/pdfobj"
	"samsyn/internal/tagged"
	"samsyn/internal/typeset"
	"samsyn/internal/typeset/manuscript"
)

// page is a document of our own making with one field.
func page(t *testing.T) []byte {
	t.Helper()
	pdf, err := typeset.Render(manuscript.Document{
		Meta:     tagged.Meta{Title: "Prov", Language: "sv-SE", Producer: "Prov"},
		Sections: []manuscript.Section{{Blocks: []manuscript.Block{manuscript.Para("Text"), manuscript.SignatureField{Name: "kommun", Label: "Underskrift"}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

// shownLines signs with a mark and reads back the words of what the field shows.
func shownLines(t *testing.T, pdf []byte, lines ...string) []string {
	t.Helper()
	mark := []byte("q 1 w 0 0 m 1 1 l S Q\n")
	out, err := Sign(pdf, Options{Field: "kommun", Credential: signer(t), Mark: &Mark{Drawing: mark, Lines: lines}})
	if err != nil {
		t.Fatal(err)
	}
	if !holds(out) {
		t.Error("the mark spoils the signature")
	}
	f, err := pdfobj.Parse(out)
	if err != nil {
		t.Fatal(err)
	}
	field, err := emptyField(f, "kommun")
	if err == nil {
		t.Fatal("the field is empty", field)
	}
	w := mustFields(f, lastRevision(f))[0]
	ap := f.Stream(f.Dict(w.dict["AP"])["N"])
	if !bytes.HasPrefix(ap.Data, mark) {
		t.Errorf("it is drawn otherwise: %q", ap.Data)
	}
	_, font := preparedFont(f, ap.D)
	var said []string
	for line := range strings.Lines(string(ap.Data[len(mark):])) {
		from, to := strings.Index(line, "<"), strings.Index(line, "> Tj")
		if from < 0 || to < from || font == nil {
			t.Fatalf("no line of text: %q", line)
		}
		var b strings.Builder
		for i := from + 1; i < to; i += 4 {
			b.WriteString(letterOf(font, line[i:i+4]))
		}
		said = append(said, b.String())
	}
	return said
}

func letterOf(m *markFont, code string) string {
	for s, n := range m.codes {
		if strings.EqualFold(code, hex4(n)) {
			return s
		}
	}
	return "?"
}

func hex4(n int) string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[n>>12&15], digits[n>>8&15], digits[n>>4&15], digits[n&15]})
}

func TestMarkSaysWhoAndWhen(t *testing.T) {
	pdf := page(t)
	got := shownLines(t, pdf, "Åsa Öberg-Łuczak, Čáhci", "2026-03-26")
	if len(got) != 2 || got[0] != "Åsa Öberg-Łuczak, Čáhci" || got[1] != "2026-03-26" {
		t.Errorf("it says %q", got)
	}
	long := strings.Repeat("Samordningsförbundet ", 10)
	got = shownLines(t, pdf, long, "漢字", "", "2026-03-26")
	if len(got) != 2 || !strings.HasSuffix(got[0], "…") || !strings.HasPrefix(long, strings.TrimSuffix(got[0], "…")) || len(got[0]) < 30 || got[1] != "2026-03-26" {
		t.Errorf("of lines that cannot be shown as they are it says %q", got)
	}
	// A file whose fields have no font gets the drawing alone.
	if got := shownLines(t, twoFields(), "Åsa"); len(got) != 0 {
		t.Errorf("it says %q", got)
	}
}
