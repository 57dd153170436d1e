package history

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

func TestLineOfCommits(t *testing.T) {
	b := newBuilder(t)
	c := b.commit("lägg in", files{"a.md": "1", "plans/2025/b.md": "1"})
	c = b.commit("ändra a", files{"a.md": "2", "plans/2025/b.md": "1"}, c)
	c = b.commit("ta bort a", files{"plans/2025/b.md": "1"}, c)
	c = b.commit("ändra b", files{"plans/2025/b.md": "2"}, c)
	b.commit("åter a", files{"a.md": "2", "plans/2025/b.md": "2"}, c)
	h := historyOf(t, b.open())
	want(t, subjects(t, h, "a.md"), "åter a", "ta bort a", "ändra a", "lägg in")
	want(t, subjects(t, h, "plans/2025/b.md"), "ändra b", "lägg in")
	want(t, subjects(t, h, "nothing.md"))
	f, _ := h.File("plans/2025/b.md")
	if got := f.Created().CommitDate.Format(time.RFC3339); got != "2024-01-01T12:00:00+01:00" {
		t.Errorf("created %s", got)
	}
	if got := f.Changed().CommitDate.Format(time.DateOnly); got != "2024-01-04" {
		t.Errorf("changed %s", got)
	}
}

func TestMergeChangesOnlyWhatDiffersFromEveryParent(t *testing.T) {
	b := newBuilder(t)
	base := b.commit("bas", files{"a": "1", "b": "1", "c": "1", "d/x": "1"})
	left := b.commit("vänster", files{"a": "2", "b": "1", "c": "2", "d/x": "1"}, base)
	right := b.commit("höger", files{"a": "1", "b": "2", "c": "3", "d/x": "1", "d/y": "1"}, base)
	b.commit("samman", files{"a": "2", "b": "2", "c": "4", "d/x": "1", "d/y": "1"}, left, right)
	h := historyOf(t, b.open())
	want(t, subjects(t, h, "a"), "vänster", "bas")
	want(t, subjects(t, h, "b"), "höger", "bas")
	want(t, subjects(t, h, "c"), "samman", "höger", "vänster", "bas")
	want(t, subjects(t, h, "d/x"), "bas")
	want(t, subjects(t, h, "d/y"), "höger")
}

// A change that a merge threw away never became part of the file, and its date
// would be a wrong one.
func TestMergeThatThrowsASideAway(t *testing.T) {
	b := newBuilder(t)
	base := b.commit("bas", files{"a": "1", "b": "1"})
	left := b.commit("vänster", files{"a": "2", "b": "1"}, base)
	right := b.commit("höger", files{"a": "3", "b": "2"}, base)
	m := b.commit("samman", files{"a": "2", "b": "2"}, left, right)
	h := historyOf(t, b.open())
	want(t, subjects(t, h, "a"), "vänster", "bas")
	want(t, subjects(t, h, "b"), "höger", "bas")

	undo := b.commit("förslag", files{"a": "5", "b": "2"}, m)
	other := b.commit("annat", files{"a": "2", "b": "3"}, m)
	b.commit("avslag", files{"a": "2", "b": "3"}, other, undo)
	h = historyOf(t, b.open())
	want(t, subjects(t, h, "a"), "vänster", "bas")
}

func TestClocksThatWentWrong(t *testing.T) {
	b := newBuilder(t)
	at := func(year int) time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }
	c := b.commitAt(at(2024), "först", files{"a": "1"})
	c = b.commitAt(at(2001), "sedan", files{"a": "2"}, c)
	b.commitAt(at(2002), "sist", files{"a": "3"}, c)
	want(t, subjects(t, historyOf(t, b.open()), "a"), "sist", "sedan", "först")
}

func TestRenames(t *testing.T) {
	long := "---\ntitle: Språkvän\nowner: alvesta\n---\n\nTvå personer träffas en gång i veckan.\n"
	other := "---\ntitle: Kör\n---\n\nAlla får sjunga med.\n"
	b := newBuilder(t)
	c := b.commit("ny", files{"p/a.md": long, "p/x.md": other})
	c = b.commit("ändra", files{"p/a.md": long + "Mer.\n", "p/x.md": other}, c)
	c = b.commit("byt namn", files{"p/b.md": long + "Mer.\n", "p/x.md": other}, c)
	c = b.commit("flytta och ändra", files{"q/b.md": long + "Ännu mer text än förut.\n", "p/x.md": other}, c)
	c = b.commit("ny på gammal plats", files{"q/b.md": long + "Ännu mer text än förut.\n", "p/x.md": other, "p/a.md": "nytt"}, c)
	b.commit("byt ut", files{"q/b.md": long + "Ännu mer text än förut.\n", "p/z.md": "något helt annat", "p/a.md": "nytt"}, c)
	h := historyOf(t, b.open())
	want(t, subjects(t, h, "q/b.md"), "flytta och ändra", "byt namn", "ändra", "ny")
	want(t, subjects(t, h, "p/z.md"), "byt ut")
	f, _ := h.File("q/b.md")
	if f.Changes[0].Kind != Renamed || f.Changes[0].From != "p/b.md" || f.Changes[1].From != "p/a.md" {
		t.Errorf("renames are told as %+v", f.Changes[:2])
	}
	if f.Created().Subject != "ny" {
		t.Errorf("created by %q", f.Created().Subject)
	}
}

