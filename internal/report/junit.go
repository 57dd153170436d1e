package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

// A report as Maven Surefire's schema (surefire-test-report.xsd) describes it:
// each file is a test case, which fails by its errors.
type (
	junitSuites struct {
		XMLName xml.Name   `xml:"testsuites"`
		Suite   junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Time     string      `xml:"time,attr"`
		Tests    int         `xml:"tests,attr"`
		Errors   int         `xml:"errors,attr"`
		Skipped  int         `xml:"skipped,attr"`
		Failures int         `xml:"failures,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name      string        `xml:"name,attr"`
		Class     string        `xml:"classname,attr"`
		Time      string        `xml:"time,attr"`
		Failure   *junitFailure `xml:"failure,omitempty"`
		SystemOut string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr"`
		Text    string `xml:",chardata"`
	}
)

func writeJUnit(w io.Writer, findings []diag.Finding, opt Options) error {
	opt.Within = "" // its paths are those of the content
	byFile := map[string][]diag.Finding{}
	for _, name := range opt.Paths {
		byFile[identity.Mask(name)] = nil
	}
	for _, f := range findings {
		byFile[f.File] = append(byFile[f.File], f)
	}
	suite := junitSuite{Name: "samsyn validate", Time: "0", Tests: len(byFile)}
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		c := opt.junitCase(name, byFile[name])
		if c.Failure != nil {
			suite.Failures++
		}
		suite.Cases = append(suite.Cases, c)
	}
	data, err := xml.MarshalIndent(junitSuites{Suite: suite}, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, data)
	return err
}

// junitCase tells what is wrong with one file; what does not fail it is its
// output.
func (o Options) junitCase(file string, findings []diag.Finding) junitCase {
	c := junitCase{Name: file, Class: "samsyn", Time: "0"}
	var failing, other strings.Builder
	var first diag.Finding
	count := 0
	for _, f := range findings {
		line := fmt.Sprintf("%s:%d:%d: %s %s: %s\n", f.File, f.Range.Start.Line, f.Range.Start.Column, f.Severity(), f.Rule, diag.Visible(o.linked(f, " ")))
		switch {
		case f.Accepted != "":
			fmt.Fprintf(&other, "%s    %s %s\n", line, diag.Say("Känd:", "Known:").In(o.Lang), f.Accepted)
		case f.Severity() == diag.Error || o.Strict:
			if count++; count == 1 {
				first = f
			}
			failing.WriteString(line)
		default:
			other.WriteString(line)
		}
	}
	c.SystemOut = other.String()
	if count == 0 {
		return c
	}
	message := diag.Visible(first.Message.In(o.Lang))
	if count > 1 {
		message = diag.Say("%d anmärkningar", "%d findings", count).In(o.Lang)
	}
	c.Failure = &junitFailure{Message: message, Type: first.Rule.Name, Text: failing.String()}
	return c
}
