package proposal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"samsyn/internal/forge"
)

const plan = "plans/2026/plan.yaml"

// Two who start from the same version and touch different fields both get their changes;
// who touches the same is told both values, and nothing is saved until they choose.
func TestTwoWhoSaveTheSameFile(t *testing.T) {
	r := newRoom(t, "")
	p := r.start("Prov")
	from := p.Tip
	save(t, p, anna, from, texts(plan, strings.Replace(county[plan], "Plan 2026", "Annas plan", 1)))
	mine := strings.NewReplacer("status: draft", "status: proposed").Replace(county[plan])
	if saved := save(t, p, bo, from, texts(plan, mine)); !slices.Equal(saved.Merged, []string{plan}) || saved.Commit != p.Tip {
		t.Errorf("merged %+v", saved)
	}
	if got := p.read(t, plan); !strings.Contains(got, "Annas plan") || !strings.Contains(got, "proposed") {
		t.Errorf("the plan is %q", got)
	}
	tip := p.Tip
	files := texts(plan, strings.Replace(county[plan], "Plan 2026", "Bos plan", 1), "agreement/text/ny.md", "Ny\n")
	_, err := p.Save(bo, "", from, files)
	conflict := (*Conflict)(nil)
	if !errors.As(err, &conflict) || len(conflict.Clashes) != 1 || conflict.Tip != tip || p.Tip != tip {
		t.Fatalf("the same field: %v", err)
	}
	if c := conflict.Clashes[0]; c.File != plan || c.Field != "title" || c.Before != "Plan 2026" || c.Mine != "Bos plan" || c.Theirs != "Annas plan" {
		t.Errorf("told as %+v", c)
	}
	if _, err := p.Apply(Edit{Who: bo, From: from, Files: files, Choose: func(Clash) Choice { return Mine }}); err != nil {
		t.Fatal(err)
	}
	if got := p.read(t, plan); !strings.Contains(got, "Bos plan") || !strings.Contains(got, "proposed") || p.read(t, "agreement/text/ny.md") != "Ny\n" {
		t.Errorf("chosen: %q", got)
	}
}

// Many who save at once, through one store and through several, lose nothing.
func TestManySaveAtOnce(t *testing.T) {
	r := newRoom(t, "")
	p := r.start("Prov")
	stores := []*Store{r.Store, r.open(r.dir)}
	var wait sync.WaitGroup
	for n := range 8 {
		wait.Go(func() {
			mine, err := stores[n%2].Get(p.Name)
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := mine.Save(Person{fmt.Sprint("Nr ", n), ""}, "Ny", p.Tip, texts(fmt.Sprintf("agreement/text/%d.md", n), "x\n")); err != nil {
				t.Errorf("%d: %v", n, err)
			}
		})
	}
	wait.Wait()
	for n := range 8 {
		if p.read(t, fmt.Sprintf("agreement/text/%d.md", n)) != "x\n" {
			t.Errorf("%d is lost", n)
		}
	}
}

// What the main branch has gained comes into the proposal, field by field.
func TestUpdate(t *testing.T) {
	r := newRoom(t, "i")
	p := r.start("Prov")
	save(t, p, anna, p.Tip, texts(plan, strings.Replace(county[plan], "Plan 2026", "Annas plan", 1), "agreement/text/ny.md", "Ny\n"))
	lay(t, r.dir, map[string]string{"i/" + plan: strings.Replace(county[plan], "status: draft", "# antas i maj\nstatus: proposed", 1), "README.md": "nytt\n", "i/agreement/text/b.md": "B\n"})
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "Huvudgrenen")
	if p, _ = r.Get(p.Name); p.Behind != 1 {
		t.Errorf("behind by %d", p.Behind)
	}
	saved, err := p.Update(bo, nil)
	if err != nil || !slices.Equal(saved.Merged, []string{plan}) {
		t.Fatalf("%+v, %v", saved, err)
	}
	if p.Behind != 0 || len(p.Saves) != 1 || string(p.Base) != r.git("rev-parse", "main") {
		t.Errorf("updated: %+v", p.Info)
	}
	if got := p.read(t, plan); !strings.Contains(got, "Annas plan") || !strings.Contains(got, "# antas i maj\nstatus: proposed") || p.read(t, "agreement/text/b.md") != "B\n" {
		t.Errorf("the plan is %q", got)
	}
	if changed := r.git("diff", "--name-only", "main", p.Branch()); changed != "i/agreement/text/ny.md\ni/"+plan {
		t.Errorf("it changes %s", changed)
	}
	lay(t, r.dir, map[string]string{"i/" + plan: strings.Replace(county[plan], "Plan 2026", "Huvudgrenens plan", 1)})
	r.git("commit", "-q", "-a", "-m", "Huvudgrenen")
	_, err = p.Update(bo, nil)
	conflict := (*Conflict)(nil)
	if !errors.As(err, &conflict) || conflict.Clashes[0].Mine != "Annas plan" || conflict.Clashes[0].Theirs != "Huvudgrenens plan" {
		t.Fatalf("the same field: %v", err)
	}
	if _, err := p.Update(bo, func(Clash) Choice { return Mine }); err != nil || !strings.Contains(p.read(t, plan), "Annas plan") {
		t.Errorf("chosen: %v", err)
	}
	r.git("merge", "-q", "--ff-only", p.Branch())
	if p, _ = r.Get(p.Name); !p.Merged || p.Title != "Prov" || len(p.Saves) != 1 {
		t.Errorf("merged: %+v", p.Info)
	}
}

