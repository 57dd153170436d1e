package rules_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"samsyn/internal/check"
	"samsyn/internal/check/rules"
	"samsyn/internal/diag"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/project"
)

var update = flag.Bool("update", false, "write what is found into the archives; read the difference before keeping it")

func TestEveryRuleIsProved(t *testing.T) {
	for _, r := range check.Rules() {
		t.Run(r.Name, func(t *testing.T) {
			doc, err := rules.Read(r)
			if err != nil {
				t.Fatal(err)
			}
			bad, good := 0, 0
			for _, c := range doc.Cases {
				t.Run(c.Name, func(t *testing.T) { run(t, doc, c) })
				if c.Bad() {
					bad++
				} else {
					good++
				}
			}
			if bad == 0 || good == 0 {
				t.Errorf("%d bad cases and %d good ones; a rule needs both", bad, good)
			}
		})
	}
}

func TestNoArchiveWithoutRule(t *testing.T) {
	names, err := filepath.Glob("*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no archives", err)
	}
	for _, n := range names {
		if name := strings.TrimSuffix(n, ".txtar"); name != "base" && !slices.ContainsFunc(check.Rules(), func(r diag.Rule) bool { return r.Name == name }) {
			t.Errorf("%s is no rule", name)
		}
	}
}

func TestBaseHasNothingToSay(t *testing.T) {
	for _, f := range inspected(t, rules.Case{Name: "good"}, rules.Today) {
		t.Error(line(f))
	}
}

func run(t *testing.T, doc *rules.Doc, c rules.Case) {
	found := inspected(t, c, doc.Today)
	if !c.Bad() {
		for _, f := range found {
			if f.Rule == doc.Rule || f.Severity() == diag.Error {
				t.Error("unwanted:", line(f), f.Message.In("sv"))
			}
		}
		return
	}
	var got []string
	hit := false
	for _, f := range found {
		got = append(got, line(f))
		hit = hit || f.Rule == doc.Rule
		for _, lang := range []string{"sv", "en"} {
			if told := f.Message.In(lang); told == "" || strings.Contains(told, "%!") {
				t.Errorf("%s: the message is %q", line(f), told)
			}
		}
	}
	if *update {
		rewrite(t, doc.Name, "want"+strings.TrimPrefix(c.Name, "bad"), got)
		return
	}
	if !hit {
		t.Errorf("the case does not break %s", doc.Name)
	}
	for _, w := range c.Want {
		if !slices.Contains(got, w) {
			t.Error("missing: ", w)
		}
	}
	for i, g := range got {
		if !slices.Contains(c.Want, g) {
			t.Error("unwanted:", g, found[i].Message.In("sv"))
		}
	}
	if len(got) != len(c.Want) {
		t.Errorf("%d findings, want %d", len(got), len(c.Want))
	}
}

func inspected(t *testing.T, c rules.Case, today string) []diag.Finding {
	t.Helper()
	day, ok := model.ParseDate(today)
	if !ok {
		t.Fatalf("today is %q", today)
	}
	p := project.Of(loadtest.Case(t, c))
	if c.Was != nil {
		p.Base = project.Of(loadtest.Case(t, c.Before()))
	}
	r, err := p.Inspect(day)
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}

func line(f diag.Finding) string {
	s := fmt.Sprintf("%s:%d:%d-%d:%d %s %s", f.File, f.Range.Start.Line, f.Range.Start.Column,
		f.Range.End.Line, f.Range.End.Column, f.Rule, f.Suggestion)
	return strings.TrimSpace(s)
}

// rewrite puts found into the archive's file of that name.
func rewrite(t *testing.T, rule, name string, found []string) {
	file := rule + ".txtar"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a := txtar.Parse(data)
	text := []byte(strings.Join(found, "\n") + "\n")
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("%s has no file %s", file, name)
	}
	a.Files[i].Data = text
	if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
		t.Fatal(err)
	}
}
