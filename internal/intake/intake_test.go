package intake_test

import (
	"strings"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/exchange"
	"samsyn/internal/exchange/worddoc"
	"samsyn/internal/exchange/worddoc/wordtest"
	"samsyn/internal/exchange/wordplan"
	"samsyn/internal/intake"
	"samsyn/internal/model"
)

func TestKinds(t *testing.T) {
	for name, want := range map[string]intake.Kind{"a.XLSX": intake.Table, "a.csv": intake.Table, "dir/a.docx": intake.Word, "a.doc": intake.None, "xlsx": intake.None, "": intake.None} {
		if got := intake.KindOf(name); got != want {
			t.Errorf("%q: %d, not %d", name, got, want)
		}
	}
}

// told is an account on lines.
func told(all []intake.Section) string {
	var b strings.Builder
	for _, s := range all {
		b.WriteString(s.Heading.EN + "\n")
		for _, line := range s.Lines {
			if line.Asks {
				b.WriteString("?")
			}
			b.WriteString(" " + line.EN + "\n")
		}
	}
	return b.String()
}

// A clash is told with both values, after what is taken.
func TestTableIsTold(t *testing.T) {
	in := &exchange.Import{Told: []exchange.Told{
		{Outcome: exchange.Conflict, Sheet: "I", Ref: "B2", Thing: "Choir", Field: "Title", Was: "a", New: "b", Now: "c", Message: diag.Say("x", "choose")},
		{Outcome: exchange.Added, Sheet: "I", Thing: "New one"},
	}}
	want := "Is added (1)\n I (New one): new row\nClashes with what somebody else has changed, and is not taken (1)\n? I!B2 (Choir): Title is “b” in the file and “c” in the content, and was “a”: choose\n"
	if got := told(intake.OfTable(in)); got != want {
		t.Errorf("%s", got)
	}
}

// Those who know no identifiers get names; every text of the document is somewhere.
func TestDraftIsTold(t *testing.T) {
	d, err := worddoc.Read(wordtest.File(wordtest.P("Loose words")+wordtest.Table([]string{"Insats", "Ansvarig", "Budget"}, []string{"Kör", "Alvesta", "40 tkr"}), nil, nil))
	if err != nil {
		t.Fatal(err)
	}
	c := &model.Content{}
	draft, err := wordplan.Make(wordplan.Order{Content: c, Document: d, Plan: "2030", Taken: func(string) bool { return false }})
	if err != nil {
		t.Fatal(err)
	}
	plain, exact := told(intake.OfDraft(c, d, draft, func(kind, id string) string { return kind + "=" + id })), told(intake.OfDraft(c, d, draft, nil))
	for _, words := range []string{"1. “Insats”: initiative (title)", "Kör (plans/2030/kor.md)", "Loose words", "40 tkr"} {
		if !strings.Contains(exact, words) {
			t.Errorf("%q is not told:\n%s", words, exact)
		}
	}
	for _, words := range []string{"(title)", ".md"} {
		if strings.Contains(plain, words) {
			t.Errorf("people are told %q:\n%s", words, plain)
		}
	}
	if !strings.Contains(plain, "responsible: party=") {
		t.Errorf("no name:\n%s", plain)
	}
}
