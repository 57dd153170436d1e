package main

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"samsyn/bench/usage"
)

// The goals: what we may take, as a part of what others take for the same.
const (
	goalTime    = 0.7 // of Hugo's time
	goalMemory  = 0.5 // of Hugo's memory
	goalSearch  = 0.3 // of the time of Hugo and Pagefind together
	goalOneFile = 0.2 // of our own cold time, after one changed file
	mebi        = 1 << 20
	costLine    = "  %-28s %8.2f s %8.2f s of processors %7.0f MiB"
	ratioLine   = "  %-44s %.2f (%.2f of processors), goal %.1f"
)

// told prints what each took and wrote, and the ratios.
func told(list []*contestant) error {
	by := map[string]usage.Cost{}
	var model weight
	for _, c := range list {
		m := c.Median()
		by[c.short] = m
		w, err := weigh(c.out)
		if err != nil {
			return err
		}
		switch c.short {
		case "samsyn":
			model = w
		case "hugo", "eleventy":
			if err := w.comparable(model); err != nil {
				return fmt.Errorf("%s: %w", c.Name, err)
			}
		}
		fmt.Printf(costLine+"   %d pages of %.1f MB in all, %d files of %.1f MB\n", c.Name, m.Wall.Seconds(), m.CPU.Seconds(), float64(m.Memory)/mebi,
			w.pages, float64(w.pageBytes)/1e6, w.files, float64(w.bytes)/1e6)
	}
	ours := by["samsyn"]
	hugo, ran := by["hugo"]
	if ran {
		ratio("samsyn / Hugo", ours, hugo, goalTime)
		fmt.Printf("  %-44s %.2f, goal %.1f\n", "samsyn's memory / Hugo's", float64(ours.Memory)/float64(hugo.Memory), goalMemory)
	}
	if pagefind, indexed := by["pagefind"]; ran && indexed {
		ratio("samsyn / Hugo and Pagefind", ours, usage.Cost{Wall: hugo.Wall + pagefind.Wall, CPU: hugo.CPU + pagefind.CPU}, goalSearch)
	}
	if eleventy, ran := by["eleventy"]; ran {
		ratio("samsyn / Eleventy", ours, eleventy, goalTime)
	}
	return nil
}

func ratio(of string, a, b usage.Cost, goal float64) {
	fmt.Printf(ratioLine+"\n", of, float64(a.Wall)/float64(b.Wall), float64(a.CPU)/float64(b.CPU), goal)
}

// weight is what a folder holds.
type weight struct {
	files, pages     int
	bytes, pageBytes int64
}

// comparable holds a peer's site to ours: as many pages, and of much the same
// weight, else the theme here no longer draws what ours does.
func (w weight) comparable(ours weight) error {
	if w.pages != ours.pages {
		return fmt.Errorf("%d pages were drawn, where ours has %d", w.pages, ours.pages)
	}
	if of := float64(w.pageBytes) / float64(ours.pageBytes); of < 0.85 || of > 1.15 {
		return fmt.Errorf("the pages weigh %.2f times ours", of)
	}
	return nil
}

func weigh(dir string) (w weight, err error) {
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		w.files, w.bytes = w.files+1, w.bytes+info.Size()
		if strings.HasSuffix(name, ".html") {
			w.pages, w.pageBytes = w.pages+1, w.pageBytes+info.Size()
		}
		return nil
	})
	return w, err
}
