package partyform

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"samsyn/internal/access"
	"samsyn/internal/facts"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/standing"
)

// Whatever is sent, a report comes into the file and nothing else changes, or it is said
// what is wrong.
func FuzzForm(f *testing.F) {
	for _, s := range [][3]string{
		{"on_track", "Det går bra.", "58"}, {"at_risk", "a: b\n---\n- c", "1 200,5"}, {"x", "\"", "1/2/3"},
		{"completed", "# ett\n\ttvå\r\n\x00\u2028", "-0"}, {"off_track", "|-\n  a", "00,5"}, {"on_track", ": ", "1e9"},
	} {
		f.Add(s[0], s[1], s[2])
	}
	content := loadtest.Content(f, loadtest.Files(files))
	i := content.InitiativeIn("plans/2025/sprak.md")
	f.Fuzz(func(t *testing.T, assessment, said, value string) {
		v := &visit{desk: &desk{Options: Options{Now: func() time.Time { return time.Date(2025, 6, 20, 9, 0, 0, 0, time.UTC) }}}, actor: "by", lang: "sv", content: content}
		v.teller = standing.New(facts.New(content, v.today(), false), soon, "by", "sv", nil)
		a := v.blank(i, nil)
		v.take(a, url.Values{assessmentField: {assessment}, textField: {said}, "matt.deltagare.total": {value}, "matt.deltagare.women": {value}, "matt.andel.total": {value}})
		if len(a.problems) > 0 {
			return
		}
		before := []byte(begun)
		after, err := (&draft{ground: before}).with(v.entry(a))
		if err != nil {
			t.Fatalf("%v", err)
		}
		if !access.OnlyReports(before, after) {
			t.Fatalf("more than the reports changed:\n%s", after)
		}
		all := map[string]string{}
		for name, text := range files {
			all[name] = text
		}
		all["plans/2025/sprak.md"] = string(after)
		is := loadtest.Content(t, loadtest.Files(all)).InitiativeIn("plans/2025/sprak.md")
		if is == nil || len(is.Reports) != 2 {
			t.Fatalf("the report is not read:\n%s", after)
		}
		r := is.Reports[1]
		if r.By.V != "by" || r.Assessment.V != assessment || norm.NFC.String(strings.TrimSpace(r.Text.V)) != norm.NFC.String(a.Text) {
			t.Fatalf("%q is read as %q:\n%s", a.Text, r.Text.V, after)
		}
	})
}
