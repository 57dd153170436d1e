package form_test

import (
	"strings"
	"testing"

	"samsyn/internal/form"
	"samsyn/internal/load/loadtest"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

var storsjoRead *project.Project

// storsjo is the made-up county, to be read only: it is in memory, and the same for all.
func storsjo(t testing.TB) *project.Project {
	t.Helper()
	if storsjoRead == nil {
		storsjoRead = project.Of(source.FromFS(loadtest.Copy(t, counties(t)[1])))
	}
	return storsjoRead
}

func opened(t testing.TB, file string) (*project.Project, *form.Form, string) {
	t.Helper()
	p := storsjo(t)
	f, err := form.Open(p, file, form.Options{})
	if err != nil {
		t.Fatal(err)
	}
	data, err := p.Tree.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	return p, f, string(data)
}

// changed are the lines that a text lacks and those that it has got.
func changed(before, after string) string {
	was, is := map[string]int{}, map[string]int{}
	for line := range strings.Lines(before) {
		was[line]++
	}
	for line := range strings.Lines(after) {
		is[line]++
	}
	var b strings.Builder
	for line := range strings.Lines(before) {
		if is[line]--; is[line] < 0 {
			b.WriteString("-" + line)
		}
	}
	for line := range strings.Lines(after) {
		if was[line]--; was[line] < 0 {
			b.WriteString("+" + line)
		}
	}
	return b.String()
}

// sameLines tells whether two lists of changed lines are alike, empty lines apart.
func sameLines(a, b string) bool {
	return strings.ReplaceAll(a, "+\n", "") == strings.ReplaceAll(b, "+\n", "")
}

const sprakvan = "plans/2025/sprakvan.md"

func TestReportIsAdded(t *testing.T) {
	p, f, before := opened(t, sprakvan)
	values := submitted(f)
	values.Set(form.Do, "add:reports")
	text, err := f.Take(values)
	if err != nil || string(text) != before || !f.Acted {
		t.Fatalf("an empty entry is written: %v\n%s", err, changed(before, string(text)))
	}
	values = submitted(f)
	values.Set("reports[n0].date", " 2026-06-01 ")
	values.Set("reports[n0].assessment", "on_track")
	values.Set("reports[n0].text", "Det går bra.\r\n\r\nTolv par har träffats. ")
	values.Set("reports[n0].values.deltagare.total", "1 200")
	values.Set("reports[n0].values.deltagare.women", "6,5")
	if text, err = f.Take(values); err != nil {
		t.Fatal(err)
	}
	want := `+  - date: 2026-06-01
+    assessment: on_track
+    text: |-
+      Det går bra.
+
+      Tolv par har träffats.
+    values:
+      deltagare:
+        total: 1200
+        women: 6.5
+
`
	if got := changed(before, string(text)); !sameLines(got, want) {
		t.Errorf("got\n%s", got)
	}
	today, _ := model.ParseDate("2026-07-01")
	if err := f.Check(p, text, today); err != nil {
		t.Fatal(err)
	}
	at := map[string]string{}
	for _, told := range f.Told() {
		at[told.Rule] = told.Path
	}
	if at["implausible-number"] != "reports[n0].values.deltagare.women" && at["implausible-number"] != "reports[n0].values.deltagare.total" || at["reconsider"] != "cooperation_area" {
		t.Errorf("findings at %v", at)
	}
}
