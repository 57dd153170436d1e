package project

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/object"

	"samsyn/internal/diff"
	"samsyn/internal/history"
	"samsyn/internal/history/historytest"
	"samsyn/internal/model"
	"samsyn/internal/source"
)

const (
	marker    = "title: Prov\npublisher: lansstyrelsen\nbase_url: https://abro.example\nlanguage: sv\n"
	agreement = "title: Överenskommelse\nshort_title: ÖK\nperiod:\n  from: 2024\n  to: 2027\nstatus: draft\nchapters:\n  - part: areas\n"
	area      = "---\ntitle: Arbete\norder: 1\nresponsible:\n  - forum\nsub_goals:\n  - id: arbete-d1\n    text: Fler ska ha ett arbete.\ncooperation_areas:\n  - id: arbete-1\n    text: Praktik.\n---\n"
	parties   = "parties:\n  - id: lansstyrelsen\n    name: Länsstyrelsen\n    kind: county_administrative_board\n"
	bodies    = "bodies:\n  - id: forum\n    name: Forum\n    role: decides\n    members:\n      - lansstyrelsen\n"
	plan      = "title: Plan 2025\nscope: regional\nyear: 2025\nstatus: draft\n"
)

var today = model.Date{Year: 2025, Month: 6, Day: 1}

// county is a repository of a small content, and what its folder holds.
type county struct {
	*historytest.Repository
	t    *testing.T
	days int
}

func newCounty(t *testing.T) *county {
	return &county{historytest.New(t), t, 0}
}

func content() historytest.Files {
	return historytest.Files{"samsyn.yaml": marker, "agreement/agreement.yaml": agreement, "agreement/areas/arbete.md": area,
		"agreement/parties.yaml": parties, "agreement/organisation.yaml": bodies, "plans/2025/plan.yaml": plan}
}

// with is the content with other files; "" takes one away.
func with(base historytest.Files, change historytest.Files) historytest.Files {
	files := maps.Clone(base)
	maps.Copy(files, change)
	maps.DeleteFunc(files, func(_, text string) bool { return text == "" })
	return files
}

// commit saves files as a commit, and puts them in the folder.
func (c *county) commit(files historytest.Files, parents ...plumbing.Hash) plumbing.Hash {
	c.t.Helper()
	c.days++
	who := object.Signature{Name: "S", Email: "s@abro.example", When: time.Date(2025, 1, c.days, 23, 30, 0, 0, time.UTC)}
	h := c.Commit(who, "nr\n", files, parents...)
	entries, err := os.ReadDir(c.Dir)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != ".git" {
			if err := os.RemoveAll(filepath.Join(c.Dir, e.Name())); err != nil {
				c.t.Fatal(err)
			}
		}
	}
	for name, text := range files {
		c.write(name, text)
	}
	return h
}

func (c *county) write(name, text string) {
	c.t.Helper()
	file := filepath.Join(c.Dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
		c.t.Fatal(err)
	}
}

func (c *county) open(opt Options) *Project {
	c.t.Helper()
	p, err := Open(c.Dir, opt)
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(func() { _ = p.Close() })
	return p
}

// found are the rules that were broken, and where.
func found(t *testing.T, p *Project) []string {
	t.Helper()
	r, err := p.Inspect(today)
	if err != nil {
		t.Fatal(err)
	}
	return rulesOf(r)
}

func rulesOf(r *Result) (rules []string) {
	for _, f := range r.Findings {
		if f.Severity() == "error" {
			rules = append(rules, f.File+" "+f.Rule.Name)
		}
	}
	return rules
}

