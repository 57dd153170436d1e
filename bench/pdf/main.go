// Command pdf sets the agreement's text, repeated until it is long, with our own
// typesetter, Typst, WeasyPrint and Chromium, and prints how they compare.
//
// Each of them is a process of its own that stays for all runs and tells how long
// the setting took inside it, from its own markup to the finished PDF; they take
// turns, and every run has other words, so that no cache helps. All have the same
// typefaces, and all are asked for a tagged file: PDF/UA-1 where they know it, and
// ours for PDF/A-2a besides. Run it by bench/pdf/run, which brings the peers.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"samsyn/bench/usage"
)

// order asks a typesetter for one file.
type order struct {
	Source string `json:"source"` // a file in its own markup
	Out    string `json:"out"`
	Fonts  string `json:"fonts"` // a folder
}

// setter is one of those compared.
type setter struct {
	name  string
	write func(chapters []chapter) string
	ext   string
	proc  *exec.Cmd
	pipe  io.Closer
	in    *json.Encoder
	out   *bufio.Scanner
	ms    []float64
	cpu   []float64 // of the processors, in ms; only ours tells
	size  int64
	pages int
}

func main() {
	child := flag.Bool("child", false, "set what is asked for on standard input, with our own typesetter")
	tools := flag.String("tools", "", "where the peers are installed")
	from := flag.String("text", "agreement", "folder of Markdown to take the text from")
	times := flag.Int("times", 6, "how often the text is repeated")
	runs := flag.Int("runs", 5, "how often each sets it")
	only := flag.String("only", "ours,typst,weasyprint,chromium", "whom to compare")
	flag.Parse()
	if *child {
		check(serve(os.Stdin, os.Stdout))
		return
	}
	text, err := read(*from)
	check(err)
	dir, err := os.MkdirTemp("", "bench-pdf-")
	check(err)
	defer func() { _ = os.RemoveAll(dir) }()
	check(writeFonts(dir))
	self, err := os.Executable()
	check(err)
	all := []*setter{
		{name: "ours", write: asJSON, ext: "json", proc: exec.Command(self, "-child")},
		{name: "typst", write: asTypst, ext: "typ", proc: exec.Command("node", filepath.Join(*tools, "typst.mjs"))},
		{name: "weasyprint", write: asHTML, ext: "html", proc: exec.Command(filepath.Join(*tools, "venv/bin/python"), filepath.Join(*tools, "weasy.py"))},
		{name: "chromium", write: asHTML, ext: "html", proc: exec.Command("node", filepath.Join(*tools, "chromium.mjs"))},
	}
	all = slices.DeleteFunc(all, func(s *setter) bool { return !slices.Contains(strings.Split(*only, ","), s.name) })
	for _, s := range all {
		check(s.start())
	}
	for run := range *runs + 1 { // the first is not counted: it loads fonts and code
		for _, s := range all {
			n := *times
			if run == 0 {
				n = min(n, 6)
			}
			check(s.set(dir, repeated(text, n, run), run))
		}
	}
	for _, s := range all {
		check(s.stop())
	}
	report(all)
}

func (s *setter) start() error {
	s.proc.Stderr = os.Stderr
	in, err := s.proc.StdinPipe()
	if err != nil {
		return err
	}
	out, err := s.proc.StdoutPipe()
	if err != nil {
		return err
	}
	s.pipe, s.in, s.out = in, json.NewEncoder(in), bufio.NewScanner(out)
	return s.proc.Start()
}

// set has the text set once.
func (s *setter) set(dir string, text []chapter, run int) error {
	source, out := filepath.Join(dir, s.name+"."+s.ext), filepath.Join(dir, s.name+".pdf")
	if err := os.WriteFile(source, []byte(s.write(text)), 0o644); err != nil {
		return err
	}
	if err := s.in.Encode(order{source, out, dir}); err != nil {
		return err
	}
	if !s.out.Scan() {
		return fmt.Errorf("%s ended: %w", s.name, s.out.Err())
	}
	var ms, cpu float64
	if n, err := fmt.Sscan(s.out.Text(), &ms, &cpu); n == 0 {
		return fmt.Errorf("%s says %q: %w", s.name, s.out.Text(), err)
	}
	if run == 0 {
		return nil
	}
	s.ms, s.cpu = append(s.ms, ms), append(s.cpu, cpu)
	data, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	s.size = int64(len(data))
	s.pages, err = pages(out)
	return err
}

// pages asks poppler, which reads all their files.
func pages(file string) (int, error) {
	out, err := exec.Command("pdfinfo", file).Output()
	if err != nil {
		return 0, err
	}
	n := 0
	for line := range strings.Lines(string(out)) {
		if rest, is := strings.CutPrefix(line, "Pages:"); is {
			_, err = fmt.Sscan(rest, &n)
		}
	}
	return n, err
}

// stop ends the process; what it took is known then.
func (s *setter) stop() error {
	if err := errors.Join(s.in.Encode(order{}), s.pipe.Close()); err != nil {
		return err
	}
	return s.proc.Wait()
}

func report(all []*setter) {
	fmt.Printf("%-12s %6s %10s %10s %8s %9s %9s %10s\n", "", "pages", "median ms", "ms a page", "ours = 1", "size kB", "peak MiB", "cpu a page")
	for _, s := range all {
		ms := median(s.ms)
		peak := "–"
		if memory, err := usage.Peak(s.proc.ProcessState); err == nil && s.name != "chromium" { // its work is its children's
			peak = fmt.Sprint(memory >> 20)
		}
		cpu := "–"
		if c := median(s.cpu); c > 0 {
			cpu = fmt.Sprintf("%.2f", c/float64(max(s.pages, 1)))
		}
		fmt.Printf("%-12s %6d %10.0f %10.2f %8.2f %9d %9s %10s\n", s.name, s.pages, ms, ms/float64(max(s.pages, 1)), ms/median(all[0].ms), s.size/1000, peak, cpu)
	}
}

func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	return v[len(v)/2]
}

// serve sets what is asked for until an order without a source.
func serve(in *os.File, out *os.File) error {
	orders := json.NewDecoder(in)
	for {
		var o order
		if err := orders.Decode(&o); err != nil || o.Source == "" {
			return err
		}
		began, worked := time.Now(), processors()
		source, err := os.ReadFile(o.Source)
		if err != nil {
			return err
		}
		pdf, err := ours(source)
		if err != nil {
			return err
		}
		if err := os.WriteFile(o.Out, pdf, 0o644); err != nil {
			return err
		}
		if _, err := fmt.Fprintf(out, "%.3f %.3f\n", milliseconds(time.Since(began)), milliseconds(processors()-worked)); err != nil {
			return err
		}
	}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func processors() time.Duration {
	worked, err := usage.Processors()
	check(err)
	return worked
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench/pdf:", err)
		os.Exit(1)
	}
}