func TestContentInASubfolder(t *testing.T) {
	b := newBuilder(t)
	c := b.commit("kod", files{"main.go": "x"})
	c = b.commit("innehåll", files{"main.go": "x", "län/storsjö/samsyn.yaml": "1", "län/storsjö/plans/a.md": "1"}, c)
	c = b.commit("mer kod", files{"main.go": "y", "län/storsjö/samsyn.yaml": "1", "län/storsjö/plans/a.md": "1"}, c)
	b.commit("ändra", files{"main.go": "y", "län/storsjö/samsyn.yaml": "1", "län/storsjö/plans/a.md": "2"}, c)
	b.write("län/storsjö/samsyn.yaml", "1")
	r := openAt(t, filepath.Join(b.Dir, "län", "storsjö"))
	h := historyOf(t, r)
	want(t, subjects(t, h, "plans/a.md"), "ändra", "innehåll")
	want(t, subjects(t, h, "main.go"))
	if _, _, err := r.Tree("HEAD~3"); !errors.Is(err, ErrNoContent) {
		t.Errorf("a revision without the folder: %v", err)
	}
	tree, commit, err := r.Tree("HEAD~1")
	if err != nil {
		t.Fatal(err)
	}
	if data, err := tree.Read("plans/a.md"); err != nil || string(data) != "1" || commit.Subject != "mer kod" {
		t.Errorf("read %q of %q, %v", data, commit.Subject, err)
	}
}

func TestShallowCloneSaysWhatItDoesNotKnow(t *testing.T) {
	b := newBuilder(t)
	c := b.commit("bas", files{"a": "1", "b": "1"})
	edge := b.commit("kant", files{"a": "2", "b": "1", "n": "1"}, c)
	c = b.commit("sen", files{"a": "3", "b": "1", "n": "1", "ny": "1"}, edge)
	b.commit("sist", files{"a": "3", "b": "1", "n": "1", "ny": "2"}, c)
	writeFile(t, filepath.Join(b.Dir, ".git", "shallow"), edge.String()+"\n")

	r := b.open()
	if !r.Shallow() {
		t.Fatal("not seen as shallow")
	}
	h := historyOf(t, r)
	for _, c := range []struct{ path, created, changed string }{
		{"a", "", "sen"},
		{"b", "", ""},
		{"n", "", ""},
		{"ny", "sen", "sist"},
	} {
		f, err := h.File(c.path)
		if err != nil {
			t.Fatal(err)
		}
		if f.Created().Subject != c.created || f.Changed().Subject != c.changed {
			t.Errorf("%s: created %q, changed %q, want %q, %q", c.path, f.Created().Subject, f.Changed().Subject, c.created, c.changed)
		}
	}
	if err := os.Remove(filepath.Join(b.Dir, ".git", "shallow")); err != nil {
		t.Fatal(err)
	}
	h = historyOf(t, b.open()) // deepened again
	if f, _ := h.File("b"); f.Created().Subject != "bas" {
		t.Errorf("after deepening, b was created by %q", f.Created().Subject)
	}
}

