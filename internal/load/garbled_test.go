package load

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"samsyn/internal/source"
)

// A name that is no UTF-8 is told of, once, and nothing by it is read; never does it
// keep the others from being read.
func TestGarbledNames(t *testing.T) {
	for name, want := range map[string]string{
		"agreement/resources/r\xff.md":     "agreement/resources/r\ufffd.md invalid-id",
		"agreement/areas/\xe5rlig.md":      "agreement/areas/\ufffdrlig.md invalid-id",
		"agreement/indicators/i\xff.yaml":  "agreement/indicators/i\ufffd.yaml invalid-id",
		"plans/2025/r\xff\xfe.md":          "plans/2025/r\ufffd.md invalid-id",
		"plans/2\xff/plan.yaml":            "plans/2\ufffd invalid-id",
		"agreement/d\xff/e/x.md":           "agreement/d\ufffd invalid-id",
		"agreement/inv\xff.yaml":           "agreement/inv\ufffd.yaml unexpected-file",
		"agreement/text/bild\xff.png":      "agreement/text/bild\ufffd.png unexpected-file",
		"samsyn.e\xff.yaml":                "samsyn.e\ufffd.yaml unexpected-file",
		"agreement/resources/.r\xff.md":    "",
		"agreement/resources/r\ufffd.md":   "agreement/resources/r\ufffd.md invalid-id",
		"agreement/resources/\xff/r.md":    "agreement/resources/\ufffd invalid-id",
		"agreement/resources/r\xff.en.md":  "agreement/resources/r\ufffd.en.md invalid-id",
		"agreement/text/bakgrund\xff.docx": "agreement/text/bakgrund\ufffd.docx unexpected-file",
	} {
		dir := t.TempDir()
		for file, text := range map[string]string{source.Marker: "title: T\n", "agreement/agreement.yaml": "title: T\n", name: "---\ntitle: T\nkind: example\n---\n"} {
			file = filepath.Join(dir, file)
			if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
				t.Skip("no such names here:", err)
			}
		}
		tree, err := source.Folder(dir)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Load(tree)
		if err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		var told []string
		for _, f := range r.Findings {
			if strings.Contains(f.File, "\ufffd") || !utf8.ValidString(f.File) {
				told = append(told, f.File+" "+f.Rule.Name)
			}
		}
		if got := strings.Join(told, "\n"); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
		if read := slices.Contains(r.Paths, strings.ToValidUTF8(name, "\ufffd")); read != utf8.ValidString(name) && want != "" {
			t.Errorf("%q: read %t", name, read)
		}
	}
}
