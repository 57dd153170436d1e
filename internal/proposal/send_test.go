package proposal

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/forge"
)

// two are two people's clones of one bare repository, as each works on their own
// computer.
func two(t *testing.T) (bare string, one, other *room) {
	t.Helper()
	one = newRoom(t, "")
	bare = filepath.Join(t.TempDir(), "avtal.git")
	one.git("clone", "-q", "--bare", one.dir, bare)
	one.git("remote", "add", "origin", bare)
	other = &room{t: t, dir: filepath.Join(t.TempDir(), "kopia")}
	gitAt(t, ".", "clone", "-q", bare, other.dir)
	other.Store = other.open(other.dir)
	return bare, one, other
}

func (r *room) fetch() {
	r.t.Helper()
	if err := r.Fetch(context.Background()); err != nil {
		r.t.Fatal(err)
	}
}

func send(t *testing.T, p *Proposal, who Person) *Sent {
	t.Helper()
	sent, err := p.Send(context.Background(), who, forge.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return sent
}

// Without a remote a proposal stays a branch, and it is said how it is taken in.
func TestSendNowhere(t *testing.T) {
	r := newRoom(t, "")
	p := r.start("Prov")
	if _, err := p.Send(context.Background(), anna, forge.Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("an empty one: %v", err)
	}
	save(t, p, anna, "", texts("agreement/text/a.md", "A\n"))
	sent := send(t, p, anna)
	if sent.Remote != "" || sent.Opened || sent.Address != "" || !strings.Contains(strings.Join(sent.Commands, "\n"), p.Branch()) || !strings.Contains(sent.Words.SV, "main") {
		t.Errorf("%+v", sent)
	}
	for _, c := range sent.Commands { // they do what they say
		args := strings.Fields(c)[1:]
		r.git(slices.Concat(args[:1], []string{"-q"}, args[1:])...)
	}
	if data, err := os.ReadFile(filepath.Join(r.dir, "agreement/text/a.md")); err != nil || string(data) != "A\n" {
		t.Errorf("taken in: %q, %v", data, err)
	}
}

// What is sent is in the remote, and on the list of others; who else sends the same
// proposal gets what has been sent before, field by field.
func TestTwoWhoSendTheSameProposal(t *testing.T) {
	bare, one, other := two(t)
	p := one.start("Prov")
	save(t, p, anna, "", texts(plan, county[plan]+"note: Anna\n"))
	sent, err := p.Send(context.Background(), anna, forge.Options{})
	if err != nil || sent.Remote != bare || p.Sent != p.Tip {
		t.Fatalf("%+v, %v", sent, err)
	}
	if got := gitAt(t, bare, "rev-parse", p.Branch()); got != string(p.Tip) {
		t.Errorf("the remote has %s", got)
	}
	other.fetch()
	all, err := other.All()
	if err != nil || len(all) != 1 || all[0].Title != "Prov" || all[0].Sent != p.Tip {
		t.Fatalf("%+v, %v", all, err)
	}
	q, err := other.Get(p.Name)
	if err != nil {
		t.Fatal(err)
	}
	save(t, q, bo, q.Tip, texts(plan, strings.Replace(county[plan]+"note: Anna\n", "Plan 2026", "Bos plan", 1)))
	send(t, q, bo)
	save(t, p, anna, p.Tip, texts(plan, strings.Replace(county[plan]+"note: Anna\n", "draft", "proposed", 1)))
	send(t, p, anna)
	if got := gitAt(t, bare, "show", p.Branch()+":"+plan); !strings.Contains(got, "Bos plan") || !strings.Contains(got, "proposed") {
		t.Errorf("the remote has %s", got)
	}
	save(t, q, bo, "", texts("agreement/text/b.md", "B\n", plan, strings.Replace(county[plan]+"note: Anna\n", "draft", "adopted", 1)))
	_, err = q.Send(context.Background(), bo, forge.Options{})
	conflict := (*Conflict)(nil)
	if !errors.As(err, &conflict) || conflict.Clashes[0].Field != "status" || conflict.Clashes[0].Theirs != "proposed" {
		t.Fatalf("the same field: %v", err)
	}
	if _, err := q.Join(bo, func(Clash) Choice { return Mine }); err != nil {
		t.Fatal(err)
	}
	send(t, q, bo)
	if got := gitAt(t, bare, "show", p.Branch()+":"+plan); !strings.Contains(got, "adopted") {
		t.Errorf("the remote has %s", got)
	}
	gitAt(t, bare, "update-ref", "refs/heads/main", gitAt(t, bare, "rev-parse", p.Branch()))
	one.fetch()
	if fresh, err := one.Get(p.Name); err != nil || len(fresh.Saves) != 2 {
		t.Errorf("%+v, %v", fresh, err)
	}
	other.fetch()
	if fresh, err := other.Get(p.Name); err != nil || !fresh.Merged {
		t.Errorf("it is not told as merged: %+v, %v", fresh, err)
	}
	if v, err := one.look(t.Context()); err != nil || v.name != "main" {
		t.Errorf("%s, %v", v.name, err)
	}
	next := one.start("Efter")
	if got := next.read(t, "agreement/text/b.md"); got != "B\n" {
		t.Error("a new proposal does not start from the newest main branch")
	}
}

// Settings that the content brings do not come along on the network, and no hook or
// program of the repository's is run.
func TestNothingOfTheRepositoryIsRun(t *testing.T) {
	_, one, _ := two(t)
	mark := filepath.Join(t.TempDir(), "ran")
	script := "#!/bin/sh\ntouch " + mark + "\n"
	for _, hook := range []string{"pre-push", "pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change"} {
		lay(t, one.dir, map[string]string{".git/hooks/" + hook: script})
		if err := os.Chmod(filepath.Join(one.dir, ".git/hooks", hook), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	one.Store.git.WorkTree = one.dir
	lay(t, one.dir, map[string]string{".git/info/attributes": "* filter=x\n", ".gitattributes": "* filter=x\n"})
	gitAt(t, one.dir, "config", "filter.x.clean", "touch "+mark)
	gitAt(t, one.dir, "config", "core.fsmonitor", "touch "+mark)
	p := one.start("Prov")
	save(t, p, anna, "", texts("agreement/text/a.md", "A\n"))
	send(t, p, anna)
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program of the repository's was run")
	}
	lay(t, one.dir, map[string]string{"agreement/settings": "[core]\n\tsshCommand = touch " + mark + "\n"})
	gitAt(t, one.dir, "config", "include.path", "../agreement/settings")
	save(t, p, anna, "", texts("agreement/text/a.md", "B\n"))
	if _, err := p.Send(context.Background(), anna, forge.Options{}); !errors.Is(err, ErrSettings) {
		t.Errorf("settings of the content: %v", err)
	}
}

// What git says of a remote does not tell its password.
func TestNoPasswordIsTold(t *testing.T) {
	_, one, _ := two(t)
	gitAt(t, one.dir, "remote", "set-url", "origin", "http://anna:hemligt@127.0.0.1:1/a/b.git")
	p := one.start("Prov")
	save(t, p, anna, "", texts("agreement/text/a.md", "A\n"))
	_, err := p.Send(context.Background(), anna, forge.Options{})
	if err == nil || strings.Contains(err.Error(), "hemligt") {
		t.Errorf("%v", err)
	}
}

// Settings that come while the program runs are git's to read: a branch that follows a
// request to merge, and a remote that an included file names.
func TestSettingsAreRead(t *testing.T) {
	r := newRoom(t, "")
	lay(t, r.dir, map[string]string{".git/more": "[remote \"upstream\"]\n\turl = ../other\n"})
	r.git("config", "branch.pr.merge", "refs/pull/3/head")
	r.git("config", "include.path", "more")
	if v, err := r.look(t.Context()); err != nil || v.remote != "upstream" {
		t.Errorf("the remote is %q, %v", v.remote, err)
	}
}
