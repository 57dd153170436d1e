//go:build unix

package proposal

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	savesIn   = "SAMSYN_TEST_SAVES_IN"
	savesFrom = "SAMSYN_TEST_SAVES_FROM"
	proposed  = "SAMSYN_TEST_PROPOSAL"
)

// TestSaving is no test but the process that TestEverySaveSurvivesAKill kills: it saves
// file after file, and says so of each once it is saved.
func TestSaving(t *testing.T) {
	dir := os.Getenv(savesIn)
	if dir == "" {
		t.Skip("nobody has asked for it")
	}
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	s.patience = 100 * time.Millisecond
	p, err := s.Get(os.Getenv(proposed))
	if err != nil {
		t.Fatal(err)
	}
	n, _ := strconv.Atoi(os.Getenv(savesFrom))
	for ; ; n++ {
		if _, err := p.Save(anna, fmt.Sprint("Nr ", n), "", texts(fmt.Sprintf("agreement/text/%d.md", n), fmt.Sprintf("Text nr %d\n", n))); err != nil {
			t.Fatal(err)
		}
		fmt.Printf("saved %d\n", n)
	}
}

// A process that saves is killed at random moments, with the git that it has called.
// Whatever it had acknowledged is there, the repository is sound, and one can go on.
func TestEverySaveSurvivesAKill(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	r := newRoom(t, "")
	p := r.start("Prov")
	acknowledged := map[int]bool{}
	next := 1
	const processes = 6
	for range processes {
		cmd := exec.Command(os.Args[0], "-test.run=^TestSaving$", "-test.v")
		cmd.Env = append(os.Environ(), savesIn+"="+r.dir, proposed+"="+p.Name, savesFrom+"="+strconv.Itoa(next))
		cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			said.WriteString(lines.Text() + "\n")
			var n int
			if got, _ := fmt.Sscanf(lines.Text(), "saved %d", &n); got == 0 {
				continue
			}
			if acknowledged[n] = true; n == next { // it is at work: now comes the moment
				time.AfterFunc(time.Duration(rand.IntN(200_000))*time.Microsecond, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
			}
		}
		if err := cmd.Wait(); err == nil || !strings.Contains(err.Error(), "killed") {
			t.Fatalf("it was not killed: %v\n%s", err, said.String())
		}
		for n := range acknowledged {
			next = max(next, n+1)
			if got := p.read(t, fmt.Sprintf("agreement/text/%d.md", n)); got != fmt.Sprintf("Text nr %d\n", n) {
				t.Fatalf("save %d is %q", n, got)
			}
		}
	}
	if len(acknowledged) < processes {
		t.Errorf("only %d saves were acknowledged", len(acknowledged))
	}
	r.git("fsck", "--full", "--strict")
	t.Logf("%d saves were acknowledged in %d processes that were killed", len(acknowledged), processes)
}

// The lock that a killed git has left on a proposal does not stop the next who saves.
func TestALockThatWasLeft(t *testing.T) {
	r := newRoom(t, "")
	p := r.start("Prov")
	r.patience = 50 * time.Millisecond
	lay(t, r.dir, map[string]string{".git/" + branch(p.Name) + ".lock": ""})
	save(t, p, anna, "", texts("agreement/text/a.md", "A\n"))
	if p.read(t, "agreement/text/a.md") != "A\n" {
		t.Error("it is not saved")
	}
}
