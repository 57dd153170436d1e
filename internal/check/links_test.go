package check_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"samsyn/internal/check/rules"
	"samsyn/internal/model"
	"samsyn/internal/project"
	"samsyn/internal/source"
)

// Symbolic links need a disk.
func TestLinks(t *testing.T) {
	tests := []struct {
		name  string
		links [][2]string
		drop  []string
		want  string
	}{
		{"to a file inside", [][2]string{{"agreement/resources/m.md", "../../mall.md"}}, nil, ""},
		{"to nothing", [][2]string{{"plans/2025/borta.md", "inte-har.md"}}, nil, "plans/2025/borta.md:1:1-1 unexpected-file"},
		{"to a folder inside", [][2]string{{"plans/2024", "2025"}}, nil, "plans/2024:1:1-1 unexpected-file"},
		{"to each other", [][2]string{{"plans/2025/a.md", "b.md"}, {"plans/2025/b.md", "a.md"}}, nil,
			"plans/2025/a.md:1:1-1 unexpected-file\nplans/2025/b.md:1:1-1 unexpected-file"},
		{"out of the repository", [][2]string{{"plans/2025/ut.md", "../../../ut.md"}}, nil, "plans/2025/ut.md:1:1-1 path-escapes"},
		{"by an absolute path", [][2]string{{"plans/2025/ut.md", "/etc/passwd"}}, nil, "plans/2025/ut.md:1:1-1 path-escapes"},
		{"out by a folder", [][2]string{{"agreement/resources", "/etc"}}, nil, "agreement/resources:1:1-1 path-escapes"},
		{"to a hidden file", [][2]string{{"agreement/resources/m.md", "../../.env"}}, nil, "agreement/resources/m.md:1:1-1 path-escapes"},
		{"to a hidden file that is not there", [][2]string{{"plans/2025/ut.md", "../../.git/none"}}, nil, "plans/2025/ut.md:1:1-1 path-escapes"},
		{"to a hidden folder", [][2]string{{"agreement/resources", "../.git"}}, nil, "agreement/resources:1:1-1 path-escapes"},
		{"through a hidden folder and back", [][2]string{{"agreement/resources/m.md", "../../.git/../mall.md"}}, nil, "agreement/resources/m.md:1:1-1 path-escapes"},
		{"to a hidden file by another link", [][2]string{{"agreement/resources/m.md", "../../plats/config"}, {"plats", ".git"}}, nil,
			"agreement/resources/m.md:1:1-1 path-escapes"},
		{"by another link to a file inside", [][2]string{{"agreement/resources/m.md", "../../plats/./mall.md"}, {"plats", "./plans/.."}}, nil, ""},
		{"for a chapter, to a hidden file", [][2]string{{"agreement/text/bakgrund.md", "../../.git/config"}}, []string{"agreement/text/bakgrund.md"},
			"c:1:1-1 path-escapes"},
		{"for a plan, to a hidden folder", [][2]string{{"plats", ".git"}, {"plans/2024", "../plats"}}, nil, "plans/2024:1:1-1 path-escapes"},
		{"out in a hidden file", [][2]string{{"plans/2025/.ut.md", "/etc/passwd"}}, nil, ""},
		{"for a chapter", [][2]string{{"agreement/text/bakgrund.md", "/etc/passwd"}}, []string{"agreement/text/bakgrund.md"},
			"c:1:1-1 path-escapes"},
		{"for the parties", [][2]string{{"agreement/parties.yaml", "/etc/passwd"}}, []string{"agreement/parties.yaml"},
			"P:1:1-1 path-escapes"},
		{"to nothing, for the parties", [][2]string{{"agreement/parties.yaml", "inte-har.yaml"}}, []string{"agreement/parties.yaml"},
			"P:1:1-1 missing-field"},
		{"for samsyn.yaml", [][2]string{{"samsyn.yaml", "/etc/hostname"}}, []string{"samsyn.yaml"}, "s:1:1-1 path-escapes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "repo")
			c := rules.Case{Links: tt.links, Drop: tt.drop}
			if err := c.Write(dir); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "mall.md"), []byte("---\ntitle: M\nkind: method\n---\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			for _, hidden := range []string{".env", ".git/config"} {
				if err := errors.Join(os.MkdirAll(filepath.Dir(filepath.Join(dir, hidden)), 0o755), os.WriteFile(filepath.Join(dir, hidden), []byte("HEMLIGT"), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.WriteFile(filepath.Join(dir, "..", "ut.md"), []byte("HEMLIGT"), 0o644); err != nil {
				t.Fatal(err)
			}
			tree, err := source.Folder(dir)
			if err != nil {
				t.Fatal(err)
			}
			r, err := project.Of(tree).Inspect(model.Date{Year: 2025, Month: 6, Day: 1})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, r.Findings, tt.want)
		})
	}
}
