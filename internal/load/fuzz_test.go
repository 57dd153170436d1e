package load

import (
	"testing"

	"samsyn/internal/layout"
)

// FuzzLoad loads any bytes in each of the roles that a file can have.
func FuzzLoad(f *testing.F) {
	for _, seed := range []string{
		"", "---\n---\n", "---\ntitle: A\norder: 1\n---\n\n## B\n", "parties:\n  - id: a\n    name: B\n    kind: other\n",
		"a: &a [*a]\n", "a: {b: c, d: [e]}\n", "\ufeffa: \"\\u202e\"\r\n", "a:\n\t- b\n", "? [a]\n: b\n", "<<: *a\n",
		"title: |\n  å\n   ä\n\nx: 'a''b'\n", "a: \"b\n  c\"\n", "--- a\n--- b\n", "[a](b) &#106; ![](c) <d>\n[^1]\n\n[^1]: x\n",
		"<<<<<<< HEAD\n", "a: !!str 12\nb: !x y\n", "a: 1_000\nb: 0x10\nc: .inf\n", "811218-9876", "\x00\xff",
	} {
		f.Add(seed)
	}
	paths := []string{
		"agreement/parties.yaml", "agreement/organisation.yaml", "agreement/calendar.yaml", "agreement/signatures.yaml",
		"agreement/parties.en.yaml", "agreement/text/a.md", "agreement/text/a.en.md", "agreement/areas/a.md",
		"agreement/indicators/i.yaml", "plans/2025/plan.yaml", "plans/2025/i.md", "plans/2025/i.en.md",
	}
	f.Fuzz(func(t *testing.T, text string) {
		files := map[string]string{}
		for _, p := range paths {
			files[p] = text
		}
		holdRanges(t, loadMap(t, files))
		holdRanges(t, loadMap(t, map[string]string{"samsyn.yaml": text, layout.Agreement: text}))
	})
}
