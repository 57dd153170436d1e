// Command exchange compares, in one run, what it takes to tell what is due in a made-up
// country, to export its initiatives and to import them again, with what it takes to
// validate the same country. It needs git.
//
//	go build -o SAMSYN ./cmd/samsyn
//	go run ./bench/exchange -samsyn SAMSYN [-initiatives 20000] [-runs 5] [-dir /dev/shm]
//
// All are run in turn, and the medians are told with their ratios to validating, of the
// time by the clock and (in brackets) of the processors' time. One title in a hundred is
// changed in the files that are imported as changed.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"samsyn/bench/country"
	"samsyn/bench/usage"
)

func main() {
	samsyn := flag.String("samsyn", "", "the binary to measure")
	sizes := flag.String("initiatives", "200,2000,20000", "how many, by commas")
	runs := flag.Int("runs", 5, "how often each is run, in turn")
	dir := flag.String("dir", "", "where the country is written (a memory disk scatters least)")
	flag.Parse()
	if err := country.EachSize(*sizes, func(n int) error { return size(*samsyn, *dir, n, *runs) }); err != nil {
		fmt.Fprintln(os.Stderr, "exchange:", err)
		os.Exit(1)
	}
}

// size measures a country of n initiatives.
func size(samsyn, dir string, n, runs int) error {
	temp, err := os.MkdirTemp(dir, "exchange")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(temp) }()
	content := filepath.Join(temp, "content")
	if err := country.Repository(content, n, 1); err != nil {
		return err
	}
	files := filesIn(temp)
	if err := files.make(samsyn, content); err != nil {
		return err
	}
	list := commands(samsyn, content, files)
	for range runs {
		for _, c := range list {
			if err := c.Run(); err != nil {
				return err
			}
		}
	}
	tell(n, runs, list)
	return nil
}

// commands begins with the one that the others are compared with.
func commands(samsyn, content string, f files) []*usage.Program {
	const day = "2026-02-01"
	var list []*usage.Program
	add := func(name string, args ...string) {
		list = append(list, &usage.Program{Name: name, Args: append([]string{samsyn, "-C", content}, args...)})
	}
	add("validate", "validate", "--format", "json", "--today", day)
	add("status", "status", "--today", day)
	add("export csv", "export", "--format", "csv", "--out", f.csv)
	add("export xlsx", "export", "--format", "xlsx", "--out", f.xlsx)
	add("import csv, changed", "import", f.changedCSV, "--dry-run")
	add("import xlsx, untouched", "import", f.xlsx, "--dry-run")
	add("import xlsx, changed", "import", f.changedXLSX, "--dry-run")
	return list
}

func tell(n, runs int, list []*usage.Program) {
	fmt.Printf("%d initiatives, %d runs in turn, medians\n", n, runs)
	peer := list[0].Median()
	for _, c := range list {
		took := c.Median()
		fmt.Printf("  %-24s %7.2f s %7.2f s of processors %7.1f MiB   %.2f (%.2f) × %s\n", c.Name, took.Wall.Seconds(), took.CPU.Seconds(), float64(took.Memory)/(1<<20),
			float64(took.Wall)/float64(peer.Wall), float64(took.CPU)/float64(peer.CPU), list[0].Name)
	}
}
