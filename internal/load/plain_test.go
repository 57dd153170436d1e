package load

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

var plainSeeds = []string{
	"title: Språkstöd\nowner: kommun-1\n",
	"a: 1\nb: 2025-01-01\nc: 2025\nd: true\ne: null\nf: 1.5\ng: 0x1F\nh: 1_000\ni: no\n",
	"a:\n  - b\n  - c: d\n    e: f\n  - g:\n      h: i\nj: k\n",
	"a:\n- b\n- c\nd: e\n",
	"a: [b, c-d, 2025]\n",
	"a: \"b: c\"\nd: 'e # f'\n",
	"a: b\n\n\nc: d",
	"a: b\n  goes on\nc: d\n",
	"a:\n  b\n", "a: b: c\n", "a: b:\n", "a:\nb:\n", "- a\n", "a: -1\n", "a: 'it''s'\n", "a: \"\\n\"\n", "a: ''\n",
	"a:\n  - b\n - c\n", "a:\n    b: c\n  d: e\n", "a: [b,c]\n", "a: b \n", "--- a\n", "a: b\n---\nc: d\n", "...\n", "<<: a\n", "~: a\n", "1: a\n",
	"a: b\u2028c: d\n", "a: b\u2029c\n", "a: b\u2028\n", "a: 'b \u2029 c'\n", "a: b\ufeffc\n", "a: b\ufffec\n",
	"a: å\nö: b\n", "a: x\u00a0y\n", "a: https://a.example/b?c=d\n", "a: b:c\n", "a: b,c}\n", "a:\n  - - b\n", "a:\n  -  b\n", "a:\n  - b: c\n   d: e\n",
}

func FuzzPlainYAML(f *testing.F) {
	for _, s := range plainSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if _, _, ok := readText("x.yaml", []byte(src)); !ok {
			return // never gets as far
		}
		plain, ok := plainYAML(src, &supply{})
		if !ok {
			return
		}
		doc, err := decodeOne(src)
		if err != nil || doc == nil {
			t.Fatalf("%q: yaml.v3 says %v", src, err)
		}
		same(t, src, plain, doc.Content[0])
	})
}

func same(t *testing.T, src string, a, b *yaml.Node) {
	t.Helper()
	if len(a.Content) != len(b.Content) {
		t.Fatalf("%q: %d and %d nodes in line %d", src, len(a.Content), len(b.Content), b.Line)
	}
	for i := range a.Content {
		same(t, src, a.Content[i], b.Content[i])
	}
	x, y := *a, *b
	x.Content, y.Content = nil, nil
	if x.Kind != y.Kind || x.Style != y.Style || x.Tag != y.Tag || x.Value != y.Value || x.Line != y.Line || x.Column != y.Column ||
		y.Anchor != "" || y.Alias != nil || y.HeadComment+y.LineComment+y.FootComment != "" {
		t.Fatalf("%q: %+v, but yaml.v3 gives %+v", src, x, y)
	}
}

// Most of the real content is plain; else there would be no use for plainYAML.
func TestRealContentIsPlain(t *testing.T) {
	plain, all := 0, 0
	for _, dir := range []string{"../../plans", "../../agreement"} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(os.DirFS(dir), name)
			if err != nil {
				return err
			}
			src, _, closed := strings.Cut(strings.TrimPrefix(string(data), "---\n"), "\n---\n")
			if !closed && !strings.HasSuffix(name, ".yaml") {
				return nil
			}
			all++
			got, ok := plainYAML(src, &supply{})
			if !ok {
				return nil
			}
			plain++
			doc, err := decodeOne(src)
			if err != nil {
				return err
			}
			same(t, name, got, doc.Content[0])
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if plain*2 < all {
		t.Errorf("%d of %d files are plain", plain, all)
	}
}
