package history

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/go-git/go-git/v5"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"

	"samsyn/internal/source"
)

const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"

func TestRevisionAsFiles(t *testing.T) {
	b := newBuilder(t)
	b.commit("ett", files{
		"samsyn.yaml":              "title: Prov\n",
		"agreement/agreement.yaml": "title: Ö\n",
		"agreement/text/a.md":      "# A\n",
		"agreement/text/same.md":   "link:a.md",
		"agreement/text/up.md":     "link:../../shared/b.md",
		"agreement/text/out.md":    "link:../../../etc/passwd",
		"agreement/text/root.md":   "link:/etc/passwd",
		"agreement/text/gone.md":   "link:nowhere.md",
		"agreement/text/loop.md":   "link:loop.md",
		"agreement/text/env.md":    "link:../../.env",
		"agreement/text/env2.md":   "link:../../place/.env",
		"agreement/text/env3.md":   "link:../../hidden/token",
		"agreement/text/back.md":   "link:../../.git-not/../shared/b.md",
		".env":                     "TOKEN=1",
		".hidden/token":            "TOKEN=1",
		"hidden":                   "link:.hidden",
		"place":                    "link:./shared/..",
		"agreement/text/round.md":  "link:../../place/shared/b.md",
		"agreement/text/big.md":    pointer,
		"agreement/areas":          "link:../shared",
		"agreement/other":          "submodule:" + strings.Repeat("a", 40),
		"shared/b.md":              "delad",
		"plans/2025/plan.yaml":     "year: 2025\n",
		"plans/2025/\xe5.md":       "latin",
		"plans/2\xff/plan.yaml":    "latin",
	})
	r := b.open()
	tree, commit, err := r.Tree("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if commit.Subject != "ett" {
		t.Errorf("commit %+v", commit)
	}
	entries, err := tree.Entries()
	if err != nil {
		t.Fatal(err)
	}
	states := map[string]source.State{}
	for _, e := range entries {
		states[e.Path] = e.State
	}
	for path, wanted := range map[string]source.State{
		"samsyn.yaml":              source.Plain,
		"agreement/agreement.yaml": source.Plain,
		"agreement/text/a.md":      source.Plain,
		"agreement/text/same.md":   source.Plain,
		"agreement/text/up.md":     source.Plain,
		"agreement/text/out.md":    source.Escapes,
		"agreement/text/root.md":   source.Escapes,
		"agreement/text/loop.md":   source.Escapes,
		"agreement/text/env.md":    source.Escapes,
		"agreement/text/env2.md":   source.Escapes,
		"agreement/text/env3.md":   source.Escapes,
		"agreement/text/back.md":   source.Escapes,
		"agreement/text/round.md":  source.Plain,
		"agreement/text/gone.md":   source.Odd,
		"agreement/text/big.md":    source.Odd,
		"agreement/areas":          source.Odd,
		"agreement/other":          source.Odd,
		"plans/2025/plan.yaml":     source.Plain,
		"plans/2025/\ufffd.md":     source.Garbled,
		"plans/2\ufffd":            source.GarbledFolder,
	} {
		if got, ok := states[path]; !ok || got != wanted {
			t.Errorf("%s is %v (listed: %t), want %v", path, got, ok, wanted)
		}
	}
	for path, text := range map[string]string{"agreement/text/same.md": "# A\n", "agreement/text/up.md": "delad", "agreement/areas/b.md": "delad", "agreement/text/round.md": "delad"} {
		if data, err := tree.Read(path); err != nil || string(data) != text {
			t.Errorf("%s reads %q, %v", path, data, err)
		}
	}
	for path, wanted := range map[string]error{
		"agreement/text/out.md": ErrEscapes, "agreement/text/env.md": ErrEscapes, "agreement/text/env3.md": ErrEscapes, "hidden/token": ErrEscapes, "agreement/text/big.md": ErrLFS, "agreement/other": ErrSubmodule,
		"agreement/text/gone.md": fs.ErrNotExist, "../samsyn.yaml": fs.ErrInvalid, "agreement/agreement.yaml/x": fs.ErrNotExist,
	} {
		if _, err := fs.ReadFile(tree.FS(), path); !errors.Is(err, wanted) {
			t.Errorf("%s: %v, want %v", path, err, wanted)
		}
	}
	for _, path := range []string{".env", "hidden/token", "agreement/text/env.md", "agreement/text/env3.md"} {
		if data, err := tree.Read(path); err == nil || tree.Exists(path) {
			t.Errorf("%s is there, and reads %q", path, data)
		}
	}
	files := tree.FS().(*Files)
	same, err := fs.Stat(files, "agreement/text/same.md")
	if err != nil {
		t.Fatal(err)
	}
	key, wanted := same.Sys(), b.Blob("# A\n").String()
	if key != wanted {
		t.Errorf("content key %v, want %s", key, wanted)
	}
	kinds, err := files.Kinds("agreement")
	if want := map[string]fs.FileMode{"agreement.yaml": 0, "text": fs.ModeDir, "areas": fs.ModeSymlink, "other": 0}; err != nil || !maps.Equal(kinds, want) {
		t.Errorf("kinds %v, %v, want %v", kinds, err, want)
	}
	if data, err := r.Blob(wanted); err != nil || string(data) != "# A\n" {
		t.Errorf("blob %q, %v", data, err)
	}
}

