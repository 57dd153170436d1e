package proposal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"samsyn/internal/load/loadtest"
	"samsyn/internal/project"
)

var anna, bo = Person{"Anna Ek", "anna@example.org"}, Person{"Bo Å", "bo@example.org"}

// room is a repository in a folder with a work tree, and the proposals of it.
type room struct {
	t   *testing.T
	dir string
	*Store
}

func (r *room) git(args ...string) string {
	r.t.Helper()
	return gitAt(r.t, r.dir, args...)
}

func gitAt(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Kansli", "-c", "user.email=k@example.org", "-c", "init.templateDir=", "-c", "maintenance.auto=false"}, args...)...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func lay(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var county = map[string]string{
	"samsyn.yaml": "title: Prov\n", "agreement/agreement.yaml": "title: Överenskommelse\nstatus: draft\n",
	"plans/2026/plan.yaml": "title: Plan 2026\nscope: regional\nyear: 2026\nstatus: draft\n",
}

// rooms are the repositories that were made, by where the county lies in them.
var rooms = map[string]fs.FS{}

// begin makes a repository of the county, in a folder of it.
func begin(t *testing.T, dir, within string) {
	t.Helper()
	gitAt(t, dir, "init", "-q", "-b", "main")
	lay(t, filepath.Join(dir, within), county)
	lay(t, dir, map[string]string{"README.md": "läs\n"})
	gitAt(t, dir, "add", "-A")
	gitAt(t, dir, "commit", "-q", "-m", "Början")
}

// newRoom gives a repository of the county, which lies in a folder of it.
func newRoom(t *testing.T, within string) *room {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	dir := t.TempDir()
	if rooms[within] == nil {
		begin(t, dir, within)
		gitAt(t, dir, "repack", "-q", "-a", "-d") // as clones have it: read from one file
		rooms[within] = loadtest.Copy(t, dir)
	} else if err := os.CopyFS(dir, rooms[within]); err != nil {
		t.Fatal(err)
	}
	r := &room{t: t, dir: dir}
	r.Store = r.open(filepath.Join(dir, within))
	return r
}

func (r *room) open(dir string) *Store {
	r.t.Helper()
	day := time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)
	s, err := Open(dir, Options{Now: func() time.Time { day = day.Add(time.Second); return day }})
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { s.Close() })
	return s
}

func (r *room) start(words string) *Proposal {
	r.t.Helper()
	p, err := r.Start(anna, words)
	if err != nil {
		r.t.Fatal(err)
	}
	return p
}

func texts(pairs ...string) map[string][]byte {
	m := map[string][]byte{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = []byte(pairs[i+1])
	}
	return m
}

// All lists the proposals as they stand now.
func (s *Store) All() ([]Info, error) {
	m, err := s.Look()
	if err != nil {
		return nil, err
	}
	return m.All()
}

// Main opens the main branch as it stands now.
func (s *Store) Main() (*project.Project, Commit, error) {
	m, err := s.Look()
	if err != nil {
		return nil, "", err
	}
	return m.Main()
}

func (p *Proposal) Save(who Person, message string, from Commit, files map[string][]byte) (*Saved, error) {
	return p.Apply(Edit{Who: who, Message: message, From: from, Files: files})
}

func (p *Proposal) read(t *testing.T, name string) string {
	t.Helper()
	fresh, err := p.store.Get(p.Name)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := fresh.store.tree(fresh.Tip)
	if err != nil {
		t.Fatal(err)
	}
	return string(textOf(tree, name))
}

