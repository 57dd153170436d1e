package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"samsyn/internal/diag"
)

// naming names each finding so that the same finding bears the same name after
// other lines have moved: by its rule, its file, the words of its line and, among
// equals, its number. Hosts of code tell with them what is new.
type naming struct {
	Options
	seen map[[16]byte]int // how many equals there were, by the digest of what they share
}

func (o Options) naming() *naming { return &naming{Options: o, seen: map[[16]byte]int{}} }

func (n *naming) of(f diag.Finding) string {
	line := "" // a digest of a personal identity number gives it away
	if !f.Secret {
		if line = n.line(f); line == "" {
			line = f.Message.SV
		}
	}
	key := strings.Join([]string{f.Rule.Name, f.File, line}, "\x00")
	sum := sha256.Sum256([]byte(key))
	shared := [16]byte(sum[:16])
	n.seen[shared]++
	sum = sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, n.seen[shared]))
	return hex.EncodeToString(sum[:16])
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
