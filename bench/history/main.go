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
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
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
	keep := flag.String("keep", "", "what -walk remembers")
	rev := flag.String("rev", "HEAD", "where -walk begins")
	flag.Parse()
	var err error
	if *walk != "" {
		err = walkOnce(*walk, *rev, *keep)
	} else {
		err = compare(*dir, size{*files, *commits}, *runs)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "history:", err)
		os.Exit(1)
	}
}

// walkOnce does what a build needs: the dates of every file that is there. It
// prints how many nanoseconds the reading of the commits took of that.
func walkOnce(dir, rev, keep string) error {
	begin := time.Now()
	repo, err := history.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = repo.Close() }() // only read
	h, err := repo.HistoryOf(rev, keep)
	if err != nil {
		return err
	}
	fmt.Println(time.Since(begin).Nanoseconds())
	paths, err := h.Paths()
	if err != nil {
		return err
	}
	for _, p := range paths {
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
		r.tell(usage.Median(rows[0].costs))
	}
	return nil
}

// row is one of those compared, and what its runs took.
type row struct {
	what  string
	costs []usage.Cost
}

// measure runs each in turn; git comes first.
func measure(dir string, runs int) ([]row, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	keep := filepath.Join(dir, ".git", "samsyn-bench")
	defer func() { _ = os.Remove(keep) }()
	rows := []row{
		{what: "git log --name-only"},
		{what: "dates of all files, nothing remembered"},
		{what: "the same after 20 new commits"},
		{what: "of which reading those commits"},
	}
	for range runs {
		took, err := turn(self, dir, keep)
		if err != nil {
			return nil, err
		}
		for i, c := range took {
			rows[i].costs = append(rows[i].costs, c)
		}
	}
	return rows, nil
}

// turn runs each once and gives what they took, in the order of the rows.
func turn(self, dir, keep string) (took [4]usage.Cost, err error) {
	if err := os.Remove(keep); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return took, err // what is remembered would make the walk too fast
	}
	if took[0], _, err = timed("git", "-C", dir, "log", "--name-only", "--format=%H %ad %cd %s"); err != nil {
		return took, err
	}
	if took[1], _, err = timed(self, "-walk", dir, "-keep", keep, "-rev", "HEAD~20"); err != nil {
		return took, err
	}
	var said string
	if took[2], said, err = timed(self, "-walk", dir, "-keep", keep); err != nil {
		return took, err
	}
	reading, err := strconv.ParseInt(strings.TrimSpace(said), 10, 64)
	took[3].Wall = time.Duration(reading)
	return took, err
}

// tell prints the medians, and how they compare with git's.
func (r row) tell(git usage.Cost) {
	c := usage.Median(r.costs)
	fmt.Printf("%-40s %6s  %.2f × git", r.what, c.Wall.Round(time.Millisecond), float64(c.Wall)/float64(git.Wall))
	if c.CPU > 0 { // what is a part of a run has none of its own
		fmt.Printf("   processors %6s  %.2f × git", c.CPU.Round(time.Millisecond), float64(c.CPU)/float64(git.CPU))
	}
	fmt.Println()
}

func timed(name string, args ...string) (usage.Cost, string, error) {
	cmd := exec.Command(name, args...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	c, err := usage.Run(cmd)
	if errors.Is(err, usage.ErrUntold) {
		err = nil // only times are compared here
	}
	return c, out.String(), err
}
