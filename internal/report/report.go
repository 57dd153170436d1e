// Package report prints findings in the formats that people and programs read.
package report

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"samsyn/internal/diag"
	"samsyn/internal/identity"
)

// Options say how findings are told.
type Options struct {
	Lang   string   // "sv" or "en"
	Colour bool     // of text
	Files  int      // how many files were read
	Paths  []string // the files that were read, for formats that name them all
	// Within is the content's folder as seen from git's root, for formats that forges
	// read; "" where it is the root.
	Within string
	// Strict tells that warnings reject too.
	Strict bool
	// Lines gives the lines of a file, for quoting; nil where it is not text.
	Lines func(file string) []string
	// Rules are all that there are, for formats that name them.
	Rules []diag.Rule
	// Help explains a rule, for formats that carry the rules along; may be nil.
	Help func(rule diag.Rule) Help
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
	if opt.Lines != nil {
		opt.Lines = lastRead(opt.Lines)
	}
	findings = masked(findings)
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

// lastRead keeps the lines of one file: findings come file by file.
func lastRead(read func(file string) []string) func(string) []string {
	var of string
	var lines []string
	return func(file string) []string {
		if of != file {
			of, lines = file, read(file)
		}
		return lines
	}
}

// masked gives the findings with personal identity numbers hidden in what is quoted of the
// content.
func masked(findings []diag.Finding) []diag.Finding {
	said := func(t diag.Text) diag.Text { return diag.Text{SV: identity.Mask(t.SV), EN: identity.Mask(t.EN)} }
	findings = slices.Clone(findings)
	for i := range findings {
		f := &findings[i]
		f.File, f.Message = identity.Mask(f.File), said(f.Message)
		f.Suggestion, f.Accepted, f.Add = identity.Mask(f.Suggestion), identity.Mask(f.Accepted), identity.Mask(f.Add)
		f.Related = slices.Clone(f.Related)
		for n := range f.Related {
			r := &f.Related[n]
			r.File, r.Message = identity.Mask(r.File), said(r.Message)
		}
	}
	return findings
}

// advice is a finding's message with its suggestion, unless the message says it.
func (o Options) advice(f diag.Finding) string {
	message := f.Message.In(o.Lang)
	if !strings.Contains(message, f.Suggestion) {
		return message + " → " + f.Suggestion
	}
	return message
}

// atRoot is a file's path as a forge knows it: from git's root.
func (o Options) atRoot(file string) string { return path.Join(identity.Mask(o.Within), file) }

// page is the address of a rule's page, "" where it has none.
func (o Options) page(rule string) string {
	if o.Page == nil {
		return ""
	}
	return o.Page(rule)
}

var readMore = diag.Text{SV: "Läs mer:", EN: "Read more:"}

// mostRelated is how many of its other places a finding names to people.
const mostRelated = 12

// others names the other places of a finding, "" where there are none.
func (o Options) others(f diag.Finding, place func(diag.Place) string) string {
	if len(f.Related) == 0 {
		return ""
	}
	places := make([]string, min(len(f.Related), mostRelated))
	for i := range places {
		places[i] = place(f.Related[i].Place)
	}
	list := strings.Join(places, ", ")
	if more := len(f.Related) - len(places); more > 0 {
		list += diag.Say(" och %d till", " and %d more", more).In(o.Lang)
	}
	return diag.Say("Se även: %s", "See also: %s", list).In(o.Lang)
}

// linked is a finding's advice with its other places and the address of its rule's page.
func (o Options) linked(f diag.Finding, between string) string {
	text := o.advice(f)
	if others := o.others(f, func(p diag.Place) string { return fmt.Sprintf("%s:%d", o.atRoot(p.File), p.Range.Start.Line) }); others != "" {
		text += between + others
	}
	if page := o.page(f.Rule.Name); page != "" {
		text += between + readMore.In(o.Lang) + " " + page
	}
	return text
}

// parted gives the findings that count, and the warnings that are accepted.
func parted(findings []diag.Finding) (counting, accepted []diag.Finding) {
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
	Related    []jsonRelated `json:"related,omitempty"`
	Reason     string        `json:"reason,omitempty"`
	Help       string        `json:"help,omitempty"` // the rule's page
}

// jsonRelated is another place of a finding.
type jsonRelated struct {
	File    string `json:"file"`
	Line    int32  `json:"line"`
	Column  int32  `json:"column"`
	Message string `json:"message"`
}

func (o Options) toJSON(findings []diag.Finding) []jsonFinding {
	list := []jsonFinding{}
	for _, f := range findings {
		var related []jsonRelated
		for _, r := range f.Related {
			related = append(related, jsonRelated{r.File, r.Range.Start.Line, r.Range.Start.Column, r.Message.In(o.Lang)})
		}
		list = append(list, jsonFinding{
			Rule: f.Rule.Name, Severity: f.Severity(), File: f.File,
			Line: f.Range.Start.Line, Column: f.Range.Start.Column, EndLine: f.Range.End.Line, EndColumn: f.Range.End.Column,
			Message: f.Message.In(o.Lang), Suggestion: f.Suggestion, Related: related, Reason: f.Accepted, Help: o.page(f.Rule.Name),
		})
	}
	return list
}

func writeJSON(w io.Writer, findings []diag.Finding, opt Options) error {
	var all struct {
		Findings []jsonFinding `json:"findings"`
		Accepted []jsonFinding `json:"accepted,omitempty"`
		Summary  struct {
			Files    int `json:"files"`
			Errors   int `json:"errors"`
			Warnings int `json:"warnings"`
		} `json:"summary"`
	}
	counting, accepted := parted(findings)
	all.Findings, all.Accepted = opt.toJSON(counting), opt.toJSON(accepted)
	all.Summary.Files = opt.Files
	all.Summary.Errors, all.Summary.Warnings, _ = diag.Count(findings)
	return diag.WriteJSON(w, all)
}

// writeGitHub prints workflow commands (GitHub Actions, “Workflow commands”).
func writeGitHub(w io.Writer, findings []diag.Finding, opt Options) error {
	counting, _ := parted(findings)
	for _, f := range counting {
		if _, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", f.Severity(),
			property(opt.atRoot(f.File)), f.Range.Start.Line, f.Range.Start.Column,
			property(f.Rule.Name), data(opt.linked(f, "\n"))); err != nil {
			return err
		}
	}
	return nil
}

var (
	dataEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func data(s string) string     { return diag.Visible(dataEscapes.Replace(s)) }
func property(s string) string { return diag.Visible(propertyEscapes.Replace(s)) }
