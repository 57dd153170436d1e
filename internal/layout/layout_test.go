package layout

import (
	"slices"
	"strings"
	"testing"

	"samsyn/internal/diag"
	"samsyn/internal/source"
)

// repository is a small content of these files and what is needed.
func repository(files ...string) Layout {
	l := Layout{Languages: map[string]bool{"en": true}, Chapters: map[string]bool{"agreement/text/a.md": true}}
	files = append(files, "samsyn.yaml", Agreement, "agreement/parties.yaml", "agreement/organisation.yaml", "agreement/areas/halsa.md")
	slices.Sort(files)
	for _, f := range files {
		l.Entries = append(l.Entries, source.Entry{Path: f})
	}
	return l
}

func TestRole(t *testing.T) {
	l := repository("plans/2025/a.md", "agreement/text/a.md")
	for file, want := range map[string]Role{
		"samsyn.yaml":                 {Schema: "samsyn"},
		"agreement/areas/halsa.md":    {Schema: "area", Markdown: true, ID: "halsa", Kind: "area"},
		"agreement/indicators/i.yaml": {Schema: "indicator", ID: "i", Kind: "indicator"},
		"plans/2025/plan.yaml":        {Schema: "plan", ID: "2025", Kind: "plan", Plan: "2025"},
		"plans/2025/a.md":             {Schema: "initiative", Markdown: true, ID: "2025/a", Kind: "initiative", Plan: "2025"},
		"plans/2025/a.en.md":          {Schema: "initiative", Markdown: true, ID: "2025/a", Kind: "initiative", Plan: "2025", Of: "plans/2025/a.md", Language: "en"},
		"agreement/text/a.md":         {Markdown: true},
		"agreement/text/a.en.md":      {Markdown: true, Of: "agreement/text/a.md", Language: "en"},
	} {
		if got, ok := l.Role(file); !ok || got != want {
			t.Errorf("%s: %+v", file, got)
		}
	}
	for _, file := range []string{"agreement/text/b.md", "plans/2025/a.sv.md", "plans/2025/b.en.md", "plans/2025/x/a.md", "agreement/areas/halsa.yaml", "a.md"} {
		if r, ok := l.Role(file); ok {
			t.Errorf("%s is for %+v", file, r)
		}
	}
}

func TestFilesAreThoseToBeRead(t *testing.T) {
	l := repository("plans/2025/a.md", "plans/2025/underlag.pdf", "agreement/text/b.md")
	l.Chapters["texter/c.md"] = true
	l.Entries = append(l.Entries, source.Entry{Path: "plans/2025/z.md", State: source.Escapes})
	var paths []string
	for _, f := range l.Files(func(path string) bool { return path == "texter/c.md" }) {
		paths = append(paths, f.Path)
	}
	want := []string{Agreement, "agreement/areas/halsa.md", "agreement/organisation.yaml", "agreement/parties.yaml", "plans/2025/a.md", "samsyn.yaml", "texter/c.md"}
	if !slices.Equal(paths, want) {
		t.Errorf("got  %q\nwant %q", paths, want)
	}
}

// Every file that is missing, misnamed or in the wrong place is told of, and no other.
func TestFindings(t *testing.T) {
	l := repository("agreement/text/a.md", "agreement/text/b.md", "plans/2025/a.md", "plans/2025/a.docx", "plans/2025/bild.png", "plans/2025/19811218-9876.md", "plans/2025/a.de.md")
	l.Entries = slices.DeleteFunc(l.Entries, func(e source.Entry) bool { return e.Path == "agreement/parties.yaml" })
	l.Entries = append(l.Entries, source.Entry{Path: "plans/2025/ut.md", State: source.Escapes})
	seen := Seen{
		Read:   []string{Agreement, "agreement/areas/halsa.md", "agreement/organisation.yaml", "agreement/text/a.md", "plans/2025/19811218-9876.md", "plans/2025/a.md", "samsyn.yaml"},
		Linked: func() map[string]bool { return map[string]bool{"plans/2025/bild.png": true} },
		Exists: func(path string) bool { return path == "agreement/.parties.yaml" },
		Plans:  []string{"plans/2025/plan.yaml"},
		Beside: []string{"HEAD", "commondir", "samsyn.yaml"},
	}
	var told []string
	for _, f := range diag.Sort(l.Findings(seen)) {
		told = append(told, f.File+" "+f.Rule.Name)
	}
	want := []string{
		"HEAD unexpected-file", "agreement/parties.yaml missing-field", "agreement/text/b.md unexpected-file", "commondir unexpected-file",
		"plans/2025/19811218-9876.md personal-identity-number", "plans/2025/a.de.md unexpected-file", "plans/2025/a.docx unexpected-file",
		"plans/2025/plan.yaml missing-field", "plans/2025/ut.md path-escapes",
	}
	if !slices.Equal(told, want) {
		t.Errorf("got  %q\nwant %q", told, want)
	}
	for kind, want := range map[string]bool{"party": true, "municipality": true, "body": false, "measure": true, "initiative": true} {
		if slices.Contains(l.Unread(), kind) != want {
			t.Errorf("%s: %v", kind, l.Unread())
		}
	}
}

