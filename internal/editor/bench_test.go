package editor

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
		if _, err := p.Save(anna, "Titel", "", map[string][]byte{larger: []byte(titled)}); err != nil {
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
	for _, at := range []string{"/", "/forslag", "/innehall", "/fil/agreement/agreement.yaml", "/fil/samsyn.yaml", "/fil/" + larger, "/forslag/2026-03-02-forslag-5", "/forslag/2026-03-02-forslag-5/fil/" + larger} {
		b.Run(at, func(b *testing.B) {
			for b.Loop() {
				r.found(at)
			}
		})
	}
}

// BenchmarkSave saves a form in a proposal, with a hundred others under way.
func BenchmarkSave(b *testing.B) {
	r := crowded(b)
	at := "/forslag/2026-03-02-forslag-5/fil/" + larger
	n := 0
	for b.Loop() {
		b.StopTimer()
		form := set(r.found(at).form(b), "title", fmt.Sprint("Nu ", n), "do", "anyway", "next", "more")
		n++
		follow := r.CheckRedirect
		r.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
		b.StartTimer()
		if p := r.send(at, form); p.status != http.StatusSeeOther {
			b.Fatalf("%d %s", p.status, p.words())
		}
		b.StopTimer()
		r.CheckRedirect = follow
		b.StartTimer()
	}
}
