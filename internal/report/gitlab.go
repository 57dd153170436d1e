package report

import (
	"io"

	"samsyn/internal/diag"
)

// codeQuality is an issue as GitLab reads it (GitLab Docs, “Code Quality”,
// “Code Quality report format”).
type codeQuality struct {
	Description string `json:"description"`
	CheckName   string `json:"check_name"`
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Location    struct {
		Path  string `json:"path"`
		Lines struct {
			Begin int32 `json:"begin"`
			End   int32 `json:"end"`
		} `json:"lines"`
	} `json:"location"`
}

func writeGitLab(w io.Writer, findings []diag.Finding, opt Options) error {
	names := opt.naming()
	issues := []codeQuality{}
	counting, _ := parted(findings)
	for _, f := range counting {
		issue := codeQuality{Description: opt.linked(f, " "), CheckName: f.Rule.Name, Fingerprint: names.of(f), Severity: "minor"}
		if f.Severity() == diag.Error {
			issue.Severity = "critical"
		}
		issue.Location.Path = opt.atRoot(f.File)
		issue.Location.Lines.Begin, issue.Location.Lines.End = f.Range.Start.Line, f.Range.End.Line
		issues = append(issues, issue)
	}
	return diag.WriteJSON(w, issues)
}