func TestMissingAndDamagedObjects(t *testing.T) {
	object := func(b *builder, h plumbing.Hash) string {
		return filepath.Join(b.Dir, ".git", "objects", h.String()[:2], h.String()[2:])
	}
	for _, c := range []struct {
		name  string
		spoil func(b *builder, commit, tree plumbing.Hash)
		wants error
	}{
		{"missing commit", func(b *builder, commit, tree plumbing.Hash) { os.Remove(object(b, commit)) }, ErrMissing},
		{"missing tree", func(b *builder, commit, tree plumbing.Hash) { os.Remove(object(b, tree)) }, ErrMissing},
		{"damaged tree", func(b *builder, commit, tree plumbing.Hash) {
			spoil(b.t, object(b, tree), func(d []byte) []byte { d[len(d)/2] ^= 0xff; return d })
		}, ErrCorrupt},
		{"cut commit", func(b *builder, commit, tree plumbing.Hash) {
			spoil(b.t, object(b, commit), func(d []byte) []byte { return d[:len(d)/2] })
		}, ErrCorrupt},
		{"empty tree file", func(b *builder, commit, tree plumbing.Hash) {
			spoil(b.t, object(b, tree), func(d []byte) []byte { return nil })
		}, ErrCorrupt},
		{"another's content", func(b *builder, commit, tree plumbing.Hash) {
			other, err := os.ReadFile(object(b, b.Tree(files{"fel": "fel"})))
			if err != nil {
				b.t.Fatal(err)
			}
			spoil(b.t, object(b, tree), func([]byte) []byte { return other })
		}, ErrCorrupt},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBuilder(t)
			first := b.commit("ett", files{"a": "1", "b": "2"})
			tree := b.Tree(files{"a": "1", "b": "2"})
			b.commit("två", files{"a": "2", "b": "2"}, first)
			c.spoil(b, first, tree)
			if _, err := b.open().History("HEAD", AllFiles); !errors.Is(err, c.wants) {
				t.Errorf("got %v, want %v", err, c.wants)
			}
		})
	}
}

func spoil(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, string(change(data)))
}

func TestCommitParsing(t *testing.T) {
	tree := "tree " + strings.Repeat("a", 40) + "\n"
	good := tree + "author Å Ö <a@b> 1700000000 +0200\ncommitter C <c@d> 1700000001 -0130\ngpgsig x\n y\n\nRad ett\nrad två\n\nMer.\n"
	c, err := parseCommit(plumbing.ZeroHash, good)
	if err != nil {
		t.Fatal(err)
	}
	if c.Subject != "Rad ett rad två" || c.CommitDate.Format(time.RFC3339) != "2023-11-14T20:43:21-01:30" {
		t.Errorf("read as %+v", c)
	}
	for _, bad := range []string{"", "tree x\n\n", tree + "committer A <a@b> soon\n\n", tree + "committer A\n\n",
		tree + "committer A <a@b> 99999999999999999999 +0000\n\n", tree + "parent 12\n\n"} {
		if _, err := parseCommit(plumbing.ZeroHash, bad); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}

func TestTreeParsing(t *testing.T) {
	hash := strings.Repeat("h", 20)
	lines, err := parseTree("100644 a b\x00" + hash + "40000 å\x00" + hash)
	if err != nil || len(lines) != 2 || lines[0].name != "a b" || lines[0].file() != plumbing.Hash([]byte(hash)) || lines[1].name != "å" || !lines[1].isDir() {
		t.Errorf("read as %+v, %v", lines, err)
	}
	for _, bad := range []string{"x", "100644 a", "100644 a\x00short", "100644\x00" + hash, "100644 \x00" + hash, "10x644 a\x00" + hash, " a\x00" + hash, "-1 a\x00" + hash, "7777777777 a\x00" + hash, "\x00" + hash} {
		if got, err := parseTree(bad); err == nil {
			t.Errorf("%q was taken as %+v", bad, got)
		}
	}
}

func FuzzTree(f *testing.F) {
	f.Add("100644 a\x00aaaaaaaaaaaaaaaaaaaa40000 b\x00bbbbbbbbbbbbbbbbbbbb", "100644 a\x00aaaaaaaaaaaaaaaaaaaa")
	f.Fuzz(func(t *testing.T, a, b string) {
		before, err := parseTree(a)
		if err != nil {
			return
		}
		after, err := parseTree(b)
		if err != nil {
			return
		}
		for len(before) > 0 || len(after) > 0 {
			_, _, restBefore, restAfter := firstOf(before, after)
			if len(restBefore)+len(restAfter) >= len(before)+len(after) {
				t.Fatalf("%v and %v are no nearer their ends", restBefore, restAfter)
			}
			before, after = restBefore, restAfter
		}
	})
}

func FuzzCommit(f *testing.F) {
	f.Add("tree " + strings.Repeat("a", 40) + "\ncommitter S <s@example.org> 1700000000 +0100\n\nmeddelande\n")
	f.Add("object " + strings.Repeat("a", 40) + "\ntagger S <s@example.org> 1700000000 +0100\n\nmeddelande\n")
	f.Fuzz(func(t *testing.T, data string) {
		_, _ = parseCommit(plumbing.ZeroHash, data)
		_, _, _ = parseTag(data)
	})
}

// Somebody may be writing a reference, or have been killed while writing it.
func TestALockIsNoReference(t *testing.T) {
	b := newBuilder(t)
	b.commit("först", files{"a": "1"})
	b.write(".git/refs/heads/new.lock", "")
	b.write(".git/refs/tags/v1.lock", "half")
	if _, err := b.open().Head(); err != nil {
		t.Error(err)
	}
}
