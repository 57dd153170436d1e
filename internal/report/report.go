// Package report prints findings in the formats that people and programs read.
package report

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

// Options say how findings are told.
type Options struct {
	Lang   string   // "sv" or "en"
	Colour bool     // of text
	Files  int      // how many files were read
	Paths  []string // the files that were read, for formats that name them all
	// Strict tells that warnings reject too.
	Strict bool
	// Lines gives the lines of a file, for quoting; nil where it is not text.
	Lines func(file string) []string
	// Help explains a rule, for formats that carry the rules along; may be nil.
	Help func(rule string) Help
	// Page is the address of a rule's page, absolute; nil where the pages are not
	// known to be anywhere.
	Page func(rule string) string
	// Version is the program's, for formats that name it.
	Version string
}

// Help explains a rule in the language of the report. What is "" is left out.
type Help struct {
	Short    string // one sentence
	Why      string // a few sentences
	Full     string // all there is to say, plain text
	Markdown string // the same, marked up
}

// Formats lists the names that Write knows.
func Formats() []string { return []string{"text", "json", "github", "sarif", "junit", "gitlab"} }

// Write prints sorted findings. An unknown format is an error.
func Write(w io.Writer, format string, findings []diag.Finding, opt Options) error {
	findings = slices.Clone(findings)
	for i := range findings {
		findings[i] = masked(findings[i])
	}
	switch format {
	case "text":
		return writeText(w, findings, opt)
	case "json":
		return writeJSON(w, findings, opt)
	case "github":
		return writeGitHub(w, findings, opt)
	case "sarif":
		return writeSARIF(w, findings, opt)
	case "junit":
		return writeJUnit(w, findings, opt)
	case "gitlab":
		return writeGitLab(w, findings, opt)
	}
	return fmt.Errorf("no format %q", format)
}

// masked hides personal identity numbers in what is quoted of the content.
func masked(f diag.Finding) diag.Finding {
	f.File = identity.Mask(f.File)
	f.Message = diag.Text{SV: identity.Mask(f.Message.SV), EN: identity.Mask(f.Message.EN)}
	f.Suggestion = identity.Mask(f.Suggestion)
	f.Accepted = identity.Mask(f.Accepted)
	f.Accepted = identity.Mask(f.Accepted)
	return f
}

// advice is a finding's message with its suggestion, unless the message says it.
func advice(f diag.Finding, lang string) string {
	message := f.Message.In(lang)
	if !strings.Contains(message, f.Suggestion) {
		message += " → " + f.Suggestion
	}
	return message
}

// page is the address of a rule's page, "" where it has none.
func (o Options) page(rule string) string {
	if o.Page == nil {
		return ""
	}
	return o.Page(rule)
}

var readMore = diag.Text{SV: "Läs mer:", EN: "Read more:"}

// linked is a finding's advice with the address of its rule's page.
func (o Options) linked(f diag.Finding, between string) string {
	text := advice(f, o.Lang)
	if page := o.page(f.Rule); page != "" {
		text += between + readMore.In(o.Lang) + " " + page
	}
	return text
}

// encode writes indented JSON and leaves letters as they are.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// open parts the findings that count from the warnings that are accepted.
func open(findings []diag.Finding) (counting, accepted []diag.Finding) {
	for _, f := range findings {
		if f.Accepted != "" {
			accepted = append(accepted, f)
		} else {
			counting = append(counting, f)
		}
	}
	return counting, accepted
}

type jsonFinding struct {
	Rule       string        `json:"rule"`
	Severity   diag.Severity `json:"severity"`
	File       string        `json:"file"`
	Line       int32         `json:"line"`
	Column     int32         `json:"column"`
	EndLine    int32         `json:"end_line"`
	EndColumn  int32         `json:"end_column"`
	Message    string        `json:"message"`
	Suggestion string        `json:"suggestion,omitempty"`
	Reason     string        `json:"reason,omitempty"`
	Help       string        `json:"help,omitempty"` // the rule's page
}

func (o Options) toJSON(findings []diag.Finding) []jsonFinding {
	list := make([]jsonFinding, 0, len(findings))
	for _, f := range findings {
		list = append(list, jsonFinding{
			Rule: f.Rule, Severity: f.Severity, File: f.File,
			Line: f.Range.Start.Line, Column: f.Range.Start.Column, EndLine: f.Range.End.Line, EndColumn: f.Range.End.Column,
			Message: f.Message.In(o.Lang), Suggestion: f.Suggestion, Reason: f.Accepted, Help: o.page(f.Rule),
		})
	}
	return list
}

func writeJSON(w io.Writer, findings []diag.Finding, opt Options) error {
	counting, accepted := open(findings)
	errors, warnings, _ := diag.Count(findings)
	out := struct {
		Findings []jsonFinding `json:"findings"`
		Accepted []jsonFinding `json:"accepted,omitempty"`
		Summary  struct {
			Files    int `json:"files"`
			Errors   int `json:"errors"`
			Warnings int `json:"warnings"`
		} `json:"summary"`
	}{Findings: opt.toJSON(counting), Accepted: opt.toJSON(accepted)}
	out.Summary.Files, out.Summary.Errors, out.Summary.Warnings = opt.Files, errors, warnings
	return encode(w, out)
}

// writeGitHub prints workflow commands (GitHub Actions, “Workflow commands”).
func writeGitHub(w io.Writer, findings []diag.Finding, opt Options) error {
	counting, _ := open(findings)
	for _, f := range counting {
		if _, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", f.Severity,
			property(f.File), f.Range.Start.Line, f.Range.Start.Column,
			property(f.Rule), data(opt.linked(f, "\n"))); err != nil {
			return err
		}
	}
	return nil
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func data(s string) string     { return harmless(dataEscapes.Replace(s)) }
func property(s string) string { return harmless(propertyEscapes.Replace(s)) }

// printable keeps content from steering a terminal: what is not harmless is shown
// as a mark, a tab as a space.
func printable(s string) string { return harmless(strings.ReplaceAll(s, "\t", " ")) }

// harmless marks control characters and those that reorder text.
func harmless(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case unicode.IsControl(c), c >= 0x202a && c <= 0x202e, c >= 0x2066 && c <= 0x2069:
			return '\ufffd'
		}
		return c
	}, s)
}
