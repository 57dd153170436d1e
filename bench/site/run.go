package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"samsyn/bench/usage"
)

// contestant is a program and what its runs took.
type contestant struct {
	name  string
	short string
	cold  []string // what is deleted before each run, so that nothing is remembered
	dir   string   // where it runs
	out   string   // the folder it writes
	args  []string
	costs []usage.Cost
}

// contestants begins with ours.
func (b bench) contestants(at place) []*contestant {
	build := []string{b.samsyn, "-C", at.content, "build", "--no-pdfs", "--out", at.ours} // the peers make no PDFs either
	hugo, index, eleventy := filepath.Join(at.hugo, "public"), filepath.Join(at.hugo, "pagefind"), filepath.Join(at.eleventy, "public")
	node := filepath.Join(b.tools, "node_modules")
	pagefind, _ := filepath.Glob(filepath.Join(node, "@pagefind", "*", "bin", "pagefind*d")) // one for this machine is installed
	return []*contestant{
		{name: "samsyn", short: "samsyn", args: build, out: at.ours, cold: []string{at.ours, filepath.Join(at.content, ".samsyn-cache")}},
		{name: "Hugo", short: "hugo", dir: at.hugo, out: hugo, cold: []string{hugo, filepath.Join(at.hugo, "cache")},
			args: []string{filepath.Join(b.tools, "hugo"), "--quiet", "--cacheDir", filepath.Join(at.hugo, "cache")}},
		{name: "Pagefind on that", short: "pagefind", dir: at.hugo, out: index, cold: []string{index},
			args: append(slices.Clip(pagefind), "--site", hugo, "--output-path", index, "--silent")},
		{name: "Eleventy", short: "eleventy", dir: at.eleventy, out: eleventy, cold: []string{eleventy},
			args: []string{filepath.Join(node, ".bin", "eleventy"), "--quiet"}},
	}
}

// wanted keeps those that were asked for, and ours always.
func (b bench) wanted(list []*contestant) []*contestant {
	if b.only == nil {
		return list
	}
	return slices.DeleteFunc(list, func(c *contestant) bool { return c.short != "samsyn" && !slices.Contains(b.only, c.short) })
}

// run measures a run that remembers nothing of those before.
func (c *contestant) run() error {
	for _, name := range c.cold {
		if err := os.RemoveAll(name); err != nil {
			return err
		}
	}
	took, err := c.once()
	c.costs = append(c.costs, took)
	return err
}

// once measures a run.
func (c *contestant) once() (usage.Cost, error) {
	cmd := exec.Command(c.args[0], c.args[1:]...)
	cmd.Dir, cmd.Env = c.dir, append(os.Environ(), "SOURCE_DATE_EPOCH=")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	took, err := usage.Run(cmd)
	if err != nil {
		return took, fmt.Errorf("%s: %w\n%s", c.name, err, said.Bytes())
	}
	return took, nil
}