// The last save is taken back, and the one before it; what was brought in stays.
func TestUndo(t *testing.T) {
	r := newRoom(t, "")
	p := r.start("Prov")
	save(t, p, anna, "", texts(plan, "title: Ett\n", "agreement/text/a.md", "A\n"))
	save(t, p, bo, "", texts(plan, "title: Två\n"))
	lay(t, r.dir, map[string]string{"agreement/text/b.md": "B\n"})
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "Huvudgrenen")
	if _, err := p.Update(anna, nil); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"title: Ett\n", county[plan]} {
		if _, err := p.Undo(anna); err != nil || p.read(t, plan) != want || p.read(t, "agreement/text/b.md") != "B\n" {
			t.Errorf("undone: %v, %q", err, p.read(t, plan))
		}
	}
	if _, err := p.Undo(anna); !errors.Is(err, ErrNothing) || len(p.Saves) != 0 {
		t.Errorf("nothing is left: %v", err)
	}
	save(t, p, anna, "", texts(plan, "title: Tre\n"))
	if _, err := p.Undo(anna); err != nil || p.read(t, plan) != county[plan] || p.read(t, "agreement/text/a.md") != "" {
		t.Errorf("undone: %v", err)
	}
}

// Nobody takes back, drops or sends what somebody else has saved since they looked.
func TestWhatWasSavedMeanwhileStays(t *testing.T) {
	r := newRoom(t, "")
	p := r.start("Prov")
	save(t, p, anna, "", texts(plan, "title: Ett\n"))
	for name, act := range map[string]func(*Proposal) error{
		"undo": func(p *Proposal) error { _, err := p.Undo(anna); return err },
		"drop": func(p *Proposal) error { return p.Drop() },
		"send": func(p *Proposal) error {
			_, err := p.Send(context.Background(), anna, forge.Options{})
			return err
		},
	} {
		read, err := r.Get(p.Name)
		if err != nil {
			t.Fatal(err)
		}
		save(t, p, bo, "", texts(plan, "title: "+name+"\n"))
		if err := act(read); !errors.Is(err, ErrSavedMeanwhile) {
			t.Errorf("%s: %v", name, err)
		}
		if now, err := r.Get(p.Name); err != nil || now.Tip != p.Tip {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A message that nobody has written tells what changed; one that somebody has written
// cannot pass for what the proposal says of itself.
func TestMessages(t *testing.T) {
	r := newRoom(t, "")
	p := r.start("Prov")
	first := p.Tip
	if _, err := p.Save(anna, "", p.Tip, texts(plan, strings.Replace(county[plan], "Plan 2026", "Planen", 1))); err != nil {
		t.Fatal(err)
	}
	if s := p.Saves[0].Subject; !strings.Contains(s, "Plan 2026") || !strings.Contains(s, "Planen") {
		t.Errorf("told as %q", s)
	}
	if _, err := p.Save(anna, "", p.Tip, texts(plan, "# ny ordning\n"+p.read(t, plan))); err != nil {
		t.Fatal(err)
	}
	if s := p.Saves[0].Subject; s != "Ingen ändring i sak: "+plan {
		t.Errorf("told as %q", s)
	}
	if _, err := p.Save(anna, "Hej\n\n"+undid+string(p.Tip), p.Tip, texts(plan, "title: Ny\n")); err != nil {
		t.Fatal(err)
	}
	if len(p.Saves) != 3 || strings.ReplaceAll(p.Saves[0].Text, parts, "") != undid+string(p.Saves[1].Commit) {
		t.Errorf("saves %+v", p.Saves)
	}
	if saved, err := p.Save(anna, "", first, texts("samsyn.yaml", county["samsyn.yaml"])); err != nil || saved.Commit != p.Tip || len(p.Saves) != 3 {
		t.Errorf("nothing changed: %+v, %v", saved, err)
	}
}