func TestFolderAndRevision(t *testing.T) {
	c := newCounty(t)
	first := c.commit(content())
	c.commit(with(content(), historytest.Files{"samsyn.yaml": strings.Replace(marker, "Prov", "Senare", 1)}), first)
	c.write("plans/2025/deeper/x", "")
	for _, o := range []struct {
		rev, title string
		day        int
	}{{"", "Osparad", 3}, {"HEAD", "Senare", 3}, {"HEAD~1", "Prov", 2}, {first.String()[:8], "Prov", 2}} {
		if o.rev == "" {
			c.write("samsyn.yaml", strings.Replace(marker, "Prov", "Osparad", 1))
		}
		p, err := Open(filepath.Join(c.Dir, "plans", "2025", "deeper"), Options{Rev: o.rev}) // it is found from below
		if err != nil {
			t.Fatal(err)
		}
		content, err := p.Content()
		if err != nil {
			t.Fatal(err)
		}
		commit, err := p.Commit()
		// Half past eleven in the evening is the next day in Sweden.
		if err != nil || content.Config.Title.V != o.title || DayOf(commit.CommitDate).Day != o.day {
			t.Errorf("%q: %q of %v, %v", o.rev, content.Config.Title.V, DayOf(commit.CommitDate), err)
		}
		changed, err := p.Changed()
		if err != nil || changed != (o.rev == "") {
			t.Errorf("%q: changed %v, %v", o.rev, changed, err)
		}
		if changed, err := p.With(map[string][]byte{"samsyn.yaml": []byte(marker)}).Changed(); err != nil || !changed {
			t.Errorf("%q with an unsaved text: changed %v, %v", o.rev, changed, err)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
	unknown := &NoRevision{}
	if _, err := Open(c.Dir, Options{Rev: "none"}); !errors.As(err, &unknown) || !errors.Is(err, history.ErrUnknownRevision) || unknown.Rev != "none" || unknown.Shallow {
		t.Errorf("an unknown revision: %v", err)
	}
	if _, err := Open(t.TempDir(), Options{}); !errors.Is(err, source.ErrNoRepository) {
		t.Errorf("no content: %v", err)
	}
}

// Outside git a content can be looked at all the same, and has no past.
func TestOutsideGit(t *testing.T) {
	dir := t.TempDir()
	c := &county{Repository: &historytest.Repository{Dir: dir}, t: t}
	for name, text := range content() {
		c.write(name, text)
	}
	p := c.open(Options{})
	if got := found(t, p); len(got) > 0 {
		t.Errorf("found %v", got)
	}
	commit, err := p.Commit()
	past, failed := p.Past()
	if !commit.IsZero() || err != nil || past != nil || failed != nil || p.Within() != "" {
		t.Errorf("commit %+v, %v; past %+v, %v", commit, err, past, failed)
	}
	if _, err := Open(dir, Options{Base: "main"}); !errors.Is(err, history.ErrNoGit) {
		t.Errorf("a base: %v", err)
	}
}

// A change is held against where it parted from its base.
func TestBaseIsWhereTheTwoParted(t *testing.T) {
	c := newCounty(t)
	first := c.commit(content())
	more := strings.Replace(area, "cooperation_areas:\n", "cooperation_areas:\n  - id: arbete-9\n    text: Kaféer.\n", 1)
	main := c.commit(with(content(), historytest.Files{"agreement/areas/arbete.md": more, "agreement/parties.yaml": strings.Replace(parties, "name:", "nam:", 1)}), first)
	if err := c.Git.Storer.SetReference(plumbing.NewHashReference("refs/heads/main", main)); err != nil {
		t.Fatal(err)
	}
	branch := c.commit(with(content(), historytest.Files{"plans/2025/plan.yaml": strings.Replace(plan, "Plan 2025", "Planen", 1)}), first)
	for _, rev := range []string{"", branch.String()} {
		p := c.open(Options{Rev: rev, Base: "main"})
		base, err := p.Base.Content()
		if err != nil || p.Base.Tree == nil || len(base.Areas[0].CooperationAreas) != 1 {
			t.Errorf("%q: the base has %+v, %v", rev, base.Areas[0].CooperationAreas, err)
		}
		if got := found(t, p); len(got) > 0 {
			t.Errorf("%q is blamed for %v", rev, got)
		}
	}
	merged := c.commit(with(content(), historytest.Files{"agreement/areas/arbete.md": more}), branch, main)
	without := c.commit(content(), merged)
	if got := found(t, c.open(Options{Rev: without.String(), Base: "main"})); !slices.Equal(got, []string{"agreement/areas/arbete.md published-id-vanished"}) {
		t.Errorf("what it took away: %v", got)
	}
	c.commit(content()) // of a history of its own
	unrelated := &NoRevision{}
	if _, err := Open(c.Dir, Options{Base: "main"}); !errors.As(err, &unrelated) || !errors.Is(err, history.ErrUnrelated) || unrelated.Rev != "main" {
		t.Errorf("two histories: %v", err)
	}
}

// A base that had no content yet is none.
func TestBaseWithoutContent(t *testing.T) {
	c := newCounty(t)
	first := c.commit(historytest.Files{"README": "Här ska något stå.\n"})
	c.commit(content(), first)
	if p := c.open(Options{Base: first.String()}); p.Base != nil {
		t.Errorf("the base is %+v", p.Base)
	}
}

// Of the findings, those that the base had in files that stand unchanged are not the
// change's.
func TestOnlyNew(t *testing.T) {
	c := newCounty(t)
	wrong := with(content(), historytest.Files{"samsyn.yaml": strings.Replace(marker, "publisher: lansstyrelsen", "publisher: ingen", 1)})
	first := c.commit(wrong)
	c.commit(with(wrong, historytest.Files{"agreement/organisation.yaml": strings.Replace(bodies, "id: forum", "id: radet", 1), "plans/2025/plan.yaml": plan + "colour: red\n"}), first)
	p := c.open(Options{Base: "HEAD~1"})
	r, err := p.Inspect(today)
	if err != nil {
		t.Fatal(err)
	}
	others, err := p.OnlyNew(r, today)
	if err != nil || others.Errors != 1 {
		t.Errorf("others %+v, %v", others, err)
	}
	if got, want := rulesOf(r), []string{"agreement/organisation.yaml published-id-vanished", "plans/2025/plan.yaml unknown-field"}; !slices.Equal(got, want) {
		t.Errorf("the change's are %v, want %v", got, want)
	}
}

// Unsaved texts stand in the place of files, also of such as are not there yet.
func TestUnsavedTexts(t *testing.T) {
	c := newCounty(t)
	c.commit(content())
	p := c.open(Options{Texts: map[string][]byte{"agreement/areas/arbete.md": []byte(strings.Replace(area, "forum", "frum", 1))}})
	if got := found(t, p); !slices.Equal(got, []string{"agreement/areas/arbete.md unknown-reference"}) {
		t.Errorf("an unsaved mistake: %v", got)
	}
	r, err := p.Inspect(today)
	if err != nil || !strings.Contains(strings.Join(r.Lines("agreement/areas/arbete.md"), "\n"), "- frum") {
		t.Errorf("its lines: %q, %v", r.Lines("agreement/areas/arbete.md"), err)
	}
	more := p.With(map[string][]byte{"plans/2025/x.md": []byte("---\ntitle: X\n---\n")})
	if got := found(t, more); len(got) < 3 || !slices.Contains(got, "plans/2025/x.md missing-field") || !slices.Contains(got, "agreement/areas/arbete.md unknown-reference") {
		t.Errorf("another file: %v", got)
	}
	if got := found(t, p.With(map[string][]byte{"agreement/areas/arbete.md": []byte(area)})); len(got) > 0 {
		t.Errorf("mended: %v", got)
	}
	if got := found(t, p.With(map[string][]byte{"agreement/parties.yaml": nil})); !slices.Contains(got, "agreement/parties.yaml missing-field") {
		t.Errorf("a file that is gone: %v", got)
	}
	if got := found(t, c.open(Options{})); len(got) > 0 {
		t.Errorf("what was saved: %v", got)
	}
}

func TestCompare(t *testing.T) {
	c := newCounty(t)
	first := c.commit(content())
	main := c.commit(with(content(), historytest.Files{"agreement/parties.yaml": strings.Replace(parties, "Länsstyrelsen", "Staten", 1)}), first)
	branch := c.commit(with(content(), historytest.Files{"plans/2025/plan.yaml": strings.Replace(plan, "Plan 2025", "Planen", 1)}), first)
	c.write("agreement/organisation.yaml", strings.Replace(bodies, "name: Forum", "name: Rådet", 1))
	c.write("agreement/areas/arbete.md", "---\ntitle: [\n---\n")
	p := c.open(Options{})
	a, b := main.String(), branch.String()
	for spec, wanted := range map[string][]string{
		"HEAD": {"body"}, a: {"plan", "body"}, a + "..." + b: {"plan"}, b + "..." + a: {"party"}, a + "...": {"plan"},
		a + ".." + b: {"party", "plan"}, a + "..": {"party", "plan"}, b + ".." + a: {"party", "plan"}, "HEAD..HEAD": nil,
	} {
		got, err := p.Compare(spec)
		if err != nil {
			t.Errorf("%s: %v", spec, err)
			continue
		}
		things := map[string]bool{}
		for _, ch := range got.Changes {
			things[ch.Thing] = true
		}
		for _, thing := range []string{"plan", "party", "body", "area"} {
			if things[thing] != slices.Contains(wanted, thing) {
				t.Errorf("%s: of %s told %v", spec, thing, things[thing])
			}
		}
		if inFolder := !strings.Contains(spec, ".."); slices.Contains(got.After.Unread, "agreement/areas/arbete.md") != inFolder || len(got.Before.Unread) > 0 {
			t.Errorf("%s: not read %+v, %+v", spec, got.Before, got.After)
		}
	}
	for _, spec := range []string{"..HEAD", "...HEAD", "..", "..."} {
		if _, err := p.Compare(spec); !errors.Is(err, ErrNoStart) {
			t.Errorf("%s: %v", spec, err)
		}
	}
}

// Of a file that one of two versions cannot read whole no change is claimed, whichever
// of them it is, and be the file there in one of them alone.
func TestCompareClaimsNothingOfWhatCannotBeRead(t *testing.T) {
	c := newCounty(t)
	broken := with(content(), historytest.Files{"agreement/parties.yaml": strings.Replace(parties, "Länsstyrelsen", "[", 1)})
	before := c.commit(broken)
	c.commit(with(content(), historytest.Files{
		"agreement/areas/bostad.md": "---\ntitle: Bostad\norder: x\n---\n",
		"plans/2025/plan.yaml":      strings.Replace(plan, "year: 2025", "year: 2025\nadopted:\n  date: 2025-01-15T00:00:00.000Z", 1),
	}), before)
	got, err := c.open(Options{}).Compare(before.String() + "..HEAD")
	if err != nil {
		t.Fatal(err)
	}
	for _, ch := range got.Changes {
		t.Errorf("%s %s of %s is told", ch.Kind, ch.Field, ch.Thing)
	}
	if !slices.Equal(got.Before.Unread, []string{"agreement/parties.yaml"}) || !slices.Equal(got.After.Unread, []string{"agreement/areas/bostad.md", "plans/2025/plan.yaml"}) {
		t.Errorf("not read: %+v, %+v", got.Before, got.After)
	}
}

func TestPast(t *testing.T) {
	c := newCounty(t)
	first := c.commit(content())
	adopted := with(content(), historytest.Files{"agreement/agreement.yaml": strings.Replace(agreement, "draft", "adopted", 1)})
	second := c.commit(adopted, first)
	laidOut := with(adopted, historytest.Files{"plans/2025/plan.yaml": "# en anmärkning\n" + plan})
	third := c.commit(laidOut, second)
	last := c.commit(with(laidOut, historytest.Files{"plans/2025/plan.yaml": strings.Replace(plan, "Plan 2025", "Planen", 1)}), third)
	for name, h := range map[string]plumbing.Hash{"antagen": second, "fore": first} {
		if err := c.Git.Storer.SetReference(plumbing.NewHashReference(plumbing.ReferenceName("refs/tags/"+name), h)); err != nil {
			t.Fatal(err)
		}
	}
	p := c.open(Options{})
	past, err := p.Past()
	if err != nil {
		t.Fatal(err)
	}
	if got := past.Files["plans/2025/plan.yaml"]; got.Created.Day != 2 || got.Changed.Day != 5 {
		t.Errorf("the plan's days are %+v", got)
	}
	if got := past.Files["agreement/parties.yaml"]; got.Created.Day != 2 || got.Changed.Day != 2 {
		t.Errorf("the parties' days are %+v", got)
	}
	if n := len(past.Events); n != 2 || !diff.Begins(past.Events[1].Changes) || past.Events[0].Commit != last.String() || past.Events[1].Commit != second.String() {
		t.Errorf("%d events: %+v", n, past.Events)
	}
	decided, err := p.Decided(past)
	if err != nil || decided == nil || decided.Commit != second.String() || len(decided.Changes) != 1 || decided.Changes[0].Thing != "plan" {
		t.Errorf("decided: %+v, %v", decided, err)
	}
	versions, err := p.Versions(past)
	if err != nil || len(versions) != 2 || versions[0].Commit.Tags[0] != "antagen" || versions[0].Day.Day != 3 || !Adopted(versions[0].Result.Content) || Adopted(versions[1].Result.Content) {
		t.Errorf("versions: %+v, %v", versions, err)
	}
	since, err := p.Since("fore")
	if err != nil || since.Day.Day != 2 || len(since.Changes) != 2 {
		t.Errorf("since then: %+v, %v", since, err)
	}
	if log, err := p.Log("HEAD", "2025", 0); err != nil || len(log) != 2 || log[0].Commit.Hash != last.String() {
		t.Errorf("the plan's life: %+v, %v", log, err)
	}
	if log, err := p.Log("HEAD", "", 1); err != nil || len(log) != 1 {
		t.Errorf("the newest: %+v, %v", log, err)
	}
}
