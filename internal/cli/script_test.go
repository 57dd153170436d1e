package cli_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/tools/txtar"

	"samsyn/internal/cli"
	"samsyn/internal/console"
	"samsyn/internal/exchange/worddoc/wordtest"
)

var (
	update = flag.Bool("update", false, "write what the scripts compare with anew")
	keep   = flag.String("keep", "", "keep the scripts' folders in this one")
)

// TestScripts runs the scripts in testdata/script: each is a story of what a user
// does and sees. Beside testscript's own commands there are
//
//	samsyn ARGS…        the command, in this process; [!] samsyn fails unless the status is [not] 0
//	full ARGS…          the command on a full disk: it must tell of it and end with status 2
//	at-once N ARGS…     N samsyns at the same time, which must all end well and say the same
//	status N            holds the status of the last samsyn
//	content [DIR]       puts a small sound repository (testdata/content.txtar) into a folder
//	change FILE OLD NEW replaces a text, which must be there, by another
//	write FILE TEXT     writes a file
//	join FILE FROM…     writes what the others hold into a file
//	word-table FILE ROWS HEADING  a Word document: a heading, and a table with a row for each line
//	corrupt FILE        changes one bit in the middle of a file
//	signed-tag NAME KEY tags HEAD with an SSH signature, and writes the public key to a file
//
// OLD, NEW and TEXT take Go's escapes, so that they may hold any byte.
//
// The user's configuration folder is what the variable CONFIG says.
// Now is what the variable TODAY says, a day or a time; 2026-03-02 unless the script
// sets it.
func TestScripts(t *testing.T) {
	base, err := txtar.ParseFile("testdata/content.txtar")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		WorkdirRoot:   *keep,
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Getuid() == 0, nil
		},
		Setup: func(e *testscript.Env) error {
			e.Setenv("TODAY", "2026-03-02")
			e.Setenv("CONFIG", e.WorkDir+"-config") // what lies in the content's folder is not the user's
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"samsyn":     samsyn,
			"full":       full,
			"at-once":    atOnce,
			"signed-tag": signedTag,
			"status": func(ts *testscript.TestScript, neg bool, args []string) {
				if len(args) != 1 || neg {
					ts.Fatalf("usage: status N")
				}
				if got := ts.Getenv("STATUS"); got != args[0] {
					ts.Fatalf("status %s, want %s", got, args[0])
				}
			},
			"content": func(ts *testscript.TestScript, _ bool, args []string) {
				dir := "."
				if len(args) > 0 {
					dir = args[0]
				}
				for _, f := range base.Files {
					name := ts.MkAbs(filepath.Join(dir, filepath.FromSlash(f.Name)))
					ts.Check(os.MkdirAll(filepath.Dir(name), 0o777))
					ts.Check(os.WriteFile(name, f.Data, 0o666))
				}
			},
			"change": func(ts *testscript.TestScript, _ bool, args []string) {
				if len(args) != 3 {
					ts.Fatalf("usage: change FILE OLD NEW")
				}
				name, data := ts.MkAbs(args[0]), ts.ReadFile(args[0])
				old := unquoted(ts, args[1])
				if !strings.Contains(data, old) {
					ts.Fatalf("%s holds no %q", args[0], old)
				}
				ts.Check(os.WriteFile(name, []byte(strings.Replace(data, old, unquoted(ts, args[2]), 1)), 0o666))
			},
			"write": func(ts *testscript.TestScript, _ bool, args []string) {
				if len(args) != 2 {
					ts.Fatalf("usage: write FILE TEXT")
				}
				name := ts.MkAbs(args[0])
				ts.Check(os.MkdirAll(filepath.Dir(name), 0o777))
				ts.Check(os.WriteFile(name, []byte(unquoted(ts, args[1])), 0o666))
			},
			"join": func(ts *testscript.TestScript, _ bool, args []string) {
				var all strings.Builder
				for _, from := range args[1:] {
					all.WriteString(ts.ReadFile(from))
				}
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(all.String()), 0o666))
			},
			"word-table": func(ts *testscript.TestScript, _ bool, args []string) {
				// word-table FILE ROWS HEADING: a line is a row, a bar parts its cells.
				if len(args) != 3 {
					ts.Fatalf("usage: word-table FILE ROWS HEADING")
				}
				var rows [][]string
				for line := range strings.Lines(ts.ReadFile(args[1])) {
					rows = append(rows, strings.Split(strings.TrimSpace(line), "|"))
				}
				body := wordtest.Styled("Rubrik1", args[2]) + wordtest.Table(rows...)
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), wordtest.File(body, nil, nil), 0o666))
			},
			"corrupt": func(ts *testscript.TestScript, _ bool, args []string) {
				data := []byte(ts.ReadFile(args[0]))
				data[len(data)/2] ^= 1
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o666))
			},
		},
	})
}

// unquoted resolves Go's escapes.
func unquoted(ts *testscript.TestScript, s string) string {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	ts.Check(err)
	return text
}

func samsyn(ts *testscript.TestScript, neg bool, args []string) {
	status := cli.Main(args, world(ts, ts.Stdout(), ts.Stderr()))
	ts.Setenv("STATUS", strconv.Itoa(status))
	if neg == (status == 0) {
		ts.Fatalf("status %d", status)
	}
}

// noRoom is the stdout of a command whose disk is full.
type noRoom struct{}

func (noRoom) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}
}

func full(ts *testscript.TestScript, _ bool, args []string) {
	var told bytes.Buffer
	if status := cli.Main(args, world(ts, noRoom{}, &told)); status != 2 {
		ts.Fatalf("status %d", status)
	}
	if strings.Count(told.String(), "disken är full") != 1 {
		ts.Fatalf("it says %q", told.String())
	}
}

func atOnce(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	out, status := make([]bytes.Buffer, n), make([]int, n)
	var all sync.WaitGroup
	for i := range n {
		w := world(ts, &out[i], io.Discard)
		all.Go(func() { status[i] = cli.Main(args[1:], w) })
	}
	all.Wait()
	for i := range n {
		if neg == (status[i] == 0) {
			ts.Fatalf("status %d", status[i])
		}
		if out[i].String() != out[0].String() {
			ts.Fatalf("one says\n%s\nand one\n%s", out[0].String(), out[i].String())
		}
	}
	_, err = ts.Stdout().Write(out[0].Bytes())
	ts.Check(err)
}

// world is the script's.
func world(ts *testscript.TestScript, stdout, stderr io.Writer) console.World {
	now, err := time.Parse(time.RFC3339, ts.Getenv("TODAY"))
	if err != nil {
		now, err = time.Parse(time.DateOnly, ts.Getenv("TODAY"))
		now = now.Add(12 * time.Hour)
	}
	ts.Check(err)
	return console.World{
		Stdout: stdout, Stderr: stderr, Getenv: ts.Getenv, Environ: environ(ts),
		Dir: ts.MkAbs("."), ConfigDir: ts.Getenv("CONFIG"),
		Now: func() time.Time { return now },
	}
}

// environ is what the script has set of what git reads.
func environ(ts *testscript.TestScript) []string {
	var list []string
	for _, name := range []string{
		"PATH", "HOME", "GIT_CONFIG_NOSYSTEM", "GIT_DIR",
		"GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
	} {
		if value := ts.Getenv(name); value != "" {
			list = append(list, name+"="+value)
		}
	}
	return list
}
