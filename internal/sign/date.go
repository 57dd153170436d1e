package sign

import (
	"strings"
	"time"
)

// pdfDate writes a date as ISO 32000-1, 7.9.4 has it: D:20260326103000+01'00'.
func pdfDate(t time.Time) string {
	zone := t.Format("-07:00")
	return "D:" + t.Format("20060102150405") + zone[:3] + "'" + zone[4:] + "'"
}

// parseDate reads what pdfDate writes, and Z for UTC. What it cannot read is
// the zero time.
func parseDate(s string) time.Time {
	s = strings.ReplaceAll(s, "'", "")
	for _, layout := range []string{"D:20060102150405-0700", "D:20060102150405Z0700", "D:20060102150405"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t
		}
	}
	return time.Time{}
}
