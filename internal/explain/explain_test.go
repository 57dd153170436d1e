package explain

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"samsyn/internal/check"
	"samsyn/internal/check/rules"
	"samsyn/internal/diag"
)

var update = flag.Bool("update", false, "write the rules' pages")

const root = "../.."

// pages is where the rules' pages lie, from the root of the project.
const pages = "docs/rules"

func TestPagesAreFresh(t *testing.T) {
	want := map[string]string{}
	list, err := index()
	if err != nil {
		t.Fatal(err)
	}
	want[filepath.Join(root, pages, "README.md")] = list
	for _, r := range check.Rules() {
		page, err := markdown(r)
		if err != nil {
			t.Fatal(err)
		}
		want[filepath.Join(root, pages, Page(r.Name))] = page
	}
	if *update {
		for file, page := range want {
			if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for file, page := range want {
		if have, err := os.ReadFile(file); err != nil || string(have) != page {
			t.Errorf("%s is stale (%v); run go generate ./internal/explain", file, err)
		}
	}
	have, err := filepath.Glob(filepath.Join(root, pages, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range have {
		if want[file] == "" {
			t.Errorf("%s is the page of no rule", file)
		}
	}
}

// markdown is the page of a rule, in Swedish and then in English.
func markdown(rule diag.Rule) (string, error) {
	d, err := rules.Read(rule)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "<!-- Skapad av go generate ./internal/explain; ändra internal/check/rules/%s.txtar. -->\n\n# %s\n\n", d.Name, d.Name)
	b.WriteString(Section(d, "sv") + "\n" + Section(d, "en"))
	return b.String(), nil
}

// index is the page that lists the rules.
func index() (string, error) {
	list, err := Titles()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("<!-- Skapad av go generate ./internal/explain. -->\n\n# Regler\n\n| Regel | Grad | När | When |\n| --- | --- | --- | --- |\n")
	for _, d := range list {
		fmt.Fprintf(&b, "| [`%s`](%s.md) | %s | %s | %s |\n", d.Name, d.Name, d.Severity.Name().SV, d.Title.SV, d.Title.EN)
	}
	return b.String(), nil
}

func TestRuleIsToldInBothLanguages(t *testing.T) {
	for lang, words := range map[string][]string{
		"sv": {"missing-field (fel)", "Ett fält saknas", "Varför", "Så rättar du", "plans/2025/sprakvan.md", ">  2  title: Språkvän"},
		"en": {"missing-field (error)", "A field is missing", "Why", "The way out", ">  2  title: Språkvän"},
	} {
		text, err := Rule(diag.MissingField, lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range words {
			if !strings.Contains(text, w) {
				t.Errorf("%s: %q is not said in\n%s", lang, w, text)
			}
		}
	}
	if _, err := Rule(diag.Rule{Name: "no-such-rule"}, "sv"); err == nil {
		t.Error("a rule that is not there was explained")
	}
}

// What explains the rule on personal identity numbers must not spread one.
func TestNumbersAreMasked(t *testing.T) {
	for _, r := range check.Rules() {
		text, err := Rule(r, "sv")
		if err != nil {
			t.Fatal(err)
		}
		page, err := markdown(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(text+page, "9876") {
			t.Errorf("%s shows a number in full", r.Name)
		}
	}
}

// The right example shows what the wrong one should have been: the same file, changed.
func TestRightDiffersFromWrong(t *testing.T) {
	for _, r := range check.Rules() {
		d, err := rules.Read(r)
		if err != nil {
			t.Fatal(err)
		}
		bad, good := examples(d)
		if bad != nil && (good == nil || good.text == bad.text) {
			t.Errorf("%s: the right example says what the wrong one does", r.Name)
		}
		if bad != nil && escape.MatchString(bad.text+good.text) {
			t.Errorf("%s: an example shows escapes", r.Name)
		}
	}
}

var escape = regexp.MustCompile(`\\x[0-9a-f]{2}|\\u[0-9a-f]{4}`)