func TestFilesAreAFileSystem(t *testing.T) {
	b := newBuilder(t)
	b.commit("ett", files{"a.md": "1", "d/b.md": "2", "d/e/c.md": strings.Repeat("x", 100000), "l": "link:d/b.md"})
	_, commit, err := b.open().Tree("master")
	if err != nil {
		t.Fatal(err)
	}
	files, err := b.open().Files(commit)
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(files, "a.md", "d/b.md", "d/e/c.md", "l"); err != nil {
		t.Error(err)
	}
	if target, err := files.ReadLink("l"); err != nil || target != "d/b.md" {
		t.Errorf("link %q, %v", target, err)
	}
}

func TestRevisionNames(t *testing.T) {
	b := newBuilder(t)
	first := b.commit("ett", files{"a": "1"})
	second := b.commit("två", files{"a": "2"}, first)
	third := b.commit("tre", files{"a": "3"}, second)
	tag, err := b.Git.CreateTag("antagen-2024", first, &git.CreateTagOptions{Message: "Antagen\n\nav Forum.\n",
		Tagger: &object.Signature{Name: "S", Email: "s@example.org"}})
	if err != nil {
		t.Fatal(err)
	}
	for name, at := range map[string]plumbing.Hash{"lätt": second, second.String(): first} { // one that poses as another commit
		if _, err := b.Git.CreateTag(name, at, nil); err != nil {
			t.Fatal(err)
		}
	}
	r := b.open()
	for rev, wanted := range map[string]string{
		"HEAD": "tre", "master": "tre", "HEAD~2": "ett", "HEAD^": "två", "antagen-2024": "ett", "lätt": "två",
		third.String(): "tre", second.String(): "två", tag.Hash().String(): "ett", second.String()[:8]: "två", "refs/heads/master": "tre", "lätt~1": "ett",
	} {
		if c, err := r.Find(rev); err != nil || c.Subject != wanted {
			t.Errorf("%s is %q, %v, want %q", rev, c.Subject, err, wanted)
		}
	}
	for _, rev := range []string{"", "nobody", "HEAD~9", "~1", "^", "HEAD^{/[}", "a..b", "@{-1}", ":", "--help", strings.Repeat("0", 40)} {
		if c, err := r.Find(rev); !errors.Is(err, ErrUnknownRevision) {
			t.Errorf("%q is %+v, %v", rev, c, err)
		}
	}
	tags, err := r.Tags()
	if err != nil || len(tags) != 3 {
		t.Fatalf("tags %+v, %v", tags, err)
	}
	for _, tag := range tags {
		if tag.Name == "antagen-2024" && tag.Commit != first.String() {
			t.Errorf("tag %+v", tag)
		}
	}
	if data, err := r.TagObject("antagen-2024"); err != nil || !strings.Contains(string(data), "tag antagen-2024\n") {
		t.Errorf("the tag's object is %q, %v", data, err)
	}
	if data, err := r.TagObject("lätt"); err != nil || data != nil {
		t.Errorf("a lightweight tag's object is %q, %v", data, err)
	}
	if data, err := r.TagObject("none"); !errors.Is(err, ErrUnknownRevision) {
		t.Errorf("a tag that is not there is %q, %v", data, err)
	}
	if data, err := r.CommitObject("HEAD"); err != nil || !strings.HasSuffix(string(data), "\n\ntre") {
		t.Errorf("the commit's object is %q, %v", data, err)
	}
}

