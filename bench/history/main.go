// Command history compares, in one run, how long git takes to list every
// commit's files with how long it takes here to learn the dates and commits of
// every file. It needs git, to make the repository and as the peer.
//
//	go run ./bench/history [-files 20000] [-commits 5000] [-runs 5] [-repo DIR]
//
// It prints medians and ratios, of the time on the clock and of the processors'
// time; absolute times on shared machines mean little.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"samsyn/bench/usage"
	"samsyn/internal/history"
)

func main() {
	files := flag.Int("files", 20000, "files in the repository")
	commits := flag.Int("commits", 5000, "commits in the repository")
	runs := flag.Int("runs", 5, "how often each is run, in turn")
	dir := flag.String("repo", "", "keep the repository here, and use it if it is there")
	walk := flag.String("walk", "", "walk over this repository and end (for the runs)")
	flag.Parse()
	var err error
	if *walk != "" {
		err = walkOnce(*walk)
	} else {
		err = compare(*dir, size{*files, *commits}, *runs)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "history:", err)
		os.Exit(1)
	}
}

// walkOnce does what a build needs: the dates of every file that is there.
func walkOnce(dir string) error {
	repo, err := history.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = repo.Close() }() // only read
	h, err := repo.History("HEAD", history.AllFiles)
	if err != nil {
		return err
	}
	for _, p := range h.Paths() {
		f, err := h.File(p)
		if err != nil {
			return err
		}
		if f.Created().IsZero() || f.Changed().IsZero() {
			return fmt.Errorf("%s has no dates", p)
		}
	}
	return nil
}

// compare measures in the repository in dir, which it makes where there is none.
func compare(dir string, s size, runs int) error {
	if dir == "" {
		temp, err := os.MkdirTemp("", "history")
		if err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(temp) }()
		dir = filepath.Join(temp, "repo")
	}
	if _, err := os.Stat(filepath.Join(dir, ".git")); err != nil {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		if err := makeRepository(dir, s); err != nil {
			return err
		}
	}
	rows, err := measure(dir, runs)
	if err != nil {
		return err
	}
	fmt.Printf("%d files, %d commits, %d runs in turn, medians\n", s.files, s.commits, runs)
	for _, r := range rows {
		tell(r, rows[0].Median())
	}
	return nil
}

// measure runs each in turn; git comes first.
func measure(dir string, runs int) ([]*usage.Program, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	list := []*usage.Program{
		{Name: "git log --name-only", Args: []string{"git", "-C", dir, "log", "--name-only", "--format=%H %ad %cd %s"}},
		{Name: "dates of all files", Args: []string{self, "-walk", dir}},
	}
	for range runs {
		for _, p := range list {
			if err := p.Run(); err != nil {
				return nil, err
			}
		}
	}
	return list, nil
}

// tell prints the medians, and how they compare with git's.
func tell(p *usage.Program, git usage.Cost) {
	c := p.Median()
	fmt.Printf("%-40s %6s  %.2f × git   processors %6s  %.2f × git\n", p.Name, c.Wall.Round(time.Millisecond), float64(c.Wall)/float64(git.Wall),
		c.CPU.Round(time.Millisecond), float64(c.CPU)/float64(git.CPU))
}
