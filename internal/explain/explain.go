// Package explain says what a rule is for: why it exists, what breaks it, what
// keeps it and the way out. It reads the archives that prove the rules, so what
// it shows is what the tests have run.
package explain

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"

	"samsyn/internal/check"
	"samsyn/internal/check/rules"
	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

//go:generate go test . -run TestPagesAreFresh -update

// Page is the name of a rule's page in the folder of the pages.
func Page(rule string) string { return rule + ".md" }

var (
	whyHead  = diag.Text{SV: "Varför", EN: "Why"}
	badHead  = diag.Text{SV: "Så här blir det fel", EN: "What breaks it"}
	goodHead = diag.Text{SV: "Så här är det rätt", EN: "What keeps it"}
	fixHead  = diag.Text{SV: "Så rättar du", EN: "The way out"}
	noCase   = diag.Say("Regeln jämför med en tidigare version och visas därför utan exempel.",
		"The rule compares with an earlier version and so is shown without an example.")
)

// Titles lists every rule with one line on it, in the order of check.Rules.
func Titles() ([]rules.Doc, error) {
	var list []rules.Doc
	for _, r := range check.Rules() {
		d, err := rules.Read(r)
		if err != nil {
			return nil, err
		}
		list = append(list, *d)
	}
	return list, nil
}

// Rule explains a rule for a terminal, in English for "en", else in Swedish.
func Rule(rule diag.Rule, lang string) (string, error) {
	d, err := rules.Read(rule)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n%s\n", d.Name, d.Severity.Name().In(lang), d.Title.In(lang))
	section := func(head diag.Text, text string) {
		fmt.Fprintf(&b, "\n%s\n\n%s\n", head.In(lang), indented(text))
	}
	section(whyHead, d.Why.In(lang))
	section(fixHead, d.Fix.In(lang))
	bad, good := examples(d)
	if bad == nil {
		section(badHead, noCase.In(lang))
		return b.String(), nil
	}
	section(badHead, bad.marked())
	section(goodHead, good.marked())
	return b.String(), nil
}

// Section is a rule in full, in Markdown and in one language, from a heading of
// level 2 on.
func Section(d *rules.Doc, lang string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n%s. %s\n\n### %s\n\n%s\n\n", d.Title.In(lang),
		capital(d.Severity.Name().In(lang)), whyIntro.In(lang), whyHead.In(lang), d.Why.In(lang))
	fmt.Fprintf(&b, "### %s\n\n%s\n\n", fixHead.In(lang), d.Fix.In(lang))
	bad, good := examples(d)
	if bad == nil {
		return b.String() + noCase.In(lang) + "\n"
	}
	fmt.Fprintf(&b, "### %s\n\n%s%s\n", badHead.In(lang), bad.fenced(), bad.places(lang))
	fmt.Fprintf(&b, "### %s\n\n%s", goodHead.In(lang), good.fenced())
	return b.String()
}

var whyIntro = diag.Text{SV: "`samsyn explain REGEL` visar samma sak i terminalen.", EN: "`samsyn explain RULE` shows the same in the terminal."}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// example is the file of a case that shows what it is about.
type example struct {
	path, text string
	found      []finding
}

// finding is what a case wants found in its file.
type finding struct {
	line, column int
	rule         string
}

// examples gives the first bad case, and the first good one in which the same file, or
// else another one, differs from it; nil where there are none.
func examples(d *rules.Doc) (bad, good *example) {
	wrong := slices.IndexFunc(d.Cases, rules.Case.Bad)
	if wrong < 0 {
		return nil, nil
	}
	bad = exampleOf(&d.Cases[wrong], "")
	for i := wrong + 1; i < len(d.Cases); i++ {
		c := &d.Cases[i]
		if c.Bad() {
			continue
		}
		if good = exampleOf(c, bad.path); good.path == bad.path && good.text != bad.text {
			return bad, good
		}
		if other := changed(&d.Cases[wrong], c); other != "" {
			return bad, exampleOf(c, other)
		}
	}
	return bad, good
}

// changed is the first file of a case that another case has not, or has otherwise.
func changed(from, to *rules.Case) string {
	for _, f := range to.Files {
		same := func(g rules.File) bool { return g.Path == f.Path && string(g.Data) == string(f.Data) }
		if !slices.ContainsFunc(from.Files, same) {
			return f.Path
		}
	}
	return ""
}

// exampleOf takes the file that the findings stand in, or the preferred one.
func exampleOf(c *rules.Case, preferred string) *example {
	for _, want := range c.Want {
		file, _, _ := strings.Cut(want, ":")
		if slices.ContainsFunc(c.Files, func(f rules.File) bool { return f.Path == file }) {
			preferred = file
			break
		}
	}
	i := max(slices.IndexFunc(c.Files, func(f rules.File) bool { return f.Path == preferred }), 0)
	e := &example{path: c.Files[i].Path, text: identity.Mask(strings.TrimRight(plain(c.Files[i].Data), "\n"))}
	for _, w := range c.Want {
		if f, ok := parseWant(w, e.path); ok {
			e.found = append(e.found, f)
		}
	}
	return e
}

// plain is a file as readers see it. A byte that is no character, and a character that
// cannot be seen, stand as signs.
func plain(data []byte) string {
	var b strings.Builder
	for _, c := range string(data) { // a byte that is no character becomes U+FFFD
		if c != '\n' && c != '\t' && !unicode.IsGraphic(c) {
			fmt.Fprintf(&b, "⟨U+%04X⟩", c)
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

// parseWant reads "path:line:column-… rule …" where it is about file.
func parseWant(want, file string) (f finding, ok bool) {
	place, ok := strings.CutPrefix(want, file+":")
	var end string
	_, err := fmt.Sscanf(place, "%d:%d-%s %s", &f.line, &f.column, &end, &f.rule)
	return f, ok && err == nil
}

// marked is the file with its lines numbered and those with findings pointed at.
func (e *example) marked() string {
	var b strings.Builder
	fmt.Fprintln(&b, e.path)
	for n, line := range strings.Split(e.text, "\n") {
		mark := " "
		if slices.ContainsFunc(e.found, func(f finding) bool { return f.line == n+1 }) {
			mark = ">"
		}
		fmt.Fprintf(&b, "%s %2d  %s\n", mark, n+1, line)
	}
	return strings.TrimRight(b.String(), "\n")
}

// fenced is the file as a block of code.
func (e *example) fenced() string {
	kind := strings.TrimPrefix(path.Ext(e.path), ".")
	if kind == "md" {
		kind = "markdown"
	}
	return fmt.Sprintf("`%s`\n\n````%s\n%s\n````\n", e.path, kind, e.text)
}

// places says in words where the findings stand.
func (e *example) places(lang string) string {
	var b strings.Builder
	for _, f := range e.found {
		fmt.Fprintf(&b, "\n%s: `%s`\n", diag.Say("Rad %d, kolumn %d", "Line %d, column %d", f.line, f.column).In(lang), f.rule)
	}
	return b.String()
}

func indented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("  ")
		}
		b.WriteString(line)
	}
	return b.String()
}