func TestWhereGitIs(t *testing.T) {
	b := newBuilder(t)
	c := b.commit("ett", files{"a.md": "1"})
	b.commit("två", files{"a.md": "2"}, c)
	b.write("sub/x", "")
	work := b.Git

	t.Run("none", func(t *testing.T) {
		if _, err := Open(t.TempDir()); !errors.Is(err, ErrNoGit) {
			t.Errorf("%v", err)
		}
	})
	t.Run("no commit", func(t *testing.T) {
		empty := newBuilder(t)
		if _, err := empty.open().Head(); !errors.Is(err, ErrNoCommits) {
			t.Errorf("%v", err)
		}
		if _, err := empty.open().History("HEAD", AllFiles); !errors.Is(err, ErrNoCommits) {
			t.Errorf("%v", err)
		}
	})
	t.Run("bare", func(t *testing.T) { // a pull request can bring one
		bare := filepath.Join(t.TempDir(), "x.git")
		if _, err := git.PlainClone(bare, true, &git.CloneOptions{URL: b.Dir}); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(bare); !errors.Is(err, ErrNoGit) {
			t.Errorf("%v", err)
		}
	})
	t.Run("bare below a work tree", func(t *testing.T) {
		theirs := newBuilder(t)
		theirs.commit("deras", files{"a.md": "1"})
		if _, err := git.PlainClone(filepath.Join(b.Dir, "planted"), true, &git.CloneOptions{URL: theirs.Dir}); err != nil {
			t.Fatal(err)
		}
		r := openAt(t, filepath.Join(b.Dir, "planted"))
		if g := r.Git(nil); g.GitDir != filepath.Join(g.WorkTree, ".git") || r.prefix != "planted" {
			t.Errorf("%s of %s, %s", g.GitDir, g.WorkTree, r.prefix)
		}
	})
	t.Run("linked work tree", func(t *testing.T) {
		linked := t.TempDir()
		own := filepath.Join(b.Dir, ".git", "worktrees", "linked")
		writeFile(t, filepath.Join(linked, ".git"), "gitdir: "+own+"\n")
		writeFile(t, filepath.Join(own, "commondir"), "../..\n")
		writeFile(t, filepath.Join(own, "gitdir"), filepath.Join(linked, ".git")+"\n")
		writeFile(t, filepath.Join(own, "HEAD"), c.String()+"\n")
		r := openAt(t, linked)
		want(t, subjects(t, historyOf(t, r), "a.md"), "ett")
		if c, err := r.Find("master"); err != nil || c.Subject != "två" {
			t.Errorf("master is %q, %v", c.Subject, err)
		}
	})
	t.Run("foreign common folder", func(t *testing.T) {
		// In the git folder itself, and in one that the other repository knows nothing of.
		mine := newBuilder(t)
		mine.commit("mitt", files{"a.md": "1"})
		writeFile(t, filepath.Join(mine.Dir, ".git", "commondir"), filepath.Join(b.Dir, ".git")+"\n")
		if _, err := Open(mine.Dir); !errors.Is(err, ErrForeign) {
			t.Errorf("%v", err)
		}
		linked, own := t.TempDir(), t.TempDir()
		writeFile(t, filepath.Join(linked, ".git"), "gitdir: "+own+"\n")
		writeFile(t, filepath.Join(own, "commondir"), filepath.Join(b.Dir, ".git")+"\n")
		writeFile(t, filepath.Join(own, "HEAD"), c.String()+"\n")
		if _, err := Open(linked); !errors.Is(err, ErrForeign) {
			t.Errorf("%v", err)
		}
	})
	t.Run("broken link", func(t *testing.T) {
		for _, text := range []string{"", "nonsense", "gitdir: /nowhere/at/all"} {
			dir := t.TempDir()
			writeFile(t, filepath.Join(dir, ".git"), text)
			if _, err := Open(dir); err == nil || errors.Is(err, ErrNoGit) {
				t.Errorf("%q: %v", text, err)
			}
		}
	})
	t.Run("alternates", func(t *testing.T) {
		borrower := newBuilder(t)
		writeFile(t, filepath.Join(borrower.Dir, ".git", "objects", "info", "alternates"), filepath.Join(b.Dir, ".git", "objects")+"\n")
		head, err := work.Head()
		if err != nil {
			t.Fatal(err)
		}
		borrower.Head(head.Hash())
		want(t, subjects(t, historyOf(t, borrower.open()), "a.md"), "två", "ett")
	})
	t.Run("harmless extensions", func(t *testing.T) {
		ext := newBuilder(t)
		ext.commit("ett", files{"a.md": "1"})
		set(t, ext, "worktreeconfig", "true")
		set(t, ext, "partialclone", "origin")
		want(t, subjects(t, historyOf(t, ext.open()), "a.md"), "ett")
	})
	t.Run("unreadable forms", func(t *testing.T) {
		for key, value := range map[string]string{"objectformat": "sha256", "refstorage": "reftable", "fancy": "yes"} {
			ext := newBuilder(t)
			ext.commit("ett", files{"a.md": "1"})
			set(t, ext, key, value)
			if _, err := Open(ext.Dir); !errors.Is(err, ErrUnsupported) {
				t.Errorf("%s: %v", key, err)
			}
		}
	})
	t.Run("in progress", func(t *testing.T) {
		r := b.open()
		if got := r.InProgress(); got != "" {
			t.Errorf("%q", got)
		}
		if err := os.MkdirAll(filepath.Join(b.Dir, ".git", "rebase-merge"), 0o755); err != nil {
			t.Fatal(err)
		}
		if got := r.InProgress(); got != "rebase" {
			t.Errorf("%q", got)
		}
	})
}

func set(t *testing.T, b *builder, key, value string) {
	t.Helper()
	path := filepath.Join(b.Dir, ".git", "config")
	old, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, string(old)+"[core]\n\trepositoryformatversion = 1\n[extensions]\n\t"+key+" = "+value+"\n")
}
