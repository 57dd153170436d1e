package report

import (
	"cmp"
	"io"
	"net/url"

	"samsyn/internal/diag"
)

// The parts of SARIF 2.1.0 (OASIS Standard, 27 March 2020) that we write.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string       `json:"id"`
		Short   sarifMessage `json:"shortDescription"`
		Full    sarifMessage `json:"fullDescription"`
		Help    sarifMessage `json:"help"`
		HelpURI string       `json:"helpUri,omitempty"`
		Default struct {
			Level diag.Severity `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    int                `json:"ruleIndex"`
		Level        diag.Severity      `json:"level"`
		Message      sarifMessage       `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Related      []sarifLocation    `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
		Fixes        []sarifFix         `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		Physical struct {
			File   sarifFile   `json:"artifactLocation"`
			Region sarifRegion `json:"region"`
		} `json:"physicalLocation"`
		Message *sarifMessage `json:"message,omitempty"`
	}
	sarifFile struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int32 `json:"startLine"`
		StartColumn int32 `json:"startColumn"`
		EndLine     int32 `json:"endLine"`
		EndColumn   int32 `json:"endColumn"`
	}
	sarifSuppression struct {
		Kind          string `json:"kind"`
		Status        string `json:"status"`
		Justification string `json:"justification"`
	}
	sarifFix struct {
		Description sarifMessage  `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		File         sarifFile          `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion `json:"deletedRegion"`
		Inserted struct {
			Text string `json:"text"`
		} `json:"insertedContent"`
	}
)

// sarifSchema is where the standard keeps the schema of version 2.1.0.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

func writeSARIF(w io.Writer, findings []diag.Finding, opt Options) error {
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "samsyn", Version: opt.Version}}, Language: "sv", ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	if opt.Lang == "en" {
		run.Language = "en"
	}
	index := map[string]int{}
	for i, r := range opt.Rules {
		index[r.Name] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, opt.sarifRule(r))
	}
	names := opt.naming()
	for _, f := range findings {
		result := opt.sarifResult(f, names.of(f))
		result.RuleIndex = index[f.Rule.Name]
		run.Results = append(run.Results, result)
	}
	return diag.WriteJSON(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

func (o Options) sarifRule(r diag.Rule) sarifRule {
	help := Help{}
	if o.Help != nil {
		help = o.Help(r)
	}
	// Hosts of code refuse a rule that says nothing about itself.
	help.Short = cmp.Or(help.Short, r.Name)
	help.Why = cmp.Or(help.Why, help.Short)
	help.Full = cmp.Or(help.Full, help.Why)
	rule := sarifRule{ID: r.Name, Short: sarifMessage{Text: help.Short}, Full: sarifMessage{Text: help.Why},
		Help: sarifMessage{Text: help.Full, Markdown: help.Markdown}, HelpURI: o.page(r.Name)}
	rule.Default.Level = r.Severity
	return rule
}

func (o Options) sarifResult(f diag.Finding, fingerprint string) sarifResult {
	result := sarifResult{
		RuleID: f.Rule.Name, Level: f.Severity(), Message: sarifMessage{Text: o.advice(f)},
		Fingerprints: map[string]string{"samsyn/v1": fingerprint},
	}
	place := o.sarifLocation(f.File, f.Range)
	result.Locations = []sarifLocation{place}
	for _, r := range f.Related {
		other := o.sarifLocation(r.File, r.Range)
		other.Message = &sarifMessage{Text: r.Message.In(o.Lang)}
		result.Related = append(result.Related, other)
	}
	if f.Accepted != "" {
		result.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: f.Accepted}}
	}
	if f.Suggestion != "" {
		replacement := sarifReplacement{Deleted: place.Physical.Region}
		replacement.Inserted.Text = f.Suggestion
		result.Fixes = []sarifFix{{
			Description: sarifMessage{Text: diag.Say("Byt till %s", "Change to %s", f.Suggestion).In(o.Lang)},
			Changes:     []sarifChange{{File: place.Physical.File, Replacements: []sarifReplacement{replacement}}},
		}}
	}
	return result
}

func (o Options) sarifLocation(file string, r diag.Range) sarifLocation {
	var l sarifLocation
	l.Physical.File = sarifFile{URI: (&url.URL{Path: o.atRoot(file)}).String()} // RFC 3986 §4.2, relative
	l.Physical.Region = sarifRegion{r.Start.Line, r.Start.Column, r.End.Line, r.End.Column}
	return l
}
