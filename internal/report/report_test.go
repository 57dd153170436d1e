package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"samsyn/internal/check"
	"samsyn/internal/diag"
)

var update = flag.Bool("update", false, "write the golden files anew")

func at(file string, line, column, endLine, endColumn int) diag.Place {
	return diag.Place{File: file, Range: diag.Range{Start: diag.At(line, column), End: diag.At(endLine, endColumn)}}
}

// sample holds a finding of each sort: with a suggestion, with what a terminal or
// a mark-up could take amiss, twice the same, secret, accepted.
func sample() ([]diag.Finding, Options) {
	reference := diag.New(rule("unknown-reference"), at("plans/2025/språk vän.md", 3, 8, 3, 15),
		diag.Say("Det finns ingen ”alvestz”.", "There is no “alvestz”."))
	reference.Suggestion = "alvesta"
	again := reference
	again.Range = at("", 9, 3, 9, 10).Range
	hostile := diag.New(rule("wrong-type"), at("agreement/parties.yaml", 2, 1, 3, 4),
		diag.Text{SV: "Rad ett\n::error::, 100 % <b>\x1b[31m", EN: "Line one\n::error::, 100 % <b>\x1b[31m"})
	secret := diag.New(rule("personal-identity-number"), at("plans/2025/19811218-9876.md", 1, 1, 1, 1),
		diag.Say("Här står 19811218-9876.", "Here is 19811218-9876."))
	secret.Secret = true
	known := diag.New(rule("no-responsible"), at("agreement/areas/halsa.md", 4, 9, 4, 16),
		diag.Say("Ingen svarar för halsa-2.", "Nobody answers for halsa-2."))
	known.Accepted = "Gruppen bildas i höst."
	warning := diag.New(rule("status-stale"), at("plans/2025/språk vän.md", 5, 9, 5, 16),
		diag.Say("Perioden är slut.", "The period is over."))
	lines := map[string][]string{
		"agreement/parties.yaml":   {"parties:", "  name: <ett>", "  två"},
		"plans/2025/språk vän.md":  {"---", "title: Språk", "owner: alvestz", "", "status: ongoing", "", "", "", "- alvestz"},
		"agreement/areas/halsa.md": {"", "", "", "  - id: halsa-2"},
	}
	findings := []diag.Finding{known, hostile, secret, reference, warning, again}
	var rules []diag.Rule // a new one changes none of the goldens
	for _, f := range findings {
		if !slices.Contains(rules, f.Rule) {
			rules = append(rules, f.Rule)
		}
	}
	return findings, Options{
		Rules: rules,
		Lang:  "sv", Files: 4, Paths: []string{"agreement/areas/halsa.md", "agreement/parties.yaml", "plans/2025/språk vän.md", "samsyn.yaml"},
		Lines: func(f string) []string { return lines[f] }, Version: "1.0",
		Help: func(rule diag.Rule) Help {
			if rule != check.UnknownReference {
				return Help{}
			}
			return Help{Short: "En hänvisning leder ingenstans.", Why: "Varför.", Full: "Varför och hur.", Markdown: "Varför och *hur*."}
		},
	}
}

