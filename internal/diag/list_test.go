package diag

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func in(file string, line int32) Place {
	at := Pos{line, 1}
	return Place{File: file, Range: Range{at, at}}
}

func lines(l *List) (told []string) {
	for f := range l.All() {
		told = append(told, fmt.Sprintf("%s:%d %s %s → %s", f.File, f.Range.Start.Line, f.Rule(), f.Message.In("en"), f.Suggestion()))
	}
	return told
}

// There may be as many findings as there are files: 100,000 of a few bytes each must
// fit into the 64 MiB that a validation may take.
func TestFindingIsSmall(t *testing.T) {
	l := &List{}
	for range 100 {
		l.Add(New("missing-field", in("plans/2025/a.md", 7), Tell("Fältet %s är tomt.", "The field %s is empty.", "title")))
	}
	if size := len(l.chunks[0].bytes); size > 16*100 || len(l.chunks) > 1 {
		t.Errorf("100 findings take %d bytes", size)
	}
	message := func() Message { return Tell("Fältet %s är tomt.", "The field %s is empty.", "title") }
	if takes := testing.AllocsPerRun(100, func() { _ = message() }); takes > 3 {
		t.Errorf("a message takes %v allocations", takes)
	}
	if a, b := message(), message(); a.sentence != b.sentence {
		t.Error("two messages of the same sentences have each their own")
	}
}

func TestListIsSortedAndTellsOnce(t *testing.T) {
	l := &List{}
	var want []string
	const many = 9_000
	for i := range many { // backwards, over several chunks
		line := int32(many - i)
		l.Add(New("wrong-type", in("b", line), Tell("Rad.", "A line.")))
		want = append(want, fmt.Sprintf("b:%d wrong-type A line. → ", i+1))
	}
	l.Add(New("invalid-value", in("a", 9), Tell("”%s”", "“%s”", "x")).Suggest("y"))
	l.Add(New("invalid-value", in("a", 9), Told(Text{"”x”", "“x”"}))) // says the same
	l.Add(New("invalid-value", in("a", 9), Tell("”%s”", "“%s”", "w")))
	want = append([]string{"a:9 invalid-value “w” → ", "a:9 invalid-value “x” → y"}, want...)
	l.Sort()
	if got := lines(l); !slices.Equal(got, want) {
		t.Errorf("got %d findings: %q …, want %d: %q …", len(got), got[:3], len(want), want[:3])
	}
	if l.Len() != len(want) || l.At(1).Suggestion() != "y" {
		t.Errorf("%d findings, of which the second suggests %q", l.Len(), l.At(1).Suggestion())
	}
	l.Keep(func(f *Finding) bool { return f.File == "a" })
	if got := lines(l); !slices.Equal(got, want[:2]) {
		t.Errorf("kept %q", got)
	}
	if errors, warnings, accepted := l.Count(); errors != 2 || warnings != 0 || accepted != 0 {
		t.Errorf("%d errors, %d warnings, %d accepted", errors, warnings, accepted)
	}
}

func TestCount(t *testing.T) {
	l := ListOf(
		New("wrong-type", in("a", 1), Message{}),
		New("no-responsible", in("a", 2), Message{}),
		New("no-responsible", in("a", 3), Message{}).With(Rarities{Accepted: "Därför."}),
		New("no rule", in("a", 4), Message{}))
	if errors, warnings, accepted := l.Count(); errors != 2 || warnings != 1 || accepted != 1 {
		t.Errorf("%d errors, %d warnings, %d accepted", errors, warnings, accepted)
	}
}

// A finding is read as it was written down, however long.
func TestListKeepsWhatItIsGiven(t *testing.T) {
	long := strings.Repeat("lång ", chunk)
	given := []Finding{
		New("wrong-type", Place{"a.md", Range{Pos{1, 2}, Pos{3, 4}}}, Tell("”%s”", "“%s”", long)).Suggest("kort"),
		New("no-responsible", in("b.md", 1<<20), Message{}).With(Rarities{About: "a", Accepted: "Därför.", Add: "rad", Look: 9, Secret: true}),
		New("status-stale", in("b.md", 2), Told(Text{"sv", "en"})),
		New("status-stale", in("a.md", 2), Tell("100 %", "100 %")),
	}
	l := ListOf(given...)
	l.Accept(2, "Känt.")
	given[2] = given[2].With(Rarities{Accepted: "Känt."})
	for i, want := range given {
		got := l.At(i)
		if !got.Same(&want) || got.Rare() != want.Rare() || got.Suggestion() != want.Suggestion() {
			t.Errorf("%d: got %+v, want %+v", i, got, want)
		}
	}
}
