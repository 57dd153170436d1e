package load

import (
	"reflect"
	"testing"
	"testing/fstest"

	"samsyn/internal/source"
)

// A version that is read after another is the same as if it was read alone, and has the
// files that stand unchanged from there.
func TestReaderReadsOnceWhatStandsUnchanged(t *testing.T) {
	const agreement = "title: Ö\nshort_title: Ö\nperiod:\n  from: 2024\n  to: 2027\nstatus: draft\n"
	files := func(title string) fstest.MapFS {
		return fstest.MapFS{
			"samsyn.yaml":              {Data: []byte("title: Prov\n")},
			"agreement/agreement.yaml": {Data: []byte(agreement)},
			"agreement/areas/a.md":     {Data: []byte("---\ntitle: Arbete\norder: 1\n---\n")},
			"agreement/areas/b.md":     {Data: []byte("---\ntitle: " + title + "\norder: 2\n---\n")},
			"plans/2025/plan.yaml":     {Data: []byte("title: Plan\n")},
			"plans/2025/x.md":          {Data: []byte("---\ntitle: X\nowner: någon\n---\nText\n")},
		}
	}
	var reader Reader
	var before *Result
	for _, title := range []string{"Boende", "Boende", "Hälsa"} {
		tree := source.FromFS(files(title))
		got, err := reader.Load(tree)
		if err != nil {
			t.Fatal(err)
		}
		alone, err := Load(tree)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Content, alone.Content) || !reflect.DeepEqual(got.Findings, alone.Findings) || !reflect.DeepEqual(got.Paths, alone.Paths) {
			t.Errorf("%s: another content than when it is read alone", title)
		}
		if p := got.Content.Plans[0]; len(p.Initiatives) != 1 || p.Initiatives[0].Plan != p {
			t.Errorf("%s: the plan has %d initiatives, or the initiative another plan", title, len(p.Initiatives))
		}
		if before != nil && got.Content.Areas[0] != before.Content.Areas[0] {
			t.Errorf("%s: the area that stands unchanged was read again", title)
		}
		before = got
	}
}

// Of a version with other texts in some files those alone are read.
func TestReaderUnderTextsReadsNothingElse(t *testing.T) {
	files := fstest.MapFS{
		"samsyn.yaml":          {Data: []byte("title: Prov\n")},
		"agreement/areas/a.md": {Data: []byte("---\ntitle: Arbete\norder: 1\n---\n")},
		"plans/2025/plan.yaml": {Data: []byte("title: Plan\n")},
		"plans/2025/x.md":      {Data: []byte("---\ntitle: X\n---\n")},
		"plans/2025/y.md":      {Data: []byte("---\ntitle: Y\n---\n")},
	}
	var reader Reader
	before, err := reader.Load(source.FromFS(files))
	if err != nil {
		t.Fatal(err)
	}
	files["plans/2025/x.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Xx\n---\n")}
	files["plans/2025/y.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Yy\n---\n")} // which nobody tells
	files["plans/2025/z.md"] = &fstest.MapFile{Data: []byte("---\ntitle: Z\n---\n")}
	after, err := reader.Beside().Under([]string{"plans/2025/x.md", "plans/2025/z.md"}).Load(source.FromFS(files))
	if err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, i := range after.Content.Plans[0].Initiatives {
		if titles = append(titles, i.Title.V); i.Plan != after.Content.Plans[0] {
			t.Errorf("%s points at another version's plan", i.Title.V)
		}
	}
	if want := []string{"Xx", "Y", "Z"}; !reflect.DeepEqual(titles, want) || after.Content.Areas[0] != before.Content.Areas[0] {
		t.Errorf("%q, want %q", titles, want)
	}
	if i := before.Content.Plans[0].Initiatives; len(i) != 2 || i[0].Title.V != "X" || i[1].Plan != before.Content.Plans[0] {
		t.Errorf("the version before has become another: %d initiatives", len(i))
	}
}