func save(t *testing.T, p *Proposal, who Person, from Commit, files map[string][]byte) *Saved {
	t.Helper()
	saved, err := p.Save(who, "Ny ordning", from, files)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// Several files become one proposal beside the work tree, wherever in the repository the
// content lies, and in a bare one.
func TestProposalBesideTheWorkTree(t *testing.T) {
	for _, within := range []string{"", "inne/i"} {
		r := newRoom(t, within)
		lay(t, r.dir, map[string]string{"README.md": "pågår\n", "half": "x"})
		r.git("add", "README.md")
		before := r.git("status", "--porcelain") + r.git("rev-parse", "HEAD")
		bare := filepath.Join(t.TempDir(), "bare.git")
		r.git("clone", "-q", "--bare", r.dir, bare)
		for _, s := range []*Store{r.Store, r.open(bare)} {
			p, err := s.Start(anna, "Ny insats om språk på Åland!")
			if err != nil {
				t.Fatal(err)
			}
			if p.Name != "2026-11-30-ny-insats-om-sprak-pa-aland" || p.Title != "Ny insats om språk på Åland!" {
				t.Errorf("it is called %s, %s", p.Name, p.Title)
			}
			save(t, p, anna, p.Tip, texts("plans/2026/plan.yaml", "title: Planen\n", "agreement/text/ny.md", "Nytt\n"))
			save(t, p, bo, "", map[string][]byte{"agreement/agreement.yaml": nil})
			all, err := s.All()
			if err != nil || len(all) != 1 {
				t.Fatalf("%v, %v", all, err)
			}
			if i := all[0]; len(i.Saves) != 2 || len(i.By) != 2 || i.By[1] != bo || i.Saves[1].Who != anna || i.Behind != 0 || i.Merged {
				t.Errorf("told as %+v", i)
			}
			for name, want := range map[string]string{"plans/2026/plan.yaml": "title: Planen\n", "agreement/text/ny.md": "Nytt\n", "agreement/agreement.yaml": "", "samsyn.yaml": "title: Prov\n"} {
				if got := p.read(t, name); got != want {
					t.Errorf("%s: %q", name, got)
				}
			}
			in, main, err := s.Main()
			if err != nil {
				t.Fatal(err)
			}
			if string(textOf(in.Tree, "plans/2026/plan.yaml")) != county["plans/2026/plan.yaml"] || string(main) != r.git("rev-parse", "main") {
				t.Errorf("main is %s", main)
			}
			if err := in.Close(); err != nil {
				t.Error(err)
			}
			if err := p.Drop(); err != nil {
				t.Fatal(err)
			}
			if all, err := s.All(); err != nil || len(all) != 0 {
				t.Errorf("after it was dropped: %v, %v", all, err)
			}
			if p, err = s.Restore(p.Name); err != nil || len(p.Saves) != 2 {
				t.Errorf("restored: %v", err)
			}
		}
		if after := r.git("status", "--porcelain") + r.git("rev-parse", "HEAD"); after != before {
			t.Errorf("the work tree is another:\n%s\n%s", before, after)
		}
		if diff := r.git("diff", "--stat", "main", "forslag/2026-11-30-ny-insats-om-sprak-pa-aland", "--", "README.md"); diff != "" {
			t.Error(diff)
		}
	}
}

// A name is ours alone, and a path leads to a file of the content.
func TestNothingElseIsReadOrWritten(t *testing.T) {
	r := newRoom(t, "")
	p := r.start("Prov")
	for _, name := range []string{"", "../main", "main", "2026-11-30-x/../../heads/main", "2026-11-30-", "2026-11-30-x.lock", "2026-11-30-å", "2026-11-30-x\n", "-d", "2026-11-30-x y", "2026-11-30-" + strings.Repeat("a", 80)} {
		if _, err := r.Get(name); !errors.Is(err, ErrName) {
			t.Errorf("%q: %v", name, err)
		}
		if _, err := r.Restore(name); !errors.Is(err, ErrName) {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, path := range []string{"", ".", "..", "../x.md", "/etc/passwd", ".git/config", "agreement/.git/config", "agreement/../.git/x", "README.md", ".github/workflows/x.yml", "agreement//x.md", "agreement/x\x00y.md",
		"agreement/x\ny.md", "agreement/a:b.md", `agreement\x.md`, "agreement/\xff.md", "agreement", "plans/2026", "agreement/" + strings.Repeat("a", 600), "samsyn.yaml/x"} {
		if _, err := p.Save(anna, "x", p.Tip, texts(path, "x")); !errors.Is(err, ErrPath) {
			t.Errorf("%q: %v", path, err)
		}
	}
	for _, from := range []Commit{"main", "HEAD", "--all", "0000000000000000000000000000000000000000", Commit(strings.Repeat("a", 40))} {
		if _, err := p.Save(anna, "x", from, texts("samsyn.yaml", "x")); !errors.Is(err, ErrFrom) {
			t.Errorf("from %q: %v", from, err)
		}
	}
	other := r.start("Ett annat")
	save(t, other, anna, "", texts("samsyn.yaml", "hemligt\n"))
	now, err := r.Look()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []Commit{other.Tip, "HEAD", "", Commit(branch(other.Name))} {
		if _, err := p.At(c); !errors.Is(err, ErrFrom) {
			t.Errorf("another's version %q: %v", c, err)
		}
		if _, err := now.Project(c); !errors.Is(err, ErrFrom) {
			t.Errorf("a version that is not main's %q: %v", c, err)
		}
	}
	if opened, err := p.At(p.Base); err != nil || opened.Close() != nil {
		t.Errorf("what it was made from: %v", err)
	}
	if _, err := p.Save(Person{" <>\n", "x"}, "x", p.Tip, texts("samsyn.yaml", "x")); !errors.Is(err, ErrNobody) {
		t.Errorf("nobody: %v", err)
	}
	if p.Saves != nil || r.git("rev-parse", "main") != string(p.Base) {
		t.Error("something was saved")
	}
	save(t, p, Person{"Eva\nparent 0\n\nauthor <x>", "e@x>\n\nhej"}, p.Tip, texts("samsyn.yaml", "y\n"))
	if who := r.git("log", "-1", "--format=%an|%ae|%P", p.Branch()); strings.Count(who, "|") != 2 || strings.Contains(who, "\n") || !strings.HasPrefix(who, "Eva parent 0 author x|e@xhej|") {
		t.Errorf("saved by %q", who)
	}
}

// A link in the repository is neither followed nor replaced.
func TestNoLinkIsFollowed(t *testing.T) {
	r := newRoom(t, "")
	if err := os.Symlink("../README.md", filepath.Join(r.dir, "agreement", "out.md")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("../plans", filepath.Join(r.dir, "agreement", "folder")); err != nil {
		t.Fatal(err)
	}
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "Länkar")
	p := r.start("Prov")
	for _, path := range []string{"agreement/out.md", "agreement/folder/x.md", "agreement/folder"} {
		if _, err := p.Save(anna, "x", p.Tip, texts(path, "x")); !errors.Is(err, ErrPath) {
			t.Errorf("%q: %v", path, err)
		}
	}
}

// A list of many proposals asks git no more often than one of a few.
func TestManyProposalsAreListedAtOnce(t *testing.T) {
	r := newRoom(t, "")
	calls := func() int {
		trace, environ := filepath.Join(t.TempDir(), "calls"), r.Store.git.Environ
		r.Store.git.Environ = append(slices.Clone(environ), "GIT_TRACE="+trace)
		all, err := r.All()
		r.Store.git.Environ = environ
		if err != nil {
			t.Fatal(err)
		}
		for _, info := range all {
			one, err := r.Get(info.Name)
			if err != nil || !reflect.DeepEqual(one.Info, info) {
				t.Errorf("alone it is %+v, among others %+v, %v", one.Info, info, err)
			}
		}
		said, err := os.ReadFile(trace)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Count(string(said), "trace: built-in: git ")
	}
	save(t, r.start("Ett"), anna, "", texts(plan, county[plan]+"note: Ett\n"))
	few := calls()
	for n := range 6 {
		p := r.start("Flera")
		save(t, p, bo, "", texts(plan, county[plan]+fmt.Sprintf("note: Nr %d\n", n)))
		if n == 3 {
			r.git("merge", "-q", "--no-ff", p.Branch())
		}
		if n == 4 {
			r.git("merge", "-q", "-X", "theirs", p.Branch())
			if _, err := p.Update(anna, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	r.git("branch", Prefix+"2026-01-01-for-hand", "main~1")
	if many := calls(); many > few+1 {
		t.Errorf("git is called %d times for many, %d for one", many, few)
	}
}

// Several work with the main branch and with proposals at the same time. What the main branch
// has is read once, and nobody sees what another has not saved; when it moves on, everybody
// sees that.
func TestManyWorkBesideEachOther(t *testing.T) {
	const file = "plans/2026/plan.yaml"
	r := newRoom(t, "")
	p := r.start("Nytt namn")
	titled := func(title string) map[string][]byte {
		return texts(file, strings.Replace(county[file], "Plan 2026", title, 1))
	}
	save(t, p, anna, p.Tip, titled("Förslagets"))
	title := func(p *project.Project, err error) string {
		if err != nil {
			return err.Error()
		}
		c, err := p.Content()
		if err != nil || len(c.Plans) != 1 {
			return fmt.Sprint(err)
		}
		return c.Plans[0].Title.V
	}
	main := func() (*project.Project, error) {
		p, _, err := r.Main()
		return p, err
	}
	var all sync.WaitGroup
	for n := range 20 {
		all.Go(func() {
			now, err := main()
			if err != nil {
				t.Error(err)
				return
			}
			own := fmt.Sprint("Eget ", n)
			if got := title(now.With(titled(own)), nil); got != own {
				t.Errorf("%q where %q is not saved yet", got, own)
			}
			if got := title(now, nil); got != "Plan 2026" {
				t.Errorf("the main branch has %q", got)
			}
			if got := title(p.Project()); got != "Förslagets" {
				t.Errorf("the proposal has %q", got)
			}
		})
	}
	all.Wait()
	one, err := main()
	if err != nil {
		t.Fatal(err)
	}
	two, err := main()
	if err != nil {
		t.Fatal(err)
	}
	first, _ := one.Content()
	if second, _ := two.Content(); first == nil || first != second {
		t.Error("what the main branch has is read again")
	}
	lay(t, r.dir, map[string]string{file: string(titled("Beslutad")[file])})
	r.git("commit", "-qam", "Beslut")
	if got := title(main()); got != "Beslutad" {
		t.Errorf("the main branch has moved on to %q", got)
	}
}
