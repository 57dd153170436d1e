package report

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

// A report as Maven Surefire's schema (surefire-test-report.xsd) describes it:
// each file is a test case, which fails by its errors.
type (
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

func writeJUnit(w *bufio.Writer, findings []diag.Finding, opt Options) error {
	opt.Within = ""              // its paths are those of the content
	byFile := map[string][]int{} // the findings' numbers
	for _, name := range opt.Paths {
		byFile[identity.Mask(name)] = nil
	}
	for i, f := range findings {
		name := identity.Mask(f.File)
		byFile[name] = append(byFile[name], i)
	}
	failures := 0
	for _, found := range byFile {
		if slices.ContainsFunc(found, func(i int) bool { return opt.fails(findings[i]) }) {
			failures++
		}
	}
	_, err := fmt.Fprintf(w, "%s<testsuites>\n  <testsuite name=\"samsyn validate\" time=\"0\" tests=\"%d\" errors=\"0\" skipped=\"0\" failures=\"%d\">", xml.Header, len(byFile), failures)
	if err != nil {
		return err
	}
	if len(byFile) > 0 {
		_ = w.WriteByte('\n') // flushing tells of errors
	}
	e := xml.NewEncoder(w)
	e.Indent("    ", "  ")
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		of := make([]finding, len(byFile[name]))
		for i, n := range byFile[name] {
			of[i] = opt.told(findings[n])
		}
		if err := e.EncodeElement(opt.junitCase(name, of), xml.StartElement{Name: xml.Name{Local: "testcase"}}); err != nil {
			return err
		}
	}
	if len(byFile) > 0 {
		_, _ = w.WriteString("\n  ")
	}
	_, err = w.WriteString("</testsuite>\n</testsuites>\n")
	return err
}

// fails tells whether a finding makes its file's test case fail.
func (o Options) fails(f diag.Finding) bool {
	return f.Accepted == "" && (f.Severity() == diag.Error || o.Strict)
}

// junitCase tells what is wrong with one file; what does not fail it is its
// output.
func (o Options) junitCase(file string, findings []finding) junitCase {
	c := junitCase{Name: file, Class: "samsyn", Time: "0"}
	var failing, other strings.Builder
	var first finding
	count := 0
	for _, f := range findings {
		line := fmt.Sprintf("%s:%d:%d: %s %s: %s\n", f.File, f.Range.Start.Line, f.Range.Start.Column, f.Severity(), f.Rule, diag.Visible(o.linked(f, " ")))
		switch {
		case f.Accepted != "":
			fmt.Fprintf(&other, "%s    %s %s\n", line, diag.Say("Känd:", "Known:").In(o.Lang), f.Accepted)
		case o.fails(f.Finding):
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
	message := diag.Visible(first.Message)
	if count > 1 {
		message = diag.Say("%d anmärkningar", "%d findings", count).In(o.Lang)
	}
	c.Failure = &junitFailure{Message: message, Type: first.Rule.Name, Text: failing.String()}
	return c
}
