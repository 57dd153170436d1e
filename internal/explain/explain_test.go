package explain

import (
	"flag"
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

func TestPagesAreFresh(t *testing.T) {
	want := map[string]string{}
	index, err := Index()
	if err != nil {
		t.Fatal(err)
	}
	want[filepath.Join(root, pages, "README.md")] = index
	for _, r := range check.Rules() {
		page, err := Markdown(r)
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
		page, err := Markdown(r)
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
