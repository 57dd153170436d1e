package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"samsyn/bench/country"
	"samsyn/bench/usage"
)

// served measures builds of a server that keeps running, each after one initiative's file
// has been changed.
func (b bench) served(at place, ours *contestant) error {
	files, err := filepath.Glob(filepath.Join(at.content, "plans", "*", "*.md"))
	if err != nil {
		return err
	}
	cmd := exec.Command(b.samsyn, "-C", at.content, "serve", "--addr", "127.0.0.1:0")
	told, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	took, err := b.watched(cmd.Process.Pid, told, files)
	err = errors.Join(err, cmd.Process.Kill())
	_ = cmd.Wait() // it tells that it was killed
	if errors.Is(err, usage.ErrUntold) {
		fmt.Println("  samsyn serve:", err)
		return nil
	}
	if err != nil {
		return err
	}
	peak, err := usage.Peak(cmd.ProcessState)
	if err != nil {
		return err
	}
	cold, m := took[0], usage.Median(took[2:]) // the first edit is not counted, as without a server
	for _, t := range []struct {
		name string
		cost usage.Cost
	}{{"samsyn serve, begins", cold}, {"samsyn serve, a file changed", m}} {
		fmt.Printf(costLine+"\n", t.name, t.cost.Wall.Seconds(), t.cost.CPU.Seconds(), float64(peak)/mebi)
	}
	ratio("serve, one file changed / cold build", m, ours.Median(), goalOneFile)
	ratio("serve, one file changed / its own beginning", m, cold, goalOneFile)
	return nil
}

// watched changes one file at a time, and gives what the server took to begin, and for
// each change until it had built.
func (b bench) watched(pid int, told io.Reader, files []string) ([]usage.Cost, error) {
	lines := bufio.NewScanner(told)
	until := func(words ...string) error {
		for lines.Scan() {
			for _, w := range words {
				if strings.Contains(lines.Text(), w) {
					return nil
				}
			}
		}
		return errors.Join(errors.New("the server has ended"), lines.Err())
	}
	var took []usage.Cost
	var before time.Duration
	built := func(begin time.Time) error {
		err := until("Byggt på", "Built in")
		wall := time.Since(begin)
		now, cpuErr := usage.Of(pid)
		took = append(took, usage.Cost{Wall: wall, CPU: now - before})
		return errors.Join(err, cpuErr)
	}
	if err := errors.Join(built(time.Now()), until("http://")); err != nil { // now it watches
		return nil, err
	}
	for n := range b.rounds + 1 {
		file := files[(n+1)*len(files)/7%len(files)]
		whole, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if before, err = usage.Of(pid); err != nil {
			return nil, err
		}
		begin := time.Now()
		if err := errors.Join(country.Report(file, 10_000+n), built(begin)); err != nil {
			return nil, err
		}
		if err := errors.Join(os.WriteFile(file, whole, 0o644), until("Byggt på", "Built in")); err != nil {
			return nil, err
		}
	}
	return took, nil
}
