// Command validate compares, in one run, how long it takes here to validate a
// made-up country with how long others take for the schema of its initiatives
// alone. Run it by bench/validate/run, which brings the others.
//
//	go run ./bench/validate -samsyn BINARY -tools DIR [-initiatives 20000] [-runs 5] [-dir DIR]
//
// All are run in turn, as often as asked, and the medians are told as ratios:
// absolute times on shared machines mean little. Beside the time by the clock
// stands the processors' time, which other programs disturb less.
package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"samsyn/bench/country"
	"samsyn/bench/usage"
)

func main() {
	samsyn := flag.String("samsyn", "", "the binary to measure")
	tools := flag.String("tools", "", "the folder that bench/validate/run has put the others in")
	sizes := flag.String("initiatives", "200,2000,20000", "how many, by commas")
	runs := flag.Int("runs", 5, "how often each is run, in turn")
	slow := flag.Int("slow", 200, "the most initiatives that check-jsonschema is given")
	dir := flag.String("dir", "", "where the country is written (a memory disk scatters least)")
	flag.Parse()
	b := bench{samsyn: *samsyn, tools: *tools, runs: *runs, slow: *slow}
	if err := country.EachSize(*sizes, func(n int) error { return b.size(*dir, n) }); err != nil {
		fmt.Fprintln(os.Stderr, "validate:", err)
		os.Exit(1)
	}
}

type bench struct {
	samsyn, tools string
	runs, slow    int
}

// size measures a country of n initiatives.
func (b bench) size(dir string, n int) error {
	temp, err := os.MkdirTemp(dir, "validate")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(temp) }()
	content, docs, fieldsSchema := filepath.Join(temp, "content"), filepath.Join(temp, "documents"), filepath.Join(temp, "schema.json")
	loose := filepath.Join(temp, "loose")
	if err := errors.Join(country.Write(content, n, true), country.Write(loose, n, true), documents(content, docs), b.schema(fieldsSchema)); err != nil {
		return err
	}
	bytes, err := weigh(content)
	if err != nil {
		return err
	}
	if err := errors.Join(inGit(content), b.same(content), b.same(loose)); err != nil {
		return err
	}
	list := b.contestants(content, loose, docs, fieldsSchema, n)
	for range b.runs {
		for i := range list {
			if err := list[i].Run(); err != nil {
				return err
			}
		}
	}
	fmt.Printf("%d initiatives, %.1f MiB, %d runs in turn, medians\n", n, mib(bytes), b.runs)
	for _, c := range list {
		took := c.Median()
		fmt.Printf("  %-28s %8.2f s %8.2f s of processors %7.1f MiB", c.Name, took.Wall.Seconds(), took.CPU.Seconds(), mib(c.most()))
		for _, peer := range list {
			if c.ours && !peer.ours {
				theirs := peer.Median()
				fmt.Printf("   %.2f (%.2f) × %s", ratio(took.Wall, theirs.Wall), ratio(took.CPU, theirs.CPU), peer.Name)
			}
		}
		fmt.Println()
	}
	return nil
}

// schema writes the initiative's schema so that it takes the two keys that
// kubeconform wants, for those that read the documents.
func (b bench) schema(file string) error {
	data, err := exec.Command(b.samsyn, "schema", "initiative").Output()
	if err != nil {
		return fmt.Errorf("samsyn schema: %w", err)
	}
	var s map[string]any
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	properties, ok := s["properties"].(map[string]any)
	if !ok {
		return errors.New("the schema has no properties")
	}
	properties["apiVersion"], properties["kind"] = map[string]any{"type": "string"}, map[string]any{"type": "string"}
	if data, err = json.Marshal(s); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// contestant is a program and what its runs took.
type contestant struct {
	usage.Program
	ours bool
}

func (b bench) contestants(content, loose, docs, fieldsSchema string, n int) []contestant {
	list := []contestant{
		{usage.Program{Name: "samsyn", Allowed: 1, Args: b.validate(content)}, true},
		{usage.Program{Name: "samsyn, without git", Allowed: 1, Args: b.validate(loose)}, true},
		{usage.Program{Name: "kubeconform", Args: []string{filepath.Join(b.tools, "kubeconform"), "-n", "2", "-schema-location", fieldsSchema, docs}}, false},
		{usage.Program{Name: "ajv and js-yaml", Args: []string{"node", filepath.Join(b.tools, "ajv.mjs"), fieldsSchema, docs}}, false},
	}
	if n <= b.slow {
		files, _ := filepath.Glob(filepath.Join(docs, "*.yaml"))
		check := []string{filepath.Join(b.tools, "venv", "bin", "check-jsonschema"), "--schemafile", fieldsSchema}
		list = append(list, contestant{usage.Program{Name: "check-jsonschema", Args: append(check, files...)}, false})
	}
	return list
}

func (b bench) validate(content string) []string {
	return []string{b.samsyn, "-C", content, "validate", "--format", "json", "--today", "2026-02-01"}
}

// inGit commits a content, as content repositories are.
func inGit(content string) error {
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "A"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Stderr = content, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("git %s: %w", args[0], err)
		}
	}
	return nil
}

// same holds the second run to say what the first did, byte for byte.
func (b bench) same(content string) error {
	var first []byte
	for range 2 {
		said, err := exec.Command(b.samsyn, b.validate(content)[1:]...).Output()
		var exit *exec.ExitError
		if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
			return err
		}
		if first != nil && string(first) != string(said) {
			return errors.New("the second run says something else than the first")
		}
		first = said
	}
	return nil
}

// most is the most memory that any of the runs held, in bytes.
func (c *contestant) most() int64 {
	return slices.MaxFunc(c.Costs, func(a, b usage.Cost) int { return cmp.Compare(a.Memory, b.Memory) }).Memory
}

func weigh(dir string) (total int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			total += info.Size()
		}
		return err
	})
	return total, err
}

func mib(bytes int64) float64 { return float64(bytes) / (1 << 20) }

func ratio(a, b time.Duration) float64 { return float64(a) / float64(b) }