func TestGolden(t *testing.T) {
	for _, format := range Formats() {
		for _, lang := range []string{"sv", "en"} {
			t.Run(format+"-"+lang, func(t *testing.T) {
				findings, opt := sample()
				opt.Lang = lang
				var b bytes.Buffer
				if err := Write(&b, format, findings, opt); err != nil {
					t.Fatal(err)
				}
				if strings.Contains(b.String(), "9876") {
					t.Error("a personal identity number is not masked")
				}
				golden := filepath.Join("testdata", format+"."+lang)
				if *update {
					if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(b.Bytes(), want) {
					t.Errorf("got\n%s\nwant\n%s", b.Bytes(), want)
				}
			})
		}
	}
}

// Where the rules' pages have an address every format carries it; where they have
// none, none is made up.
func TestPages(t *testing.T) {
	const page = "https://samsyn.example/regler/unknown-reference.md"
	for _, format := range Formats() {
		findings, opt := sample()
		var b bytes.Buffer
		if err := Write(&b, format, findings, opt); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "samsyn.example/regler") || strings.Contains(b.String(), "helpUri") || strings.Contains(b.String(), `"help": "`) {
			t.Errorf("%s leads to a page that nobody named:\n%s", format, b.String())
		}
		opt.Page = func(rule string) string { return "https://samsyn.example/regler/" + rule + ".md" }
		b.Reset()
		if err := Write(&b, format, findings, opt); err != nil {
			t.Fatal(err)
		}
		// Two findings of the rule: text leads there once, SARIF from the rule.
		want := 2
		if format == "text" || format == "sarif" {
			want = 1
		}
		if got := strings.Count(b.String(), page); got != want {
			t.Errorf("%s: %d links, want %d:\n%s", format, got, want, b.String())
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := Write(&bytes.Buffer{}, "pdf", nil, Options{}); err == nil {
		t.Error("no error")
	}
}

// Hosts of code throw away what bears the same name twice.
func TestFingerprintsAreUniqueAndStable(t *testing.T) {
	findings, opt := sample()
	before := fingerprints(opt, findings)
	seen := map[string]bool{}
	for _, name := range before {
		if seen[name] {
			t.Errorf("%s twice", name)
		}
		seen[name] = true
	}
	lines := opt.Lines
	opt.Lines = func(f string) []string { return append([]string{"# a new line"}, lines(f)...) }
	var moved []diag.Finding
	for _, f := range findings {
		f.Range.Start.Line++
		f.Range.End.Line++
		moved = append(moved, f)
	}
	for i, name := range fingerprints(opt, moved) {
		if name != before[i] {
			t.Errorf("finding %d changed its name when the line moved", i)
		}
	}
}

// Findings come file by file, and each file is read once for them.
func TestFilesAreReadOnce(t *testing.T) {
	for _, format := range []string{"text", "sarif", "gitlab"} {
		findings, opt := sample()
		lines, read := opt.Lines, map[string]int{}
		opt.Lines = func(f string) []string { read[f]++; return lines(f) }
		if err := Write(&bytes.Buffer{}, format, findings, opt); err != nil {
			t.Fatal(err)
		}
		if len(read) < 2 {
			t.Errorf("%s: read %v, not the two that are quoted", format, read)
		}
		for file, times := range read {
			if times != 1 {
				t.Errorf("%s: %s is read %d times", format, file, times)
			}
		}
	}
}

func fingerprints(opt Options, findings []diag.Finding) (names []string) {
	n := opt.naming()
	for _, f := range masked(findings) {
		names = append(names, n.of(f))
	}
	return names
}

func TestSARIFRegions(t *testing.T) {
	findings, opt := sample()
	var b bytes.Buffer
	if err := Write(&b, "sarif", findings, opt); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Runs []struct {
			Tool    sarifTool     `json:"tool"`
			Results []sarifResult `json:"results"`
		} `json:"runs"`
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Results) != len(findings) {
		t.Fatalf("%d results of %d findings", len(run.Results), len(findings))
	}
	for i, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != findings[i].Rule.Name {
			t.Errorf("rule index %d is not %s", r.RuleIndex, findings[i].Rule)
		}
		if (r.Suppressions != nil) != (findings[i].Accepted != "") {
			t.Errorf("%s: suppressed %v", r.RuleID, r.Suppressions)
		}
		if (r.Fixes != nil) != (findings[i].Suggestion != "") {
			t.Errorf("%s: fixes %v", r.RuleID, r.Fixes)
		}
	}
	if got := run.Results[3].Locations[0].Physical.File.URI; got != "plans/2025/spr%C3%A5k%20v%C3%A4n.md" {
		t.Errorf("address %s", got)
	}
}

func TestJUnitFailures(t *testing.T) {
	for _, test := range []struct {
		strict bool
		want   map[string]bool // which files fail
	}{
		{false, map[string]bool{"agreement/parties.yaml": true, "plans/2025/19811218-****.md": true, "plans/2025/språk vän.md": true}},
		{true, map[string]bool{"agreement/parties.yaml": true, "plans/2025/19811218-****.md": true, "plans/2025/språk vän.md": true, "samsyn.yaml": true}},
	} {
		findings, opt := sample()
		findings = append(findings, diag.New(rule("accessibility-statement-missing"), diag.Whole("samsyn.yaml"), diag.Say("Saknas.", "Missing.")))
		opt.Strict = test.strict
		var b bytes.Buffer
		if err := Write(&b, "junit", findings, opt); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Suites []struct {
				Tests    int         `xml:"tests,attr"`
				Failures int         `xml:"failures,attr"`
				Cases    []junitCase `xml:"testcase"`
			} `xml:"testsuite"`
		}
		if err := xml.Unmarshal(b.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		suite := got.Suites[0]
		if suite.Tests != 5 || len(suite.Cases) != 5 || suite.Failures != len(test.want) {
			t.Errorf("strict %v: %d tests, %d cases, %d failures", test.strict, suite.Tests, len(suite.Cases), suite.Failures)
		}
		for _, c := range suite.Cases {
			if (c.Failure != nil) != test.want[c.Name] {
				t.Errorf("strict %v: %s: failure %v", test.strict, c.Name, c.Failure)
			}
		}
	}
}

// An empty list is a list: programs that read it expect one.
func TestNothingFound(t *testing.T) {
	for format, want := range map[string]string{"gitlab": "[]\n", "sarif": `"results": []`, "json": `"findings": []`, "github": ""} {
		var b bytes.Buffer
		if err := Write(&b, format, nil, Options{Lang: "sv"}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s: %s", format, b.String())
		}
	}
}
