package rules_test

import (
	"regexp"
	"strings"
	"testing"

	"samsyn/internal/check"
	"samsyn/internal/check/rules"
	"samsyn/internal/diag"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
	"samsyn/schema"
)

var (
	builtIn = regexp.MustCompile(`(?i)överenskommelse|samverkansområde|(^|[^\pL])områd|delmål|insats|handlingsplan|(^|[^\pL])plan(en|er|erna|ens|ernas)?([^\pL]|$)|(^|[^\pL])lök`)
	// quoted is what a message takes from the content or a file's name.
	quoted = regexp.MustCompile(`”[^”]*”|[\pL\d_/.-]+\.(yaml|md|yml|pdf)|agreement/\S+|plans/\S*|mappen \S+|PDF-filen med snåret \S+`)
)

var (
	swedish = regexp.MustCompile(`(?i)(^|[^\pL])(texten|raden|filen|fältet|och|inte|ett|att|för|på|av|är|eller|som|med|plats|månad)([^\pL]|$)`)
	// content is what an English message takes from the content.
	content = regexp.MustCompile(`“[^”]*”|"[^"]*"`)
)

var builtInWords *schema.Words

// With words of its own a county meets none of the built-in ones in what is found wrong,
// whatever that is, and no message is told with a mark where a word should be.
func TestMessagesSayTheCountysWords(t *testing.T) {
	for _, r := range check.Rules() {
		doc, err := rules.Read(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range doc.Cases {
			if !c.Bad() {
				continue
			}
			for _, f := range worded(t, c, doc.Today) {
				all := []diag.Text{f.Message}
				for _, other := range f.Related {
					all = append(all, other.Message)
				}
				for _, said := range all {
					for lang, told := range map[string]string{"sv": said.SV, "en": said.EN} {
						if filled := builtInWords.Expand(told, lang); filled != told {
							t.Errorf("%s %s leaves a mark for a word in: %s", r.Name, c.Name, told)
						}
					}
					if found := swedish.FindString(content.ReplaceAllString(said.EN, "…")); found != "" {
						t.Errorf("%s %s says %q in English: %s", r.Name, c.Name, found, said.EN)
					}
					if found := builtIn.FindString(quoted.ReplaceAllString(said.SV, "…")); found != "" {
						t.Errorf("%s %s says %q: %s", r.Name, c.Name, found, said.SV)
					}
				}
			}
		}
	}
}

// worded are the findings of a case whose county has words of its own.
func worded(t *testing.T, c rules.Case, today string) []diag.Finding {
	t.Helper()
	day, _ := model.ParseDate(today)
	tree := loadtest.Case(t, c)
	config, err := tree.Read("samsyn.yaml")
	if err != nil {
		return nil
	}
	p := project.Of(source.Overlay(tree, map[string][]byte{"samsyn.yaml": append(config, loadtest.Nonsense...)}))
	if c.Was != nil {
		p.Base = project.Of(loadtest.Case(t, c.Before()))
	}
	r, err := p.Inspect(day)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(config), "vocabulary:") {
		return nil
	}
	return r.Findings
}
