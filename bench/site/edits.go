package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"samsyn/bench/country"
	"samsyn/bench/usage"
)

// edits measures builds into an output that is there, each after one initiative's
// file has been changed: first as one who edits sees it, then with each change
// committed. It tells how many files of the output became others.
func (b bench) edits(at place, ours *contestant) error {
	files, err := filepath.Glob(filepath.Join(at.content, "plans", "*", "*.md"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return errors.New("there are no initiatives")
	}
	cold, n := ours.Median(), b.commits
	change := func() error {
		n++
		return country.Report(files[n*len(files)/7%len(files)], n)
	}
	commit := func() error { return errors.Join(change(), country.Commit(at.content, b.commits, n)) }
	for _, kind := range []struct {
		name string
		do   func() error
	}{{"one file changed", change}, {"one commit more", commit}} {
		var took []usage.Cost
		var others []int
		for round := range b.rounds + 1 { // the first is not counted: it leaves or reaches a clean commit
			before, err := digests(at.ours)
			if err != nil {
				return err
			}
			if err := kind.do(); err != nil {
				return err
			}
			c, err := ours.Once()
			if err != nil {
				return err
			}
			after, err := digests(at.ours)
			if err != nil {
				return err
			}
			if round > 0 {
				took, others = append(took, c), append(others, differing(before, after))
			}
		}
		m := usage.Median(took)
		slices.Sort(others)
		fmt.Printf(costLine+"   %d to %d files of the output became others\n", "samsyn, "+kind.name, m.Wall.Seconds(), m.CPU.Seconds(), float64(m.Memory)/mebi,
			others[0], others[len(others)-1])
		ratio(kind.name+" / cold", m, cold, goalOneFile)
	}
	return nil
}

// digests is the SHA-256 of each file in a folder.
func digests(dir string) (map[string][sha256.Size]byte, error) {
	all := map[string][sha256.Size]byte{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		all[name] = sha256.Sum256(data)
		return err
	})
	return all, err
}

// differing counts the files that are in one and not, or not the same, in the other.
func differing(before, after map[string][sha256.Size]byte) int {
	n := 0
	for name, sum := range after {
		if was, there := before[name]; !there || was != sum {
			n++
		}
	}
	for name := range before {
		if _, there := after[name]; !there {
			n++
		}
	}
	return n
}
