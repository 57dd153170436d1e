package mend

import (
	"bytes"
	"testing"
	"testing/fstest"

	"samsyn/internal/diag"
	"samsyn/internal/source"
)

func TestLinkTarget(t *testing.T) {
	for line, want := range map[string][2]int{
		"[a](b.md)":               {5, 9},
		"åå ![é](bild.png \"t\")": {9, 17},
		"[a](<b c.md>)":           {0, 0},
		"[[a]](b.md)":             {0, 0},
		"[a][b]":                  {0, 0},
		"[a](":                    {0, 0},
	} {
		at := diag.Pos{Line: 2, Column: 1}
		if line[0] != '[' {
			at.Column = 4
		}
		got := linkTarget([]string{"x", line}, at)
		if int(got.Start.Column) != want[0] || int(got.End.Column) != want[1] {
			t.Errorf("%s: %v, want columns %v", line, got, want)
		}
	}
	if got := linkTarget([]string{"[a](b)"}, diag.Pos{Line: 2, Column: 1}); got != (diag.Range{}) {
		t.Errorf("past the end: %v", got)
	}
	if got := linkTarget([]string{"[a](b)"}, diag.Pos{Line: 1, Column: 99}); got != (diag.Range{}) {
		t.Errorf("past the line: %v", got)
	}
}

// A link whose target is a letter off is mended; one that may lead elsewhere is not.
func TestMendLinks(t *testing.T) {
	files := sound(t)
	const name = "plans/2026/sprak.md"
	sprak := files[name].Data
	with := func(links string) []byte { return append(bytes.Clone(sprak), []byte("\n"+links+"\n")...) }
	files[name] = &fstest.MapFile{Data: with("[planen](plan.yml) och [insatsen](sprakk.md) samt [annat](okand.md)"), Mode: 0o644}
	m, err := Content(source.FromFS(files), today)
	if err != nil {
		t.Fatal(err)
	}
	want := with("[planen](plan.yaml) och [insatsen](sprak.md) samt [annat](okand.md)")
	if got := m.Files[name]; !bytes.Equal(got, want) || len(m.Corrections) != 2 || m.Result.Errors() != 1 {
		t.Errorf("%d errors, %v, got\n%s", m.Result.Errors(), m.Corrections, got)
	}
}
