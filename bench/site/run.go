package main

import (
	"os"
	"path/filepath"
	"slices"

	"samsyn/bench/usage"
)

// contestant is a program and what its runs took.
type contestant struct {
	usage.Program
	short string
	cold  []string // what is deleted before each run, so that nothing is remembered
	out   string   // the folder it writes
}

// contestants begins with ours.
func (b bench) contestants(at place) []*contestant {
	build := []string{b.samsyn, "-C", at.content, "build", "--no-pdfs", "--out", at.ours} // the peers make no PDFs either
	hugo, index, eleventy := filepath.Join(at.hugo, "public"), filepath.Join(at.hugo, "pagefind"), filepath.Join(at.eleventy, "public")
	node := filepath.Join(b.tools, "node_modules")
	pagefind, _ := filepath.Glob(filepath.Join(node, "@pagefind", "*", "bin", "pagefind*d")) // one for this machine is installed
	return []*contestant{
		{usage.Program{Name: "samsyn", Args: build}, "samsyn", []string{at.ours, filepath.Join(at.content, ".samsyn-cache")}, at.ours},
		{usage.Program{Name: "Hugo", Dir: at.hugo, Args: []string{filepath.Join(b.tools, "hugo"), "--quiet", "--cacheDir", filepath.Join(at.hugo, "cache")}},
			"hugo", []string{hugo, filepath.Join(at.hugo, "cache")}, hugo},
		{usage.Program{Name: "Pagefind on that", Dir: at.hugo, Args: append(slices.Clip(pagefind), "--site", hugo, "--output-path", index, "--silent")},
			"pagefind", []string{index}, index},
		{usage.Program{Name: "Eleventy", Dir: at.eleventy, Args: []string{filepath.Join(node, ".bin", "eleventy"), "--quiet"}},
			"eleventy", []string{eleventy}, eleventy},
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
	return c.Run()
}
