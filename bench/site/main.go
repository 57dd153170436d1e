// Command site compares, in one run, how long it takes here to build the site of
// a made-up country, its validation, history and search index included, with how
// long Hugo and Eleventy take to draw the same pages, and Pagefind to index them.
// Run it by bench/site/run, which brings the others.
//
//	go run ./bench/site -samsyn BINARY -tools DIR [-n 20000] [-rounds 5] [-dir DIR]
//
// All are run in turn, as often as asked, and the medians are told as ratios:
// absolute times on shared machines mean little. Beside the time by the clock
// stands the processors' time, which other programs disturb less.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"samsyn/bench/country"
)

func main() {
	samsyn := flag.String("samsyn", "", "the binary to measure")
	tools := flag.String("tools", "", "the folder that bench/site/run has put the others in")
	sizes := flag.String("n", "200,2000,20000", "how many initiatives, by commas")
	rounds := flag.Int("rounds", 5, "how often each is run, in turn")
	commits := flag.Int("commits", 400, "how many commits the content has")
	dir := flag.String("dir", "", "where everything is written (a memory disk scatters least)")
	themes := flag.String("themes", "bench/site", "the folder of the peers' themes")
	keep := flag.Bool("keep", false, "leave what was written, to look at it")
	only := flag.String("only", "", "whom to measure beside ours, by commas: hugo, pagefind (with hugo), eleventy (default: all)")
	flag.Parse()
	b := bench{samsyn: *samsyn, tools: *tools, themes: *themes, rounds: *rounds, commits: *commits, keep: *keep}
	if *only != "" {
		b.only = strings.Split(*only, ",")
	}
	if err := country.EachSize(*sizes, func(n int) error { return b.size(*dir, n) }); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

type bench struct {
	samsyn, tools, themes string
	rounds, commits       int
	keep                  bool
	only                  []string
}

// place is where the contents and outputs of one size lie.
type place struct {
	content, ours, hugo, eleventy string
}

// size measures a country of n initiatives.
func (b bench) size(dir string, n int) error {
	temp, err := os.MkdirTemp(dir, "site")
	if err != nil {
		return err
	}
	if b.keep {
		fmt.Println("written to", temp)
	} else {
		defer func() { _ = os.RemoveAll(temp) }()
	}
	at := place{filepath.Join(temp, "content"), filepath.Join(temp, "ours"), filepath.Join(temp, "hugo"), filepath.Join(temp, "eleventy")}
	if err := os.Mkdir(at.content, 0o755); err != nil {
		return err
	}
	if err := country.Repository(at.content, n, b.commits); err != nil {
		return err
	}
	list := b.contestants(at)
	if err := list[0].run(); err != nil { // its pages are the model for the others'
		return err
	}
	list[0].Costs = nil
	pages, err := readPages(at.ours)
	if err != nil {
		return err
	}
	if err := prepare(at.content, pages, b.themes, at.hugo, at.eleventy); err != nil {
		return err
	}
	list = b.wanted(list)
	for range b.rounds {
		for _, c := range list {
			if err := c.run(); err != nil {
				return err
			}
		}
	}
	fmt.Printf("%d initiatives, %d commits, %d rounds in turn, medians\n", n, b.commits, b.rounds)
	if err := told(list); err != nil {
		return err
	}
	if err := b.edits(at, list[0]); err != nil {
		return err
	}
	return b.served(at, list[0])
}
