package country

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Repository writes a made-up country without faults into dir and gives it a
// history in git: one commit that lays everything in, then commits that each
// report on an initiative or two, some hours apart. It needs git.
func Repository(dir string, initiatives, commits int) error {
	if err := Write(dir, initiatives, false); err != nil {
		return err
	}
	for _, args := range [][]string{
		{"init", "-q", "-b", "main"},
		{"add", "-A"},
		{"commit", "-q", "-m", "Lägg in allt"},
	} {
		if err := git(dir, nil, args...); err != nil {
			return err
		}
	}
	stream, err := reports(dir, commits)
	if err != nil {
		return err
	}
	if err := git(dir, strings.NewReader(stream), "fast-import", "--quiet"); err != nil {
		return err
	}
	if err := git(dir, nil, "repack", "-adq"); err != nil { // a clone arrives packed
		return err
	}
	return git(dir, nil, "reset", "-q", "--hard", "main")
}

// begun is when the first commit was made. The days of all follow from it, so that
// the same country is built to the same bytes.
var begun = time.Date(2026, 1, 25, 9, 0, 0, 0, time.UTC)

// apart is the time between two commits.
const apart = 6 * time.Hour

// reports is what git fast-import reads: each commit sets the status of an
// initiative or two and says so in the text.
func reports(dir string, commits int) (string, error) {
	found, err := filepath.Glob(filepath.Join(dir, "plans", "*", "*.md"))
	if err != nil {
		return "", err
	}
	slices.Sort(found)
	rnd := rand.New(rand.NewPCG(3, 4))
	texts := map[string]string{}
	var b strings.Builder
	for n := 1; n < commits; n++ {
		message := "Rapportera läget"
		fmt.Fprintf(&b, "commit refs/heads/main\ncommitter Sekretariatet <s@example.org> %d +0000\ndata %d\n%s\n", begun.Add(time.Duration(n)*apart).Unix(), len(message), message)
		if n == 1 {
			b.WriteString("from refs/heads/main^0\n")
		}
		for range 1 + rnd.IntN(2) {
			file := found[rnd.IntN(len(found))]
			if _, read := texts[file]; !read {
				data, err := os.ReadFile(file)
				if err != nil {
					return "", err
				}
				texts[file] = string(data)
			}
			texts[file] = reported(texts[file], n)
			name, err := filepath.Rel(dir, file)
			if err != nil {
				return "", err
			}
			fmt.Fprintf(&b, "M 100644 inline %s\ndata %d\n%s\n", filepath.ToSlash(name), len(texts[file]), texts[file])
		}
	}
	return b.String(), nil
}

// reported is an initiative's file after the nth report.
func reported(text string, n int) string {
	text = strings.Replace(text, "\nstatus: planned\n", "\nstatus: ongoing\n", 1)
	if at := strings.Index(text, "\n\nVid avstämning"); at >= 0 {
		text = text[:at] + "\n"
	}
	return strings.TrimRight(text, "\n") + fmt.Sprintf("\n\nVid avstämning %d hade arbetet kommit i gång och fler tackat ja än väntat.\n", n)
}

// Report changes one initiative's file as a commit of a report would: n sets what
// it says.
func Report(file string, n int) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(reported(string(data), n)), 0o644)
}

// Commit commits what has been changed, the nth time since Repository made so many
// commits. All of these have the same day.
func Commit(dir string, commits, n int) error {
	return gitAt(begun.Add(time.Duration(commits)*apart+time.Duration(n)*time.Second), dir, nil, "commit", "-q", "-a", "-m", "Rapportera läget")
}

func git(dir string, in io.Reader, args ...string) error { return gitAt(begun, dir, in, args...) }

func gitAt(when time.Time, dir string, in io.Reader, args ...string) error {
	date := when.Format(time.RFC3339)
	cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Sekretariatet", "-c", "user.email=s@example.org", "-c", "gc.auto=0"}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_AUTHOR_DATE="+date, "GIT_COMMITTER_DATE="+date)
	cmd.Stdin, cmd.Stderr = in, os.Stderr
	return cmd.Run()
}