// Without an area there is nothing to agree on: what is missing is told, not a file.
func TestNoArea(t *testing.T) {
	l := repository()
	l.Entries = slices.DeleteFunc(l.Entries, func(e source.Entry) bool { return e.Path == "agreement/areas/halsa.md" })
	found := l.missing(Seen{Exists: func(string) bool { return false }})
	if len(found) != 1 || found[0].File != "agreement/areas" || found[0].Message.SV != "Här finns {area:ingen|inget} {area}, och minst {area:en|ett} behövs. Lägg till {area:en|ett} som en fil i mappen agreement/areas, till exempel arbete.md." {
		t.Errorf("%+v", found)
	}
}

// A folder that leads out of the content is told of, and not what it should hold.
func TestFoldersThatLeadOut(t *testing.T) {
	for _, folder := range []string{"agreement", "agreement/areas"} {
		l := repository()
		l.Entries = slices.DeleteFunc(l.Entries, func(e source.Entry) bool { return strings.HasPrefix(e.Path, folder+"/") })
		l.Entries = append(l.Entries, source.Entry{Path: folder, State: source.Escapes})
		slices.SortFunc(l.Entries, func(a, b source.Entry) int { return strings.Compare(a.Path, b.Path) })
		if found := l.missing(Seen{Exists: func(string) bool { return false }}); len(found) > 0 {
			t.Errorf("%s: %+v", folder, found)
		}
		if !slices.Contains(l.Unread(), "area") {
			t.Errorf("%s: areas count as known: %v", folder, l.Unread())
		}
	}
}

// A translation of a file that is missing is no mistake of its own.
func TestTranslationsOfWhatIsMissing(t *testing.T) {
	l := repository("agreement/parties.en.yaml", "agreement/text/a.en.md", "plans/2025/plan.en.yaml", "plans/2025/b.en.md")
	l.Entries = slices.DeleteFunc(l.Entries, func(e source.Entry) bool { return e.Path == "agreement/parties.yaml" })
	seen := Seen{Read: []string{Agreement, "agreement/areas/halsa.md", "agreement/organisation.yaml", "samsyn.yaml"}, Linked: func() map[string]bool { return map[string]bool{} },
		Plans: []string{"plans/2025/plan.yaml"}, Exists: func(string) bool { return false }}
	var told []string
	for _, f := range diag.Sort(l.Findings(seen)) {
		told = append(told, f.File)
	}
	if want := []string{"agreement/parties.yaml", "plans/2025/b.en.md", "plans/2025/plan.yaml"}; !slices.Equal(told, want) {
		t.Errorf("got  %q\nwant %q", told, want)
	}
}

// A translation of what is not translated is told, and kept still about where the original
// is told itself.
func TestTranslationsOfWhatIsNotTranslated(t *testing.T) {
	l := repository("agreement/text/a.md", "agreement/text/b.en.md", "agreement/text/b.md")
	linked := map[string]bool{}
	seen := Seen{Read: []string{Agreement, "agreement/areas/halsa.md", "agreement/organisation.yaml", "agreement/parties.yaml", "agreement/text/a.md", "samsyn.yaml"}, Linked: func() map[string]bool { return linked }}
	if found := l.unexpected(seen); len(found) != 1 || found[0].File != "agreement/text/b.md" {
		t.Errorf("unused: %+v", found)
	}
	linked["agreement/text/b.md"] = true
	if found := l.unexpected(seen); len(found) != 1 || found[0].File != "agreement/text/b.en.md" || found[0].Message.SV != "Översättningen läses inte: bilagor och länkade texter översätts inte." {
		t.Errorf("linked: %+v", found)
	}
}

func TestName(t *testing.T) {
	for file, want := range map[string]string{
		"plans/2025/a-1.md":      "",
		"plans/2025/A b.md":      "till exempel till a-b.",
		"plans/2025/a.txt.md":    "Döp om den till a.md.",
		"agreement/text/1.md":    "",
		"agreement/text/å.md":    "till exempel till a.",
		"agreement/parties.yaml": "",
	} {
		l := repository(file)
		l.Chapters[file] = true
		r, _ := l.Role(file)
		got := Name(file, r)
		if (got == nil) != (want == "") || got != nil && !hasSuffix(got.Message.SV, want) {
			t.Errorf("%s: %v, want %q", file, got, want)
		}
	}
}

func hasSuffix(s, end string) bool { return len(s) >= len(end) && s[len(s)-len(end):] == end }
