//go:build unix

package editor

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"samsyn/internal/access"
	"samsyn/internal/proposal"
)

// crowded is an editor of a county's content in which a hundred proposals are under way.
func crowded(b *testing.B) *room {
	b.Helper()
	dir := b.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../examples/storsjo")); err != nil {
		b.Fatal(err)
	}
	git(b, dir, "init", "-q", "-b", "main")
	git(b, dir, "add", "-A")
	git(b, dir, "commit", "-q", "-m", "Början")
	r := serve(b, dir, access.LocalUser("Anna Ek", "anna@example.org"))
	text, err := os.ReadFile(filepath.Join(dir, larger))
	if err != nil {
		b.Fatal(err)
	}
	for n := range 100 {
		p, err := r.server.Opt.Store.Start(anna, fmt.Sprint("Förslag ", n))
		if err != nil {
			b.Fatal(err)
		}
		titled := strings.Replace(string(text), "title: ", fmt.Sprint("title: Nr ", n, " "), 1)
		if _, err := p.Apply(proposal.Edit{Who: anna, Message: "Titel", Files: map[string][]byte{larger: []byte(titled)}}); err != nil {
			b.Fatal(err)
		}
	}
	return r
}

var anna = proposal.Person{Name: "Anna Ek", Email: "anna@example.org"}

const larger = "plans/2025/kor-for-alla.md"

// BenchmarkPages draws pages of the editor, with a hundred proposals under way.
func BenchmarkPages(b *testing.B) {
	r := crowded(b)
	for _, at := range []string{"/", "/forslag", "/innehall", "/innehall?q=praktik", "/fil/agreement/agreement.yaml", "/fil/samsyn.yaml", "/fil/" + larger, "/forslag/2026-03-02-forslag-5", "/forslag/2026-03-02-forslag-5/fil/" + larger} {
		b.Run(at, func(b *testing.B) {
			was := processors(b)
			for b.Loop() {
				r.found(at)
			}
			perOne(b, processors(b)-was)
		})
	}
}

// processors is the processors' time that the program and the gits that it has called have
// taken so far: how busy the machine is disturbs it less than the clock.
func processors(b *testing.B) (all time.Duration) {
	b.Helper()
	for _, who := range []int{syscall.RUSAGE_SELF, syscall.RUSAGE_CHILDREN} {
		var u syscall.Rusage
		if err := syscall.Getrusage(who, &u); err != nil {
			b.Fatal(err)
		}
		all += time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
	return all
}

func perOne(b *testing.B, took time.Duration) {
	b.ReportMetric(float64(took.Microseconds())/1000/float64(b.N), "cpu-ms/op")
}

// BenchmarkSave saves a form in a proposal, with a hundred others under way.
func BenchmarkSave(b *testing.B) {
	r := crowded(b)
	at := "/forslag/2026-03-02-forslag-5/fil/" + larger
	n, took := 0, time.Duration(0)
	for b.Loop() {
		b.StopTimer()
		form := set(r.found(at).form(b), "title", fmt.Sprint("Nu ", n), "do", "anyway", "next", "more")
		n++
		follow := r.CheckRedirect
		r.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		was := processors(b)
		b.StartTimer()
		if p := r.send(at, form); p.status != http.StatusSeeOther {
			b.Fatalf("%d %s", p.status, p.words())
		}
		b.StopTimer()
		took += processors(b) - was
		r.CheckRedirect = follow
		b.StartTimer()
	}
	perOne(b, took)
}
