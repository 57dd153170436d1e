package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"samsyn/internal/diag"
)

// fingerprints names each finding so that the same finding bears the same name
// after other lines have moved: by its rule, its file, the words of its line and,
// among equals, its number. Hosts of code tell with them what is new.
func fingerprints(findings []diag.Finding, opt Options) []string {
	names, seen := make([]string, len(findings)), map[string]int{}
	for i, f := range findings {
		line := f.Message.SV
		if f.Secret {
			line = "" // a digest of a personal identity number gives it away
		} else if words := opt.line(f); words != "" {
			line = words
		}
		key := strings.Join([]string{f.Rule, f.File, line}, "\x00")
		seen[key]++
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, seen[key]))
		names[i] = hex.EncodeToString(sum[:16])
	}
	return names
}

// line is what stands on the finding's line, without its indentation; "" where
// it cannot be told.
func (o Options) line(f diag.Finding) string {
	if o.Lines == nil {
		return ""
	}
	lines := o.Lines(f.File)
	if f.Range.Start.Line < 1 || int(f.Range.Start.Line) > len(lines) {
		return ""
	}
	return strings.TrimSpace(lines[f.Range.Start.Line-1])
}
