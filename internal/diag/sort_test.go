package diag

import (
	"fmt"
	"slices"
	"testing"
)

func in(file string, line int) Place {
	at := At(line, 1)
	return Place{File: file, Range: Range{at, at}}
}

func TestFindingsAreSortedAndToldOnce(t *testing.T) {
	suggesting := New(InvalidValue, in("a", 9), Say("”%s”", "“%s”", "x"))
	suggesting.Suggestion = "y"
	longer := New(WrongType, in("b", 1), Say("Rad.", "A line."))
	longer.Range.End = Pos{2, 1}
	findings := Sort([]Finding{
		New(WrongType, in("b", 10), Say("Rad.", "A line.")),
		New(WrongType, in("b", 1), Say("Rad.", "A line.")),
		longer,
		New(Rule{"duplicate-id", Error}, in("b", 1), Say("Rad.", "A line.")),
		suggesting,
		New(InvalidValue, in("a", 9), Text{"”x”", "“x”"}), // says the same
		New(InvalidValue, in("a", 9), Say("”%s”", "“%s”", "w")),
	})
	var told []string
	for _, f := range findings {
		told = append(told, fmt.Sprintf("%s:%d-%d %s %s → %s", f.File, f.Range.Start.Line, f.Range.End.Line, f.Rule, f.Message.In("en"), f.Suggestion))
	}
	want := []string{
		"a:9-9 invalid-value “w” → ",
		"a:9-9 invalid-value “x” → y",
		"b:1-1 duplicate-id A line. → ",
		"b:1-1 wrong-type A line. → ",
		"b:1-2 wrong-type A line. → ",
		"b:10-10 wrong-type A line. → ",
	}
	if !slices.Equal(told, want) {
		t.Errorf("got  %q\nwant %q", told, want)
	}
}

func TestCount(t *testing.T) {
	known := New(Rule{"no-responsible", Warning}, in("a", 3), Text{})
	known.Accepted = "Därför."
	errors, warnings, accepted := Count([]Finding{
		New(WrongType, in("a", 1), Text{}), New(Rule{"no-responsible", Warning}, in("a", 2), Text{}), known, New(YAMLSyntax, in("a", 4), Text{})})
	if errors != 2 || warnings != 1 || accepted != 1 {
		t.Errorf("%d errors, %d warnings, %d accepted", errors, warnings, accepted)
	}
}

func TestSay(t *testing.T) {
	for name, tt := range map[string]struct {
		got    Text
		sv, en string
	}{
		"nothing":              {Text{}, "", ""},
		"in order":             {Say("%s: %s", "%[2]s: %[1]s", "a", "b"), "a: b", "b: a"},
		"what looks like more": {Say("%s", "%s", "%s \x00\x01"), "%s \x00\x01", "%s \x00\x01"},
	} {
		if sv, en := tt.got.In("sv"), tt.got.In("en"); sv != tt.sv || en != tt.en {
			t.Errorf("%s: got %q and %q, want %q and %q", name, sv, en, tt.sv, tt.en)
		}
	}
}
