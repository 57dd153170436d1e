package exchange_test

import (
	"fmt"
	"testing"
	"time"

	"samsyn/internal/exchange"
	"samsyn/internal/exchange/workbook"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/project"
)

// rowsOf is how many initiatives a content of a benchmark has.
const rowsOf = 20_000

// country is the made-up county with a plan of many initiatives.
func country(t testing.TB) *project.Project {
	t.Helper()
	texts := map[string]string{}
	p := open(t, "../../examples/storsjo")
	entries, err := p.Tree.Entries()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := p.Tree.Read(e.Path)
		if err != nil {
			t.Fatal(err)
		}
		texts[e.Path] = string(data)
	}
	like := texts["plans/2025/praktik-pa-riktigt.md"]
	for n := range rowsOf {
		texts[fmt.Sprintf("plans/2026/i-%d.md", n)] = like
	}
	return project.Of(loadtest.Files(texts))
}

// BenchmarkTwentyThousand takes a workbook of 20 000 initiatives out and home.
func BenchmarkTwentyThousand(b *testing.B) {
	p := country(b)
	s := source(b, p)
	for b.Loop() {
		from := time.Now()
		data := written(b, book(b, s, "2026"))
		b.ReportMetric(time.Since(from).Seconds(), "s/out")
		from = time.Now()
		in, err := workbook.Read(data)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(from).Seconds(), "s/read")
		from = time.Now()
		out := merge(b, in, exchange.Versions{Base: s, Now: s, Plan: "2026", Exists: p.Tree.Exists})
		b.ReportMetric(time.Since(from).Seconds(), "s/merge")
		if len(out.Files) > 0 || len(out.Told) > 0 {
			b.Errorf("%d files, %d told", len(out.Files), len(out.Told))
		}
	}
}
